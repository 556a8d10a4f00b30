"""Understood: what a file that no rule file declares would have declared."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from auditor.datafiles.columns.records import Records
from auditor.datafiles.thresholds import MOST_MISTAKEN
from auditor.datafiles.undeclared.confirmed import confirmed_rules
from auditor.datafiles.undeclared.roles import Roles
from auditor.datafiles.undeclared.unrounded import columns_of, with_unrounded
from auditor.datafiles.verdicts.audit import DataAudit, audited
from auditor.datafiles.verdicts.checks import Check
from auditor.model.dataset import DataRule, DataSet
from auditor.model.relation import Severity
from auditor.model.verdict import Status

EXCEPTIONS = "so many records break it that it may have its exceptions"
ROUNDED = "it holds within rounding only, of figures that seem to be counts"


def understood(roles: Roles, records: Records) -> DataSet:
    """The columns, the key and the rules that the records show."""
    data = DataSet(roles.columns, key=roles.key, rules=confirmed_rules(roles, records))
    if not data.rules:
        return data
    columns = with_unrounded(data.columns, data, records)
    mistaken = _mistaken(data, records)
    if_exact = _mistaken(replace(data, columns=columns), records)
    loose = [rule for rule in data.rules if if_exact[rule.id] > mistaken[rule.id] + 1]
    rounded = {name for rule in loose for name in columns_of(rule)}
    columns = tuple(replace(c, exact=c.exact and c.name not in rounded) for c in columns)
    data = replace(data, columns=columns)
    return replace(data, rules=tuple(_weighed(data, records, loose)))


def _weighed(data: DataSet, records: Records, loose: Collection[DataRule]) -> Iterator[DataRule]:
    """The rules, with a warning for an error where what breaks them need be no mistake.

    A rate may be over an average of what the file has. Growth may be told without what was bought,
    and a total may leave out what was sold: most years show no difference, and none is wrong.
    ``loose`` are the rules that hold only if figures are rounded which seem to be counts.
    """
    audit = audited(data, records, None)
    counts, mistaken = audit.tally(), _mistaken_in(audit)
    for rule in data.rules:
        of = sum(counts.get((rule.id, one), 0) for one in (Status.HOLDS, Status.VIOLATED))
        if rule in loose:
            yield replace(rule, severity=Severity.WARNING, why=ROUNDED)
        elif mistaken[rule.id] > max(1, of * MOST_MISTAKEN):
            yield replace(rule, severity=Severity.WARNING, why=EXCEPTIONS)
        else:
            yield rule


def _mistaken(data: DataSet, records: Records) -> Counter[str]:
    return _mistaken_in(audited(data, records, None))


def _mistaken_in(audit: DataAudit) -> Counter[str]:
    """By rule how many wrong figures its violated checks speak of, at least."""
    checks: dict[str, list[Check]] = defaultdict(list)
    for check in audit.violated():
        checks[check.rule.id].append(check)
    return Counter({name: _apart(those) for name, those in checks.items()})


def _apart(checks: Sequence[Check]) -> int:
    """In how many groups checks fall that share figures: one wrong figure may break many."""
    groups: list[set[object]] = []
    for check in checks:
        cells: set[object] = {*check.cells}
        joined = [group for group in groups if not group.isdisjoint(cells)]
        groups = [group for group in groups if group.isdisjoint(cells)]
        groups.append(cells.union(*joined))
    return len(groups)
