"""The report of a short extract of a real release, made by hand."""

from dataclasses import replace
from fractions import Fraction

import pytest

from auditor.model.citation import Citation
from auditor.model.document import Source
from auditor.model.fact import Comparison, Fact, Measure
from auditor.model.figure import Figure
from auditor.model.finding import Finding, Suspect
from auditor.model.interval import Interval
from auditor.model.period import Period, month
from auditor.model.places.line import LinePlace
from auditor.model.relation import Kind, Origin, Relation, Role, Severity, Term
from auditor.model.report import DocumentReport, Excerpt, Report, Unread
from auditor.model.verdict import LabelCheck, Status, Verdict

PATH = "samples/iij-2q06.md"
HALF = Period(month(2006, 4), month(2006, 9), "1H06")
PROSE = "(+21.3% compared to 1H05, +5.6% compared to the initial target)"

RESULT = Fact(
    1,
    Figure("26,444", 19, 26444, 0, "JPY", 6),
    Source(PATH, LinePlace(30, 22, 28), row_label="Total revenues"),
    "Total revenues",
    "revenue",
    period=HALF,
)
TARGET = Fact(
    2,
    Figure("25,000", 0, 25000, 0, "JPY", 6),
    Source(
        PATH,
        LinePlace(53, 16, 22),
        table=1,
        row=3,
        col=2,
        row_label="Total Revenues",
        column_label="1H06 / Initial Targets",
    ),
    "Total Revenues",
    "revenue",
    period=HALF,
    scenario="target",
)
GROWTH = Fact(
    3,
    Figure("+5.6%", 0, 56, -1, "%"),
    Source(
        PATH,
        LinePlace(31, 27, 32),
        row_label="Total revenues",
        column_label="compared to the target",
    ),
    "Total revenues",
    "revenue",
    Measure.GROWTH,
    HALF,
    Comparison(HALF, "target", None, "compared to the initial target"),
)
COSTS = Fact(
    4,
    Figure("21,582", 0, 21582, 0, "JPY", 6),
    Source(PATH, LinePlace(54, 16, 22), table=1, row=4, col=3, row_label="Total Costs"),
    "Total Costs",
    "cost",
    period=HALF,
)
MARGIN = Fact(
    5,
    Figure("4,862", 0, 4862, 0, "JPY", 6),
    Source(PATH, LinePlace(55, 16, 21), table=1, row=5, col=3, row_label="Gross Margin"),
    "Gross Margin",
    "gross margin",
    period=HALF,
)


def cited(fact, role):
    return Citation(role, fact.text, fact.source)


def excerpt(fact, line):
    start = line.index(fact.text)
    return Excerpt(
        fact.source, fact.text, str(fact.source.line), line, start, start + len(fact.text)
    )


AGAINST_TARGET = Relation(
    Kind.GROWTH,
    GROWTH,
    (Term(RESULT, 1, Role.LATER), Term(TARGET, 1, Role.EARLIER)),
    "revenue-against-target",
    "growth against the initial target",
)
MARGIN_SUM = Relation(
    Kind.DIFFERENCE, MARGIN, (Term(RESULT), Term(COSTS, -1)), "gross-margin", "gross margin"
)
UNTARGETED = Relation(
    Kind.GROWTH,
    GROWTH,
    (Term(COSTS, 1, Role.LATER),),
    "cost-against-target",
    missing=("Total Costs, initial target",),
)

CHECKS = (
    Verdict(AGAINST_TARGET, Status.VIOLATED, residual=Interval(Fraction(1, 9), Fraction(2, 9))),
    Verdict(MARGIN_SUM, Status.HOLDS, exact=True),
    Verdict(replace(MARGIN_SUM, origin=Origin.DISCOVERED), Status.HOLDS),
    Verdict(UNTARGETED, Status.NOT_CHECKABLE),
)

HEADED = LabelCheck(
    rule="heading-names-its-columns",
    title="heading agrees with its columns",
    status=Status.HOLDS,
    severity=Severity.WARNING,
    why="",
    heading=Citation("heading", "1H06", Source(PATH, LinePlace(48, 36, 40))),
    columns=(
        Citation(
            "column heading", "1H06", Source(PATH, LinePlace(51, 2, 6), table=1, row=1, col=2)
        ),
    ),
    heading_text="Consolidated Financial Results for 1H06",
    expected="1H06",
)

ERROR = Finding(
    id="6f1c2a90d7be",
    rule="revenue-against-target",
    kind=Kind.GROWTH,
    origin=Origin.DECLARED,
    severity=Severity.ERROR,
    message=(
        "Total revenues of 26,444 are said to be +5.6% compared to the initial target, but they"
        " are +5.8% above the target of 25,000."
    ),
    printed="+5.6%",
    expected="+5.8%",
    expected_interval=("5.7719", "5.7801"),
    suspects=(
        Suspect(cited(GROWTH, "target"), 0.91666, "+5.8%"),
        Suspect(cited(TARGET, "earlier"), 0.0834, "25,042"),
    ),
    citations=(cited(GROWTH, "target"), cited(RESULT, "later"), cited(TARGET, "earlier")),
    why="The release compares its results with the targets it published at the start of the year.",
    working=("26,444 / 25,000 - 1 = 5.776 %", "5.776 % is printed as +5.8%, not +5.6%"),
    broken=("target-in-words",),
)
WARNING = Finding(
    id="aa00",
    rule="sum",
    kind=Kind.SUM,
    origin=Origin.DISCOVERED,
    severity=Severity.WARNING,
    message="Gross Margin of 4,862 is one more than its parts add up to when truncated.",
    printed="4,862",
    expected="",
    expected_interval=None,
    suspects=(),
    citations=(cited(MARGIN, "target"),),
)
NOTE = replace(WARNING, id="bb11", severity=Severity.NOTE, message="A note about the last digit.")


def document(**changes):
    made = DocumentReport(
        path=PATH,
        sha256="0" * 64,
        printed=5,
        tied=3,
        checks=CHECKS,
        findings=(NOTE, WARNING, ERROR),
        untied=(cited(GROWTH, "growth"), cited(TARGET, "amount")),
        facts=(RESULT, TARGET, GROWTH, COSTS, MARGIN),
        labels=(HEADED,),
        packs=("core", "iij"),
        unbound=("core/cash-flow",),
        remarks=("line 142: a row has more cells than the table's header",),
        excerpts=(
            excerpt(GROWTH, PROSE),
            excerpt(MARGIN, "Gross Margin\t-\t4,862\t18.4%\t3,818\t17.5%\t+27.3%"),
        ),
    )
    return replace(made, **changes)


@pytest.fixture
def make_document():
    """A function that returns the document's report with some fields changed."""
    return document


@pytest.fixture
def report():
    return Report((document(),), (Unread("scan.pdf", "it has no text, only pictures"),))
