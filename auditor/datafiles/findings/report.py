"""What an audit of a data file found, as the report of a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from auditor.blame import findings
from auditor.checks.verdict import verdict
from auditor.datafiles.columns.locations import Places
from auditor.datafiles.findings.completeness_findings import lacking_finding
from auditor.datafiles.findings.disconnected_findings import disconnected_findings
from auditor.datafiles.findings.itemised import Itemised
from auditor.datafiles.findings.missing_record_findings import missing_record_findings
from auditor.datafiles.findings.remarks import INCOMPLETE, remarks
from auditor.datafiles.findings.schema_findings import (
    broken_finding,
    empty_finding,
    missing_findings,
    ragged_finding,
    repeated_finding,
)
from auditor.datafiles.thresholds import NEARLY
from auditor.datafiles.verdicts.checks import Cell, Check
from auditor.datafiles.verdicts.data_file import DataFile
from auditor.findings.order import distinct
from auditor.model.citation import Citation
from auditor.model.dataset import is_found
from auditor.model.fact import Fact
from auditor.model.figure import Rounding
from auditor.model.finding import Finding
from auditor.model.relation import Kind, Severity
from auditor.model.report import DocumentReport, Excerpt
from auditor.model.rule import Pack
from auditor.model.verdict import Status, Verdict

JUST_FAILS = "it fails by less than two units of the last place: another base may be meant"
UNCOVERED = "no rule of the file covers it"


def report_of(
    items: Itemised, pack: Pack, path: str, sha256: str, places: Places
) -> DocumentReport:
    """The findings, what was checked and what was not, as every rendering shows it."""
    assert pack.data is not None
    audit = items.audit
    file = DataFile(pack.data, audit.records, places, path)
    failing = [*_verdicts(items.violated, file, audit.rounding)]
    around = [*_verdicts(items.around, file, audit.rounding)]
    confirmed = [one for one in failing if one.status is Status.VIOLATED]
    reported = _findings([*confirmed, *around], items, file, pack)
    tied = audit.tied()
    printed = {name: audit.printed(name) for name in audit.numbers}
    return DocumentReport(
        path,
        sha256,
        sum(int(np.count_nonzero(cells)) for cells in printed.values()),
        sum(int(np.count_nonzero(cells)) for cells in tied.values()),
        tuple(_listed(items, file)) or (*failing, *around),
        tuple(reported),
        tuple(_untied(items, file)),
        packs=(pack.id,),
        unbound=tuple(
            sorted({r.id for r in pack.data.declared} - {rule for rule, _ in audit.tally()})
        ),
        remarks=tuple(remarks(items)),
        excerpts=tuple(_excerpts(reported, places)),
        rounding=audit.rounding,
        tally=_tally(items, failing),
    )


def _verdicts(checks: Sequence[Check], file: DataFile, rounding: Rounding) -> Iterator[Verdict]:
    return (_weighed(verdict(file.relation(check), rounding), rounding) for check in checks)


def _weighed(one: Verdict, rounding: Rounding) -> Verdict:
    """The verdict, with a warning for an error where a quotient nobody declared only just fails.

    A rate over an average that the file has not is nearly the one over what it has.
    """
    relation, figure = one.relation, one.relation.target.figure
    quotient = relation.kind in (Kind.RATIO, Kind.GROWTH) and is_found(relation.rule)
    if not quotient or one.status is not Status.VIOLATED:
        return one
    nearly = replace(relation.target, figure=replace(figure, accuracy=NEARLY * figure.last_unit))
    if verdict(replace(relation, target=nearly), rounding).status is Status.VIOLATED:
        return one
    return replace(one, relation=replace(relation, severity=Severity.WARNING, why=JUST_FAILS))


def _listed(items: Itemised, file: DataFile) -> Iterator[Verdict]:
    """Every check; those that may lack a record were not carried out."""
    incomplete = {(check.rule.id, check.target) for check in items.incomplete}
    verdicts = _verdicts(items.listed, file, items.audit.rounding)
    for check, one in zip(items.listed, verdicts, strict=True):
        if (check.rule.id, check.target) in incomplete:
            yield Verdict(one.relation, Status.NOT_CHECKABLE, reason=INCOMPLETE)
        else:
            yield one


def _findings(
    verdicts: Sequence[Verdict], items: Itemised, file: DataFile, pack: Pack
) -> list[Finding]:
    """Every finding once, in the file's order."""
    assert pack.data is not None
    facts = {fact.number: fact for one in verdicts for fact in one.relation.facts}
    reported = findings(verdicts, items.audit.rounding, [*_in_order(facts)])
    reported += missing_findings(pack.data, file, pack.id)
    reported += [] if file.records.size else [empty_finding(file, pack.id)]
    reported += disconnected_findings(items.idle, file)
    reported += [lacking_finding(one, file) for one in items.lacking]
    reported += missing_record_findings(items.parts, items.totals, items.lacking, file)
    reported += [ragged_finding(one, file, pack.id) for one in items.ragged]
    reported += [broken_finding(one, file, pack.id) for one in items.broken]
    reported += [repeated_finding(rows, file, pack.id) for rows in items.repeated]
    return distinct(reported)


def _in_order(facts: Mapping[int, Fact]) -> Iterator[Fact]:
    return (facts[number] for number in sorted(facts))


def _tally(items: Itemised, failing: Sequence[Verdict]) -> Mapping[tuple[str, Status], int]:
    """How the checks came out; figures in different units are compared only where they agree."""
    tally = items.audit.tally()
    unlike = [one.relation.rule for one in failing if one.status is not Status.VIOLATED]
    for rule in (*unlike, *(check.rule.id for check in items.incomplete)):
        tally[rule, Status.VIOLATED] -= 1
        open_ = tally.get((rule, Status.NOT_CHECKABLE), 0)
        tally[rule, Status.NOT_CHECKABLE] = open_ + 1
    return tally


def _untied(items: Itemised, file: DataFile) -> Iterator[Citation]:
    """The figures that no check covers, where checks are listed."""
    if not items.listed:
        return
    tied = items.audit.tied()
    for name in items.audit.numbers:
        for row in np.flatnonzero(items.audit.printed(name) & ~tied[name]).tolist():
            fact = file.fact(Cell(row, name))
            if fact is not None:
                yield Citation("figure", fact.text, fact.source, UNCOVERED)


def _excerpts(reported: Sequence[Finding], places: Places) -> Iterator[Excerpt]:
    """The line of every citation, each once."""
    cited = (c for one in reported for c in (*one.citations, *(s.citation for s in one.suspects)))
    for source, text in dict.fromkeys((citation.source, citation.text) for citation in cited):
        line = places.line_of(source.row, source.line)
        if line is not None and source.column and source.end_column:
            start, end = source.column - 1, source.end_column - 1
            yield Excerpt(source, text, str(source.line), line, start, end)
