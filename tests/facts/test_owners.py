"""Owners: no digit of a document without an owner, in whatever format it comes, none with two."""

import io
import re
import sys
from collections import Counter
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.auditing.facts import document_facts
from auditor.facts.owners import MARKUP, _markup, owners
from auditor.model.document import Table
from auditor.notation.leftovers import UNKNOWN_NOTATION
from auditor.readers import read
from auditor.relations.tagged import tagged
from tests.filings import INLINE, NAMESPACES, instance

DIGITS = re.compile("[0-9]+")
CELLS = st.text("0123456789.,()%-–$€ OFYQab年·;_", max_size=9).map(str.strip)
TABLES = st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=2, max_size=6)
SENTENCES = st.text("0123456789.,()%-–$€ OFYQab年·;_", max_size=60)


def markdown(rows, sentence):
    table = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join(["# Part 1", "", sentence, "", table[0], "|---|---|---|", *table[1:], ""])


def html(rows, sentence):
    cells = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows)
    return f"<html><body><p>{sentence}</p><table>{cells}</table></body></html>"


def csv(rows, _sentence):
    return "\n".join(",".join(f'"{cell}"' for cell in row) for row in rows) + "\n"


def workbook(rows, sentence):
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.create_sheet("Statement", 0)
    for row in [(sentence,), *rows]:
        sheet.append([f"{cell}" for cell in row])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def word_document(rows, sentence):
    import docx

    document = docx.Document()
    document.add_paragraph(sentence)
    table = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph(sentence, style="List Bullet")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def pdf(rows, sentence):
    from reportlab.pdfgen.canvas import Canvas

    rows = [[text.replace("年", "y") for text in row] for row in rows]  # which the font lacks
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(595, 842), invariant=1)
    canvas.setFont("Helvetica", 9)
    canvas.drawString(60, 780, sentence.replace("年", "y"))
    for down, row in enumerate(rows):
        canvas.drawString(60, 740 - 14 * down, row[0])
        for across, text in enumerate(row[1:]):
            canvas.drawRightString(300 + 100 * across, 740 - 14 * down, text)
    canvas.save()
    return stream.getvalue()


def inline(rows, sentence):
    context = (
        '<xbrli:context id="now"><xbrli:entity><xbrli:identifier scheme="http://a.test">1'
        "</xbrli:identifier></xbrli:entity><xbrli:period><xbrli:instant>2025-12-31"
        "</xbrli:instant></xbrli:period></xbrli:context>"
        '<xbrli:unit id="usd"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit>'
    )
    cells = "".join(
        f"<tr><td>{escape(label)}</td>{''.join(f'<td>{_tagged(text)}</td>' for text in texts)}</tr>"
        for label, *texts in rows
    )
    return (
        f"<html {NAMESPACES} {INLINE}><body><ix:header><ix:hidden></ix:hidden><ix:resources>"
        f"{context}</ix:resources></ix:header><p>{escape(sentence)}</p><table>{cells}</table>"
        "</body></html>"
    )


def _tagged(text):
    """A cell that is tagged if any digit stands in it."""
    if not DIGITS.search(text):
        return escape(text)
    return (
        '<ix:nonFraction name="gaap:Cash" contextRef="now" unitRef="usd" decimals="0"'
        f' format="ixt:num-dot-decimal">{escape(text)}</ix:nonFraction>'
    )


def owned(data, name):
    """Runs of digits of the texts of a document's blocks, and how many owners each has."""
    document = read(data.encode() if isinstance(data, str) else data, name)
    facts = document_facts(document, ())
    rest = owners(document, facts.grids, facts.facts)
    return document, facts, rest


@pytest.mark.parametrize(
    ("form", "name"),
    [
        (markdown, "a.md"),
        (csv, "a.csv"),
        (html, "a.html"),
        (inline, "a.htm"),
        (workbook, "a.xlsx"),
        (word_document, "a.docx"),
        (pdf, "a.pdf"),
    ],
    ids=lambda one: getattr(one, "__name__", one),
)
@settings(max_examples=40)
@given(rows=TABLES, sentence=SENTENCES)
def test_every_run_of_digits_has_an_owner(form, name, rows, sentence):
    data = form([("Part", "2025", "2024"), *rows, ("End", "1", "2")], f"It is 12. {sentence}")
    document, facts, rest = owned(data, name)
    printed: Counter[str] = Counter()
    for block in document.blocks:
        texts = (
            [cell.text for row in block.rows for cell in row if cell]
            if isinstance(block, Table)
            else [block.text]
        )
        printed.update(run for text in texts for run in DIGITS.findall(text))
    told = [c.text for c in (*rest.not_understood, *rest.other) if "markup" not in c.reason]
    stated = {(f.block, f.source.row, f.source.col, f.figure.start): f.text for f in facts.facts}
    held = Counter(run for text in (*told, *stated.values()) for run in DIGITS.findall(text))
    assert held == printed


@given(rows=TABLES, sentence=SENTENCES)
def test_in_a_file_of_lines_every_place_with_digits_is_cited_once(rows, sentence):
    text = markdown([("Part", "2025", "2024"), *rows], f"[link 3](http://a.b/4) {sentence}")
    _document, facts, rest = owned(text, "a.md")
    cited = {f.source for f in facts.facts}
    cited |= {c.source for c in (*rest.not_understood, *rest.other)}
    for number, line in enumerate(text.split("\n"), start=1):
        for run in DIGITS.finditer(line):
            over = [
                s
                for s in cited
                if s.line == number
                and (s.column or 1) <= run.start() + 1
                and run.end() + 1 <= (s.end_column or 1)
            ]
            assert len(over) == 1, (line, run, over)


@pytest.mark.parametrize(
    ("form", "name", "times"),
    [
        (csv, "a.csv", 0),
        (html, "a.html", 1),
        (inline, "a.htm", 1),
        (workbook, "a.xlsx", 1),
        (word_document, "a.docx", 2),
        (pdf, "a.pdf", 1),
    ],
    ids=lambda one: getattr(one, "__name__", one),
)
@settings(max_examples=40)
@given(rows=TABLES, sentence=SENTENCES)
def test_no_digit_is_lost_between_the_file_and_the_document(form, name, times, rows, sentence):
    """``times`` is how often a format prints the sentence."""
    rows, sentence = [("Part", "2025", "2024"), *rows, ("End", "1", "2")], f"It is 12. {sentence}"
    data = form(rows, sentence)
    document = read(data.encode() if isinstance(data, str) else data, name)
    sources = [*(cell for row in rows for cell in row), *[sentence] * times]
    kept = Counter(c for text in document.texts for c in text if c.isdecimal())
    assert kept == Counter(c for text in sources for c in text if c.isdecimal())


@given(
    st.lists(
        st.tuples(
            st.text("0123456789.,-eINF o", max_size=8),
            st.sampled_from(["now", "nowhere"]),
            st.sampled_from(["", 'unitRef="usd" decimals="0"', 'unitRef="usd" xsi:nil="true"']),
            st.booleans(),
        ),
        max_size=6,
    )
)
def test_what_an_instance_states_is_a_figure_or_told(stated):
    """Whatever its digits are, whether it has a unit, and whether it stands within a tuple."""
    lines = [
        f'{"<gaap:Group>" * within}<gaap:Cash contextRef="{when}" {more}>{text}</gaap:Cash>'
        f"{'</gaap:Group>' * within}"
        for text, when, more, within in stated
    ]
    whole = instance([]).replace("</xbrli:xbrl>", "\n" + "\n".join(lines) + "\n</xbrli:xbrl>")
    document, facts, rest = owned(whole, "a.xbrl")
    told = [*tagged(document, facts.facts).facts, *rest.not_understood, *rest.other]
    cited = Counter(one.source.line for one in told)
    before = whole[: whole.index(lines[0])].count("\n") if lines else 0
    assert cited == {
        before + number: 1
        for number, (text, *_) in enumerate(stated, start=1)
        if DIGITS.search(text)
    }
    assert {c.source.line for c in rest.other} == {
        before + number
        for number, (text, _, more, _) in enumerate(stated, start=1)
        if DIGITS.search(text) and not more
    }


def _work(columns):
    """The calls that it takes to find the owners of the digits of two lines so wide."""
    text = ",".join(f"{n}" for n in range(columns))
    document = read(f"{text}\n{text}\n".encode(), "wide.csv")
    made = []
    sys.setprofile(lambda _frame, event, _arg: made.append(event) if event == "call" else None)
    try:
        tuple(_markup(document))
    finally:
        sys.setprofile(None)
    return len(made)


def test_a_line_of_twice_the_columns_is_twice_the_work():
    assert _work(800) < 2.2 * _work(400)


def test_what_stands_in_no_block_is_markup():
    _document, _facts, rest = owned("```python3\nx\n```\n", "a.md")
    assert [(c.text, c.source.line, c.reason) for c in rest.other] == [("3", 1, MARKUP)]


NOTATIONS = [
    "{k}·{r:03}",
    "{s} kt† qq",
    "≈{k}k{r:03}",
    "{n}zł.",
    "<{s}>",
    "{k};{r:03}",
    "«{s}»",
    "qq {s}",
    "{s}/-",
    "!{s}!",
    "{k}¦{r:03}",
    "[{s}]",
]


@pytest.mark.parametrize("notation", NOTATIONS)
def test_a_table_in_a_notation_that_nobody_knows_is_told_as_not_understood(notation):
    def row(label, *numbers):
        cells = [notation.format(n=n, s=f"{n:,}", k=n // 1000, r=n % 1000) for n in numbers]
        return (label, *cells)

    rows = [
        ("Year ended June 30,", "2025", "2024"),
        row("Product sales", 1204, 1110),
        row("Services", 1396, 1350),
        row("Revenue", 2600, 2460),
    ]
    _, facts, rest = owned(markdown([("Group", "3Q 2024", "Note 12"), *rows], ""), "a.md")
    assert not facts.facts
    assert {c.source.row for c in rest.not_understood} == {3, 4, 5}
    assert len(rest.not_understood) == 6
    assert all(c.reason.endswith(UNKNOWN_NOTATION) for c in rest.not_understood)
    assert [band.header for band in facts.grids[0].bands] == [(0, 1)]


def test_what_surrounds_a_number_that_is_not_known_is_said():
    rows = [("Item", "2025", "2024"), ("Sales", "1,204", "1,110"), ("Costs", "907..", "57/481")]
    _, _, rest = owned(markdown(rows, ""), "a.md")
    assert [(c.text, c.reason) for c in rest.not_understood] == [
        ("907", f"as “907..”, {UNKNOWN_NOTATION}"),
        ("57/481", UNKNOWN_NOTATION),
    ]


def test_a_number_in_brackets_beside_a_figure_is_told_as_that():
    rows = [
        ("Employees", "8,204", "8,110"),
        ("[temporary]", "[ 1,052 ]", "[ 1,275 ]"),
        ("Cash", "12", "13"),
    ]
    _, facts, rest = owned(markdown([("Item", "2025", "2024"), *rows], ""), "a.md")
    assert [f.text for f in facts.facts] == ["8,204", "8,110", "12", "13"]
    assert len(facts.grids[0].bands) == 1
    assert not rest.not_understood
    of_rows = [(c.text, c.reason) for c in rest.other if c.source.row == 3]
    assert of_rows == [
        ("1,052", "in brackets beside the figure of another cell"),
        ("1,275", "in brackets beside the figure of another cell"),
    ]


@pytest.mark.parametrize(
    ("row", "unknown"),
    [
        ("Services|<396>|<350>", ["396", "350"]),
        ("Services|≈2k396|-", ["2k396"]),
        ("Year ended June 30,|2025|2024", []),
        ("Fair value|Level 1|Level 2", []),
        ("Second half|3Q 2024|4Q 2024", []),
        ("See|Note 12|Note 13", []),
        ("期|第12期|第13期", []),
    ],
)
def test_one_row_among_figures_heads_no_columns_if_its_numbers_are_in_no_known_notation(
    row, unknown
):
    rows = [("Sales", "1,204", "1,110"), row.split("|"), ("Costs", "907", "850")]
    _, facts, rest = owned(markdown([("Item", "2025", "2024"), *rows], ""), "a.md")
    assert [c.text for c in rest.not_understood] == unknown
    assert [f.text for f in facts.facts if len(f.text) > 2] == ["1,204", "1,110", "907", "850"]
    assert len(facts.grids[0].bands) == (1 if unknown else 2)
