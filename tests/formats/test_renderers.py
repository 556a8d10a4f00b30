"""The generator itself: what it renders is what statements say, or nothing else could be judged."""

from __future__ import annotations

import io
from itertools import pairwise

import pytest

from tests.formats import columns, inline, web, word, workbook
from tests.formats.everyformat import FORMATS, MARKDOWN, Format, audited, shown, statements
from tests.formats.statement import (
    RELEASE,
    SOURCES,
    Bullet,
    Grid,
    Heading,
    Note,
    Paragraph,
    Statement,
    is_figure,
    statement,
)
from tests.formats.test_every_format import stands

SMALL = Statement(
    "small",
    (
        Heading("Results", 1),
        Note("(JPY million)"),
        Grid(
            (
                ("", "First half", "", "Growth"),
                ("", "2Q06", "2Q05", ""),
                ("売上高", "1,204", "$(1,100)", "+9.5%"),
                ("Costs & more", "—", "△7", "(0.3%)"),
            ),
            2,
        ),
        Bullet("Up by **9.5%**"),
    ),
)


@pytest.mark.parametrize(
    ("source", "tables", "headings", "notes", "bullets"),
    [
        (RELEASE, 9, 25, 3, 24),
        *(
            (source, *counts)
            for source, counts in zip(
                SOURCES[1:],
                [(3, 6, 0, 0), (4, 7, 3, 4), (3, 5, 3, 4), (4, 7, 4, 0), (4, 7, 1, 5)],
                strict=True,
            )
        ),
    ],
    ids=lambda case: getattr(case, "stem", ""),
)
def test_sources_are_parsed_block_by_block(source, tables, headings, notes, bullets):
    blocks = statement(source).blocks
    found = [sum(isinstance(b, kind) for b in blocks) for kind in (Grid, Heading, Note, Bullet)]
    assert found == [tables, headings, notes, bullets]
    assert sum(isinstance(b, Paragraph) for b in blocks) + sum(found) == len(blocks)


def test_headings_span_the_blanks_above_headings_of_their_own():
    assert [SMALL.grids[0].spans(row) for row in range(3)] == [
        ((0, 1), (1, 2), (3, 1)),
        ((0, 1), (1, 1), (2, 1), (3, 1)),
        ((0, 1), (1, 1), (2, 1), (3, 1)),
    ]


UNRULED = """\
                  First half      Growth
                2Q06       2Q05
売上高         1,204   $(1,100)    +9.5%
Costs & more       —         △7   (0.3%)
"""
RULED = """\
                  First half       Growth
                 2Q06       2Q05
               ------   --------   ------
売上高 .....   1,204    $(1,100)    +9.5%
Costs & more       —         △7    (0.3%)
               ======   ========   ======
"""


@pytest.mark.parametrize(("written", "table"), [(columns.unruled, UNRULED), (columns.ruled, RULED)])
def test_columns_are_flush_right(written, table):
    assert f"\n\n{table}\n" in written(SMALL).decode()


@pytest.mark.parametrize(
    ("written", "piece"),
    [
        (web.clean, '<th></th><th colspan="2">First half</th><th>Growth</th>'),
        (web.clean, "<td>Costs &amp; more</td><td>&mdash;</td>"),
        (web.clean, "<ul>\n<li>Up by <b>9.5%</b></li>\n</ul>"),
        (inline.written, 'decimals="-6" format="ixt:num-dot-decimal" sign="-">1,100</ix:'),
        (web.one_line, "</ul></td><td><h1>Results</h1><p>(JPY million)</p><table>"),
    ],
)
def test_pages_are_marked_up(written, piece):
    assert piece in written(SMALL).decode()


def test_filings_set_marks_in_cells_of_their_own():
    cells = web.filing(SMALL).decode().split("<tr>")[4].split("</td>")
    texts = [web._TAG.sub("", cell).strip() for cell in cells]
    assert texts == [
        "売上高",
        "",
        "1,204",
        "",
        "",
        "$",
        "(1,100",
        ")",
        "",
        "+9.5",
        "%",
        "",
    ]


@pytest.mark.parametrize(
    ("text", "value", "number_format"),
    [
        ("1,204", 1204, "#,##0;-#,##0"),
        ("(1,204)", -1204, "#,##0;(#,##0)"),
        ("△7", -7, "#,##0;△#,##0"),
        ("+9.5%", 0.095, "+#,##0.0%;-#,##0.0%"),
        ("$(52)", -52, '"$"#,##0;"$"(#,##0)'),
        ("$0.34", 0.34, '"$"#,##0.00;"$"-#,##0.00'),
        ("—", 0, '#,##0;-#,##0;"—"'),
        ("2,803,7", None, ""),
        ("2\u202f803,7", None, ""),
        ("2Q06", None, ""),
    ],
)
def test_numbers_have_formats_that_show_the_text(text, value, number_format):
    number = workbook._number(text)
    assert (number or (None, "")) == (value, number_format)
    assert number is None or workbook._displayed(*number) == text


def test_most_figures_of_workbooks_are_numbers():
    """Those of brennholt are written with decimal commas, which no format of this kind shows."""
    for source in SOURCES:
        grids = statement(source).grids
        rows = (row for grid in grids for row in grid.rows[grid.headers :])
        texts = [text for row in rows for text in row if is_figure(text)]
        numbers = [workbook._number(text) for text in texts]
        shown_again = [workbook._displayed(*n) for n in numbers if n]
        assert shown_again == [t for t, n in zip(texts, numbers, strict=True) if n]
        assert (len(shown_again) > 0.98 * len(texts)) is (source.stem != "brennholt")


def test_word_keeps_what_is_merged_bold_and_listed():
    import docx

    document = docx.Document(io.BytesIO(word.ruled(SMALL)))
    assert [p.style.name for p in document.paragraphs if p.style and p.text] == [
        "Heading 1",
        "Normal",
        "List Bullet",
    ]
    assert [r.text for p in document.paragraphs for r in p.runs if r.bold] == ["9.5%"]
    assert [c.grid_span for c in document.tables[0].rows[0].cells] == [1, 2, 2, 1]


@pytest.mark.parametrize("form", [MARKDOWN, *FORMATS], ids=lambda f: f.name)
def test_the_place_of_another_figure_would_not_pass(form: Format):
    one = statements(form, statement(SOURCES[-1]))[0]
    data, report = audited(form, one)
    facts = [f for f in report.facts if f.in_table]
    assert len(facts) > 60
    for fact, other in pairwise(facts):
        if shown(fact.text) not in shown(other.text):
            assert not stands(fact.text, form.opened(data, other.source), form.apart)
