"""What an audit of a data file found, as the report of a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from auditor.blame import distinct, findings
from auditor.checks.verdict import verdict
from auditor.datafiles.columns.locations import Places
from auditor.datafiles.findings.itemised import Found
from auditor.datafiles.findings.schema_findings import (
    broken_finding,
    missing_findings,
    ragged_finding,
    repeated_finding,
)
from auditor.datafiles.verdicts.audit import MOST_EXPLAINED, MOST_LISTED
from auditor.datafiles.verdicts.data_file import Cell, Group, Reading
from auditor.datafiles.verdicts.outcomes import Outcome
from auditor.model.fact import Fact
from auditor.model.figure import Rounding
from auditor.model.finding import Citation, Finding, Status, Verdict
from auditor.model.report import DocumentReport, Excerpt
from auditor.model.rule import Pack

NOT_CARRIED_OUT = {
    Outcome.MISSING: "a figure is not printed",
    Outcome.SEVERAL: "a record stands more than once",
    Outcome.ALL_NIL: "every part is a dash",
    Outcome.TARGET_NIL: "the result is a dash",
    Outcome.BASE: "the base of the growth is not surely positive",
    Outcome.DIVISOR: "the divisor may be zero",
}

LACKING = "a record that may belong there says what its column does not allow"


def report_of(found: Found, pack: Pack, path: str, sha256: str, places: Places) -> DocumentReport:
    """The findings, what was checked and what was not, as every rendering shows it."""
    assert pack.data is not None
    audit = found.audit
    reading = Reading(pack.data, audit.records, places, path)
    violated = [*_verdicts(found.violated, reading, audit.rounding)]
    around = [*_verdicts(found.around, reading, audit.rounding)]
    broken = [one for one in violated if one.status is Status.VIOLATED]
    told = _told([*broken, *around], found, reading, pack)
    tied = audit.tied()
    printed = {name: audit.printed(name) for name in audit.numbers}
    return DocumentReport(
        path,
        sha256,
        sum(int(np.count_nonzero(cells)) for cells in printed.values()),
        sum(int(np.count_nonzero(cells)) for cells in tied.values()),
        tuple(_listed(found, reading)) or (*violated, *around),
        tuple(told),
        tuple(_untied(found, reading)),
        packs=(pack.id,),
        unbound=tuple(
            sorted({r.id for r in pack.data.rules} - {rule for rule, _ in audit.tally()})
        ),
        remarks=tuple(_remarks(found)),
        excerpts=tuple(_excerpts(told, places)),
        rounding=audit.rounding,
        tally=_tally(found, violated),
    )


def _verdicts(groups: Sequence[Group], reading: Reading, rounding: Rounding) -> Iterator[Verdict]:
    return (verdict(reading.relation(group), rounding) for group in groups)


def _listed(found: Found, reading: Reading) -> Iterator[Verdict]:
    """Every check; those that may lack a record were not carried out."""
    lacking = {(group.rule.id, group.target) for group in found.lacking}
    verdicts = _verdicts(found.listed, reading, found.audit.rounding)
    for group, one in zip(found.listed, verdicts, strict=True):
        if (group.rule.id, group.target) in lacking:
            yield Verdict(one.relation, Status.NOT_CHECKABLE, reason=LACKING)
        else:
            yield one


def _told(verdicts: Sequence[Verdict], found: Found, reading: Reading, pack: Pack) -> list[Finding]:
    """Every finding once, in the file's order."""
    assert pack.data is not None
    facts = {fact.number: fact for one in verdicts for fact in one.relation.facts}
    told = findings(verdicts, found.audit.rounding, [*_in_order(facts)])
    told += missing_findings(pack.data, reading, pack.id)
    told += [ragged_finding(one, reading, pack.id) for one in found.ragged]
    told += [broken_finding(one, reading, pack.id) for one in found.broken]
    told += [repeated_finding(rows, reading, pack.id) for rows in found.repeated]
    return distinct(told)


def _in_order(facts: Mapping[int, Fact]) -> Iterator[Fact]:
    return (facts[number] for number in sorted(facts))


def _tally(found: Found, violated: Sequence[Verdict]) -> Mapping[tuple[str, Status], int]:
    """How the checks came out; figures in different units are compared only where they agree."""
    tally = found.audit.tally()
    unlike = [one.relation.rule for one in violated if one.status is not Status.VIOLATED]
    for rule in (*unlike, *(group.rule.id for group in found.lacking)):
        tally[rule, Status.VIOLATED] -= 1
        open_ = tally.get((rule, Status.NOT_CHECKABLE), 0)
        tally[rule, Status.NOT_CHECKABLE] = open_ + 1
    return tally


def _remarks(found: Found) -> Iterator[str]:
    """What was not carried out, not explained or not listed: nothing is cut off in silence."""
    audit = found.audit
    if audit.rounding is Rounding.TRUNCATE:
        yield "figures are taken as cut off, not rounded: that is what their sums obey"
    for rule, outcome, number in audit.reasons():
        yield f"{rule}: {_counted(number)} not carried out: {NOT_CARRIED_OUT[outcome]}"
    for rule, number in Counter(group.rule.id for group in found.lacking).items():
        yield f"{rule}: {_counted(number)} not carried out: {LACKING}"
    for one in audit.checked:
        violated = len(one.having(Outcome.VIOLATED))
        if violated > MOST_EXPLAINED:
            rule = one.bound.rule.id
            first = f"the first {MOST_EXPLAINED} are explained"
            yield f"{rule}: of {violated:,} violated checks {first}"
    yield from found.more
    if audit.checks > MOST_LISTED:
        yield (
            f"the {audit.checks:,} checks are counted, and listed only around findings;"
            f" up to {MOST_LISTED:,} would all be"
        )


def _counted(number: int) -> str:
    return "1 check was" if number == 1 else f"{number:,} checks were"


def _untied(found: Found, reading: Reading) -> Iterator[Citation]:
    """The figures that no check covers, where checks are listed."""
    if not found.listed:
        return
    tied = found.audit.tied()
    for name in found.audit.numbers:
        for row in np.flatnonzero(found.audit.printed(name) & ~tied[name]).tolist():
            fact = reading.fact(Cell(row, name))
            if fact is not None:
                yield Citation("figure", fact.text, fact.source)


def _excerpts(told: Sequence[Finding], places: Places) -> Iterator[Excerpt]:
    """The line of every citation, each once."""
    cited = (c for one in told for c in (*one.citations, *(s.citation for s in one.suspects)))
    for source, text in dict.fromkeys((citation.source, citation.text) for citation in cited):
        line = places.line_of(source.row, source.line)
        if line is not None and source.column and source.end_column:
            start, end = source.column - 1, source.end_column - 1
            yield Excerpt(source, text, str(source.line), line, start, end)
