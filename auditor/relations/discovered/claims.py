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
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from auditor.checks.verdict import verdict
from auditor.model.document import Passage
from auditor.model.fact import Fact, Measure
from auditor.model.figure import PERCENT, POINTS, Rounding, SignStyle
from auditor.model.finding import Status
from auditor.model.relation import Kind, Origin, Relation, Role, Term
from auditor.model.scene import Scene

ORDER = 35
HOLD_PER_FAILURE = 3

_BACK = r"\b(?:from|compared\s+(?:to|with)|versus|vs\.?|as\s+against)\s+(?:approximately\s+)?"
_LINK = r"(?:\s*(?:,|\(|or|by|and)\s*){0,3}"
_STEPS = {
    "or": re.compile(rf"{_LINK}"),
    "to": re.compile(
        r"(?:(?![.;:]\s).){0,70}?(?<!addition )\b(?:to|at)\s+(?:approximately\s+)?", re.DOTALL
    ),
    "from": re.compile(rf"(?:(?![.;:]\s).){{0,90}}?{_BACK}", re.DOTALL | re.IGNORECASE),
    "by": re.compile(
        r"(?:(?![.;:]\s).){0,70}?(?:,|\(|[-–—])\s*(?:(?:or|up|down|an?|representing|which|is|was)\s+)*"
        r"(?:(?:increase|decrease|growth|decline|gain|rise|improvement|reduction)d?\s+)?(?:of\s+|by\s+)?",
        re.DOTALL | re.IGNORECASE,
    ),
    "is up": re.compile(
        r"\s+(?:(?:was|were|is|are|has|have|had)\s+)?(?:up|down|increased|decreased|grew|grown|rose"
        r"|risen|fell|fallen|declined)\s+(?:by\s+)?(?:approximately\s+)?",
        re.IGNORECASE,
    ),
    "over": re.compile(
        r",?(?:(?![.;:]\s)[^\d,;]){0,40}?"
        rf"(?:{_BACK}|\b(?:over|on|than)\s+)(?:the\s+|our\s+)?",
        re.DOTALL | re.IGNORECASE,
    ),
    "増の": re.compile(r"\s*(?:の)?(?:増|減)\w{0,4}?[のと、]?[^\d。]{0,6}"),
    "前年": re.compile(r"[^\d。]{0,12}(?:前年|前期|前第)[^\d。]{0,14}"),
    "から": re.compile(r"\s*(?:から|に(?:対し|比べ)て?、?)[^\d。]{0,8}"),
}
"""What may stand between one figure of a claim and the next, by what it leads to."""
_FORMS = (
    (("change", "later", "earlier"), ("to", "from")),
    (("change", "earlier", "later"), ("from", "to")),
    (("later", "earlier", "change"), ("from", "by")),
    (("earlier", "later", "change"), ("to", "by")),
    (("later", "change", "earlier"), ("by", "over")),
    (("later", "change", "earlier"), ("is up", "over")),
    (("change", "later", "earlier"), ("増の", "前年")),
    (("earlier", "change", "later"), ("から", "増の")),
)
"""The order in which a claim may print its figures, with what leads from each to the next."""
_MOVES = (
    r"\b(?:(?P<up>increas\w*|r[io]se[ns]?|rising|grew|grow\w*|up|gain\w*|higher|improv\w*|climb\w*)"
    r"|(?P<down>decreas\w*|declin\w*|f[ae]ll\w*|fell|down|dropp?\w*|lower\w*|reduc\w*))\b"
    r"|(?P<zou>増)|(?P<gen>減)"
)
_DIRECTION = re.compile(_MOVES, re.IGNORECASE)
_FOLLOWS = re.compile(rf"\s*(?:{_MOVES})", re.IGNORECASE)
_RESTATED = re.compile(
    r"constant[\s-]+(?:currency|exchange)|organic|like[\s-]for[\s-]like|pro[\s-]forma|annuali[sz]ed"
    r"|excluding|adjusted\s+for|comparable|CAGR|compound",
    re.IGNORECASE,
)
_AN_END = re.compile(r"\b(?:from|to|at|with)\s+(?:approximately\s+|about\s+)?\Z", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[A-Z(\"“])|(?<=。)")
_LED_BY = 60
"""Characters before a change within which its verb stands."""


class Stated(NamedTuple):
    """Facts of one sentence in order, and the passage's text."""

    text: str
    start: int
    end: int
    facts: tuple[Fact, ...]

    def before(self, fact: Fact) -> str:
        """The words that lead to the fact."""
        return self.text[max(self.start, fact.figure.start - _LED_BY) : fact.figure.start]

    def between(self, first: Fact, second: Fact) -> str:
        return self.text[first.figure.end : second.figure.start]


def discover(scene: Scene) -> Iterator[Relation]:
    """The changes whose two ends stand in the same sentence."""
    found = [r for stated in _sentences(scene) for r in _claims(stated)]
    checked = [(r, verdict(r, Rounding.NEAREST).status) for r in found]
    holds = [r for r, status in checked if status is Status.HOLDS]
    fails = [r for r, status in checked if status is Status.VIOLATED]
    yield from holds
    if len(fails) < 2 or len(holds) >= HOLD_PER_FAILURE * len(fails):
        yield from fails


def _sentences(scene: Scene) -> Iterator[Stated]:
    """Each sentence that states three figures or more."""
    blocks: dict[int, list[Fact]] = defaultdict(list)
    for fact in scene.facts:
        if not fact.in_table:
            blocks[fact.block].append(fact)
    for number, facts in blocks.items():
        passage = scene.document.blocks[number]
        if len(facts) < 3 or not isinstance(passage, Passage):
            continue
        cuts = [0, *(m.end() for m in _SENTENCE.finditer(passage.text)), len(passage.text)]
        starts = [f.figure.start for f in facts]
        for start, end in pairwise(cuts):
            mine = tuple(facts[bisect_left(starts, start) : bisect_left(starts, end)])
            if len(mine) > 2 and not _RESTATED.search(passage.text, start, end):
                yield Stated(passage.text, start, end, mine)


def _claims(stated: Stated) -> Iterator[Relation]:
    """The changes of a sentence, each figure used for one claim only."""
    at = 0
    while at < len(stated.facts):
        used, found = _claim_at(stated, at)
        yield from found
        at += max(used, 1)


def _claim_at(stated: Stated, at: int) -> tuple[int, list[Relation]]:
    """(figures used, relations) of the claim that begins with a figure; (0, []) if none does."""
    for order, steps in _FORMS:
        taken = _taken(stated, at, order, steps)
        if taken is None:
            continue
        changes, later, earlier = taken
        if order[0] == "later" and later.measure is Measure.CHANGE:
            continue  # "sold 3 million more, or 2 %, than 150 million": the first is what was added
        if order[0] == "change" and _AN_END.search(stated.before(changes[0])):
            continue  # "fell from 4.9 to 2.5, and from 21.4 to 8.5": the first is where it began
        found = [r for c in changes if (r := _relation(stated, c, later, earlier))]
        if found:
            return len(changes) + 2, found
    return 0, []


def _taken(
    stated: Stated, at: int, order: Sequence[str], steps: Sequence[str]
) -> tuple[list[Fact], Fact, Fact] | None:
    """The changes, the later and the earlier figure of a claim in that order, if it is one.

    A change may be given twice, in per cent and as an amount.
    """
    places: dict[str, list[Fact]] = {}
    before: Fact | None = None
    for role, step in zip(order, ("", *steps), strict=True):
        if at >= len(stated.facts):
            return None
        fact = stated.facts[at]
        if before is not None and not _STEPS[step].fullmatch(stated.between(before, fact)):
            return None
        places[role], at, before = [fact], at + 1, fact
        if role == "change" and at < len(stated.facts) and _doubles(stated, fact, at):
            before = stated.facts[at]
            places[role].append(before)
            at += 1
    return places["change"], places["later"][0], places["earlier"][0]


def _doubles(stated: Stated, change: Fact, at: int) -> bool:
    """Whether the next figure gives the same change in another unit: "5 %, or $3 million,"."""
    other = stated.facts[at]
    per_cent = change.figure.is_percent != other.figure.is_percent
    return per_cent and _STEPS["or"].fullmatch(stated.between(change, other)) is not None


def _relation(stated: Stated, change: Fact, later: Fact, earlier: Fact) -> Relation | None:
    """The change checked against its ends; None when they do not go together."""
    ends = later.figure, earlier.figure
    if ends[0].unit != ends[1].unit or ends[0].scale != ends[1].scale:
        return None
    kind = _kind(change, later)
    sign = _sign(stated, change)
    if kind is None or sign is None:
        return None
    less = 1 if kind is Kind.GROWTH else -1
    return Relation(
        kind,
        replace(change, sign=sign),
        (
            Term(replace(later, sign=1), 1, Role.LATER),
            Term(replace(earlier, sign=1), less, Role.EARLIER),
        ),
        str(kind),
        origin=Origin.DISCOVERED,
        confidence=0.9,
    )


def _kind(change: Fact, end: Fact) -> Kind | None:
    unit, of = change.figure.unit, end.figure.unit
    if of in (PERCENT, POINTS):
        return Kind.POINTS if unit == POINTS else None
    if unit == PERCENT:
        return Kind.GROWTH
    same = unit == of and change.figure.scale == end.figure.scale
    return Kind.DIFFERENCE if same else None


def _sign(stated: Stated, change: Fact) -> int | None:
    """1 for up, -1 for down, None when the sentence does not say."""
    if change.figure.sign_style is not SignStyle.PLAIN:
        return 1
    figure = change.figure
    follows = _FOLLOWS.match(stated.text, figure.end)
    start = max(stated.start, figure.start - _LED_BY)
    led = list(_DIRECTION.finditer(stated.text, start, figure.start))
    found = follows or (led[-1] if led else None)
    if found is None:
        return None
    return 1 if found["up"] or found["zou"] else -1
