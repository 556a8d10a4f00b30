"""Localisation: from violated relations to the figures most likely wrong, one finding each."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from auditor.blame.correction import corrected
from auditor.blame.culprit import Culprit, Suspicion, culprits
from auditor.blame.evidence import Evidence, evidence_of
from auditor.checks.verdict import printed_value
from auditor.findings.places import where
from auditor.findings.wording import ends, place, sentence, subject, working
from auditor.model.document import Source
from auditor.model.fact import Fact
from auditor.model.figure import Rounding
from auditor.model.finding import Citation, Finding, Status, Suspect, Verdict
from auditor.model.relation import Kind, Relation, Role, Severity
from auditor.notation.numerals import printed

COMMON = 0.7
"""Of the first suspect's confidence: a second with so much cannot be told from it."""
OPEN = "Other figures together would explain this as well."
Place = Source | int | None
"""Where a figure stands, or the number of its table."""


class Explanation(NamedTuple):
    """The figures blamed, and the finding on each."""

    culprits: tuple[Culprit, ...]
    findings: tuple[Finding, ...]


def findings(
    verdicts: Sequence[Verdict], rounding: Rounding, facts: Sequence[Fact] = ()
) -> list[Finding]:
    """One finding for each figure that must be wrong, with every relation it breaks.

    ``facts`` are all of the document's: a wrong figure may have been taken from another.
    """
    return list(explanation(verdicts, rounding, facts).findings)


def explanation(
    verdicts: Sequence[Verdict], rounding: Rounding, facts: Sequence[Fact] = ()
) -> Explanation:
    """The same findings with the figures blamed, and what those were supposed to say."""
    if not any(v.status is Status.VIOLATED for v in verdicts):
        return Explanation((), ())
    evidence = evidence_of(verdicts, rounding)
    blamed = tuple(culprits(evidence, facts))
    return Explanation(blamed, tuple(finding(one, evidence, facts) for one in blamed))


def distinct(found: Iterable[Finding], facts: Sequence[Fact] = ()) -> list[Finding]:
    """The findings in document order, repeated fingerprints told apart by their order.

    ``facts`` are the document's: they tell the order where a format has no lines.
    """
    numbers = _numbers(facts)
    ordered = sorted(found, key=lambda finding: _position(finding, numbers))
    seen: dict[str, int] = defaultdict(int)
    result = []
    for finding in ordered:
        seen[finding.id] += 1
        count = seen[finding.id]
        result.append(finding if count == 1 else replace(finding, id=f"{finding.id}-{count}"))
    return result


def finding(culprit: Culprit, evidence: Evidence, facts: Sequence[Fact]) -> Finding:
    """The finding on a figure that must be wrong."""
    relations = [evidence.relations[place] for place in culprit.broken]
    main = min(relations, key=lambda r: telling(r, culprit.number))
    suspects = tuple(_suspect(one, evidence, facts) for one in culprit.suspicions)
    fact = evidence.facts[culprit.number]
    wanted = culprit.suspicions[0].supposed.wanted
    severity = min((r.severity for r in relations), key=list(Severity).index)
    return Finding(
        id=_fingerprint(main, fact),
        rule=main.rule,
        kind=main.kind,
        origin=main.origin,
        severity=severity,
        message=_message(main, fact, suspects, open_=culprit.open_),
        printed=fact.text,
        expected=suspects[0].suggestion,
        expected_interval=None if wanted is None else ends(wanted, fact.figure),
        suspects=suspects,
        citations=_citations(culprit.number, main, relations),
        why=main.why,
        working=tuple(working(r, computed(r)) for r in relations),
        broken=tuple(sorted({r.rule for r in relations} - {main.rule})),
    )


def telling(relation: Relation, culprit: int) -> tuple[bool, int, int]:
    """Sorts first the relation that shows the error most plainly."""
    return relation.target.number != culprit, len(relation.inputs), relation.target.number


def computed(relation: Relation) -> str:
    """What the printed inputs give, in the target's style."""
    value = printed_value(relation)
    if value is None:
        return "?"
    return printed(relation.target.sign * value, relation.target.figure)


def _message(main: Relation, fact: Fact, suspects: Sequence[Suspect], *, open_: bool) -> str:
    """What is printed against what it should be, then who is suspected."""
    other = [OPEN] if open_ else []
    return " ".join([sentence(main, computed(main)), *_accusation(main, fact, suspects), *other])


def _accusation(main: Relation, fact: Fact, suspects: Sequence[Suspect]) -> Iterator[str]:
    """Which figure is wrong, as far as one can tell, and how that came about."""
    first = suspects[0]
    alike = [s for s in suspects if s.confidence >= COMMON * first.confidence]
    if len(alike) > 1:
        names = [f"{s.citation.text} {where(s.citation.source)}" for s in alike]
        yield f"Nothing tells which of {', '.join(names[:-1])} and {names[-1]} is wrong."
        return
    if main.target.number != fact.number:
        should = f", which should be {first.suggestion}" if first.suggestion else ""
        yield f"Most likely wrong is {fact.text} {place(fact)}, {subject(fact)}{should}."
    if first.slip:
        yield f"It seems that {first.slip}."


def _suspect(one: Suspicion, evidence: Evidence, facts: Sequence[Fact]) -> Suspect:
    fact = evidence.facts[one.supposed.number]
    return Suspect(
        _citation(fact, "suspect"),
        round(one.confidence, 2),
        corrected(one.supposed, evidence, facts),
        one.supposed.slip,
    )


def _citation(fact: Fact, role: str) -> Citation:
    return Citation(role, fact.text, fact.source)


def _citations(culprit: int, main: Relation, relations: Sequence[Relation]) -> tuple[Citation, ...]:
    """Every figure involved once, the culprit first, then those of the main relation."""
    ordered = [main, *(r for r in relations if r is not main)]
    roles: dict[int, Citation] = {}
    for relation in ordered:
        for fact, role in _roles(relation):
            if fact.text:  # an empty cell is a part, and nothing to look at
                roles.setdefault(fact.number, _citation(fact, role))
    first = roles.pop(culprit)
    return (first, *roles.values())


def _roles(relation: Relation) -> list[tuple[Fact, str]]:
    whole = {Kind.SUM: "total", Kind.AVERAGE: "average", Kind.TIE: str(Role.SAME)}
    target = whole.get(relation.kind, str(relation.kind))
    return [(relation.target, target), *((t.fact, str(t.role)) for t in relation.inputs)]


def _fingerprint(main: Relation, culprit: Fact) -> str:
    """Stable while the relation's figures and labels stay, wherever they move in the document.

    A figure that changes makes it another finding: what was said of the old figures, in a waiver
    for one, may not be true of the new ones.
    """
    parts = [main.rule, str(main.kind), culprit.label, culprit.text]
    for fact in main.facts:
        parts += [fact.label, fact.text, fact.source.column_label or ""]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]


def _position(finding: Finding, numbers: Mapping[Place, int]) -> tuple[int, int, int, int]:
    """By severity, then as one reads: by line, or else by the first fact that it cites or heads."""
    severity, source = list(Severity).index(finding.severity), finding.citations[0].source
    if source.line is not None:
        return severity, source.line, source.column or 0, 0
    cited = (place for c in finding.citations for place in (c.source, c.source.table))
    return severity, 0, 0, next((numbers[place] for place in cited if place in numbers), 0)


def _numbers(facts: Sequence[Fact]) -> Mapping[Place, int]:
    """The number of the first fact at each place and in each table."""
    found: dict[Place, int] = {}
    for fact in facts:
        found.setdefault(fact.source, fact.number)
        if fact.source.table is not None:
            found.setdefault(fact.source.table, fact.number)
    return found
