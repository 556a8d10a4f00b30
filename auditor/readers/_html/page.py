"""Pages: the paragraphs and tables that markup shows, mended as browsers mend it.

The rules are those by which the HTML standard builds a tree, for the elements that decide what
text belongs together: paragraphs end where the next block begins, cells and rows where the next
one does, end tags close nothing outside of their cell, and text in a table outside of its cells
stands before it. Nothing here calls itself, so that depth costs no more than length.

Longer than most modules because these rules work on one state.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import ClassVar, NamedTuple

from auditor.formats.unreadable import UnreadableError
from auditor.readers._html.cells import TangledTableError
from auditor.readers._html.container import Container
from auditor.readers._html.elements import BLOCKS, EMPTY, HEADINGS, Elements, Opened
from auditor.readers._html.flow import Paragraph, RawCell, RawTable, ShownBlock
from auditor.readers._html.markup import StyleSheet, Tag, Words, markup
from auditor.readers._html.style import style_rules
from auditor.readers._html.tables import arranged, settled
from auditor.readers._html.thresholds import MOST_CELLS, MOST_NESTED

MOST_COLUMNS = 1_000
"""That one cell may span, by the HTML standard."""

MOST_ROWS = 65_534
"""That one cell may span, by the HTML standard."""

_SECTIONS = frozenset(("tbody", "thead", "tfoot"))
_ENDS_ITSELF = {  # a start tag ends an open element of these names, within these elements
    "li": (frozenset(("li",)), frozenset(("ul", "ol", "menu", "dir"))),
    "dd": (frozenset(("dd", "dt")), frozenset(("dl",))),
    "dt": (frozenset(("dd", "dt")), frozenset(("dl",))),
}
_ROW_OR_END = re.compile(r"<(tr|/table|/pre)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\s*\+?(\d+)")


class _Rows:
    """A table being read: its rows so far, and what its captions say."""

    __slots__ = ("captions", "rows")

    def __init__(self) -> None:
        self.rows: list[list[RawCell]] = []
        self.captions: list[Paragraph] = []


class Page(NamedTuple):
    """What a page shows, in order, and what of it could not be read: (offset, why)."""

    shown: tuple[ShownBlock, ...]
    unread: tuple[tuple[int, str], ...]


def page(text: str) -> Page:
    """What the page shows; raises UnreadableError for one whose tables are beyond the limits."""
    builder = _PageBuilder(text)
    for token in markup(text):
        if isinstance(token, Words):
            builder.words(token)
        elif isinstance(token, StyleSheet):
            builder.open.rules |= style_rules(token.text)
        elif token.is_end:
            builder.end(token.name)
        else:
            builder.start(token)
    return Page(builder.closed(), tuple(builder.unread))


class _PageBuilder:
    """The elements that are open at one point of a page, and what it has shown up to there."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.open = Elements()
        self.containers = [Container(text)]
        self.tables: list[_Rows] = []
        self.cells = 0
        self.unread: list[tuple[int, str]] = []
        self.ahead = (-1, "")  # where the next row or end of a table is, and which

    def words(self, words: Words) -> None:
        """Add text to the paragraph."""
        top = self.open.top
        if top.hidden:
            return
        if top.pre and not top.cell:
            self.containers[-1].type_words(words, top)
        else:
            self.containers[-1].words(words, top)

    def start(self, tag: Tag) -> None:
        """Open an element, and close what it ends."""
        name = tag.name
        if name == "br":
            self._end_line()
            return
        self._close_for(name)
        opens = self._OPENS.get(name)
        if opens is not None:
            opens(self, tag)
            return
        if name in BLOCKS:
            self._break()
        if not tag.empty and name not in EMPTY:
            self.open.push(tag)

    def _close_for(self, name: str) -> None:
        """Close the paragraph, list item or heading that a block ends."""
        if name not in BLOCKS:
            return
        self._close_nearest("p")
        if name in _ENDS_ITSELF:
            ended, within = _ENDS_ITSELF[name]
            enclosing = max((self.open.index(n) for n in within), default=0)
            found = max((self.open.index(n) for n in ended), default=0)
            if found > max(enclosing, self.open.top.limit):
                self._pop_to(found)
        elif name in HEADINGS and self.open.top.name in HEADINGS:
            self._pop_to(self.open.top.index)

    def end(self, name: str) -> None:
        """Close the element that an end tag names, if it may."""
        if name == "br":
            self._end_line()
            return
        node = self.open[self.open.index(name)]
        if not node.index:
            if name == "p":
                self._break()
            return
        top = self.open.top
        if node.index < top.limit:
            if name in ("table", "tr", *_SECTIONS) and node.index >= self._table_index():
                self._pop_to(node.index)
            return
        if name not in BLOCKS and top.block > node.index:
            self.open.end_look(node)
            return
        self._pop_to(node.index)

    def _table_index(self) -> int:
        return self.open.index("table")

    def _close_nearest(self, name: str) -> None:
        at = self.open.index(name)
        if at > self.open.top.limit:
            self._pop_to(at)

    def _pop_to(self, index: int) -> None:
        """Close the element at an index and all it holds."""
        while len(self.open) > index:
            node = self.open.pop()
            closes = self._CLOSES.get(node.name)
            if closes is not None:
                closes(self, node)
            elif node.name in BLOCKS and not node.hidden:
                self._break()

    def _break(self) -> None:
        """End the paragraph."""
        top = self.open.top
        if top.pre and not top.cell:
            self._end_line()
        elif not top.hidden:
            self.containers[-1].end_paragraph()

    def _end_line(self) -> None:
        top = self.open.top
        if top.pre and not top.cell:
            self.containers[-1].typed.append([])
        elif not top.hidden:
            self.containers[-1].end_line()

    def _open_table(self, tag: Tag) -> None:
        if self.open.top.pre and not self.open.top.cell:
            if not self._has_rows(tag):
                return
            self.containers[-1].end_typed()
        if self.tables and not self.open.top.cell:
            self._pop_to(self._table_index())
        self._break()
        node = self.open.push(tag)
        node.limit = node.block = node.index
        node.cell = False
        node.element = None
        node.level = 0
        node.align, node.bold = "", False
        self.tables.append(_Rows())
        if len(self.tables) > MOST_NESTED:
            raise UnreadableError(f"its tables nest more than {MOST_NESTED} deep")

    def _has_rows(self, tag: Tag) -> bool:
        """Whether the table that opens here has rows: old filings typed theirs."""
        if tag.end > self.ahead[0]:
            found = _ROW_OR_END.search(self.text, tag.end)
            self.ahead = (found.start(), found[1].lower()) if found else (len(self.text), "")
        return self.ahead[1] == "tr"

    def _close_table(self, node: Opened) -> None:
        table = self.tables.pop()
        if not node.hidden and (table.rows or table.captions):
            self._break()
            raw = RawTable(table.rows, tuple(table.captions))
            try:
                shown = settled(raw)
            except TangledTableError as reason:
                shown = arranged(raw)
                self.unread.append((node.at, str(reason)))
            self.containers[-1].blocks += shown

    def _to(self, names: tuple[str, ...]) -> bool:
        """Close what is open up to the innermost of these elements of the present table."""
        at = max(map(self.open.index, names))
        if not self.tables or at < self._table_index():
            return False
        self._pop_to(at + 1)
        return True

    def _open_section(self, tag: Tag) -> None:
        if self._to(("table",)) and not tag.empty:
            self.open.push(tag)

    def _open_row(self, tag: Tag) -> None:
        if self._to(("table", *_SECTIONS)):
            self.open.push(tag)
            self.tables[-1].rows.append([])
            if tag.empty:
                self._pop_to(len(self.open) - 1)

    def _open_cell(self, tag: Tag) -> None:
        if self.open.top.name != "tr":
            if not self._to(("table", *_SECTIONS, "tr")):
                return
            if self.open.top.name != "tr":
                self._open_row(Tag("tr", tag.start, tag.start))
        node = self.open.push(tag)
        node.limit = node.block = node.index
        node.cell = True
        self.containers.append(Container(self.text))
        self.cells += 1
        if self.cells > MOST_CELLS:
            raise UnreadableError(f"its tables have more than {MOST_CELLS:,} cells")
        if tag.empty:
            self._pop_to(node.index)

    def _close_cell(self, node: Opened) -> None:
        container = self.containers.pop()
        container.end_paragraph()
        if not node.hidden:
            self.tables[-1].rows[-1].append(
                RawCell(
                    tuple(container.blocks),
                    _span(node.attributes.get("colspan"), MOST_COLUMNS),
                    _span(node.attributes.get("rowspan"), MOST_ROWS),
                    node.at,
                )
            )

    def _open_pre(self, tag: Tag) -> None:
        self._break()
        if not tag.empty:
            self.open.push(tag)

    def _close_pre(self, node: Opened) -> None:
        if not self.open.top.pre and not node.cell:
            self.containers[-1].end_typed()
        self._break()

    def _open_caption(self, tag: Tag) -> None:
        if self._to(("table",)) and not tag.empty:
            node = self.open.push(tag)
            node.limit = node.block = node.index
            self.containers.append(Container(self.text))

    def _close_caption(self, node: Opened) -> None:
        container = self.containers.pop()
        container.end_paragraph()
        if not node.hidden:
            self.tables[-1].captions += [b for b in container.blocks if isinstance(b, Paragraph)]

    def closed(self) -> tuple[ShownBlock, ...]:
        """Everything shown, once what is still open has been closed."""
        self._pop_to(1)
        self.containers[0].end_paragraph()
        return tuple(self.containers[0].blocks)

    _OPENS: ClassVar[Mapping[str, Callable[[_PageBuilder, Tag], None]]] = {
        "table": _open_table,
        **dict.fromkeys(_SECTIONS, _open_section),
        "tr": _open_row,
        "td": _open_cell,
        "th": _open_cell,
        "caption": _open_caption,
        "pre": _open_pre,
    }
    _CLOSES: ClassVar[Mapping[str, Callable[[_PageBuilder, Opened], None]]] = {
        "table": _close_table,
        "td": _close_cell,
        "th": _close_cell,
        "caption": _close_caption,
        "pre": _close_pre,
    }


def _span(value: str | None, most: int) -> int:
    """How many columns or rows a cell spans; nonsense spans one."""
    found = _NUMBER.match(value) if value else None
    return min(max(int(found[1][:9]), 1), most) if found else 1
