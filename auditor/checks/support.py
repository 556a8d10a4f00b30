"""Support: whether enough of a general rule's relations hold for one that fails to be an error.

An issuer's own rules mean what they say. A general rule reads a document nobody described, and
where it misreads a table it fails all the way down the column. So its failures count only among
companions that hold: the same rule on the same column of the same table, on the same pair of
tables, or on the prose as a whole, where growth, changes and points are read alike.
What a document does with signs or with last digits as a matter of habit is no error either.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from auditor.checks.slips import slip_cost
from auditor.checks.thresholds import (
    COMPANIONS_PER_FAILURE,
    FEWEST_COMPANIONS,
    HABIT,
    MANY_DIGITS,
    NO_SLIP,
)
from auditor.checks.verdict import nearly_holds
from auditor.model.fact import Fact
from auditor.model.figure import Rounding
from auditor.model.interval import point
from auditor.model.relation import Kind, Origin, Relation, Severity
from auditor.model.verdict import Status, Verdict

ROUNDING_HABIT = "off in the last digit only, as several figures of this document are"
READ_BY_DISCOVERY = (Kind.GROWTH, Kind.RATIO, Kind.DIFFERENCE, Kind.POINTS)
"""In tables discovery tries every pair of columns, where a rule would trust one reading of them."""
SIGN_STYLE = "the only part that is stated is the total with the other sign"
OTHER_READING = "the same figures come out where one of them is taken with the other sign"
ADDED = (Kind.SUM, Kind.DIFFERENCE)
UNSUPPORTED = "too few figures here are related in this way to be sure that these belong together"


def supported(verdicts: Sequence[Verdict], general: frozenset[str]) -> tuple[Verdict, ...]:
    """The verdicts, failures of the ``general`` rules without support marked not checkable."""
    outcomes = Counter((_companions(v.relation), v.status) for v in verdicts)
    read = Counter((_rows_read(v.relation), v.status) for v in verdicts if _ties_rows(v.relation))

    def judged(verdict: Verdict) -> Verdict:
        relation = verdict.relation
        if verdict.status is Status.HOLDS:
            tells = relation.rule not in general or _is_supported(relation, outcomes, failing=False)
            return verdict if tells else replace(verdict, relation=replace(relation, tells=False))
        if verdict.status is not Status.VIOLATED:
            return verdict
        if _turns_its_only_part(relation):
            return _set_aside(verdict, SIGN_STYLE)
        stands = relation.rule not in general or _is_supported(relation, outcomes, failing=True)
        if stands or not _slips_beside_its_like(relation, read):
            return verdict if stands else _set_aside(verdict, UNSUPPORTED)
        return replace(verdict, relation=replace(relation, severity=Severity.WARNING))

    kept = _without_chance([judged(verdict) for verdict in verdicts], general)
    return _without_other_readings(kept)


def _is_supported(
    relation: Relation, outcomes: Mapping[tuple[object, Status], int], *, failing: bool
) -> bool:
    """Whether enough companions hold for the relation's failure to stand.

    ``failing`` is whether it does fail; if not, it is one of those that hold and would not.
    """
    if relation.target.in_table and relation.kind in READ_BY_DISCOVERY:
        return False
    companions = _companions(relation)
    failures = outcomes[companions, Status.VIOLATED] + (not failing)
    holding = outcomes[companions, Status.HOLDS] - (not failing)
    return holding >= max(FEWEST_COMPANIONS, COMPANIONS_PER_FAILURE * failures)


def _ties_rows(relation: Relation) -> bool:
    return relation.kind is Kind.TIE and all(fact.in_table for fact in relation.facts)


def _slips_beside_its_like(relation: Relation, read: Mapping[tuple[object, Status], int]) -> bool:
    """Whether two figures of rows that agree elsewhere differ by a plain slip of the pen.

    A table of two columns has no more companions to hold than one.
    """
    rows = _rows_read(relation)
    if not _ties_rows(relation) or not read[rows, Status.VIOLATED] <= read[rows, Status.HOLDS]:
        return False
    one, *others = relation.facts
    return len(others) == 1 and _is_slip_of(one, others[0]) and _is_slip_of(others[0], one)


def _is_slip_of(one: Fact, other: Fact) -> bool:
    """Whether a figure is another's with a slip, of so many digits that this is no chance."""
    if abs(one.figure.digits) < MANY_DIGITS or one.figure.nil or other.figure.nil:
        return False
    meant = other.value if one.sign > 0 else -other.value
    return slip_cost(one.figure, point(meant)) < NO_SLIP


def _without_other_readings(verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """The verdicts, discovered sums that fail set aside where another reading of them holds.

    The same figures, one of them taken with the other sign: what comes out is what was meant.
    """
    read = {
        _figures(v.relation)
        for v in verdicts
        if v.status is Status.HOLDS and v.relation.kind in ADDED
    }
    return tuple(
        _set_aside(v, OTHER_READING)
        if v.status is Status.VIOLATED
        and v.relation.origin is Origin.DISCOVERED
        and v.relation.kind in ADDED
        and _figures(v.relation) in read
        else v
        for v in verdicts
    )


def _figures(relation: Relation) -> frozenset[int]:
    return frozenset(fact.number for fact in relation.facts if not fact.figure.nil)


def _without_chance(verdicts: Sequence[Verdict], general: frozenset[str]) -> tuple[Verdict, ...]:
    """The verdicts, those set aside too where a general rule holds in some columns by chance.

    Where its failure is no error, for nobody knows that it means these rows of a table, and it
    fails in as many columns as it holds in, then it confirms nothing where it holds.
    """
    balance: Counter[object] = Counter()
    failing = set()
    for v in verdicts:
        if v.relation.rule in general and v.relation.target.in_table:
            rows = _rows_read(v.relation)
            balance[rows] += (v.status is Status.HOLDS) - (v.reason == UNSUPPORTED)
            if v.reason == UNSUPPORTED:
                failing.add(rows)
    chance = {rows for rows in failing if balance[rows] <= 0}
    return tuple(
        _set_aside(v, UNSUPPORTED)
        if v.status is Status.HOLDS and _rows_read(v.relation) in chance
        else v
        for v in verdicts
    )


def _rows_read(relation: Relation) -> object:
    """A rule, and the rows of tables that it reads."""
    return relation.rule, frozenset((f.source.table, f.source.row) for f in relation.facts)


def _turns_its_only_part(relation: Relation) -> bool:
    """Whether a discovered sum has one part that is not nothing, as large as its total."""
    if relation.kind is not Kind.SUM or relation.origin is not Origin.DISCOVERED:
        return False
    stated = [abs(term.fact.value) for term in relation.inputs if term.fact.value]
    return stated == [abs(relation.target.value)]


def loosely_rounded(verdicts: Sequence[Verdict], rounding: Rounding) -> tuple[Verdict, ...]:
    """The verdicts, last-digit failures of discovered relations set aside where they are a habit.

    One figure off in its last digit is a misprint. A document with several adds up figures that
    were rounded before, and its last digits mean nothing; but points are taken of percentages as
    printed. The same figures related twice count once.
    """
    near = {
        i: (v.relation.kind is Kind.POINTS, frozenset(f.number for f in v.relation.facts))
        for i, v in enumerate(verdicts)
        if v.status is Status.VIOLATED
        and v.relation.origin is Origin.DISCOVERED
        and nearly_holds(v.relation, rounding)
    }
    often = Counter(of_points for of_points, _ in set(near.values()))
    return tuple(
        _set_aside(v, ROUNDING_HABIT) if i in near and often[near[i][0]] >= HABIT else v
        for i, v in enumerate(verdicts)
    )


def _set_aside(verdict: Verdict, reason: str) -> Verdict:
    return replace(verdict, status=Status.NOT_CHECKABLE, residual=None, reason=reason)


def _companions(relation: Relation) -> object:
    """What the relations share that are judged together."""
    target = relation.target
    if relation.kind is Kind.TIE:
        return relation.rule, frozenset(f.source.table or 0 for f in relation.facts)
    if target.in_table:
        return relation.rule, target.source.table, target.source.col
    return (relation.kind in READ_BY_DISCOVERY or relation.rule), "prose", target.certain
