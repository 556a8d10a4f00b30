"""Tables of percentages over the cells of two others."""

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.rulebook.packs import rule_packs

THREE = """
Revenue by segment

| (EUR million) | 2025 | 2024 |
|---|---|---|
| Pumps | 1,310 | 1,244 |
| Valves | 865 | 902 |
| Controls | 520 | 488 |

Operating profit by segment

| (EUR million) | 2025 | 2024 |
|---|---|---|
| Pumps | 157 | 137 |
| Valves | 104 | 117 |
| Controls | 42 | 34 |

Operating margin by segment

| | 2025 | 2024 |
|---|---|---|
| Pumps | 12.0% | 11.0% |
| Valves | 12.0% | 13.0% |
| Controls | 8.1% | 7.0% |
"""


def report(text):
    return document_report(readers.read(text.encode(), "review.md"), rule_packs())


def test_margins_that_come_out_are_tied():
    found = report(THREE)
    assert (list(found.findings), found.tied) == ([], 18)


def test_one_that_does_not_is_told():
    (found,) = report(THREE.replace("13.0%", "10.3%")).findings
    assert (found.printed, found.suspects[0].suggestion) == ("10.3%", "13.0%")


def test_percentages_of_something_else_are_left_alone():
    others = THREE.replace("12.0%", "31.4%").replace("11.0%", "27.7%").replace("7.0%", "19.2%")
    assert list(report(others).findings) == []
