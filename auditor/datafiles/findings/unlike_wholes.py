"""Unlike wholes: shares that need not make what others of their column do, and no error then.

That shares make a whole was found, and nobody said that all of them are there: cash is left out of
some weights, "others" of some votes, and some questions have several answers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from auditor.checks.slips import slip_cost
from auditor.checks.thresholds import NO_SLIP
from auditor.checks.verdict import allowed
from auditor.datafiles.thresholds import MOST_OVER
from auditor.model.dataset import is_found
from auditor.model.figure import Rounding
from auditor.model.relation import Relation, Severity
from auditor.model.verdict import Status, Verdict

SAME = "several come to just as much: a part may be left out of them"
SHORT = "they come to less, and no slip of the pen in one explains it: a part may be left out"
SEVERAL = "they come to far more, and no slip of the pen in one explains it: parts may overlap"
UNEXPLAINED = "no slip of the pen in one of them explains it: parts may overlap"


def with_unlike_wholes(verdicts: Sequence[Verdict], rounding: Rounding) -> Iterator[Verdict]:
    """The verdicts, those undecided by which shares need make no whole."""
    groups = {_group(one.relation) for one in verdicts if _is_broken_whole(one)}
    often = Counter((rule, total) for rule, total, _ in groups)
    for one in verdicts:
        if _is_broken_whole(one):
            rule, total, _ = _group(one.relation)
            yield _weighed(one, total, rounding, repeated=often[rule, total] > 1)
        else:
            yield one


def _weighed(one: Verdict, total: Fraction, rounding: Rounding, *, repeated: bool) -> Verdict:
    relation, whole = one.relation, one.relation.whole
    assert whole is not None
    if repeated and total < whole:
        return Verdict(relation, Status.NOT_CHECKABLE, reason=SAME)
    if _may_be_a_slip(relation, rounding):
        return one
    if total < whole:
        return Verdict(relation, Status.NOT_CHECKABLE, reason=SHORT)
    if total > whole * (1 + MOST_OVER):
        return Verdict(relation, Status.NOT_CHECKABLE, reason=SEVERAL)
    return replace(one, relation=replace(relation, severity=Severity.WARNING, why=UNEXPLAINED))


def _is_broken_whole(one: Verdict) -> bool:
    relation = one.relation
    return one.status is Status.VIOLATED and is_found(relation.rule) and relation.whole is not None


def _group(relation: Relation) -> tuple[str, Fraction, frozenset[int]]:
    """The rule of a whole, what its shares come to, and which these are."""
    total = sum((term.fact.value for term in relation.shares), Fraction(0))
    return relation.rule, total, frozenset(term.fact.number for term in relation.shares)


def _may_be_a_slip(relation: Relation, rounding: Rounding) -> bool:
    """Whether a slip of the pen in one of the shares explains that they make no whole."""
    return any(
        slip_cost(share.fact.figure, allowed(relation, share.fact.number, rounding)) < NO_SLIP
        for share in relation.shares
    )
