"""What is told between files besides wrong figures, and what is counted and not told one by one."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from auditor.datafiles.across.audit import AcrossAudit
from auditor.datafiles.across.binding import Linked
from auditor.datafiles.across.counterparts import (
    Identity,
    OneSided,
    missing_again,
    one_sided,
)
from auditor.datafiles.across.findings import (
    idle_findings,
    missing_part_finding,
    one_sided_finding,
)
from auditor.datafiles.across.folder import Folder
from auditor.datafiles.findings.remarks import not_carried_out
from auditor.datafiles.thresholds import MOST_EXPLAINED, MOST_ITEMISED
from auditor.datafiles.verdicts.outcomes import Outcome
from auditor.model.dataset import DataRule
from auditor.model.finding import Finding
from auditor.model.mistake import listed
from auditor.model.rule import Pack


class Told(NamedTuple):
    """Findings, and remarks each with the path of the file that it is made on."""

    findings: tuple[Finding, ...]
    remarks: tuple[tuple[str, str], ...]


def told_across(
    across: AcrossAudit, pack: Pack, folder: Folder, missed: AbstractSet[Identity] = frozenset()
) -> Told:
    """What rules between files tell of records that are not there, and of themselves.

    ``missed`` are records that the files themselves are told to lack.
    """
    found: list[Finding] = []
    said = [*_not_asked(across, pack, folder)]
    for rule, alone in _by_rule(across, missed):
        found += [one_sided_finding(one, folder) for one in alone[:MOST_ITEMISED]]
        if len(alone) > MOST_ITEMISED:
            left = f"{len(alone) - MOST_ITEMISED:,} more records have no counterpart"
            path = folder.files[rule.target.group][0].path
            said.append((path, f"{rule.id}: {left}, and are not told one by one"))
    known = {one.citations[0].source for one in found}
    for part in across.parts():
        one = missing_part_finding(part, folder)
        found += [one] if one.citations[0].source not in known else []
    for link in across.links:
        path = folder.files[link.bound.rule.target.group][0].path
        found += idle_findings(link, folder)
        said += [(path, one) for one in _counted(link, across)]
    return Told(tuple(found), tuple(said))


def _by_rule(
    across: AcrossAudit, missed: AbstractSet[Identity]
) -> Iterator[tuple[DataRule, list[OneSided]]]:
    """The records without a counterpart, each once, under the first rule that misses it."""
    found: dict[Identity, OneSided] = {}
    misspelt: dict[tuple[str, int], Identity] = {}
    for link in across.links:
        for one in (*one_sided(link, across.groups), *missing_again(link, across.groups)):
            written = (one.present.group, one.row)
            if one.near_column and misspelt.setdefault(written, one.identity) != one.identity:
                continue  # a name that is misspelt here is missed in every other file
            first = found.setdefault(one.identity, one)
            if first.rule is not one.rule:
                others = {*first.others, one.rule.id} - {first.rule.id}
                found[one.identity] = first._replace(others=tuple(sorted(others)))
    for link in across.links:
        rule = link.bound.rule
        yield rule, [o for o in found.values() if o.rule is rule and o.identity not in missed]


def _not_asked(across: AcrossAudit, pack: Pack, folder: Folder) -> Iterator[tuple[str, str]]:
    """The rules of which a group has no file, or a file no such column."""
    path = next(iter(folder.files.values()))[0].path
    bound = {link.bound.rule.id for link in across.links}
    for rule in pack.across:
        if rule.id not in bound:
            yield path, f"{rule.id} was not carried out: {why_not(rule, pack, {*folder.groups})}"


def why_not(rule: DataRule, pack: Pack, there: set[str]) -> str:
    """What a rule between files lacks, where these groups have files."""
    for group in pack.groups:
        if group.name in rule.groups and group.name not in there:
            called = f", which are called {listed(group.data.files)}" if group.data.files else ""
            return f"no file that is audited is one of {group.name}{called}"
    return "a file has not all the columns that it names"


def _counted(link: Linked, across: AcrossAudit) -> Iterator[str]:
    """Checks that were not carried out or not explained."""
    rule = link.bound.rule
    for one, outcome, files in across.counts():
        if one is not rule:
            continue
        if outcome not in (Outcome.HOLDS, Outcome.VIOLATED):
            yield not_carried_out(rule.id, outcome, len(files))
        if outcome is Outcome.VIOLATED and len(files) > MOST_EXPLAINED:
            first = f"the first {MOST_EXPLAINED} are explained"
            yield f"{rule.id}: of {len(files):,} violated checks {first}"
