"""Chunks: the words of one line that belong together, as those of one cell do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from auditor.model.figure import Cr, NumeralConvention
from auditor.notation.deferred import deferred
from auditor.notation.numerals import DECIMAL_COMMAS, cell_figure, narrowed
from auditor.notation.numerals.not_amounts import is_time_at
from auditor.readers._aligned.thresholds import LONGEST_FIGURE, LONGEST_SYMBOL, MARK_GAPS, RANGE_GAP
from auditor.readers._aligned.words import Scale, Word
from auditor.readers._parted_cells import holds_share

_NUMBER = deferred(
    r"[($€£¥￥<△▲+−-]*\d[\d,.'’，．٬٫\u00a0\u2007\u2009\u202f]*[)>%％٪\]-]*|[-–—―]{1,3}%?"
)
_YEAR = deferred(r"(?:19|20)[0-9]{2}")
_OPENS = deferred(r"(?:US|[ACS]|HK|NT)?[$€£¥￥₩₹]\(?|[(（△▲]|US\$\(?|EUR|USD|GBP|CHF|RMB|Rs\.?")
_CLOSES = deferred(r"[)）]?[%％][)）]?|[)）]|pts?\.?|bps|CR|DR|DB|Cr|Dr|[xX]")
_LEADER = deferred(r"(?:\.\s?){2,}|…+|(?:·\s?){3,}|_{3,}")
_UP_TO_DIGIT = deferred(r".*\d")
_UP_TO_DASH = deferred(r".*[-–—―]")
_ENDS_NUMBER = frozenset("0123456789—–)")
_SIGNS = "($€£¥+-−–△▲"
_EAST_ASIAN = deferred(r"[\u3000-\u9fff\uf900-\ufaff\uff01-\uff60]$")
_LETTER = deferred(r"[^\W\d_]")
_SIGNED = deferred(r"[$€£¥]?\s?([0-9][0-9,.]*)\s?(?:[-−–]|(?:CR|DR|DB|Cr|Dr)\.?)")
_ANGLES = deferred(r"([$€£¥]?\s?)<\s?([$€£¥]?[0-9][0-9,.]*%?)\s?>(%?)")
_DASH = deferred(r"[-–—]")
_DECIMAL_COMMA = deferred(
    r"[$€£¥]? ?[-−–+(△▲]? ?[0-9]{1,3}(?:(?:[ .]?[0-9]{3}){0,6},[0-9]{1,2}|(?:\.[0-9]{3}){2,6})"
    r" ?\)? ?[%€]?"
)
_COMMA_DECIMALS = deferred(r"[0-9],[0-9]{1,2}(?![0-9])")
_IN_UNIT = deferred(
    r"(?:(?:Dr|Cr|DR|CR)\.? )?[$€£¥]? ?[-−–+(△▲]? ?"
    r"(?:[0-9]{1,3}(?:[,.'’ ][0-9]{3})+(?:[.,][0-9]{1,2})?|[0-9]{1,6}[.,][0-9]{1,3}"
    r"|[0-9]{1,3}(?=p|c\b))\)?"
    r"(?: ?(?:p|¢|pence)| \(?(?:Dr|Cr|DR|CR)\.?\)?| [SHDC]"
    r"| (?!and|or|to|of|in|by|at|on)[A-Za-z]{1,3}[0-9³²]?\.?)?"
    r"|(?:Rs\.?|₹) ?[0-9][0-9,.]* Cr\.?"
)
"""A number that is plainly an amount, with at most one short word behind it."""
_AMONG_WORDS = NumeralConvention(pairs=True, coins=True, words=True, cr=Cr.CREDIT, sides="SHDC")
_IN_PAIRS = NumeralConvention(pairs=True)
_LONG_DASH = deferred(r"[-–—]{3}")
_LIST_MARKS = frozenset("•·●○◆■◇▪➢")


class Kind(Enum):
    """What a chunk is on the face of it."""

    TEXT = "text"
    FIGURE = "figure"
    YEAR = "year"
    SYMBOL = "symbol"


@dataclass(frozen=True, slots=True)
class Chunk:
    """Neighbouring words of one line, with what they say together.

    ``left`` and ``right`` are its edges. Its number alone goes from ``inner``, the currency sign
    to its left left out, to ``edge``, without a closing parenthesis or "%". ``restated`` if
    ``text`` says in other characters what the words do: "(1,204)" for "<1,204>".
    """

    words: tuple[Word, ...]
    text: str
    kind: Kind
    left: float
    right: float
    inner: float
    edge: float
    restated: bool = False

    @property
    def top(self) -> float:
        return min(w.top for w in self.words)

    @property
    def bottom(self) -> float:
        return max(w.bottom for w in self.words)

    @property
    def middle(self) -> float:
        return (self.inner + self.right) / 2

    @property
    def counts(self) -> bool:
        """Whether it states a figure, or a year that may be one."""
        return self.kind in (Kind.FIGURE, Kind.YEAR)

    @property
    def is_listed(self) -> bool:
        """Whether it begins as an item of a list does."""
        return self.text[0] in _LIST_MARKS

    @property
    def has_letters(self) -> bool:
        return _LETTER.search(self.text) is not None


def is_leader(text: str) -> bool:
    """Whether a word is nothing but the dots that lead from a label to its figure."""
    return _LEADER.fullmatch(text) is not None


def chunks(words: Sequence[Word], scale: Scale) -> tuple[Chunk, ...]:
    """The chunks of one line's words, from left to right; dot leaders only set them apart."""
    return tuple(_joined(list(_parted(words, scale)), scale))


def chunk_of(words: Sequence[Word], scale: Scale) -> Chunk:
    """The chunk that words from left to right make together."""
    text = spoken(words, scale)
    stated = _figure_text(text)
    inner = next((w.left for w in words if any(c.isdigit() for c in w.text)), words[0].left)
    right = max(w.right for w in words)
    if stated is None:
        symbol = len(text) <= LONGEST_SYMBOL and _OPENS.fullmatch(text)
        kind = Kind.SYMBOL if symbol else Kind.TEXT
        return Chunk(tuple(words), text, kind, words[0].left, right, words[0].left, right)
    if not _has_digit(text):  # a dash
        inner = words[-1].left
    kind = Kind.YEAR if _YEAR.fullmatch(narrowed(text)) else Kind.FIGURE
    left, edge = words[0].left, _edge(words, scale)
    return Chunk(tuple(words), stated, kind, left, right, inner, edge, stated != text)


def as_figure(chunk: Chunk, scale: Scale) -> Chunk:
    """The chunk, known to state a figure though its notation is not."""
    inner = next((w.left for w in chunk.words if _has_digit(w.text)), chunk.left)
    edge = _edge(chunk.words, scale)
    return replace(chunk, kind=Kind.FIGURE, inner=inner, edge=edge)


def _edge(words: Sequence[Word], scale: Scale) -> float:
    """The right edge of the last digit, or of the dash in its place."""
    marks = _UP_TO_DIGIT if any(_UP_TO_DIGIT.match(w.text) for w in words) else _UP_TO_DASH
    found = [(word, match.end()) for word in words if (match := marks.match(word.text))]
    if not found:
        return words[-1].right
    last, end = found[-1]
    closing = len(last.text) - end
    widths = [scale.sign if c in "(),.<>$-" else 1.0 for c in last.text]
    beyond = sum(widths[len(widths) - closing :]) / sum(widths)
    return last.right - (last.right - last.left) * beyond


def spoken(words: Sequence[Word], scale: Scale) -> str:
    """The text of words from left to right: a sign set apart from its number is joined to it."""
    return "".join(text for text, _ in pieces(words, scale))


def pieces(words: Sequence[Word], scale: Scale) -> Iterator[tuple[str, Word | None]]:
    """Each word's text, and the blanks between words, which are no word's."""
    before: Word | None = None
    for word in words:
        if before is not None and not _touch(before, word, scale):
            yield " ", None
        yield word.text, word
        before = word


def _touch(a: Word, b: Word, scale: Scale) -> bool:
    same_line = b.top < a.bottom and a.top < b.bottom
    if same_line and b.order == a.order + 1 and b.after is None and _ends_east_asian(a.text):
        return -scale.gap < b.left - a.right < scale.gap / 2  # as the file itself has them
    if same_line and -scale.gap < b.left - a.right < scale.glue:
        return b.after is None or b.after != a.order
    if b.text[:1] in "(0123456789.-–—△▲<" and not a.text.isalpha() and _OPENS.fullmatch(a.text):
        return True
    return a.text[-1:] in _ENDS_NUMBER and b.text in {")", "%", ")%", "%)", "）"}


def _ends_east_asian(text: str) -> bool:
    return not text.isascii() and _EAST_ASIAN.search(text) is not None


def _parted(words: Sequence[Word], scale: Scale) -> Iterator[Chunk]:
    run: list[Word] = []
    for word in words:
        if is_leader(word.text):
            if run:
                yield chunk_of(run, scale)
            run = []
            continue
        if run and _apart(run, word, scale):
            yield chunk_of(run, scale)
            run = []
        run.append(word)
    if run:
        yield chunk_of(run, scale)


def _apart(run: Sequence[Word], word: Word, scale: Scale) -> bool:
    """Whether a word begins a chunk of its own to the right of a run."""
    gap = word.left - run[-1].right
    if gap >= scale.gap or gap < scale.glue:
        return gap >= scale.gap
    if gap >= scale.gap / 2 and _ends_east_asian(run[-1].text):
        return not _is_open(run)  # no blanks stand between its words
    if not _NUMBER.fullmatch(run[-1].text):
        return False
    if gap < RANGE_GAP * scale.gap and any(
        _DASH.fullmatch(text) for text in (word.text, run[-1].text)
    ):
        return False
    if _OPENS.fullmatch(word.text) and "$" in word.text:
        return not any(w.text.isalpha() for w in run)
    return (
        _NUMBER.fullmatch(word.text) is not None
        and all(_NUMBER.fullmatch(w.text) or _OPENS.fullmatch(w.text) for w in run)
        and not _groups_digits(run[-1].text, word.text)
    )


def _is_open(run: Sequence[Word]) -> bool:
    """Whether a parenthesis is yet to be closed."""
    text = "".join(word.text for word in run)
    return sum(map(text.count, "(（")) > sum(map(text.count, ")）"))


def _groups_digits(before: str, after: str) -> bool:
    """Whether blanks may group the digits of one number: "1 234"."""
    return before.lstrip(_SIGNS).isdigit() and re.match(r"\d{3}(?!\d)", after) is not None


def _joined(found: list[Chunk], scale: Scale) -> Iterator[Chunk]:
    """The chunks with signs set apart ("$" to the left, ")" and "%" to the right) joined on."""
    at = 0
    while at < len(found):
        chunk = found[at]
        at += 1
        if at < len(found) and _lists(chunk, found[at], scale):
            chunk = chunk_of((*chunk.words, *found[at].words), scale)
            at += 1
        while chunk.kind is Kind.SYMBOL and at < len(found) and _opens(found[at]):
            chunk = chunk_of((*chunk.words, *found[at].words), scale)
            at += 1
        while at < len(found) and _closes(chunk, found[at], scale):
            chunk = chunk_of((*chunk.words, *found[at].words), scale)
            at += 1
        yield chunk


def _lists(chunk: Chunk, after: Chunk, scale: Scale) -> bool:
    """Whether a chunk is nothing but the mark of a list, set before the text of an item."""
    if chunk.text not in _LIST_MARKS or after.left - chunk.right > MARK_GAPS * scale.gap:
        return False
    return after.kind is Kind.TEXT and after.has_letters


def _opens(after: Chunk) -> bool:
    return after.counts or after.kind is Kind.SYMBOL or after.text[:1] in "(<"


def _closes(chunk: Chunk, after: Chunk, scale: Scale) -> bool:
    """Whether a chunk ends the figure to its left, as a parenthesis set apart does."""
    if not _CLOSES.fullmatch(after.text) or after.left - chunk.right > 2 * scale.gap:
        return False
    opened = chunk.text.lstrip("$€£¥").startswith("(") and ")" not in chunk.text
    if after.text[0] in ")）":
        return opened
    return chunk.counts or opened


def _figure_text(text: str) -> str | None:
    """The text in the characters that figures are read from; None when it states no figure."""
    if len(text) > LONGEST_FIGURE or not (text[-1] in "-–—―ー%）)>" or _has_digit(text)):
        return None
    plain = narrowed(text)
    if cell_figure(plain) is not None or cell_figure(plain, _IN_PAIRS) is not None:
        return text
    if _DECIMAL_COMMA.fullmatch(plain) or _has_decimal_comma(plain):
        return text
    if _LONG_DASH.fullmatch(plain):
        return "-"
    known = _is_signed(plain) or _is_in_words(plain) or holds_share(text)
    return text if known else _of_angles(plain)


def _has_decimal_comma(plain: str) -> bool:
    """Whether a number with a decimal comma has its scale or unit behind it: "412,0 Mio. €"."""
    return (
        _COMMA_DECIMALS.search(plain) is not None
        and _LETTER.search(plain) is not None
        and cell_figure(plain, DECIMAL_COMMAS) is not None
    )


def _is_in_words(plain: str) -> bool:
    """Whether a number has words around it that its table will tell: pence, sides, units."""
    if _IN_UNIT.fullmatch(plain) is None:
        return False
    return cell_figure(plain, _AMONG_WORDS) is not None or not is_time_at(plain, _unit_start(plain))


def _unit_start(plain: str) -> int:
    """Where what stands behind the last digit begins."""
    return max(at for at, c in enumerate(plain) if c.isdigit()) + 1


def _is_signed(plain: str) -> bool:
    """Whether a figure's sign stands behind it: "1,204-" and "1,204 CR"."""
    match = _SIGNED.fullmatch(plain)
    return match is not None and cell_figure(match[1]) is not None


def _of_angles(plain: str) -> str | None:
    """The figure of "<1,204>", which only old programs print for "(1,204)"."""
    match = _ANGLES.fullmatch(plain)
    figure = f"{match[1].strip()}({match[2]}){match[3]}" if match else ""
    return figure if figure and cell_figure(figure) is not None else None


def _has_digit(text: str) -> bool:
    return any(c.isdigit() for c in text)
