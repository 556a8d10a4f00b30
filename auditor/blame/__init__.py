"""Blame: from relations that cannot all be right to the figures most likely wrong.

One engine, whether a relation is violated by itself or relations that hold contradict each other:
``cases`` ask what must be explained, ``hitting_sets`` which figures explain it with the least
that is unlikely (``hypothesis``, ``copied``), ``culprits`` who else might, ``correction`` what
they should print.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import floor
from typing import NamedTuple

from auditor.blame.cases import Case, joint_case, surer_cases, violated_cases
from auditor.blame.copied import Copied, Elsewhere
from auditor.blame.correction import corrected
from auditor.blame.culprits import Culprit, Suspicion, culprits
from auditor.blame.evidence import evidence_of
from auditor.blame.followers import followed
from auditor.blame.hypothesis import Around
from auditor.blame.likeness import Likeness
from auditor.findings.build import Discrepancy, citation, discrepancy_finding
from auditor.findings.wording import interval_ends
from auditor.model.fact import Fact
from auditor.model.figure import Rounding
from auditor.model.finding import Finding, Suspect
from auditor.model.relation import Relation, Severity
from auditor.model.verdict import Status, Verdict
from auditor.solve.components import Terms, components_of
from auditor.solve.conflict import conflict, no_solver
from auditor.solve.solver import contradiction


class Explanation(NamedTuple):
    """The figures blamed, the finding on each, and how many conflicts nothing explains.

    ``misread`` are the violated relations for which no figure is blamed, ``followed`` those for
    which one is that what is computed of it follows.
    """

    culprits: tuple[Culprit, ...]
    findings: tuple[Finding, ...]
    unexplained: int = 0
    misread: tuple[Relation, ...] = ()
    followed: tuple[Relation, ...] = ()


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
    return _explained(violated_cases(evidence_of(verdicts, rounding)), facts)


def joint_findings(
    verdicts: Sequence[Verdict], terms: Terms, facts: Sequence[Fact] = (), *, asked: bool = False
) -> list[Finding]:
    """One finding for each figure that relations contradict which all hold by themselves.

    The solver is loaded only where exact bounds leave a component undecided, and something is
    wrong in the document already or the reader has ``asked``.
    """
    wrong = any(v.status is Status.VIOLATED for v in verdicts)
    solver = contradiction if asked or wrong else no_solver
    conflicting = [
        (program, component.mildest)
        for component in components_of(verdicts, terms)
        if component.may_disagree and conflict(program := component.program, solver) is not None
    ]
    if not conflicting:
        return []
    evidence = evidence_of(verdicts, terms.rounding)
    cases = (joint_case(program, solver, evidence, mildest) for program, mildest in conflicting)
    found: dict[str, Finding] = {}
    blamed: set[int] = set()
    explained = _explained(filter(None, cases), facts)
    for one, told in zip(explained.culprits, explained.findings, strict=True):
        if one.number not in blamed:
            blamed.add(one.number)
            found.setdefault(told.id, told)
    return list(found.values())


def _explained(cases: Iterable[Case], facts: Sequence[Fact]) -> Explanation:
    blamed: list[Culprit] = []
    misread: list[Relation] = []
    unexplained = 0
    likeness, elsewhere = Likeness(facts), Elsewhere(facts)
    for case in cases:
        around = Around(Copied(elsewhere, case.evidence).slip, likeness.bits)
        found = (
            list(culprits(case, around))
            or list(_plain_slips(case, elsewhere, likeness))
            or list(followed(case, around))
        )
        blamed += found
        misread += _unblamed(case, found)
        unexplained += 0 if found else len(case.known)
    told = tuple(_finding(one, facts) for one in blamed)
    return Explanation(
        tuple(blamed), told, unexplained, tuple(misread),
        tuple(r for one in blamed if one.is_followed for r in _broken(one)),
    )  # fmt: skip


def _unblamed(case: Case, found: Sequence[Culprit]) -> Iterator[Relation]:
    """The relations of a case's conflicts that no figure blamed stands in, or is told to break."""
    blamed = {one.number for one in found}
    told = {place for one in found if one.is_followed for place in one.broken}
    for known in case.known:
        if known.figures.isdisjoint(blamed) and not known.places <= told:
            yield from (case.evidence.relations[place] for place in sorted(known.places))


def _broken(culprit: Culprit) -> tuple[Relation, ...]:
    return tuple(culprit.case.evidence.relations[place] for place in culprit.broken)


def _plain_slips(case: Case, elsewhere: Elsewhere, likeness: Likeness) -> Iterator[Culprit]:
    """The figures that a slip of the pen explains by a case's surer relations alone.

    Without a slip, what nothing explains together is a misreading sooner than an error.
    """
    for part in surer_cases(case):
        found = culprits(part, Around(Copied(elsewhere, part.evidence).slip, likeness.bits))
        yield from (one for one in found if one.suspicions[0].supposed.slip)


def _finding(culprit: Culprit, facts: Sequence[Fact]) -> Finding:
    case = culprit.case
    fact = case.evidence.facts[culprit.number]
    wanted = culprit.suspicions[0].supposed.wanted
    relations = _broken(culprit)
    return discrepancy_finding(
        Discrepancy(
            fact,
            relations,
            case.jointly,
            _suspects(culprit, facts),
            None if wanted is None else interval_ends(wanted, fact.figure),
            _severity(culprit, relations),
            culprit.is_open,
            culprit.is_followed,
        )
    )


def _severity(culprit: Culprit, broken: Sequence[Relation]) -> Severity:
    """How severe it is to break one of these, or all together; what others follow is a doubt."""
    each = [relation.severity for relation in broken]
    if culprit.case.jointly:
        return max((culprit.case.mildest, *each), key=list(Severity).index)
    worst = min(each, key=list(Severity).index)
    return max(worst, Severity.WARNING, key=list(Severity).index) if culprit.is_followed else worst


def _suspects(culprit: Culprit, facts: Sequence[Fact]) -> tuple[Suspect, ...]:
    """The figures that may be wrong; rounded, they are no likelier together than before."""
    each = [one.confidence for one in culprit.suspicions]
    told = [round(one, 2) for one in each]
    if sum(told) > round(sum(each), 2):
        told = [floor(one * 100) / 100 for one in each]
    return tuple(
        _suspect(one, confidence, culprit.case, facts)
        for one, confidence in zip(culprit.suspicions, told, strict=True)
    )


def _suspect(one: Suspicion, confidence: float, case: Case, facts: Sequence[Fact]) -> Suspect:
    fact = case.evidence.facts[one.supposed.number]
    return Suspect(
        citation(fact, "suspect"),
        confidence,
        corrected(one.supposed, case.evidence, facts),
        one.supposed.slip,
    )
