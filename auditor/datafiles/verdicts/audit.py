"""The audit of a data file: from records to what its checks came to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from auditor.checks.verdict import verdict
from auditor.datafiles.columns.locations import NOWHERE
from auditor.datafiles.columns.numbers import NIL, NO_FIGURE, Numbers, numbers_of
from auditor.datafiles.columns.records import Records, Rows
from auditor.datafiles.thresholds import (
    FIGURES_A_CHECK,
    LEAST_EXPLAINED,
    MOST_CELLS_LISTED,
    MOST_DECIDED_SINGLY,
    MOST_EXPLAINED,
    MOST_LISTED,
)
from auditor.datafiles.verdicts.bound_rules import BoundRule, bound_rule, columns_of
from auditor.datafiles.verdicts.checks import Cell, Check, checks_of, touching
from auditor.datafiles.verdicts.completeness import Demand, demands
from auditor.datafiles.verdicts.data_file import DataFile
from auditor.datafiles.verdicts.keys import repeated
from auditor.datafiles.verdicts.outcomes import Outcome, outcomes
from auditor.datafiles.verdicts.overlaps import overlapping
from auditor.model.dataset import DataSet, DeclaredColumn
from auditor.model.figure import Rounding
from auditor.model.relation import Relation
from auditor.model.verdict import Status

Bools = NDArray[np.bool_]
Outcomes = NDArray[np.int8]


class CheckedRule(NamedTuple):
    """A rule's targets and operands, with what became of each check."""

    bound: BoundRule
    outcomes: Outcomes

    def having(self, *wanted: Outcome) -> Rows:
        """The numbers of the targets whose check came to one of these."""
        return np.flatnonzero(np.isin(self.outcomes, wanted))


class DataAudit(NamedTuple):
    """What the checks of a data file came to; ``repeated`` are the records that share a key.

    ``demands`` are what came of the rules on which records there must be.
    """

    records: Records
    numbers: dict[str, Numbers]
    checked: tuple[CheckedRule, ...]
    rounding: Rounding
    repeated: Bools | None
    demands: tuple[Demand, ...] = ()

    def violated(self, most: int = MOST_EXPLAINED) -> tuple[Check, ...]:
        """The first violated checks of every rule."""
        return tuple(
            check
            for one in self.checked
            for check in checks_of(one.bound, one.having(Outcome.VIOLATED)[:most])
        )

    def around(self, cells: Iterable[Cell]) -> tuple[Check, ...]:
        """The checks that hold and have one of these figures."""
        sizes = dict.fromkeys(self.numbers, self.records.size)
        return holding_around(self.checked, cells, sizes)

    def every(self) -> tuple[Check, ...]:
        """All checks, if they are few enough to be listed."""
        if not self.is_listed:
            return ()
        return tuple(
            check
            for one in self.checked
            for check in checks_of(one.bound, np.arange(len(one.outcomes)))
        )

    @property
    def is_listed(self) -> bool:
        """Whether its checks, and what they are made of, are few enough to be listed."""
        of = (operand.taken for one in self.checked for operand in one.bound.operands)
        return self.checks <= MOST_LISTED and sum(of) <= MOST_CELLS_LISTED

    @property
    def checks(self) -> int:
        return sum(len(one.outcomes) for one in self.checked)

    def tally(self) -> dict[tuple[str, Status], int]:
        """How many checks of each rule came to each status."""
        counted: Counter[tuple[str, Status]] = Counter()
        for one in self.checked:
            for outcome, number in _counts(one.outcomes):
                counted[one.bound.rule.id, status_of(outcome)] += number
        for demand in self.demands:
            for status, number in demand.counts:
                counted[demand.rule.id, status] += number
        return dict(counted)

    def reasons(self) -> Iterator[tuple[str, Outcome, int]]:
        """(rule, why its checks could not be carried out, how many)."""
        for one in self.checked:
            for outcome, number in _counts(one.outcomes):
                if outcome not in (Outcome.HOLDS, Outcome.VIOLATED):
                    yield one.bound.rule.id, outcome, number

    def tied(self) -> dict[str, Bools]:
        """By column, the figures that a check which holds covers."""
        found = tied_in(self.checked, dict.fromkeys(self.numbers, self.records.size))
        return {name: tied & self.printed(name) for name, tied in found.items()}

    def printed(self, name: str) -> Bools:
        """The cells of a column that hold a figure which is no dash."""
        shown: Bools = (self.numbers[name].marks & (NO_FIGURE | NIL)) == 0
        return shown


def tied_in(checked: Iterable[CheckedRule], sizes: Mapping[str, int]) -> dict[str, Bools]:
    """By column, the figures that checks which hold cover; ``sizes`` are of the columns."""
    found = {name: np.zeros(size, np.bool_) for name, size in sizes.items()}
    for one in checked:
        holds = one.outcomes == Outcome.HOLDS
        found[one.bound.rule.target.column][one.bound.targets[holds]] = True
        for operand in one.bound.operands:
            groups = np.zeros(len(holds), np.bool_)
            groups[operand.group_of_target[holds]] = True
            found[operand.cells.column][operand.rows[groups[operand.groups]]] = True
    return found


def holding_around(
    checked: Iterable[CheckedRule], cells: Iterable[Cell], sizes: Mapping[str, int]
) -> tuple[Check, ...]:
    """The checks that hold and have one of these figures; ``sizes`` are of the columns."""
    asked = [*cells]
    if not asked:
        return ()
    chosen = {name: np.zeros(size, np.bool_) for name, size in sizes.items()}
    for cell in asked:
        chosen[cell.column][cell.row] = True
    found: list[Check] = []
    for one in checked:
        near = touching(one.bound, chosen)
        found += checks_of(one.bound, near[one.outcomes[near] == Outcome.HOLDS])
    return tuple(found)


def status_of(outcome: Outcome) -> Status:
    if outcome is Outcome.HOLDS:
        return Status.HOLDS
    return Status.VIOLATED if outcome is Outcome.VIOLATED else Status.NOT_CHECKABLE


def _counts(found: Outcomes) -> Iterator[tuple[Outcome, int]]:
    numbers = np.bincount(found, minlength=len(Outcome)).tolist()
    yield from ((Outcome(code), number) for code, number in enumerate(numbers) if number)


def audited(data: DataSet, records: Records, rounding: Rounding | None) -> DataAudit:
    """The checks of all rules; without a ``rounding``, under the one that the file's own obey.

    Where a figure enters a check twice, ``auditor.checks.verdict`` decides.
    """
    numbers = {
        column.name: numbers_of(column, records, _units_of(column, data))
        for column in data.numeric
        if column.name in records.printed
    }
    evaluable = [rule for rule in data.rules if columns_of(rule) <= {*records.names}]
    rules = [bound_rule(rule, data, records, numbers) for rule in evaluable]
    key = [records.coded[name] for name in data.key if name in records.coded]
    twice = repeated(key) if key and len(key) == len(data.key) else None
    nowhere = DataFile(data, records, NOWHERE, "")
    repeats = {} if twice is None else dict.fromkeys(numbers, twice)
    singly = [decided_singly(one, nowhere.relation) for one in rules]

    def under(convention: Rounding) -> list[Outcomes]:
        found = [outcomes(rule, numbers, convention, repeats) for rule in rules]
        return [corrected(*one, convention) for one in zip(found, singly, strict=True)]

    def still_failing(found: list[Outcomes]) -> int:
        """How many of the violated checks cutting off does not explain either."""
        failing = [
            rule.for_targets(np.flatnonzero(_fails(of)))
            for rule, of in zip(rules, found, strict=True)
        ]
        return sum(_violated(outcomes(one, numbers, Rounding.TRUNCATE, repeats)) for one in failing)

    found, fitted = best_rounding(under, still_failing, rounding)
    checked = tuple(CheckedRule(*one) for one in zip(rules, found, strict=True))
    return DataAudit(records, numbers, checked, fitted, twice, demands(data, records))


def _units_of(column: DeclaredColumn, data: DataSet) -> tuple[str, ...]:
    """The units that the figures of a column may be in, where another says it."""
    return data.column(column.unit_in).values if column.unit_in else ()


class DecidedSingly(NamedTuple):
    """Checks that are decided one by one: the numbers of their targets, and what they say."""

    targets: Rows
    relations: tuple[Relation, ...]


def decided_singly(rule: BoundRule, relation: Callable[[Check], Relation]) -> DecidedSingly:
    """The checks that a figure enters twice; ``relation`` is what a check says."""
    targets = overlapping(rule)
    figures = sum(operand.taken for operand in rule.for_targets(targets).operands)
    if max(len(targets), figures // FIGURES_A_CHECK) > MOST_DECIDED_SINGLY:
        return DecidedSingly(targets[:0], ())
    return DecidedSingly(targets, tuple(map(relation, checks_of(rule, targets))))


def corrected(found: Outcomes, singly: DecidedSingly, rounding: Rounding) -> Outcomes:
    """What was found to hold or not, as ``auditor.checks.verdict`` says it of these."""
    result = found.copy()
    for target, relation in zip(singly.targets.tolist(), singly.relations, strict=True):
        if found[target] in (Outcome.HOLDS, Outcome.VIOLATED):
            holds = verdict(relation, rounding).status is not Status.VIOLATED
            result[target] = Outcome.HOLDS if holds else Outcome.VIOLATED
    return result


def best_rounding(
    under: Callable[[Rounding], list[Outcomes]],
    still_failing: Callable[[list[Outcomes]], int],
    rounding: Rounding | None,
) -> tuple[list[Outcomes], Rounding]:
    """As of documents: nearest, unless truncation explains more, which few checks tell first."""
    chosen = rounding or Rounding.NEAREST
    found = under(chosen)
    violated = sum(map(_violated, found))
    if rounding is not None or violated - still_failing(found) < LEAST_EXPLAINED:
        return found, chosen
    other = under(Rounding.TRUNCATE)
    pairs = [*zip(found, other, strict=True)]
    spoilt = any(np.any(_fails(b) & ~_fails(a)) for a, b in pairs)
    explained = violated - sum(map(_violated, other))
    return (found, chosen) if spoilt or explained < LEAST_EXPLAINED else (other, Rounding.TRUNCATE)


def _fails(found: Outcomes) -> Bools:
    failing: Bools = found == Outcome.VIOLATED
    return failing


def _violated(found: Outcomes) -> int:
    return int(np.count_nonzero(_fails(found)))
