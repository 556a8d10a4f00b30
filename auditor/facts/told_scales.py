"""Told scales: the scale of a table that states none, as the sentences about its rows tell it.

"Cash provided by operating activities was $115.5 million" beside a row of that name that prints
115,549: the table is in thousands. So it is where "increased by $25.3 million" is what its two
years differ by. One figure of three digits is enough, or two of two digits, where no other says
otherwise, for the words name the row. So it is where a passage close by says "(in millions)" of a
table, and no sentence says otherwise.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from auditor.facts.thresholds import (
    FLOAT_SLACK,
    INTRODUCTION_REACH,
    SENTENCE_REACH,
    TELLING_DIGITS,
    TWO_DIGITS,
    VOTES_NEEDED,
    WORD_OF_A_NAME,
)
from auditor.model.document import Document, Passage, Table
from auditor.model.fact import Fact
from auditor.notation.deferred import deferred
from auditor.notation.units import Unit, in_unit

_WORD = deferred(r"[^\W\d_]+")
_END = deferred(r"[.;!?]\s")
SCALES = (3, 6)
_NAMELESS = frozenset(("total", "other", "less", "plus", "from", "with", "that", "this", "years"))


def with_told_scales(document: Document, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts, those of tables without a scale in the one that sentences tell."""
    told = dict(_told(document, facts))
    if not told:
        return tuple(facts)
    return tuple(
        _in_scale(fact, told[fact.source.table]) if fact.source.table in told else fact
        for fact in facts
    )


def _in_scale(fact: Fact, scale: int) -> Fact:
    return fact._replace(figure=in_unit(fact.figure, Unit("", scale), fact.label))


def _told(document: Document, facts: Sequence[Fact]) -> Iterator[tuple[int | None, int]]:
    """The tables that state no scale, with the one that they are in."""
    cells = _cells(facts)
    if not cells:
        return
    values = [float(value) for value, _ in cells]
    names = {label: _names(label) for label in {cell.label for _, cell in cells}}
    votes: dict[int | None, Counter[int]] = defaultdict(Counter)
    for said in facts:
        if said.in_table or not said.figure.scale or said.figure.is_percent:
            continue
        if abs(said.figure.digits) < TWO_DIGITS:
            continue
        words = _words_around(document, said)
        for scale in SCALES:
            for cell in _repeated(said, scale, values, cells):
                if names[cell.label] and names[cell.label] <= words:
                    enough = abs(said.figure.digits) >= TELLING_DIGITS
                    votes[cell.source.table][scale] += VOTES_NEEDED if enough else 1
    blocks = {cell.source.table: cell.block for _, cell in cells}
    said_of = dict(_said_close_by(document, blocks))
    for table, count in votes.items():
        if len(count) == 1 and count.total() >= VOTES_NEEDED:
            yield table, next(iter(count))
    yield from ((table, scale) for table, scale in said_of.items() if table not in votes)


def _said_close_by(
    document: Document, blocks: Mapping[int | None, int]
) -> Iterator[tuple[int | None, int]]:
    """The tables, by their blocks, with the scale that but one passage close by says of one."""
    alone = sum(isinstance(one, Table) for one in document.blocks) == 1
    for table, block in blocks.items():
        first, last = block - INTRODUCTION_REACH, block + INTRODUCTION_REACH + 1
        near = document.blocks if alone else document.blocks[max(0, first) : last]
        texts = [
            one.text for one in near if isinstance(one, Passage) and _OF_A_TABLE.search(one.text)
        ]
        found = {m["scale"].casefold() for text in texts for m in _IN_BRACKETS.finditer(text)}
        if len(found) == 1:
            yield table, _SCALES[found.pop()]


_SCALES = {"thousands": 3, "millions": 6}
_IN_BRACKETS = deferred(
    r"\((?:[a-z$€£]{1,10}\s){0,3}?in\s(?P<scale>thousands|millions)(?:,\s[^()\n]{0,60})?\)",
    re.IGNORECASE,
)
_OF_A_TABLE = deferred(r"\b(?:follow|table|below|above|summar|present|set forth)", re.IGNORECASE)


def _cells(facts: Iterable[Fact]) -> list[tuple[Fraction, Fact]]:
    """The amounts and changes of tables of which no figure has a scale, by size."""
    of: dict[int | None, list[Fact]] = defaultdict(list)
    scaled = set()
    for fact in facts:
        if not fact.in_table or fact.figure.is_percent or fact.figure.nil:
            continue
        if fact.figure.scale:
            scaled.add(fact.source.table)
        elif fact.label and abs(fact.figure.digits) >= TELLING_DIGITS:
            of[fact.source.table].append(fact)
    found = [f for table, own in of.items() if table not in scaled for f in own]
    amounts = [(abs(f.figure.value), f) for f in found]
    changes = [
        (abs(one.figure.value - other.figure.value), one)
        for one, other in pairwise(found)
        if (one.source.table, one.source.row) == (other.source.table, other.source.row)
    ]
    return sorted((*amounts, *changes), key=lambda pair: float(pair[0]))


def _repeated(
    said: Fact, scale: int, values: Sequence[float], cells: Sequence[tuple[Fraction, Fact]]
) -> Iterator[Fact]:
    """The cells that print what is said, were they in that scale; floating point finds them."""
    half, value = said.figure.last_unit / 2, abs(said.figure.value)
    low, high = (value - half) / 10**scale, (value + half) / 10**scale
    first = bisect_left(values, float(low) * (1 - FLOAT_SLACK))
    last = bisect_right(values, float(high) * (1 + FLOAT_SLACK))
    yield from (cell for exact, cell in cells[first:last] if low <= exact <= high)


def _words_around(document: Document, said: Fact) -> frozenset[str]:
    """The words of the sentence, in small letters."""
    passage = document.blocks[said.block]
    if not isinstance(passage, Passage):
        return frozenset()
    start = max(0, said.figure.start - SENTENCE_REACH)
    start = max(
        (m.end() for m in _END.finditer(passage.text, start, said.figure.start)), default=start
    )
    end = _END.search(passage.text, said.figure.end)
    text = passage.text[start : end.start() if end else len(passage.text)]
    return frozenset(_stem(word) for word in _WORD.findall(text))


def _names(label: str) -> frozenset[str]:
    """The words of a label that name something, in small letters."""
    own = {_stem(w) for w in _WORD.findall(label) if len(w) >= WORD_OF_A_NAME}
    return frozenset(own - _NAMELESS)


def _stem(word: str) -> str:
    return re.sub(r"(?<=\w\w\w)s\Z", "", word.casefold())
