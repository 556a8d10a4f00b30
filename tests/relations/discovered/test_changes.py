"""Growth, shares and points that tables nobody described state beside their amounts."""

import pytest

from auditor.auditing.pipeline import document_report
from auditor.checks.telling import ALONE
from auditor.model.document import Cell, Document, Source, Table
from auditor.model.places.line import LinePlace
from auditor.model.relation import Kind, Origin
from auditor.model.verdict import Status

GROWTH = """
| (in thousands) | 2025 | 2024 | % Change |
| Subscription | 744,532 | 623,763 | 19% |
| Services | 16,334 | 13,467 | 21% |
| Licences | 52,118 | 60,540 | (14)% |
| Support | 81,770 | 75,002 | 9% |
"""
TWO_BLOCKS = """
|  | 2025 | 2024 | % Change | 6M 2025 | 6M 2024 | % Change |
| Subscription | 744,532 | 623,763 | 19% | 1,443,260 | 1,227,559 | 18% |
| Services | 16,334 | 13,467 | 21% | 31,743 | 27,085 | 17% |
| Total | 760,866 | 637,230 | 19% | 1,475,003 | 1,254,644 | 18% |
"""
SHARES = """
|  | 2025 | % of total |
| North | 1,284 | 44.1% |
| South | 903 | 31.0% |
| West | 722 | 24.8% |
| Total | 2,909 | 100.0% |
"""
POINTS = """
|  | Reported | Operational | Change |
| Knees | 11.5% | 12.4% | (0.9)% |
| Hips | 23.7% | 25.1% | (1.4)% |
| Spine | (8.3)% | (7.1)% | (1.2)% |
| Trauma | 15.9% | 14.9% | 1.0% |
| Eyes | 3.8% | 6.3% | (2.5)% |
"""
MARGIN = """
|  | 2025 | 2024 | 2023 | 2022 |
| Revenue | 8,372 | 7,841 | 7,105 | 6,660 |
| Gross profit | 3,228 | 3,005 | 2,541 | 2,490 |
| Gross profit % | 38.6% | 38.3% | 35.8% | 37.4% |
"""

SIGNED_ONCE = """
|  | 2025 | 2024 | Total Change | Operations Change | Currency Change |
| Knees | 1,344 | 1,228 | 9.4% | 9.9% | (0.5)% |
| Hips | 903 | 940 | (3.9) | (3.2) | (0.7) |
| Spine | 722 | 690 | 4.6 | 4.4 | 0.2 |
| Trauma | 1,540 | 1,402 | 9.8 | 11.1 | (1.3) |
| Total | 4,509 | 4,260 | 5.8% | 6.5% | (0.7)% |
"""
TWO_BASES = """
|  | 2025 Reported | 2024 Reported | 2024 Hedges | 2024 Hedged | Change |
| North | 4,929 | 4,296 | (33) | 4,263 | 15% |
| South | 3,538 | 3,008 | (15) | 2,993 | 18% |
| West | 1,307 | 1,204 | (2) | 1,202 | 9% |
| East | 1,305 | 1,052 | (13) | 1,039 | 24% |
| Total | 11,079 | 9,560 | (63) | 9,497 | 16% |
"""
FEW = """
|  | 2025 | 2024 | Percent Change |
| Pensions | 482 | 643 | (25.0%) |
| Other plans | 65 | 60 | 8.2% |
| Total | 546 | 704 | (22.4%) |
"""


def table(text):
    """The lines of a small table, without its separator row, as a document."""
    rows = [
        [cell.strip() for cell in line.strip().strip("|").split("|")]
        for line in text.strip().splitlines()
    ]
    cells = tuple(
        tuple(
            Cell(cell, Source("t.md", LinePlace(r, 1, 2), table=1, row=r, col=c))
            for c, cell in enumerate(row, start=1)
        )
        for r, row in enumerate(rows, start=1)
    )
    return Document("t.md", "", (Table(1, cells),))


def discovered(text):
    """The discovered checks of a table: (kind, target, inputs) to status.

    One that comes out holds, whether or not anything else would tell were it wrong.
    """
    report = document_report(table(text), ())
    return {
        (v.relation.kind, v.relation.target.text, *(t.fact.text for t in v.relation.inputs)): (
            Status.HOLDS if v.reason == ALONE else v.status
        )
        for v in report.checks
        if v.relation.origin is Origin.DISCOVERED
    }


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        (GROWTH, (Kind.GROWTH, "19%", "744,532", "623,763")),
        (GROWTH, (Kind.GROWTH, "(14)%", "52,118", "60,540")),
        (TWO_BLOCKS, (Kind.GROWTH, "17%", "31,743", "27,085")),
        (SHARES, (Kind.RATIO, "31.0%", "903", "2,909")),
        (POINTS, (Kind.POINTS, "(0.9)%", "11.5%", "12.4%")),
        (MARGIN, (Kind.RATIO, "38.6%", "3,228", "8,372")),
        (SIGNED_ONCE, (Kind.GROWTH, "(3.9)", "903", "940")),
        (SIGNED_ONCE, (Kind.POINTS, "(3.2)", "(3.9)", "(0.7)")),
        (FEW, (Kind.GROWTH, "8.2%", "65", "60")),
    ],
)
def test_percentages_are_explained_by_other_figures(text, relation):
    assert discovered(text)[relation] is Status.HOLDS


@pytest.mark.parametrize(
    ("text", "printed", "wrong"),
    [
        (GROWTH, "| 9% |", "| 12% |"),
        (GROWTH, "| (14)% |", "| 14% |"),  # the sign
        (TWO_BLOCKS, "637,230 | 19%", "637,230 | 1%"),  # the other block shows how it is read
        (POINTS, "25.1%", "52.1%"),
        (MARGIN, "35.8%", "38.5%"),
        (SIGNED_ONCE, "(3.2)", "3.2"),
        (SIGNED_ONCE, "9.8 |", "8.9 |"),
        (FEW, "(22.4%)", "22.4%"),  # three figures are few, but only a sign is off
    ],
)
def test_the_figures_that_agree_convict_the_one_that_does_not(text, printed, wrong):
    assert printed in text
    assert Status.VIOLATED not in discovered(text).values()
    assert Status.VIOLATED in discovered(text.replace(printed, wrong)).values()


@pytest.mark.parametrize(
    ("text", "printed", "wrong"),
    [
        (SHARES, "24.8%", "24.9%"),  # forced to add up to 100
        (MARGIN, "35.8%", "35.9%"),
        (GROWTH, "% Change", "Constant currency % Change"),  # not of the amounts printed
    ],
)
def test_what_rounding_or_restating_may_do_is_no_finding(text, printed, wrong):
    altered = text.replace(printed, wrong).replace("| 9% |", "| 8% |")
    assert Status.VIOLATED not in discovered(altered).values()
