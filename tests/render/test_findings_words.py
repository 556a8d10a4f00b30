from dataclasses import replace

import pytest

from auditor.auditing.many_files import audit
from auditor.render._findings import interval_words, steps_shown

TABLE = b"""\
| (JPY million) | 2025 | 2024 | 2023 |
|---|---|---|---|
| Fares | 8,412 | 7,377 | 7,001 |
| Freight | 2,238 | 2,109 | 1,950 |
| Total | 10,560 | 9,486 | 8,951 |
"""


@pytest.fixture(scope="module")
def finding():
    return audit(["-"], stdin=TABLE).findings[0]


@pytest.mark.parametrize("expected, ends, said", [
    ("10,650", ("10649.00", "10651.00"), "between 10,649 and 10,651"),
    ("10.650", ("10649.00", "10651.00"), "between 10.649 and 10.651"),
    ("10 650", ("10649.50", "10651.00"), "between 10 649.5 and 10 651.0"),
    ("+5.8%", ("5.772", "5.780"), "between 5.772 and 5.780"),
    ("0.387", ("0.38600", "0.38800"), "between 0.386 and 0.388"),
    ("5,8 %", ("5.770", "5.780"), "between 5,77 and 5,78"),
    ("2,244", ("2243.50", "2244.50"), "between 2,243.5 and 2,244.5"),
    ("(1,204)", ("-1205", "-1203"), "between -1,205 and -1,203"),
    ("(0.4)", ("-0.45", "-0.35"), "between -0.45 and -0.35"),
    ("1,204.0", ("1204.00", "1204.00"), "exactly 1,204"),
    ("0", ("0", "0"), "exactly 0"),
    ("12", None, ""),
])  # fmt: skip
def test_an_interval_is_said_in_the_marks_of_the_document(finding, expected, ends, said):
    one = replace(finding, expected=expected, expected_interval=ends)
    assert interval_words(one) == said


def test_working_that_the_message_has_is_not_said_twice(finding):
    step = "8,412 + 2,238 = 10,650"
    assert step in finding.message
    assert steps_shown(replace(finding, working=(step, "another"))) == ("another",)
