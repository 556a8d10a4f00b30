"""Totals that are called so, which their parts do not make."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.model.relation import Severity
from auditor.relations.discovered._total_names import is_named_total
from auditor.rulebook.packs import rule_packs


def found(text, name="review.md"):
    report = document_report(readers.read(text.encode(), name), rule_packs())
    return [(f.printed, f.severity) for f in report.findings]


ONE_COLUMN = """
| Product (EUR million) | Sales |
|---|---|
| Valves | 3,120 |
| Pumps | 1,884 |
| Spares | 907 |
| Total sales | 5,911 |
"""
TWO_COLUMNS = """
| Region (CHF thousand) | 2025 | 2024 |
|---|---|---|
| North | 3,120 | 2,980 |
| South | 1,884 | 1,907 |
| Summe | 5,004 | 4,887 |
"""


TWO_UP = """
| County | Shops | County | Shops |
|---|---|---|---|
| Avon | 139 | Kent | 205 |
| Devon | 112 | Rutland | 5 |
| Essex | 129 | Surrey | 217 |
| Hampshire | 147 | Total | 954 |
"""


@pytest.mark.parametrize(
    ("label", "is_total"),
    [
        ("All regions", True),
        ("All the segments", True),
        ("All other", False),
        ("All others", False),
        ("Alle Regionen", True),
        ("Alle übrigen", False),
        ("Toutes les régions", True),
        ("Tous les autres", False),
        ("Full-year dividend", True),
        ("Full-year guidance", False),
    ],
)
def test_what_is_said_of_all_is_a_total(label, is_total):
    assert is_named_total(label) is is_total


@pytest.mark.parametrize("text", [ONE_COLUMN, TWO_COLUMNS, TWO_UP])
def test_a_total_that_comes_out_is_silent(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text, right, wrong",
    [
        (ONE_COLUMN, "5,911", "5,811"),  # a digit
        (ONE_COLUMN, "5,911", "6,144"),  # no slip
        (TWO_COLUMNS, "5,004", "5,237"),
        (TWO_COLUMNS, "5,004 | 4,887", "5,004 | 4,761"),
    ],
)
def test_a_total_that_its_parts_do_not_make_is_doubtful(text, right, wrong):
    assert [severity for _, severity in found(text.replace(right, wrong))] == [Severity.WARNING]


ONE_OF_MANY = """
| Product | Sales |
|---|---|
| Valves | 3,120 |
| Pumps | 1,884 |
| Total sales of the group | 25,911 |
"""
COUNTED_ONCE = """
| Segment | Customers |
|---|---|
| Mobile | 4,210 |
| Fixed | 2,385 |
| Total (customers counted once) | 5,930 |
"""
OF_WHICH = """
| (EUR million) | 2025 |
|---|---|
| Personnel | 1,204 |
| Thereof pensions | 88 |
| Materials | 2,318 |
| Total | 3,522 |
"""
LEFT_OUT = ONE_COLUMN.replace("5,911", "5,004")
PANELS = """
| State | Stores | State | Stores |
|---|---|---|---|
| Alabama | 139 | Montana | 15 |
| Alaska | 57 | Nebraska | 53 |
| Arizona | 32 | Nevada | 17 |
| Missouri | 47 | Total | 360 |
"""
ACQUIRED = """
| Assets acquired | Amount |
|---|---|
| Cash | $17.5 |
| Total assets acquired | 117.5 |
| Total liabilities assumed | 31.2 |
| Total assets acquired and liabilities assumed | 86.3 |
"""


@pytest.mark.parametrize("text", [ONE_OF_MANY, COUNTED_ONCE, OF_WHICH, LEFT_OUT, PANELS, ACQUIRED])
def test_what_another_reading_explains_is_silent(text):
    assert found(text) == []


GROUPS = """
| Site (USD thousand) | Cost |
|---|---|
| Europe |  |
| Lyon | 4,210 |
| Turin | 2,385 |
| Total Europe | 6,595 |
| Asia |  |
| Osaka | 3,118 |
| Pune | 1,942 |
| Total Asia | 5,060 |
| Total | 11,655 |
"""
QUARTERS = """
| (USD million) | Q1 | Q2 | Q3 | Q4 | FY 2025 |
|---|---|---|---|---|---|
| Revenue | 2,210 | 2,304 | 2,188 | 2,467 | 9,169 |
| Net income | 310 | 342 | 298 | 405 | 1,355 |
"""
SUBTOTALS = """
| (USD thousand) | 2025 | 2024 |
|---|---|---|
| Inventories | 1,330 | 1,288 |
| Trade receivables | 1,875 | 1,790 |
| Cash | 640 | 512 |
| Current assets | 3,845 | 3,590 |
"""
QUALIFIED = """
| (USD million) | 2025 | 2024 | 2023 |
|---|---|---|---|
| Advisers' fees | $14.2 | $12.6 | $1.8 |
| Severance, including accelerated share-based pay | 21.4 | 0.6 | 2.3 |
| Systems integration | 1.7 | 0.9 | 3.1 |
| Closed sites | 6.8 | 8.1 | – |
| Contract exits | 8.9 | 6.2 | 5.5 |
| Integration, restructuring and other | $53.0 | $28.4 | $12.7 |
"""
NEEDED = """
| (EUR million) | 2025 | 2024 |
|---|---|---|
| Towing | 74.6 | 71.3 |
| Salvage | 21.8 | 33.4 |
| Dredging | 20.1 | 27.9 |
| Diving | 15.7 | 18.2 |
| Total harbour services | 132.2 | 150.8 |
"""
TIDY = """year,product,units
2024,Chairs,1204
2024,Tables,318
2024,Total,1522
2025,Chairs,1266
2025,Tables,377
2025,Total,1643
"""


@pytest.mark.parametrize(
    "text, right, wrong, name",
    [
        (GROUPS, "6,595", "6,955", "x.md"),
        (GROUPS, "11,655", "11,565", "x.md"),
        (QUARTERS, "1,355", "1,535", "x.md"),
        (SUBTOTALS, "3,845", "3,485", "x.md"),
        (QUALIFIED, "$53.0", "$58.0", "x.md"),
        (TIDY, "1522", "1252", "x.csv"),
    ],
)
def test_a_total_that_others_of_its_table_speak_for(text, right, wrong, name):
    assert found(text, name) == []
    assert [printed for printed, _ in found(text.replace(right, wrong), name)] == [wrong]


def test_a_total_of_two_panels_is_of_both():
    assert [printed for printed, _ in found(TWO_UP.replace("954", "945"))] == ["945"]


TOTALS_BOTH_WAYS = """
| Store group (PLN million) | North | Centre | South | All regions |
|---|---|---|---|---|
| Hypermarkets | 1,204 | 988 | 1,310 | 3,502 |
| Convenience | 402 | 377 | 451 | 1,230 |
| Online | 655 | 702 | 690 | 2,047 |
| All groups | 2,261 | 2,067 | 2,451 | 6,779 |
"""


@pytest.mark.parametrize(
    "slips",
    [
        [("2,047", "2,074"), ("2,261", "2,621")],  # one in each direction
        [("1,230", "1,320"), ("2,047", "2,074")],  # two in one column
    ],
)
def test_two_slips_in_one_table_are_both_told(slips):
    text = TOTALS_BOTH_WAYS
    assert found(text) == []
    for right, wrong in slips:
        text = text.replace(right, wrong)
    assert sorted(printed for printed, _ in found(text)) == sorted(wrong for _, wrong in slips)


@pytest.mark.parametrize("name", ["Sum", "Sum of all items", "Overall", "All items"])
def test_what_a_total_may_be_called(name):
    text = ONE_COLUMN.replace("Total sales", name)
    assert found(text) == []
    assert len(found(text.replace("5,911", "5,811"))) == 1


DEBT = """
| Year | Amount |
|---|---|
| 2025 | 215,400 |
| 2026 | 118,250 |
| 2027 | 640,000 |
| 2028 | 95,000 |
| 2029 | 300,000 |
| Thereafter | 722,610 |
| Total | {} |
"""


@pytest.mark.parametrize(
    ("total", "told"),
    [
        ("2,091,260", []),
        ("2,391,260", ["2,391,260"]),  # 2029 twice: too much by a part is no reading of the rows
        ("2,213,260", ["2,213,260"]),
        ("1,973,010", []),  # 2026 may be no part
        ("1,757,610", []),  # 2025 and 2026 may be none
    ],
)
def test_a_gap_is_accounted_for_on_its_own_side_only(total, told):
    assert [printed for printed, _ in found(DEBT.format(total))] == told


def test_shares_that_were_purchased_add_up():
    text = """
| Period | Shares purchased | Average price paid | May yet be purchased |
|---|---|---|---|
| October 1-31 | 120,400 | $ 41.22 | 988,310 |
| November 1-30 | 98,750 | 42.05 | 889,560 |
| December 1-31 | 143,100 | 40.87 | 746,460 |
| Total | 362,250 | $ 41.31 | 746,460 |
"""
    assert found(text) == []
    assert len(found(text.replace("| 98,750", "| 91,750"))) == 1


SMALL = """
| Band | 2025 | 2024 |
|---|---|---|
| Junior | 14 | 11 |
| Senior | 6 | 7 |
| Head | 3 | 2 |
| Total | 23 | 20 |
"""


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [("| 23", "| 32", 1), ("| 3 ", "| 7 ", 1), ("| 23 | 20", "| 28 | 25", 0)],
)
def test_small_counts_are_doubted_where_another_column_comes_out(right, wrong, told):
    assert found(SMALL) == []
    raised = found(SMALL.replace(right, wrong))
    assert [severity for _, severity in raised] == [Severity.WARNING] * told


def test_a_part_that_another_column_needs_accounts_for_no_gap():
    assert found(NEEDED) == []
    wrong = found(NEEDED.replace("15.7", "35.7"))  # twenty more, and Dredging is 20.1
    assert [printed for printed, _ in wrong] == ["35.7"]
