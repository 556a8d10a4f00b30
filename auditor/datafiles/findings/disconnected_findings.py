"""Findings on rules that check nothing in a file: what they look for, and what is there instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from auditor.datafiles.findings.schema_findings import header_cited
from auditor.datafiles.verdicts.checks import Cell
from auditor.datafiles.verdicts.data_file import DataFile
from auditor.datafiles.verdicts.disconnected import Disconnected, Unanswered, Unfound
from auditor.findings.build import finding
from auditor.model.citation import Citation
from auditor.model.dataset import DataRule, Shift
from auditor.model.finding import Finding
from auditor.model.mistake import first_listed
from auditor.model.relation import Kind, Severity
from auditor.rulebook.files.thresholds import MOST_VALUES_NAMED

REMEDY = "A rule that need not find anything says `required: false`."


def disconnected_findings(found: Disconnected, file: DataFile) -> Iterator[Finding]:
    """One for every name that is not there, and for every other rule that checks nothing."""
    yield from (unfound_finding(one, file) for one in found.unfound)
    yield from (_untargeted_finding(rule, file) for rule in found.without_target)
    yield from (_unanswered_finding(one, file) for one in found.unanswered)


def unfound_finding(one: Unfound, file: DataFile) -> Finding:
    first, *others = (rule.id for rule in one.rules)
    also = f" and {len(others)} more" if len(others) > 1 else "".join(f" and {o}" for o in others)
    there = one.near or first_listed(one.others, MOST_VALUES_NAMED)
    message = (
        f"{first}{also} looked for {one.column} {one.value}; no record has it."
        f" The file has {there}. {REMEDY}"
    )
    cited = _nearest_cited(one, file)
    return finding(
        (first, one.column, one.value),
        rule=first,
        kind=Kind.SCHEMA,
        message=message,
        expected=one.value,
        citations=(cited,),
        broken=sorted(others),
    )


def _nearest_cited(one: Unfound, file: DataFile) -> Citation:
    """The first record that says what was probably meant, or else the header."""
    if one.row < 0:
        return header_cited(file)
    return Citation("field", one.near, file.source(Cell(one.row, one.column)))


def _untargeted_finding(rule: DataRule, file: DataFile) -> Finding:
    where = ", ".join(f"{name} {' or '.join(values)}" for name, values in rule.target.where)
    message = f"{rule.id} looked for {where}; no record has all of this. {REMEDY}"
    return _finding(rule, (where,), message, header_cited(file), Severity.ERROR)


def _unanswered_finding(one: Unanswered, file: DataFile) -> Finding:
    """A warning where another period is asked for: a file may begin with the first one printed."""
    rule = one.rule
    shifted = any(cells.shift is not Shift.SAME for cells in (*rule.plus, *rule.minus))
    fact = file.fact(Cell(one.target, rule.target.column))
    cited = Citation("figure", fact.text, fact.source) if fact else header_cited(file)
    number = "Its only check" if one.checks == 1 else f"Not one of its {one.checks:,} checks"
    could = "could not" if one.checks == 1 else "could"
    message = (
        f"{rule.id} checks nothing. {number} {could} be carried out: what"
        f" {file.key(one.target) or 'a record'} follows from is not in the file. {REMEDY}"
    )
    severity = Severity.WARNING if shifted else Severity.ERROR
    return _finding(rule, ("unanswered",), message, cited, severity)


def _finding(
    rule: DataRule, key: Iterable[str], message: str, cited: Citation, severity: Severity
) -> Finding:
    return finding(
        (rule.id, *key),
        rule=rule.id,
        kind=Kind.SCHEMA,
        message=message,
        severity=severity,
        citations=(cited,),
        why=rule.why,
    )
