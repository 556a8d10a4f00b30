"""Column meanings: what the headings over a column say of the figures below."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import NamedTuple

from auditor.facts.usage import Usage
from auditor.model.document import Passage
from auditor.model.fact import CONSOLIDATED, RESULT, Measure
from auditor.model.grid import Column
from auditor.model.period import Calendar, Period
from auditor.notation.deferred import deferred
from auditor.notation.periods import periods
from auditor.notation.units import Unit, says_per_cent, stated_unit
from auditor.notation.vocabulary import Lexicon

_COMPARES = deferred(
    r"(?<!\s)\s*+\b(?:over|vs\.?|versus|v\.|against|compared\s++(?:to|with)|from)"
    r"(?:\s++(?:the|fiscal))?\s++",
    re.IGNORECASE,
)
_LEADS_TO = deferred(r"(?<!\s)\s*+(?:\bto\b|→|->)\s*+", re.IGNORECASE)
_CALLED_CHANGE = deferred(r"chang|\bchg\b|variance|growth|increase|decrease", re.IGNORECASE)


class ColumnMeaning(NamedTuple):
    """A column with what its headings say of its figures.

    ``measure`` is None for plain amounts, ``base`` what shares are said to be of ("" if unsaid).
    ``earlier`` is the other period of a heading that compares two: "2018 over 2017".
    """

    column: Column
    period: Period | None
    scenario: str
    measure: Measure | None
    base: str
    per_cent: bool
    unit: Unit | None
    earlier: Period | None = None


def column_meaning(column: Column, usage: Usage, per_cent: AbstractSet[int]) -> ColumnMeaning:
    lexicon = usage.lexicon
    scenario = next((s for t in column.headings if (s := lexicon.scenarios.name(t))), RESULT)
    named = next(((m, t) for t in reversed(column.headings) if (m := lexicon.measure(t))), None)
    compared = _compared(column, usage.calendar)
    measure = named[0] if named else None
    return ColumnMeaning(
        column,
        compared[0] if compared else _period(column, usage.calendar) or _term(column, usage),
        scenario,
        measure or (Measure.CHANGE if compared else None),
        lexicon.measures.rest(named[1]) if named else "",
        column.index in per_cent or any(says_per_cent(text) for text in column.headings),
        stated_unit(reversed(column.headings)),
        compared[1] if compared else None,
    )


def names_a_time(column: Column, usage: Usage) -> bool:
    """Whether the headings name a time, or a change between two."""
    named = next(filter(None, map(usage.lexicon.measure, reversed(column.headings))), None)
    return bool(
        named in (Measure.CHANGE, Measure.GROWTH)
        or _compared(column, usage.calendar)
        or _period(column, usage.calendar)
        or _term(column, usage)
    )


def _term(column: Column, usage: Usage) -> Period | None:
    """The year that a heading numbers: "第18期"."""
    found = (usage.terms.get(text.strip()) for text in reversed(column.headings))
    return next(filter(None, found), None) if usage.terms else None


def inner_first(headings: Sequence[Passage]) -> list[str]:
    return [h.text for h in reversed(headings)]


def scope_of(texts: Iterable[str], lexicon: Lexicon) -> str:
    """The scope that the nearest wording names."""
    for text in texts:
        named = lexicon.scopes.name(text)
        if named:
            return named
    return CONSOLIDATED


def _compared(column: Column, calendar: Calendar) -> tuple[Period, Period] | None:
    """The later and the earlier of the two periods that a heading compares, the innermost first.

    "2024 to 2025" is a span of time unless the heading is called a change.
    """
    for text in reversed(column.headings):
        joints = [_COMPARES, _LEADS_TO] if _CALLED_CHANGE.search(text) else [_COMPARES]
        if not any(joint.search(text) for joint in joints):
            continue
        for (_, end, one), (start, _, other) in pairwise(periods(text, calendar)):
            joined = any(joint.fullmatch(text, end, start) for joint in joints)
            if joined and one.last != other.last:
                return (one, other) if one.last > other.last else (other, one)
    return None


def _period(column: Column, calendar: Calendar) -> Period | None:
    """The period a column's headings name together ("Three months ended" over "June 30, 2020")."""
    whole = [p for _, _, p in periods(column.heading, calendar)]
    spans = [p for p in whole if not p.is_instant]
    if spans or whole:
        return (spans or whole)[-1]
    apart = [p for text in column.headings for _, _, p in periods(text, calendar)]
    return apart[-1] if apart else None
