"""Columns that are called a change, beside the two that they compare."""

import pytest

from auditor import readers
from auditor.auditing.facts import document_facts
from auditor.auditing.pipeline import document_report
from auditor.model.fact import Measure
from auditor.model.relation import Severity
from auditor.rulebook.packs import rule_packs

TWO_ROWS = """
| (in millions) | 2025 | 2024 | Change | % Change |
|---|---|---|---|---|
| Freight | 1,486.2 | 1,402.7 | 83.5 | 6.0% |
| Parcels | 612.4 | 655.1 | (42.7) | (6.5)% |
"""
BETWEEN = """
| (in thousands) | 2025 | % Change 2024 to 2025 | 2024 |
|---|---|---|---|
| Tickets | 59,545 | (8)% | 64,476 |
| Merchandise | 3,788 | (25)% | 5,073 |
"""
THREE_YEARS = """
| (in thousands) | 2025 | 2024 | 2023 | 2025 over 2024 | | 2024 over 2023 | |
|---|---|---|---|---|---|---|---|
| Panels | 1,460,116 | 502,001 | 806,398 | 958,115 | 191% | (304,397) | (38)% |
| Plants | 1,603,001 | 1,742,043 | 2,134,926 | (139,042) | (8)% | (392,883) | (18)% |
"""
OPERATIONAL = """
| (in millions) | 2025 | 2024 | % Change Total | % Change Oper. |
|---|---|---|---|---|
| Vaccines | 412 | 405 | 2% | 6% |
| Insulin | 54 | 33 | 61% | 64% |
| Antibiotics | 2 | 2 | 6% | 14% |
"""
BLOCKS = """
| (in millions) | 2025 World | 2024 World | % Change | 2025 Asia | 2024 Asia | % Change |
|---|---|---|---|---|---|---|
| Insulin | 54 | 33 | 61% | 21 | 18 | 19% |
| Vaccines | 412 | 405 | 2% | — | — | — |
"""


def report(text):
    return document_report(readers.read(text.encode(), "review.md"), rule_packs())


@pytest.mark.parametrize("text", [TWO_ROWS, BETWEEN, THREE_YEARS, OPERATIONAL, BLOCKS])
def test_what_comes_out_is_silent(text):
    assert report(text).findings == ()


@pytest.mark.parametrize("text, tied", [(TWO_ROWS, 8), (BETWEEN, 6), (THREE_YEARS, 14)])
def test_what_comes_out_is_tied(text, tied):
    assert report(text).tied == tied


@pytest.mark.parametrize(
    "text, right, wrong",
    [
        (TWO_ROWS, "6.0%", "9.0%"),
        (TWO_ROWS, "(42.7)", "(47.2)"),
        (BETWEEN, "(25)%", "(52)%"),
        (BETWEEN, "64,476", "94,476"),
        (THREE_YEARS, "(38)%", "(83)%"),
        (THREE_YEARS, "(8)%", "(4)%"),
    ],
)
def test_one_other_row_is_enough(text, right, wrong):
    found = report(text.replace(right, wrong, 1)).findings
    assert any(wrong in {each.text for each in one.citations} for one in found)
    assert {one.severity for one in found} <= {Severity.ERROR, Severity.WARNING}


@pytest.mark.parametrize(
    "heading, measure",
    [
        ("2025 over 2024", Measure.CHANGE),
        ("2025 vs. 2024", Measure.CHANGE),
        ("Change 2024 to 2025", Measure.CHANGE),
        ("2024 to 2025", Measure.AMOUNT),  # a span of time
    ],
)
def test_headings_say_what_is_compared(heading, measure):
    text = f"| | 2025 | 2024 | {heading} |\n|---|---|---|---|\n| Sales | 120 | 100 | 20 |\n"
    document = readers.read(text.encode(), "review.md")
    facts = document_facts(document, ()).facts
    assert [fact.measure for fact in facts if fact.text == "20"] == [measure]


@pytest.mark.parametrize(
    "heading", ["% Change Organic", "% Change Constant Currency", "% Change Oper."]
)
def test_what_is_restated_is_no_change_of_the_figures_beside_it(heading):
    text = TWO_ROWS.replace("% Change", heading).replace("6.0%", "9.0%")
    assert report(text).findings == ()
