"""OddTag tags: those whose sign or power of ten is not the one that the tags around them have.

A sign or a scale is no part of what is printed, so a single tag cannot contradict its display:
"(9,000)" in a cash flow is tagged 9,000 where the concept is a payment. But all tags of one concept
in one table stand in the same way to what is printed, and the words of a figure bind its tag.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from auditor.model.figure import PERCENT
from auditor.relations.tagged.matched import TaggedFact
from auditor.relations.thresholds import FEWEST_AGREEING_TAGS, FEWEST_TAGS_IN_UNIT

PER_CENT = Fraction(1, 100)
_SCALE_WORD = re.compile(r"(?:thousand|million|billion|trillion)\b|[千万億兆]", re.IGNORECASE)


class OddTag(NamedTuple):
    """A tag that stands out, and the factor that it should have.

    ``sure`` says that the tags around it, or the words around it, are enough.
    """

    stated: TaggedFact
    usual: Fraction
    sure: bool


def odd_tags(found: Sequence[TaggedFact]) -> list[OddTag]:
    """The tags that stand out; one may do so in two ways, the surer first."""
    odd = [*_among_its_concept(found), *_among_its_table(found), *_in_prose(found)]
    return sorted(odd, key=lambda one: not one.sure)


def _among_its_concept(found: Sequence[TaggedFact]) -> Iterator[OddTag]:
    """The tags that do not stand to what is printed as those of the same concept around them do.

    Of two nobody can say which is odd; of one alone only that its sign is not the one printed.
    """
    for group in _by_table(found, of_one_concept=True):
        (usual, most), *others = Counter(one.factor for one in group).most_common()
        if len(group) == 1 and usual < 0:
            yield OddTag(group[0], -usual, sure=False)
        elif [count for _, count in others] == [1] == [most]:
            one, other = group
            yield OddTag(one, other.factor, sure=False)
            yield OddTag(other, one.factor, sure=False)
        elif [count for _, count in others] == [1]:
            lone = next(one for one in group if one.factor != usual)
            yield OddTag(lone, usual, most >= FEWEST_AGREEING_TAGS)


def _among_its_table(found: Sequence[TaggedFact]) -> Iterator[OddTag]:
    """The one tag of a table whose power of ten none of the others in its unit has."""
    for group in _by_table(found, of_one_concept=False):
        powers = Counter(abs(one.factor) for one in group)
        (usual, most), *others = powers.most_common()
        if most >= FEWEST_TAGS_IN_UNIT and [count for _, count in others] == [1]:
            lone = next(one for one in group if abs(one.factor) != usual)
            yield OddTag(lone, usual if lone.factor > 0 else -usual, sure=True)


def _by_table(found: Sequence[TaggedFact], *, of_one_concept: bool) -> Iterator[list[TaggedFact]]:
    """The tags of a table in one unit, noughts left out: they have no sign and no power of ten."""
    groups: dict[object, list[TaggedFact]] = defaultdict(list)
    for one in found:
        if one.fact.in_table and one.tag.value:
            concept = one.tag.concept if of_one_concept else ""
            groups[one.fact.source.table, one.tag.unit, concept].append(one)
    yield from groups.values()


def _in_prose(found: Sequence[TaggedFact]) -> Iterator[OddTag]:
    """The tags of figures whose own words say what power of ten they have: "$1.5 billion"."""
    for one in found:
        if one.fact.in_table or not one.tag.value or one.fact.figure.nil:
            continue
        sign = 1 if one.factor > 0 else -1
        if one.fact.figure.unit == PERCENT and abs(one.factor) != PER_CENT:
            yield OddTag(one, sign * PER_CENT, sure=abs(one.factor) == 1)
        elif _SCALE_WORD.search(one.fact.text) and abs(one.factor) != 1:
            yield OddTag(one, Fraction(sign), sure=True)
