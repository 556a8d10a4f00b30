"""Copied: whether a figure says what another place of the document would have it say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cached_property

from auditor.blame.evidence import Evidence, fitting, with_input
from auditor.blame.mistakable import Mistakable, value_of
from auditor.blame.thresholds import COMPUTED, FEWEST_DIGITS
from auditor.checks.slips import Meant
from auditor.checks.verdict import agrees_to_the_digit
from auditor.findings.wording import decimal
from auditor.findings.wording import place as place_of
from auditor.model.fact import RESULT, Fact
from auditor.model.figure import PERCENT, POINTS
from auditor.model.relation import Kind, Relation, Role, Term

RATIO = "growth is given as a ratio ({printed} for {meant} %)"
IN_POINTS = "the change is given in points, not per cent"
IN_PER_CENT = "the change is given in per cent, not points"
NEIGHBOUR = "it is the figure of the neighbouring {where}, {text}"
TAKEN = "{text}, {what}, {done} instead of {meant}"
DONE = {
    Role.LATER: "was divided",
    Role.NUMERATOR: "was divided",
    Role.EARLIER: "was the divisor",
    Role.DENOMINATOR: "was the divisor",
    Role.PART: "was taken",
}


class Elsewhere:
    """The facts of a document by what they state and where they stand."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self._facts = facts

    @cached_property
    def mistakable(self) -> Mistakable:
        """The facts that may be taken for another."""
        return Mistakable(self._facts)

    @cached_property
    def by_cell(self) -> Mapping[tuple[int | None, int, int], Fact]:
        """The figures of tables by table, row and column."""
        return {
            (f.source.table, f.source.row or 0, f.source.col or 0): f
            for f in self._facts
            if f.in_table and not f.figure.nil
        }


class Copied:
    """The slips that take a figure from elsewhere in the document, told by some evidence."""

    def __init__(self, elsewhere: Elsewhere, evidence: Evidence) -> None:
        self._elsewhere, self.evidence = elsewhere, evidence

    def slip(self, number: int, value: int) -> Meant | None:
        """The slip that took the figure from elsewhere when ``value`` was meant, if one fits."""
        fact = self.evidence.facts[number]
        broken = [self.evidence.relations[p] for p in self.evidence.broken(number)]
        targets = [r for r in broken if r.target.number == number]
        return min(
            (m for found in (
                self._as_ratio(fact, value, targets),
                self._as_points(value, targets),
                self._from_neighbour(fact, value),
                self._from_wrong_input(value, targets),
            ) for m in found),
            key=lambda m: m.ways,
            default=None,
        )  # fmt: skip

    def _as_ratio(self, fact: Fact, value: int, targets: Sequence[Relation]) -> Iterator[Meant]:
        whole = Fraction(100) / fact.figure.last_unit
        if any(r.kind is Kind.GROWTH for r in targets) and fact.figure.digits - value == whole:
            meant = decimal(value * fact.figure.last_unit, max(0, -fact.figure.exponent))
            yield Meant(value, 4, RATIO.format(printed=fact.text, meant=meant))

    def _as_points(self, value: int, targets: Sequence[Relation]) -> Iterator[Meant]:
        for relation in targets:
            roles = {
                Kind.GROWTH: (Kind.POINTS, IN_POINTS), Kind.POINTS: (Kind.GROWTH, IN_PER_CENT),
            }  # fmt: skip
            if relation.kind in roles and all(
                t.fact.figure.unit in (PERCENT, POINTS) for t in relation.inputs
            ):
                kind, said = roles[relation.kind]
                if len(relation.inputs) == 2 and agrees_to_the_digit(_as(relation, kind)):
                    yield Meant(value, 4, said)

    def _from_neighbour(self, fact: Fact, value: int) -> Iterator[Meant]:
        if not fact.in_table or abs(fact.figure.digits) < 10 ** (FEWEST_DIGITS - 1):
            return
        for where, other in self._neighbours(fact):
            if _says_the_same(fact, other) and not self._agree_elsewhere(fact, other):
                named = other.source.column_label if where == "column" else other.source.row_label
                yield Meant(value, 8, NEIGHBOUR.format(where=where, text=named or other.text))

    def _neighbours(self, fact: Fact) -> Iterator[tuple[str, Fact]]:
        """The facts before and after a fact in its row, and those above and below it."""
        table, row, col = fact.source.table, fact.source.row or 0, fact.source.col or 0
        for where, places in (
            ("column", ((row, col - 1), (row, col + 1))),
            ("row", ((row - 1, col), (row + 1, col))),
        ):
            found = (self._elsewhere.by_cell.get((table, *place)) for place in places)
            yield from ((where, other) for other in found if other is not None)

    def _agree_elsewhere(self, fact: Fact, other: Fact) -> bool:
        """Whether other figures of the same two columns, or rows, agree: then nothing was copied.

        What was borrowed at a variable rate is carried at its fair value.
        """
        table, cells = fact.source.table, self._elsewhere.by_cell
        row, col = fact.source.row or 0, fact.source.col or 0
        down, right = (other.source.row or 0) - row, (other.source.col or 0) - col
        return any(
            _says_the_same(one, beside) and abs(one.figure.digits) >= 10 ** (FEWEST_DIGITS - 1)
            for (of, r, c), one in cells.items()
            if of == table and (c == col if right else r == row) and (r, c) != (row, col)
            if (beside := cells.get((table, r + down, c + right))) is not None
        )

    def _from_wrong_input(self, value: int, targets: Sequence[Relation]) -> Iterator[Meant]:
        """A figure of the same concept that, put in place of an input, gives what is printed."""
        for relation in targets:
            if relation.kind not in (Kind.GROWTH, Kind.RATIO, Kind.DIFFERENCE, Kind.POINTS):
                continue
            entered = {value_of(f) for f in relation.facts}
            others = [(t, self._elsewhere.mistakable.for_(t.fact)) for t in relation.inputs]
            tried = sum(found.count(entered) for _, found in others)
            for term, found in others if tried else ():
                for other in found.within(fitting(relation, term), entered):
                    if agrees_to_the_digit(with_input(relation, term, other)):
                        said = _taken(other, term)
                        yield Meant(value, 1 + tried // COMPUTED, said)


def _says_the_same(fact: Fact, other: Fact) -> bool:
    return other.figure.value == fact.figure.value and other.figure.unit == fact.figure.unit


def _as(relation: Relation, kind: Kind) -> Relation:
    """The relation read as one of another kind."""
    roles = (Role.LATER, Role.EARLIER)
    signs = (1, 1) if kind is Kind.GROWTH else (1, -1)
    terms = tuple(
        Term(t.fact, sign, role)
        for t, sign, role in zip(relation.inputs, signs, roles, strict=True)
    )
    return replace(relation, kind=kind, inputs=terms)


def _taken(other: Fact, term: Term) -> str:
    """What went wrong where another figure was taken for an input."""
    return TAKEN.format(
        text=other.text,
        what=_difference_from(other, term.fact),
        done=DONE.get(term.role, "was taken"),
        meant=term.fact.text,
    )


def _difference_from(other: Fact, fact: Fact) -> str:
    """What sets one figure apart from another of the same concept."""
    if other.scenario not in (fact.scenario, RESULT):
        return f"the {other.scenario}"
    if other.scenario != fact.scenario:
        return "the result"
    if other.period and other.period != fact.period:
        return f"the figure of {other.period.label.partition(' (')[0]}"
    if other.segment != fact.segment and other.segment:
        return f"the figure of {other.segment}"
    return place_of(other) or "another figure"
