"""Kanji numerals: amounts in Chinese characters, read in sentences and told in tables.

"三億五千万円" in a sentence is an amount as any other. A table of them is told and not read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from auditor.model.figure import Figure
from auditor.notation.deferred import deferred
from auditor.notation.thresholds import FEWEST_OF_A_NOTATION, LONGEST_NUMBER

Place = tuple[int, int]
"""A cell by its row and column."""
Span = tuple[int, int]
"""The first character of a number in the text of its cell, and the one past its last."""

KANJI_NUMERAL = (
    "a number in Chinese characters, whose value is not read: write it in digits to have it checked"
)
_DIGIT = "〇零一二三四五六七八九壱壹弐貳参參"
_NUMERAL = deferred(
    rf"[△▲+(（−–-]?\s?(?P<number>[{_DIGIT}十拾百千万萬億亿兆][{_DIGIT}十拾百佰千仟万萬億亿兆・，,]*)"
    r"\s?[)）]?\s?[円元원％%]?"
)
_AMOUNT_IN_TEXT = deferred(
    rf"(?<![{_DIGIT}十百千万億兆0-9０-９])(?=[{_DIGIT}十]{{0,9}}[百千万億兆])"
    rf"(?P<number>[{_DIGIT}十百千万億兆]{{2,30}})[円元]"
    rf"|(?P<parts>[百千万]分の[{_DIGIT}十]{{1,5}})"
)
_DIGITS = dict(zip("〇零一二三四五六七八九", (0, *range(10)), strict=True))
_SMALL = {"十": 1, "百": 2, "千": 3}
_LARGE = {"万": 4, "億": 8, "亿": 8, "兆": 12}
_CURRENCIES = {"円": "JPY", "元": "CNY"}
_POWER = deferred("[百千万億兆]")
_HUNDREDS = deferred(r"[百佰千仟万萬億亿兆]")
_YEAR = deferred(r"[一二][九〇零][〇零一二三四五六七八九]{2}")


def kanji_numerals(cells: Mapping[Place, str], stated: Collection[int] = ()) -> dict[Place, Span]:
    """Where cells of a table state numbers in Chinese characters, of these texts by place.

    One alone may be a word ("一") or number its row; two that are plainly amounts and differ make
    a notation, and then all of their columns are so. Powers of ten alone are units: "百万円".
    """
    found = {at: span for at, text in cells.items() if (span := _numeral(text)) is not None}
    plain = {at: n for at, span in found.items() if _is_amount(n := cells[at][slice(*span)])}
    if len({*plain.values()}) < FEWEST_OF_A_NOTATION:
        return {at: found[at] for at in plain if at[1] in stated}
    columns = {c for _, c in plain}
    return {(r, c): span for (r, c), span in found.items() if c in columns}


def kanji_amounts(text: str) -> Iterator[Span]:
    """Where a text states amounts in Chinese characters that are not read: "百分の三"."""
    if text.isascii() or not _POWER.search(text):
        return
    for match in _AMOUNT_IN_TEXT.finditer(text):
        number = match["number"] or match["parts"]
        if {*_DIGIT} & {*number} and (match["parts"] or _value(number) is None):
            yield match.start(), match.start() + len(number)


def kanji_figures(text: str) -> Iterator[Figure]:
    """The amounts of money that a text states in Chinese characters: "三億五千万円"."""
    if text.isascii() or not _POWER.search(text):
        return
    for match in _AMOUNT_IN_TEXT.finditer(text):
        number = match["number"]
        value = _value(number) if number and {*_DIGIT} & {*number} else None
        if value is not None:
            digits, place = value
            yield Figure(match[0], match.start(), digits, place, _CURRENCIES[match[0][-1]])


def _value(number: str) -> tuple[int, int] | None:
    """Its digits, and the power of ten of the last; None where powers do not fall."""
    total = section = 0
    digit: int | None = None
    place, above, within = 0, len(_LARGE) * 4 + 4, 4
    for mark in number:
        if mark in _DIGITS:
            if digit is not None:
                return None
            digit = _DIGITS[mark]
        elif mark in _SMALL:
            power = _SMALL[mark]
            if power >= within:
                return None
            section += (1 if digit is None else digit) * 10**power
            digit, within, place = None, power, power
        else:
            power = _LARGE[mark]
            place = power + (place if digit is None else 0)
            section += digit or 0
            if power >= above or not section:
                return None
            total += section * 10**power
            section, digit, above, within = 0, None, power, 4
    if digit is not None:
        section, place = section + digit, 0
    total += section
    return (total // 10**place, place) if total % 10**place == 0 else None


def _numeral(text: str) -> Span | None:
    bare = text.strip()
    if text.isascii() or len(bare) > LONGEST_NUMBER:
        return None
    match = _NUMERAL.fullmatch(bare)
    if match is None or _YEAR.fullmatch(match["number"]) or not {*_DIGIT} & {*match["number"]}:
        return None
    start = text.index(bare)
    return start + match.start("number"), start + match.end("number")


def _is_amount(number: str) -> bool:
    """Whether a number can hardly count its row: it has hundreds, or three digits."""
    return len(number) > 2 or (len(number) > 1 and _HUNDREDS.search(number) is not None)
