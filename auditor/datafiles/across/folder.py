"""A folder: the files of several groups as people name and cite them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from auditor.datafiles.across.groups import GroupRecords
from auditor.datafiles.thresholds import MOST_FILES_NAMED
from auditor.datafiles.verdicts.checks import Cell, Check
from auditor.datafiles.verdicts.data_file import DataFile, relation_of
from auditor.model.fact import Fact
from auditor.model.mistake import listed
from auditor.model.relation import Relation


class Folder(NamedTuple):
    """Groups of files, and by group the files in which their records stand."""

    groups: Mapping[str, GroupRecords]
    files: Mapping[str, tuple[DataFile, ...]]

    def located(self, group: str, row: int) -> tuple[DataFile, int]:
        """The file that a record of a group stands in, and which of its records it is."""
        file, own = self.groups[group].located(row)
        return self.files[group][file], own

    def fact(self, cell: Cell) -> Fact | None:
        """The figure in a cell; None where there is none."""
        group = next(one for one in self.groups.values() if cell.column in one.numbers)
        file, row = self.located(group.name, cell.row)
        name = cell.column.removeprefix(f"{group.name}.")
        return file.fact(Cell(row, name)) if name in file.records.printed else None

    def in_file(self, cell: Cell) -> tuple[str, Cell]:
        """The path of the file that a cell of a group stands in, and which of its cells it is."""
        group = next(one for one in self.groups.values() if cell.column in one.numbers)
        file, row = self.located(group.name, cell.row)
        return file.path, Cell(row, cell.column.removeprefix(f"{group.name}."))

    def relation(self, check: Check) -> Relation:
        """A check between files as a relation between facts."""
        return relation_of(check, self.fact)

    def called(self, group: str) -> str:
        """A group's files in words."""
        names = [file.path for file in self.files[group]]
        more = len(names) - MOST_FILES_NAMED
        return listed(names) if more <= 0 else f"any of the {len(names)} files of {group}"
