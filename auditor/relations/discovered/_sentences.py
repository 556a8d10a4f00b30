"""Sentences: what the prose of a document states sentence by sentence, as lexemes."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from auditor.facts.prose.english.lexemes import Lexeme, gap, lexemes
from auditor.model.document import Passage
from auditor.model.fact import Fact
from auditor.model.scene import Scene
from auditor.relations.discovered._claim_wording import SENTENCE_END


@dataclass(frozen=True)  # no slots: the lexemes are cut when first asked for
class Stated:
    """A sentence of a passage's text with its facts, and the lexemes around their figures."""

    text: str
    start: int
    end: int
    facts: tuple[Fact, ...]

    @cached_property
    def runs(self) -> Sequence[Sequence[Lexeme]]:
        """The lexemes before the first figure, between each two, and behind the last."""
        spans = [(f.figure.start, f.figure.end) for f in self.facts]
        return gap(lexemes(self.text, (self.start, self.end), spans, ()))

    def word(self, one: Lexeme) -> str:
        return self.text[one.start : one.end].casefold()


def stated_in(scene: Scene, fewest: int) -> Iterator[Stated]:
    """Each sentence that states at least so many figures, in order."""
    return (sentence for sentence in _sentences(scene) if len(sentence.facts) >= fewest)


@lru_cache(maxsize=1)
def _sentences(scene: Scene) -> tuple[Stated, ...]:
    """Every sentence that states a figure; each discovery that reads them asks for them."""
    return tuple(_cut(scene))


def _cut(scene: Scene) -> Iterator[Stated]:
    blocks: dict[int, list[Fact]] = defaultdict(list)
    for fact in scene.facts:
        if not fact.in_table:
            blocks[fact.block].append(fact)
    for number, facts in blocks.items():
        passage = scene.document.blocks[number]
        if not isinstance(passage, Passage):
            continue
        text = passage.text
        cuts = [0, *(m.end() for m in SENTENCE_END.finditer(text)), len(text)]
        starts = [f.figure.start for f in facts]
        for start, end in pairwise(cuts):
            mine = tuple(facts[bisect_left(starts, start) : bisect_left(starts, end)])
            if mine:
                yield Stated(text, start, end, mine)
