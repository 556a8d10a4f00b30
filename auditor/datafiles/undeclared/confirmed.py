"""Confirmed: of the rules that a file's figures propose, those which the audit finds to hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from auditor.datafiles.columns.records import Records
from auditor.datafiles.undeclared import (
    carried,
    identities,
    quotients,
    running_sums,
    totals,
    whole_years,
    wholes,
)
from auditor.datafiles.undeclared.fits import mostly
from auditor.datafiles.undeclared.frame import Frame
from auditor.datafiles.undeclared.roles import Roles
from auditor.datafiles.verdicts.audit import DataAudit, audited
from auditor.model.dataset import FOUND, RUNNING, DataRule, DataSet
from auditor.model.relation import Kind
from auditor.model.verdict import Status

FAMILIES = (totals, identities, whole_years, running_sums, carried, quotients, wholes)
_NO_LETTER = re.compile(r"[^a-z0-9]+")


def confirmed_rules(roles: Roles, records: Records) -> tuple[DataRule, ...]:
    """Of the rules that are proposed those that hold, each once."""
    frame = Frame(roles, records)
    found = tuple(totals.totals_of(frame))
    proposed = [rule for family in FAMILIES for rule in family.candidates(frame, found)]
    rules = tuple(_with_names(proposed))
    data = DataSet(roles.columns, key=roles.key, rules=rules)
    audit = audited(data, records, None) if rules else None
    return tuple(_without_special(_holding(rules, audit))) if audit else ()


def _holding(rules: Sequence[DataRule], audit: DataAudit) -> Iterator[DataRule]:
    """The rules that hold in the records but for a few.

    A running sum does where its steps do: one wrong part breaks all sums that come after it.
    """
    counts = audit.tally()
    for rule in rules:
        holds = counts.get((rule.id, Status.HOLDS), 0)
        runs = any(cells.shift in RUNNING for cells in rule.plus)
        if runs or mostly(holds, holds + counts.get((rule.id, Status.VIOLATED), 0)):
            yield rule


def _without_special(rules: Iterable[DataRule]) -> Iterator[DataRule]:
    """Without the rules of some records that another says of all, or says more closely."""
    kept = [*rules]
    for rule in kept:
        if not any(_includes(other, rule) or _gives(other, rule) for other in kept):
            yield rule


def _gives(closely: DataRule, whole: DataRule) -> bool:
    """Whether the amounts of which shares are taken stand beside those that make a whole."""
    return (
        closely.kind is whole.kind is Kind.RATIO
        and closely.target.column == whole.target.column
        and whole.plus == (whole.target,) != closely.plus
    )


def _includes(whole: DataRule, part: DataRule) -> bool:
    return (
        whole is not part
        and (whole.kind, whole.target.column) == (part.kind, part.target.column)
        and not whole.target.where
        and bool(part.target.where)
        and [replace(c, where=()) for c in (*whole.plus, *whole.minus)]
        == [replace(c, where=()) for c in (*part.plus, *part.minus)]
    )


def _with_names(rules: Iterable[DataRule]) -> Iterator[DataRule]:
    """The rules with names as rule files have them, each once."""
    used: set[str] = set()
    for rule in rules:
        words = _NO_LETTER.sub("-", rule.id.casefold()).strip("-") or "rule"
        number, name = 1, words
        while name in used:
            number += 1
            name = f"{words}-{number}"
        used.add(name)
        yield replace(rule, id=f"{FOUND}.{name}")
