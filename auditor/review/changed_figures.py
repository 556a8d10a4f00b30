"""Which figures changed between two drafts of a document.

Figures are matched by what stands around them, not by where: a table's by their row and column, the
prose's by the words before them. So what was inserted elsewhere changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from auditor.model.document import Document, Passage
from auditor.model.fact import Fact
from auditor.model.report import FigureChange
from auditor.notation.vocabulary import normal

WORDS_BEFORE = 4
"""Words of prose that a figure is matched by. By judgement: enough to tell figures of a passage
apart, few enough to outlast an edit of it."""

MOST_ALIKE = 50
"""Figures of the other draft, on average, that stand in the surroundings of a figure. By judgement:
matching takes time with their number, and a table has fewer rows of one name."""

Surroundings = tuple[str, ...]
"""What stands around a figure, without any figure in it."""


def figure_changes(
    before: tuple[Document, Sequence[Fact]], after: tuple[Document, Sequence[Fact]]
) -> tuple[FigureChange, ...]:
    """The figures that differ, came or went, in the order of the later draft."""
    old, new = _printed(before[1]), _printed(after[1])
    one = [_surroundings(f, before[0]) for f in old]
    other = [_surroundings(f, after[0]) for f in new]
    if _pairs(one, other) > MOST_ALIKE * (len(one) + len(other)):
        one, other = _counted(one), _counted(other)
    return tuple(_changes(SequenceMatcher(None, one, other, autojunk=False), old, new))


def _pairs(one: Sequence[Surroundings], other: Sequence[Surroundings]) -> int:
    """How many figures of the one could be matched with how many of the other, in all."""
    times = Counter(other)
    return sum(count * times[around] for around, count in Counter(one).items())


def _counted(found: Sequence[Surroundings]) -> list[Surroundings]:
    """Those that are alike told apart by their order."""
    seen: Counter[Surroundings] = Counter()
    counted = []
    for around in found:
        seen[around] += 1
        counted.append((*around, str(seen[around])))
    return counted


def _changes(
    matcher: SequenceMatcher[Surroundings], old: Sequence[Fact], new: Sequence[Fact]
) -> Iterator[FigureChange]:
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            pairs = zip(old[a:b], new[c:d], strict=True)
            yield from (FigureChange(x, y) for x, y in pairs if x.text != y.text)
        else:
            yield from (FigureChange(x, None) for x in old[a:b])
            yield from (FigureChange(None, y) for y in new[c:d])


def _printed(facts: Sequence[Fact]) -> list[Fact]:
    """Each figure once, in reading order."""
    return [*{fact.number: fact for fact in reversed(facts) if fact.text}.values()][::-1]


def _surroundings(fact: Fact, document: Document) -> Surroundings:
    if fact.in_table:
        over = fact.headings[-1] if fact.headings else ""
        row, column = fact.source.row_label or "", fact.source.column_label or ""
        return ("table", normal(over), normal(row), normal(column))
    passage = document.blocks[fact.block]
    text = passage.text[: fact.figure.start] if isinstance(passage, Passage) else ""
    words = [w for w in text.split() if not any(c.isdigit() for c in w)]
    return ("prose", *words[-WORDS_BEFORE:])
