"""Elements: what is open at one point of a page, and how text in it looks."""

from __future__ import annotations

from collections.abc import Mapping

from auditor.readers._html.markup import Tag
from auditor.readers._html.style import PLAIN, Look, look_of
from auditor.readers._html.thresholds import MISNESTED

HEADINGS = {f"h{n}": n for n in range(1, 7)}
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "html", "li",
    "main", "menu", "nav", "ol", "p", "page", "pre", "section", "summary", "ul", *HEADINGS,
))  # fmt: skip
EMPTY = frozenset((
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input",
    "link", "meta", "param", "source", "track", "wbr",
))  # fmt: skip
_UNSHOWN = frozenset((
    "template", "select", "datalist", "audio", "video", "canvas",
))  # fmt: skip
_UNSHOWN_TAGGING = frozenset(("header", "hidden", "references", "resources"))
"""Of inline XBRL, whatever its prefix."""

_BOLD = frozenset(("b", "strong", "th", *HEADINGS))
_MARKED = frozenset(("u", "i", "em", "ins"))
_NONE: Mapping[str, str] = {}


class Opened:
    """An open element: how text in it looks, and where on the stack what encloses it stands."""

    __slots__ = (
        "align", "at", "attributes", "block", "bold", "cell", "element", "hidden", "index", "item",
        "level",
        "limit", "marked", "name", "pre", "raised",
    )  # fmt: skip

    def __init__(self, name: str, index: int, outer: Opened | None) -> None:
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
        self.item: bool = name == "li" or (outer is not None and outer.item)


class Elements:
    """The open elements, the outermost first; nothing closes that one."""

    def __init__(self) -> None:
        self.rules: dict[str, Look] = {}
        self._stack = [Opened("", 0, None)]
        self._named: dict[str, list[Opened]] = {}

    def __len__(self) -> int:
        return len(self._stack)

    def __getitem__(self, index: int) -> Opened:
        return self._stack[index]

    @property
    def top(self) -> Opened:
        return self._stack[-1]

    def index(self, name: str) -> int:
        """Where the innermost open element of a name stands, 0 if there is none."""
        found = self._named.get(name)
        return found[-1].index if found else 0

    def push(self, tag: Tag) -> Opened:
        """Open an element."""
        name, outer = tag.name, self._stack[-1]
        node = Opened(name, len(self._stack), outer)
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
        node.level = HEADINGS.get(name, outer.level)
        if name in BLOCKS:
            node.block = node.index
            node.element = outer.element if outer.cell else None
        node.element = attributes.get("id") or node.element
        self._stack.append(node)
        self._named.setdefault(name, []).append(node)
        return node

    def pop(self) -> Opened:
        """Close the innermost element."""
        node = self._stack.pop()
        self._named[node.name].pop()
        return node

    def end_look(self, node: Opened) -> None:
        """End the look of an element closed across blocks, "<b><p>Assets</b>", in what follows."""
        if len(self._stack) - node.index > MISNESTED:
            return
        inside = self._stack[node.index + 1 :]
        outer = self._stack[node.index - 1]
        for field in ("bold", "marked", "raised", "hidden"):
            before, now = getattr(node, field), getattr(outer, field)
            for one in (node, *inside):
                if getattr(one, field) != before:
                    break
                setattr(one, field, now)


def _is_unshown(name: str) -> bool:
    """Whether what an element of this name holds is shown nowhere."""
    return name in _UNSHOWN or name.partition(":")[2] in _UNSHOWN_TAGGING
