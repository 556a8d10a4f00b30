"""Findings on records that are not there, each citing the record nearest to its place."""

from __future__ import annotations

from auditor.datafiles.verdicts.checks import Cell
from auditor.datafiles.verdicts.data_file import DataFile
from auditor.datafiles.verdicts.lacking import (
    Key,
    Lacking,
    Miscounted,
    Missed,
    Rare,
    Told,
    in_words,
)
from auditor.findings.build import finding
from auditor.model.citation import Citation
from auditor.model.dataset import Completeness
from auditor.model.finding import Finding
from auditor.model.relation import Kind


def lacking_finding(missed: Missed, file: DataFile) -> Finding:
    """What a rule says must be there and is not."""
    rule, one, others = missed
    key = in_the_order_of(file, one.key)
    return finding(
        (rule.id, type(one).__name__, *(part for pair in key for part in pair)),
        rule=rule.id,
        kind=Kind.COMPLETENESS,
        message=_said(rule, one, in_words(key)),
        severity=rule.severity,
        citations=(nearest_cited(one.near, file),),
        why=rule.why,
        broken=others,
    )


def nearest_cited(row: int, file: DataFile) -> Citation:
    """The record beside which another is missed, by the last column of its key."""
    columns = (*reversed(file.data.key), *file.records.coded, *file.records.printed)
    name = next(name for name in columns if name in file.records.names)
    return Citation("nearest", file.records.text(name, row), file.source(Cell(row, name)))


def in_the_order_of(file: DataFile, key: Key) -> Key:
    """A key as the file's own is ordered."""
    names = list(dict.fromkeys((*file.data.key, *file.records.names)))
    return tuple(sorted(key, key=lambda pair: names.index(pair[0])))


def _said(rule: Completeness, one: Told, key: str) -> str:
    match one:
        case Lacking():
            return f"There is no record for {key}."
        case Rare():
            times = "only one" if one.groups == 1 else f"only {one.groups:,}"
            return f"There are records for {key} in {times} of {one.of:,} ({', '.join(rule.by)})."
        case Miscounted():
            are = "is 1 record" if one.number == 1 else f"are {one.number:,} records"
            there = f"There {are} for {key}" if key else f"There {are} in the file"
            return f"{there}; {_asked(rule)}."


def _asked(rule: Completeness) -> str:
    """How many there must be."""
    least, most = rule.at_least, rule.at_most
    if least == most:
        return f"there must be {least:,}"
    bounds = [] if least is None else [f"at least {least:,}"]
    bounds += [] if most is None else [f"at most {most:,}"]
    return f"there must be {' and '.join(bounds)}"
