"""Understood: what a file that no rule file declares would have declared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from auditor.datafiles.columns.records import Records
from auditor.datafiles.thresholds import MOST_MISTAKEN
from auditor.datafiles.undeclared.confirmed import confirmed_rules, holding
from auditor.datafiles.undeclared.roles import Roles
from auditor.datafiles.undeclared.unrounded import columns_of, with_unrounded
from auditor.datafiles.verdicts.audit import DataAudit, audited
from auditor.datafiles.verdicts.checks import Check
from auditor.model.dataset import DataRule, DataSet, DeclaredColumn
from auditor.model.relation import Severity
from auditor.model.verdict import Status

EXCEPTIONS = "so many records break it that it may have its exceptions"


def understood(roles: Roles, records: Records) -> DataSet:
    """The columns, the key and the rules that the records show."""
    data = DataSet(roles.columns, key=roles.key, rules=confirmed_rules(roles, records))
    if not data.rules:
        return data
    data = replace(data, columns=_unrounded(data, records))
    audit = audited(data, records, None)
    return replace(data, rules=tuple(_weighed(rule, audit) for rule in data.rules))


def _unrounded(data: DataSet, records: Records) -> tuple[DeclaredColumn, ...]:
    """The columns, those of unrounded figures as exact, unless a rule holds by their rounding."""
    columns = with_unrounded(data.columns, data, records)
    audit = audited(replace(data, columns=columns), records, None)
    kept = {*holding(data.rules, audit)}
    rounded = {name for rule in data.rules if rule not in kept for name in columns_of(rule)}
    return tuple(replace(c, exact=c.exact and c.name not in rounded) for c in columns)


def _weighed(rule: DataRule, audit: DataAudit) -> DataRule:
    """The rule, with a warning for an error where its exceptions are more than mistakes would be.

    Growth may be told without what was bought, and a total may leave out what was sold: most years
    show no difference, and in the others nothing is wrong.
    """
    counts = audit.tally()
    of = sum(counts.get((rule.id, status), 0) for status in (Status.HOLDS, Status.VIOLATED))
    mistaken = _apart([check for check in audit.violated() if check.rule.id == rule.id])
    likely = mistaken <= max(1, of * MOST_MISTAKEN)
    return rule if likely else replace(rule, severity=Severity.WARNING, why=EXCEPTIONS)


def _apart(checks: Sequence[Check]) -> int:
    """How many wrong figures violated checks speak of, at least: one where they share one."""
    groups: list[set[object]] = []
    for check in checks:
        cells: set[object] = {*check.cells}
        joined = [group for group in groups if not group.isdisjoint(cells)]
        groups = [group for group in groups if group.isdisjoint(cells)]
        groups.append(cells.union(*joined))
    return len(groups)
