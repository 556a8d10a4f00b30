"""Comparisons: what a stretch of prose says it compares with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from auditor.facts.prose.surroundings import Surroundings
from auditor.facts.prose.wording import Wording
from auditor.model.fact import Comparison
from auditor.notation.deferred import deferred
from auditor.notation.periods import Mention

_CLAUSE = deferred(r"[^,.;:()（）]{1,60}")


class Compared(NamedTuple):
    """A comparison and the characters (from 0, in the text it was found in) that word it."""

    start: int
    end: int
    comparison: Comparison


def comparisons(
    text: str, mentions: Sequence[Mention], around: Surroundings, wording: Wording
) -> tuple[Compared, ...]:
    """Each thing compared with, in order; ``mentions`` are the periods that the text names."""
    found = [*_cued(text, mentions, around, wording), *_year_before(text, around, wording)]
    return tuple(sorted(found, key=lambda item: (item.start, item.end)))


def _cued(
    text: str, mentions: Sequence[Mention], around: Surroundings, wording: Wording
) -> Iterator[Compared]:
    named = {start: (end, period) for start, end, period in mentions}
    for cue in wording.cue.finditer(text):
        if cue.end() in named:
            end, period = named[cue.end()]
            yield Compared(cue.start(), end, Comparison(period, text=period.label))
            continue
        words = _CLAUSE.match(text, cue.end())
        scenario = words and around.lexicon.scenarios.name(words[0])
        if words and scenario:
            against = Comparison(scenario=scenario, text=f"the {words[0].strip()}")
            yield Compared(cue.start(), words.end(), against)


def _year_before(text: str, around: Surroundings, wording: Wording) -> Iterator[Compared]:
    if around.period is None:
        return
    for mention in wording.year_before.finditer(text):
        against = Comparison(around.period.year_before, text=mention[0])
        yield Compared(mention.start(), mention.end(), against)
