"""Periods: spans of months and points in time, with the arithmetic that comparisons need."""

from __future__ import annotations

from dataclasses import dataclass, field

MONTHS_OF_A_YEAR = 12
FIRST_DATED = 1000 * MONTHS_OF_A_YEAR
"""The first month that is taken for one of a calendar: companies number fewer years."""


@dataclass(frozen=True, slots=True)
class Period:
    """The months ``first`` to ``last``, both included; a point in time has no ``first``.

    Months are counted from year 0: ``year * 12 + month - 1``. ``label`` is how the document
    names it and takes no part in equality.
    """

    first: int | None
    last: int
    label: str = field(default="", compare=False)

    @property
    def is_instant(self) -> bool:
        return self.first is None

    @property
    def is_dated(self) -> bool:
        """Whether it is of a year by a calendar, and none that a document only numbers."""
        return self.last >= FIRST_DATED

    @property
    def months(self) -> int:
        """Length in months; 0 for a point in time."""
        return 0 if self.first is None else self.last - self.first + 1

    def shifted(self, months: int, label: str = "") -> Period:
        """The same span that many months later (earlier when negative)."""
        first = None if self.first is None else self.first + months
        return Period(first, self.last + months, label)

    @property
    def year_before(self) -> Period:
        return self.shifted(-MONTHS_OF_A_YEAR)

    @property
    def preceding(self) -> Period:
        """The span of equal length just before; of a point in time, itself a year before."""
        return self.shifted(-(self.months or 12))

    @property
    def end(self) -> Period:
        """The point in time at which the span ends."""
        return Period(None, self.last)

    def parts(self, months: int) -> tuple[Period, ...]:
        """The spans of that many months that make it up, in order; empty when they do not fit."""
        if self.first is None or self.months % months or self.months == months:
            return ()
        return tuple(Period(m, m + months - 1) for m in range(self.first, self.last + 1, months))

    def contains(self, other: Period) -> bool:
        """Whether the other lies within this span."""
        if self.first is None:
            return self == other
        start = other.last if other.first is None else other.first
        return self.first <= start and other.last <= self.last


@dataclass(frozen=True, slots=True)
class Calendar:
    """A fiscal year: its first month (1 to 12), and whether the year it ends in names it."""

    first_month: int = 1
    named_by_end: bool = False

    def span(self, year: int, first: int, months: int, label: str = "") -> Period:
        """``months`` months of fiscal year ``year``, from its ``first``-th month (from 0)."""
        opens = year * 12 + self.first_month - 1
        if self.named_by_end and self.first_month > 1:
            opens -= 12
        return Period(opens + first, opens + first + months - 1, label)


def month(year: int, number: int) -> int:
    """The ordinal of a calendar month (``number`` from 1 to 12)."""
    return year * 12 + number - 1
