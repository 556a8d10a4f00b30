"""Localisation: from violated relations to the figures most likely wrong, one finding each."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from auditor.check import printed_value
from auditor.fact import Fact
from auditor.figure import Rounding
from auditor.finding import Citation, Finding, Status, Suspect, Verdict
from auditor.localise.blame import Evidence, blamed, evidence_of, knots, numbers
from auditor.localise.correction import (
    joint_interval,
    reconcilable,
    shown_interval,
    suggestion,
    telling,
)
from auditor.numerals import printed
from auditor.relation import Kind, Relation, Role, Severity
from auditor.wording import place, sentence, subject, working

SUSPECTS_NAMED = 3


def findings(verdicts: Sequence[Verdict], rounding: Rounding) -> list[Finding]:
    """One finding for each figure that must be wrong, with every relation it breaks."""
    violated = [v.relation for v in verdicts if v.status is Status.VIOLATED]
    if not violated:
        return []
    evidence = evidence_of(verdicts, rounding)
    return [
        _finding(culprit, relations, evidence)
        for knot in knots(violated)
        for culprit, relations in blamed(knot, evidence)
    ]


def distinct(found: Iterable[Finding]) -> list[Finding]:
    """The findings in document order, repeated fingerprints told apart by their order."""
    ordered = sorted(found, key=_position)
    seen: dict[str, int] = defaultdict(int)
    result = []
    for finding in ordered:
        seen[finding.id] += 1
        count = seen[finding.id]
        result.append(finding if count == 1 else replace(finding, id=f"{finding.id}-{count}"))
    return result


def _finding(culprit: int, relations: Sequence[Relation], evidence: Evidence) -> Finding:
    main = min(relations, key=lambda r: telling(r, culprit))
    suspects = _suspects(culprit, relations, evidence)
    fact = evidence.facts[culprit]
    expected = suspects[0].suggestion
    interval = joint_interval(culprit, evidence.all_of(culprit, relations), evidence.rounding)
    severity = min((r.severity for r in relations), key=list(Severity).index)
    return Finding(
        id=_fingerprint(main, fact),
        rule=main.rule,
        kind=main.kind,
        origin=main.origin,
        severity=severity,
        message=_message(main, fact, expected),
        printed=fact.text,
        expected=expected,
        expected_interval=shown_interval(interval, fact),
        suspects=suspects,
        citations=_citations(culprit, main, relations),
        why=main.why,
        working=tuple(working(r, _computed(r)) for r in relations),
        broken=tuple(sorted({r.rule for r in relations} - {main.rule})),
    )


def _computed(relation: Relation) -> str:
    """What the printed inputs give, in the target's style."""
    value = printed_value(relation)
    if value is None:
        return "?"
    return printed(relation.target.sign * value, relation.target.figure)


def _message(main: Relation, fact: Fact, expected: str) -> str:
    text = sentence(main, _computed(main))
    if main.target.number == fact.number:
        return text
    should = f", which should be {expected}" if expected else ""
    return f"{text} Most likely wrong is {fact.text} {place(fact)}, {subject(fact)}{should}."


def _suspects(
    culprit: int, relations: Sequence[Relation], evidence: Evidence
) -> tuple[Suspect, ...]:
    """The culprit first, then the figures that could explain all of its relations as well."""
    named = [culprit, *_rivals(culprit, relations, evidence)[: SUSPECTS_NAMED - 1]]
    weights = {n: evidence.weight(n, relations)[0] for n in named}
    trust = {n: 2.0 ** (min(weights.values()) - weights[n]) for n in named}
    whole = sum(trust.values())
    return tuple(
        Suspect(
            _citation(evidence.facts[n], "suspect"),
            round(trust[n] / whole, 2),
            suggestion(n, evidence.all_of(n, relations), evidence.rounding),
        )
        for n in named
    )


def _rivals(culprit: int, relations: Sequence[Relation], evidence: Evidence) -> list[int]:
    """The other figures that could explain all these relations, the likeliest first."""
    common = frozenset.intersection(*map(numbers, relations)) - {culprit}
    found = [
        n
        for n in common
        if evidence.holding(n) <= evidence.holding(culprit) + 1
        and reconcilable(n, evidence.all_of(n, relations), evidence.rounding)
    ]
    return sorted(found, key=lambda n: evidence.weight(n, relations))


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
    """Stable while the figures and their labels stay, wherever they move in the document."""
    parts = [main.rule, str(main.kind), culprit.label, culprit.text]
    for fact in main.facts:
        parts += [fact.label, fact.text, fact.source.column_label or ""]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]


def _position(finding: Finding) -> tuple[int, int, int]:
    source = finding.citations[0].source
    return list(Severity).index(finding.severity), source.line or 0, source.column or 0
