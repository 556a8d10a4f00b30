"""Prose: the facts that a document's prose states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from auditor.facts.prose.row_labels import RowLabels
from auditor.facts.prose.sentence import Sentence, sentence
from auditor.facts.prose.subject import label_of, subject
from auditor.facts.prose.surroundings import Surroundings
from auditor.model.document import Passage, Source
from auditor.model.fact import Fact, Measure
from auditor.model.figure import Figure
from auditor.model.period import Calendar, Period
from auditor.notation.numerals import figures
from auditor.notation.periods import periods
from auditor.notation.units import Unit, in_unit

__all__ = ["RowLabels", "Surroundings", "heading_period", "prose_facts"]

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z(\"“])|(?<=。)")
NOWHERE = Source("")
"""Until the passage says where the figure stands."""


def prose_facts(passage: Passage, around: Surroundings, number: int) -> Iterator[Fact]:
    """The facts a passage states, in order; figures are numbered from ``number`` on."""
    found = figures(passage.text)
    if not found:
        return
    label = label_of(passage.text, found[0].start)
    headings = tuple(h.text for h in passage.headings)
    spans = iter(_sentences(passage.text))
    current: Sentence | None = None
    before: Fact | None = None
    for each, figure in enumerate(found, start=number):
        if current is None or figure.start >= current.end:
            span = next(s for s in spans if figure.start < s[1])
            current = sentence(passage.text, span, label, headings, around)
        before = replace(
            _fact(current, figure, before),
            number=each,
            source=passage.source(figure.start, figure.end),
        )
        yield before


def heading_period(headings: Sequence[Passage], calendar: Calendar) -> Period | None:
    """The last period that the nearest heading with one names."""
    for heading in reversed(headings):
        found = [p for _, _, p in periods(heading.text, calendar) if not p.is_instant]
        if found:
            return found[-1]
    return None


def _sentences(text: str) -> list[tuple[int, int]]:
    cuts = [0, *(m.end() for m in _SENTENCE_END.finditer(text)), len(text) + 1]
    return list(pairwise(cuts))


def _fact(sentence: Sentence, figure: Figure, before: Fact | None) -> Fact:
    """What a figure states; ``before`` is what the passage stated last."""
    around, measure = sentence.around, sentence.measure(figure)
    named = subject(sentence, figure, measure, before)
    moves = measure is not Measure.AMOUNT
    headings = (*sentence.headings, sentence.text)
    return Fact(
        0,
        in_unit(figure, _unit(figure, around), named.label),
        NOWHERE,
        named.label,
        named.concept,
        measure,
        sentence.period(figure) or around.period,
        sentence.against(figure) if moves else None,
        segment=around.lexicon.segment(named.concept, headings)
        or around.section(named.concept, sentence.headings),
        sign=sentence.direction(figure) if moves else 1,
        headings=headings,
    )


def _unit(figure: Figure, around: Surroundings) -> Unit:
    """A scale word without a currency means the document's currency; else nothing is added."""
    return Unit(around.unit.currency if figure.scale and not figure.unit else "", 0)
