import pytest

from auditor import readers
from auditor.readers._xlsx.addresses import Place, column_letters, column_number, span_of
from auditor.readers._xlsx.expressions import expression
from auditor.readers._xlsx.tokens import spelled, tokens
from tests.readers.workbooks import parts, rows, workbook

GRID = {
    "A1": "CHF", "B1": "2024", "C1": "2023",
    "A2": "North", "B2": 5, "C2": 4,
    "A3": "South", "B3": 6, "C3": 6,
    "A4": "Total", "B4": ("=SUM(B2:B3)", 11, "0"), "C4": ("=SUM(C2:C3)", 10, "0"),
}  # fmt: skip


def document(data):
    return readers.read(data, "a.xlsx")


def stated(cells, cell="B9"):
    """The formula of a cell as (kind, operands), each operand as sign, cell and divisor or not."""
    read = document(workbook(("Sheet1", cells, None)))
    cell_at = {
        (c.source.table, c.source.row, c.source.col): c.source.at.cell
        for table in read.tables
        for row in table.rows
        for c in row
    }

    def at(operand):
        return cell_at[operand.table, operand.row, operand.column]

    for one in read.formulas:
        if at(one.target) == cell:
            signs = {1: "+", -1: "-"}
            words = [f"{'/' * o.under}{signs[o.sign]}{at(o)}" for o in one.operands]
            return one.kind, " ".join(words)
    return None


@pytest.mark.parametrize(
    "formula, expected",
    [
        ("=SUM(B2:B4)", ("sum", "+B2 +B3 +B4")),
        ("=SUM(B2,B4)", ("sum", "+B2 +B4")),
        ("=SUM(B2:B3,C2)", ("sum", "+B2 +B3 +C2")),
        ("=sum( $B$2 : B$3 )", ("sum", "+B2 +B3")),
        ("=B2+B3+B4", ("sum", "+B2 +B3 +B4")),
        ("=+B2-B3", ("difference", "+B2 -B3")),
        ("=B2-(B3-B4)", ("sum", "+B2 -B3 +B4")),
        ("=-B2--B3", ("difference", "-B2 +B3")),
        ("=B2-SUM(B3:B4)", ("sum", "+B2 -B3 -B4")),
        ("=SUM(B2:B3)-SUM(C2:C3)", ("sum", "+B2 +B3 -C2 -C3")),
        ("=B2", ("tie", "+B2")),
        ("='Sheet1'!B2", ("tie", "+B2")),
        ("=-B2", ("sum", "-B2")),
        ("=B2*-1", ("sum", "-B2")),
        ("=ROUND(SUM(B2:B3),0)", ("sum", "+B2 +B3")),
        ("=ROUND(SUM(B2:B3),2)", None),  # shown without decimals, it would be rounded twice
        ('=IFERROR(B2+B3,"n/a, (see)")', ("sum", "+B2 +B3")),
        ("=SUBTOTAL(9,B2:B4)", ("sum", "+B2 +B3 +B4")),
        ("=SUBTOTAL(1,B2:B4)", None),
        ("=AVERAGE(B2:B4)", ("average", "+B2 +B3 +B4")),
        ("=B2/C2", ("ratio", "+B2 /+C2")),
        ("=(B2-B3)/B4", ("ratio", "+B2 -B3 /+B4")),
        ("=B2/SUM(B2:B3)", ("ratio", "+B2 /+B2 /+B3")),
        ("=B2/C2-1", ("growth", "+B2 /+C2")),
        ("=(B2-C2)/C2", ("growth", "+B2 /+C2")),
        ("=B2/C2*100", ("ratio", "+B2 /+C2")),
        ("=B2/1000", ("tie", "+B2")),
        ("=SUM(_xlfn.SINGLE(B2))", None),
        ("=B2*C2", None),
        ("=B2*12", None),
        ("=B2+1", None),
        ("=B2^2", None),
        ("=B2%", None),
        ("=MAX(B2:B4)", None),
        ("=SUM(B:B)", None),
        ("=SUM(2:3)", None),
        ("=SUM([1]Other!B2:B3)", None),
        ("='[Other.xlsx]A'!B2", None),
        ("=SUM(Sheet1:Sheet3!B2)", None),
        ("=IF(B2>0,B2,B3)", None),
        ("=#REF!+B2", None),
        ("=B9+B2", None),  # itself
        ("=SUM(B2:B99999)", None),
        ("=Unknown+B2", None),
        ("=(B2", None),
        ("=", None),
    ],
)
def test_sums_and_plain_quotients_are_statements(formula, expected):
    cells: dict[str, object] = {"A1": "CHF", "B1": "2024", "C1": "2023"}
    cells |= {f"{c}{r}": r for c in "BC" for r in (2, 3, 4)} | {"A9": "x"}
    assert stated(cells | {"B9": (formula, 7, "0")}) == expected


@pytest.mark.parametrize(
    "cells, expected",
    [
        ({"B3": "n/a"}, ("sum", "+B2 +B4")),  # a text adds nothing
        ({"B3": "1,204"}, ("sum", "+B2 +B3 +B4")),  # but a figure typed as a text is shown
        ({"B3": ("=1/0", "#DIV/0!", "0")}, None),
        ({"B3": ("=C9", "", "0")}, ("sum", "+B2 +B3 +B4")),  # a blank is a part
        ({"B3": (-5, "0;0")}, ("sum", "+B2 -B3 +B4")),  # shown without its sign
        ({"B3": (45382, "yyyy-mm-dd")}, ("sum", "+B2 +B3 +B4")),
    ],
)
def test_what_a_range_holds_besides_numbers(cells, expected):
    every = {"A1": "CHF", "B1": "x", "C1": "y", "B2": 2, "B4": 3, "C2": 1, "C3": 1, "A9": "t"}
    assert stated(every | cells | {"B9": ("=SUM(B2:B4)", 5, "0")}) == expected


def test_a_subtotal_passes_over_other_subtotals_and_says_nothing_where_rows_are_hidden():
    cells = {
        "A1": "t",
        "B1": "x",
        "A2": "a",
        "B2": 2,
        "B3": 3,
        "B4": ("=SUBTOTAL(9,B2:B3)", 5, "0"),
    }
    cells |= {"B5": ("=SUBTOTAL(109,B2:B4)", 5, "0")}
    assert stated(cells, "B5") == ("sum", "+B2 +B3")
    data = workbook(("S", cells, lambda page, _: page.set_row(2, None, None, {"hidden": True})))
    assert document(data).formulas == ()


def test_formulas_that_are_shared_are_each_cells_own():
    shared = (
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
        '<row r="2"><c r="A2"><v>3</v></c><c r="B2"><v>4</v></c></row>'
        '<row r="3"><c r="A3"><f t="shared" ref="A3:B3" si="0">SUM(A1:A2)</f><v>4</v></c>'
        '<c r="B3"><f t="shared" si="0"/><v>6</v></c></row>'
    )
    assert [one.text for one in document(parts(rows(shared))).formulas] == [
        "=SUM(A1:A2)",
        "=SUM(B1:B2)",
    ]


def test_formulas_reach_other_sheets_names_and_tables():
    def tabled(page, book):
        page.add_table(
            "A1:B3", {"name": "Sales", "columns": [{"header": "Who"}, {"header": "CHF"}]}
        )
        book.define_name("North", "='Sales data'!$B$2")

    sales = ("Sales data", {"A2": "North", "B2": 5, "A3": "South", "B3": 6}, tabled)
    summary = {"A1": "Item", "B1": "CHF", "A2": "All", "B2": ("=SUM(Sales[CHF])", 11, "0")}
    summary |= {
        "A3": "North",
        "B3": ("=North", 5, "0"),
        "A4": "x",
        "B4": ("='Sales data'!B3", 6, "0"),
    }
    found = document(workbook(sales, ("Summary", summary, None))).formulas
    assert [(one.kind, [(o.table, o.row) for o in one.operands]) for one in found] == [
        ("sum", [(1, 2), (1, 3)]),
        ("tie", [(1, 2)]),
        ("tie", [(1, 3)]),
    ]


@pytest.mark.parametrize(
    "cells, remark",
    [
        pytest.param(
            {"C5": 12},
            "C5 holds a typed number (12) where the cells beside it are computed; there it would "
            "be =SUM(C2:C4)",
            id="typed, and right",
        ),
        pytest.param(
            {"C5": 13},
            "C5 holds a typed number (13) where the cells beside it are computed; there it would "
            "be =SUM(C2:C4), which gives 12",
            id="typed, and wrong",
        ),
        pytest.param({"E5": 12}, "E5 holds a typed number (12) where the cells", id="the last"),
        pytest.param({"E5": 16}, "", id="the last, another figure"),
        pytest.param(
            {"C5": ("=SUM(C3:C4)", 9, "0")},
            "C5 =SUM(C3:C4) leaves out C2, which the others add",
            id="a shorter range",
        ),
        pytest.param(
            {"B1": 2024, "B5": ("=SUM(B1:B4)", 2036, "0")},
            "B5 =SUM(B1:B4) also adds B1, which the others leave out",
            id="a longer range",
        ),
        pytest.param(
            {"C5": ("=C2", 3, "0")},
            "C5 =C2 leaves out C3 and C4, which the others add",
            id="one cell in place of a range",
        ),
        pytest.param({}, "", id="alike"),
        pytest.param({"C5": 12, "D5": 12, "E5": 12}, "", id="half of them typed"),
        pytest.param({"C5": ("=C2+C3+C4", 12, "0")}, "", id="two ways to say it"),
        pytest.param({"C2": 0, "C5": ("=SUM(C3:C4)", 9, "0")}, "", id="nothing left out"),
    ],
)
def test_cells_unlike_their_neighbours_are_odd(cells, remark):
    line: dict[str, object] = {"A1": "CHF"}
    for letter in "BCDE":
        line |= {
            f"{letter}1": f"Region {letter}",
            f"{letter}5": (f"=SUM({letter}2:{letter}4)", 12, "0"),
        }
        line |= {f"{letter}{row}": row + 1 for row in (2, 3, 4)}
    odd = [one.message for one in document(workbook(("S", line | cells, None))).oddities]
    assert len(odd) == bool(remark)
    assert "".join(odd).startswith(f"In sheet “S”, {remark}" if remark else "")


@pytest.mark.parametrize(
    ("after", "remarks"),
    [
        ("=B4+B5", 0),  # profit before tax, tax, profit: the tax is typed
        ("=A4+A5", 1),  # of another column, as is what stands above
    ],
)
def test_a_number_that_leads_from_one_total_to_the_next_is_no_total_typed_over(after, remarks):
    before = after.replace("4", "2").replace("5", "3")
    labels = {f"A{row}": row if after.startswith("=A") else f"Line {row}" for row in range(2, 7)}
    cells = {
        "B1": "CHF",
        "B2": 9,
        "B3": -2,
        "B4": (before, 7, "0"),
        "B5": -3,
        "B6": (after, 4, "0"),
    }
    read = document(workbook(("S", labels | cells, None)))
    assert len(read.oddities) == remarks


def test_totals_within_a_column_are_each_of_their_own_length():
    cells: dict[str, object] = {"A1": "t", "B1": "CHF"}
    cells |= {f"A{row}": f"Line {row}" for row in range(2, 12)}
    cells |= {f"B{row}": 1 for row in range(2, 12)}
    cells |= {"B4": ("=B2+B3", 2, "0"), "B7": ("=SUM(B4:B6)", 4, "0"), "B9": ("=B7+B8", 5, "0")}
    cells |= {"B11": ("=B9+B10", 6, "0")}
    assert document(workbook(("S", cells, None))).oddities == ()


def test_numbers_between_a_sum_and_its_range_are_left_out():
    cells = {"A1": "t", "B1": "x", "A2": "a", "B2": 1, "A3": "b", "B3": 2, "A4": "c", "B4": 3}
    data = workbook(("S", cells | {"A5": "Total", "B5": ("=SUM(B2:B3)", 3, "0")}, None))
    read = document(data)
    assert [(o.message, o.expected, o.certain) for o in read.oddities] == [
        ("In sheet “S”, B5 =SUM(B2:B3) leaves out B4; otherwise it would show 6.", "6", False)
    ]
    assert read.formulas == ()  # it does not vouch for its figure


def test_more_addends_than_are_followed_are_said():
    cells: dict[str, object] = {"A1": "n", "B1": "running"}
    for n in range(2, 500):
        cells |= {f"A{n}": 1, f"B{n}": (f"=SUM(A$2:A{n})", n - 1, "0")}
    read = document(workbook(("S", cells, None)))
    assert any("were not checked" in remark for remark in read.remarks)
    assert 0 < len(read.formulas) < 498


@pytest.mark.parametrize(
    "formula",
    ["SUM($A1:A$3)", "'It''s'!B2+C3", "Data!B2*2", 'IF(A1>0,"a b",B2)', "T[a]+Name", "-(A1+1.5)%"],
)
def test_a_formula_is_spelled_as_it_was_written(formula):
    place = Place(5, 5)
    assert spelled(tokens(formula, place), place) == formula


def test_a_formula_filled_down_reads_alike():
    assert tokens("A1+$B$1", Place(1, 3)) == tokens("A7+$B$1", Place(7, 3))


@pytest.mark.parametrize("formula", ["(" * 900 + "A1" + ")" * 900, "-" * 1900 + "A1", "1+" * 900])
def test_deep_and_long_formulas_end(formula):
    found = tokens(formula, Place(1, 2))
    assert found
    expression(found)
    assert tokens(formula * 3, Place(1, 2)) == ()


@pytest.mark.parametrize("number, letters", [(1, "A"), (26, "Z"), (27, "AA"), (16_384, "XFD")])
def test_columns_have_letters(number, letters):
    assert column_letters(number) == letters
    assert column_number(letters) == number


@pytest.mark.parametrize("reference", ["", "B", "7", "B0", "B7:", "BBBB7", "B7:C", "Sheet!B7"])
def test_what_is_no_address_is_none(reference):
    span = span_of(reference)
    assert span is None or reference == "B7:"


@pytest.mark.parametrize(
    "formula, stored, expected",
    [
        ("=B2*B3", 50, None),
        ("=B2*B3", 55, "50"),
        ("=ROUND(B2/B4,2)", 3.33, None),
        ("=ROUND(B2/B4,2)", 3.43, "3.33"),
        ("=MAX(B2:B4)-MIN(B2:B4)", 7, None),
        ("=MAX(B2:B4)-MIN(B2:B4)", 8, "7"),
        ("=SUM(B2:B4)*B5", 3.6, None),  # 18 * 0.2, as programs count it
        ("=SUM(B2:B4)*B5", 3.8, "3.6"),
        ("=B2*B9", 0, None),  # a blank cell is nothing
        ("=B2*A2", 7, None),  # and a text is not known
        ("=ABS(B3-B2)*B4", 15, None),
        ("=VLOOKUP(B2,A1:B4,2)", 9, None),
    ],
)
def test_other_formulas_are_computed_again(formula, stored, expected):
    cells = {"A1": "t", "B1": "x", "A2": "a", "B2": 10, "A3": "b", "B3": 5, "A4": "c", "B4": 3}
    cells |= {"A5": "rate", "B5": 0.2, "A6": "Result", "B6": (formula, stored, "General")}
    read = document(workbook(("S", cells, None)))
    assert [one.expected for one in read.oddities] == ([expected] if expected else [])


def test_functions_that_are_not_followed_are_named():
    cells = {"A1": "t", "B1": "x", "A2": "a", "B2": 1, "A3": "b", "B3": ("=IF(B2>0,1,2)", 1, "0")}
    cells |= {"A4": "c", "B4": ("=VLOOKUP(B2,A1:B4,2)", 9, "0")}
    remarks = document(workbook(("S", cells, None))).remarks
    assert remarks == ("2 formulas were not computed again: VLOOKUP in 1, other syntax in 1",)


@pytest.mark.parametrize(
    "cells, remark",
    [
        pytest.param(
            {"D4": ("=D2-D5", 5, "0")},
            "D4 =D2-D5 looks elsewhere than the cells on both sides; as theirs it would be =D2-D3;"
            " otherwise it would show 6.",
            id="another row",
        ),
        pytest.param({"D4": ("=C2-D3", 5, "0")}, "D4 =C2-D3 looks elsewhere", id="another column"),
        pytest.param({"D4": ("=D2-D$5", 5, "0")}, "D4 =D2-D$5 looks elsewhere", id="held fast"),
        pytest.param({"D4": ("=C2-D5", 4, "0")}, "", id="two references: meant so"),
        pytest.param({"D4": ("=D3-D2", 6, "0")}, "", id="swapped: two references"),
        pytest.param({"D4": ("=SUM(D2,-D3)", 6, "0")}, "", id="another form"),
        pytest.param({"D4": ("=D2-D6", 6, "0"), "D6": 3}, "", id="the same result"),
        pytest.param({"F4": ("=F2-F5", 5, "0")}, "", id="the last has but one neighbour"),
        pytest.param(
            {"D4": ("=D2-D5", 5, "0"), "E4": ("=E2-E5", 5, "0")}, "", id="two of them: meant so"
        ),
        pytest.param(
            {"D4": ("=D2-D5", 5, "0"), "D7": ("=D5*3", 12, "0")}, "", id="another kind of column"
        ),
        pytest.param(
            {f"{letter}4": (f"=S!{letter}2-{letter}3", 6, "0") for letter in "BCEF"}
            | {"D4": ("=D2-D3", 6, "0")},
            "",
            id="the sheet named or not",
        ),
    ],
)
def test_a_formula_that_looks_elsewhere_is_odd(cells, remark):
    line: dict[str, object] = {"A1": "CHF", "A2": "Sales", "A3": "Costs", "A4": "Left"}
    line |= {"A5": "Heads", "A7": "Pay"}
    for letter in "BCDEF":
        line |= {f"{letter}1": f"Region {letter}", f"{letter}2": 9, f"{letter}3": 3}
        line |= {f"{letter}4": (f"={letter}2-{letter}3", 6, "0"), f"{letter}5": 4}
        line |= {f"{letter}7": (f"={letter}5*2", 8, "0")}
    odd = [one.message for one in document(workbook(("S", line | cells, None))).oddities]
    assert len(odd) == bool(remark), odd
    assert "".join(odd).startswith(f"In sheet “S”, {remark}" if remark else "")


def test_a_formula_filled_along_a_row_is_told_once():
    cells: dict[str, object] = {"A1": "t", "A2": "a", "A3": "b", "A4": "c", "A5": "Total"}
    for letter in "BCD":
        cells |= {f"{letter}1": f"x{letter}", f"{letter}5": (f"=SUM({letter}2:{letter}3)", 5, "0")}
        cells |= {f"{letter}{row}": row for row in (2, 3, 4)}
    (odd,) = document(workbook(("S", cells, None))).oddities
    assert [c.source.at.cell for c in odd.cells] == ["B5", "C5", "D5"]
    assert odd.message.endswith("leaves out B4; otherwise it would show 9. So it is in C5, D5.")


def test_more_cells_than_are_followed_are_said():
    cells: dict[str, object] = {"A1": "n", "B1": "scaled"}
    for n in range(2, 700):
        cells |= {f"A{n}": 1, f"B{n}": (f"=SUM(A$2:A{n})*2", 2 * n - 2, "0")}
    remarks = document(workbook(("S", cells, None))).remarks
    assert any("more cells than are followed in " in remark for remark in remarks)


CARRIED = {
    "A1": "Shares", "B1": "Seed", "C1": "A", "D1": "B", "E1": "C",
    "A2": "Founders", "B2": 600, "A3": "Pool", "A4": "Angels", "B4": 130,
    **{f"{c}3": 60 + n for n, c in enumerate("BCDE")},
    **{f"{c}2": (f"={b}2", 600, "0") for b, c in zip("BCD", "CDE", strict=True)},
    **{f"{c}4": (f"={b}4", 130, "0") for b, c in zip("BCD", "CDE", strict=True)},
}  # fmt: skip


@pytest.mark.parametrize(
    "cells, remark",
    [
        pytest.param({}, "", id="a line of inputs between two that are carried on"),
        pytest.param({"D2": 700, "E2": ("=D2", 700, "0")}, "", id="carried on, then changed"),
        pytest.param(
            {f"{c}{r}": (f"={c}9*2", 0, "0") for c in "BCDE" for r in (2, 4)}, "",
            id="a line of inputs between two that are computed",
        ),
    ],
)  # fmt: skip
def test_what_is_meant_to_be_typed_is_not_odd(cells, remark):
    odd = document(workbook(("S", CARRIED | cells, None))).oddities
    assert [one.message for one in odd] == ([remark] if remark else [])


MONTHS = {
    "A1": "EUR", "F1": "1H", "A2": "Wages", "A3": "Rent",
    **{f"{c}1": f"M{n}" for n, c in enumerate("BCDE", 1)},
    **{f"{c}2": (f"={c}9*3", 30, "0") for c in "BCDE"},
    **{f"{c}3": 7 + n for n, c in enumerate("BCDE")},
    "F2": ("=SUM(B2:E2)", 120, "0"), "F3": ("=SUM(B3:E3)", 34, "0"),
    **{f"{c}9": 10 for c in "BCDE"}, "A9": "Heads", "A8": "x",
}  # fmt: skip


@pytest.mark.parametrize("typed, told", [({}, []), ({"E2": 31}, ["E2"])])
def test_the_last_of_those_that_are_added_is_typed(typed, told):
    odd = document(workbook(("S", MONTHS | typed, None))).oddities
    assert [one.cells[0].source.at.cell for one in odd] == told


def test_where_an_error_began_is_known():
    cells: dict[str, object] = {"A1": "EUR", "B1": "2024", "C1": "2025", "A2": "a", "A3": "b"}
    cells |= {"B2": ("=B3*2", "#REF!", "0"), "B3": ("=#REF!+1", "#REF!", "0")}
    cells |= {"C2": ("=SUM(B2:B3)", "#REF!", "0"), "C3": 4}
    (began,) = document(workbook(("S", cells, None))).error_origins
    assert began == (1, 3, 2)
