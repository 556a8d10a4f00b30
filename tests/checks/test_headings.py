"""Headings that name a period, against the columns below them."""

import pytest

from auditor import readers
from auditor.checks.headings import label_checks
from auditor.facts.layout import grid_of
from auditor.findings.build import label_finding
from auditor.model.period import Calendar
from auditor.model.relation import Kind, Severity
from auditor.model.rule import Operand, Rule
from auditor.model.verdict import Status

HOLDS, VIOLATED = Status.HOLDS, Status.VIOLATED
RULE = Rule(
    "heading", Kind.LABEL, "Headings", Operand("heading"), why="So.", severity=Severity.WARNING
)


def checks(text, calendar=Calendar(4)):  # noqa: B008  # frozen
    document = readers.read(text.encode(), "gannet.md")
    grids = [grid_of(table) for table in document.tables]
    return list(label_checks(RULE, grids, calendar))


def table(*headings):
    columns = " | ".join(headings)
    return (
        f"\n\n| | {columns} |\n|---|{'---|' * len(headings)}\n| Fares |{' 8 |' * len(headings)}\n"
    )


@pytest.mark.parametrize(
    "heading, columns, expected",
    [
        ("## Other data in 2Q06", ("2Q06", "2Q05"), [HOLDS]),
        ("## Other data in 1Q06", ("2Q06", "2Q05"), [VIOLATED]),
        ("## Results of 1H06", ("1Q06", "2Q06"), [HOLDS]),  # it holds its quarters
        ("## Results of 2Q06", ("1H06", "1H05"), [HOLDS]),  # it lies within the half
        ("## Balance in 2Q06", ("September 30, 2006", "March 31, 2006"), [HOLDS]),
        ("## Balance in 1Q06", ("September 30, 2006", "March 31, 2006"), []),  # dates, no spans
        ("## 1Q06 and 2Q06", ("2Q06",), [HOLDS]),  # one of several is enough
        ("## Revised on November 2, 2006", ("FY2007",), []),  # a date claims nothing
        ("## Other data", ("2Q06",), []),
        ("## Other data in 1Q06", ("Oban", "Mallaig"), []),
        ("# Results of 1Q06\n\n## Fares", ("2Q06",), []),  # only the table's own heading
        ("", ("2Q06",), []),
    ],
)
def test_a_heading_agrees_with_one_of_its_columns(heading, columns, expected):
    assert [check.status for check in checks(heading + table(*columns))] == expected


@pytest.mark.parametrize(
    "columns, expected",
    [
        (("2Q06", "2Q05"), "2Q06"),
        (("2Q06 (2006/7-2006/9)", "2Q05 (2005/7-2005/9)"), "2Q06"),
        (("Three months ended September 30, 2006",), "Three months ended September 30, 2006"),
    ],
)
def test_the_heading_should_name_the_first_column(columns, expected):
    (check,) = checks("## Other data in 4Q06" + table(*columns))
    assert check.expected == expected


FISCAL = "# Second Quarter Fiscal 2025 Results"
ENDED = ("Three Months Ended July 31, 2024", "Six Months Ended July 31, 2024")


def test_a_fiscal_quarter_says_nothing_where_no_one_told_when_the_year_begins():
    assert checks(FISCAL + table(*ENDED), Calendar()) == []
    told = checks(FISCAL + table(*ENDED), Calendar(2, named_by_end=True))
    assert [check.status for check in told] == [HOLDS]
    told = checks(FISCAL + table(*ENDED), Calendar(10, named_by_end=True))
    assert [check.status for check in told] == [VIOLATED]


def test_a_finding_cites_the_words_and_the_columns():
    (check,) = checks("# Gannet\n\n## Other data in 1Q06" + table("2Q06", "2Q05"))
    finding = label_finding(check)
    assert finding.message == (
        "The heading “Other data in 1Q06” says 1Q06, but the columns below it are 2Q06, 2Q05."
    )
    assert (finding.printed, finding.expected) == ("1Q06", "2Q06")
    assert [(c.text, c.source.line, c.source.column) for c in finding.citations] == [
        ("1Q06", 3, 18),
        ("2Q06", 5, 5),
        ("2Q05", 5, 12),
    ]
    assert (finding.severity, finding.kind, finding.why) == (Severity.WARNING, Kind.LABEL, "So.")


def test_a_finding_keeps_its_id_when_it_moves():
    text = "## Other data in 1Q06" + table("2Q06")
    ids = {
        label_finding(check).id
        for lead in ("", "Dear reader,\n\n")
        for check in checks(lead + text)
    }
    assert len(ids) == 1
