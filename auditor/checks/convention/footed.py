"""Footed tables: sums that rounding allows and chance does not, beside others that come out.

Rounding may leave a sum of eight parts off by four units, but hardly once in 100,000 sums; and a
table whose other sums all come out to the digit was hardly rounded part by part. So where every sum
of a table that is off lacks the same units of one and the same figure, those sums are doubted
together: how rarely each would be off by so much multiplies. Some publishers round loosely, so that
one sum alone must be off by more than two units.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from math import gcd
from typing import NamedTuple

from auditor.checks.convention.residuals import Residual, residual
from auditor.checks.convention.thresholds import (
    FEWEST_FOOTED,
    HARDLY_ROUNDED,
    LOOSELY_ROUNDED,
)
from auditor.checks.verdict import verdict
from auditor.model.figure import Rounding
from auditor.model.relation import Relation, Severity
from auditor.model.verdict import Status, Verdict


class Footed(NamedTuple):
    """A sum of a table that holds, by its place among the verdicts."""

    place: int
    relation: Relation
    residual: Residual


def doubting_chance(verdicts: Sequence[Verdict], rounding: Rounding) -> tuple[Verdict, ...]:
    """The verdicts, warnings where rounding would hardly leave a table's sums off by so much."""
    if rounding is not Rounding.NEAREST:
        return tuple(verdicts)
    doubted = {
        one.place: replace(one.relation, rounding=Rounding.EXACT, severity=Severity.WARNING)
        for sums in _by_table(verdicts).values()
        for one in _hardly_rounded(sums)
    }
    return tuple(
        verdict(doubted[place], rounding) if place in doubted else one
        for place, one in enumerate(verdicts)
    )


def _by_table(verdicts: Iterable[Verdict]) -> Mapping[int, Sequence[Footed]]:
    """The sums that hold and would tell, by table, each once."""
    tables: dict[int, dict[object, Footed]] = defaultdict(dict)
    for place, one in enumerate(verdicts):
        table = one.relation.target.source.table
        if one.status is not Status.HOLDS or table is None or not one.relation.tells:
            continue
        found = residual(one.relation)
        if found is not None:
            figures = frozenset(fact.number for fact in one.relation.facts)
            tables[table].setdefault(figures, Footed(place, one.relation, found))
    return {table: list(sums.values()) for table, sums in tables.items()}


def _hardly_rounded(sums: Sequence[Footed]) -> Iterator[Footed]:
    """The sums that are off, where they ask one figure to be another and chance hardly would."""
    off = [one for one in sums if one.residual.excess]
    if not off or len(sums) - len(off) < FEWEST_FOOTED:
        return
    if len(off) == 1 and abs(off[0].residual.excess) < LOOSELY_ROUNDED:
        return
    if any(_is_in_steps(one.relation) or _has_one_too_many(one.relation) for one in off):
        return
    shared = frozenset.intersection(*(frozenset(_asked(one.relation).items()) for one in off))
    if shared and sum(one.residual.bits_of_rounding for one in off) >= HARDLY_ROUNDED:
        yield from off


def _is_in_steps(relation: Relation) -> bool:
    """Whether all its figures are multiples of one number: they were rounded to it, not to ones."""
    return gcd(*(fact.figure.digits for fact in relation.facts)) > 1


def _has_one_too_many(relation: Relation) -> bool:
    """Whether it comes out without one of its parts: that may be the mark of a note."""
    gap = _gap(relation)
    return any(gap == -t.fact.value * t.factor for t in relation.inputs)


def _gap(relation: Relation) -> Fraction:
    made = sum((t.fact.value * t.factor for t in relation.inputs), start=Fraction(0))
    return relation.target.value - made


def _asked(relation: Relation) -> Mapping[int, Fraction]:
    """By how much each figure of a sum is too large, for the others to make it."""
    gap = _gap(relation)
    asked = {t.fact.number: -gap * t.factor * t.fact.sign for t in relation.inputs}
    return {**asked, relation.target.number: gap * relation.target.sign}
