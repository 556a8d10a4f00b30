"""Spoilt totals: what a total should be where all its columns are wrong, and what bears that out.

With two columns, two slips leave none in which the parts make up the total. But what the parts
come to is then one slip away from what is printed, over again, and another line says it too: the
same total on the other side of a balance sheet, or a further total that it is a part of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from math import log2
from typing import NamedTuple

from auditor.relations.discovered._evidence import stated
from auditor.relations.discovered._failures import failure_bits, may_be_style
from auditor.relations.discovered._matrix import Matrix
from auditor.relations.discovered._sum_slips import slip_bits
from auditor.relations.discovered._thresholds import (
    ADDED_COST,
    ERROR_IS_RARE,
    FEWEST_SPOILT,
    MOST_PER_POSITION,
)
from auditor.relations.discovered._totals import word_bits
from auditor.relations.discovered._trials import SumHypothesis, Trial

FEWEST_PARTS = 2
"""Parts that must state something in each column: one alone is no sum."""


class SpoiltTotal(NamedTuple):
    """A sum that fails by slips in its total, and what the total should be by position."""

    hypothesis: SumHypothesis
    values: Mapping[int, int]

    def borne_out_by(self, bits: float) -> SumHypothesis:
        """The sum with the bits of what bears it out; further failures are as rare as errors."""
        rare = ERROR_IS_RARE * (len(self.values) - 1)
        return self.hypothesis._replace(slips=self.hypothesis.slips + bits - rare)


def spoilt_totals(trial: Trial) -> Iterator[SpoiltTotal]:
    """The run added up, where slips in the total explain every column that fails."""
    parts = tuple((i, 1) for i in sorted(trial.run))
    holds = tuple(p for p, gap in trial.gaps.items() if abs(gap) <= trial.halves[p])
    fails = {p: gap for p, gap in trial.gaps.items() if p not in holds}
    entries = trial.line.entries
    if len(fails) < FEWEST_SPOILT or may_be_style(trial, parts, fails):
        return
    if any(stated(trial, parts, p) < FEWEST_PARTS for p in fails):
        return
    if any(slip_bits(entries[p], -gap, trial.halves[p]) is None for p, gap in fails.items()):
        return
    slips = [failure_bits(trial, parts, holds, p, gap) for p, gap in fails.items()]
    bits = word_bits(trial, parts) - ADDED_COST - log2(len(parts))
    if min(slips) >= 0 and bits >= 0:
        values = {p: entries[p].value + gap for p, gap in fails.items()}
        yield SpoiltTotal(
            SumHypothesis(trial.total, parts, holds, tuple(fails), bits, sum(slips)), values
        )


def with_total_right(matrix: Matrix, spoilt: SpoiltTotal) -> Matrix:
    """The matrix with the total set right."""
    at = spoilt.hypothesis.total
    line = matrix.lines[at]
    right = {p: line.entries[p]._replace(value=v) for p, v in spoilt.values.items()}
    entries = {**line.entries, **right}
    lines = (*matrix.lines[:at], replace(line, entries=entries), *matrix.lines[at + 1 :])
    return matrix._replace(lines=lines)


def repetition_bits(matrix: Matrix, spoilt: SpoiltTotal) -> float:
    """Bits for another line that prints what the total should be; 0 where none does."""
    others = [line for i, line in enumerate(matrix.lines) if i not in spoilt.hypothesis.lines]
    for line in others:
        pairs = [(line.entries.get(p), value) for p, value in spoilt.values.items()]
        if all(entry is not None and entry.value == value for entry, value in pairs):
            halves = [line.entries[p].half for p in spoilt.values]
            worth = sum(
                min(MOST_PER_POSITION, log2(1 + abs(value) / (2 * half)))
                for value, half in zip(spoilt.values.values(), halves, strict=True)
            )
            return max(0.0, worth - log2(len(others)))
    return 0.0
