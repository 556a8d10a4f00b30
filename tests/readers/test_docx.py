"""Word documents: what each construct of the format is read as."""

import pytest

from auditor import readers
from tests.readers.wordfile import p, r, read, said, sdt_of, span, tbl, tc, texts, tr, word

RAISED = '<w:vertAlign w:val="superscript"/>'
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
RUBY = "<w:r><w:ruby><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>"
SYMBOL = '<w:r><w:sym w:font="{}" w:char="{}"/></w:r>'


def story(passage):
    """The note, text box or the like that a passage stands in; None for the body."""
    return dict(passage.anchors[0].source.known).get("element")


def field(instruction, result):
    """A field in runs, as Word writes it."""
    told = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    begin, separate, end = map(FIELD.format, ("begin", "separate", "end"))
    return begin + told + separate + (result if result.startswith("<") else r(result)) + end


def ins(content):
    return f'<w:ins w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z">{content}</w:ins>'


def gone(text):
    return f'<w:del w:id="2"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


@pytest.mark.parametrize(
    "content, expected",
    [
        (r("Revenue was ") + r("1,2") + r("04."), "Revenue was 1,204."),
        ("<w:r><w:t>  1,2 </w:t></w:r><w:r><w:t>04</w:t></w:r>", "1,204"),  # no blanks asked for
        ('<w:r><w:t xml:space="preserve">a\n  b</w:t></w:r>', "a   b"),
        ("<w:r><w:t>1,2<!-- six -->04</w:t></w:r>", "1,204"),
        ("<w:r><w:t>5</w:t><w:tab/><w:t>6</w:t><w:br/><w:t>7</w:t><w:cr/></w:r>", "5\t6\n7"),
        ("<w:r><w:t>5</w:t><w:ptab/><w:t>6</w:t></w:r>", "5\t6"),
        ("<w:r><w:noBreakHyphen/><w:t>801</w:t></w:r>", "-801"),
        ("<w:r><w:t>reve</w:t><w:softHyphen/><w:t>nue</w:t></w:r>", "revenue"),
        (r("reve\u00adnue"), "revenue"),
        # revisions
        (r("was ") + ins(r("801")) + gone("700") + r(" million"), "was 801 million"),
        (f"<w:moveFrom>{r('700')}</w:moveFrom><w:moveTo>{r('801')}</w:moveTo>", "801"),
        (ins(r("80") + gone("9") + r("1")), "801"),
        (r("801", "<w:b/><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"), "801"),
        # what wraps
        (sdt_of(r("801")) + r(" million"), "801 million"),
        (f'<w:hyperlink r:id="rId9">{r("801")}</w:hyperlink>', "801"),
        (f"<w:smartTag>{r('80')}<w:customXml>{r('1')}</w:customXml></w:smartTag>", "801"),
        (RUBY.format(r("うりあげ"), r("売上")) + r("801"), "売上801"),
        # fields
        (field("=SUM(ABOVE)", "801"), "801"),
        (f'<w:fldSimple w:instr=" DOCPROPERTY Sales ">{r("801")}</w:fldSimple>', "801"),
        (r("Page ") + field("PAGE \\* MERGEFORMAT", "12"), "Page "),
        (r("see page ") + field("PAGEREF _Ref1 \\h", "12") + r("."), "see page ."),
        (f'<w:fldSimple w:instr="NUMPAGES">{r("12")}</w:fldSimple>', ""),
        (
            FIELD.format("begin")
            + "<w:r><w:instrText>IF </w:instrText></w:r>"
            + field("=1", "700")
            + FIELD.format("separate")
            + r("801")
            + FIELD.format("end"),
            "801",
        ),
        (FIELD.format("end") + r("801"), "801"),  # of a field that began in another paragraph
        (FIELD.format("separate") + r("801") + FIELD.format("begin"), "801"),
        # what is not seen
        (r("801") + r("700", "<w:vanish/>"), "801"),
        (r("801") + r("700", '<w:rStyle w:val="Geheim"/>'), "801"),
        (r("801", '<w:rStyle w:val="Geheim"/><w:vanish w:val="0"/>'), "801"),
        (r("801") + '<w:r><w:commentReference w:id="1"/></w:r>', "801"),
        (r("801") + '<w:r><w:footnoteReference w:id="7"/></w:r>', "801"),
        (r("801") + "<m:oMath><m:r><m:t>2+2</m:t></m:r></m:oMath>", "801\ufffd"),
        # raised
        (r("1,204") + r("1", RAISED) + r(" million"), "1,204  million"),
        (r("1,204") + r("1", '<w:rStyle w:val="Zeichen"/>'), "1,204 "),
        (r("1,204") + r("(1)", RAISED) + r(",", RAISED) + r("(2)", RAISED), "1,204       "),
        (r("5.4%") + r("a", RAISED), "5.4% "),
        (r("Revenue") + r("1, 2", RAISED), "Revenue    "),
        (r("10 km") + r("2", RAISED), "10 km²"),
        (r("10") + r("6", RAISED), "10⁶"),
        (r("the 30") + r("th", RAISED), "the 30th"),
        (r("le 2") + r("e", RAISED), "le 2e"),
        (r("1,") + r("204", '<w:vertAlign w:val="baseline"/>'), "1,204"),
        # symbols
        (SYMBOL.format("Symbol", "F02D") + r("801"), "−801"),
        (r("\uf02d801", '<w:rFonts w:ascii="Symbol"/>'), "−801"),
        (SYMBOL.format("Wingdings", "F0A7") + r(" Revenue"), "• Revenue"),
        (SYMBOL.format("Wingdings 3", "F070") + r("801"), "\ufffd801"),  # perhaps a minus
        (SYMBOL.format("Symbol", "zz"), "\ufffd"),
    ],
)
def test_text(content, expected):
    document = read(p("<w:r/>" + content) + p("Revenue rose."))
    assert said(document)[0] == (expected or "Revenue rose.")


@pytest.mark.parametrize(
    "body, expected",
    [
        (p("Rose to ", properties="<w:rPr><w:del/></w:rPr>") + p("801."), ["Rose to 801."]),
        (p(gone("Fell."), properties="<w:rPr><w:del/></w:rPr>") + p("It rose."), ["It rose."]),
        (p("Rose", properties="<w:rPr><w:ins/></w:rPr>") + p("a bit."), ["Rose", "a bit."]),
        (p("Rose", properties="<w:rPr><w:del/></w:rPr>") + tbl("a | 801", "b | 700"), ["Rose"]),
        (sdt_of(p("In a control.") + sdt_of(p("In two."))), ["In a control.", "In two."]),
        (ins(p("Inserted.")) + f"<w:del>{p('Gone.')}</w:del>", ["Inserted."]),
        (f"<w:moveFrom>{p('Gone.')}</w:moveFrom><w:moveTo>{p('Here.')}</w:moveTo>", ["Here."]),
        (f"<w:customXml>{p('Wrapped.')}</w:customXml><w:bookmarkStart w:id='1'/>", ["Wrapped."]),
        (p() + p("  ") + p("Prose."), ["Prose."]),
        (p("Revenue\t12", "Verzeichnis1") + p("Costs\t14", "Verzeichnis1"), []),
        (p(f'<w:hyperlink w:anchor="_Toc12">{r("Revenue 12")}</w:hyperlink>'), []),
        (p(r("Revenue 1") + field("PAGEREF _Toc12 \\h", "2")), []),
    ],
)
def test_paragraphs(body, expected):
    assert said(read(body)) == expected


@pytest.mark.parametrize(
    "paragraph, level",
    [
        (p("Revenue", "Titel"), 1),
        (p("Revenue", "berschrift2"), 3),  # by its name in the styles, not by its id
        (p("Revenue", "Abschnitt"), 3),  # by the style it is based on
        (p("Revenue", "Rang"), 5),
        (p("Revenue", "Heading4"), 5),  # no such style: the id says it
        (p("Revenue", "Ring1"), 0),
        (p("Revenue", properties='<w:outlineLvl w:val="0"/>'), 2),
        (p("Revenue", "berschrift2", '<w:outlineLvl w:val="9"/>'), 0),
        (p("Revenue. Of all.", "berschrift2"), 3),
        (p(r("Reve", "<w:b/>") + r("nue", "<w:b/>")), 11),
        (p("Revenue", "Fett"), 11),
        (p(r("Revenue", '<w:b w:val="0"/>'), "Fett"), 0),
        (p(r("Revenue", "<w:b/>") + r(" and costs")), 0),
        (p(r("Revenue rose.", "<w:b/>")), 0),
        (p(r("(JPY million)", "<w:b/>")), 0),
        (p(r("Revenue", "<w:b/>"), "Liste"), 0),
        (p(r("Revenue", "<w:b/>"), "Liste", '<w:numPr><w:numId w:val="0"/></w:numPr>'), 11),
        (p(r("Revenue", "<w:b/>"), properties='<w:numPr><w:numId w:val="2"/></w:numPr>'), 0),
        (p("&lt;Revenue - 2Q06&gt;"), 13),
        (p("Revenue"), 0),
        (p("Revenue", "Beschriftung"), 0),
    ],
)
def test_headings(paragraph, level):
    document = read(p("Prose above.") + paragraph + p("Prose below."))
    assert document.passages[1].level == level
    assert bool(document.passages[2].headings) == bool(level)


@pytest.mark.parametrize(
    "above, below, level",
    [
        (p("Prose."), p("Prose."), 0),
        (p(), p(), 12),  # stands alone
        (p("Prose."), p(), 0),
        (p("Prose."), tbl("a | 801", "b | 700"), 12),
        (p("Prose."), p() + p("(JPY million)") + tbl("a | 801", "b | 700"), 12),
        (p("Prose."), p("a\t801") + p("b\t700"), 12),
        (p("Prose."), p("It rose.") + tbl("a | 801", "b | 700"), 0),
    ],
)
def test_a_plain_line_is_a_heading_where_it_stands_alone_or_above_a_table(above, below, level):
    document = read(above + p("Results by region") + below)
    assert next(x.level for x in document.passages if x.text == "Results by region") == level


def test_a_caption_heads_the_table_below_whatever_ends_it():
    document = read(p("Table 1. Revenue.", "Beschriftung") + tbl("a | 801", "b | 700"))
    assert [h.text for h in document.tables[0].headings] == ["Table 1. Revenue."]


def test_tables_know_their_headings_and_notes():
    document = read(
        p("Results", "Titel")
        + p("Segments", "berschrift2")
        + p("(JPY million)")
        + tbl("a | 801", "b | 700")
    )
    (table,) = document.tables
    assert [h.text for h in table.headings] == ["Results", "Segments"]
    assert table.notes == ("(JPY million)",)


MERGE, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


@pytest.mark.parametrize(
    "table, expected",
    [
        (
            tbl(" | 2Q06 | 2Q05", "Revenue | 801 | 700"),
            [["", "2Q06", "2Q05"], ["Revenue", "801", "700"]],
        ),
        # spans
        (
            tbl(
                tr("", tc("2Q06", span(2)), tc("2Q05", span(2))),
                " | Amount | Share | Amount | Share",
                "Revenue | 801 | 100% | 700 | 100%",
            ),
            [
                ["", "2Q06", None, "2Q05"],
                ["", "Amount", "Share", "Amount", "Share"],
                ["Revenue", "801", "100%", "700", "100%"],
            ],
        ),
        (
            tbl("Revenue | 801 | 700", tr("600", "500", properties='<w:gridBefore w:val="1"/>')),
            [["Revenue", "801", "700"], [None, "600", "500"]],
        ),
        (
            tbl(tr(tc("Japan", MERGE), "Sales", "801"), tr(tc("Japan", ON), "Costs", "700")),
            [["Japan", "Sales", "801"], [None, "Costs", "700"]],
        ),
        (
            tbl(
                tr(tc("Sales", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), "801"),
                "a | b | 700",
            ),
            [["Sales", None, "801"], ["a", "b", "700"]],
        ),
        (
            tbl(tr(tc("All of them", span(3))), "a | 801 | 700"),
            [["All of them"], ["a", "801", "700"]],
        ),
        # columns that no cell begins in, as tables drawn by hand have them
        (
            tbl(
                tr(tc("Sales", span(3)), tc("801", span(2))),
                tr(tc("Costs", span(3)), tc("700", span(2))),
            ),
            [["Sales", "801"], ["Costs", "700"]],
        ),
        # rows and cells that are wrapped, inserted or deleted
        (
            tbl("a | 801", sdt_of(tr("b", "700")), ins(tr("c", "600"))),
            [["a", "801"], ["b", "700"], ["c", "600"]],
        ),
        (
            tbl("a | 801", tr("b", "700", properties="<w:del/>"), "c | 600"),
            [["a", "801"], ["c", "600"]],
        ),
        (tbl("a | 801", tr("b", "700", properties="<w:ins/>")), [["a", "801"], ["b", "700"]]),
        (
            tbl(tr("a", sdt_of(tc("801"))), tr("b", tc(sdt_of(p("700"))))),
            [["a", "801"], ["b", "700"]],
        ),
        (tbl(tr("a", tc("801"), tc("700", "<w:cellDel/>"), "600")), [["a", "801", "600"]]),
        (tbl(tr("a", tc(p(ins(r("801")) + gone("700"))))), [["a", "801"]]),
        (tbl(tr("a", tc(p("80", properties="<w:rPr><w:del/></w:rPr>") + p("1")))), [["a", "801"]]),
        # paragraphs in a cell
        (tbl(tr(tc(p("Income") + p("before tax")), "801")), [["Income\nbefore tax", "801"]]),
        (tbl(tr("a", tc(p(r("1,204") + r("2", RAISED))))), [["a", "1,204"]]),
        (tbl(tr("a", tc(p("\t801")))), [["a", "801"]]),
        # amounts that are such only together, or in a notation that nobody knows
        (tbl("a | 5.2p", "b | 6.1p"), [["a", "5.2p"], ["b", "6.1p"]]),
        (tbl("a | 5 kt", "b | 6.1 kt"), [["a", "5 kt"], ["b", "6.1 kt"]]),
        (tbl("a | Zz1,204", "b | Zz1,110"), [["a", "Zz1,204"], ["b", "Zz1,110"]]),
    ],
)
def test_tables(table, expected):
    (read_table,) = read(p("Prose.") + table).tables
    assert texts(read_table) == expected


@pytest.mark.parametrize(
    "rows, expected",
    [
        # signs in cells of their own, and columns of nothing
        (
            ["Sales | $ | 801 | $ | 700", "Costs | | (600 | | 500", "Profit | $ | 201 | $ | 200"],
            [["Sales", "$ 801", "$ 700"], ["Costs", "(600", "500"], ["Profit", "$ 201", "$ 200"]],
        ),
        (
            ["Sales | (5.2 | )% | 700", "Costs | 4.1 | % | 500"],
            [["Sales", "(5.2)%", "700"], ["Costs", "4.1%", "500"]],
        ),
        (["Sales | $ | (801 | )", "Costs | | 600 | "], [["Sales", "$ (801)"], ["Costs", "600"]]),
        (
            ["Sales | | 801 | | 700", "Costs | | 600 | | 500"],
            [["Sales", "801", "700"], ["Costs", "600", "500"]],
        ),
        (["Sales | 801 | 700", "Costs | | 500"], [["Sales", "801", "700"], ["Costs", "", "500"]]),
        (["Sales | 2006 | %", "Costs | 600 | 4"], [["Sales", "2006", "%"], ["Costs", "600", "4"]]),
        (["Sales | US$ | 801", "Costs | EUR | 600"], [["Sales", "US$ 801"], ["Costs", "EUR 600"]]),
        (
            ["Notes | 5 | 801", "Costs | n/a | 600"],
            [["Notes", "5", "801"], ["Costs", "n/a", "600"]],
        ),
        (
            ["Umsatz | 2 803,7 | 4,1 | %", "Kosten | 1 304,2 | 3,9 | %"],
            [["Umsatz", "2 803,7", "4,1%"], ["Kosten", "1 304,2", "3,9%"]],
        ),
    ],
)
def test_signs_belong_to_the_figure_beside_them(rows, expected):
    assert texts(read(tbl(*rows)).tables[0]) == expected


def test_a_heading_over_a_sign_and_its_figure_stands_over_the_figure():
    table = tbl(
        tr("", tc("2006", span(2)), "", tc("2005", span(2))),
        "Sales | $ | 801 | | $ | 700",
        tr("Costs", tc("600", span(2)), "", tc("500", span(2))),
        "Profit | $ | 201 | | $ | 200",
    )
    assert texts(read(table).tables[0]) == [
        ["", "2006", "2005"],
        ["Sales", "$ 801", "$ 700"],
        ["Costs", "600", "500"],
        ["Profit", "$ 201", "$ 200"],
    ]


@pytest.mark.parametrize(
    "cells, expected",
    [
        (("Sales\nCosts", "801\n700"), [["Sales", "801"], ["Costs", "700"]]),
        ((p("Sales") + p("Costs"), p("801") + p("700")), [["Sales", "801"], ["Costs", "700"]]),
        (("Sales\nCosts", "801\n700", ""), [["Sales", "801"], ["Costs", "700"]]),
        (
            ("Sales\n\nCosts\n", "801\n\n—\n", "1\n\n2\n"),
            [["Sales", "801", "1"], ["Costs", "—", "2"]],
        ),
        (("Sales\nCosts", "801\n700\n"), [["Sales", "801"], ["Costs", "700"]]),
        (("Sales\nof all", "801"), [["Sales\nof all", "801"]]),
        (("Sales\nof all", "801\n+5% up"), [["Sales\nof all", "801\n+5% up"]]),
        (("Sales", "801\n700"), [["Sales", "801\n700"]]),
    ],
)
def test_figures_stacked_in_cells_are_rows(cells, expected):
    document = read(tbl(tr(*map(tc, cells)), "Tax | 9 | 8"))
    found = [[text for text in row if text] for row in texts(document.tables[0])]
    assert found[:-1] == expected


@pytest.mark.parametrize(
    "table, expected",
    [
        (tbl(tr("Revenue was 801.")), ["Revenue was 801."]),
        (
            tbl(tr("Highlights", tc(p("It rose.") + p("It fell.")))),
            ["Highlights", "It rose.", "It fell."],
        ),
        (tbl("801"), ["801"]),
        (tbl("Name | Role", "Ann Lee | Chair"), ["Name", "Role", "Ann Lee", "Chair"]),
        (tbl("Item 5 | Page 12", "Item 6 | Page 31"), ["Item 5", "Page 12", "Item 6", "Page 31"]),
        (tbl("Founded | 1998"), ["Founded", "1998"]),
    ],
)
def test_a_table_without_figures_arranges_text(table, expected):
    document = read(table)
    assert (said(document), document.tables) == (expected, ())


def test_tables_within_tables_are_tables_of_their_own():
    inner = tbl("a | 801", "b | 700")
    document = read(
        tbl(tr("Sales", tc("5" + "")), tr("Costs", tc(p("4") + inner + p())))
        + tbl(tr(tc(inner + p()), tc("Some words.")))
    )
    assert [(t.number, texts(t)) for t in document.tables] == [
        (1, [["Sales", "5"], ["Costs", "4"]]),
        (2, [["a", "801"], ["b", "700"]]),
        (4, [["a", "801"], ["b", "700"]]),
    ]
    assert said(document) == ["Some words."]


@pytest.mark.parametrize(
    "lines, expected",
    [
        (["\t2Q06\t2Q05", "Sales\t801\t700"], [["", "2Q06", "2Q05"], ["Sales", "801", "700"]]),
        (["Sales\t801\t700\nCosts\t600\t500"], [["Sales", "801", "700"], ["Costs", "600", "500"]]),
        (["Sales\t801", "", "Costs\t700"], None),  # a blank line ends a table
        (["Sales\t801"], None),
        (["1.\tSales rose by 5.", "2.\tCosts fell by 4."], None),
        (["•\t801 is less.", "-\tSales rose."], None),
        (
            ["Interim\t14.2p\t13.5p", "Final\t27.4p\t25.9p"],
            [["Interim", "14.2p", "13.5p"], ["Final", "27.4p", "25.9p"]],
        ),
        (
            ["Net debt\t2.1x\t2.4x", "Spread\t48 bps\t51 bps"],
            [["Net debt", "2.1x", "2.4x"], ["Spread", "48 bps", "51 bps"]],
        ),
        (["Printed on\t31 March", "Valid for\t3 years"], None),
        (["\tSales rose by 801 then.", "\tThat was it."], None),
        (["EBITDA\tis what is earned.", "EBIT\tis less."], None),
        (
            ["\t2006\t2005", "Sales\t$\t801\t$\t700", "Costs\t\t600\t\t500"],
            [["", "2006", "2005"], ["Sales", "$\t801", "$\t700"], ["Costs", "600", "500"]],
        ),
        (
            ["\t2006\t2005", "Sales\t$\t801\t$\t700", "Costs\t600"],
            [["", "2006", "2005"], ["Sales", "$", "801", "$", "700"], ["Costs", "600"]],
        ),
    ],
)
def test_lines_with_tab_stops(lines, expected):
    document = read(p("Prose.") + "".join(map(p, lines)) + p("More prose."))
    assert [texts(t) for t in document.tables] == ([expected] if expected else [])


BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>{0}'
    "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
    "<w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)
NOTE = '<w:r><w:{}Reference w:id="{}"/></w:r>'


def test_text_boxes_are_read_once_each():
    old = f"<w:txbxContent>{p('Old box.')}</w:txbxContent>"
    old = f"<w:r><w:pict><v:textbox>{old}</v:textbox></w:pict></w:r>"
    document = read(
        p("Segments", "berschrift2")
        + p(r("Beside. ") + BOX.format(p("In a box.") + tbl("a | 801", "b | 700")) + r("More."))
        + p("Other", "berschrift2")
        + p(old)
        + p(f"<w:del w:id='1'>{BOX.format(p('Gone.'))}</w:del>")
    )
    assert said(document) == ["Segments", "Beside. More.", "Other", "In a box.", "Old box."]
    places = [(story(x), dict(x.anchors[0].source.known)["paragraph"]) for x in document.passages]
    assert places[3:] == [("text box 1", 1), ("text box 2", 1)]
    assert [[h.text for h in x.headings] for x in document.passages[3:]] == [
        ["Segments"],
        ["Other"],
    ]
    assert [(t.number, [h.text for h in t.headings]) for t in document.tables] == [
        (1, ["Segments"])
    ]


def test_notes_follow_the_body_under_the_headings_that_refer_to_them():
    notes = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
    for number, text in (("8", "Of which 801."), ("5", "Less 700."), ("9", "Nobody refers.")):
        notes += (
            f'<w:footnote w:id="{number}">{p("<w:r><w:footnoteRef/></w:r>" + r(text))}</w:footnote>'
        )
    ends = f'<w:endnote w:id="2">{p("At the end.") + p("Two.")}</w:endnote>'
    document = read(
        p("Sales", "Titel")
        + p(r("A") + NOTE.format("footnote", 5) + r("b.") + NOTE.format("endnote", 2))
        + tbl(tr("a", tc(p(r("801") + NOTE.format("footnote", 8)))), "b | 700"),
        footnotes=notes,
        endnotes=ends,
    )
    assert texts(document.tables[0]) == [["a", "801"], ["b", "700"]]
    assert [(x.text, story(x)) for x in document.passages[2:]] == [
        ("Less 700.", "footnote 1"),
        ("At the end.", "endnote 1"),
        ("Two.", "endnote 1"),
        ("Of which 801.", "footnote 2"),
    ]
    assert {h.text for x in document.passages[2:] for h in x.headings} == {"Sales"}


def test_a_note_that_refers_to_itself_is_read_once():
    note = f'<w:footnote w:id="1">{p(r("Again.") + NOTE.format("footnote", 1))}</w:footnote>'
    document = read(p(r("A.") + NOTE.format("footnote", 1) * 2), footnotes=note)
    assert said(document) == ["A.", "Again."]


SECTION = '<w:sectPr>{}<w:headerReference w:type="{}" r:id="rId{}"/></w:sectPr>'


@pytest.mark.parametrize(
    "sections, settings, expected",
    [
        (SECTION.format("", "default", 2), "", ["header 1: First"]),
        (SECTION.format("", "default", 2) * 2, "", ["header 1: First"]),
        (
            SECTION.format("", "default", 3) + SECTION.format("", "default", 2),
            "",
            ["header 1: Second", "header 2: First"],
        ),
        (SECTION.format("", "first", 2), "", []),
        (SECTION.format("<w:titlePg/>", "first", 2), "", ["header 1: First"]),
        (SECTION.format("", "even", 2), "", []),
        (SECTION.format("", "even", 2), "<w:evenAndOddHeaders/>", ["header 1: First"]),
        (SECTION.format("", "default", 17), "", []),
    ],
)
def test_headers_that_are_shown(sections, settings, expected):
    document = read(sections, header1=p("First"), header2=p("Second"), settings=settings)
    found = [f"{story(x)}: {x.text}" for x in document.passages]
    assert found == expected


@pytest.mark.parametrize(
    "footer, expected",
    [
        ("Page 1 of 9", "           "),
        ("- 12 -", "      "),
        ("Acme Water\tPage 12", "Acme Water\t       "),
        ("12\n2Q06 results", "  \n2Q06 results"),
        ("Revenue 801", "Revenue 801"),
        ("12 of 40 shops", "12 of 40 shops"),
    ],
)
def test_page_numbers_in_footers_are_no_figures(footer, expected):
    section = '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/></w:sectPr>'
    assert said(read(section, footer1=p(footer))) == [expected]


@pytest.mark.parametrize(
    "body, expected",
    [
        (p("Rose."), ()),
        (
            p(ins(r("801")) + ins(r("5")) + gone("700")),
            ("tracked changes were read as accepted: 1 deletion and 2 insertions",),
        ),
        (p(r("801") + r("700", "<w:vanish/>")), ("hidden text was left out",)),
        (p(r("801") + r("700", '<w:rStyle w:val="Geheim"/>')), ("hidden text was left out",)),
        (p("801", properties="<w:rPr><w:vanish/></w:rPr>"), ()),  # the mark alone
        (p(r("801", '<w:vanish w:val="false"/>')), ()),
        (
            p("<w:r><w:drawing><c:chart/></w:drawing><w:drawing><pic:pic/></w:drawing></w:r>"),
            ("figures in these were not read: 1 chart and 1 picture",),
        ),
    ],
)
def test_remarks(body, expected):
    assert read(body).remarks == expected


def test_what_is_embedded_from_elsewhere_is_told():
    document = read(p("One.") + p("Two.") + '<w:altChunk r:id="rId7"/>')
    assert document.unread == (
        "after paragraph 2: another document is embedded, which is not read",
    )


def test_texts_are_shown_from_blocks():
    document = read(p("Prose.") + tbl("a | 801", "b | 700"))
    assert document.lines == ()
    assert list(document.texts) == ["Prose.", "a", "801", "b", "700"]


def test_the_same_bytes_give_the_same_document():
    data = word(p("Prose.") + tbl("a | 801", "b | 700"))
    assert readers.read(data, "a.docx") == readers.read(data, "a.docx")
