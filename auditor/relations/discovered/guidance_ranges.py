"""Guidance: a range that is expected, its growth over what tables report, and its midpoint.

Evidence. "We expect revenue of $1,560 million to $1,590 million, representing growth of 5 % to 7 %"
names a row, two ends and two growths: each end over the row's last year is its growth. Where one
end's growth comes out, the other that does not is an error. A midpoint that is said to be one lies
halfway between the two ends that were named last.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from auditor.checks.verdict import verdict
from auditor.facts.prose.english.lexemes import Lexeme
from auditor.facts.prose.english.wordings import Means
from auditor.model.fact import Fact
from auditor.model.figure import Rounding
from auditor.model.relation import Kind, Relation, Role, Term
from auditor.model.scene import Scene
from auditor.model.verdict import Status
from auditor.notation.vocabulary import normal
from auditor.relations.discovered._relations import discovered
from auditor.relations.discovered._sentences import Stated, stated_in
from auditor.relations.discovered._stated_thresholds import RANGE_REACH

ORDER = 39
_SKIPPED = (Means.ARTICLE, Means.ABOUT, Means.ADVERB)
_LEADS = (Means.OF, Means.IN, Means.TO, Means.STATES, Means.EXPECTS, Means.COMPARED)


_TO_A_RANGE = ("between", "be", "from")
_TIMES = ("fiscal", "fy", "year", "company")
_NAMES = (Means.WORD, Means.BASIS, Means.PER_SHARE)


class Range(NamedTuple):
    """Two ends of what is expected, and the name of what it is expected of."""

    low: Fact
    high: Fact
    subject: str


def discover(scene: Scene) -> Iterator[Relation]:
    """The growths of ranges that are expected, and the midpoints of ranges."""
    if not any(f.declined for f in scene.facts):
        return
    reported = _reported(scene)
    last: Range | None = None
    for sentence in stated_in(scene, fewest=1):
        found = _range(sentence)
        if found is not None:
            last = found
            yield from _growths(sentence, found, reported)
        if last is not None:
            yield from _midpoint(sentence, last, reported)


def _range(sentence: Stated) -> Range | None:
    """The first range of amounts of a sentence that expects something."""
    for at, (low, high) in enumerate(zip(sentence.facts, sentence.facts[1:], strict=False)):
        if low.figure.is_percent or low.figure.unit != high.figure.unit or low.value >= high.value:
            continue
        expects = [i for i, one in enumerate(sentence.runs[at]) if one.means is Means.EXPECTS]
        if expects and _is_to(sentence.runs[at + 1]):
            return Range(low, high, _subject(sentence, sentence.runs[at], expects))
    return None


def _subject(sentence: Stated, run: Sequence[Lexeme], expects: Sequence[int]) -> str:
    """What is expected: "we expect sales of", "sales are expected to be", "a range of sales".

    The words in front of or behind what expects, without what leads to a figure.
    """
    stretches = [run[: expects[0]]]
    stretches += [run[a + 1 : b] for a, b in pairwise([*expects, len(run)])]
    names = (_name(sentence, stretch) for stretch in reversed(stretches))
    return next(filter(None, names), "")


def _name(sentence: Stated, run: Sequence[Lexeme]) -> str:
    """A name among lexemes that may lead to it and away from it."""
    kept = [one for one in run if one.means not in _SKIPPED]
    while kept and (kept[-1].means in _LEADS or sentence.word(kept[-1]) in _TO_A_RANGE):
        kept.pop()
    while kept and (kept[0].means not in _NAMES or sentence.word(kept[0]) in _TIMES):
        kept.pop(0)
    return normal(sentence.text[kept[0].start : kept[-1].end]) if kept else ""


def _is_to(run: Sequence[Lexeme]) -> bool:
    kinds = [one.means for one in run if one.means not in _SKIPPED]
    return kinds in ([Means.TO], [Means.AND])


def _growths(sentence: Stated, of: Range, reported: Mapping[str, Fact]) -> Iterator[Relation]:
    """The growths of both ends over what was reported last, where one of them comes out."""
    base = reported.get(of.subject)
    ends = [
        f for f in sentence.facts if f.figure.is_percent and f.figure.start > of.high.figure.end
    ]
    if base is None or len(ends) != 2:
        return
    at = sentence.facts.index(ends[0])
    if sentence.facts[at + 1] is not ends[1] or not _is_to(sentence.runs[at + 1]):
        return
    made = [_growth(p, later, base) for p, later in zip(ends, (of.low, of.high), strict=True)]
    if any(verdict(r, Rounding.NEAREST).status is Status.HOLDS for r in made):
        yield from made


def _midpoint(sentence: Stated, of: Range, reported: Mapping[str, Fact]) -> Iterator[Relation]:
    """What is said to be the midpoint of the range, and its growth."""
    for at, fact in enumerate(sentence.facts):
        near = 0 <= fact.block - of.low.block <= RANGE_REACH
        is_end = fact.number in (of.low.number, of.high.number) or _is_to(sentence.runs[at + 1])
        if is_end or not near or not _names_midpoint(sentence, at):
            continue
        if fact.figure.unit != of.low.figure.unit:
            continue
        middle = fact._replace(sign=1)
        yield discovered(Kind.AVERAGE, middle, (Term(of.low), Term(of.high)))
        base, growth = reported.get(of.subject), sentence.facts[at + 1 : at + 2]
        if base is not None and growth and growth[0].figure.is_percent:
            relation = _growth(growth[0], middle, base)
            if verdict(relation, Rounding.NEAREST).status is Status.HOLDS:
                yield relation


def _names_midpoint(sentence: Stated, at: int) -> bool:
    """Whether nothing but "of" or a verb stands between "midpoint" and the figure."""
    run = sentence.runs[at]
    places = [i for i, one in enumerate(run) if sentence.word(one) == "midpoint"]
    behind = [one.means for one in run[places[-1] + 1 :]] if places else []
    behind = [means for means in behind if means not in _OF_THE_RANGE]
    return bool(places) and behind in ([Means.OF], [Means.STATES], [Means.OF, Means.STATES])


_OF_THE_RANGE = (Means.ARTICLE, Means.ABOUT, Means.EXPECTS, Means.STOP)


def _growth(printed: Fact, later: Fact, base: Fact) -> Relation:
    terms = Term(later._replace(sign=1), 1, Role.LATER), Term(base, 1, Role.EARLIER)
    return discovered(Kind.GROWTH, printed._replace(sign=1), terms)


def _reported(scene: Scene) -> dict[str, Fact]:
    """The latest amount of each row label, where tables print but one value for it."""
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in scene.facts:
        if fact.in_table and fact.period and fact.label and not fact.figure.is_percent:
            found[normal(fact.label)].append(fact)
    latest = {}
    for label, facts in found.items():
        last = max(f.period.last for f in facts if f.period)
        those = [f for f in facts if f.period and f.period.last == last]
        if len({f.value for f in those}) == 1:
            latest[label] = those[0]
    return latest
