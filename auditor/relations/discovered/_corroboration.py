"""Witnesses: what bears out the values that a total should have where all its columns are wrong.

With two columns, two slips leave none in which the parts make up the total. But what the parts
come to is then one slip away from what is printed, over again, and another line says it too: the
same total on the other side of a balance sheet, or a further total that it is a part of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from math import log2
from typing import NamedTuple

from auditor.relations.discovered._failures import failure_bits, may_be_style
from auditor.relations.discovered._gap_misprints import slip_bits
from auditor.relations.discovered._matrix import Matrix
from auditor.relations.discovered._totals import words
from auditor.relations.discovered._trials import ERROR_IS_RARE, Hypothesis, Trial
from auditor.relations.discovered._weights import FEWEST_SPOILT, MOST, stated

FEWEST_PARTS = 2
"""Parts that must state something in each column: one alone is no sum."""


class Misprint(NamedTuple):
    """A sum that fails by slips in its total, and what the total should be by position."""

    hypothesis: Hypothesis
    values: Mapping[int, int]

    def borne_out(self, bits: float) -> Hypothesis:
        """The sum with the bits of a witness; each further failure is as rare as errors are."""
        rare = ERROR_IS_RARE * (len(self.values) - 1)
        return self.hypothesis._replace(slips=self.hypothesis.slips + bits - rare)


def misprinted(trial: Trial) -> Iterator[Misprint]:
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
    bits = words(trial, parts) - 1.0 - log2(len(parts))
    if min(slips) >= 0 and bits >= 0:
        values = {p: entries[p].value + gap for p, gap in fails.items()}
        yield Misprint(
            Hypothesis(trial.total, parts, holds, tuple(fails), bits, sum(slips)), values
        )


def mended(matrix: Matrix, misprint: Misprint) -> Matrix:
    """The matrix with the total set right."""
    at = misprint.hypothesis.total
    line = matrix.lines[at]
    right = {p: line.entries[p]._replace(value=v) for p, v in misprint.values.items()}
    entries = {**line.entries, **right}
    lines = (*matrix.lines[:at], replace(line, entries=entries), *matrix.lines[at + 1 :])
    return matrix._replace(lines=lines)


def repeated_bits(matrix: Matrix, misprint: Misprint) -> float:
    """Bits for another line that prints what the total should be; 0 where none does."""
    others = [ln for i, ln in enumerate(matrix.lines) if i not in misprint.hypothesis.lines]
    for line in others:
        told = [(line.entries.get(p), value) for p, value in misprint.values.items()]
        if all(entry is not None and entry.value == value for entry, value in told):
            halves = [line.entries[p].half for p in misprint.values]
            worth = sum(
                min(MOST, log2(1 + abs(value) / (2 * half)))
                for value, half in zip(misprint.values.values(), halves, strict=True)
            )
            return max(0.0, worth - log2(len(others)))
    return 0.0
