"""Worded facts: what prose states in languages of which every word around a figure is read."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.model.document import Passage
from auditor.model.fact import Fact
from auditor.model.scene import Scene
from auditor.notation.prose_languages import ENGLISH, language_of, usual_language


def read_by_words(scene: Scene) -> Iterator[Fact]:
    """The facts of passages of which every word around a figure is read.

    English ones are not: in them a qualifier behind the figure may mean something else.
    """
    usual = usual_language(passage.text for passage in scene.document.passages)
    own: dict[int, bool] = {}
    for fact in scene.facts:
        if fact.in_table or not fact.concept or not fact.period or fact.segment:
            continue
        passage = scene.document.blocks[fact.block]
        if fact.block not in own and isinstance(passage, Passage):
            own[fact.block] = language_of(passage.text, usual) is not ENGLISH
        if own.get(fact.block):
            yield fact
