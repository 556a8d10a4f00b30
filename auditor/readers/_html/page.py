"""Pages: the paragraphs and tables that markup shows, mended as browsers mend it.

The rules are those by which the HTML standard builds a tree, for the elements that decide what
text belongs together: paragraphs end where the next block begins, cells and rows where the next
one does, end tags close nothing outside of their cell, and text in a table outside of its cells
stands before it. Nothing here calls itself, so that depth costs no more than length.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import ClassVar, NamedTuple

from auditor.readers import UnreadableError
from auditor.readers._html.cells import TangledTableError
from auditor.readers._html.flow import (
    Line,
    Paragraph,
    Preformatted,
    RawCell,
    RawTable,
    Run,
    Shown,
)
from auditor.readers._html.markup import Piece, StyleSheet, Tag, Words, markup, pieces
from auditor.readers._html.style import PLAIN, Look, look_of, sheet
from auditor.readers._html.tables import arranged, settled

MOST_CELLS = 2_000_000
MOST_NESTED = 30
"""Tables within tables."""

MOST_COLUMNS = 1_000
"""That one cell may span, by the HTML standard."""

MOST_ROWS = 65_534
"""That one cell may span, by the HTML standard."""

_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "html", "li",
    "main", "menu", "nav", "ol", "p", "page", "pre", "section", "summary", "ul", *_HEADINGS,
))  # fmt: skip
_EMPTY = frozenset((
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input",
    "link", "meta", "param", "source", "track", "wbr",
))  # fmt: skip
_UNSHOWN = frozenset((
    "template", "select", "datalist", "audio", "video", "canvas",
))  # fmt: skip
_UNSHOWN_TAGGING = frozenset(("header", "hidden", "references", "resources"))
"""Of inline XBRL, whatever its prefix."""

_BOLD = frozenset(("b", "strong", "th", *_HEADINGS))
_MARKED = frozenset(("u", "i", "em", "ins"))
_SECTIONS = frozenset(("tbody", "thead", "tfoot"))
_ENDS_ITSELF = {  # a start tag ends an open element of these names, within these elements
    "li": (frozenset(("li",)), frozenset(("ul", "ol", "menu", "dir"))),
    "dd": (frozenset(("dd", "dt")), frozenset(("dl",))),
    "dt": (frozenset(("dd", "dt")), frozenset(("dl",))),
}
_ROW_OR_END = re.compile(r"<(tr|/table|/pre)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\s*\+?(\d+)")
_NONE: Mapping[str, str] = {}
LONGEST_RUN = 1_000
"""Characters from which on a run is not lengthened, so that the time it takes is linear."""

MISNESTED = 32
"""Elements opened within one that an end tag closes across them: then their look is worked out."""


class _Open:
    """An open element: how text in it looks, and where on the stack what encloses it stands."""

    __slots__ = (
        "align", "at", "attributes", "block", "bold", "cell", "element", "hidden", "index", "level",
        "limit", "marked", "name", "pre", "raised",
    )  # fmt: skip

    def __init__(self, name: str, index: int, outer: _Open | None) -> None:
        self.name, self.index = name, index
        self.attributes = _NONE
        self.at = 0
        # The nearest block; the nearest table or cell, which end tags do not reach beyond.
        self.block: int = outer.block if outer else 0
        self.limit: int = outer.limit if outer else 0
        self.cell: bool = outer is not None and outer.cell
        self.element: str | None = outer.element if outer else None
        self.hidden: bool = outer is not None and outer.hidden
        self.bold: bool = outer is not None and outer.bold
        self.align: str = outer.align if outer else ""
        self.raised: bool = outer is not None and outer.raised
        self.marked: bool = outer is not None and outer.marked
        self.pre: bool = outer is not None and outer.pre
        self.level: int = outer.level if outer else 0


class _Container:
    """The page, or a cell: the blocks it holds so far, and the paragraph being written."""

    __slots__ = ("blocks", "centered", "level", "line", "lines")

    def __init__(self) -> None:
        self.blocks: list[Shown] = []
        self.lines: list[Line] = []
        self.line: list[Run] = []
        self.level = 0
        self.centered = False

    def end_line(self) -> None:
        """Break the line; a blank line ends the paragraph."""
        if any(run.text.strip() for run in self.line):
            self.lines.append(tuple(self.line))
        elif self.lines:
            self.end_paragraph()
        self.line = []

    def end_paragraph(self) -> None:
        """End the paragraph, if there is one."""
        if any(run.text.strip() for run in self.line):
            self.lines.append(tuple(self.line))
        self.line = []
        if self.lines:
            self.blocks.append(Paragraph(tuple(self.lines), self.level, self.centered))
            self.lines = []


class _Rows:
    """A table being read: its rows so far, and what its captions say."""

    __slots__ = ("captions", "rows")

    def __init__(self) -> None:
        self.rows: list[list[RawCell]] = []
        self.captions: list[Paragraph] = []


class Page(NamedTuple):
    """What a page shows, in order, and what of it could not be read: (offset, why)."""

    shown: tuple[Shown, ...]
    unread: tuple[tuple[int, str], ...]


def page(text: str) -> Page:
    """What the page shows; raises UnreadableError for one whose tables are beyond the limits."""
    reading = _Reading(text)
    for token in markup(text):
        if isinstance(token, Words):
            reading.words(token)
        elif isinstance(token, StyleSheet):
            reading.rules |= sheet(token.text)
        elif token.is_end:
            reading.end(token.name)
        else:
            reading.start(token)
    return Page(reading.closed(), tuple(reading.unread))


class _Reading:
    """The elements that are open at one point of a page, and what it has shown up to there."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.rules: dict[str, Look] = {}
        self.stack = [_Open("", 0, None)]
        self.named: dict[str, list[_Open]] = {}
        self.containers = [_Container()]
        self.tables: list[_Rows] = []
        self.cells = 0
        self.unread: list[tuple[int, str]] = []
        self.typed: list[list[Run]] = [[]]
        self.ahead = (-1, "")  # where the next row or end of a table is, and which

    def words(self, words: Words) -> None:
        """Add text to the paragraph."""
        top = self.stack[-1]
        if top.hidden:
            return
        if top.pre and not top.cell:
            self._type(words, top)
            return
        into = self.containers[-1]
        for piece in pieces(self.text, words):
            self._write(piece, top, into)

    def _type(self, words: Words, top: _Open) -> None:
        """Add text as typed, line by line."""
        at = words.start
        look = (top.element, top.bold, top.raised, top.marked)
        for line in self.text[words.start : words.end].split("\n"):
            if at > words.start:
                self.typed.append([])
            for piece in pieces(self.text, Words(at, at + len(line))):
                text = piece.text if piece.whole else self.text[piece.start : piece.end]
                self.typed[-1].append(Run(text, piece.start, piece.end, piece.whole, *look))
            at += len(line) + 1

    def _end_typed(self) -> None:
        """Show the lines typed so far."""
        if any(run.text.strip() for line in self.typed for run in line):
            self.containers[-1].blocks.append(Preformatted(tuple(map(tuple, self.typed))))
        self.typed = [[]]

    def _write(self, piece: Piece, top: _Open, into: _Container) -> None:
        """Add a piece to the line, unless it is a blank that shows nothing there."""
        line = into.line
        if piece.text == " " and (not line or line[-1].text.endswith(" ")):
            return
        if not into.lines and not line:
            into.level, into.centered = top.level, top.align in ("center", "-moz-center")
        last = line[-1] if line else None
        look = (top.element, top.bold, top.raised, top.marked)
        one_for_one = not piece.whole and piece.end - piece.start == len(piece.text)
        if (
            last is not None
            and one_for_one
            and not last.whole
            and last.end == piece.start
            and last[4:] == look
            and len(last.text) < LONGEST_RUN
            and self.text[last.end - 1] != "\n"
        ):
            line[-1] = last._replace(text=last.text + piece.text, end=piece.end)
            return
        line.append(Run(piece.text, piece.start, piece.end, not one_for_one, *look))

    def start(self, tag: Tag) -> None:
        """Open an element, and close what it ends."""
        name = tag.name
        if name == "br":
            self._end_line()
            return
        self._make_room(name)
        opens = self._OPENS.get(name)
        if opens is not None:
            opens(self, tag)
            return
        if name in _BLOCKS:
            self._break()
        if not tag.empty and name not in _EMPTY:
            self._push(tag)

    def _make_room(self, name: str) -> None:
        """Close the paragraph, list item or heading that a block ends."""
        if name not in _BLOCKS:
            return
        self._close_nearest("p")
        if name in _ENDS_ITSELF:
            ended, within = _ENDS_ITSELF[name]
            enclosing = max((self._index(n) for n in within), default=0)
            found = max((self._index(n) for n in ended), default=0)
            if found > max(enclosing, self.stack[-1].limit):
                self._pop_to(found)
        elif name in _HEADINGS and self.stack[-1].name in _HEADINGS:
            self._pop_to(self.stack[-1].index)

    def _index(self, name: str) -> int:
        """Where the innermost open element of a name stands, 0 if there is none."""
        found = self.named.get(name)
        return found[-1].index if found else 0

    def _push(self, tag: Tag) -> _Open:
        name, outer = tag.name, self.stack[-1]
        node = _Open(name, len(self.stack), outer)
        attributes = tag.attributes if tag.rest else _NONE
        look = look_of(name, attributes, self.rules) if attributes or self.rules else PLAIN
        node.attributes, node.at = attributes, tag.end
        node.hidden = outer.hidden or look.hidden or _is_unshown(name)
        if look.bold is not None or name in _BOLD:
            node.bold = name in _BOLD if look.bold is None else look.bold
        if look.align or name in ("center", "th"):
            node.align = look.align or "center"
        if look.raised is not None or name in ("sup", "sub"):
            node.raised = name == "sup" or look.raised is True
        node.marked = outer.marked or name in _MARKED or look.marked is True
        node.pre = outer.pre or name == "pre"
        node.level = _HEADINGS.get(name, outer.level)
        if name in _BLOCKS:
            node.block = node.index
            node.element = outer.element if outer.cell else None
        node.element = attributes.get("id") or node.element
        self.stack.append(node)
        self.named.setdefault(name, []).append(node)
        return node

    def end(self, name: str) -> None:
        """Close the element that an end tag names, if it may."""
        if name == "br":
            self._end_line()
            return
        node = self.stack[self._index(name)]
        if not node.index:
            if name == "p":
                self._break()
            return
        top = self.stack[-1]
        if node.index < top.limit:
            if name in ("table", "tr", *_SECTIONS) and node.index >= self._table_index():
                self._pop_to(node.index)
            return
        if name not in _BLOCKS and top.block > node.index:
            self._unlook(node)
            return
        self._pop_to(node.index)

    def _table_index(self) -> int:
        return self._index("table")

    def _unlook(self, node: _Open) -> None:
        """End the look of an element closed across blocks, "<b><p>Assets</b>", in what follows."""
        if len(self.stack) - node.index > MISNESTED:
            return
        inside = self.stack[node.index + 1 :]
        outer = self.stack[node.index - 1]
        for field in ("bold", "marked", "raised", "hidden"):
            before, now = getattr(node, field), getattr(outer, field)
            for one in (node, *inside):
                if getattr(one, field) != before:
                    break
                setattr(one, field, now)

    def _close_nearest(self, name: str) -> None:
        at = self._index(name)
        if at > self.stack[-1].limit:
            self._pop_to(at)

    def _pop_to(self, index: int) -> None:
        """Close the element at an index and all it holds."""
        while len(self.stack) > index:
            node = self.stack.pop()
            self.named[node.name].pop()
            closes = self._CLOSES.get(node.name)
            if closes is not None:
                closes(self, node)
            elif node.name in _BLOCKS and not node.hidden:
                self._break()

    def _break(self) -> None:
        """End the paragraph."""
        top = self.stack[-1]
        if top.pre and not top.cell:
            self._end_line()
        elif not top.hidden:
            self.containers[-1].end_paragraph()

    def _end_line(self) -> None:
        top = self.stack[-1]
        if top.pre and not top.cell:
            self.typed.append([])
        elif not top.hidden:
            self.containers[-1].end_line()

    def _open_table(self, tag: Tag) -> None:
        if self.stack[-1].pre and not self.stack[-1].cell:
            if not self._has_rows(tag):
                return
            self._end_typed()
        if self.tables and not self.stack[-1].cell:
            self._pop_to(self._table_index())
        self._break()
        node = self._push(tag)
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

    def _close_table(self, node: _Open) -> None:
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
        at = max(map(self._index, names))
        if not self.tables or at < self._table_index():
            return False
        self._pop_to(at + 1)
        return True

    def _open_section(self, tag: Tag) -> None:
        if self._to(("table",)) and not tag.empty:
            self._push(tag)

    def _open_row(self, tag: Tag) -> None:
        if self._to(("table", *_SECTIONS)):
            self._push(tag)
            self.tables[-1].rows.append([])
            if tag.empty:
                self._pop_to(len(self.stack) - 1)

    def _open_cell(self, tag: Tag) -> None:
        if self.stack[-1].name != "tr":
            if not self._to(("table", *_SECTIONS, "tr")):
                return
            if self.stack[-1].name != "tr":
                self._open_row(Tag("tr", tag.start, tag.start))
        node = self._push(tag)
        node.limit = node.block = node.index
        node.cell = True
        self.containers.append(_Container())
        self.cells += 1
        if self.cells > MOST_CELLS:
            raise UnreadableError(f"its tables have more than {MOST_CELLS:,} cells")
        if tag.empty:
            self._pop_to(node.index)

    def _close_cell(self, node: _Open) -> None:
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
            self._push(tag)

    def _close_pre(self, node: _Open) -> None:
        if not self.stack[-1].pre and not node.cell:
            self._end_typed()
        self._break()

    def _open_caption(self, tag: Tag) -> None:
        if self._to(("table",)) and not tag.empty:
            node = self._push(tag)
            node.limit = node.block = node.index
            self.containers.append(_Container())

    def _close_caption(self, node: _Open) -> None:
        container = self.containers.pop()
        container.end_paragraph()
        if not node.hidden:
            self.tables[-1].captions += [b for b in container.blocks if isinstance(b, Paragraph)]

    def _open_nothing(self, tag: Tag) -> None:
        """A tag without meaning where it stands."""

    def closed(self) -> tuple[Shown, ...]:
        """Everything shown, once what is still open has been closed."""
        self._pop_to(1)
        self.containers[0].end_paragraph()
        return tuple(self.containers[0].blocks)

    _OPENS: ClassVar[Mapping[str, Callable[[_Reading, Tag], None]]] = {
        "table": _open_table,
        **dict.fromkeys(_SECTIONS, _open_section),
        "tr": _open_row,
        "td": _open_cell,
        "th": _open_cell,
        "caption": _open_caption,
        "pre": _open_pre,
    }
    _CLOSES: ClassVar[Mapping[str, Callable[[_Reading, _Open], None]]] = {
        "table": _close_table,
        "td": _close_cell,
        "th": _close_cell,
        "caption": _close_caption,
        "pre": _close_pre,
    }


def _is_unshown(name: str) -> bool:
    """Whether what an element of this name holds is shown nowhere."""
    return name in _UNSHOWN or name.partition(":")[2] in _UNSHOWN_TAGGING


def _span(value: str | None, most: int) -> int:
    """How many columns or rows a cell spans; nonsense spans one."""
    found = _NUMBER.match(value) if value else None
    return min(max(int(found[1][:9]), 1), most) if found else 1
