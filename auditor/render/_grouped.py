"""Many findings by rule and key: what they have in common, where nobody reads them one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from auditor.model.finding import Finding
from auditor.model.relation import Severity
from auditor.render._findings import GRAVITY
from auditor.render._thresholds import MANY_FINDINGS, MOST_KEYS_NAMED, SHOWN_OF_MANY

ALL = "`--format records:FILE.csv` (or .json, .parquet) lists them all"


class Group(NamedTuple):
    """The findings of one rule: how many, the gravest of them, what most have in common."""

    rule: str
    number: int
    severity: Severity
    keys: tuple[tuple[str, int], ...]

    @property
    def common(self) -> str:
        """What most have in common: "period 2025-Q2 in 312, segment Cloud in 120"."""
        return ", ".join(f"{name} in {number:,}" for name, number in self.keys)


def are_many(findings: Sequence[Finding]) -> bool:
    """Whether there are more than a person reads one by one."""
    return len(findings) > MANY_FINDINGS


def groups_of(findings: Sequence[Finding]) -> tuple[Group, ...]:
    """The findings by rule, the gravest and most frequent first."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    groups = (_group(rule, found) for rule, found in by_rule.items())
    return tuple(sorted(groups, key=lambda one: (GRAVITY.index(one.severity), -one.number)))


def _group(rule: str, findings: Sequence[Finding]) -> Group:
    counted = Counter(part for finding in findings for part in _key_parts(finding))
    frequent = sorted(counted.items(), key=lambda one: -one[1])  # ties as they come
    keys = tuple((name, number) for name, number in frequent if number > 1)[:MOST_KEYS_NAMED]
    worst = min((finding.severity for finding in findings), key=GRAVITY.index)
    return Group(rule, len(findings), worst, keys)


def _key_parts(finding: Finding) -> Iterator[str]:
    """What the record that a finding is on is known by, part by part."""
    primary = finding.primary
    key = primary.source.row_label if primary else None
    yield from dict.fromkeys(part.strip() for part in (key or "").split(", ") if part.strip())


def shown_of(findings: Sequence[Finding]) -> Sequence[Finding]:
    """The findings that are shown one by one."""
    return findings[:SHOWN_OF_MANY] if are_many(findings) else findings


def not_shown(findings: Sequence[Finding]) -> str:
    """How many are not shown one by one, and how to get them; "" where all are."""
    left = len(findings) - len(shown_of(findings))
    return f"{left:,} more findings are not shown one by one; {ALL}" if left else ""
