"""Excerpts: what each format shows around a figure."""

from dataclasses import replace
from datetime import date

import pytest

from auditor.auditing.many_files import facts_of
from auditor.auditing.pipeline import document_report
from auditor.findings.excerpts import BAR, MORE, excerpts
from auditor.findings.thresholds import REACH
from auditor.model.citation import Citation
from auditor.model.document import Anchor, Cell, Document, Passage, Source, Table
from auditor.model.places.line import LinePlace
from auditor.model.places.page import PagePlace
from auditor.model.places.paragraph import ParagraphPlace
from auditor.model.places.sheet import SheetPlace
from auditor.model.report import Report
from auditor.model.tagging import Context, Tag, Tagging
from auditor.render import View
from auditor.render.terminal import render
from auditor.rulebook.packs import rule_packs

ROWS = (
    ("", "2Q25", "", "2Q24"),
    ("Fares", "8,412", "", "7,377"),
    ("Freight", "2,328", None, "2,109"),
    ("Net sales", " 10,840 ", "", "9,486"),
)
SENTENCE = "Net sales were JPY 10,840 million in 2Q25."


def html(row, col):
    return Source(
        "a.html",
        LinePlace(1, 5_000 + 100 * row + 10 * col, 5_009 + 100 * row + 10 * col),
        table=1,
        row=row,
        col=col,
    )


def pdf(row, col):
    return Source("a.pdf", PagePlace(2, (col, row, col + 1, row + 1)), table=1, row=row, col=col)


def xlsx(row, col):
    return Source(
        "a.xlsx", SheetPlace("Segments", f"{'ABCD'[col - 1]}{row}"), table=1, row=row, col=col
    )


def docx(row, col):
    return Source("a.docx", table=1, row=row, col=col)


def table(place, rows=ROWS, number=1):
    return Table(
        number,
        tuple(
            tuple(
                None if text is None else Cell(text, place(r, c))
                for c, text in enumerate(row, start=1)
            )
            for r, row in enumerate(rows, start=1)
        ),
    )


def passage(text, source, level=0, *, whole=False):
    return Passage(text, (Anchor(0, source, whole),), level)


def document(*blocks, lines=()):
    """A document of these blocks, called as their places say."""
    (path, *_) = [
        *(
            cell.source.path
            for b in blocks
            if isinstance(b, Table)
            for r in b.rows
            for cell in r
            if cell
        ),
        *(b.anchors[0].source.path for b in blocks if isinstance(b, Passage)),
        "a",
    ]
    return Document(path, "0" * 64, blocks, lines)


def of(figure, read):
    """The one excerpt of the first fact that is printed so: label, text and what is marked."""
    facts = facts_of(read)
    cited = next(f for f in facts if f.text == figure)
    (found,) = excerpts([Citation("", cited.text, cited.source)], read, facts)
    return found.label, found.text, found.text[found.start : found.end]


@pytest.mark.parametrize(
    "place, label",
    [(html, "table 1, row 4"), (pdf, "p. 2"), (xlsx, "Segments!B4"), (docx, "table 1, row 4")],
)
def test_a_cell_is_shown_in_its_row_without_blank_ones(place, label):
    assert of("10,840", document(table(place))) == (label, "Net sales | 10,840 | 9,486", "10,840")


@pytest.mark.parametrize(
    "source, label",
    [
        (Source("a.html", LinePlace(71, 4, 46)), "71"),
        (Source("a.html", LinePlace(1, 81_234, 81_276)), "1:81251"),
        (Source("a.pdf", PagePlace(3, (1.0, 2.0, 3.0, 4.0))), "p. 3"),
        (Source("a.docx", ParagraphPlace(12, 1, 43)), "¶ 12"),
        (Source("a.docx", ParagraphPlace(1, element="footnote 3")), "footnote 3, ¶ 1"),
        (Source("a.xlsx", SheetPlace("Notes", "B7")), "Notes!B7"),
    ],
)
def test_a_figure_in_a_sentence_is_shown_in_its_paragraph(source, label):
    read = document(passage(SENTENCE, source, whole=source.line is None))
    shown, text, marked = of("JPY 10,840 million", read)
    assert (shown, text, marked) == (
        label.replace("81251", "81249"),
        SENTENCE,
        "JPY 10,840 million",
    )


def test_a_document_with_lines_shows_the_line():
    line = "| Net sales | 10,840 |"
    source = Source("a.md", LinePlace(3, 15, 21), table=1, row=2, col=2)
    cited = Citation("", "10,840", source)
    read = document(table(lambda *_: source, (("10,840",),)), lines=("", "", line))
    (found,) = excerpts([cited, cited], read, ())
    assert (found.label, found.text, found.start, found.end) == ("3", line, 14, 20)
    assert excerpts([Citation("", "", Source("a.md", LinePlace(4)))], read, ()) == ()
    (whole,) = excerpts([Citation("", "", Source("a.md", LinePlace(3)))], read, ())
    assert (whole.start, whole.end) == (0, 0)


def test_two_figures_at_one_place_are_told_apart():
    words = Source("a.pdf", PagePlace(3, (1.0, 2.0, 3.0, 4.0)))
    text = "Net sales rose from JPY 9,486 million to JPY 10,840 million."
    read = document(passage(text, words, whole=True))
    assert of("JPY 9,486 million", read)[2] == "JPY 9,486 million"
    assert of("JPY 10,840 million", read)[2] == "JPY 10,840 million"


@pytest.mark.parametrize("words, cited", [("1Q25", "1Q25"), ("2Q24", None)])
def test_words_of_a_heading_are_shown_in_it(words, cited):
    source = Source("a.docx", ParagraphPlace(4, 1, 20))
    heading = passage("Results in 1Q25", source, 1)
    read = document(passage("1Q25 it is.", source), heading)
    found = excerpts([Citation("heading", words, heading.source(11, 15))], read, ())
    assert [e.text for e in found] == (["Results in 1Q25"] if cited else [])


def test_the_words_of_a_cell_are_marked_whole_where_they_are_no_figure():
    read = document(table(docx))
    (found,) = excerpts([Citation("column heading", "2Q25", docx(1, 2))], read, ())
    assert (found.text, found.start, found.end) == ("2Q25 | 2Q24", 0, 4)
    (other,) = excerpts([Citation("", "second quarter", docx(1, 4))], read, ())
    assert other.text[other.start : other.end] == "2Q24"
    (blank,) = excerpts([Citation("", "", docx(2, 3))], read, ())
    assert (blank.text, blank.start, blank.end) == ("Fares | 8,412 |  | 7,377", 16, 16)


def test_a_place_that_is_not_there_has_no_excerpt():
    read = document(table(docx))
    places = (docx(9, 1), docx(3, 3), Source("a.docx", table=8, row=1, col=1), Source("a.docx"))
    assert excerpts([Citation("", "1", place) for place in places], read, ()) == ()


def test_what_only_a_tag_states_is_shown_with_what_the_tag_says():
    context = Context("Gannet", None, date(2025, 6, 30), (("x:Axis", "x:Ports"),))
    tag = Tag("x:Fares", "Fares", context, "Ports", "JPY", "8,412", 8412, 0, 6, None, 3, 7, 12)
    read = replace(document(), path="a.xbrl", tagging=Tagging((tag,)))
    source = Source("a.xbrl", LinePlace(3, 7, 12, "f1"))
    (found,) = excerpts([Citation("tagged figure", "8,412", source)], read, ())
    assert (found.label, found.text, found.start, found.end) == (
        "3",
        "Fares | Ports | 8,412",
        16,
        21,
    )
    assert excerpts([Citation("", "8,413", source)], read, ()) == ()


def test_long_paragraphs_are_cut_on_both_sides():
    text = "x" * 1_000 + " Fares were 8,412 yen. " + "y" * 1_000
    _, shown, marked = of(
        "8,412 yen", document(passage(text, Source("a.docx", ParagraphPlace(1, 1))))
    )
    assert (marked, len(shown)) == ("8,412 yen", 2 * REACH + len(marked) + 2 * len(MORE))
    assert (shown[0], shown[-1]) == (MORE, MORE)


WRONG = (
    *ROWS[:3],
    ("Catering", "127", "", "103"),
    ("Net sales", "10,687", "", "9,589"),
)


@pytest.mark.parametrize(
    "place, heading, said",
    [
        (
            html,
            "a.html:1:5520 table 1 row 5 column 2",
            f"  table 1, row 5 | Net sales | 10,687 | 9,589\n{' ' * 16} |             ^^^^^^\n",
        ),
        (
            pdf,
            "a.pdf page 2 table 1 row 5 column 2",
            "  p. 2 | Net sales | 10,687 | 9,589\n       |             ^^^^^^\n",
        ),
        (
            xlsx,
            "a.xlsx Segments!B5",
            "  Segments!B5 | Net sales | 10,687 | 9,589\n              |             ^^^^^^\n",
        ),
        (
            docx,
            "a.docx table 1 row 5 column 2",
            f"  table 1, row 5 | Net sales | 10,687 | 9,589\n{' ' * 16} |             ^^^^^^\n",
        ),
    ],
    ids=["html", "pdf", "xlsx", "docx"],
)
def test_a_finding_of_every_format_is_shown_where_it_stands(place, heading, said):
    report = document_report(document(table(place, WRONG)), rule_packs())
    text = render(Report((report,)), View())
    assert text.count("ERROR") == 1
    assert f"ERROR  {heading}  sum" in text
    assert said in text


def test_a_row_of_many_cells_costs_no_more_than_it_has():
    row = ("Fares", *(f"{n:,}" for n in range(1_000, 3_000)))
    heads = ("", *(f"Port {n}" for n in range(2_000)))
    label, text, marked = of(
        "2,000",
        document(
            table(
                lambda r, c: Source("a.html", LinePlace(1, 9, 9), table=1, row=r, col=c),
                (heads, row),
            )
        ),
    )
    assert (label, marked) == ("table 1, row 2", "2,000")
    assert text.count(BAR) < REACH


def test_another_document_is_not_shown():
    read = document(table(docx))
    elsewhere = docx(4, 2)._replace(path="old.docx")
    assert excerpts([Citation("as published", "10,840", elsewhere)], read, ()) == ()
