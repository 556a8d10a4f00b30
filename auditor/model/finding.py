"""Findings: what is wrong, where, and what it should say."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from auditor.model.document import Source
from auditor.model.interval import Interval
from auditor.model.relation import Kind, Origin, Relation, Severity


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
class Citation:
    """A place in the document, the text printed there, and its part in the finding."""

    role: str
    text: str
    source: Source


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
class Suspect:
    """A figure that may be wrong; ``suggestion`` is what it should print ("" if unknown).

    ``slip`` says in words what slip of the pen would have made it so ("" if none is known).
    """

    citation: Citation
    confidence: float
    suggestion: str = ""
    slip: str = ""


@dataclass(frozen=True, slots=True)
class Slack:
    """By how many units of its last digit a tied figure could be off unseen.

    ``units`` is 0 for a figure that is pinned to the digit, None where nothing bounds it.
    """

    citation: Citation
    units: int | None


@dataclass(frozen=True, slots=True)
class Finding:
    """One discrepancy: one wrong figure or label, with every relation it breaks.

    ``printed`` and ``expected`` are in the document's own style; ``expected_interval`` holds the
    values, in the printed unit, that would satisfy the relations. ``working`` is the calculation
    step by step, ``broken`` the ids of the rules it breaks besides ``rule``.
    """

    id: str
    rule: str
    kind: Kind
    origin: Origin
    severity: Severity
    message: str
    printed: str
    expected: str
    expected_interval: tuple[str, str] | None
    suspects: tuple[Suspect, ...]
    citations: tuple[Citation, ...]
    why: str = ""
    working: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()

    @property
    def primary(self) -> Citation | None:
        """The figure that ``printed`` quotes, or else the likeliest suspect, or the first cited."""
        cited = (*(suspect.citation for suspect in self.suspects), *self.citations)
        quoted = (citation for citation in cited if citation.text == self.printed)
        return next(chain(quoted, cited), None)
