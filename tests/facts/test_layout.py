import pytest

from auditor.facts.layout import grid_of
from auditor.readers import text


def grid(written):
    """The grid of a table written with one bar between cells; ``_`` is a blank cell."""
    rows = ["|" + line.replace("_", " ") + "|" for line in written.strip().split("\n")]
    return grid_of(text.read("\n".join(rows).encode(), "a.md").tables[0])


def headings(band):
    return {column.index: " / ".join(column.headings) for column in band.columns}


def rows(band):
    return [(row.group, row.label) for row in band.rows]


@pytest.mark.parametrize(
    "written, expected",
    [
        ("Item|2Q06|2Q05\nSales|1|2", {1: "2Q06", 2: "2Q05"}),
        ("Sales|1|2\nCosts|3|4", {1: "", 2: ""}),  # no header at all
        ("Item|2006|2005\nSales|1|2", {1: "2006", 2: "2005"}),  # years head columns
        ("_|(2006)|2005*\nSales|1|2", {1: "(2006)", 2: "2005"}),
        ("_|2568|2567\nSales|1|2", {1: "2568", 2: "2567"}),  # of Buddhist years too
        ("Sales|2568|2540\nCosts|3|4", {1: "", 2: ""}),
        # A blank cell continues the heading to its left ...
        (
            "_|1H06|_|1H05|_\n_|Target|Result|Target|Result\nSales|1|2|3|4",
            {1: "1H06 / Target", 2: "1H06 / Result", 3: "1H05 / Target", 4: "1H05 / Result"},
        ),
        # Headings that stand over nothing belong to the columns to their right ...
        (
            "_|2025|2024|_|% Chg|_|_\nSales|_|$9|_|$8|_|2%\nCosts|_|7|_|6|_|3%",
            {2: "2025", 4: "2024", 6: "% Chg"},
        ),
        (
            "_|_|At 2025|At 2024|_\n" + "Cash|_|_|1|2\n" * 17 + "Shares|_|9.2|_|_",
            {2: "", 3: "At 2025", 4: "At 2024"},
        ),
        # ... unless one is the heading of remarks, or they are fewer or more than the columns
        ("_|Note|2025|_\nSales|_|9|8\nCosts|_|7|6", {2: "2025", 3: "2025"}),
        ("_|2025|2024|_\nSales|see|9|8\nCosts|_|7|6", {2: "2024", 3: "2024"}),
        # Amounts in the first column are no labels
        ("For|Against\n1,204|12\n2,311|40", {0: "For", 1: "Against"}),
        ("No.|Against\n1|12\n2|40", {1: "Against"}),
        # Numbers of what stands beside them are labels, amounts are not
        ("_|3.1|Articles of Association|_\n_|10.2|Form of Agreement|_", {}),
        ("_|$3.1|Articles sold\n_|10.2|Forms sold", {1: ""}),
        # ... but not beneath a heading that begins its own column
        (
            "_|1H06|_|YoY\n_|Amount|% of Total|_\nSales|1|2|3",
            {1: "1H06 / Amount", 2: "1H06 / % of Total", 3: "YoY"},
        ),
        (
            "_|2006|_|Change|_\n_|1H|2H|_|%\nSales|1|2|3|4",
            {1: "2006 / 1H", 2: "2006 / 2H", 3: "Change", 4: "Change / %"},
        ),
        (
            "_|Group|_|_|_\n_|1H06|_|1H05|_\n_|a|b|a|b\nSales|1|2|3|4",
            {
                1: "Group / 1H06 / a",
                2: "Group / 1H06 / b",
                3: "Group / 1H05 / a",
                4: "Group / 1H05 / b",
            },
        ),
        # A heading of percentages is none of the amounts beside them
        (
            """_|Quarter|_|_|_
            _|_|% Change|_|_
            _|2006|Actual|Constant|2005
            Sales|$110|10%|11%|$100
            Margin|30%|_|_|26%""",
            {
                1: "Quarter / 2006",
                2: "Quarter / % Change / Actual",
                3: "Quarter / % Change / Constant",
                4: "Quarter / 2005",
            },
        ),
        (  # though set over the last of them
            "_|_|% Change|_\n_|2006|2005|_\nSales|110|100|10.0%\nFees|55|60|(8.3)",
            {1: "2006", 2: "2005", 3: "% Change"},
        ),
        (
            "_|_|% Change|% Change adjusted|_\n_|2006|2005|_|_\nSales|110|100|10%|9%",
            {1: "2006", 2: "2005", 3: "% Change", 4: "% Change adjusted"},
        ),
        (  # where every column states percentages it stands where it belongs
            "_|_|% Change|_\n_|2006|2005|_\nSales|11%|10%|1%",
            {1: "2006", 2: "% Change / 2005", 3: "% Change / 2005"},
        ),
        ("_|_|2Q06\nSales|1|2", {1: "", 2: "2Q06"}),  # nothing to the left to continue
        ("_|2Q06\nSales|1|2", {1: "2Q06", 2: "2Q06"}),  # a header row that ends early
        ("Item|2Q06|Note|2Q05\nSales|1|rising|2", {1: "2Q06", 3: "2Q05"}),  # columns hold figures
        ("Item|２Ｑ０６|2\u00a0Q\nSales|1|2", {1: "2Q06", 2: "2 Q"}),
    ],
)
def test_column_headings(written, expected):
    bands = grid(written).bands
    assert len(bands) == 1
    assert headings(bands[0]) == expected


@pytest.mark.parametrize(
    "written, expected",  # title, header rows, column headings, labels
    [
        (
            "Balance Sheets|June 2006|March 2006\nCash|1|2\nCash Flows|2Q06|2Q05\nInvesting|3|4",
            [
                ("Balance Sheets", (0,), {1: "June 2006", 2: "March 2006"}, ["Cash"]),
                ("Cash Flows", (2,), {1: "2Q06", 2: "2Q05"}, ["Investing"]),
            ],
        ),
        (  # without periods of its own, a header stands under those above
            "Group|1H06|_|2H06\n_|Plan|New|Plan\nSales|1|2|3\nParent|Plan|New|Plan\nSales|4|5|6",
            [
                (
                    "Group",
                    (0, 1),
                    {1: "1H06 / Plan", 2: "1H06 / New", 3: "2H06 / Plan"},
                    ["Sales"],
                ),
                (
                    "Parent",
                    (3,),
                    {1: "1H06 / Plan", 2: "1H06 / New", 3: "2H06 / Plan"},
                    ["Sales"],
                ),
            ],
        ),
        (  # and so does the one after it
            "A|1H06\nSales|1\nB|Plan\nSales|2\nC|Result\nSales|3",
            [
                ("A", (0,), {1: "1H06"}, ["Sales"]),
                ("B", (2,), {1: "1H06 / Plan"}, ["Sales"]),
                ("C", (4,), {1: "1H06 / Result"}, ["Sales"]),
            ],
        ),
        (  # a header under a title of its own does not
            "_|2006|Change %\nSales|1|2\nShops by region|_|_\nRegion|Opened|Closed\nNorth|3|4",
            [
                ("", (0,), {1: "2006", 2: "Change %"}, ["Sales"]),
                ("Region", (3,), {1: "Opened", 2: "Closed"}, ["North"]),
            ],
        ),
        (  # nor one whose periods are relative to the report
            "_|前第2四半期|増減率\n売上高|1|2\n区分|前期|増減額\n国内|3|4",
            [
                ("", (0,), {1: "前第2四半期", 2: "増減率"}, ["売上高"]),
                ("区分", (2,), {1: "前期", 2: "増減額"}, ["国内"]),
            ],
        ),
        (  # bare years below the body head it anew
            "_|2006|2005\nSales|1|2\n_|2004|2003\nSales|3|4",
            [
                ("", (0,), {1: "2006", 2: "2005"}, ["Sales"]),
                ("", (2,), {1: "2004", 2: "2003"}, ["Sales"]),
            ],
        ),
        (  # with a label they are figures
            "_|2Q06|2Q05\nSales|1|2\nEmployees|2010|1998",
            [("", (0,), {1: "2Q06", 2: "2Q05"}, ["Sales", "Employees"])],
        ),
    ],
)
def test_bands(written, expected):
    found = [
        (band.title, band.header, headings(band), [row.label for row in band.rows])
        for band in grid(written).bands
    ]
    assert found == expected


@pytest.mark.parametrize(
    "written, expected",  # group, label
    [
        ("_|2Q06\nSales|1\nCosts|2", [("", "Sales"), ("", "Costs")]),
        (
            "_|2Q06\nAssets|_\nCash|1\nStock|2\nDebts|_\nLoans|3",
            [("Assets", "Cash"), ("Assets", "Stock"), ("Debts", "Loans")],
        ),
        ("_|2Q06\nCash|1\n_|_\nStock|2", [("", "Cash"), ("", "Stock")]),
        ("_|2Q06|2Q05\nNet Income|n/a|***\nSales|1|2", [("", "Sales")]),  # no header, no group
        ("_|2Q06\nSales|-\nCosts|2", [("", "Sales"), ("", "Costs")]),  # a dash is a figure: nil
        ("Assets|Type|2Q06\nCash|ready|1\nStock|sold|2", [("", "Cash ready"), ("", "Stock sold")]),
        ("_|2Q06\n_|1", [("", "")]),
    ],
)
def test_body_rows(written, expected):
    (band,) = grid(written).bands
    assert rows(band) == expected


@pytest.mark.parametrize(
    "written, expected",  # (row, column) from 0
    [
        ("Item|2006|2005\nSales|1,204|-3", {(1, 1): 1204, (1, 2): -3}),  # heading years are none
        ("Item|2024 Units|2024 %\nA|7|70%", {(1, 1): 7, (1, 2): 70}),
        ("Item|2Q06\n2006|5\n2005|6", {(1, 0): 2006, (1, 1): 5, (2, 0): 2005, (2, 1): 6}),
        ("Item|2Q06\nSales|rising\nCosts|(7)", {(2, 1): -7}),
        ("Item|2Q06\nSales|1,204 〔12〕\nCosts|(7) 81", {(1, 1): 1204, (2, 1): 81}),
    ],
)
def test_figures(written, expected):
    assert {place: f.digits for place, f in grid(written).figures.items()} == expected


@pytest.mark.parametrize("written", ["_", "Item|2Q06", "a\nb", "_|_\n_|_"])
def test_a_table_without_figures_has_bands_without_columns(written):
    assert not any(band.columns for band in grid(written).bands)


@pytest.mark.parametrize(
    "written, expected",
    [
        ("_|2025|2024\nA|962.528|12\nB|684.774|9\nSum|1.647.302|21", 962528),
        ("_|2025|2024\nA|962.528|12\nB|1.647|9", 962528),  # with three decimals, by its digits
        ("_|2007.0|2008.0\nA|5|6", 5),  # a program wrote the years
        ("_|2007.00000|2008.00000\nA|5|6", 5),
        ("_|1\u200bH25|2H25\nA|1,\u200b204|6", 1204),
    ],
)
def test_the_cells_of_a_table_are_read_by_what_all_show(written, expected):
    found = grid(written)
    assert found.figures[1, 1].digits == expected
    assert (0, 1) not in found.figures


@pytest.mark.parametrize(
    "years, bands",
    [("2025|2024", 2), ("2024|2023", 1), ("2025|120", 1)],  # others are figures of a row so named
)
def test_years_head_columns_again_where_they_did_above(years, bands):
    table = f"_|2025|2024|Change\nSales|9|8|1\nSHARES|{years}|Points\nMargin|51.0 %|51.2 %|0.2"
    assert len(grid(table).bands) == bands
