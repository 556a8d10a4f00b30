import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.model.relation import Severity
from auditor.rulebook.packs import rule_packs
from benchmarks.held_out_models import HEADCOUNT
from benchmarks.models import cells_of, write
from tests.readers.workbooks import workbook

AMOUNT, FINE, SHARE, THOUSANDS = "#,##0", "#,##0.0", "0.0%", "#,##0,"


def report(*sheets):
    read = readers.read(workbook(*sheets), "a.xlsx")
    return document_report(read, rule_packs(), discover=False)


def checks(*sheets):
    """(kind, status, cell) of what formulas say."""
    return [
        (str(v.relation.kind), str(v.status), v.relation.target.source.at.cell)
        for v in report(*sheets).checks
        if v.relation.rule == "formula"
    ]


def sheet(cells, name="Sheet1"):
    return (name, {"A1": "CHF", "B1": "2024", "C1": "2023"} | cells, None)


ROWS = {"A2": "North", "A3": "South", "A4": "East", "A5": "All"}


@pytest.mark.parametrize(
    "cells, expected",
    [
        pytest.param(
            {"B2": 5, "B3": 6, "B5": ("=SUM(B2:B3)", 11, AMOUNT)},
            [("sum", "holds", "B5")],
            id="holds",
        ),
        pytest.param(
            {"B2": 5, "B3": 6, "B5": ("=SUM(B2:B3)", 12, AMOUNT)},
            [("sum", "violated", "B5")],  # whole numbers are stored: nothing was rounded
            id="not recalculated, and by less than rounding could explain",
        ),
        pytest.param(
            {"B2": (5.4, AMOUNT), "B3": (6.4, AMOUNT), "B5": ("=SUM(B2:B3)", 11.8, AMOUNT)},
            [("sum", "holds", "B5")],
            id="5 + 6 = 12 where more digits are stored",
        ),
        pytest.param(
            {"B2": (5.4, AMOUNT), "B3": (6.4, AMOUNT), "B5": ("=SUM(B2:B3)", 13.8, AMOUNT)},
            [("sum", "violated", "B5")],
            id="not recalculated",
        ),
        pytest.param(
            {"B2": 5, "B3": "6", "B5": ("=SUM(B2:B3)", 5, AMOUNT)},
            [("sum", "violated", "B5")],
            id="a number typed as a text",
        ),
        pytest.param(
            {"B2": 5, "B3": (6, ";;;"), "B5": ("=SUM(B2:B3)", 11, AMOUNT)},
            [("sum", "violated", "B5")],
            id="a number that is not shown",
        ),
        pytest.param(
            {"B2": (5000, THOUSANDS), "B3": (6, AMOUNT), "B5": ("=B2+B3", 5006, AMOUNT)},
            [],
            id="shown in thousands beside units",
        ),
        pytest.param(
            {"B2": (5000, '0,"K"'), "B3": (6, AMOUNT), "B5": ("=B2+B3", 5006, AMOUNT)},
            [("sum", "holds", "B5")],
            id="shown in thousands that say so",
        ),
        pytest.param(
            {"B2": 9, "B3": (-4, "0;0"), "B5": ("=SUM(B2:B3)", 5, AMOUNT)},
            [("sum", "holds", "B5")],
            id="shown without its sign",
        ),
        pytest.param(
            {"B2": 9, "B3": (-4, "0;[Red]0"), "B5": ("=SUM(B2:B3)", 5, AMOUNT)},
            [("sum", "holds", "B5")],
            id="negative by colour",
        ),
        pytest.param(
            {"B2": 2, "B3": 3, "B5": ("=AVERAGE(B2:B4)", 2.5, FINE)},
            [("average", "holds", "B5")],
            id="an average passes over blanks",
        ),
        pytest.param(
            {"B2": 2, "B3": 3, "B5": ("=B2/B3", 2 / 3, SHARE)},
            [("ratio", "holds", "B5")],
            id="a share",
        ),
        pytest.param(
            {"B2": 2, "B3": 3, "B5": ("=B2/B3", 0.76, SHARE)},  # of 2 and 3, and nothing finer
            [("ratio", "violated", "B5")],
            id="a wrong share",
        ),
        pytest.param(
            {"B2": (2.28, AMOUNT), "B3": 3, "B5": ("=B2/B3", 0.76, SHARE)},
            [("ratio", "holds", "B5")],
            id="a share of more digits than are shown",
        ),
        pytest.param(
            {"B2": 2, "B3": 3, "B5": ("=B2/B3", 2 / 3, "0.00")},
            [("ratio", "holds", "B5")],
            id="a ratio",
        ),
        pytest.param(
            {"B2": 2, "B3": 3, "A5": "Share (%)", "B5": ("=B2/B3*100", 200 / 3, "0.0")},
            [("ratio", "holds", "B5")],
            id="a share that its label says to be in per cent",
        ),
        pytest.param(
            {"B2": 2, "B3": 3, "B5": ("=B2/B3*100", 200 / 3, "0.0")},
            [],
            id="a share that nothing says to be in per cent",
        ),
        pytest.param(
            {"B2": 6, "C2": 5, "B5": ("=B2/C2-1", 0.2, SHARE)},
            [("growth", "holds", "B5")],
            id="growth",
        ),
        pytest.param(
            {"B2": 6, "C2": 5, "B5": ("=(B2-C2)/C2", 0.3, SHARE)},
            [("growth", "violated", "B5")],
            id="wrong growth",
        ),
        pytest.param(
            {"B2": 6, "C2": 5, "B5": ("=(B2-C2)/C2", 0.2, "0.00")},
            [("ratio", "holds", "B5")],
            id="growth that is not shown in per cent",
        ),
        pytest.param(
            {"B2": (45382, "yyyy-mm-dd"), "B3": 2, "B5": ("=B2+B3", 45384, "0")},
            [],
            id="a date is no figure",
        ),
        pytest.param(
            {"B2": 5, "B5": ("=SUM(B1:B2)", 2029, AMOUNT), "B1": 2024},
            [],
            id="a year that heads a column is no figure",
        ),
    ],
)
def test_what_formulas_say_is_checked_as_far_as_figures_are_read_as_stored(cells, expected):
    assert checks(sheet(ROWS | cells)) == expected


@pytest.mark.parametrize(
    "note, formula, stored, shown, expected",
    [
        ("", "=Detail!B2", 5400, AMOUNT, [("tie", "holds", "B2")]),
        ("", "=Detail!B2", 5500, AMOUNT, [("tie", "violated", "B2")]),
        ("", "=Detail!B2", 5400, THOUSANDS, []),  # 5 beside 5,400, and nothing says thousands
        ("(CHF thousand)", "=Detail!B2", 5400, THOUSANDS, [("tie", "holds", "B2")]),
        ("(CHF thousand)", "=Detail!B2/1000", 5.4, AMOUNT, [("tie", "holds", "B2")]),
        ("(CHF thousand)", "=Detail!B2", 5400, AMOUNT, []),
    ],
)
def test_sheets_in_different_units_are_compared_if_both_say_theirs(
    note, formula, stored, shown, expected
):
    detail = ("Detail", {"A1": "CHF", "B1": "2024", "A2": "Mugs", "B2": (5400, AMOUNT)}, None)
    cells = {"A1": note or "x", "B1": "2024", "A2": "Crockery", "B2": (formula, stored, shown)}
    assert checks(detail, ("Summary", cells, None)) == expected


def test_a_finding_cites_the_cells_and_quotes_the_formula():
    cells = {"B2": 5, "B3": 6, "B4": 7, "B5": ("=SUM(B2:B4)", 28, AMOUNT)}
    (finding,) = report(sheet(ROWS | cells, "P&L")).findings
    assert finding.severity is Severity.ERROR
    assert finding.rule == "formula"
    assert finding.why == "The workbook computes it: =SUM(B2:B4)."
    assert {(c.source.at.sheet, c.source.at.cell) for c in finding.citations} == {
        ("P&L", cell) for cell in ("B2", "B3", "B4", "B5")
    }


def test_what_formulas_say_is_not_discovered_again():
    cells = {f"{c}{r}": r + n for r in (2, 3, 4) for n, c in enumerate("BCDE")}
    sums = {f"{c}5": (f"=SUM({c}2:{c}4)", 9 + 3 * n, AMOUNT) for n, c in enumerate("BCDE")}
    heads = {f"{c}1": f"{year}" for c, year in zip("BCDE", range(2024, 2020, -1), strict=True)}
    read = readers.read(workbook(sheet(ROWS | heads | cells | sums)), "a.xlsx")
    found = document_report(read, rule_packs()).checks
    assert [v.relation.rule for v in found].count("formula") == 4
    assert len(found) == 4


@pytest.mark.parametrize("name", ["Cost a head", "Intensity"])
def test_what_is_divided_does_not_add_up(name, tmp_path):
    """A cost by month over heads: the half-year is divided by the months too, and no sum."""
    sheets = [
        s._replace(rows=[r._replace(label=r.label.replace("Cost a head", name)) for r in s.rows])
        for s in HEADCOUNT.sheets
    ]
    model = HEADCOUNT._replace(sheets=sheets)
    write(model, cells_of(model), tmp_path / "a.xlsx")
    read = readers.read((tmp_path / "a.xlsx").read_bytes(), "a.xlsx")
    assert document_report(read, rule_packs()).findings == ()
