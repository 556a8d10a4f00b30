"""Named changes: a column that is called a change, beside the two columns that it compares.

Evidence. The headings say it all: which two columns are compared, and that this one states by how
much they differ, in per cent or as an amount. One row is enough to look. Where another row of the
column comes out, a row that does not is an error if a slip of the pen explains it, and doubtful if
not; where none does, only a slip that chance hardly offers convicts. Rows that come out with the
other sign are a style (a cost that fell is a gain), and so are columns of which most do not come
out. What is restated (constant currency, organic) is not a change of the figures beside it. Of two
columns that state changes of the same figures one at most does; and where an amount and a
percentage of change contradict the same columns in different rows, both may be of others.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from auditor.checks.verdict import holds_as_printed, verdict
from auditor.model.fact import Fact, Measure
from auditor.model.figure import REMEMBERED, Rounding
from auditor.model.period import Period
from auditor.model.relation import Kind, Relation, Role, Severity, Term
from auditor.model.scene import Scene
from auditor.model.verdict import Status
from auditor.notation.deferred import deferred
from auditor.relations.discovered._named_judging import is_nearly_right
from auditor.relations.discovered._named_thresholds import NAMED_CHANGE_ALONE
from auditor.relations.discovered._quotient_slips import misprint_bits
from auditor.relations.discovered._relations import discovered

ORDER = 21

_KINDS = {
    Measure.GROWTH: Kind.GROWTH,
    Measure.CHANGE: Kind.DIFFERENCE,
    Measure.POINTS: Kind.POINTS,
}
_RESTATED = deferred(
    r"constant|currency|organic|operational|\boper\b|comparable|\bcomp\b|like.for.like|\blfl\b|normali[sz]ed"
    r"|adjusted|\bexcl|underlying|pro.?forma|\blocal\b|\bc\.?c\.?\b|same.store|cagr|compound"
    r"|annuali[sz]ed|average|avg|為替|実質",
    re.IGNORECASE,
)


class Change(NamedTuple):
    """A printed change with the two amounts of its row that it compares."""

    target: Fact
    later: Fact
    earlier: Fact

    def relation(self, *, turned: bool = False) -> Relation:
        kind = _KINDS[self.target.measure]
        target = self.target._replace(sign=-self.target.sign) if turned else self.target
        less = 1 if kind is Kind.GROWTH else -1
        terms = Term(self.later, 1, Role.LATER), Term(self.earlier, less, Role.EARLIER)
        return discovered(kind, target, terms)

    def status(self, *, turned: bool = False) -> Status:
        return verdict(self.relation(turned=turned), Rounding.NEAREST).status

    @property
    def comes_out(self) -> Status:
        """The same with its own sign; mostly it agrees to the digit, which is sooner asked."""
        relation = self.relation()
        if holds_as_printed(relation):
            return Status.HOLDS
        return verdict(relation, Rounding.NEAREST).status

    @property
    def pair(self) -> tuple[int, int]:
        """The two amounts that it compares."""
        return self.later.number, self.earlier.number

    @property
    def slip(self) -> float:
        """Bits for one mistyped figure explaining that it does not come out."""
        return misprint_bits(_KINDS[self.target.measure], self)


class Column(NamedTuple):
    """A column's changes that come out, and those that do not with either sign."""

    right: tuple[Change, ...]
    wrong: tuple[Change, ...]

    @property
    def compared(self) -> frozenset[tuple[Kind, int, int]]:
        """Which figures it compares, and how."""
        return frozenset((_KINDS[c.target.measure], *c.pair) for c in (*self.right, *self.wrong))


def discover(scene: Scene) -> Iterator[Relation]:
    """The changes of every column that is called one, with those that do not come out."""
    for columns in _by_table(scene):
        for column in columns:
            if not _has_rival(column, columns):
                yield from _judged(column, in_doubt=_is_doubted(column, columns))


def _by_table(scene: Scene) -> Iterator[Sequence[Column]]:
    """The columns of changes of each table, where a row prints both the amounts it compares."""
    amounts: dict[tuple[int, int], list[Fact]] = defaultdict(list)
    stated: dict[int, dict[int, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact in scene.facts:
        source = fact.source
        if source.table is None or source.row is None or source.col is None:
            continue
        if fact.measure is Measure.AMOUNT:
            amounts[source.table, source.row].append(fact)
        elif fact.measure in _KINDS and not fact.figure.nil and not _is_restated(_words(fact)):
            stated[source.table][source.col].append(fact)
    for columns in stated.values():
        found = [[_change(fact, amounts) for fact in facts] for facts in columns.values()]
        yield [_column([c for c in changes if c]) for changes in found if any(changes)]


def _column(changes: Sequence[Change]) -> Column:
    states = [(change, change.comes_out) for change in changes]
    right = tuple(c for c, status in states if status is Status.HOLDS)
    failing = [c for c, status in states if status is Status.VIOLATED]
    return Column(right, tuple(c for c in failing if c.status(turned=True) is Status.VIOLATED))


def _has_rival(column: Column, columns: Sequence[Column]) -> bool:
    """Whether another column of the table states the same changes, and is as often right."""
    return any(
        other is not column
        and other.compared & column.compared
        and len(other.right) >= len(column.right)
        for other in columns
    )


def _is_doubted(column: Column, columns: Sequence[Column]) -> bool:
    """Whether it and another column of changes each differ where the other one comes out."""
    right, wrong = ({c.pair for c in changes} for changes in column)
    return any(
        any(c.pair in right for c in other.wrong) and any(c.pair in wrong for c in other.right)
        for other in columns
    )


@lru_cache(REMEMBERED)
def _is_restated(words: str) -> bool:
    """Whether a heading or label speaks of figures other than those beside it."""
    return _RESTATED.search(words) is not None


def _words(fact: Fact) -> str:
    return f"{fact.source.column_label or ''} {fact.label}"


def _change(fact: Fact, amounts: Mapping[tuple[int, int], Sequence[Fact]]) -> Change | None:
    """The change with what it compares; None unless its row prints each of the two just once."""
    before = fact.against.period if fact.against else None
    if fact.period is None or before is None:
        return None
    row = amounts[fact.source.table or 0, fact.source.row or 0]
    in_order = sorted((fact.period, before), key=lambda period: -period.last)  # columns need not be
    later, earlier = (_only(row, period, fact) for period in in_order)
    if later is None or earlier is None:
        return None
    if _KINDS[fact.measure] is Kind.GROWTH and max(earlier.value, later.value) < 0:
        later, earlier = (f._replace(sign=-f.sign) for f in (later, earlier))  # a cost as it grows
    if earlier.value <= 0 or later.value <= 0:
        return None
    if (_KINDS[fact.measure] is Kind.POINTS) is not later.figure.is_percent:
        return None
    return Change(fact, later, earlier) if _of_one_unit(fact, later, earlier) else None


def _only(row: Iterable[Fact], period: Period, like: Fact) -> Fact | None:
    """The only amount of a row for a period, be it a dash; None where there are several."""
    found = [f for f in row if f.period == period and f.scenario == like.scenario]
    restated = any(_is_restated(f.source.column_label or "") for f in found)
    return found[0] if len(found) == 1 and not restated else None


def _of_one_unit(change: Fact, later: Fact, earlier: Fact) -> bool:
    units = {(f.figure.unit, f.figure.scale) for f in (later, earlier)}
    if _KINDS[change.measure] is Kind.DIFFERENCE:
        units.add((change.figure.unit, change.figure.scale))
    return len(units) == 1


def _judged(column: Column, *, in_doubt: bool) -> Iterator[Relation]:
    """What comes out, and what does not where the column is understood."""
    is_understood = not in_doubt and len(column.wrong) <= max(1, len(column.right) // 2)
    untold = sum(is_nearly_right(change.relation()) for change in column.wrong)
    others = len(column.right) + len(column.wrong) - untold - 1
    tells = is_understood and others > 0 and untold < max(1, others // 2)
    for change in column.right:
        yield change.relation() if tells else replace(change.relation(), tells=False)
    if not is_understood:
        return
    for change in column.wrong:
        slip = change.slip
        if (column.right and slip > 0) or slip >= NAMED_CHANGE_ALONE:
            yield change.relation()
        elif column.right:
            yield replace(change.relation(), severity=Severity.WARNING)
