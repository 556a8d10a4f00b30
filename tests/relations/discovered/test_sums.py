"""The structure of a table, seen by its figures and words alone; a right table is silent."""

import pytest

from tests.relations.discovered.structure import alarms, sums

AFTER_ITS_PARTS = """\
| USD million | 2025 | 2024 |
|---|---|---|
| Fares | 801 | 742 |
| Freight | 402 | 395 |
| Charter | 318 | 342 |
| Total revenue | 1,521 | 1,479 |
"""
NESTED = """\
| USD million | 2025 | 2024 |
|---|---|---|
| Cash | 318 | 254 |
| Receivables | 1,427 | 1,390 |
| Total current assets | 1,745 | 1,644 |
| Vessels | 8,263 | 8,511 |
| Goodwill | 644 | 644 |
| Total non-current assets | 8,907 | 9,155 |
| Total assets | 10,652 | 10,799 |
"""
TWO_LEVELS_AND_A_LONE_LINE = """\
| USD million | 2025 | 2024 |
|---|---|---|
| Fares | 801 | 742 |
| Freight | 402 | 395 |
| Total operating revenue | 1,203 | 1,137 |
| Grants | 88 | 91 |
| Total revenue | 1,291 | 1,228 |
"""
SUBTRACTING = """\
| USD million | 2025 | 2024 |
|---|---|---|
| Revenue | 4,318 | 4,054 |
| Cost of sales | 2,927 | 2,790 |
| Gross profit | 1,391 | 1,264 |
| Selling expenses | 706 | 653 |
| Operating profit | 685 | 611 |
"""
SIGNED = (
    SUBTRACTING.replace("2,927", "(2,927)")
    .replace("2,790", "(2,790)")
    .replace("706", "(706)")
    .replace("653", "(653)")
)
JAPANESE = """\
| (百万円) | 2025年3月期 | 2024年3月期 | 増減 |
|---|---|---|---|
| 売上高 | 4,318 | 4,054 | 264 |
| 売上原価 | 2,927 | 2,790 | 137 |
| 売上総利益 | 1,391 | 1,264 | 127 |
| 販売費及び一般管理費 | 1,506 | 1,153 | 353 |
| 営業利益 | △115 | 111 | △226 |
"""
CHANGES = """\
| USD million | 2025 | 2024 | Change |
|---|---|---|---|
| Fares | 801 | 742 | 59 |
| Freight | 402 | 395 | 7 |
| Charter | 317 | 341 | (24) |
"""
NIL_PARTS = """\
| USD million | 2025 | 2024 |
|---|---|---|
| Fares | 801 | 742 |
| Freight | - | 395 |
| Charter | 317 | — |
| Total revenue | 1,118 | 1,137 |
"""
NAMELESS_SUBTOTAL = """\
| USD million | 2025 | 2024 |
|---|---|---|
| Fares | 801 | 742 |
| Freight | 402 | 395 |
| | 1,203 | 1,137 |
| Grants | 88 | 91 |
| Total revenue | 1,291 | 1,228 |
"""
SEGMENTS = """\
| USD million | Ferries | Freight | Eliminations | Total |
|---|---|---|---|---|
| External revenue | 801 | 402 | - | 1,203 |
| Intersegment revenue | 43 | 28 | (71) | - |
| Segment profit | 128 | 61 | (4) | 185 |
"""
QUARTERS = """\
| USD million | Q1 2024 | Q2 2024 | Q3 2024 | Q4 2024 | 2024 |
|---|---|---|---|---|---|
| Fares | 101 | 112 | 203 | 214 | 630 |
| Freight | 51 | 58 | 103 | 109 | 321 |
| Charter | 31 | 37 | 63 | 68 | 199 |
"""
TAX = """\
| USD million | 2025 | 2024 |
|---|---|---|
| Tax at the statutory rate | 171.3 | 152.8 |
| Non-deductible expenses | 12.4 | 9.7 |
| Rates | (8.6) | (5.2) |
| Income tax expense | 175.1 | 157.3 |
"""


@pytest.mark.parametrize(
    "table, structure",
    [
        (AFTER_ITS_PARTS, {"Total revenue = Fares + Freight + Charter"}),
        (
            NESTED,
            {
                "Total current assets = Cash + Receivables",
                "Total non-current assets = Vessels + Goodwill",
                "Total assets = Total current assets + Total non-current assets",
            },
        ),
        (
            TWO_LEVELS_AND_A_LONE_LINE,
            {
                "Total operating revenue = Fares + Freight",
                "Total revenue = Total operating revenue + Grants",
            },
        ),
        (
            SUBTRACTING,
            {
                "Gross profit = Revenue - Cost of sales",
                "Operating profit = Gross profit - Selling expenses",
            },
        ),
        (
            SIGNED,
            {
                "Gross profit = Revenue + Cost of sales",
                "Operating profit = Gross profit + Selling expenses",
            },
        ),
        (
            JAPANESE,
            {
                "売上総利益 = 売上高 - 売上原価",
                "営業利益 = 売上総利益 - 販売費及び一般管理費",
                "増減 = 2025年3月期 - 2024年3月期",
            },
        ),
        (CHANGES, {"Change = 2025 - 2024"}),
        (NIL_PARTS, {"Total revenue = Fares + Freight + Charter"}),
        (
            NAMELESS_SUBTOTAL,
            {"(no label) = Fares + Freight", "Total revenue = (no label) + Grants"},
        ),
        (SEGMENTS, {"Total = Ferries + Freight + Eliminations"}),
        (QUARTERS, {"2024 = Q1 2024 + Q2 2024 + Q3 2024 + Q4 2024"}),
        (
            TAX,
            {"Income tax expense = Tax at the statutory rate + Non-deductible expenses + Rates"},
        ),
    ],
)
def test_the_structure_of_a_table_is_seen(table, structure):
    assert sums(table) == structure
    assert alarms(table) == []


@pytest.mark.parametrize(
    "table, was, printed, expected",
    [
        # a total, a part, a subtotal: digits swapped, another digit, a factor of ten, a sign
        (AFTER_ITS_PARTS, "1,521", "1,251", [("1,251", "1,521")]),
        (AFTER_ITS_PARTS, "1,479", "14,790", [("14,790", "1,479")]),
        (NESTED, "1,745", "1,475", [("1,475", "1,745")]),
        (NESTED, "10,799", "10,199", [("10,199", "10,799")]),
        (TWO_LEVELS_AND_A_LONE_LINE, "1,137", "1,187", [("1,187", "1,137")]),
        (SUBTRACTING, "1,391", "1,319", [("1,319", "1,391")]),
        (SIGNED, "1,264", "1,164", [("1,164", "1,264")]),
        (JAPANESE, "1,391", "1,931", [("1,931", "1,391")]),
        (NIL_PARTS, "1,118", "1,181", [("1,181", "1,118")]),
        (NAMELESS_SUBTOTAL, "1,203", "1,303", [("1,303", "1,203")]),
        (SEGMENTS, "185", "158", [("158", "185")]),
        (QUARTERS, "630", "360", [("360", "630")]),
        (TAX, "175.1", "171.5", [("171.5", "175.1")]),
    ],
)
def test_one_misprint_is_one_finding_with_its_correction(table, was, printed, expected):
    assert table.count(was) == 1
    assert alarms(table.replace(was, printed)) == expected


@pytest.mark.parametrize(
    "above, parts",
    [
        ("1,521 | 1,479", ("801 | 742", "402 | 395", "318 | 342")),
        ("1,203 | 1,137", ("801 | 742", "402 | 395")),
    ],
)
def test_a_total_above_its_parts_is_tied_to_them(above, parts):
    names = ("Fares", "Freight", "Charter")
    rows = [f"| {name} | {part} |" for name, part in zip(names, parts, strict=False)]
    table = "\n".join(["| USD | 2025 | 2024 |", "|---|---|---|", f"| Revenue | {above} |", *rows])
    (relation,) = sums(table)
    assert all(name in relation for name in ("Revenue", *names[: len(parts)]))
    assert alarms(table) == []


ASSETS_AND_CLAIMS = """\
| USD billion | 2025 | 2024 | 2023 |
|---|---|---|---|
| Assets | 278.8 | 301.7 | 339.9 |
| Real estate | 202.4 | 217.5 | 243.0 |
| Machinery | 62.8 | 69.7 | 81.3 |
| Financial assets | 13.6 | 14.5 | 15.6 |
| | | | |
| Claims | 278.8 | 301.7 | 339.9 |
| Debt | 48.5 | 52.8 | 58.1 |
| Equity | 230.3 | 248.9 | 281.8 |
"""


def test_what_stands_right_above_its_parts_is_their_total_and_not_what_is_as_much():
    assert sums(ASSETS_AND_CLAIMS) == {
        "Assets = Real estate + Machinery + Financial assets",
        "Claims = Debt + Equity",
    }
