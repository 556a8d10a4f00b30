"""Quotients: printed percentages and ratios, weighed against pairs of lines of a table.

A line is a row or a column, a position the other dimension. Floating point throughout: this
selects candidates, and the exact check decides.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import log, log2
from typing import NamedTuple

from auditor.model.fact import Fact
from auditor.model.figure import PERCENT
from auditor.model.grid import Band, Grid
from auditor.model.period import Period
from auditor.model.relation import Kind, Origin, Relation, Role, Severity, Term
from auditor.model.scene import Scene

SPREAD = 30.0
"""Percentage points over which growth rates and shares of one table commonly spread."""
POINTS_SPREAD = 10.0
"""Percentage points over which differences of percentages commonly spread."""
DECADES = 6.9
"""Natural logarithm of the factor over which plain ratios spread: three powers of ten."""
MOST = 12.0
"""Bits that one figure may contribute."""
FAILURE = 4.0
"""Bits that a figure which differs takes away."""
FAILURES_ALLOWED = 4
"""Of so many figures one may differ."""
WHOLE = 100
"""Per cent that all shares make together."""
SAMPLE = 8
"""Positions of a line that vote for the pairs that may explain it."""
SHORTLIST = 12
"""Pairs that are weighed in full."""

_TERMS = {
    Kind.GROWTH: (Role.LATER, Role.EARLIER, 1),
    Kind.RATIO: (Role.NUMERATOR, Role.DENOMINATOR, 1),
    Kind.POINTS: (Role.LATER, Role.EARLIER, -1),
}

Number = tuple[float, float]
"""A printed value and half its last unit, in base units."""
Triple = tuple[Fact, Fact, Fact]
"""A target, what it is computed from and what that is taken over."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row or column: its place, its words, its figures by position."""

    index: int
    label: str
    group: str
    facts: Mapping[int, Fact]
    numbers: Mapping[int, Number]
    period: Period | None = None


class Reading(NamedTuple):
    """How a line was computed: the figures that bear it out and those that do not.

    ``over`` and ``under`` are how far the two lines are from the target's, for comparing the
    readings of two targets. ``slips`` are bits for the figures that differ being misprints.
    """

    kind: Kind
    holds: tuple[Triple, ...]
    fails: tuple[Triple, ...]
    bits: float
    over: int = 0
    under: int = 0
    slips: float = 0.0

    def with_bits(self, more: float) -> Reading:
        return self._replace(bits=self.bits + more)


def number_of(fact: Fact) -> Number:
    """The printed value with half its last unit."""
    return float(fact.value), float(fact.figure.last_unit) / 2


def line(
    index: int, label: str, group: str, facts: Mapping[int, Fact], period: Period | None = None
) -> Line:
    """A line of these figures; dashes state nothing."""
    stated = {p: fact for p, fact in facts.items() if not fact.figure.nil}
    return Line(index, label, group, stated, {p: number_of(f) for p, f in stated.items()}, period)


def pairs_for(target: Line, lines: Sequence[Line], *, per: float) -> list[tuple[Line, Line]]:
    """The pairs (over, under) whose quotient prints as the target's at most sampled positions.

    ``per`` is 100 for percentages and 1 for plain ratios. Each position looks the numerator up
    among its sorted values: squared, not cubed, in the number of lines.
    """
    votes: Counter[tuple[int, int]] = Counter()
    for position in _telling(target, per):
        value, half = target.numbers[position]
        ranked = sorted(
            (ln.numbers[position], i)
            for i, ln in enumerate(lines)
            if position in ln.numbers and ln.index != target.index
        )
        values = [number[0] for number, _ in ranked]
        widest = max((number[1] for number, _ in ranked), default=0.0)
        for (below, half_below), under in ranked:
            if abs(below) <= half_below:
                continue
            ends = [
                (value + s * half) / per * (below + t * half_below)
                for s in (-1, 1)
                for t in (-1, 1)
            ]
            at = bisect_left(values, min(ends) - widest)
            while at < len(ranked) and values[at] <= max(ends) + widest:
                over = ranked[at][1]
                if over != under:
                    votes[over, under] += 1
                at += 1
    likely = [pair for pair, count in votes.most_common(SHORTLIST * 8) if count > 1]
    near = sorted(
        likely,
        key=lambda p: (-votes[p], sum(abs(lines[i].index - target.index) for i in p)),
    )
    return [(lines[over], lines[under]) for over, under in near[:SHORTLIST]]


def _telling(target: Line, per: float) -> list[int]:
    """The positions to sample: those whose figure is neither nothing nor the whole."""
    telling = [p for p, (value, _) in target.numbers.items() if value not in (0.0, per)]
    step = max(1, len(telling) // SAMPLE)
    return telling[::step][:SAMPLE]


def triples(target: Line, over: Line, under: Line) -> list[Triple]:
    """The target's figures with those of two lines at the same positions."""
    return [
        (fact, over.facts[p], under.facts[p])
        for p, fact in target.facts.items()
        if p in over.facts and p in under.facts
    ]


Forced = Callable[[Fact, Sequence[Triple]], bool]
"""Whether a share, one of a line of them, may have been made to fit with others."""


def never(_share: Fact, _rows: Sequence[Triple]) -> bool:
    """Quotients that nobody makes add up."""
    return False


def always(_share: Fact, _rows: Sequence[Triple]) -> bool:
    """Shares of which it is not known what they add up with."""
    return True


def made_to_fit(share: Fact, rows: Sequence[Triple]) -> bool:
    """Whether the shares around one add up to 100 %, give or take a last digit each."""
    shares = [target for target, _, _ in rows]
    at = next(i for i, other in enumerate(shares) if other.number == share.number)
    unit = share.figure.last_unit
    for first in range(at, -1, -1):
        total = sum((s.value for s in shares[first:at]), start=Fraction(0))
        for last in range(at, len(shares)):
            total += shares[last].value
            if last > first and abs(total - WHOLE) <= unit * (last - first + 1):
                return True
            if total > 2 * WHOLE:
                break
    return False


def weighed(
    kind: Kind, rows: Iterable[Triple], bits: float, *, forced: Forced = never
) -> Reading | None:
    """The reading with its evidence, None where too many figures differ.

    ``forced`` says of which figures a last digit off says nothing.
    """
    rows = list(rows)
    holds: list[Triple] = []
    fails: list[Triple] = []
    seen: set[Triple] = set()
    limit = max(1, len(rows) // FAILURES_ALLOWED)
    spread = _spread([target for target, _, _ in rows])
    for triple in rows:
        target, over, under = triple
        apart = _apart(kind, triple, spread if holds else DECADES)
        if apart is None:
            continue
        distance, chance = apart
        if distance <= 0:
            holds.append(triple)
            if triple not in seen and over.value != under.value and over.value:
                bits += min(MOST, max(0.0, -log2(chance))) if chance else MOST
            seen.add(triple)
        elif distance > float(target.figure.last_unit) or not forced(target, rows):
            fails.append(triple)
            bits -= FAILURE
            if len(fails) > limit:
                return None
    return Reading(kind, tuple(holds), tuple(fails), bits) if len(holds) > 1 else None


def _spread(targets: Iterable[Fact]) -> float:
    """The natural logarithm of the factor over which printed ratios spread, DECADES at most.

    Ratios that hardly differ bear each other out no more than one of them alone.
    """
    sizes = [abs(float(t.value)) for t in targets if t.value]
    return min(DECADES, log(max(sizes) / min(sizes))) if sizes else 0.0


def _apart(kind: Kind, triple: Triple, spread: float) -> tuple[float, float] | None:
    """(how far the printed figure is from the range computed, chance that it falls inside).

    None when the base is not positive or the figures are no amounts. ``spread`` is that of plain
    ratios; of percentages it is taken to be the same everywhere.
    """
    target, over, under = triple
    if kind is Kind.POINTS:
        return _points_apart(target, over, under)
    (a, half_a), (b, half_b) = number_of(over), number_of(under)
    printed, half = number_of(target)
    per_cent = target.figure.is_percent or kind is Kind.GROWTH
    of_shares = over.figure.is_percent or under.figure.is_percent
    if b <= half_b or (kind is Kind.RATIO and per_cent and of_shares):
        return None
    corners = [(a + s * half_a) / (b + t * half_b) for s in (-1, 1) for t in (-1, 1)]
    per = 100.0 if per_cent else 1.0
    less = 1.0 if kind is Kind.GROWTH else 0.0
    low, high = (min(corners) - less) * per, (max(corners) - less) * per
    slack = 1e-9 * max(1.0, abs(printed))
    distance = max(low - (printed + half), (printed - half) - high) - slack
    if of_shares and distance > 0:  # a change of percentages may be in points
        return None
    width = (high - low) + 2 * half
    return distance, width / max(width, SPREAD if per_cent else spread * abs(printed))


def chance_of(kind: Kind, triple: Triple) -> float:
    """The chance that figures like these agree; 0 where none can."""
    apart = _apart(kind, triple, DECADES)
    return apart[1] if apart else 0.0


def _points_apart(target: Fact, over: Fact, under: Fact) -> tuple[float, float]:
    (a, half_a), (b, half_b), (printed, half) = map(number_of, (over, under, target))
    width = half_a + half_b + half
    distance = abs(a - b - printed) - width - 1e-9 * max(1.0, abs(a))
    return distance, min(1.0, 2 * width / POINTS_SPREAD)


def relation(reading: Reading, triple: Triple) -> Relation:
    """The relation that a reading says holds between three figures."""
    target, over, under = triple
    first, second, sign = _TERMS[reading.kind]
    return Relation(
        reading.kind,
        target,
        (Term(over, 1, first), Term(under, sign, second)),
        str(reading.kind),
        origin=Origin.DISCOVERED,
        severity=Severity.ERROR,
        confidence=0.9,
    )


def in_per_cent(fact: Fact) -> Fact:
    """The fact read as a percentage that shows no sign."""
    return replace(fact, figure=replace(fact.figure, unit=PERCENT, scale=0))


def all_whole(ln: Line) -> bool:
    """Whether a line's figures are printed without decimals, as quotients seldom are."""
    return all(f.figure.exponent >= 0 for f in ln.facts.values())


Facts = dict[int, dict[int, Fact]]


def facts_both_ways(grid: Grid, band: Band, scene: Scene) -> tuple[Facts, Facts]:
    """A band's facts by row and column, and by column and row."""
    by_row: Facts = {r.index: {} for r in band.rows}
    by_column: Facts = {c.index: {} for c in band.columns}
    for row in band.rows:
        for column in band.columns:
            fact = scene.at.get((grid.table.number, row.index, column.index))
            if fact is not None:
                by_row[row.index][column.index] = by_column[column.index][row.index] = fact
    return by_row, by_column
