"""Statements: what a sentence says of one row of a table, its figures and its change together.

Evidence. "Revenue rose by 12.5 % to 1,240.5 (prior year: 1,102.7)" says three things of a row:
what it is, what it was, and by how much it changed. Where the words name the row and one of them
agrees with it, the others mean the row too, and one that differs is an error. The amounts of the
sentence bear each other out as well. A sentence that says one thing only, which differs, convicts
where three others of the document agree. What restates a change (organic, constant currency)
convicts nobody, and neither do more failures than a third of what holds.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from auditor.checks.verdict import verdict
from auditor.model.fact import Fact, Measure
from auditor.model.figure import Rounding
from auditor.model.period import Period
from auditor.model.relation import Kind, Relation, Role, Term
from auditor.model.scene import Scene
from auditor.model.verdict import Status
from auditor.notation.deferred import deferred
from auditor.notation.prose_languages import LANGUAGES
from auditor.notation.prose_languages.language import whole
from auditor.relations.discovered._claim_wording import RESTATED
from auditor.relations.discovered._relations import discovered, tie
from auditor.relations.discovered._series import (
    ColumnKey,
    Printed,
    Series,
    bits,
    key_of,
    near,
    printed,
    same_unit,
    series_in,
)
from auditor.relations.discovered._stated_amounts import of_another_span
from auditor.relations.discovered._stated_evidence import rows_of
from auditor.relations.discovered._thresholds import (
    AGREE_PER_FAILURE,
    CLAIMS_ALONE,
    REPEAT_ENOUGH,
)
from auditor.relations.discovered._worded import read_by_words

ORDER = 36
_KINDS = {Measure.GROWTH: Kind.GROWTH, Measure.CHANGE: Kind.DIFFERENCE, Measure.POINTS: Kind.POINTS}
Rows = Mapping[str, Sequence[Series]]
"""The rows of each concept, in reading order."""


_END = deferred(r"(?<=[.!?])(?<!Mio\.)(?<!Mrd\.)(?<!Tsd\.)\s+(?=[A-ZÀ-Þ(])|(?<=。)")


class Statement(NamedTuple):
    """What a sentence states of one concept: a later and an earlier amount, and changes."""

    later: Fact | None
    earlier: Fact | None
    changes: tuple[Fact, ...]

    @property
    def period(self) -> Period | None:
        return (self.later or self.changes[0]).period

    @property
    def facts(self) -> tuple[Fact, ...]:
        return tuple(f for f in (self.later, self.earlier, *self.changes) if f)

    @property
    def concept(self) -> str:
        return self.facts[0].concept

    @property
    def base(self) -> Period | None:
        """What it compares with: what it says, else the year before."""
        if self.earlier is not None:
            return self.earlier.period
        said = next((c.against.period for c in self.changes if c.against), None)
        return said or (self.period and self.period.year_before)


class Judged(NamedTuple):
    """What a statement implies, and whether its figures bear it out."""

    holds: tuple[Relation, ...]
    fails: tuple[Relation, ...]
    lone: tuple[Relation, ...]


def discover(scene: Scene) -> Iterator[Relation]:
    """The statements that hold, and those that do not where enough speaks for their meaning."""
    stated = list(_statements(read_by_words(scene)))
    if not stated:
        return
    rows: dict[str, list[Series]] = defaultdict(list)
    for row in series_in(scene):
        rows[row.concept].append(row)
    judged = [_judged(each, rows) for each in stated]
    holds = [r for each in judged for r in each.holds]
    yield from holds
    for fails, enough in (([j.fails for j in judged], CLAIMS_ALONE), ([j.lone for j in judged], 0)):
        wrong = [each for each in fails if each]
        if len(wrong) <= enough or len(holds) >= AGREE_PER_FAILURE * len(wrong):
            yield from (relation for each in wrong for relation in each)


def _statements(facts: Iterable[Fact]) -> Iterator[Statement]:
    """What each sentence states of each concept, where its amounts are told apart by their time."""
    found: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        found[fact.block, fact.headings, fact.concept].append(fact)
    for group in found.values():
        changes = tuple(f for f in group if f.measure is not Measure.AMOUNT)
        amounts = sorted((f for f in group if f.measure is Measure.AMOUNT), key=_time)
        if len({f.period for f in amounts}) < len(amounts) or len(amounts) > 2:
            continue
        if len(amounts) == 2:
            yield Statement(amounts[1], amounts[0], changes)
            continue
        lone = amounts[0] if amounts else None
        is_base = lone is not None and any(_time(each) > _time(lone) for each in changes)
        yield Statement(None, lone, changes) if is_base else Statement(lone, None, changes)


def _time(fact: Fact) -> int:
    return fact.period.last if fact.period else 0


def _judged(stated: Statement, rows: Rows) -> Judged:
    """What the statement's own figures, and the row that it speaks of, make of it."""
    within = list(_within(stated))
    ties, moved = _of_rows(stated, rows)
    borne = rows_of(f for r in (*ties, *moved) if _holds(r) for f in r.facts if f.in_table)
    if borne:  # of several rows of a name, the one that bears out some figure is meant
        ties, moved = _of_rows(stated, _those(rows, stated.concept, borne))
    own = [(r, _holds(r)) for r in within]
    of_row = [(r, _holds(r)) for r in (*ties, *moved)]
    holds = tuple(r for r, held in (*own, *of_row) if held)
    if any(_is_restated(f) for f in stated.changes):
        return Judged(holds, (), ())
    broken = [r for r, held in own if not held]
    if any(held for _, held in of_row):
        spared = set(map(id, moved)) if any(held for _, held in own) else set()
        broken += [r for r, held in of_row if not held and id(r) not in spared]
        return Judged(holds, tuple(broken), ())
    doubtful = own or holds or any(f.loosely for f in stated.facts)
    return Judged(holds, tuple(broken), () if doubtful else tuple(r for r, _ in of_row))


def _of_rows(stated: Statement, rows: Rows) -> tuple[list[Relation], list[Relation]]:
    """The amounts as a row prints them, and the changes as it has them."""
    ties = [t for f in (stated.later, stated.earlier) if f and (t := _tie(f, rows))]
    return ties, [r for change in stated.changes for r in _of_row(stated, change, rows)]


def _those(rows: Rows, concept: str, places: Collection[tuple[int, int]]) -> Rows:
    """The rows of a concept at some places, by table and row."""
    return {concept: [r for r in rows.get(concept, ()) if (r.table, r.row) in places]}


def _holds(relation: Relation) -> bool:
    return verdict(relation, Rounding.NEAREST).status is Status.HOLDS


def _within(stated: Statement) -> Iterator[Relation]:
    """The changes of the amounts that stand in the same sentence."""
    if stated.later is None or stated.earlier is None:
        return
    if not same_unit(printed(stated.later), printed(stated.earlier)):
        return
    for change in stated.changes:
        if _base_of(stated, change) == stated.earlier.period:
            yield from _change(change, stated.later, stated.earlier)


def _base_of(stated: Statement, change: Fact) -> Period | None:
    """What a change is from: its own where the sentence compares with several times."""
    named = {c.against.period for c in stated.changes if c.against and c.against.period}
    own = change.against.period if change.against else None
    return own if own is not None and len(named) > 1 else stated.base


def _change(change: Fact, later: Fact, earlier: Fact) -> Iterator[Relation]:
    """The change with the amounts it leads from and to, where they are of one kind."""
    kind = _KINDS.get(change.measure)
    per_cent = later.figure.is_percent
    if (
        kind is None
        or (kind is Kind.POINTS) is not per_cent
        or (per_cent and change.figure.is_percent)
    ):
        return
    if kind is Kind.DIFFERENCE and not same_unit(printed(change), printed(later)):
        return
    less = 1 if kind is Kind.GROWTH else -1
    relation = discovered(
        kind, change, (Term(later, 1, Role.LATER), Term(earlier, less, Role.EARLIER))
    )
    if verdict(relation, Rounding.NEAREST).status is not Status.NOT_CHECKABLE:
        yield relation


def _tie(fact: Fact, rows: Rows) -> Relation | None:
    """The amount with the figure of the one row that it repeats, or seems to."""
    mine = printed(fact)
    found = [p for p in _cells(fact, fact.period, rows) if same_unit(mine, p)]
    alike = [p for p in found if _holds(_tied(p, fact))]
    if alike:
        return _tied(alike[0], fact) if bits(mine, alike[:1]) >= REPEAT_ENOUGH else None
    if len(found) != 1 or of_another_span(fact, near(rows.get(fact.concept, ()), fact.block)):
        return None
    return _tied(found[0], fact)


def _tied(cell: Printed, fact: Fact) -> Relation:
    """The tie of an amount to a cell: costs that a table prints in brackets are said without."""
    turned = cell.value < 0 < fact.value
    return tie(cell.fact, fact._replace(sign=-fact.sign) if turned else fact)


def _cells(fact: Fact, period: Period | None, rows: Rows) -> Iterator[Printed]:
    """What tables nearby print of the fact's concept for a period."""
    if period is None:
        return
    key: ColumnKey = key_of(period, fact)
    for row in near(rows.get(fact.concept, ()), fact.block):
        if key in row.at and row.per_cent == fact.figure.is_percent:
            yield row.at[key]


def _of_row(stated: Statement, change: Fact, rows: Rows) -> Iterator[Relation]:
    """The change as that of the one row that prints both its times, or of one that bears it out."""
    base = _base_of(stated, change)
    if stated.period is None or base is None:
        return
    after, before = key_of(stated.period, change), key_of(base, change)
    per_cent = change.measure is Measure.POINTS
    found = [
        relation
        for row in near(rows.get(change.concept, ()), change.block)
        if row.per_cent == per_cent and after in row.at and before in row.at
        for relation in _change(change, *_unturned(row.at[after], row.at[before]))
    ]
    holding = [r for r in found if _holds(r)]
    own = near(rows.get(change.concept, ()), change.block)
    if not holding and stated.later and of_another_span(stated.later, own):
        return  # nor is its change that of this span
    if holding or len(found) == 1:
        yield (holding or found)[0]


def _unturned(later: Printed, earlier: Printed) -> tuple[Fact, Fact]:
    """Two amounts of a row as they are spoken of: of costs in brackets, how large they are."""
    if later.value >= 0 or earlier.value >= 0:
        return later.fact, earlier.fact
    after, before = (p.fact._replace(sign=-p.fact.sign) for p in (later, earlier))
    return after, before


def _is_restated(change: Fact) -> bool:
    """Whether the sentence says that its change is not that of the figures as they are printed."""
    text, at = change.headings[-1], change.figure.start
    start = max((m.end() for m in _END.finditer(text, 0, at)), default=0)
    end = _END.search(text, at)
    sentence = text[start : end.start() if end else len(text)]
    return RESTATED.search(sentence) is not None or _restated().search(sentence) is not None


@cache
def _restated() -> re.Pattern[str]:
    every = "|".join(whole(each, (*each.restated, *each.expects)) for each in LANGUAGES)
    return re.compile(every, re.IGNORECASE)
