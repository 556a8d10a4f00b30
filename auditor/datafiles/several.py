"""Several files: the audit of those that a rule file relates, each wrong figure told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from auditor.checks.verdict import verdict
from auditor.datafiles.across.audit import AcrossAudit, audited_across
from auditor.datafiles.across.beyond import beyond_of
from auditor.datafiles.across.counterparts import Identity, identity_of
from auditor.datafiles.across.folder import Folder
from auditor.datafiles.across.groups import GroupRecords, group_records
from auditor.datafiles.across.told import Told, told_across
from auditor.datafiles.audited_file import AuditedFile
from auditor.datafiles.findings.itemised import ALL, FIRST, Bounds, Itemised, itemised
from auditor.datafiles.findings.report import FileVerdicts, blamed, report_of, verdicts_of
from auditor.datafiles.verdicts.checks import Cell, Check
from auditor.datafiles.verdicts.data_file import DataFile
from auditor.model.dataset import qualified
from auditor.model.figure import AUTO, Rounding
from auditor.model.report import DocumentReport
from auditor.model.rule import Pack
from auditor.model.verdict import Verdict

Rows = Mapping[str, set[int]]
"""By path, the records that are cited."""


def reports_of(
    files: Sequence[AuditedFile],
    pack: Pack,
    rounding: str,
    *,
    detailed: bool,
    every: bool = False,
) -> tuple[DocumentReport, ...]:
    """The report on each of these files of a pack's groups, in their order."""
    groups = _groups(files, pack)
    folder = Folder(groups, _placed(files, pack, {}))
    given = _common(files) if rounding == AUTO else Rounding(rounding)
    across = audited_across(pack.across, groups, given, folder.relation)
    bounds = ALL if every else FIRST
    violated = across.violated(bounds.explained)
    doubted = _doubted(violated, folder)
    items = {
        one.path: _itemised(one, doubted.get(one.path, ()), bounds, detailed=detailed)
        for one in files
    }
    suspected = (*_suspected(items, folder), *(c for check in violated for c in check.cells))
    around = across.around(suspected)
    listed = across.every() if detailed else ()
    told = told_across(across, pack, folder, _missed(items, folder))
    cited = _rows([*violated, *around, *listed], told, items, folder)
    folder = folder._replace(files=_placed(files, pack, cited))
    return _reports(files, items, folder, across, (violated, around, listed), pack)


def _common(files: Sequence[AuditedFile]) -> Rounding | None:
    """The rounding that all files were found to follow; None if they differ, or for nearest."""
    found = {one.audit.rounding for one in files}
    return None if len(found) > 1 or Rounding.NEAREST in found else found.pop()


def _groups(files: Sequence[AuditedFile], pack: Pack) -> dict[str, GroupRecords]:
    """The groups of the pack that have files."""
    audits: dict[str, list[AuditedFile]] = {}
    for one in files:
        audits.setdefault(pack.group_of(one.pack), []).append(one)
    return {
        group.name: group_records(group.name, group.data, [a.audit for a in audits[group.name]])
        for group in pack.groups
        if group.name in audits
    }


def _placed(
    files: Sequence[AuditedFile], pack: Pack, rows: Rows
) -> dict[str, tuple[DataFile, ...]]:
    """By group, the files with the lines of these records, their facts numbered one by one."""
    found: dict[str, tuple[DataFile, ...]] = {}
    first = 0
    for one in files:
        group = pack.group_of(one.pack)
        found[group] = (*found.get(group, ()), one.placed(rows.get(one.path, ()), first))
        first += one.facts
    return found


def _doubted(checks: Iterable[Check], folder: Folder) -> dict[str, list[Cell]]:
    """By path, the figures of checks between files."""
    found: dict[str, list[Cell]] = {}
    for cell in (cell for check in checks for cell in check.cells):
        path, own = folder.in_file(cell)
        found.setdefault(path, []).append(own)
    return found


def _itemised(
    file: AuditedFile, doubted: Iterable[Cell], bounds: Bounds, *, detailed: bool
) -> Itemised:
    assert file.pack.data is not None
    return itemised(file.pack.data, file.audit, listed=detailed, doubted=doubted, bounds=bounds)


def _suspected(items: Mapping[str, Itemised], folder: Folder) -> Iterator[Cell]:
    """The figures of the violated checks of each file, as rules between files name them."""
    for name, placed in folder.files.items():
        for start, file in zip(folder.groups[name].starts, placed, strict=True):
            for check in items[file.path].violated:
                for cell in check.cells:
                    yield Cell(start + cell.row, qualified(name, cell.column))


def _missed(items: Mapping[str, Itemised], folder: Folder) -> frozenset[Identity]:
    """The records that the files' own rules say are missing."""
    return frozenset(
        identity_of(name, key)
        for name, placed in folder.files.items()
        for file in placed
        for key in items[file.path].missed_keys
    )


def _rows(
    checks: Iterable[Check], told: Told, items: Mapping[str, Itemised], folder: Folder
) -> Rows:
    """By path, the records that are cited."""
    found = {path: set(one.rows) for path, one in items.items()}
    for path, cells in _doubted(checks, folder).items():
        found[path] |= {cell.row for cell in cells}
    lines = {file.path: file.records for files in folder.files.values() for file in files}
    for citation in (c for one in told.findings for c in one.citations):
        source = citation.source
        if source.row is not None:
            found[source.path].add(source.row - 1 - lines[source.path].has_lines)
    return found


def _reports(  # noqa: PLR0913, PLR0917  # the files, and what is known of them
    files: Sequence[AuditedFile],
    items: Mapping[str, Itemised],
    folder: Folder,
    across: AcrossAudit,
    checks: tuple[tuple[Check, ...], tuple[Check, ...], tuple[Check, ...]],
    pack: Pack,
) -> tuple[DocumentReport, ...]:
    failing, around, listed = (
        tuple(verdict(folder.relation(check), across.rounding) for check in some) for some in checks
    )
    placed = {file.path: file for group in folder.files.values() for file in group}
    own = {path: verdicts_of(items[path], file) for path, file in placed.items()}
    telling = [v for one in files for v in _telling(own[one.path], one, across.rounding)]
    between = FileVerdicts(failing, around)
    found = blamed([*telling, *between.telling], across.rounding)
    told = told_across(across, pack, folder, _missed(items, folder))
    shown = listed or (*failing, *around)
    reports = []
    for one in files:
        file = placed[one.path]
        beyond = beyond_of(file, folder, across, (*found, *told.findings), failing, pack)
        beyond = beyond._replace(
            verdicts=tuple(v for v in shown if v.relation.target.source.path == one.path),
            remarks=tuple(said for path, said in told.remarks if path == one.path),
            places={path: other.places for path, other in placed.items()},
        )
        reports.append(
            report_of(items[one.path], file, one.pack, one.sha256, own[one.path], beyond)
        )
    return tuple(reports)


def _telling(own: FileVerdicts, file: AuditedFile, rounding: Rounding) -> Iterator[Verdict]:
    """What a file's own checks tell, under the rounding that the file follows."""
    for one in own.telling:
        if file.audit.rounding is rounding:
            yield one
        else:
            yield replace(one, relation=replace(one.relation, rounding=file.audit.rounding))
