"""Findings: what is wrong, where, and what it should say."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from auditor.model.citation import Citation
from auditor.model.relation import Kind, Origin, Severity


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
class Finding:
    """One discrepancy: one wrong figure or label, with every relation it breaks.

    ``printed`` and ``expected`` are in the document's own style; ``expected_interval`` holds the
    values, in the printed unit, that would satisfy the relations. ``working`` is the calculation
    step by step, ``broken`` the ids of the rules it breaks besides ``rule``. ``check`` is what a
    cell breaks of its column's schema, as pandera calls it.
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
    check: str = ""

    @property
    def primary(self) -> Citation | None:
        """The figure that ``printed`` quotes, or else the likeliest suspect, or the first cited."""
        cited = (*(suspect.citation for suspect in self.suspects), *self.citations)
        quoted = (citation for citation in cited if citation.text == self.printed)
        return next(chain(quoted, cited), None)
