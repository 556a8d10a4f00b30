"""Ranges whose lower end is above the upper one."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.rulebook.packs import rule_packs


def told(text):
    found = document_report(readers.read(text.encode(), "a.md"), rule_packs()).findings
    return [[c.text for c in f.citations] for f in found if f.rule == "turned-range"]


OUTLOOK = """
| 2026 outlook | Low | High |
|---|---|---|
| Revenue ($ million) | 1,480 | 1,520 |
| {} | {} | {} |
| Diluted EPS | $3.10 | $3.30 |
"""


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (("Adjusted EBITDA", "210", "225"), []),
        (("Adjusted EBITDA", "225", "210"), [["225", "210"]]),
        (("Net loss", "(210)", "(225)"), []),
        (("Net loss", "225", "210"), []),  # the lower result
        (("Effective tax rate", "24%", "23%"), []),  # of the lower result
    ],
)
def test_the_two_ends_of_a_row(row, expected):
    assert told(OUTLOOK.format(*row)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We expect capital spending between $50 million and $40 million.", 1),
        ("We expect sales in the range of $1,520 to $1,480 million.", 1),
        ("We expect sales in the range of $950 million to $1.1 billion.", 0),
        ("We expect a net loss between $50 million and $40 million.", 0),
        ("Between 2019 and 2018 nothing changed.", 0),
        ("| | 2026 |\n|---|---|\n| Capital spending | $50 - $40 million |\n", 1),
        ("| | 2026 |\n|---|---|\n| Tax rate | 22% - 24% |\n", 0),
        ("| | 2026 |\n|---|---|\n| Telephone | 555-412 |\n", 0),
    ],
)
def test_a_range_in_words_or_in_one_cell(text, expected):
    assert len(told(text)) == expected
