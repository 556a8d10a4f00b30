"""Named changes: a column that is called a change, beside the two columns that it compares.

Evidence. The headings say it all: which two columns are compared, and that this one states by how
much they differ, in per cent or as an amount. One row is enough to look. Where another row of the
column comes out, a row that does not is an error if a slip of the pen explains it, and doubtful if
not; where none does, only a slip that chance hardly offers convicts. Rows that come out with the
other sign are a style (a cost that fell is a gain), and so are columns of which most do not come
out. What is restated (constant currency, organic) is not a change of the figures beside it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from auditor.checks.verdict import verdict
from auditor.model.fact import Fact, Measure
from auditor.model.figure import Rounding
from auditor.model.period import Period
from auditor.model.relation import Kind, Relation, Role, Severity, Term
from auditor.model.scene import Scene
from auditor.model.verdict import Status
from auditor.notation.deferred import deferred
from auditor.relations.discovered._quotient_slips import misprint_bits
from auditor.relations.discovered._relations import discovered
from auditor.relations.discovered._thresholds import NAMED_CHANGE_ALONE

ORDER = 21

_KINDS = {
    Measure.GROWTH: Kind.GROWTH,
    Measure.CHANGE: Kind.DIFFERENCE,
    Measure.POINTS: Kind.POINTS,
}
_RESTATED = deferred(
    r"constant|currency|organic|operational|comparable|\bcomp\b|like.for.like|\blfl\b|normali[sz]ed"
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
        target = replace(self.target, sign=-self.target.sign) if turned else self.target
        less = 1 if kind is Kind.GROWTH else -1
        terms = Term(self.later, 1, Role.LATER), Term(self.earlier, less, Role.EARLIER)
        return discovered(kind, target, terms)

    def status(self, *, turned: bool = False) -> Status:
        return verdict(self.relation(turned=turned), Rounding.NEAREST).status

    @property
    def slip(self) -> float:
        """Bits for one mistyped figure explaining that it does not come out."""
        return misprint_bits(_KINDS[self.target.measure], self)


def discover(scene: Scene) -> Iterator[Relation]:
    """The changes of every column that is called one, with those that do not come out."""
    for changes in _by_column(scene):
        yield from _judged(changes)


def _by_column(scene: Scene) -> Iterator[Sequence[Change]]:
    """The changes of each column, where its row prints both the amounts that it compares."""
    amounts: dict[tuple[int, int], list[Fact]] = defaultdict(list)
    stated: dict[tuple[int, int], list[Fact]] = defaultdict(list)
    for fact in scene.facts:
        source = fact.source
        if source.table is None or source.row is None or source.col is None or fact.figure.nil:
            continue
        if fact.measure is Measure.AMOUNT:
            amounts[source.table, source.row].append(fact)
        elif fact.measure in _KINDS and not _RESTATED.search(_words(fact)):
            stated[source.table, source.col].append(fact)
    for facts in stated.values():
        yield [change for fact in facts if (change := _change(fact, amounts))]


def _words(fact: Fact) -> str:
    return f"{fact.source.column_label or ''} {fact.label}"


def _change(fact: Fact, amounts: Mapping[tuple[int, int], Sequence[Fact]]) -> Change | None:
    """The change with what it compares; None unless its row prints each of the two just once."""
    before = fact.against.period if fact.against else None
    if fact.period is None or before is None:
        return None
    row = amounts[fact.source.table or 0, fact.source.row or 0]
    later, earlier = (_only(row, period, fact) for period in (fact.period, before))
    if later is None or earlier is None or earlier.value <= 0 or later.value <= 0:
        return None
    if (_KINDS[fact.measure] is Kind.POINTS) is not later.figure.is_percent:
        return None
    return Change(fact, later, earlier) if _of_one_unit(fact, later, earlier) else None


def _only(row: Iterable[Fact], period: Period, like: Fact) -> Fact | None:
    """The only amount of a row for a period; the nearest where several stand side by side."""
    found = [f for f in row if f.period == period and f.scenario == like.scenario]
    plain = [f for f in found if not _RESTATED.search(f.source.column_label or "")]
    return plain[0] if len(plain) == 1 == len(found) else None


def _of_one_unit(change: Fact, later: Fact, earlier: Fact) -> bool:
    units = {(f.figure.unit, f.figure.scale) for f in (later, earlier)}
    if _KINDS[change.measure] is Kind.DIFFERENCE:
        units.add((change.figure.unit, change.figure.scale))
    return len(units) == 1


def _judged(changes: Sequence[Change]) -> Iterator[Relation]:
    """What comes out, and what does not where the column is understood."""
    right = [c for c in changes if c.status() is Status.HOLDS]
    wrong = [
        c
        for c in changes
        if c.status() is Status.VIOLATED and c.status(turned=True) is Status.VIOLATED
    ]
    yield from (change.relation() for change in right)
    if len(wrong) > max(1, len(right) // 2):
        return
    for change in wrong:
        slip = change.slip
        if (right and slip > 0) or slip >= NAMED_CHANGE_ALONE:
            yield change.relation()
        elif right:
            yield replace(change.relation(), severity=Severity.WARNING)
