"""What an audit of a data file found, as far as it is reported item by item."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from auditor.datafiles.columns.records import Records
from auditor.datafiles.findings.schema_findings import BrokenCell
from auditor.datafiles.thresholds import (
    MOST_EXPLAINED,
    MOST_EXPLAINED_IF_ALL,
    MOST_ITEMISED,
    MOST_ITEMISED_IF_ALL,
)
from auditor.datafiles.verdicts.absent_members import AbsentMembers, absent_members
from auditor.datafiles.verdicts.audit import DataAudit
from auditor.datafiles.verdicts.checks import Cell, Check
from auditor.datafiles.verdicts.disconnected import Disconnected, disconnected
from auditor.datafiles.verdicts.lacking import Key, Lacking, Missed
from auditor.datafiles.verdicts.missing_parts import MissingPart, is_explained, missing_parts
from auditor.datafiles.verdicts.missing_times import missing_quarters, missing_years
from auditor.datafiles.verdicts.missing_totals import MissingTotal, missing_totals
from auditor.datafiles.verdicts.misspelt_keys import (
    MisspeltKey,
    is_misplaced,
    may_lack_a_record,
)
from auditor.datafiles.verdicts.schema import failures
from auditor.model.dataset import DataSet


class Bounds(NamedTuple):
    """How many violated checks of a rule, and broken cells of a kind, are told one by one."""

    explained: int = MOST_EXPLAINED
    itemised: int = MOST_ITEMISED


FIRST = Bounds()
ALL = Bounds(MOST_EXPLAINED_IF_ALL, MOST_ITEMISED_IF_ALL)


class Itemised(NamedTuple):
    """The audit, with what of it is reported item by item.

    That is the checks violated and those around them, all if ``listed``. ``incomplete`` are checks
    that fail, but may lack a record that breaks the schema. ``repeated`` are the records of each
    key that several have. ``lacking`` is what rules say must be there and is not, ``parts`` and
    ``totals`` what sums lack, ``absent`` what they lack everywhere. ``idle`` is what keeps rules
    from checking anything. ``more`` says how many more there are; ``explained`` is how many
    violated checks of a rule are told.
    """

    audit: DataAudit
    violated: tuple[Check, ...]
    incomplete: tuple[Check, ...]
    around: tuple[Check, ...]
    listed: tuple[Check, ...]
    broken: tuple[BrokenCell, ...]
    repeated: tuple[tuple[int, ...], ...]
    lacking: tuple[Missed, ...]
    parts: tuple[MissingPart, ...]
    totals: tuple[MissingTotal, ...]
    absent: tuple[AbsentMembers, ...]
    ragged: tuple[int, ...]
    idle: Disconnected
    more: tuple[str, ...]
    explained: int = MOST_EXPLAINED

    @property
    def missed_keys(self) -> Iterator[Key]:
        """By what the records that are told to be missing are known."""
        yield from (one.told.key for one in self.lacking if isinstance(one.told, Lacking))
        yield from (key for one in self.parts for key in one.keys)
        yield from (one.key for one in self.totals)

    @property
    def rows(self) -> set[int]:
        """The records that are cited."""
        checks = (*self.violated, *self.around, *self.listed)
        cited = {cell.row for check in checks for cell in check.cells}
        cited |= {one.row for one in self.broken} | {*self.ragged} | self.idle.rows
        cited |= {one.told.near for one in self.lacking}
        cited |= {cell.row for one in self.parts for cell in one.check.cells}
        cited |= {row for one in self.totals for row in one.parts}
        cited |= {cell.row for one in self.absent for cell in one.check.cells}
        return cited | {row for rows in self.repeated for row in rows}


def itemised(
    data: DataSet,
    audit: DataAudit,
    *,
    listed: bool,
    doubted: Iterable[Cell] = (),
    bounds: Bounds = FIRST,
) -> Itemised:
    """What is reported item by item; all checks too if they are few and to be ``listed``.

    ``doubted`` are figures that other files contradict; ``bounds`` say how many are told.
    """
    broken, more_broken = _broken(data, audit, bounds.itemised)
    repeated, more_repeated = _repeated(data, audit, bounds.itemised)
    ragged, more_ragged = _ragged(audit, bounds.itemised)
    failing = audit.violated(bounds.explained)
    rows_of_ragged = [row for row in ragged if row >= 0]
    misspelt = _misspelt(broken, audit.records)
    incomplete = _incomplete(failing, misspelt, rows_of_ragged, audit.records)
    failing = tuple(check for check in failing if check not in incomplete)

    def is_there(key: Key) -> bool:
        return is_misplaced(key, misspelt, rows_of_ragged, audit.records)

    parts = tuple(
        one
        for one in (*missing_parts(data, audit, failing), *missing_quarters(data, audit))
        if not any(map(is_there, one.keys))
    )
    absent = absent_members(data, audit)
    violated = tuple(_unexplained(failing, parts, absent, audit))
    return Itemised(
        audit,
        violated,
        incomplete,
        audit.around((*doubted, *(cell for check in violated for cell in check.cells))),
        audit.every() if listed else (),
        broken,
        repeated,
        tuple(_lacking(audit, is_there)),
        parts,
        tuple(
            one
            for one in (*missing_totals(data, audit), *missing_years(data, audit))
            if not is_there(one.key)
        ),
        absent,
        ragged,
        disconnected(data, audit),
        (*more_broken, *more_ragged, *more_repeated),
        bounds.explained,
    )


def _unexplained(
    failing: Iterable[Check],
    parts: Iterable[MissingPart],
    absent: Iterable[AbsentMembers],
    audit: DataAudit,
) -> Iterator[Check]:
    """The failing checks of which no record is known to be missing: a figure is wrong."""
    gone = [one.key for demand in audit.demands for one in demand.told if isinstance(one, Lacking)]
    short = {(one.check.rule.id, one.check.target) for one in parts}
    without = {one.check.rule.id for one in absent}
    for check in failing:
        known = (check.rule.id, check.target) in short or check.rule.id in without
        if not known and not is_explained(check, gone, audit.records):
            yield check


def _incomplete(
    failing: tuple[Check, ...],
    misspelt: Sequence[MisspeltKey],
    ragged: Sequence[int],
    records: Records,
) -> tuple[Check, ...]:
    """The failing checks that may lack a record that is not where it belongs."""
    return tuple(check for check in failing if may_lack_a_record(check, misspelt, ragged, records))


def _misspelt(broken: Iterable[BrokenCell], records: Records) -> list[MisspeltKey]:
    return [
        MisspeltKey(cell.row, cell.column.name)
        for cell in broken
        if cell.column.name in records.coded
    ]


def _lacking(audit: DataAudit, is_there: Callable[[Key], bool]) -> Iterator[Missed]:
    """What is missing, each once, but for records that are there and not as they should be."""
    found: dict[object, list[Missed]] = {}
    for demand in audit.demands:
        for one in demand.told:
            if not (one.key and is_there(one.key)):
                what = frozenset(one.key) if isinstance(one, Lacking) else one
                found.setdefault(what, []).append(Missed(demand.rule, one))
    for first, *others in found.values():
        yield first._replace(
            others=tuple(sorted({one.rule.id for one in others} - {first.rule.id}))
        )


def _ragged(audit: DataAudit, most: int) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """The first records whose fields cannot be told apart, and how many more there are."""
    ragged = tuple(sorted({*audit.records.ragged, *audit.records.strays}))
    left = len(ragged) - most
    more = (f"{left:,} more records have too many fields or too few",) if left > 0 else ()
    return ragged[:most], more


def _broken(
    data: DataSet, audit: DataAudit, most: int
) -> tuple[tuple[BrokenCell, ...], tuple[str, ...]]:
    """The first cells that break their column's schema, and how many more there are."""
    cells: list[BrokenCell] = []
    more = []
    for column, check, rows in failures(data, audit.records, audit.numbers):
        first = [row for row in rows[:most].tolist() if row not in audit.records.ragged]
        cells += [BrokenCell(column, check, row) for row in first]
        if len(rows) > most:
            left = f"{len(rows) - most:,}"
            more.append(f"{left} more cells of {column.name} break its declaration ({check})")
    return tuple(cells), tuple(more)


def _repeated(
    data: DataSet, audit: DataAudit, most: int
) -> tuple[tuple[tuple[int, ...], ...], tuple[str, ...]]:
    """The records of the first keys that several have, and how many more keys there are."""
    if audit.repeated is None:
        return (), ()
    keys: dict[tuple[str, ...], list[int]] = {}
    columns = [audit.records.coded[name] for name in data.key]
    for row in np.flatnonzero(audit.repeated).tolist():
        keys.setdefault(tuple(column.at(row) for column in columns), []).append(row)
    repeated = [tuple(rows) for rows in keys.values()]
    left = len(repeated) - most
    more = (f"{left:,} more keys stand more than once",) if left > 0 else ()
    return tuple(repeated[:most]), more
