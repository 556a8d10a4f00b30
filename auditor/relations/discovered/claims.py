"""Claims: changes that a sentence states together with both figures they lead from and to.

Evidence. "Rose 5.0 %, or $0.5 million, to $10.5 million from $10.0 million" can be checked alone:
the wording between the figures says which is the later and which the earlier, a verb or noun says
up or down, and both carry one unit. What restates its figures (constant currency, organic) is left
alone, and so is a sentence that says no direction. Where more than one such claim of a document
differs, three for each must hold, or the sentences mean something else.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from auditor.checks.verdict import verdict
from auditor.facts.prose.english.leads import CAUSE, PART
from auditor.model.document import Passage
from auditor.model.fact import Fact, Measure
from auditor.model.figure import PERCENT, POINTS, Rounding, SignStyle
from auditor.model.relation import Kind, Relation, Role, Term
from auditor.model.scene import Scene
from auditor.model.verdict import Status
from auditor.notation.deferred import deferred
from auditor.relations.discovered._claim_wording import (
    DIRECTION,
    FOLLOWS,
    FORMS,
    LEADS_TO_AN_AMOUNT,
    RESTATED,
    SENTENCE_END,
    STEPS,
)
from auditor.relations.discovered._either_way import as_it_comes_out
from auditor.relations.discovered._relations import discovered
from auditor.relations.discovered._thresholds import (
    AGREE_PER_FAILURE,
    CLAIM_LED_BY,
    CLAIMS_ALONE,
)

ORDER = 35
CHECKED_ALONE = ("", CAUSE, PART)
"""Why a figure may state nothing of what tables report, and yet follow from its neighbours."""
_OF_SOMETHING = deferred(r"\s+of\s+(?!which\b)", re.IGNORECASE)
_PER_SHARE = deferred(r"\s?(?:per|a)\s(?:\w{1,8}\s){0,2}(?:share|unit)\b", re.IGNORECASE)


class Sentence(NamedTuple):
    """A sentence by its place in the passage's text, with its facts in order."""

    text: str
    start: int
    end: int
    facts: tuple[Fact, ...]

    def before(self, fact: Fact) -> str:
        """The words that lead to the fact."""
        return self.text[max(self.start, fact.figure.start - CLAIM_LED_BY) : fact.figure.start]

    def between(self, first: Fact, second: Fact) -> str:
        return self.text[first.figure.end : second.figure.start]


def discover(scene: Scene) -> Iterator[Relation]:
    """The changes whose two amounts stand in the same sentence."""
    told = (r for sentence in _sentences(scene) for r in _claims(sentence))
    found = [as_it_comes_out(r, scene) for r in told]
    checked = [(r, verdict(r, Rounding.NEAREST).status) for r in found]
    holds = [r for r, status in checked if status is Status.HOLDS]
    fails = [r for r, status in checked if status is Status.VIOLATED]
    yield from holds
    wrong = {tuple(term.fact.number for term in r.inputs) for r in fails}
    if len(wrong) <= CLAIMS_ALONE or len(holds) >= AGREE_PER_FAILURE * len(wrong):
        yield from fails


def _sentences(scene: Scene) -> Iterator[Sentence]:
    """Each sentence that states three figures or more."""
    blocks: dict[int, list[Fact]] = defaultdict(list)
    for fact in scene.facts:
        if not fact.in_table:
            blocks[fact.block].append(fact)
    for number, facts in blocks.items():
        passage = scene.document.blocks[number]
        if len(facts) < 3 or not isinstance(passage, Passage):
            continue
        cuts = [0, *(m.end() for m in SENTENCE_END.finditer(passage.text)), len(passage.text)]
        starts = [f.figure.start for f in facts]
        for start, end in pairwise(cuts):
            mine = tuple(facts[bisect_left(starts, start) : bisect_left(starts, end)])
            if len(mine) > 2 and not RESTATED.search(passage.text, start, end):
                yield Sentence(passage.text, start, end, mine)


def _claims(sentence: Sentence) -> Iterator[Relation]:
    """The changes of a sentence, each figure used for one claim only."""
    at = 0
    while at < len(sentence.facts):
        used, found = _claim_at(sentence, at)
        yield from found
        at += max(used, 1)


def _claim_at(sentence: Sentence, at: int) -> tuple[int, list[Relation]]:
    """(figures used, relations) of the claim that begins with a figure; (0, []) if none does."""
    for order, steps in FORMS:
        taken = _taken(sentence, at, order, steps)
        if taken is None:
            continue
        changes, later, earlier = taken
        if order[0] == "later" and later.measure is Measure.CHANGE:
            continue  # "sold 3 million more, or 2 %, than 150 million": the first is what was added
        if order[0] == "earlier" and earlier.measure is Measure.CHANGE:
            continue  # "fell $3.7 million to $48.8 million, or 7.0 %": the first is how far
        if order[0] == "change" and LEADS_TO_AN_AMOUNT.search(sentence.before(changes[0])):
            continue  # "fell from 4.9 to 2.5, and from 21.4 to 8.5": the first is where it began
        found = [r for c in changes if (r := _relation(sentence, c, later, earlier))]
        if found:
            return len(changes) + 2, found
    return 0, []


def _taken(
    sentence: Sentence, at: int, order: Sequence[str], steps: Sequence[str]
) -> tuple[list[Fact], Fact, Fact] | None:
    """The changes, the later and the earlier figure of a claim in that order, if it is one.

    A change may be given twice, in per cent and as an amount.
    """
    places: dict[str, list[Fact]] = {}
    before: Fact | None = None
    for role, step in zip(order, ("", *steps), strict=True):
        if at >= len(sentence.facts):
            return None
        fact = sentence.facts[at]
        if before is not None and not STEPS[step].fullmatch(sentence.between(before, fact)):
            return None
        places[role], at, before = [fact], at + 1, fact
        if role == "change" and at < len(sentence.facts) and _doubles(sentence, fact, at):
            before = sentence.facts[at]
            places[role].append(before)
            at += 1
    return places["change"], places["later"][0], places["earlier"][0]


def _doubles(sentence: Sentence, change: Fact, at: int) -> bool:
    """Whether the next figure gives the same change in another unit: "5 %, or $3 million,"."""
    other = sentence.facts[at]
    per_cent = change.figure.is_percent != other.figure.is_percent
    return per_cent and STEPS["or"].fullmatch(sentence.between(change, other)) is not None


def _relation(sentence: Sentence, change: Fact, later: Fact, earlier: Fact) -> Relation | None:
    """The change with the amounts it leads from and to; None when they do not go together."""
    if any(fact.declined not in CHECKED_ALONE for fact in (change, later, earlier)):
        return None
    if _OF_SOMETHING.match(sentence.text, change.figure.end):
        return None  # "to $48.8 million, or 17.0 % of sales"
    per_share = [_PER_SHARE.match(sentence.text, f.figure.end) for f in (change, later, earlier)]
    if any(per_share) and not all(per_share):
        return None  # "to $40.1 million, or $2.01 per diluted share, from $32.4 million"
    if (later.figure.unit, later.figure.scale) != (earlier.figure.unit, earlier.figure.scale):
        return None
    kind = _kind(change, later)
    sign = _sign(sentence, change)
    if kind is None or sign is None:
        return None
    less = 1 if kind is Kind.GROWTH else -1
    after = Term(later._replace(sign=1), 1, Role.LATER)
    before = Term(earlier._replace(sign=1), less, Role.EARLIER)
    return discovered(kind, change._replace(sign=sign), (after, before))


def _kind(change: Fact, later: Fact) -> Kind | None:
    """What a change in its unit says of amounts in theirs; None where it says nothing."""
    unit, of = change.figure.unit, later.figure.unit
    if of in (PERCENT, POINTS):
        return Kind.POINTS if unit == POINTS else None
    if unit == PERCENT:
        return Kind.GROWTH
    same = unit == of and change.figure.scale == later.figure.scale
    return Kind.DIFFERENCE if same else None


def _sign(sentence: Sentence, change: Fact) -> int | None:
    """1 for up, -1 for down, None when the sentence does not say."""
    if change.figure.sign_style is not SignStyle.PLAIN:
        return 1
    figure = change.figure
    follows = FOLLOWS.match(sentence.text, figure.end)
    start = max(sentence.start, figure.start - CLAIM_LED_BY)
    led = list(DIRECTION.finditer(sentence.text, start, figure.start))
    found = follows or (led[-1] if led else None)
    if found is None:
        return None
    return 1 if found["up"] or found["zou"] else -1
