"""Quarter columns: the periods of columns headed by quarters only, "第一季度" or "Q1" to "Q4".

They are of the year that is named nearest around their table; so is one for the whole year beside
them, "通期". Three quarters at least stand side by side, or nothing is dated.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from auditor.facts.column_meanings import ColumnMeaning
from auditor.facts.thresholds import FEWEST_QUARTERS
from auditor.model.period import MONTHS_OF_A_YEAR, Calendar, Period
from auditor.notation.deferred import deferred
from auditor.notation.periods import periods
from auditor.notation.vocabulary import normal

_QUARTER = deferred(
    r"第?(?P<cjk>[1-4１-４一二三四])(?:季度|四半期|분기)(?:[(（][1-9１-９0-9\-~〜～–至到月份]{3,12}[)）])?"
    r"|q(?P<q>[1-4])|(?P<word>first|second|third|fourth)[ -]quarter"
)
_NUMBERS = "1234１２３４一二三四"
_WORDS = ("first", "second", "third", "fourth")
_YEAR = frozenset(("通期", "全年", "全年度", "年間", "연간", "full year", "fy"))
QUARTER = 3
"""Months."""


def with_quarters(
    columns: Mapping[int, ColumnMeaning], around: Iterable[str], calendar: Calendar
) -> dict[int, ColumnMeaning]:
    """The columns, by index, each headed by a quarter alone with its period."""
    found = dict(columns)
    numbers = {i: n for i, column in columns.items() if (n := _number(column))}
    plain = len(set(numbers.values())) == len(numbers) >= FEWEST_QUARTERS
    if not plain or any(column.period for column in columns.values()):
        return found
    year = _year(around, calendar)
    if year is None:
        return found
    for index, number in numbers.items():
        last = year.last - MONTHS_OF_A_YEAR + QUARTER * number
        label = columns[index].column.headings[-1]
        found[index] = columns[index]._replace(period=Period(last - QUARTER + 1, last, label))
    for index, column in columns.items():
        if column.measure is None and any(normal(h) in _YEAR for h in column.column.headings):
            found[index] = column._replace(period=year)
    return found


def _number(column: ColumnMeaning) -> int:
    """Which quarter of a year a column is headed by, from 1; 0 where by none."""
    if column.measure is not None or not column.column.headings:
        return 0
    named = _QUARTER.fullmatch(normal(column.column.headings[-1]))
    if named is None:
        return 0
    if named["cjk"]:
        return _NUMBERS.index(named["cjk"]) % 4 + 1
    return int(named["q"]) if named["q"] else _WORDS.index(named["word"]) + 1


def _year(around: Iterable[str], calendar: Calendar) -> Period | None:
    """The one year that the nearest text with any span names."""
    for text in around:
        spans = {p for _, _, p in periods(text, calendar) if not p.is_instant}
        if spans:
            year = spans.pop()
            return year if not spans and year.months == MONTHS_OF_A_YEAR else None
    return None
