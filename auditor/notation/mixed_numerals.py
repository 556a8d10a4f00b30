"""Mixed numerals: amounts of digits and Chinese characters in one, "1億二千万円", "3千5百万円".

Read whole or not at all: a part of such an amount is another amount.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from auditor.model.figure import Figure
from auditor.notation.deferred import deferred

_KANJI = "〇零一二三四五六七八九"
_SMALL = {"十": 1, "百": 2, "千": 3}
_LARGE = {"万": 4, "億": 8, "亿": 8, "兆": 12}
_CURRENCIES = {"円": "JPY", "元": "CNY"}
_PART = rf"(?:[0-9０-９][0-9０-９,，]*+|[{_KANJI}十百千万億亿兆])"
_RUN = deferred(rf"(?<![0-9０-９.．,，{_KANJI}十百千万億亿兆第]){_PART}{{3,24}}+(?P<money>[円元])?")
_TOKEN = deferred(rf"(?P<digits>[0-9０-９][0-9０-９,，]*)|(?P<kanji>[{_KANJI}])|(?P<power>.)")
_POWER = deferred("[十百千万億亿兆]")
_DIGIT = deferred(r"[0-9０-９]")
_OF_KANJI = deferred(rf"[{_KANJI}]")
_OF_BOTH = deferred(r"[0-9０-９](?:[十百千][0-9０-９]|[十千][万億亿兆]|百[億亿兆])")
_ENDS = frozenset((*_SMALL, *_LARGE, *_CURRENCIES))


class MixedNumeral(NamedTuple):
    """Characters ``start`` to ``end`` of a text; ``figure`` is None where they say no number."""

    start: int
    end: int
    figure: Figure | None


def mixed_numerals(text: str) -> Iterator[MixedNumeral]:
    """The amounts that a text states in digits and Chinese characters in one."""
    if text.isascii() or not _POWER.search(text):
        return
    for match in _RUN.finditer(text):
        number = match[0].removesuffix(match["money"] or "")
        if match[0][-1] not in _ENDS or not _is_mixed(number):
            continue
        value = _value(number)
        unit = _CURRENCIES.get(match["money"] or "", "")
        figure = Figure(match[0], match.start(), *value, unit) if value else None
        yield MixedNumeral(match.start(), match.end(), figure)


def _is_mixed(number: str) -> bool:
    """Whether powers of ten meet as no scale does, or digits and Chinese ones: "1億二千万"."""
    if _DIGIT.search(number) is None:
        return False
    both = _OF_KANJI.search(number) is not None and not {*number}.isdisjoint((*_LARGE, *_SMALL))
    return both or number[0] in _SMALL or _OF_BOTH.search(number) is not None


def _value(number: str) -> tuple[int, int] | None:
    """Its digits and the power of ten of the last; None where powers do not fall."""
    total = section = place = 0
    waiting: int | None = None
    above, within = 16, 4
    for token in _TOKEN.finditer(number):
        power = token["power"]
        if power is None:
            if waiting is not None:
                return None
            waiting = _digits(token[0])
            if waiting >= 10**within and token["kanji"] is None and within < 4:
                return None
            continue
        if power in _SMALL:
            if _SMALL[power] >= within:
                return None
            within = place = _SMALL[power]
            section, waiting = section + (1 if waiting is None else waiting) * 10**within, None
            continue
        within_section = 0 if waiting is not None else place
        section, place = section + (waiting or 0), _LARGE[power] + within_section
        if _LARGE[power] >= above or not section:
            return None
        total, section, waiting = total + section * 10 ** _LARGE[power], 0, None
        above, within = _LARGE[power], 4
    if waiting is not None:
        section, place = section + waiting, 0
    total += section
    return (total // 10**place, place) if total % 10**place == 0 else None


def _digits(text: str) -> int:
    """The value of digits, or of one Chinese digit."""
    if text in _KANJI:
        return max(0, _KANJI.index(text) - 1)
    return int(text.replace(",", "").replace("，", ""))
