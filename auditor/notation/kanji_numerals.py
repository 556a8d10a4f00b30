"""Kanji numerals: amounts that a table states in Chinese characters, which are told and not read.

"一億二千万" and "三〇" are numbers to a reader of Japanese or Chinese and no digits to a program.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

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
    """Where a text states amounts of yen or per cent in Chinese characters: "三億五千万円"."""
    if text.isascii():
        return
    for match in _AMOUNT_IN_TEXT.finditer(text):
        number = match["number"] or match["parts"]
        if {*_DIGIT} & {*number}:
            yield match.start(), match.start() + len(number)


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
