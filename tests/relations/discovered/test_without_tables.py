"""Documents without tables: sentences that state a subject twice, or at two times."""

from __future__ import annotations

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.model.relation import Severity
from auditor.rulebook.packs import rule_packs

WORDS = """\
# Tolliver Tools reports 2025 results

Net sales were $748.6 million in 2025, up 9.9% from 2024. Operating income increased 29.1% to $122.0
million in 2025.

The board met in May. Net sales in 2024 were $681.3 million. Net sales in 2025 were $748.6 million,
a record.

Operating income was $94.5 million in 2024. Net sales in Norway were $52.4 million in 2025. Net
sales for the fourth quarter of 2025 were $190.2 million. Excluding currency, net sales grew 8.1%.
"""
ONE_ROW = "\n| $ million | 2025 |\n|---|---|\n| Employees | 412 |\n"


def alarms(text: str) -> dict[str, Severity]:
    report = document_report(readers.read(text.encode(), "release.md"), rule_packs())
    return {f.message: f.severity for f in report.findings if f.severity is not Severity.NOTE}


def test_right_sentences_bear_each_other_out():
    assert alarms(WORDS) == {}
    report = document_report(readers.read(WORDS.encode(), "release.md"), rule_packs())
    assert report.tied == 7


@pytest.mark.parametrize(
    ("right", "wrong", "severity"),
    [
        ("$748.6 million in 2025, up", "$784.6 million in 2025, up", Severity.WARNING),
        ("in 2025 were $748.6", "in 2025 were $746.8", Severity.WARNING),
        ("up 9.9%", "up 8.8%", Severity.ERROR),
        ("in 2024 were $681.3", "in 2024 were $618.3", Severity.ERROR),
        ("increased 29.1%", "increased 21.9%", Severity.ERROR),
        ("was $94.5", "was $49.5", Severity.ERROR),
    ],
)
def test_a_wrong_one_is_found(right, wrong, severity):
    found = alarms(WORDS.replace(right, wrong))
    assert severity in found.values()


@pytest.mark.parametrize(
    "text",
    [
        WORDS.replace("in 2025 were $748.6", "in 2025 were $739.2"),  # no slip: of something else
        WORDS.replace("up 9.9%", "up 8.8%") + ONE_ROW,  # with a table, sentences may speak of parts
    ],
)
def test_what_may_be_of_something_else_is_left_alone(text):
    assert alarms(text) == {}
