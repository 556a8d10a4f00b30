"""Findings told: a conflict of several relations as one finding that a person can follow."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from fractions import Fraction

from auditor.blame.joint.culprits import Blame, Suspicion
from auditor.checks.verdict import allowed, printed_value
from auditor.findings.wording import decimal, place, subject, working
from auditor.model.fact import Fact
from auditor.model.figure import Rounding
from auditor.model.finding import Citation, Finding, Suspect
from auditor.model.interval import Interval
from auditor.model.relation import Relation, Severity
from auditor.notation.numerals import printed

FEW = 3
"""Relations that a sentence can list; more are left to the working."""


def finding(blame: Blame, severity: Severity, rounding: Rounding) -> Finding:
    """One conflict, however many relations are needed to see it."""
    culprit = blame.suspects[0]
    fact = culprit.fact
    main = min(
        (r for r in blame.relations if fact.number in {f.number for f in r.facts}),
        key=lambda relation: _remoteness(relation, fact),
    )
    chain = (main, *(r for r in blame.relations if r is not main))
    suspects = _suspects(blame, rounding)
    expected = suspects[0].suggestion
    return Finding(
        id=_fingerprint(chain, fact),
        rule=main.rule,
        kind=main.kind,
        origin=main.origin,
        severity=max((severity, *(r.severity for r in chain)), key=list(Severity).index),
        message=_message(chain, blame, expected),
        printed=fact.text,
        expected=expected,
        expected_interval=_shown(culprit),
        suspects=suspects,
        citations=_citations(fact, chain),
        why=main.why,
        working=tuple(_step(relation) for relation in chain),
        broken=tuple(sorted({r.rule for r in chain} - {main.rule})),
    )


def _remoteness(relation: Relation, culprit: Fact) -> tuple[bool, int, int]:
    """Sorts first the relation that is nearest to the culprit."""
    target = relation.target.number
    return target != culprit.number, len(relation.inputs), target


def _shown(culprit: Suspicion) -> tuple[str, str] | None:
    """What the figure must lie in, in its printed unit and two digits finer than printed."""
    if culprit.meant is None:
        return None
    figure = culprit.fact.figure
    unit, places = Fraction(10) ** figure.scale, max(0, -figure.exponent) + 2
    return decimal(culprit.meant.low / unit, places), decimal(culprit.meant.high / unit, places)


def _message(chain: Sequence[Relation], blame: Blame, expected: str) -> str:
    steps = "; ".join(_step(relation) for relation in chain[:FEW])
    more = f"; and {len(chain) - FEW} more" if len(chain) > FEW else ""
    return (
        "Each of these agrees within rounding, but no unrounded values satisfy them together:"
        f" {steps}{more}. {_accusation(blame, expected)}"
    )


def _accusation(blame: Blame, expected: str) -> str:
    """Who is suspected; where others are as likely, that it cannot be told."""
    fact, others = blame.suspects[0].fact, len(blame.suspects) - 1 + blame.alternatives
    should = f", which should be {expected}" if expected else ""
    named = f"{fact.text} {place(fact)}, {subject(fact)}{should}"
    if not others:
        return f"Wrong is {named}."
    if blame.suspects[0].bits < blame.suspects[1].bits:
        return f"Most likely wrong is {named}; {others} other figures could explain it too."
    return f"It may be {named}, or any of {others} others: which one cannot be told."


def _step(relation: Relation) -> str:
    """One relation as for a pocket calculator, with what is printed where it differs."""
    value = printed_value(relation)
    target = relation.target
    computed = "?" if value is None else printed(target.sign * value, target.figure)
    against = "" if computed == target.text else f" (printed {target.text})"
    return f"{subject(target)}: {working(relation, computed)}{against}"


def _suspects(blame: Blame, rounding: Rounding) -> tuple[Suspect, ...]:
    least = min(suspicion.bits for suspicion in blame.suspects)
    trust = [2.0 ** (least - suspicion.bits) for suspicion in blame.suspects]
    whole = sum(trust) + blame.alternatives * min(trust)
    return tuple(
        Suspect(
            _citation(suspicion.fact, "suspect"),
            round(share / whole, 2),
            suggestion(suspicion, blame.relations, rounding),
        )
        for suspicion, share in zip(blame.suspects, trust, strict=True)
    )


def suggestion(suspicion: Suspicion, relations: Sequence[Relation], rounding: Rounding) -> str:
    """What the figure should print, "" when nothing bounds it.

    Where the plainest relation's other figures, taken as they are printed, give a value that the
    others allow, it is that; else the middle of what they allow.
    """
    fact, meant = suspicion.fact, suspicion.meant
    if meant is None:
        return ""
    mine = [r for r in relations if fact.number in {f.number for f in r.facts}]
    main = min(mine, key=lambda relation: _remoteness(relation, fact))
    exact = allowed(main, fact.number, Rounding.EXACT)
    text = printed((meant.low + meant.high) / 2, fact.figure)
    if exact is not None:
        nominal = (exact.low + exact.high) / 2
        if _prints_within(nominal, fact, meant, rounding):
            text = printed(nominal, fact.figure)
    return text if text != fact.text else ""


def _prints_within(value: Fraction, fact: Fact, meant: Interval, rounding: Rounding) -> bool:
    unit = fact.figure.last_unit
    reach = unit if rounding is Rounding.TRUNCATE else unit / 2
    return Interval(value - reach, value + reach).overlap(meant) is not None


def _citation(fact: Fact, role: str) -> Citation:
    return Citation(role, fact.text, fact.source)


def _citations(culprit: Fact, chain: Sequence[Relation]) -> tuple[Citation, ...]:
    """Every figure involved once, the culprit first."""
    found: dict[int, Citation] = {culprit.number: _citation(culprit, "suspect")}
    for relation in chain:
        stated = [(relation.target, str(relation.kind))]
        for fact, role in (*stated, *((t.fact, str(t.role)) for t in relation.inputs)):
            if fact.text:  # an empty cell is a part, and nothing to look at
                found.setdefault(fact.number, _citation(fact, role))
    return tuple(found.values())


def _fingerprint(chain: Sequence[Relation], culprit: Fact) -> str:
    """Stable while the figures and their labels stay, wherever they move in the document."""
    parts = ["joint", culprit.label, culprit.text]
    for relation in chain:
        parts += [relation.rule, str(relation.kind)]
        for fact in relation.facts:
            parts += [fact.label, fact.text, fact.source.column_label or ""]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]
