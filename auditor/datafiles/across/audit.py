"""The audit of rules between files: what their checks came to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from auditor.datafiles.across.binding import Linked, can_be_bound, linked
from auditor.datafiles.across.groups import GroupRecords
from auditor.datafiles.across.missing_parts import MissingPart, missing_parts
from auditor.datafiles.thresholds import MOST_EXPLAINED, MOST_LISTED
from auditor.datafiles.verdicts.audit import (
    CheckedRule,
    best_rounding,
    corrected,
    decided_singly,
    holding_around,
    status_of,
    tied_in,
)
from auditor.datafiles.verdicts.checks import Cell, Check, checks_of
from auditor.datafiles.verdicts.outcomes import Outcome, outcomes
from auditor.model.dataset import DataRule
from auditor.model.figure import Rounding
from auditor.model.relation import Relation
from auditor.model.verdict import Status

Groups = Mapping[str, GroupRecords]


class AcrossAudit(NamedTuple):
    """What the checks between files came to; ``unbound`` are rules whose columns are not there."""

    groups: Groups
    checked: tuple[CheckedRule, ...]
    links: tuple[Linked, ...]
    rounding: Rounding
    unbound: tuple[DataRule, ...] = ()

    def violated(self, most: int = MOST_EXPLAINED) -> tuple[Check, ...]:
        """The first violated checks of every rule, but for those that lack a record."""
        short = {(one.check.rule.id, one.check.target) for one in self.parts()}
        return tuple(
            check
            for one in self.checked
            for check in checks_of(one.bound, one.having(Outcome.VIOLATED)[:most])
            if (check.rule.id, check.target) not in short
        )

    def parts(self) -> tuple[MissingPart, ...]:
        """The failing sums that lack a record, which then is told and no figure is blamed."""
        pairs = zip(self.links, self.checked, strict=True)
        return tuple(part for pair in pairs for part in missing_parts(*pair, self.groups))

    def around(self, cells: Iterable[Cell]) -> tuple[Check, ...]:
        """The checks that hold and have one of these figures."""
        known = {name: g.records.size for g in self.groups.values() for name in g.numbers}
        return holding_around(self.checked, (c for c in cells if c.column in known), known)

    def every(self) -> tuple[Check, ...]:
        """All checks, if they are few enough to be listed."""
        if sum(len(one.outcomes) for one in self.checked) > MOST_LISTED:
            return ()
        return tuple(
            check
            for one in self.checked
            for check in checks_of(one.bound, np.arange(len(one.outcomes)))
        )

    def counts(self) -> Iterator[tuple[DataRule, Outcome, NDArray[np.int64]]]:
        """(rule, outcome, the file of each of the targets whose check came to it)."""
        for one in self.checked:
            group = self.groups[one.bound.rule.target.group]
            files = group.file_of(one.bound.targets)
            for outcome in Outcome:
                having = one.outcomes == outcome
                if having.any():
                    yield one.bound.rule, outcome, files[having]

    def tally(self, group: str, file: int) -> dict[tuple[str, Status], int]:
        """How many checks of the figures of one file came to each status."""
        counted: Counter[tuple[str, Status]] = Counter()
        for rule, outcome, files in self.counts():
            if rule.target.group == group and (number := int((files == file).sum())):
                counted[rule.id, status_of(outcome)] += number
        return dict(counted)

    def tied(self) -> dict[str, NDArray[np.bool_]]:
        """By column, the figures of its group that a check which holds covers."""
        groups = self.groups.values()
        sizes = {name: group.records.size for group in groups for name in group.numbers}
        return tied_in(self.checked, sizes)


def audited_across(
    rules: Sequence[DataRule],
    groups: Groups,
    rounding: Rounding | None,
    relation: Callable[[Check], Relation],
) -> AcrossAudit:
    """The checks of the rules whose groups all have files; ``relation`` is what a check says."""
    there = [rule for rule in rules if {*rule.groups} <= groups.keys()]
    bindable = [rule for rule in there if can_be_bound(rule, groups)]
    unbound = tuple(rule for rule in there if rule not in bindable)
    links = tuple(linked(rule, groups) for rule in bindable)
    numbers = {name: n for group in groups.values() for name, n in group.numbers.items()}
    repeats = {
        name: group.repeated
        for group in groups.values()
        if group.repeated is not None
        for name in group.numbers
    }
    singly = [decided_singly(one.bound, relation) for one in links]

    def under(convention: Rounding) -> list[NDArray[np.int8]]:
        found = [outcomes(one.bound, numbers, convention, repeats) for one in links]
        return [corrected(*one, convention) for one in zip(found, singly, strict=True)]

    def still_failing(found: list[NDArray[np.int8]]) -> int:
        failing = (
            one.bound.for_targets(np.flatnonzero(of == Outcome.VIOLATED))
            for one, of in zip(links, found, strict=True)
        )
        cut = (outcomes(one, numbers, Rounding.TRUNCATE, repeats) for one in failing)
        return sum(int(np.count_nonzero(of == Outcome.VIOLATED)) for of in cut)

    found, fitted = best_rounding(under, still_failing, rounding)
    bound = (one.bound for one in links)
    checked = tuple(CheckedRule(*one) for one in zip(bound, found, strict=True))
    return AcrossAudit(groups, checked, links, fitted, unbound)
