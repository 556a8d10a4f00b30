"""What an audit of a data file found, as the report of a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from auditor.blame import findings
from auditor.checks.verdict import verdict
from auditor.datafiles.columns.locations import NOWHERE, Places
from auditor.datafiles.findings.completeness_findings import lacking_finding
from auditor.datafiles.findings.disconnected_findings import disconnected_findings
from auditor.datafiles.findings.itemised import Itemised
from auditor.datafiles.findings.missing_record_findings import (
    absent_members_finding,
    missing_record_findings,
)
from auditor.datafiles.findings.remarks import INCOMPLETE, remarks
from auditor.datafiles.findings.schema_findings import (
    broken_finding,
    empty_finding,
    missing_findings,
    ragged_finding,
    repeated_finding,
)
from auditor.datafiles.findings.unlike_wholes import with_unlike_wholes
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


class FileVerdicts(NamedTuple):
    """The violated checks of a file one by one, and those around them that hold."""

    failing: tuple[Verdict, ...]
    around: tuple[Verdict, ...]

    @property
    def telling(self) -> tuple[Verdict, ...]:
        """What tells which figure is wrong."""
        return (*(one for one in self.failing if one.status is Status.VIOLATED), *self.around)


class Beyond(NamedTuple):
    """What other files tell of one: findings, checks of its figures, and how these came out.

    ``tied`` are by column the figures that a check between files covers, ``places`` by path the
    lines of the other files that are cited; ``unbound`` are rules that found nothing to check.
    """

    findings: tuple[Finding, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    tally: Mapping[tuple[str, Status], int] = MappingProxyType({})
    tied: Mapping[str, NDArray[np.bool_]] = MappingProxyType({})
    places: Mapping[str, Places] = MappingProxyType({})
    packs: tuple[str, ...] = ()
    unbound: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


NOTHING_BEYOND = Beyond()


def verdicts_of(items: Itemised, file: DataFile) -> FileVerdicts:
    """The checks that are reported one by one."""
    rounding = items.audit.rounding
    return FileVerdicts(
        tuple(_verdicts(items.violated, file, rounding)),
        tuple(_verdicts(items.around, file, rounding)),
    )


def blamed(verdicts: Sequence[Verdict], rounding: Rounding) -> list[Finding]:
    """The findings on the figures that must be wrong, as these verdicts tell."""
    facts = {fact.number: fact for one in verdicts for fact in one.relation.facts}
    return findings(verdicts, rounding, [*_in_order(facts)])


def alone_report(items: Itemised, file: DataFile, pack: Pack, sha256: str) -> DocumentReport:
    """The findings of a file by itself."""
    verdicts = verdicts_of(items, file)
    found = blamed(verdicts.telling, items.audit.rounding)
    return report_of(items, file, pack, sha256, verdicts, Beyond(tuple(found)))


def report_of(  # noqa: PLR0913, PLR0917  # the file, its audit, and what others tell of it
    items: Itemised,
    file: DataFile,
    pack: Pack,
    sha256: str,
    verdicts: FileVerdicts,
    beyond: Beyond = NOTHING_BEYOND,
) -> DocumentReport:
    """The findings, what was checked and what was not, as every rendering shows it."""
    assert pack.data is not None
    audit = items.audit
    reported = distinct([*beyond.findings, *_findings(items, file, pack)])
    tied = {name: cells | beyond.tied.get(name, False) for name, cells in audit.tied().items()}
    printed = {name: audit.printed(name) for name in audit.numbers}
    listed = tuple(_listed(items, file))
    return DocumentReport(
        file.path,
        sha256,
        sum(int(np.count_nonzero(cells)) for cells in printed.values()),
        sum(int(np.count_nonzero(tied[name] & cells)) for name, cells in printed.items()),
        (*(listed or (*verdicts.failing, *verdicts.around)), *beyond.verdicts),
        tuple(reported),
        tuple(_untied(items, file, tied)),
        packs=(pack.id, *beyond.packs),
        unbound=(
            *sorted({r.id for r in pack.data.declared} - {rule for rule, _ in audit.tally()}),
            *beyond.unbound,
        ),
        remarks=(*remarks(items), *beyond.remarks),
        excerpts=tuple(_excerpts(reported, {**beyond.places, file.path: file.places})),
        rounding=audit.rounding,
        tally={**_tally(items, verdicts.failing), **beyond.tally},
    )


def _verdicts(checks: Sequence[Check], file: DataFile, rounding: Rounding) -> Iterator[Verdict]:
    found = [weighed(verdict(file.relation(check), rounding), rounding) for check in checks]
    return with_unlike_wholes(found, rounding)


def weighed(one: Verdict, rounding: Rounding) -> Verdict:
    """The verdict, with a warning for an error where a quotient nobody declared only just fails.

    A rate over an average that the file has not is nearly the one over what it has.
    """
    relation, figure = one.relation, one.relation.target.figure
    quotient = relation.kind in (Kind.RATIO, Kind.GROWTH) and is_found(relation.rule)
    if not quotient or one.status is not Status.VIOLATED:
        return one
    nearly = relation.target._replace(figure=figure._replace(accuracy=NEARLY * figure.last_unit))
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


def _findings(items: Itemised, file: DataFile, pack: Pack) -> list[Finding]:
    """What is told of the file besides figures that must be wrong."""
    assert pack.data is not None
    reported = [*missing_findings(pack.data, file, pack.id)]
    reported += [] if file.records.size else [empty_finding(file, pack.id)]
    reported += disconnected_findings(items.idle, file)
    reported += [lacking_finding(one, file) for one in items.lacking]
    reported += missing_record_findings(items.parts, items.totals, items.lacking, file)
    reported += (absent_members_finding(one, file) for one in items.absent)
    reported += [ragged_finding(one, file, pack.id) for one in items.ragged]
    reported += [broken_finding(one, file, pack.id) for one in items.broken]
    reported += [repeated_finding(rows, file, pack.id) for rows in items.repeated]
    return reported


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


def _untied(
    items: Itemised, file: DataFile, tied: Mapping[str, NDArray[np.bool_]]
) -> Iterator[Citation]:
    """The figures that no check covers, where checks are listed."""
    if not items.listed:
        return
    for name in items.audit.numbers:
        for row in np.flatnonzero(items.audit.printed(name) & ~tied[name]).tolist():
            fact = file.fact(Cell(row, name))
            if fact is not None:
                yield Citation("figure", fact.text, fact.source, UNCOVERED)


def _excerpts(reported: Sequence[Finding], places: Mapping[str, Places]) -> Iterator[Excerpt]:
    """The line of every citation, each once; ``places`` are those of each file that is cited."""
    cited = (c for one in reported for c in (*one.citations, *(s.citation for s in one.suspects)))
    for source, text in dict.fromkeys((citation.source, citation.text) for citation in cited):
        line = places.get(source.path, NOWHERE).line_of(source.row, source.line)
        if line is not None and source.column and source.end_column:
            start, end = source.column - 1, source.end_column - 1
            yield Excerpt(source, text, str(source.line), line, start, end)
