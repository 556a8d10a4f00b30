"""Indicators: rows that state a well-known ratio of other rows, such as return on equity.

Summaries of several years print few sums, and their ratios stand far from what they are computed
from. Here names say what is computed: every row so named is tried on the rows that its name asks
for, over a base at the year's end and over its average, as publishers do either. Where shares come
in classes, each class has its own row under each of the names. Evidence: a column whose figures
give the printed one is worth as many bits as chance would have needed; every pair of rows tried
costs. Two columns must agree, and twice as many as differ.

Equity less warrants and minorities, years restated later and shares since split differ from what
the table prints: a column that differs convicts nobody here. Off by a whole factor, as before a
split, it does not speak against the others either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from math import log2
from typing import NamedTuple

from auditor.model.fact import Fact
from auditor.model.grid import Band, Grid
from auditor.model.relation import Kind, Origin, Relation, Role, Term
from auditor.model.scene import Scene
from auditor.notation.vocabulary import normal
from auditor.relations.discovered._indicators import INDICATORS, Indicator
from auditor.relations.discovered._quotients import (
    MOST,
    SPREAD,
    Line,
    facts_both_ways,
    in_per_cent,
    line,
)

ORDER = 24
ENOUGH = 12.0
"""Bits at which a row is taken to be the ratio that its name says."""
AGREE_PER_DIFFERENCE = 2
MOST_ROWS = 4
"""Rows of one name that are tried."""
MOST_SPLIT = 20
"""Shares that one is split into, at most."""
ROUNDED, CUT_OFF = (-0.5, 0.5), (0.0, 1.0)
"""What a figure may have lost, in units of its last digit, under either convention."""


class Instance(NamedTuple):
    """A column's printed ratio with what it is computed from: one base, or one a year apart."""

    target: Fact
    over: Fact
    under: tuple[Fact, ...]


class Reading(NamedTuple):
    """A row as one of the indicators: the columns that bear it out, and how many do not."""

    title: str
    holds: tuple[Instance, ...]
    fails: int
    bits: float


def discover(scene: Scene) -> Iterator[Relation]:
    """The indicators of every table."""
    for grid in scene.grids:
        for band in grid.bands:
            rows = _named_rows(grid, band, scene)
            for indicator in INDICATORS:
                for reading in _readings(indicator, rows):
                    for instance in reading.holds:
                        yield _relation(reading.title, instance)


Rows = Sequence[tuple[str, str, Line]]
"""The rows of a table, each with its name and the class of shares that it is about."""


def _named_rows(grid: Grid, band: Band, scene: Scene) -> Rows:
    """The rows by their own names, and those about a class of shares by their group's as well.

    A group has no end: what follows the classes has a name that no indicator and no class has.
    """
    by_row, _ = facts_both_ways(grid, band, scene)
    found = []
    for row in band.rows:
        if not by_row[row.index]:
            continue
        stated = line(row.index, row.label, row.group, by_row[row.index])
        found.append((normal(row.label), "", stated))
        if _CLASS.fullmatch(normal(row.label)):
            found.append((normal(row.group), normal(row.label), stated))
    return found


_CLASS = re.compile(
    r"\(?(?:(?:第?.{0,6}種|.{0,4})?(?:優先|普通|種類|劣後)株式?"
    r"|(?:class .{1,3} )?(?:common|ordinary|preferred|preference) (?:shares?|stock)"
    r"|class .{1,3}(?: (?:shares?|stock))?)\)?",
    re.IGNORECASE,
)


def _readings(indicator: Indicator, rows: Rows) -> Iterator[Reading]:
    """The best reading of each row that has the indicator's name."""
    for name, class_, target in rows:
        if not indicator.name.fullmatch(name):
            continue
        overs = _called(indicator.over, class_, rows)
        unders = _called(indicator.under, class_, rows)
        ways = [_instances(target, o, u) for o, u in product(overs, unders)]
        if indicator.averaged:
            ways += [_yearly(target, o, u) for o, u in product(overs, unders)]
        cost = log2(1 + len(ways))
        readings = [_weighed(indicator.title, way, -cost) for way in ways]
        best = max(readings, key=lambda r: r.bits, default=None)
        if best is not None and _is_enough(best):
            yield best


def _called(wanted: re.Pattern[str], class_: str, rows: Rows) -> list[Line]:
    found = [row for name, of, row in rows if of == class_ and wanted.fullmatch(name)]
    return found[:MOST_ROWS]


def _is_enough(reading: Reading) -> bool:
    agree = len(reading.holds)
    return agree > 1 and agree >= AGREE_PER_DIFFERENCE * reading.fails and reading.bits >= ENOUGH


def _instances(target: Line, over: Line, under: Line) -> list[Instance]:
    return [
        Instance(_as_per_cent(fact), over.facts[p], (under.facts[p],))
        for p, fact in target.facts.items()
        if p in over.facts and p in under.facts
    ]


def _yearly(target: Line, over: Line, under: Line) -> list[Instance]:
    """The columns with their own base and that of the column a year before."""
    at: Mapping[int, Fact] = {f.period.last: f for f in under.facts.values() if f.period}
    return [
        Instance(i.target, i.over, (at[own.period.last - 12], own))
        for i in _instances(target, over, under)
        if (own := i.under[0]).period and own.period.last - 12 in at
    ]


def _as_per_cent(fact: Fact) -> Fact:
    return fact if fact.figure.is_percent else in_per_cent(fact)


def _weighed(title: str, instances: Sequence[Instance], bits: float) -> Reading:
    """The reading with its evidence; the same figures over again are the same evidence."""
    holds: list[Instance] = []
    fails = 0
    seen: set[tuple[object, ...]] = set()
    for instance in instances:
        apart = _apart(instance)
        if apart is None or (apart[0] > 0 and _is_split(instance)):
            continue
        if apart[0] > 0:
            fails += 1
            continue
        holds.append(instance)
        values = (instance.target.value, instance.over.value, *(f.value for f in instance.under))
        if values not in seen:
            seen.add(values)
            bits += min(MOST, -log2(apart[1]))
    return Reading(title, tuple(holds), fails, bits)


def _apart(instance: Instance) -> tuple[float, float] | None:
    """(how far the printed ratio is from what its figures give, chance that it is not), in points.

    It must agree however the amounts lost their last digits. None where nothing is told.
    """
    unit, printed = float(instance.target.figure.last_unit), float(instance.target.value)
    distance, widest = -unit, 0.0
    for lost in (ROUNDED, CUT_OFF):
        over, under = _range([instance.over], lost), _range(instance.under, lost)
        if under[0] <= 0 or not instance.over.value:
            return None
        corners = [100 * a / b for a in over for b in under]
        low, high = min(corners) - unit / 2, max(corners) + unit / 2
        distance = max(distance, low - printed, printed - high)
        widest = max(widest, high - low)
    return distance, min(1.0, widest / SPREAD)


def _range(facts: Sequence[Fact], lost: tuple[float, float]) -> tuple[float, float]:
    """What the mean of figures may be that lost so much of their last units, towards zero."""
    ends = [0.0, 0.0]
    for fact in facts:
        value, unit = float(fact.value), float(fact.figure.last_unit)
        low, high = lost if value > 0 else (-lost[1], -lost[0])
        ends[0] += value + low * unit
        ends[1] += value + high * unit
    return ends[0] / len(facts), ends[1] / len(facts)


def _is_split(instance: Instance) -> bool:
    """Whether the ratio is off by a whole factor: shares were split, or units differ."""
    over, under = float(instance.over.value), float(sum(f.value for f in instance.under))
    computed = 100 * over * len(instance.under) / under
    times = [Fraction(k) for k in range(2, MOST_SPLIT + 1)]
    factors = (*times, *(1 / k for k in times))
    half = float(instance.target.figure.last_unit) / 2
    printed = float(instance.target.value)
    return any(abs(computed * float(k) - printed) <= half * (1 + k) for k in factors)


def _relation(title: str, instance: Instance) -> Relation:
    weight = Fraction(1, len(instance.under))
    return Relation(
        Kind.RATIO,
        instance.target,
        (
            Term(instance.over, 1, Role.NUMERATOR),
            *(Term(fact, 1, Role.DENOMINATOR, weight) for fact in instance.under),
        ),
        str(Kind.RATIO),
        title,
        origin=Origin.DISCOVERED,
        confidence=0.9,
    )
