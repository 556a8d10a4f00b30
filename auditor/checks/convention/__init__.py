"""Conventions: whether a document's amounts were rounded or cut off, by its words and its sums."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from auditor.checks.convention.footed import doubting_chance
from auditor.checks.convention.residuals import Residual, residual
from auditor.checks.convention.thresholds import (
    BITS_OF_WORDS,
    ENOUGH_BITS,
    FEWEST_FAILING,
    NOT_ROUNDED,
    TABLE_IS_CUT_OFF,
)
from auditor.checks.convention.words import Stated, stated_convention
from auditor.checks.verdict import verdict
from auditor.model.figure import Rounding
from auditor.model.relation import Relation, Severity
from auditor.model.verdict import Status, Verdict

__all__ = ["Stated", "doubting_chance", "fitted_verdicts", "remark", "stated_convention"]

CUT_OFF = "amounts are taken to be cut off after their last digit"
OTHERWISE = "it agrees if the amounts are rounded, and those of this document are cut off"


def fitted_verdicts(
    relations: Sequence[Relation], stated: Rounding | None = None
) -> tuple[tuple[Verdict, ...], Rounding]:
    """The verdicts under the convention that the document states and its own sums obey.

    Nearest, unless truncation satisfies every relation that nearest satisfies and at least two
    more, or what the document says and by how much its totals exceed their parts speak for it.
    Then nothing is wrong that rounding would explain: some part of a document may be rounded.
    """
    nearest = tuple(verdict(r, Rounding.NEAREST) for r in relations)
    failing = _violated(nearest)
    cut = bits(relations) + _bits_of_words(stated) >= ENOUGH_BITS
    if not cut and len(failing) < FEWEST_FAILING:
        return nearest, Rounding.NEAREST
    if not (cut or _explains(Rounding.TRUNCATE, relations, failing)):
        return nearest, Rounding.NEAREST
    truncated = (verdict(r, Rounding.TRUNCATE) for r in relations)
    pairs = zip(truncated, nearest, strict=True)
    short = _short_totals(relations) if stated is Rounding.TRUNCATE else frozenset()
    return tuple(
        _doubted(cut_off)
        if number in short and rounded.status is Status.HOLDS
        else _spared(cut_off, rounded)
        for number, (cut_off, rounded) in enumerate(pairs)
    ), Rounding.TRUNCATE


def _short_totals(relations: Sequence[Relation]) -> frozenset[int]:
    """The sums whose total falls short of its parts, alone in a table that is cut off.

    What is cut off never exceeds the total that is. A table whose other sums do not show that it
    is cut off may be rounded, whatever the document says of most; but rounding, too, leaves few
    totals so far below their parts.
    """
    tables: dict[int, dict[int, Residual]] = {}
    for number, relation in enumerate(relations):
        found = residual(relation) if relation.target.source.table else None
        if found is not None and not found.down:
            tables.setdefault(relation.target.source.table or 0, {})[number] = found
    short = set()
    for sums in tables.values():
        below = [number for number, one in sums.items() if one.excess < 0]
        others = sum(one.bits for number, one in sums.items() if number not in below)
        own = sum(sums[number].bits_against_rounding for number in below)
        if len(below) == 1 and (others >= TABLE_IS_CUT_OFF or own >= NOT_ROUNDED):
            short.update(below)
    return frozenset(short)


def _doubted(verdict: Verdict) -> Verdict:
    """The verdict, as a warning: the relation is sure, the convention of its table is not quite."""
    return replace(verdict, relation=replace(verdict.relation, severity=Severity.WARNING))


def _explains(rounding: Rounding, relations: Sequence[Relation], failing: AbstractSet[int]) -> bool:
    """Whether a convention satisfies enough of the relations that fail, and all others.

    Those that fail are asked first: in most documents they tell, and are few.
    """
    left = sum(verdict(relations[i], rounding).status is Status.VIOLATED for i in failing)
    return len(failing) - left >= FEWEST_FAILING and not any(
        verdict(relation, rounding).status is Status.VIOLATED
        for i, relation in enumerate(relations)
        if i not in failing
    )


def bits(relations: Sequence[Relation]) -> float:
    """How much likelier the sums' residuals are if amounts are cut off than if they are rounded."""
    return sum(found.bits for found in _residuals(relations))


def remark(relations: Sequence[Relation], stated: Stated | None) -> str:
    """How it is known that amounts are cut off."""
    if stated is not None and stated.rounding is Rounding.TRUNCATE:
        return f'{CUT_OFF}, as the document says: "{stated.words}"'
    found = [r.excess for r in _residuals(relations)]
    above, below = sum(e > 0 for e in found), sum(e < 0 for e in found)
    return (
        f"{CUT_OFF}, not rounded, as its totals show: of {len(found)} sums, "
        f"{above} exceed their parts and {below} fall short"
    )


def _residuals(relations: Sequence[Relation]) -> Iterator[Residual]:
    """The residuals of all sums; the same figures over again tell nothing new."""
    seen: set[frozenset[object]] = set()
    for relation in relations:
        found = residual(relation)
        if found is None:
            continue
        figures = frozenset(abs(f.figure.digits) for f in relation.facts)
        if figures not in seen:
            seen.add(figures)
            yield found


def _bits_of_words(stated: Rounding | None) -> float:
    if stated is None:
        return 0.0
    return BITS_OF_WORDS if stated is Rounding.TRUNCATE else -BITS_OF_WORDS


def _spared(truncated: Verdict, nearest: Verdict) -> Verdict:
    if truncated.status is Status.VIOLATED and nearest.status is Status.HOLDS:
        return replace(truncated, status=Status.NOT_CHECKABLE, residual=None, reason=OTHERWISE)
    return truncated


def _violated(verdicts: Sequence[Verdict]) -> set[int]:
    return {i for i, v in enumerate(verdicts) if v.status is Status.VIOLATED}
