"""DOCX: findings as comments, ticks after what tied."""

from __future__ import annotations

import copy
import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from auditor.annotate import TICK, CannotAnnotateError, notes, ticked
from auditor.annotate._damaged import damage_told
from auditor.findings.marks import Mark
from auditor.formats.archive import timeless
from auditor.model.places.paragraph import ParagraphPlace
from auditor.model.report import DocumentReport

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.run import Run

READERS, SUFFIXES = ("docx",), (".docx",)
TICKS = True
AUTHOR, INITIALS = "statement-auditor", "SA"
CLOSING = ")）%％"
"""What stands behind a figure's digits and belongs to it: a tick comes after it."""
GREEN = "1C6B3C"


def annotated(data: bytes, report: DocumentReport, ticks: bool) -> bytes:
    """The document with a comment at each finding; one that has no place gets it at the top."""
    try:
        from docx import Document
    except ImportError as missing:
        raise CannotAnnotateError(
            "annotating a Word document needs python-docx: pip install python-docx"
        ) from missing
    with damage_told("python-docx"):
        return _copy(Document(io.BytesIO(data)), report, ticks)


def _copy(document: Document, report: DocumentReport, ticks: bool) -> bytes:
    places = _Places(document)
    for note in notes(report):
        run = places.run(note.mark) or places.first()
        comment = document.add_comment(run, note.text, AUTHOR, INITIALS)
        comment._comment_elm.attrib.pop(_w("date"), "")  # noqa: SLF001  # same input, same bytes
    for mark in ticked(report) if ticks else ():
        found = places.run(mark)
        if found is not None:
            _tick(found)
    written = io.BytesIO()
    document.save(written)
    return timeless(written.getvalue())


class _Places:
    """The runs of a document by where their text is cited.

    A cell is cited by its row and column as read, which can differ from Word's own: the figure is
    sought in its row, then in its table. Each time a run is found it is cut to the figure alone.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._tables = list(document.element.body.iter(_w("tbl")))
        self._paragraphs = _body_paragraphs(document.element.body)
        self._found: list[Any] = []

    def first(self) -> Run:
        """A run to hang a comment on that has no place of its own."""
        paragraph = next(iter(self._document.paragraphs), None) or self._document.add_paragraph()
        return paragraph.runs[0] if paragraph.runs else paragraph.add_run()

    def run(self, mark: Mark) -> Run | None:
        """The run of the mark's text alone, None where it is not found."""
        for paragraphs in self._sought(mark):
            for paragraph in paragraphs:
                run = self._cut(paragraph, mark)
                if run is not None:
                    return run
        return None

    def _sought(self, mark: Mark) -> Iterator[list[Any]]:
        """Where the mark may stand, likeliest first, each as its paragraphs."""
        source, at = mark.source, mark.source.at
        if not isinstance(at, ParagraphPlace) or (at.element is not None and not at.row):
            return
        if source.table is None or at.paragraph is not None:
            number = at.paragraph or 0
            if 0 < number <= len(self._paragraphs):
                yield [self._paragraphs[number - 1]]
            return
        number, number_of_row = _printed(source.table, source.row or 0, at)
        if number > len(self._tables):
            return
        table = self._tables[number - 1]
        rows = [r for r in table.iter(_w("tr")) if next(r.iterancestors(_w("tbl"))) is table]
        if 0 < number_of_row <= len(rows):
            cells = list(rows[number_of_row - 1].iter(_w("tc")))
            near = [*cells[(source.col or 1) - 1 :], *cells[: (source.col or 1) - 1]]
            yield [p for cell in near for p in cell.iter(_w("p"))]
        yield [p for row in rows for p in row.iter(_w("p"))]

    def _cut(self, paragraph: Any, mark: Mark) -> Run | None:  # noqa: ANN401  # lxml has no types
        """The figure's run in a paragraph, what stands around it put into runs of its own."""
        from docx.text.paragraph import Paragraph
        from docx.text.run import Run

        wanted = mark.text if mark.source.table is None else mark.text.strip("$€£¥ ()%")
        parent = Paragraph(paragraph, self._document)
        passed, column = 0, mark.source.column
        for element in list(paragraph.iter(_w("r"))):
            texts = element.findall(_w("t"))
            text = "".join(one.text or "" for one in texts)
            if next(element.iterancestors(_w("del")), None) is not None:
                continue
            start = _whole(text, wanted, max(0, column - 1 - passed) if column else 0)
            passed += len(text) + len(element.findall(_w("tab"))) + len(element.findall(_w("br")))
            if start < 0 or element in self._found or not wanted:
                continue
            if _only_text(element):
                element = _alone(element, start, start + len(wanted))  # noqa: PLW2901  # the rest is another run now
            self._found.append(element)  # kept, so that no other takes its id
            return Run(element, parent)
        return None


def _printed(table: int, row: int, at: ParagraphPlace) -> tuple[int, int]:
    """The table and the row that a cell is printed in, where another table counts its rows."""
    if at.row is None:
        return table, row
    printed, row_printed = map(int, re.findall(r"\d+", at.row))
    return printed, row_printed


def _body_paragraphs(body: Any) -> list[Any]:  # noqa: ANN401  # as above
    """The paragraphs that are counted: those of the body, not those in tables or text boxes."""
    outside = (_w("tbl"), _w("txbxContent"), _w("moveFrom"))
    return [p for p in body.iter(_w("p")) if next(p.iterancestors(*outside), None) is None]


def _alone(run: Any, start: int, end: int) -> Any:  # noqa: ANN401  # as above
    """The run of characters ``start`` to ``end``, those before and after in copies beside it."""
    text = run.find(_w("t")).text
    for kept, insert in ((text[:start], run.addprevious), (text[end:], run.addnext)):
        if kept:
            twin = copy.deepcopy(run)
            _say(twin, kept)
            insert(twin)
    _say(run, text[start:end])
    return run


def _say(run: Any, text: str) -> None:  # noqa: ANN401  # as above
    element = run.find(_w("t"))
    element.text = text
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _whole(text: str, wanted: str, begin: int) -> int:
    """Where a figure stands in a text, not as part of a longer number; -1 where it does not."""
    start = text.find(wanted, begin) if wanted else -1
    while start >= 0:
        before, after = text[:start], text[start + len(wanted) :]
        if not (_goes_on(before[::-1]) or _goes_on(after)):
            return start
        start = text.find(wanted, start + 1)
    return start


def _goes_on(beside: str) -> bool:
    """Whether the number goes on there: a digit, or a digit behind a mark."""
    return beside[:1].isdecimal() or (beside[:1] in ".,'" and beside[1:2].isdecimal())


def _closing_of(element: Any) -> Any:  # noqa: ANN401  # lxml has no types
    """The last run of those that close the figure in this one: a bracket, a per cent sign."""
    following = element.getnext()
    while following is not None and following.tag == _w("r"):
        text = _only_text(following)
        closes = len(text) - len(text.lstrip(CLOSING))
        if not closes:
            break
        element = _alone(following, 0, closes)
        if closes < len(text):
            break
        following = element.getnext()
    return element


def _only_text(run: Any) -> str:  # noqa: ANN401  # likewise
    """The text of a run that holds nothing else, "" of any other."""
    texts = run.findall(_w("t"))
    is_plain = len(texts) == 1 and len(run.findall("*")) - len(run.findall(_w("rPr"))) == 1
    return texts[0].text or "" if is_plain else ""


def _tick(run: Run) -> None:
    """A green tick in a run of its own after this one and what closes its figure, raised."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    _closing_of(run._r).addnext(  # noqa: SLF001  # python-docx inserts at the end of paragraphs
        parse_xml(
            f'<w:r {nsdecls("w")}><w:rPr><w:color w:val="{GREEN}"/><w:vertAlign'
            f' w:val="superscript"/></w:rPr><w:t>{TICK}</w:t></w:r>'
        )
    )


def _w(name: str) -> str:
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}"
