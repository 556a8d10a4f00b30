"""Unrounded: columns whose figures add up to the last digit wherever they add up at all.

Of rounded parts only some sums come out even; where all of them do, the figures are counts, or
were kept whole, and one that is off by a single unit is wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from math import log2, pi

from auditor.datafiles.columns.records import Records
from auditor.datafiles.thresholds import BITS_OF_UNEVEN, BITS_OF_UNROUNDED
from auditor.datafiles.verdicts.audit import CheckedRule, audited
from auditor.datafiles.verdicts.outcomes import Outcome
from auditor.model.dataset import DataRule, DataSet, DeclaredColumn
from auditor.model.figure import Rounding
from auditor.model.relation import Kind

VARIANCE = 1 / 12
"""Of what rounding took from a figure or gave it, in its last units: it lies evenly within one."""


def with_unrounded(
    columns: Sequence[DeclaredColumn], data: DataSet, records: Records
) -> tuple[DeclaredColumn, ...]:
    """The columns, those of whole figures declared as exact: none that also holds quotients."""
    rounded_by_nature = {r.target.column for r in data.rules if r.kind in (Kind.RATIO, Kind.GROWTH)}
    sums = tuple(rule for rule in data.rules if rule.kind is Kind.SUM)
    if not sums:
        return tuple(columns)
    data = replace(data, rules=sums)
    rounded, exact = (audited(data, records, r) for r in (Rounding.NEAREST, Rounding.EXACT))
    bits: dict[str, float] = defaultdict(float)
    for loosely, strictly in zip(rounded.checked, exact.checked, strict=True):
        for name in columns_of(loosely.bound.rule) - rounded_by_nature:
            bits[name] += _bits(loosely, strictly)
    return tuple(
        replace(column, exact=bits[column.name] >= BITS_OF_UNROUNDED) for column in columns
    )


def _bits(loosely: CheckedRule, strictly: CheckedRule) -> float:
    """How unlikely of rounded figures it is that so many sums come out even, and no more."""
    targets = max(1, len(loosely.bound.targets))
    figures = 1 + sum(operand.taken for operand in loosely.bound.operands) / targets
    even = len(strictly.having(Outcome.HOLDS))
    uneven = len(loosely.having(Outcome.HOLDS)) - even
    return even * max(0.0, log2(2 * pi * VARIANCE * figures) / 2) - uneven * BITS_OF_UNEVEN


def columns_of(rule: DataRule) -> set[str]:
    """The columns whose figures a rule relates."""
    return {cells.column for cells in (rule.target, *rule.plus, *rule.minus)}
