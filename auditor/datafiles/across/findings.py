"""Findings on records that stand in one file only, and on rules that relate nothing."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from auditor.datafiles.across.binding import Linked
from auditor.datafiles.across.counterparts import OneSided
from auditor.datafiles.across.folder import Folder
from auditor.datafiles.across.missing_parts import MissingPart
from auditor.datafiles.findings.disconnected_findings import REMEDY, unfound_finding
from auditor.datafiles.findings.schema_findings import header_cited
from auditor.datafiles.verdicts.checks import Cell
from auditor.datafiles.verdicts.data_file import DataFile
from auditor.datafiles.verdicts.disconnected import occurring, unfound_value
from auditor.datafiles.verdicts.lacking import in_words
from auditor.findings.build import citation, finding
from auditor.findings.places import where
from auditor.findings.wording import computed, files_named, sentence
from auditor.model.citation import Citation
from auditor.model.dataset import Cells, DataRule
from auditor.model.finding import Finding
from auditor.model.mistake import first_listed
from auditor.model.relation import Kind, Severity
from auditor.rulebook.files.thresholds import MOST_VALUES_NAMED


def one_sided_finding(one: OneSided, folder: Folder) -> Finding:
    """A record without its counterpart in another file."""
    rule = one.rule
    file, row = folder.located(one.present.group, one.row)
    cited = [_cited(one.present, file, row)]
    if one.near >= 0:
        other, near_row = folder.located(one.absent.group, one.near)
        cited.append(_cited(one.absent, other, near_row, "nearest"))
    severity = rule.severity
    if one.at_end and severity is Severity.ERROR:
        severity = Severity.WARNING
    return finding(
        (rule.id, "one-sided", one.absent.group, file.key(row), *(p for k in one.key for p in k)),
        rule=rule.id,
        kind=Kind.COMPLETENESS,
        message=_said(one, file, row, folder),
        severity=severity,
        printed=cited[0].text,
        citations=cited,
        why=rule.why,
        broken=one.others,
    )


def missing_part_finding(part: MissingPart, folder: Folder) -> Finding:
    """A sum that fails, and lacks records which the times around it have."""
    rule = part.check.rule
    relation = folder.relation(part.check)
    keys = " and ".join(in_words(key) for key in part.keys)
    lacking = f"There is no record for {keys} in {folder.called(part.group)}."
    if not part.sure:
        lacking = f"A figure is wrong, or a record missing: t{lacking[1:]}"
    said = f"{lacking} {sentence(relation, computed(relation))} {files_named(relation)}".strip()
    cited = [
        citation(fact, "total" if fact is relation.target else "part") for fact in relation.facts
    ]
    return finding(
        (rule.id, "missing part", part.group, *(p for key in part.keys for k in key for p in k)),
        rule=rule.id,
        kind=Kind.COMPLETENESS,
        message=said,
        severity=rule.severity,
        citations=cited,
        why=rule.why,
    )


def _said(one: OneSided, file: DataFile, row: int, folder: Folder) -> str:
    assert one.rule.across is not None
    key = [(name, value) for name, value in one.key if value]
    lacking = folder.called(one.absent.group)
    if one.rule.across.repeats:
        lacking = folder.located(one.absent.group, one.near)[0].path
    has = "has one" if one.number == 1 else f"has {one.number:,}, the first"
    text = file.records.text(one.present.own_column, row)
    source = file.source(Cell(row, one.present.own_column))
    told = f"{text} {where(source)}".strip()
    said = (
        f"There is no record for {in_words(tuple(key))} in {lacking};"
        f" {file.path} {has} for {file.key(row)} ({told})."
    )
    return f"{said}{_meant(one, folder)}"


def _meant(one: OneSided, folder: Folder) -> str:
    """The record that is there instead, its name a slip away."""
    if one.near < 0 or not one.near_column:
        return ""
    other, row = folder.located(one.absent.group, one.near)
    column = next(name for name, _ in one.key if name == _absent_name(one))
    value = other.records.text(column, row)
    place = where(other.source(Cell(row, column)))
    return f" Is it {column} {value} {place}?"


def _absent_name(one: OneSided) -> str:
    """What the group that lacks the record calls the column in which the near one differs."""
    assert one.rule.across is not None
    for columns in map(dict, one.rule.across.by):
        if columns[one.present.group] == one.near_column:
            return columns[one.absent.group]
    return one.near_column


def _cited(cells: Cells, file: DataFile, row: int, role: str = "record") -> Citation:
    column = cells.own_column
    return Citation(role, file.records.text(column, row), file.source(Cell(row, column)))


def idle_findings(link: Linked, folder: Folder) -> Iterator[Finding]:
    """What keeps a rule between files from checking anything: a name that is not there, or none."""
    rule = link.bound.rule
    if not rule.required or not all(folder.groups[name].records.size for name in rule.groups):
        return
    unfound = [*_unfound(rule, folder)]
    yield from unfound
    if unfound:
        return
    if not len(link.bound.targets):
        first = rule.across is not None and rule.across.repeats and _is_first(rule, folder)
        severity = Severity.WARNING if first else Severity.ERROR
        yield _nothing(rule, folder, _no_target(rule, folder), None, severity)
    elif any(not len(operand.rows) for operand in link.bound.operands):
        yield _nothing(rule, folder, _no_counterpart(link, folder), int(link.bound.targets[0]))


def _unfound(rule: DataRule, folder: Folder) -> Iterator[Finding]:
    """A value by which the rule tells records, and that no record of the group has."""
    for cells in dict.fromkeys((rule.target, *rule.plus, *rule.minus)):
        group = folder.groups[cells.group]
        for column, values in cells.where:
            there = occurring(group.records.coded[column])
            for value in values:
                if value not in there:
                    spare = sorted(there - set(values))
                    found = unfound_value((rule,), column, value, spare, group.records)
                    file, row = folder.located(cells.group, max(found.row, 0))
                    near = found._replace(row=row if found.row >= 0 else -1)
                    yield unfound_finding(near, file)


def _is_first(rule: DataRule, folder: Folder) -> bool:
    """Whether there is no other file yet that could show a record again."""
    return len(folder.files[rule.target.group]) == 1


def _no_target(rule: DataRule, folder: Folder) -> str:
    if rule.across is not None and rule.across.repeats and _is_first(rule, folder):
        return f"only one file of {rule.target.group} is audited"
    if rule.across is not None and rule.across.repeats:
        return f"no two files of {rule.target.group} have a record of the same key"
    asked = ", ".join(f"{name} {' or '.join(values)}" for name, values in rule.target.where)
    return f"{folder.called(rule.target.group)} has no record with {asked or 'a figure'}"


def _no_counterpart(link: Linked, folder: Folder) -> str:
    """Which names two groups do not have in common, or else that no record has a counterpart."""
    rule = link.bound.rule
    operand = next(one for one in link.bound.operands if not len(one.rows))
    other = operand.cells.group
    for column in link.by:
        own = set(np.unique(column.codes[rule.target.group]).tolist())
        theirs = np.unique(column.codes[other]).tolist()
        if not own.intersection(theirs):
            values = first_listed([column.values[one] for one in theirs], MOST_VALUES_NAMED)
            mine = column.values[int(column.codes[rule.target.group][link.bound.targets[0]])]
            return (
                f"{folder.called(other)} has no {column.columns[other]} that"
                f" {folder.called(rule.target.group)} has, such as {mine}; it has {values}"
            )
    number = len(link.bound.targets)
    return f"none of its {number:,} figures has a counterpart in {folder.called(other)}"


def _nothing(
    rule: DataRule,
    folder: Folder,
    why: str,
    row: int | None,
    severity: Severity = Severity.ERROR,
) -> Finding:
    file, own = folder.located(rule.target.group, row or 0)
    cited = header_cited(file) if row is None else _cited(rule.target, file, own)
    return finding(
        (rule.id, "nothing"),
        rule=rule.id,
        kind=Kind.SCHEMA,
        message=f"{rule.id} checks nothing: {why}. {REMEDY}",
        severity=severity,
        citations=(cited,),
        why=rule.why,
    )
