"""Ledgers for tests: printed figures, the relations between them, and an oracle of its own.

The oracle is the criss-cross method of linear programming in fractions; it shares no code with
the auditor's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import floor
from typing import NamedTuple

from auditor.checks.verdict import verdict
from auditor.model.document import Source
from auditor.model.fact import Fact
from auditor.model.figure import PERCENT, Figure, Rounding
from auditor.model.places.line import LinePlace
from auditor.model.relation import Kind, Origin, Relation, Role, Term
from auditor.model.verdict import Verdict
from auditor.notation.numerals import cell_figure
from auditor.solve.components import Terms

NEAREST, TRUNCATE = Rounding.NEAREST, Rounding.TRUNCATE
DESCRIBED = Terms(NEAREST, frozenset(), described=True)
UNKNOWN = Terms(NEAREST, frozenset({"general"}), described=False)
ROLES = {
    Kind.GROWTH: (Role.LATER, Role.EARLIER),
    Kind.RATIO: (Role.NUMERATOR, Role.DENOMINATOR),
    Kind.POINTS: (Role.LATER, Role.EARLIER),
}


class Line(NamedTuple):
    """A relation between figures named by letters; a minus takes one away."""

    kind: Kind
    target: str
    inputs: tuple[str, ...]
    origin: Origin = Origin.DECLARED
    confidence: float = 1.0
    rule: str = "own"


def sum_of(target: str, parts: str, **told: object) -> Line:
    """The line "target = parts", such as sum_of("t", "a b -c")."""
    return Line(Kind.SUM, target, tuple(parts.split()), **told)  # type: ignore[arg-type]


class Ledger(NamedTuple):
    """Figures by name, and the lines between them."""

    figures: Mapping[str, str]
    lines: Sequence[Line]

    @property
    def facts(self) -> dict[str, Fact]:
        return {
            name: Fact(n, _figure(text), Source("x.md", LinePlace(n + 1), table=1), name, name)
            for n, (name, text) in enumerate(self.figures.items())
        }

    @property
    def relations(self) -> list[Relation]:
        facts = self.facts
        return [
            Relation(
                line.kind,
                facts[line.target],
                tuple(
                    Term(facts[name.lstrip("-")], -1 if name[0] == "-" else 1, role)
                    for name, role in zip(line.inputs, _roles(line), strict=True)
                ),
                line.rule,
                origin=line.origin,
                confidence=line.confidence,
            )
            for line in self.lines
        ]

    def verdicts(self, rounding: Rounding = NEAREST) -> list[Verdict]:
        return [verdict(relation, rounding) for relation in self.relations]

    def is_consistent(self, rounding: Rounding = NEAREST) -> bool:
        """Whether unrounded values exist that print as the figures and satisfy all lines."""
        names = list(self.figures)
        ends = [closed(self.figures[name], rounding) for name in names]
        rows = [
            [row.get(name, Fraction(0)) for name in names]
            for line in self.lines
            for row in _at_least_zero(line, self.figures, rounding)
        ]
        return satisfiable(rows, ends)


def _figure(text: str) -> Figure:
    found = cell_figure(text)
    assert found is not None, text
    return found


def _roles(line: Line) -> tuple[Role, ...]:
    return ROLES.get(line.kind, (Role.PART,) * len(line.inputs))


def closed(text: str, rounding: Rounding) -> tuple[Fraction, Fraction]:
    """The least and the greatest value that may print as a text."""
    decimals = len(text.strip("%").partition(".")[2])
    unit, value = Fraction(1, 10**decimals), Fraction(text.strip("%").replace(",", ""))
    low, high = value - unit / 2, value + unit / 2
    if rounding is NEAREST:
        return low, high
    cut_low = value - unit if value <= 0 else value
    cut_high = value + unit if value >= 0 else value
    return (min(low, cut_low), max(high, cut_high)) if "%" in text else (cut_low, cut_high)


def _at_least_zero(
    line: Line, figures: Mapping[str, str], rounding: Rounding
) -> Iterator[dict[str, Fraction]]:
    """The line as inequalities between positive bases; each sum is at least zero."""
    if line.kind in (Kind.GROWTH, Kind.RATIO):
        over, under = line.inputs
        for end, sign in zip(closed(figures[line.target], rounding), (1, -1), strict=True):
            quotient = end / 100 + (line.kind is Kind.GROWTH)
            held_up = {under: -sign * quotient}
            yield held_up | {over: held_up.get(over, 0) + Fraction(sign)}
        return
    parts = {name.lstrip("-"): Fraction(-1 if name[0] == "-" else 1) for name in line.inputs}
    times = len(line.inputs) if line.kind is Kind.AVERAGE else 1
    yield parts | {line.target: Fraction(-times)}
    yield {name: -factor for name, factor in parts.items()} | {line.target: Fraction(times)}


def satisfiable(
    rows: Sequence[Sequence[Fraction]], ends: Sequence[tuple[Fraction, Fraction]]
) -> bool:
    """Whether values within the ends make every row's sum at least zero: the least-index method."""
    table = []
    for row in rows:  # row . (low + y) >= 0
        base = sum((f * low for f, (low, _) in zip(row, ends, strict=True)), Fraction(0))
        table.append(([-f for f in row], base))
    for place, (low, high) in enumerate(ends):
        table.append(([Fraction(place == other) for other in range(len(ends))], high - low))
    return _has_vertex(table)


def _has_vertex(table: list[tuple[list[Fraction], Fraction]]) -> bool:
    """Whether some y >= 0 satisfies coefficients . y <= limit in every row (Zionts and Terlaky)."""
    rows = [[*coefficients, limit] for coefficients, limit in table]
    columns = list(range(len(rows[0]) - 1))
    basic = [len(columns) + place for place in range(len(rows))]
    while True:
        negative = [(basic[i], i) for i, row in enumerate(rows) if row[-1] < 0]
        if not negative:
            return True
        _, leaving = min(negative)
        entering = min(
            ((columns[j], j) for j, f in enumerate(rows[leaving][:-1]) if f < 0), default=None
        )
        if entering is None:
            return False
        at = entering[1]
        pivot = rows[leaving][at]
        lead = [f / pivot for f in rows[leaving]]
        lead[at] = 1 / pivot
        for i, row in enumerate(rows):
            if i != leaving and row[at]:
                factor = row[at]
                rows[i] = [f - factor * p for f, p in zip(row, lead, strict=True)]
                rows[i][at] = -factor / pivot
        rows[leaving] = lead
        basic[leaving], columns[at] = columns[at], basic[leaving]


def written(value: Fraction, decimals: int, rounding: Rounding, unit: str = "") -> str:
    """A value as it is printed; percentages are rounded under either convention."""
    scaled = abs(value) * 10**decimals
    cut = rounding is TRUNCATE and unit != PERCENT
    whole = floor(scaled) if cut else floor(scaled + Fraction(1, 2))
    digits = f"{whole:0{decimals + 1}d}"
    text = f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits
    return f"{'-' if value < 0 and whole else ''}{text}{unit}"
