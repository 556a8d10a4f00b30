"""Listed parts: an amount that a sentence takes apart, "consisting of 800, 300 and 150".

Evidence. What consists of parts is their sum: the words say so, and "and" says which is the last.
What "includes" parts may have others too: they are its sum where they come out, more than all of it
is an error, and less only a doubt, where a slip of the pen explains it. "15 % of which, or
$15.7 million" and "of which 15 %, or $15.7 million" is the share of what stands in front of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from auditor.checks.slips import SWAPPED, meant, slip_cost
from auditor.checks.thresholds import NO_SLIP
from auditor.checks.verdict import allowed, verdict
from auditor.facts.prose.english.lexemes import Lexeme
from auditor.facts.prose.english.wordings import Means
from auditor.model.fact import Fact
from auditor.model.figure import Rounding
from auditor.model.relation import Kind, Relation, Role, Severity, Term
from auditor.model.scene import Scene
from auditor.model.verdict import Status
from auditor.relations.discovered._relations import discovered, sum_of
from auditor.relations.discovered._sentences import Stated, stated_in
from auditor.relations.discovered._stated_thresholds import (
    FEWEST_BEHIND_A_COLON,
    FEWEST_SWAPPED,
    MOST_LEFT_OUT,
)

ORDER = 38
_ALL = frozenset(("consisting of", "comprised of", "comprising", "composed of", "made up of"))
_BETWEEN_PARTS = frozenset((
    Means.WORD, Means.OF, Means.IN, Means.ARTICLE, Means.AND, Means.STOP, Means.ABOUT,
    Means.ADVERB, Means.TO, Means.MARK, Means.STATES, Means.PERIOD,
))  # fmt: skip
_GOES_ON = frozenset((
    "offset by", "partially offset by", "less", "net of", "before", "as well as",
))  # fmt: skip
"""What leads from a list to more that is added or taken away."""
_FILLERS = (Means.ARTICLE, Means.ABOUT, Means.STOP, Means.ADVERB)


def discover(scene: Scene) -> Iterator[Relation]:
    """The amounts that sentences take apart, and the shares "of which" something is."""
    for sentence in stated_in(scene, fewest=3):
        for at in range(len(sentence.facts) - 2):
            yield from _of_which(sentence, at)
            yield from _taken_apart(sentence, at)


def _taken_apart(sentence: Stated, at: int) -> Iterator[Relation]:
    """The figure as the sum of those listed behind it, if the words say that it is."""
    run = sentence.runs[at + 1]
    part = next((one for one in reversed(run) if one.means not in _FILLERS), None)
    if part is None or part.means not in (Means.PART, Means.COLON):
        return
    if at and _links_the_last(sentence.runs[at]):
        return  # "25 and 204, of which 22 and 179": parts of one each
    total = sentence.facts[at]
    parts = _listed(sentence, at + 1)
    if len(parts) < 2 or any(_unit(f) != _unit(total) for f in parts):
        return
    if part.means is Means.COLON and len(parts) < FEWEST_BEHIND_A_COLON:
        return
    relation = sum_of(total._replace(sign=1), [f._replace(sign=1) for f in parts])
    status = verdict(relation, Rounding.NEAREST).status
    loosely = any(one.means is Means.CAUSE for one in run) or sentence.word(part) not in _ALL
    if status is Status.HOLDS or (status is Status.VIOLATED and not loosely):
        yield relation
    elif status is Status.VIOLATED and _is_slip(relation):
        yield relation if _exceeds(relation) else replace(relation, severity=Severity.WARNING)
    elif status is Status.VIOLATED and (_exceeds(relation) or _is_swapped(relation)):
        yield replace(relation, severity=Severity.WARNING)


def _listed(sentence: Stated, first: int) -> list[Fact]:
    """The figures of a list that begins with one, to the one behind "and"; none without it."""
    parts = [sentence.facts[first]]
    for at in range(first + 1, len(sentence.facts)):
        kinds = [one.means for one in sentence.runs[at]]
        if not set(kinds) <= _BETWEEN_PARTS:
            return []
        parts.append(sentence.facts[at])
        if _links_the_last(sentence.runs[at]):
            behind = {sentence.word(one) for one in sentence.runs[at + 1]}
            return [] if behind & _GOES_ON else parts
    return []


def _links_the_last(run: Sequence[Lexeme]) -> bool:
    """Whether a run ends with "and", so that the figure behind it is the last of its list."""
    kept = [one for one in run if one.means not in (Means.ARTICLE, Means.ABOUT, Means.ADVERB)]
    return bool(kept) and kept[-1].means is Means.AND


def _unit(fact: Fact) -> tuple[str, bool]:
    return fact.figure.unit, fact.figure.scale > 0


def _is_slip(relation: Relation) -> bool:
    """Whether a slip in the total explains a gap that is small beside it."""
    total = relation.target
    gap = abs(sum(term.fact.value for term in relation.inputs) - total.value)
    wanted = allowed(relation, total.number, Rounding.NEAREST)
    return gap <= MOST_LEFT_OUT * abs(total.value) and slip_cost(total.figure, wanted) < NO_SLIP


def _exceeds(relation: Relation) -> bool:
    """Whether the parts are a little more than the whole: what they may not be."""
    whole = relation.target.value
    return 0 < sum(term.fact.value for term in relation.inputs) - whole <= MOST_LEFT_OUT * whole


def _is_swapped(relation: Relation) -> bool:
    """Whether two digits swapped in one of its figures explain all of what is amiss.

    Few gaps are of that kind by chance: what two swapped digits leave is nine times something.
    """
    for fact in relation.facts:
        wanted = allowed(relation, fact.number, Rounding.NEAREST)
        if wanted is None or fact.figure.digits < FEWEST_SWAPPED:
            continue
        unit = fact.figure.last_unit
        if any(m.slip == SWAPPED and m.value * unit in wanted for m in meant(fact.figure)):
            return True
    return False


def _of_which(sentence: Stated, at: int) -> Iterator[Relation]:
    """A percentage and an amount "of which" the first is one, and the other says the same."""
    whole, one, other = sentence.facts[at : at + 3]
    share, part = (one, other) if one.figure.is_percent else (other, one)
    before, between = (
        [w for w in run if w.means not in _FILLERS] for run in sentence.runs[at + 1 : at + 3]
    )
    which = [w for w in (*before[-1:], *between[:-1]) if w.means is Means.PART]
    if not between or between[-1].means is not Means.OR or len(between) > 2 or len(which) != 1:
        return
    if sentence.word(which[0]) == "of which" and _unit(whole) == _unit(part) != _unit(share):
        over, under = (fact._replace(sign=1) for fact in (part, whole))
        yield discovered(
            Kind.RATIO,
            share._replace(sign=1),
            (Term(over, 1, Role.NUMERATOR), Term(under, 1, Role.DENOMINATOR)),
        )
