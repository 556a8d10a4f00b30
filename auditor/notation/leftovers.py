"""Leftovers: what the digits of a text are that state no figure, or that nobody understood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from auditor.notation.deferred import deferred
from auditor.notation.month_names import FOREIGN, NUMBERS
from auditor.notation.numerals.figures_beside import beside
from auditor.notation.numerals.narrowing import narrowed
from auditor.notation.numerals.not_amounts import REFERENCES
from auditor.notation.numerals.thousands_marks import CELL_NUMBER
from auditor.notation.numerals.unknown_marks import NUMBER_WITH_UNKNOWN_MARK
from auditor.notation.thousand_captions import is_thousand_caption
from auditor.notation.thresholds import LONGEST_NUMBER, WORD_BEFORE

LETTER_IN_NUMBER = (
    "a letter stands among its digits, so that its value is open: type the digit that was meant"
)
MALFORMED = (
    "its marks group the digits as in no number, so that thousands and decimals cannot be told"
    " apart: set the marks right"
)
PARTED = (
    "blanks part its digits, so that it may be one number or several: join the digits of one,"
    " set several in cells of their own"
)
BESIDE = "beside the figure of its cell"
UNSURE = (
    "the words around it are no unit, so that it may not be an amount: leave the number"
    " alone in its cell"
)
GLUED = (
    "a letter is glued to it, so that its value is open: leave the number alone in its cell, or set"
    " a mark behind it in brackets"
)
UNKNOWN_NOTATION = (
    "a number in a notation that is not known, so that its value is open: use common marks of"
    " thousands and decimals, and a unit that the table's caption names"
)
NAME = "part of a name or word"

_DIGITS = deferred(r"\d+")
_BESIDE = frozenset(".,'’:/-–−‐‑_#§&@+~%$€£¥=*")
_FIRST_OF_OTHER_SCRIPTS = "\u2e80"
_LOOSE_BEFORE = ".,'’:/-–−‐‑&@=~_"
_LOOSE_AFTER = ".,'’:/-–−‐‑&@=#§_"

_SIGNS = "$€£¥%+-–−‐‑~*"
_MISTYPED = deferred(
    r"[0-9]{1,3}(?:[.,'’](?=[0-9SZ]{0,2}[SZ])[0-9SZ]{3})(?:[.,'’][0-9]{1,3}){0,4}"
    r"|[0-9][0-9.,'’]{0,40}[OoIl|][0-9.,'’OoIl|]{0,40}|[OoIl](?=[0-9]{0,40}[.,'’]|[0-9]{3})[0-9.,'’]{1,40}"
)
_WELL_FORMED = deferred(CELL_NUMBER)
_AMOUNT_AND_LETTERS = deferred(
    r"[-+−–($€£¥₹]{0,3}[A-Za-z]{0,2}[0-9]{1,3}"
    r"(?:(?:[.,'’][0-9]{2,3}){0,6}[.,'’][0-9]{3}(?:[.,][0-9]{1,3})?|(?<=[0-9]{3})[.,][0-9]{1,9}"
    r"|[.,][0-9]{4,9})(?:[A-Za-z½¼¾]{1,2}|E[0-9]{1,2}|[(][a-z])?[)%]{0,2}"
    r"|[0-9]{1,3}(?:[.,'’][0-9]{2,3}){0,6}[.,][SZBGOIl]{1,3}"
    r"|[$€£¥₹]?(?=[0-9.,]{0,12}[OIl])[0-9.,OIl]{3,12}[kmb]n?"
)
"""All of a cell that is an amount with letters at it, as "1,240.5r" for "revised"."""
_PARTED = deferred(r"(?<![0-9.,])[0-9]{1,3}(?: [0-9]{3}(?![0-9]))++")
_FRACTION = deferred("[½¼¾]")
_NUMBER_LIKE = deferred(r"[0-9][0-9.,'’]*")
_PERIOD = deferred(
    r"(?=[0-9/–-]{0,12}+[A-Za-z'])(?:FY|CY|fy|[1-4]?[QH][1-4]?|[QH][1-4][/-]?|9M|6M|3M)?"
    r"'?(?:19|20)?[0-9]{2}(?:[/–-](?:19|20)?[0-9]{2})?[EeFfAaPp]?"
    r"|[1-4][QHqh](?:[/ -]?'?[0-9]{2,4})?|[QHqh][1-4]|[1369]M"
)
_YEAR = deferred(r"(?:1[6-9]|20|21)[0-9]{2}(?:[/–-](?:[0-9]{2}|[0-9]{4}))?(?:E|F|A|P|e|s|'s|’s)?")
_DATE = deferred(
    r"[0-9]{1,2}[./-][0-9]{1,2}[./-](?:[0-9]{4}|[0-9]{2})"
    r"|[0-9]{4}[./-](?:0?[1-9]|1[0-2])(?:[./-][0-9]{1,2})?|(?:0?[1-9]|1[0-2])[./-][0-9]{4}"
)
_TIME = deferred(r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:[ap]\.?m\.?)?", re.IGNORECASE)
_ORDINAL = deferred(r"(?<![0-9])[0-9]++(?:st|nd|rd|th|er|re|e|ème|º|ª|o|a)", re.IGNORECASE)
_RANGE = deferred(r"[$€£¥]?[0-9][0-9.,]{0,20}+%?[-–−~/:][$€£¥]?[0-9][0-9.,]{0,20}+%?")
_OPENING = deferred(r"[\s(\[*+#•-]*+[0-9]++(?:\.[0-9]++)*+[.)\]]?(?:\s|\Z)")
_MONTHS = "|".join(
    (*(name.capitalize() for name in (*NUMBERS, *FOREIGN)), *(n for n in FOREIGN if len(n) > 3))
)
_MONTH_BESIDE = deferred(rf"\.?\s?(?:de\s)?(?:{_MONTHS})(?![^\W\d_])")
_MONTH_BEFORE = deferred(rf"(?<![^\W\d_])(?:{_MONTHS})\.?\s\Z")
_TIME_AFTER = deferred(
    r"[\s-]{0,2}(?:(?:second|minute|hour|day|week|month|quarter|year)s?\b|Monat|Jahr|Tag|mois\b"
    r"|ans?\b|meses|años|[年月日期週時分秒]|時間|四半期|[ヶケカか箇]月|[년월일분])",
    re.IGNORECASE,
)
_ENCLOSED = deferred(r"[(\[（【]\s?(?:注|※|\*|Note\s)?\s?[0-9]{1,3}\s?[)\]）】]|\^[0-9]{1,3}[\]^]")
_THOUSANDS = deferred(r"(?:[A-Z]{0,3}[$€£¥]|[A-Z][A-Za-z]{1,2})?['’]?000['’]?s?")
_CURRENCY_BEFORE = deferred(r"(?:[$€£¥₹]|(?<![A-Za-z])[A-Z][A-Za-z]{1,2})\s\Z")
_MARK_OF_THOUSANDS = deferred(r"(?:\A|[\s(])['’‘]\Z")
_WORD = deferred(r"[^\W\d_]")
_HALF_ENCLOSED = deferred(r"[0-9]{1,2}[)）⁾]")
_MARK_BEFORE = deferred(r"(?:[(（]注[)）]|[※注*＊])\s?(?:[0-9]{1,2}[,、・]\s?)?\Z")
_UP_TO = "to|through|bis|à|hasta|até|a|tot"
_RANGE_AFTER = deferred(
    rf"\s?[-–−~〜]\s?[$€£¥]?[0-9]|\s?[%円]?台(?![0-9])|%?\s(?:{_UP_TO})\s[$€£¥]?[0-9]"
)
_RANGE_BEFORE = deferred(rf"(?:[0-9%]\s?[-–−~〜]|[0-9%]\s(?:{_UP_TO})|(?i:\bup\sto))\s?[$€£¥]?\Z")
_MARGIN_BEFORE = deferred(r"[^\W\d_]\s(?:plus|\+)\s\Z")
_ABOUT_BEFORE = deferred(
    r"(?:[~≈∼]|(?<![^\W\d_])(?:c|ca|circa|approx)\.?|[約约약])\s?[-−–]?[$€£¥₩₹]?\Z", re.IGNORECASE
)
_LISTED = deferred(r"\s*[0-9]{1,2}(?:,\s[0-9]{1,2})++\s*")
DATE = "a date"
YEAR = "a year"
RANGE = "one end of a range, or a fraction"
MARGIN = "a margin above a rate that its words name"
ABOUT = "only about so much, which binds nobody to its last digit"
INEXACT = (RANGE, ABOUT)
"""What digits are that are meant as an amount and are no one value."""
LISTED = "one of the numbers of notes or levels"
NOTE_MARK = "a note mark"
SCALE = "a scale: thousands"
SECTION = "the number of a section"
ITEM = "the number by which something is called"
_LONGEST_BEFORE = len("0 through $")
_WHOLES = (
    (deferred(r"[^@]{1,64}@.*|.{0,60}(?:://|www\.).*"), "an address"),
    (deferred(r"#[0-9]{1,20}"), ITEM),
    (_DATE, DATE),
    (_YEAR, YEAR),
    (_PERIOD, "a period"),
    (_TIME, "a time of day"),
    (_ORDINAL, "an ordinal"),
    (_RANGE, RANGE),
    (deferred(r"[0-9]{3}\.[0-9]{3}\.[0-9]{4}"), "a telephone number"),
    (deferred(r"[0-9]{1,2}(?:\.[0-9]{1,2}){2,4}"), SECTION),
)


class Leftover(NamedTuple):
    """Characters ``start`` to ``end`` (from 0) of a text with digits that belong to no figure.

    ``reason`` says what they are, or why nobody knows; ``is_understood`` tells the two apart.
    """

    start: int
    end: int
    reason: str
    is_understood: bool


def is_spoilt(text: str) -> bool:
    """Whether a whole text is a number that cannot be read, such as "1,24O.5" or "77..5"."""
    bare = narrowed(text).strip().strip(_SIGNS)
    if _MISTYPED.fullmatch(bare):
        return True
    known = any(pattern.fullmatch(bare) for pattern, _ in _WHOLES)
    return not known and bool(_NUMBER_LIKE.fullmatch(bare)) and not _WELL_FORMED.fullmatch(bare)


def leftovers(
    text: str, figures: Sequence[tuple[int, int]], *, states_amounts: bool
) -> Iterator[Leftover]:
    """Every run of digits of a text outside its figures, with all that it is glued to.

    ``figures`` are the spans of figures in order; ``states_amounts`` says that the text is a cell
    where figures are expected, so that digits without another meaning are a number not understood.
    """
    if len(figures) == 1 and figures[0] == (0, len(text)):
        return  # as in most cells
    plain = narrowed(text)
    others = beside(plain) if figures and states_amounts else ()
    if others and _are_all(plain, (*figures, *others)):
        yield from _beside(plain, others)
        return
    after = 0
    spans = iter((*figures, (len(plain), len(plain))))
    opening, closing = next(spans)
    for run in _DIGITS.finditer(plain):
        while closing <= run.start() and opening < len(plain):
            after = closing
            opening, closing = next(spans)
        if run.start() < after or opening <= run.start():
            continue
        found = _in_unknown_notation(plain, run, opening)
        if found is None:
            start, end = _glued(plain, run.span(), after, opening)
            reason = _known(plain, start, end)
            if reason == NAME and states_amounts and _AMOUNT_AND_LETTERS.fullmatch(plain.strip()):
                reason = ""
            found = (
                Leftover(start, end, reason, is_understood=True)
                if reason
                else _unknown(plain[:opening], start, end, states_amounts=states_amounts)
            )
        after = found.end
        yield found


def _in_unknown_notation(plain: str, run: re.Match[str], most: int) -> Leftover | None:
    """The number in digits or with a mark that nobody knows, where one begins before a bound."""
    number = NUMBER_WITH_UNKNOWN_MARK.match(plain, run.start()) if run[0].isascii() else run
    if number is None or number.end() > most:
        return None
    return Leftover(*number.span(), UNKNOWN_NOTATION, is_understood=False)


def _are_all(plain: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether every digit of a text lies in one of the spans, and none in two."""
    held = [sum(start <= at < end for start, end in spans) for at in _digits(plain)]
    return all(count == 1 for count in held)


def _digits(plain: str) -> Iterator[int]:
    return (at for run in _DIGITS.finditer(plain) for at in range(*run.span()))


def _beside(plain: str, spans: Sequence[tuple[int, int]]) -> Iterator[Leftover]:
    """The numbers in brackets beside the figure of their cell."""
    for span in spans:
        for run in _NUMBER_LIKE.finditer(plain, *span):
            yield Leftover(*run.span(), BESIDE, is_understood=True)


def _glued(plain: str, run: tuple[int, int], least: int, most: int) -> tuple[int, int]:
    """The run of digits with what stands beside it without a gap, between two bounds."""
    start, end = run
    least, most = max(least, start - LONGEST_NUMBER), min(most, end + LONGEST_NUMBER)
    while start > least and _is_beside(plain[start - 1]):
        start -= 1
    while end < most and _is_beside(plain[end]):
        end += 1
    while start < run[0] and plain[start] in _LOOSE_BEFORE:
        start += 1
    while end > run[1] and plain[end - 1] in _LOOSE_AFTER:
        end -= 1
    return start, end


def _is_beside(character: str) -> bool:
    return character in _BESIDE or (character < _FIRST_OF_OTHER_SCRIPTS and character.isalnum())


def _known(plain: str, start: int, end: int) -> str:
    """What digits are that state no figure; "" for what may be one."""
    bare = plain[start:end].strip(_SIGNS)
    whole = _whole(bare)
    scale = SCALE if _states_thousands(plain, start, end) else ""
    return whole or scale or _placed(plain, start, end) or _named(bare)


def _whole(bare: str) -> str:
    """What they are by themselves; bare digits can be a year, and nothing else of that."""
    if bare.isascii() and bare.isdigit():
        return YEAR if _YEAR.fullmatch(bare) else ""
    return next((reason for pattern, reason in _WHOLES if pattern.fullmatch(bare)), "")


def _states_thousands(plain: str, start: int, end: int) -> bool:
    """Whether three noughts stand for a scale, as in "$000", "£'000" and "in € 000"."""
    if is_thousand_caption(plain):
        return True
    if not _THOUSANDS.fullmatch(plain, start, end):
        return False
    before = plain[max(0, start - WORD_BEFORE) : start]
    return (
        bool(_MARK_OF_THOUSANDS.search(before))
        or plain[start] not in "0'’"
        or bool(_CURRENCY_BEFORE.search(before))
    )


def _placed(plain: str, start: int, end: int) -> str:
    """What digits are by what stands around them."""
    if _is_day(plain, start, end):
        return DATE
    if _TIME_AFTER.match(plain, end):
        return "a length of time"
    if _is_note_mark(plain, start, end):
        return NOTE_MARK
    before = plain[max(0, start - WORD_BEFORE) : start].split()
    if before and before[-1].strip('(.,:["“').lower() in REFERENCES:
        return "a reference"
    return _ranged(plain, start, end)


def _ranged(plain: str, start: int, end: int) -> str:
    """What digits are that bound, add to a rate, are about so much or are listed."""
    near = max(0, start - _LONGEST_BEFORE)
    if _RANGE_AFTER.match(plain, end) or _RANGE_BEFORE.search(plain, near, start):
        return RANGE
    if _MARGIN_BEFORE.search(plain, near, start):
        return MARGIN
    if _is_about(plain, start, end):
        return ABOUT
    is_listed = len(plain) <= LONGEST_NUMBER and _LISTED.fullmatch(plain) is not None
    return LISTED if is_listed else ""


def _is_about(plain: str, start: int, end: int) -> bool:
    """Whether a number is well written, and a sign or short word says that it is about so much."""
    bare = plain[start:end].strip(_SIGNS)
    at = plain.find(bare, start)
    near = max(0, at - _LONGEST_BEFORE)
    return bool(_WELL_FORMED.fullmatch(bare) and _ABOUT_BEFORE.search(plain, near, at))


def _is_note_mark(plain: str, start: int, end: int) -> bool:
    return bool(
        _ENCLOSED.fullmatch(plain, max(0, start - 1), min(len(plain), end + 1))
        or (start and _HALF_ENCLOSED.match(plain, start))
        or _MARK_BEFORE.search(plain, max(0, start - len("(注)11, ")), start)
    )


def _opens_line(plain: str, start: int) -> bool:
    """Whether a number counts a list, a heading or a page."""
    before = plain[max(0, start - LONGEST_NUMBER) : start]
    return not before.strip(" \t(-*#•[") and _OPENING.match(plain) is not None


def _named(bare: str) -> str:
    return NAME if _WORD.search(bare) and not _MISTYPED.fullmatch(bare) else ""


def _is_day(plain: str, start: int, end: int) -> bool:
    """Whether a month's name stands beside one or two digits."""
    if end - start > len("31."):
        return False
    near = plain[max(0, start - WORD_BEFORE) : start]
    return bool(_MONTH_BEFORE.search(near) or _MONTH_BESIDE.match(plain, end))


def _unknown(plain: str, start: int, end: int, *, states_amounts: bool) -> Leftover:
    bare = plain[start:end].strip(_SIGNS)
    if _MISTYPED.fullmatch(bare):
        return Leftover(start, end, LETTER_IN_NUMBER, is_understood=False)
    if _NUMBER_LIKE.fullmatch(bare) and not _WELL_FORMED.fullmatch(bare):
        return Leftover(start, end, MALFORMED, is_understood=False)
    parted = _PARTED.match(plain, start)
    if parted:
        return Leftover(start, parted.end(), PARTED, is_understood=False)
    if states_amounts:
        glued = bool(_WORD.search(bare) or _FRACTION.search(bare))
        return Leftover(start, end, GLUED if glued else UNSURE, is_understood=False)
    if _opens_line(plain, start):
        return Leftover(start, end, "a number that opens its line", is_understood=True)
    return Leftover(start, end, "a number that counts or names something", is_understood=True)
