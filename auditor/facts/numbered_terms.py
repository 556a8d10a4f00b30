"""Numbered terms: the years of columns that count them only, as "第18期" and "제18기" do.

A date beside a number tells when its year ends; without any, the latest number is of the year that
ends on the latest date of two that head columns a year apart. Where nothing tells, terms are
counted as years before all others: they can be compared with each other and with no date.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from auditor.model.period import MONTHS_OF_A_YEAR, Calendar, Period
from auditor.notation.deferred import deferred
from auditor.notation.numerals import narrowed
from auditor.notation.periods import periods

Terms = Mapping[str, Period]
"""The year of each heading that numbers one."""

_TERM = deferred(r"\s*[第제]\s?(?P<number>[0-9]{1,3})\s?[期기](?P<beside>[^\n]{0,40})")
_BEHIND = deferred(r"\s*+(?:(?:末|決算|실적|말)\s*+)?")
_OPENINGS = ("第", "제")


def numbered_terms(texts: Sequence[str], calendar: Calendar) -> dict[str, Period]:
    """The years of the texts that number one and say no date, by the text."""
    found: dict[str, int] = {}
    dated: set[tuple[int, int]] = set()
    for text in texts:
        if not text.lstrip().startswith(_OPENINGS):
            continue
        match = _TERM.fullmatch(narrowed(text))
        if match is None:
            continue
        number = int(match["number"])
        if _BEHIND.fullmatch(match["beside"]):
            found[text.strip()] = number
        dated.update((number, p.last) for _, _, p in periods(match["beside"], calendar)[-1:])
    if not found:
        return {}
    anchors = {last - MONTHS_OF_A_YEAR * number for number, last in dated}
    if not anchors and (latest := _latest_of_two(texts, calendar)) is not None:
        anchors = {latest - MONTHS_OF_A_YEAR * max(found.values())}
    start = anchors.pop() if len(anchors) == 1 else MONTHS_OF_A_YEAR - 1
    return {text: _year(start + MONTHS_OF_A_YEAR * n, text) for text, n in found.items()}


def _year(last: int, label: str) -> Period:
    return Period(last - MONTHS_OF_A_YEAR + 1, last, label)


def _latest_of_two(texts: Iterable[str], calendar: Calendar) -> int | None:
    """The month of the latest date that is all of a text, where one a year before is as well."""
    ends = {
        period.last
        for text in texts
        if text[:1].isdigit() and len(text) <= len("2026年12月31日 ")
        for start, end, period in periods(text, calendar)
        if period.is_instant and not text[:start].strip() and not text[end:].strip()
    }
    latest = max(ends, default=0)
    return latest if latest - MONTHS_OF_A_YEAR in ends else None
