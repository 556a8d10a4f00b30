"""Verdicts: what checking came to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from auditor.model.citation import Citation
from auditor.model.interval import Interval
from auditor.model.relation import Relation, Severity


class Status(StrEnum):
    """What checking a relation came to."""

    HOLDS = "holds"
    VIOLATED = "violated"
    NOT_CHECKABLE = "not_checkable"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A relation and what checking it came to.

    ``exact``: the printed figures agree to the last digit, without any appeal to rounding.
    ``residual``: what the two sides may differ by; it holds zero unless the relation is violated.
    ``reason``: why a relation could not be checked.
    """

    relation: Relation
    status: Status
    exact: bool = False
    residual: Interval | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class LabelCheck:
    """A heading's words against its table's columns; ``expected`` is what it should say."""

    rule: str
    title: str
    status: Status
    severity: Severity
    why: str
    heading: Citation
    columns: tuple[Citation, ...]
    heading_text: str
    expected: str


@dataclass(frozen=True, slots=True)
class Slack:
    """By how many units of its last digit a tied figure could be off unseen.

    ``units`` is 0 for a figure that is pinned to the digit, None where nothing bounds it.
    """

    citation: Citation
    units: int | None
