"""Repeats in brackets: "rose 10 % (10 %)", where a document prints its figures twice over.

Evidence. Brackets right behind a figure may say many things, the year before among them. But where
a document repeats its figures so, again and again and digit by digit, the one pair that differs by
a slip of the pen is a repeat that went wrong. Three pairs must agree for each that differs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from auditor.model.document import Passage
from auditor.model.fact import Fact
from auditor.model.figure import Rounding
from auditor.model.relation import Relation
from auditor.model.scene import Scene
from auditor.relations.discovered._footings import mistyped
from auditor.relations.discovered._relations import tie
from auditor.relations.discovered._thresholds import AGREE_PER_FAILURE

ORDER = 36


class Pair(NamedTuple):
    """A figure, and what brackets right behind it print, both without sign."""

    first: Fact
    again: Fact

    @property
    def agrees(self) -> bool:
        return self.first.value == self.again.value

    @property
    def slipped(self) -> bool:
        """Whether one of the two, mistyped, is the other."""
        gap, room = self.first.value - self.again.value, self.first.figure.last_unit / 2
        return mistyped(self.first, gap, room) or mistyped(self.again, -gap, room)


def discover(scene: Scene) -> Iterator[Relation]:
    """The figures that brackets repeat, where that is the document's habit."""
    pairs = list(_pairs(scene))
    agreeing = [pair for pair in pairs if pair.agrees]
    differing = [pair for pair in pairs if not pair.agrees]
    tells = len(agreeing) > AGREE_PER_FAILURE * (len(differing) + 1)
    if len(agreeing) < AGREE_PER_FAILURE * max(1, len(differing)):
        return
    for pair in agreeing:
        yield replace(_tie(pair), tells=tells)
    for pair in differing:
        if pair.slipped:
            yield _tie(pair)


def _tie(pair: Pair) -> Relation:
    """The two as one figure printed twice: to the digit, for nothing was rounded between them."""
    return replace(tie(pair.again, pair.first), rounding=Rounding.EXACT)


def _pairs(scene: Scene) -> Iterator[Pair]:
    blocks: dict[int, list[Fact]] = defaultdict(list)
    for fact in scene.facts:
        if not fact.in_table and not fact.figure.nil:
            blocks[fact.block].append(fact)
    for number, facts in blocks.items():
        passage = scene.document.blocks[number]
        if isinstance(passage, Passage):
            yield from _in(passage.text, facts)


def _in(text: str, facts: Sequence[Fact]) -> Iterator[Pair]:
    """The figures of a passage with those in brackets right behind, printed alike."""
    for first, again in pairwise(facts):
        one, other = first.figure, again.figure
        if not other.text.startswith("(") or one.text.startswith("("):
            continue
        alike = (one.unit, one.scale, one.exponent) == (other.unit, other.scale, other.exponent)
        if alike and not text[one.end : other.start].strip():
            yield Pair(_unsigned(first), _unsigned(again))


def _unsigned(fact: Fact) -> Fact:
    """The fact without the sign that words or brackets give it."""
    return fact._replace(sign=-1 if fact.figure.digits < 0 else 1)
