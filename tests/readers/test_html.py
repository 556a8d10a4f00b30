import pytest

from auditor.auditing.pipeline import document_report
from auditor.model.document import Table
from auditor.notation.numerals import cell_figure
from auditor.readers import html
from auditor.rulebook.packs import rule_packs

FILED = """
<div style="text-align:center"><b>Consolidated Statements</b></div>
<div style="text-align:center">(In millions)</div>
<table><tr><td style="width:1%"/><td/><td/><td/><td/><td/><td/><td/><td/></tr>
<tr><td colspan="3"/>
<td colspan="6"><span style="font-weight:700">Year ended June 30,</span></td></tr>
<tr><td colspan="3"/><td colspan="3">2025</td><td colspan="3">2024</td></tr>
<tr><td colspan="3">&#160;&#160;Fares</td><td>$</td>
<td><ix:nonFraction id="f-1">8,412</ix:nonFraction>
&#160;</td><td/><td>$</td><td><ix:nonFraction id="f-2">7,377</ix:nonFraction></td><td/></tr>
<tr><td colspan="3">Refunds</td><td colspan="2">(<ix:nonFraction id="f-3">112</ix:nonFraction></td>
<td>)</td><td colspan="2">(77</td><td>)</td></tr>
<tr style="height:3pt"><td colspan="9"></td></tr>
<tr><td colspan="3">Total <sup>(1)</sup></td><td>$</td><td>8,300</td><td/>
<td>$</td><td>7,300</td><td/></tr>
<tr><td colspan="3">Change</td><td colspan="2">13.7</td><td>%</td>
<td colspan="2">—</td><td>%</td></tr>
</table>
"""


def document(text, path="a.htm"):
    return html.read(text.encode(), path)


def tables(text):
    return [[[c.text for c in row] for row in table.rows] for table in document(text).tables]


def prose(text):
    return [(p.level, p.text) for p in document(text).passages]


def row(*cells):
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def test_a_filed_statement_reads_as_printed():
    assert tables(FILED) == [
        [
            ["", "Year ended June 30,", ""],
            ["", "2025", "2024"],
            ["Fares", "$ 8,412", "$ 7,377"],
            ["Refunds", "(112)", "(77)"],
            ["Total (1)", "$ 8,300", "$ 7,300"],
            ["Change", "13.7 %", "— %"],
        ]
    ]


def test_it_stands_under_its_headings_and_notes():
    (table,) = document(FILED).tables
    assert [h.text for h in table.headings] == ["Consolidated Statements"]
    assert table.notes == ("(In millions)",)


def test_its_figures_are_tied():
    report = document_report(document(FILED), rule_packs())
    assert not report.findings
    assert (report.printed, report.tied) == (7, 7)


@pytest.mark.parametrize(
    "rows, expected",
    [
        # Signs and notes in cells of their own join the figure beside them ...
        (
            row("A", "(", "1,204", ")", "%") + row("B", "", "77", "", ""),
            [["A", "(1,204) %"], ["B", "77"]],
        ),
        (row("A", "NT$", "12.5") + row("B", "", "7.5"), [["A", "NT$ 12.5"], ["B", "7.5"]]),
        (
            row("A", "12.5", "<sup>1,2</sup>") + row("B", "7.5", ""),
            [["A", "12.5 (1,2)"], ["B", "7.5"]],
        ),
        (row("A", "1,204", "(1)") + row("B", "77", "(2)"), [["A", "1,204 (1)"], ["B", "77 (2)"]]),
        (row("A", "1,204", "*") + row("B", "77", ""), [["A", "1,204 *"], ["B", "77"]]),
        # ... but a column of its own under a heading is one.
        (
            row("", "2025", "2024") + row("A", "5", "(1)") + row("B", "7", "(2)"),
            [["", "2025", "2024"], ["A", "5", "(1)"], ["B", "7", "(2)"]],
        ),
        (
            row("", "$", "%", "$", "%") + row("A", "8", "12.5", "9", "14.0"),
            [["", "$", "%", "$", "%"], ["A", "8", "12.5", "9", "14.0"]],
        ),
        # Superscripts are notes, not digits.
        (
            row("A", "1,204<sup>1</sup>") + row("B", "7<sup>a</sup>"),
            [["A", "1,204¹"], ["B", "7(a)"]],
        ),
        (
            row("A", '7<span style="position:relative;top:-3.5pt">(2)</span>') + row("B", "8"),
            [["A", "7(2)"], ["B", "8"]],
        ),
        # A heading stands over the first of the columns that it spans.
        (
            '<tr><td></td><td colspan="4">2025</td></tr>'
            + row("", "Rate", "", "Amount", "")
            + row("A", "5", "%", "80", "")
            + row("B", "6", "%", "90", ""),
            [["", "2025", ""], ["", "Rate", "Amount"], ["A", "5 %", "80"], ["B", "6 %", "90"]],
        ),
        # A heading over the blank beside its figures belongs over them.
        (
            row("", "2025", "", "2024", "") + row("A", "", "80", "", "70"),
            [["", "2025", "2024"], ["A", "80", "70"]],
        ),
        # A label that reaches down labels every row of figures; a figure is stated once.
        (
            '<tr><td rowspan="2">Ferries</td><td>Fares</td><td>80</td><td rowspan="2">9</td></tr>'
            + row("Costs", "70"),
            [["Ferries", "Fares", "80", "9"], ["Ferries", "Costs", "70", ""]],
        ),
        # Statements without labels keep their first figures.
        (row("Sales", "Costs") + row("80", "70"), [["", "Sales", "Costs"], ["", "80", "70"]]),
        # Old statements of one row, a line a figure.
        (
            row("Fares<br>Freight", "80<br>7", "70<br>6"),
            [["Fares", "80", "70"], ["Freight", "7", "6"]],
        ),
        # Lines of a label are words of it; Japanese is written without blanks.
        (row("Cash and<br>equivalents", "80"), [["Cash and equivalents", "80"]]),
        (row("現金及び<br>預金", "80"), [["現金及び預金", "80"]]),
        # Cells that span nonsense.
        ('<tr><td colspan="0">A<td colspan=x>80<td rowspan=-1>7', [["A", "80", "7"]]),
    ],
)  # fmt: skip
def test_the_columns_that_a_person_sees(rows, expected):
    filler = row("Z", *["9,999"] * (len(expected[0]) - 1)) if len(expected) == 1 else ""
    assert tables(f"<table>{rows}{filler}</table>")[0][: len(expected)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "<table><tr><td>A<td>80<tr><td>B<td>70</table>",
        "<TABLE><TR><TD>A</TD><TD>80<TR><TD><FONT><B>B</TD><TD>70</TABLE>",
        "<table><td>A</td><td>80</td></tr><tr><td>B</td><td>70",
        "<table><tbody><tr><td><p>A<td><p>80</tbody><tbody><tr><td><div>B</div></div><td>70</table>",
        '<table><form><tr><td>A</td><td>80</td></tr><tr class="x>y"><td>B</td><td>70</td></table>',
        "<table><tr><td>A<td><!-- <td>1 -->80<tr><td>B<td><script>'<td>'</script>70</table>",
        "<table><tr><td>A<td><table><tr><td>80</table><tr><td>B<td>70</table>",
        (
            '<table><tr><td>A<td style="display: none">1</td><td>80'
            "<tr hidden><td>X<td>1<tr><td>B<td>70</table>"
        ),
        (
            "<style>@media print { .a { display:none } } .n, td.x {display:none}</style>"
            '<table class=a><tr><td>A<td>80<td class="n">1<tr><td>B<td class=x>2<td>70</table>'
        ),
        (
            "<xhtml:table><xhtml:tr><xhtml:td>A</xhtml:td><xhtml:td>80</xhtml:td></xhtml:tr>"
            "<xhtml:tr><xhtml:td>B</xhtml:td><xhtml:td>70</xhtml:td></xhtml:tr></xhtml:table>"
        ),
        (
            '<div style="display:none"><ix:header><ix:hidden>1</ix:hidden></ix:header></div>'
            "<table><tr><td>A</td><td><ix:nonFraction>80</ix:nonFraction></td></tr>"
            '<tr><td>B</td><td><ix:continuation id="c">70</ix:continuation></td></tr></table>'
        ),
    ],
)
def test_markup_is_mended_as_browsers_mend_it(text):
    assert tables(text) == [[["A", "80"], ["B", "70"]]]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("<h2>Fares</h2><p>They <b>rose</b>\n &amp;&nbsp;", [(2, "Fares"), (0, "They rose &")]),
        ("<p><b>Ferry costs</b><p>They rose.", [(7, "Ferry costs"), (0, "They rose.")]),
        ("<b><p>Ferry costs</b><p>Words", [(7, "Ferry costs"), (0, "Words")]),
        ("<center>Ferry costs</center>They", [(8, "Ferry costs"), (0, "They")]),
        ('<p style="font-weight:400"><b>A</b> b', [(0, "A b")]),
        ("<b>Ferry costs rose.</b>", [(0, "Ferry costs rose.")]),  # a sentence is no heading
        ("<center><b>Ferries<br>(In kg)</b></center>", [(7, "Ferries"), (0, "(In kg)")]),
        ("One<br>two<br><br>three", [(0, "One\ntwo"), (0, "three")]),
        ("<ul><li>One<li>Two</ul>", [(0, "One"), (0, "Two")]),
        ("<table><tr><td>•</td><td>Fares rose 5%.</td></tr></table>", [(0, "• Fares rose 5%.")]),
        (
            "<table><tr><td>(a)<td>Fares rose.<tr><td>(b)<td>Costs fell.</table>",
            [(0, "(a) Fares rose."), (0, "(b) Costs fell.")],
        ),
        ("<table><tr><td><b>Item 1.<td><b>Business</table>", [(7, "Item 1. Business")]),
        ("<table><tr><td>Ferry Lines | 10-Q<td>16</table>", [(0, "Ferry Lines | 10-Q 16")]),
        ("<table><caption>Fares</caption><tr><td>All</table>", [(0, "Fares"), (0, "All")]),
        ("<table>Stray<tr><td>A<td>80<tr><td>B<td>70</table>", [(0, "Stray")]),
        ("a<noscript>b</noscript><title>c</title><select><option>d</select>", [(0, "a")]),
        ("<DOCUMENT>\n<TYPE>EX-99.1\n<FILENAME>a.htm\n<TEXT>\n<html>Fares", [(0, "Fares")]),
        ("5 < 6 &unknown; &#8212; <3", [(0, "5 < 6 &unknown; — <3")]),
        ("<p>a</p", [(0, "a")]),
    ],
)  # fmt: skip
def test_prose_as_a_person_sees_it(text, expected):
    assert prose(text) == expected


def test_a_table_within_a_layout_stands_between_its_texts():
    text = (
        f"<table><tr><td>Before</td></tr><tr><td>{FILED}</td></tr><tr><td>After</td></tr></table>"
    )
    kinds = ["table" if isinstance(b, Table) else b.text for b in document(text).blocks]
    assert kinds == ["Before", "Consolidated Statements", "(In millions)", "table", "After"]


TYPED = """<PRE>
                FERRY LINES
              (In thousands)
<TABLE>
<CAPTION>
                     1998        1997
                   -------     -------
<S>                <C>         <C>
Fares &amp; mail       $ 8,412     $ 7,377
Refunds               (112)        (77)
                   -------     -------
  <B>Total</B>            $ 8,300     $ 7,300
</TABLE>
</PRE>"""


def test_typed_statements_are_read_as_plain_text():
    assert tables(TYPED) == [
        [
            ["", "1998", "1997"],
            ["Fares & mail", "$8,412", "$7,377"],
            ["Refunds", "(112)", "(77)"],
            ["Total", "$8,300", "$7,300"],
        ]
    ]
    assert document(TYPED).tables[0].notes == ("(In thousands)",)


@pytest.mark.parametrize(
    "start, accepted, recognised",
    [
        ("<!DOCTYPE html><p>", True, True),
        ("\ufeff<?xml version='1.0'?>\n<!-- c --><html>", True, True),
        ("<DOCUMENT>\n<TYPE>10-Q\n<SEQUENCE>1\n<TEXT>\n<html>", True, True),
        ("<p>A fragment", True, False),
        ("# A heading\n<html>", True, False),
        ('<html xmlns:ix="http://www.xbrl.org/2013/inlineXBRL">', False, False),
        ("<html xmlns:i = 'http://www.xbrl.org/2008/inlineXBRL'>", False, False),
    ],
)
def test_which_content_it_takes(start, accepted, recognised):
    assert html.accepts(start.encode()) is accepted
    assert html.recognises(start.encode()) is recognised


@pytest.mark.parametrize(
    "blank", ["\u2028", "\u2029", "\x85", "\x0b", "\x1c", "&#x2028;", "&#8233;", "\u3000"]
)
@pytest.mark.parametrize(
    "cell", ["{}8,412", "8,412{}", "8,412<b>{}</b>", "<b>{}</b>8,412", "{}", "(8,412{})"]
)
def test_whatever_counts_as_blank_a_cell_of_it_is_read(blank, cell):
    found = tables(f"<table><tr><td>Fares</td><td>{cell.format(blank)}</td></tr></table>" * 2)
    assert len(found) in (0, 2) if cell == "{}" else all("8,412" in rows[0][1] for rows in found)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("Freight", "12,", "040", "11,", "500"), ["Freight", "12,040", "11,500"]),
        (("Freight", "1,", "204,", "500", "7"), ["Freight", "1,204,500", "7"]),
        (("Freight", "(12,", "040)", "7"), ["Freight", "(12,040)", "7"]),
        (("Freight", "12.", "040", "7"), ["Freight", "12.040", "7"]),
        (("1.", "250", "7"), ["1.", "250", "7"]),  # the number of a line
        (("Freight", "12", "040", "7"), ["Freight", "12", "040", "7"]),  # may be two figures
        (("Freight", "see 12,", "040", "7"), ["Freight", "see 12,", "040", "7"]),
    ],
)
def test_a_figure_set_over_several_cells_is_one(cells, expected):
    found = tables(f"<table>{row(*cells)}{row(*cells)}</table>")
    assert found == [[expected, expected]]


@pytest.mark.parametrize("mark", ["&#8203;", "&shy;", "&#8288;", "&zwj;"])
def test_what_has_no_width_parts_no_number(mark):
    (table,) = document(
        f"<table>{row('Road', f'1{mark},204', '5')}{row('Rail', '3', '4')}</table>"
    ).tables
    figure = cell_figure(table.rows[0][1].text)
    assert figure is not None
    assert figure.value == 1204


def test_what_has_no_width_and_fills_a_cell_is_blank():
    assert (
        tables(f"<table>{row('Road', '&#8203;', '5')}{row('Rail', '3', '4')}</table>")[0][0][1]
        == ""
    )
