"""Pages: the words on a page, each with its box, as PDFium sees them."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from auditor.model.document import Source
from auditor.model.places.page import PagePlace
from auditor.readers._aligned.words import GROUPING, Rule, Word
from auditor.readers._pdf.frame import Box, Frame, turned
from auditor.readers._pdf.stacked import lines_of
from auditor.readers._pdf.thresholds import (
    LATEST,
    MOST_CHARACTERS,
    MOST_OBJECTS,
    OVERPRINTED,
    SAMPLED,
    STRAIGHT,
    THICKEST,
    TOUCHING,
)
from auditor.readers._pdf.unoutlined import text_page
from auditor.readers._pdf.weight import least_bold, weight

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

ASKEW = -1
"""Neither across nor down: a stamp such as DRAFT."""

_LEADER = r"(?:\.[ ]){3,}\.?|\.{3,}|…+|_{3,}|·{3,}"
_EAST_ASIAN = r"\u3000-\u9fff\uf900-\ufaff\uff00-\uffef"
_BROKEN = r"\x02\ufffe"
"""What PDFium makes of a hyphen at the end of a line."""

_WORD = re.compile(
    rf"{_LEADER}|(?:(?![\u3000])[{_EAST_ASIAN}])+"
    rf"|(?P<across>(?:(?!{_LEADER})(?:[^\s\x00{_BROKEN}{_EAST_ASIAN}]|{GROUPING}))+[{_BROKEN}]?)"
    rf"|[{_BROKEN}]"
)
_LETTERS = str.maketrans({
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
    "\xad": "", "\x02": "-", "\ufffe": "-", "\u200b": "",
})  # fmt: skip


class Page(NamedTuple):
    """A page by its words and ruled lines, both turned so that the text reads upright.

    They stand below those of the pages before it. ``has_images`` if pictures are drawn on it,
    ``hidden`` if its text is not, ``cut`` if it has more of it than the limit, ``broken`` if it
    cannot be read. ``unnamed`` are the letters whose font does not say which they are.
    """

    number: int
    words: tuple[Word, ...]
    rules: tuple[Rule, ...]
    height: float
    has_images: bool = False
    hidden: bool = False
    cut: bool = False
    broken: bool = False
    unnamed: int = 0


class _Place(NamedTuple):
    """The page, and how far below the first one it begins."""

    path: str
    page: int
    down: float


class _Glyphs(NamedTuple):
    """A word as PDFium has it: its box as seen, which way it runs, and how heavy its type is.

    A single letter runs no way (None). ``spaced`` if the file has one blank before it.
    """

    text: str
    at: int
    box: Box
    turn: int | None
    weight: int
    spaced: bool = False


def pages(document: PdfDocument, path: str) -> Iterator[Page]:
    """The pages in order, each below the one before it."""
    down = 0.0
    from pypdfium2 import PdfiumError

    for index in range(len(document)):
        try:
            page = document[index]
            found = _page(page, index + 1, path, down)
            page.close()
        except PdfiumError:
            found = Page(index + 1, (), (), 0.0, broken=True)
        yield found
        down += found.height


def _page(page: PdfPage, number: int, path: str, down: float) -> Page:
    import pypdfium2.raw as pdfium

    frame = frame_of(page)
    text = text_page(page)
    characters = pdfium.FPDFText_CountChars(text)
    found = list(_glyphs(text, frame))
    turn = _usual_turn(found)
    drawn = list(_drawn(page, frame, turn))
    hidden = bool(found) and _is_hidden(text, found)
    unnamed = _unnamed(text, min(characters, MOST_CHARACTERS))
    text.close()
    images = any(kind == pdfium.FPDF_PAGEOBJ_IMAGE for kind, _ in drawn)
    paths = (box for kind, box in drawn if kind == pdfium.FPDF_PAGEOBJ_PATH)
    words = tuple(_words(_upright(found, turn), turn, frame, _Place(path, number, down)))
    height = frame.width if turn % 2 else frame.height
    cut = characters > MOST_CHARACTERS
    return Page(number, words, _rules(paths, down), height, images, hidden, cut, unnamed=unnamed)


def frame_of(page: PdfPage) -> Frame:
    """The part of a page that is seen."""
    left, bottom, right, top = page.get_bbox()
    return Frame(left, bottom, right, top, page.get_rotation() // 90 % 4)


def _glyphs(text_page: Any, frame: Frame) -> Iterator[_Glyphs]:  # noqa: ANN401
    """The words in the order of the file: their first and last characters tell where they are."""
    import pypdfium2.raw as pdfium

    first, last = pdfium.FS_RECTF(), pdfium.FS_RECTF()
    written = _text(text_page)
    for at, end in _spans(written, text_page):
        text = written[at:end].translate(_LETTERS)
        pdfium.FPDFText_GetLooseCharBox(text_page, at, first)
        pdfium.FPDFText_GetLooseCharBox(text_page, end - 1, last)
        a = frame.seen(first.left, first.bottom, first.right, first.top)
        b = frame.seen(last.left, last.bottom, last.right, last.top)
        box = min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])
        if text and box[0] < box[2] and box[1] < box[3]:
            turn = _turn(a, b) if end - at > 1 else None
            spaced = written[at - 1 : at] == " "
            yield _Glyphs(text, at, box, turn, weight(text_page, at), spaced)


def _spans(written: str, text_page: Any) -> Iterator[tuple[int, int]]:  # noqa: ANN401
    """Where words begin and end; East Asian ones may run downwards, others keep to their line."""
    for match in _WORD.finditer(written):
        if match["across"] and match.end() - match.start() > 1:
            yield from lines_of(text_page, *match.span())
        else:
            yield match.span()


def _turn(first: Box, last: Box) -> int | None:
    """By how many quarters, clockwise, a word is turned; None between quarters."""
    across = (last[0] + last[2] - first[0] - first[2]) / 2
    down = (last[1] + last[3] - first[1] - first[3]) / 2
    if STRAIGHT * abs(down) <= abs(across):
        return 0 if across > 0 else 2
    if STRAIGHT * abs(across) <= abs(down):
        return 1 if down > 0 else 3
    return ASKEW


def _usual_turn(found: Sequence[_Glyphs]) -> int:
    """The way most words of a page run."""
    turns = Counter(g.turn for g in found if g.turn is not None and g.turn != ASKEW)
    return turns.most_common(1)[0][0] if turns else 0


def _upright(found: Sequence[_Glyphs], turn: int) -> list[_Glyphs]:
    """The words that run the usual way; those of one letter run as the word before them."""
    kept, way = [], turn
    for glyphs in found:
        way = glyphs.turn if glyphs.turn is not None else way
        if way == turn:
            kept.append(glyphs)
    return kept


def _words(found: Sequence[_Glyphs], turn: int, frame: Frame, place: _Place) -> Iterator[Word]:
    """The words as they read upright, each with its box as seen; one printed twice is one."""
    bold = least_bold(g.weight for g in found)
    seen: dict[str, list[tuple[float, float]]] = {}
    for order, glyphs in enumerate(found):
        left, top, right, bottom = turned(glyphs.box, -turn % 4, frame.width, frame.height)
        size = bottom - top
        twins = seen.setdefault(glyphs.text, [])
        if any(abs(x - left) + abs(y - top) < OVERPRINTED * size for x, y in twins[-LATEST:]):
            continue
        twins.append((left, top))
        box = tuple(round(edge, 2) for edge in glyphs.box)
        source = Source(place.path, PagePlace(place.page, (box[0], box[1], box[2], box[3])))
        yield Word(
            glyphs.text, left, right, top + place.down, bottom + place.down, source,
            whole=True, bold=glyphs.weight >= bold, size=size,
            after=order - 1 if glyphs.spaced else None, order=order,
        )  # fmt: skip


def _drawn(page: PdfPage, frame: Frame, turn: int) -> Iterator[tuple[int, Box]]:
    """The pictures and paths on a page, by their kind, each with its box as it reads upright."""
    import pypdfium2.raw as pdfium

    edges = [ctypes.c_float() for _ in range(4)]
    left, bottom, right, top = edges
    for at in range(min(pdfium.FPDFPage_CountObjects(page), MOST_OBJECTS)):
        one = pdfium.FPDFPage_GetObject(page, at)
        kind = pdfium.FPDFPageObj_GetType(one)
        if kind not in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH):
            continue
        if pdfium.FPDFPageObj_GetBounds(one, left, bottom, right, top):
            box = frame.seen(left.value, bottom.value, right.value, top.value)
            yield kind, turned(box, -turn % 4, frame.width, frame.height)


def _rules(boxes: Iterable[Box], down: float) -> tuple[Rule, ...]:
    """The horizontal lines; those of cells side by side, which touch, are one."""
    found: list[Rule] = []
    flat = [b for b in boxes if b[3] - b[1] <= THICKEST < b[2] - b[0]]
    for left, top, right, bottom in sorted(flat, key=lambda b: (round(b[1]), b[0])):
        middle = (top + bottom) / 2 + down
        last = found[-1] if found else None
        if last and abs(last.top - middle) <= 1 and left - last.right <= TOUCHING:
            found[-1] = Rule(last.left, max(right, last.right), last.top)
        else:
            found.append(Rule(left, right, middle))
    return tuple(found)


def _is_hidden(text_page: Any, found: Sequence[_Glyphs]) -> bool:  # noqa: ANN401
    """Whether a page's text is invisible, as what a scanner recognised is; by a few words of it."""
    import pypdfium2.raw as pdfium

    step = max(len(found) // SAMPLED, 1)
    for glyphs in found[::step]:
        one = pdfium.FPDFText_GetTextObject(text_page, glyphs.at)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(one) if one else None
        if mode != pdfium.FPDF_TEXTRENDERMODE_INVISIBLE:
            return False
    return True


def _unnamed(text_page: Any, characters: int) -> int:  # noqa: ANN401
    """How many letters PDFium reads by their bare code, which may be any other letter's."""
    import pypdfium2.raw as pdfium

    unnamed = pdfium.FPDFText_HasUnicodeMapError
    return sum(unnamed(text_page, at) == 1 for at in range(characters))


def _text(text_page: Any) -> str:  # noqa: ANN401
    """The page's characters, one for each that PDFium counts."""
    import pypdfium2.raw as pdfium

    count = min(pdfium.FPDFText_CountChars(text_page), MOST_CHARACTERS)
    buffer = (ctypes.c_ushort * (count + 1))()
    got = pdfium.FPDFText_GetText(text_page, 0, count, buffer) - 1
    text = bytes(buffer)[: 2 * got].decode("utf-16-le", errors="replace")
    if len(text) == count:
        return text
    codes = (pdfium.FPDFText_GetUnicode(text_page, at) for at in range(count))
    return "".join(chr(c) if 0 < c < 0x110000 and not 0xD800 <= c < 0xE000 else " " for c in codes)
