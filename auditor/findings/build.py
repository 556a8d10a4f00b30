"""Where findings are made, whatever found them: id, citations, suspects and sentence."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from auditor.findings.wording import (
    accusation,
    computed,
    files_named,
    joint_sentence,
    reserve,
    sentence,
    step,
    working,
)
from auditor.model.citation import Citation
from auditor.model.fact import Fact
from auditor.model.finding import Finding, Suspect
from auditor.model.relation import Kind, Origin, Relation, Role, Severity
from auditor.model.verdict import LabelCheck

SEPARATOR = "\x1f"
WHOLE = {Kind.SUM: "total", Kind.AVERAGE: "average", Kind.TIE: str(Role.SAME)}
"""What the target of a relation is called in a citation, where not by the relation's kind."""


def fingerprint(parts: Iterable[str]) -> str:
    """The stable id of a finding: a digest of what it says, wherever that stands."""
    return hashlib.sha256(SEPARATOR.join(parts).encode()).hexdigest()[:12]


def finding(  # noqa: PLR0913  # the fields of a finding
    key: Iterable[str],
    *,
    rule: str,
    kind: Kind,
    message: str,
    citations: Sequence[Citation],
    origin: Origin = Origin.DECLARED,
    severity: Severity = Severity.ERROR,
    printed: str | None = None,
    expected: str = "",
    expected_interval: tuple[str, str] | None = None,
    suspects: Sequence[Suspect] = (),
    why: str = "",
    working: Sequence[str] = (),
    broken: Sequence[str] = (),
) -> Finding:
    """A finding whose id is made of ``key``; it quotes its first citation unless told what."""
    return Finding(
        id=fingerprint(key),
        rule=rule,
        kind=kind,
        origin=origin,
        severity=severity,
        message=message,
        printed=citations[0].text if printed is None else printed,
        expected=expected,
        expected_interval=expected_interval,
        suspects=tuple(suspects),
        citations=tuple(citations),
        why=why,
        working=tuple(working),
        broken=tuple(broken),
    )


def label_finding(check: LabelCheck) -> Finding:
    """The finding of a heading that says something else than its table's columns."""
    columns = ", ".join(dict.fromkeys(c.text for c in check.columns))
    return finding(
        (check.rule, check.heading_text, columns),
        rule=check.rule,
        kind=Kind.LABEL,
        severity=check.severity,
        message=(
            f"The heading \u201c{check.heading_text}\u201d says {check.heading.text}, "
            f"but the columns below it are {columns}."
        ),
        expected=check.expected,
        citations=(check.heading, *check.columns),
        why=check.why,
    )


class Discrepancy(NamedTuple):
    """A figure that must be wrong, as the relations show it.

    ``relations`` are those it breaks, or ``jointly`` those that hold one by one and contradict
    each other. The figure is the first of the ``suspects``; ``wanted`` is what it may be, in base
    units. ``is_open``: other figures together would explain the same; ``is_followed``: the figure
    does only together with what is computed of it.
    """

    fact: Fact
    relations: tuple[Relation, ...]
    jointly: bool
    suspects: tuple[Suspect, ...]
    wanted: tuple[str, str] | None
    severity: Severity
    is_open: bool
    is_followed: bool = False


def discrepancy_finding(found: Discrepancy) -> Finding:
    """The finding on a figure that must be wrong."""
    fact = found.fact
    main = min(
        (r for r in found.relations if fact.number in {f.number for f in r.facts}),
        key=lambda relation: plainness(relation, fact.number),
    )
    ordered = (main, *(r for r in found.relations if r is not main))
    said = joint_sentence(ordered) if found.jointly else sentence(main, computed(main))
    named = found.jointly or main.target.number != fact.number
    of_several = len({f.source.path for r in found.relations for f in r.facts}) > 1
    blamed = accusation(fact, found.suspects, named=named, in_files=of_several)
    kept_back = reserve(fact, is_open=found.is_open, is_followed=found.is_followed)
    if not found.jointly and (files := files_named(main)):
        said = f"{said} {files}"
    return finding(
        _joint_key(ordered, fact) if found.jointly else _key(main, fact),
        rule=main.rule,
        kind=main.kind,
        origin=main.origin,
        severity=found.severity,
        message=" ".join((said, *blamed, *kept_back)),
        printed=fact.text,
        expected=found.suspects[0].suggestion,
        expected_interval=found.wanted,
        suspects=found.suspects,
        citations=_citations(fact, ordered),
        why=main.why,
        working=[
            *dict.fromkeys(
                working(r, computed(r)) if r is main and not found.jointly else step(r)
                for r in ordered
            )
        ],
        broken=sorted({r.rule for r in ordered} - {main.rule}),
    )


def plainness(relation: Relation, culprit: int) -> tuple[bool, int, int]:
    """Sorts first the relation that shows a figure's error most plainly."""
    return relation.target.number != culprit, len(relation.inputs), relation.target.number


def citation(fact: Fact, role: str) -> Citation:
    """A figure as it is cited."""
    return Citation(role, fact.text, fact.source)


def _citations(culprit: Fact, relations: Sequence[Relation]) -> tuple[Citation, ...]:
    """Every figure involved once, the culprit first, then relation by relation."""
    roles: dict[int, Citation] = {}
    for relation in relations:
        for fact, role in _roles(relation):
            if fact.text:  # an empty cell is a part, and nothing to look at
                roles.setdefault(fact.number, citation(fact, role))
    first = roles.pop(culprit.number)
    return (first, *roles.values())


def _roles(relation: Relation) -> list[tuple[Fact, str]]:
    if relation.is_published:
        return [(relation.target, "comparative"), (relation.inputs[0].fact, "as published")]
    if relation.whole is not None:
        return [(term.fact, "share") for term in relation.shares]
    target = WHOLE.get(relation.kind, str(relation.kind))
    return [(relation.target, target), *((t.fact, str(t.role)) for t in relation.inputs)]


def _key(main: Relation, culprit: Fact) -> list[str]:
    """Stable while the relation's figures and labels stay, wherever they move in the document.

    A figure that changes makes it another finding: what was said of the old figures, in a waiver
    for one, may not be true of the new ones.
    """
    return [main.rule, str(main.kind), culprit.label, culprit.text, *_stated(main)]


def _joint_key(chain: Sequence[Relation], culprit: Fact) -> list[str]:
    parts = ["joint", culprit.label, culprit.text]
    for relation in chain:
        parts += [relation.rule, str(relation.kind), *_stated(relation)]
    return parts


def _stated(relation: Relation) -> Iterable[str]:
    for fact in relation.facts:
        yield from (fact.label, fact.text, fact.source.column_label or "")
