"""Unknown numbers: cells that state amounts in a notation nobody knows, told by repetition."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from typing import NamedTuple

from auditor.notation.deferred import deferred
from auditor.notation.leftovers import NAME, YEAR, leftovers
from auditor.notation.numerals.narrowing import narrowed
from auditor.notation.thresholds import (
    FEWEST_OF_A_NOTATION,
    FEWEST_SMALL_OF_A_NOTATION,
    LETTERS_OF_AN_IDEOGRAPH,
    LONGEST_NUMBER,
    LONGEST_PREFIX,
    LONGEST_SUFFIX,
)

Place = tuple[int, int]
"""A cell by its row and column."""
Span = tuple[int, int]
"""The first character of a number in the text of its cell, and the one past its last."""

_LETTER = deferred(r"[^\W\d_]")
_DIGIT = deferred(r"\d")
_NUMBER = deferred(r"\d++(?:[^\d\s()\[\]/:~〜–−‐‑-]\d++| \d++)*+")
_GROUPED = deferred(r"(?!0)\d{1,3}(?:\D\d{3})+(?:\D\d{1,2})?")
_PARTED = deferred(r"(?!0)\d++(?:[\W_]\d++)*+")
_DECIMAL = deferred(r"\d++[.,·]\d{1,2}")
_NUMBERED = deferred(r"\d{1,2}\.\d{1,2}")
_LIST = deferred(r"\d{1,2}(?:[ ,、，・.;&]{1,2}\d{1,2})++")
_JOINED = deferred(
    r"(?!0)(?P<head>\d{1,3})(?P<mark>[-–−‐‑/:~〜])(?P<tail>\d{3})(?:(?P=mark)\d{3})*+"
)
_RANGE_MARKS = frozenset("-–−‐‑~〜")
_ANOTHER = deferred(r"(?<![^\W\d_])\d")
_FIRST_IDEOGRAPH = "\u2e80"
_FEWEST_DIGITS = 4
_AROUND = " \t\n()$€£¥%+-–−‐‑"
_CENTURIES = range(1600, 2200)


class _Written(NamedTuple):
    """A number, where it stands in its text, and the marks and letters around it, unsigned."""

    number: str
    span: Span
    around: tuple[str, str]


def unknown_numbers(
    cells: Mapping[Place, str], below_figures: Collection[Place] = ()
) -> dict[Place, Span]:
    """Where cells of a table state numbers that nobody can read, of these texts by place.

    What tells them from names is that two have thousands, or digits enough, and the same marks
    around them, or many of them fill rows and columns; then so are all with these marks. Below
    a figure of its column (``below_figures``) one alone is enough. There "57/481" and "1-204"
    are as good as thousands; elsewhere they are where no range or fraction is written so.
    """
    written = {at: one for at, text in cells.items() if (one := _written(text)) is not None}
    plain = Counter(one.around for one in written.values() if _is_plainly_amount(one))
    repeated = {around for around, count in plain.items() if count >= FEWEST_OF_A_NOTATION}
    repeated |= _filling(written)
    alone = {at for at in below_figures if at in written and _is_alone(written[at])}
    repeated |= {around for at in alone if any(around := written[at].around)}
    told = {
        at: one.span
        for at, one in written.items()
        if (one.around in repeated or at in alone) and not _is_something_else(cells[at], one)
    }
    return told | _joined(cells, below_figures)


def _joined(cells: Mapping[Place, str], below_figures: Collection[Place]) -> dict[Place, Span]:
    """Where digits in threes are joined by a mark of ranges or fractions that make neither."""
    found = {at: match for at, text in cells.items() if (match := _joined_digits(text))}
    marks = Counter(match["mark"] for match in found.values())
    proven = {match["mark"] for match in found.values() if _is_no_range(match)}
    repeated = {mark for mark in proven if marks[mark] >= FEWEST_OF_A_NOTATION}
    return {
        at: match.span()
        for at, match in found.items()
        if match["mark"] in repeated or at in below_figures
    }


def _joined_digits(text: str) -> re.Match[str] | None:
    """The digits in threes, joined by such a mark, that a text consists of."""
    if len(text) > LONGEST_NUMBER:
        return None
    plain = narrowed(text)
    match = _JOINED.search(plain)
    if match is None or plain.replace(match[0], "", 1).strip(_AROUND):
        return None
    return match


def _is_no_range(match: re.Match[str]) -> bool:
    """Whether the digits behind the mark are no number of their own, or a range would fall."""
    if match["tail"].startswith("0"):
        return True
    return match["mark"] in _RANGE_MARKS and int(match["head"]) >= int(match["tail"])


def _filling(written: Mapping[Place, _Written]) -> set[tuple[str, str]]:
    """What stands around small numbers that fill several rows and columns."""
    places: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for at, one in written.items():
        if _is_marked(one) or (any(one.around) and _DECIMAL.fullmatch(one.number)):
            places[one.around].append(at)
    return {
        around
        for around, found in places.items()
        if len(found) >= FEWEST_SMALL_OF_A_NOTATION
        and all(len({*xs}) > 1 for xs in zip(*found, strict=True))
    }


def _is_alone(one: _Written) -> bool:
    """Whether a number that nothing repeats is one amount, where amounts are expected."""
    return " " not in one.number and (_is_plainly_amount(one) or _is_marked(one))


def _is_marked(one: _Written) -> bool:
    """Whether there are marks and no letters around two or more digits."""
    whole = "".join((one.around[0], one.number, one.around[1]))
    return any(one.around) and not _LETTER.search(whole) and len(_DIGIT.findall(one.number)) > 1


def _written(text: str) -> _Written | None:
    """The only number of a short text with next to no words."""
    if len(text) > LONGEST_NUMBER:
        return None
    plain = narrowed(text)
    number = _NUMBER.search(plain)
    if number is None:
        return None
    before, after = plain[: number.start()], plain[number.end() :]
    if _ANOTHER.search(after) or len(before.split()) > 1 or _letters(before) > LONGEST_PREFIX:
        return None
    if _letters(after) > LONGEST_SUFFIX:
        return None
    around = before.strip(_AROUND), after.strip(_AROUND)
    if _LIST.fullmatch(number[0]) and not any(around):  # the numbers of notes
        return None
    return _Written(number[0], number.span(), around)


def _letters(text: str) -> int:
    """How many letters a text has; an ideograph counts as many as a word has."""
    return sum(
        1 if letter < _FIRST_IDEOGRAPH else LETTERS_OF_AN_IDEOGRAPH
        for letter in _LETTER.findall(text)
    )


def _is_plainly_amount(one: _Written) -> bool:
    """Whether a number can hardly count or name: it has thousands, or many digits and no name."""
    if _GROUPED.fullmatch(one.number):
        return True
    if _LETTER.search(one.around[0]) or _NUMBERED.fullmatch(one.number):
        return False
    is_year = one.number.isdecimal() and int(one.number) in _CENTURIES
    digits = len(_DIGIT.findall(one.number))
    return not is_year and digits >= _FEWEST_DIGITS and _PARTED.fullmatch(one.number) is not None


def _is_something_else(text: str, one: _Written) -> bool:
    """Whether it is known what the digits are, such as a date or a length of time.

    A year has nothing around it: with the marks of amounts around it, it is one of them.
    """
    first, end = one.span
    unlike = (NAME, YEAR) if any(one.around) else (NAME,)
    return any(
        digits.is_understood and digits.reason not in unlike
        for digits in leftovers(text, (), states_amounts=True)
        if digits.start < end and first < digits.end
    )
