"""Sums that rounding allows and chance does not are doubted, beside others that come out."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.model.relation import Severity
from auditor.rulebook.packs import rule_packs

ROLL = """\
| In millions | 2025 | 2024 | 2023 |
|---|---|---|---|
| Balance at January 1 | 220 | 188 | 98 |
| Additions of the year | 41 | 54 | {added} |
| Additions of earlier years | 37 | 40 | 93 |
| Reductions | (5) | (46) | (33) |
| Settlements | (2) | (16) | (19) |
| Expiry | {expiry} | (1) | (5) |
| Translation | (3) | 1 | (2) |
| Balance at December 31 | 286 | 220 | {last} |
"""
FLEET = """\
| Craft | North | South | East | West | Total |
|---|---|---|---|---|---|
| Ferries | 7 | 8 | {east} | 7 | 31 |
| Tugs | 3 | - | 1 | 2 | 6 |
| Barges | 3 | 1 | 3 | 2 | 9 |
| Total | 13 | 9 | 13 | 11 | 46 |
"""


def found(text):
    report = document_report(readers.read(text.encode(), "note.md"), rule_packs())
    return [(f.severity, suggested(f)) for f in report.findings]


def suggested(finding):
    return {s.citation.text: s.suggestion for s in finding.suspects}


@pytest.mark.parametrize(
    "expiry, added, last, findings",
    [
        ("(2)", "56", "188", []),
        ("(3)", "56", "188", []),  # a unit, or two, are lost in rounding
        ("(4)", "56", "188", []),
        ("(6)", "56", "188", ["(6)"]),
        ("(6)", "56", "187", []),  # another column does not come out either
    ],
)
def test_what_eight_roundings_would_hardly_leave_is_doubted(expiry, added, last, findings):
    told = found(ROLL.format(expiry=expiry, added=added, last=last))
    assert [severity for severity, _ in told] == [Severity.WARNING] * len(findings)
    assert all(text in suspects for text, (_, suspects) in zip(findings, told, strict=True))


@pytest.mark.parametrize(
    "east, findings",
    [("9", []), ("8", []), ("7", [(Severity.WARNING, {"7": "9"})])],
)
def test_two_sums_that_ask_the_same_of_one_figure_are_doubted_together(east, findings):
    assert found(FLEET.format(east=east)) == findings


PUPILS = """\
| Age | Northam | Easterby | Westow |
|---|---|---|---|
| Total | 2,015 | 880 | {total} |
""" + "".join(
    f"| {5 * n} to {5 * n + 4} | {north} | {east} | {west} |\n"
    for n, (north, east, west) in enumerate(
        [
            (200, 85, 90),
            (245, 95, 95),
            (260, 110, 75),
            (215, 90, 135),
            (250, 100, 80),
            (295, 120, 170),
            (190, 95, 240),
            (160, 75, 160),
            (120, 60, 130),
            (80, 50, 85),
        ],
        start=1,
    )
)


@pytest.mark.parametrize("total", ["1,260", "1,255"])
def test_what_was_rounded_to_fives_is_off_by_fives(total):
    assert found(PUPILS.format(total=total)) == []
