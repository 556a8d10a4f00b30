"""Elements: an XML text's elements with the exact place of what each says."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.parsers import expat  # entities are refused, and it fetches nothing

from auditor.formats.decoding import decoded
from auditor.formats.unreadable import UnreadableError
from auditor.readers._xbrl.thresholds import DEEPEST

IX = ("http://www.xbrl.org/2013/inlineXBRL", "http://www.xbrl.org/2008/inlineXBRL")
XBRLI = "http://www.xbrl.org/2003/instance"
XBRLDI = "http://xbrl.org/2006/xbrldi"
LINK = "http://www.xbrl.org/2003/linkbase"
XLINK = "http://www.w3.org/1999/xlink"
XSI = "http://www.w3.org/2001/XMLSchema-instance"

SEPARATOR = "}"
_HOLDERS = frozenset(((XBRLI, "segment"), (XBRLI, "scenario"), (XBRLDI, "typedMember")))

_DECLARES = re.compile(r"<!(?:DOCTYPE(?:[^<>\[]|<(?!!DOCTYPE))*+\[|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(rb"""\A<\?xml[^>]{0,200}encoding\s*=\s*["']([A-Za-z0-9._:-]+)["']""")
_KNOWN_FROM_BYTES = ("utf-8", "utf8", "utf-16", "utf16", "us-ascii", "ascii")
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z][A-Za-z0-9]*;")
_PAGE = re.compile(r"<(?:[\w.-]+:)?html[\s>]", re.IGNORECASE)
_PAGE_END = re.compile(r"</(?:[\w.-]+:)?html\s*>", re.IGNORECASE)
_NOT_NEWLINE = re.compile(r"[^\n]")
_BLANK = " \t\n\r\u00a0\u2002\u2003\u2007\u2009\u202f"


@dataclass(slots=True)
class Element:
    """An element that is kept: ``uri`` and ``local`` are its name, ``start`` the offset of its tag.

    ``pieces`` are its text and that of elements within it that are not kept. The text without
    the blanks around it stands at the offsets ``first`` to ``last``, both None without text.
    """

    uri: str
    local: str
    attributes: Mapping[str, str]
    start: int
    parent: Element | None
    children: list[Element] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    first: int | None = None
    last: int | None = None

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    def within(self, uri: str, local: str) -> Iterator[Element]:
        """The elements of that name inside of it, however deep."""
        for child in self.children:
            if child.uri == uri and child.local == local:
                yield child
            yield from child.within(uri, local)

    @property
    def ancestors(self) -> Iterator[Element]:
        above = self.parent
        while above is not None:
            yield above
            above = above.parent


class Scan(NamedTuple):
    """The kept elements of a text in order, the prefix of each namespace, and back."""

    elements: list[Element]
    prefixes: Mapping[str, str]
    namespaces: Mapping[str, str]
    places: Places


class Places:
    """Lines and columns, from 1, of a UTF-8 text's byte offsets."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._ascii = data.isascii()
        self._lines = [0, *(m.end() for m in re.finditer(b"\n", data))]
        self._known: tuple[int, int, int] = (0, 0, 1)

    def place(self, offset: int) -> tuple[int, int]:
        """The line and column; quickest when asked in the order of the text."""
        line = bisect_right(self._lines, offset)
        start = self._lines[line - 1]
        if self._ascii:
            return line, offset - start + 1
        known, column = start, 1
        if self._known[0] == start and self._known[1] <= offset:  # on the same line, further on
            _, known, column = self._known
        column += len(self._data[known:offset].decode("utf-8", "replace"))
        self._known = (start, offset, column)
        return line, column


def scanned(text: str, keeps: Callable[[str], bool]) -> Scan:
    """The elements in namespaces that ``keeps`` keeps; raises UnreadableError for broken XML."""
    if _DECLARES.search(text):
        raise UnreadableError("its XML declares entities, which are not read")
    text = _NAMED.sub(lambda name: " " * len(name[0]), text)  # HTML's own, such as &nbsp;
    utf8 = text.encode("utf-8", "replace")
    builder = _Builder(utf8, keeps)
    try:
        builder.parser.Parse(utf8, True)
    except expat.ExpatError as reason:
        said = expat.ErrorString(reason.code)
        raise UnreadableError(f"its XML is broken at line {reason.lineno}: {said}") from reason
    return Scan(builder.elements, builder.prefixes, builder.namespaces, Places(utf8))


def page_within(text: str) -> str:
    """The page alone, all around it blanked: what EDGAR writes there, and what declares it."""
    opens = _PAGE.search(text)
    if opens is None:
        return text
    ends = [m.end() for m in _PAGE_END.finditer(text, opens.start())]
    end = ends[-1] if ends else len(text)
    before, after = text[: opens.start()], text[end:]
    return (
        f"{_NOT_NEWLINE.sub(' ', before)}{text[opens.start() : end]}{_NOT_NEWLINE.sub(' ', after)}"
    )


def xml_text(data: bytes) -> str:
    """The text of an XML file, each line break a newline; raises UnreadableError."""
    named = _ENCODING.match(data)
    encoding = named[1].decode("ascii").lower() if named else "utf-8"
    if encoding not in _KNOWN_FROM_BYTES:
        try:
            text = data.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            return decoded(data)
        return text.replace("\r\n", "\n").replace("\r", "\n")
    return decoded(data)


class _Builder:
    """Collects the kept elements of one text."""

    def __init__(self, data: bytes, keeps: Callable[[str], bool]) -> None:
        self.data, self.keeps = data, keeps
        self.elements: list[Element] = []
        self.prefixes: dict[str, str] = {}
        self.namespaces: dict[str, str] = {}
        self.open: list[Element | None] = []
        self.innermost: Element | None = None
        self.parser = expat.ParserCreate("utf-8", SEPARATOR)
        self.parser.buffer_text = False
        self.parser.StartElementHandler = self._opens_element
        self.parser.EndElementHandler = self._closes_element
        self.parser.StartNamespaceDeclHandler = self._declares

    def _declares(self, prefix: str | None, uri: str | None) -> None:
        if uri:
            self.prefixes.setdefault(uri, prefix or "")
            self.namespaces.setdefault(prefix or "", uri)

    def _opens_element(self, name: str, attributes: dict[str, str]) -> None:
        if len(self.open) >= DEEPEST:
            raise UnreadableError(f"its elements nest more than {DEEPEST} deep")
        uri, _, local = name.rpartition(SEPARATOR)
        if not self.keeps(uri) and not self._tells_contexts_apart():
            self.open.append(None)
            return
        element = Element(uri, local, attributes, self.parser.CurrentByteIndex, self.innermost)
        if self.innermost is not None:
            self.innermost.children.append(element)
        self.elements.append(element)
        self.open.append(element)
        self._moves_to(element)

    def _tells_contexts_apart(self) -> bool:
        """Whether whatever opens here is part of a context's segment or scenario."""
        above = self.innermost
        if above is None or (self.open and self.open[-1] is not above):
            return False
        return (above.uri, above.local) in _HOLDERS or not self.keeps(above.uri)

    def _closes_element(self, _name: str) -> None:
        element = self.open.pop()
        if element is not None:
            self._moves_to(element.parent)
            _hand_up(element)

    def _moves_to(self, element: Element | None) -> None:
        """Text is listened to only where something kept is open: most of a filing is not."""
        self.innermost = element
        self.parser.CharacterDataHandler = None if element is None else self._says

    def _says(self, text: str) -> None:
        element = self.innermost
        if element is None:
            return
        element.pieces.append(text)
        bare = text.strip(_BLANK)
        if not bare:
            return
        at = self.parser.CurrentByteIndex
        if self.data[at : at + 1] == b"&":
            begins, ends = at, self.data.find(b";", at) + 1
        else:
            begins = at + len(text[: text.index(bare)].encode())
            ends = begins + len(bare.encode())
        if element.first is None:
            element.first = begins
        element.last = ends


def _hand_up(element: Element) -> None:
    """A tag within a tag says its text for both."""
    above = element.parent
    if above is None or element.uri not in IX or element.local != "nonFraction":
        return
    if above.uri in IX and above.local == "nonFraction":
        above.pieces.extend(element.pieces)
        above.first = element.first if above.first is None else above.first
        above.last = element.last if element.last is not None else above.last
