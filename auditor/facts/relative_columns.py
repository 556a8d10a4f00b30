"""Relative columns: the periods of columns that are headed "prior year" or "this period" only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from auditor.facts.column_meanings import ColumnMeaning
from auditor.model.period import MONTHS_OF_A_YEAR, Calendar, Period
from auditor.notation.deferred import deferred
from auditor.notation.periods import periods
from auditor.notation.vocabulary import normal

Meanings = Mapping[int, ColumnMeaning]
"""Columns with their meanings by index."""

PRIOR = frozenset((
    "prior year", "previous year", "last year", "prior-year", "year ago", "year-ago", "py",
    "prior year period", "prior-year period", "corresponding period last year",
    "vj", "v.j", "vorjahr", "vorjahreszeitraum", "vorjahresperiode", "vorjahresquartal",
    "vorjahreswert", "gj vj", "vorperiode",
    "n-1", "exercice n-1", "année n-1", "exercice précédent", "année précédente",
    "ejercicio anterior", "año anterior", "período anterior", "periodo anterior", "ano anterior",
    "exercício anterior", "exercicio anterior", "período homólogo",
    "esercizio precedente", "anno precedente", "vorig jaar", "vorig boekjaar",
    "前期", "前年", "前年同期", "前年度", "前年同四半期", "前連結会計年度", "前事業年度",
    "前会計年度", "前中間期", "前第1四半期", "前年同期間",
    "上年", "上期", "上年同期", "去年同期", "上年度", "上期金额", "上期数", "上年数", "上年同期数",
    "上期发生额", "上年金额", "上年同期金额", "去年", "上年期间", "上期發生額",
    "전기", "전년", "전년도", "전년동기", "전년 동기", "전년동기실적", "전기실적",
))  # fmt: skip
"""Headings, in normal form, of what the figures beside them are compared with, a year before."""
CURRENT = frozenset((
    "current year", "this year", "current period", "cy", "reporting period", "year",
    "berichtsjahr", "geschäftsjahr", "lfd. jahr", "laufendes jahr", "aktuelles jahr", "gj",
    "berichtsperiode", "n", "exercice n", "année n", "exercice", "exercice en cours",
    "ejercicio actual", "ejercicio", "año actual", "exercício atual", "exercício", "ano corrente",
    "esercizio corrente", "esercizio", "dit jaar", "boekjaar",
    "当期", "当年度", "当連結会計年度", "当事業年度", "当会計年度", "当中間期", "当四半期",
    "本期", "本年", "本年度", "本期金额", "本期数", "本年金额", "本年数", "本期发生额", "报告期",
    "本报告期", "本期發生額", "本年累计", "당기", "당해", "금기", "당년", "당기실적",
))  # fmt: skip
"""Headings of the period that a table is about, beside one of those above."""


UNDATED = Period(2 * MONTHS_OF_A_YEAR, 3 * MONTHS_OF_A_YEAR - 1)
"""The year of columns that nothing dates: long before all others, so that it is none of them."""
_BRACKET = deferred(r"(?<=\w)\s?[(（]")
"""What is bracketed behind says more of the same: "本报告期(1-6月)"."""
_OF_JAPANESE_SPANS = deferred(
    r"(?:(?P<prior>前)|当)第?[1-4\uff11-\uff14一二三四]?(?:四半期|中間)?(?:連結)?(?:累計|会計)?(?:期間|年度)"
)


def with_relative_periods(
    columns: Meanings, around: Iterable[str], calendar: Calendar
) -> dict[int, ColumnMeaning]:
    """The columns, each headed so that says no date with the period that it means.

    "Vj." beside "2025" is the year before; where no column says a period, what stands ``around``
    the table may, nearest first; else the two are compared with each other only.
    """
    found = dict(columns)
    prior = [i for i, column in columns.items() if _is_open(column) and _is_called(column, PRIOR)]
    if not prior:
        return found
    dated = [i for i, column in columns.items() if _is_of_span(column)]
    current = [i for i, c in columns.items() if _is_open(c) and _is_called(c, CURRENT)]
    if not dated and current:
        year = _period_of(around, calendar) or UNDATED
        for index in current:
            found[index] = _dated(columns[index], year)
        dated = current
    for index in prior:
        nearest = min(dated, key=lambda i: (i > index, abs(i - index)), default=None)
        if nearest is not None and (period := found[nearest].period):
            found[index] = _dated(columns[index], period.year_before)
    return found


def is_relative(heading: str) -> bool:
    """Whether a heading names a period by its place before or at the report's own."""
    return _is_one_of(heading, PRIOR) or _is_one_of(heading, CURRENT)


def _is_open(column: ColumnMeaning) -> bool:
    return column.period is None and column.measure is None


def _is_of_span(column: ColumnMeaning) -> bool:
    """Whether a column states amounts of a span of time; a balance has no fixed year before."""
    return column.measure is None and column.period is not None and not column.period.is_instant


def _is_called(column: ColumnMeaning, names: frozenset[str]) -> bool:
    return any(_is_one_of(heading, names) for heading in column.column.headings)


def _is_one_of(heading: str, names: frozenset[str]) -> bool:
    form = normal(_BRACKET.split(heading, maxsplit=1)[0])
    found = _OF_JAPANESE_SPANS.fullmatch(form)
    return form in names or (found is not None and bool(found["prior"]) is (names is PRIOR))


def _period_of(around: Iterable[str], calendar: Calendar) -> Period | None:
    """The one span that the nearest text with any names."""
    for text in around:
        spans = [p for _, _, p in periods(text, calendar) if not p.is_instant]
        if spans:
            return spans[0] if len(set(spans)) == 1 else None
    return None


def _dated(column: ColumnMeaning, period: Period) -> ColumnMeaning:
    label = next(
        h for h in column.column.headings if _is_one_of(h, PRIOR) or _is_one_of(h, CURRENT)
    )
    return column._replace(period=period.shifted(0, label))
