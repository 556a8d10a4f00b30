"""Findings on records that sums lack: the record is blamed, and none of the figures printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from auditor.datafiles.findings.completeness_findings import in_the_order_of
from auditor.datafiles.thresholds import MOST_RECORDS_CITED
from auditor.datafiles.verdicts.absent_members import AbsentMembers
from auditor.datafiles.verdicts.checks import Cell
from auditor.datafiles.verdicts.data_file import DataFile
from auditor.datafiles.verdicts.lacking import Key, Missed, in_words
from auditor.datafiles.verdicts.missing_parts import MissingPart
from auditor.datafiles.verdicts.missing_totals import MissingTotal
from auditor.findings.build import finding
from auditor.findings.wording import computed, sentence
from auditor.model.citation import Citation
from auditor.model.dataset import DataRule, is_found
from auditor.model.finding import Finding
from auditor.model.relation import Kind, Severity

Found = tuple[DataRule, Key, str, tuple[Citation, ...]]
"""The rule, the key of the record that is missing, what is said besides, what is cited."""


def missing_record_findings(
    parts: Sequence[MissingPart],
    totals: Sequence[MissingTotal],
    told: Sequence[Missed],
    file: DataFile,
) -> Iterator[Finding]:
    """One for every record that sums lack, but for those that are ``told`` already."""
    yield from (_unsure_finding(one, file) for one in parts if not one.sure)
    known = {frozenset(one.told.key) for one in told}
    by_key: dict[frozenset[tuple[str, str]], list[Found]] = {}
    for one in (*_of_parts(parts, file), *_of_totals(totals, file)):
        if frozenset(one[1]) not in known:
            by_key.setdefault(frozenset(one[1]), []).append(one)
    for found in by_key.values():
        sums_first = sorted(found, key=lambda one: one[0].kind is not Kind.SUM)
        (rule, key, said, cited), *others = sums_first
        ordered = in_the_order_of(file, key)
        yield finding(
            (rule.id, "missing", *(part for pair in ordered for part in pair)),
            rule=rule.id,
            kind=Kind.COMPLETENESS,
            message=f"There is no record for {in_words(ordered)}. {said}",
            severity=_severity(rule),
            citations=cited,
            why=rule.why,
            broken=sorted({other[0].id for other in others} - {rule.id}),
        )


def _severity(rule: DataRule) -> Severity:
    """A share that is not there is doubtful where nobody said that all of them are."""
    makes_a_whole = rule.plus == (rule.target,)
    return Severity.WARNING if makes_a_whole and is_found(rule.id) else rule.severity


def absent_members_finding(absent: AbsentMembers, file: DataFile) -> Finding:
    """What no record of the file has, though not one sum comes out without it."""
    check, column, values, checks = absent
    relation = replace(file.relation(check), missing=())
    target = Citation("total", relation.target.text, relation.target.source)
    inputs = [Citation("part", t.fact.text, t.fact.source) for t in relation.inputs]
    given = sentence(relation, computed(relation))
    return finding(
        (check.rule.id, "absent", column, *values),
        rule=check.rule.id,
        kind=Kind.COMPLETENESS,
        message=f"No record has {column} {' or '.join(values)}, which {check.rule.id} adds up:"
        f" without, all of its {checks:,} checks fail. {given}",
        severity=check.rule.severity,
        citations=(target, *inputs),
        why=check.rule.why,
    )


def _unsure_finding(part: MissingPart, file: DataFile) -> Finding:
    """A sum that fails where something begins or ends: one of these records may be missing."""
    rule, relation = part.check.rule, replace(file.relation(part.check), missing=())
    keys = [in_words(in_the_order_of(file, key)) for key in part.keys]
    target = Citation("total", relation.target.text, relation.target.source)
    inputs = [Citation("part", t.fact.text, t.fact.source) for t in relation.inputs]
    given = sentence(relation, computed(relation))
    return finding(
        (rule.id, "may be missing", *keys),
        rule=rule.id,
        kind=Kind.COMPLETENESS,
        message=f"{given} One of these is wrong, or a record is missing: {'; or '.join(keys)}.",
        severity=rule.severity,
        citations=(target, *inputs),
        why=rule.why,
    )


def _of_parts(parts: Sequence[MissingPart], file: DataFile) -> Iterator[Found]:
    for check, keys, sure in parts:
        if not sure:
            continue
        relation = replace(file.relation(check), missing=())
        target = Citation("total", relation.target.text, relation.target.source)
        inputs = [Citation("part", t.fact.text, t.fact.source) for t in relation.inputs]
        said = f"Without it {check.rule.id} cannot be checked."
        if check.rule.kind is Kind.SUM:
            said = sentence(relation, computed(relation))
        for key in keys:
            yield check.rule, key, said, (target, *inputs)


def _of_totals(totals: Sequence[MissingTotal], file: DataFile) -> Iterator[Found]:
    for rule, key, rows in totals:
        facts = [file.fact(Cell(row, rule.plus[0].column)) for row in rows[:MOST_RECORDS_CITED]]
        cited = tuple(Citation("part", one.text, one.source) for one in facts if one)
        if cited:
            more = f" and {len(rows) - len(facts)} more" if len(rows) > len(facts) else ""
            parts = ", ".join(one.text for one in cited)
            yield rule, key, f"What it follows from is there: {parts}{more}.", cited
