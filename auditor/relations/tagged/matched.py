"""Matched: which printed figure each tag marks, and how its value follows from what is printed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from auditor.model.document import Cell, Document, Source
from auditor.model.fact import Fact
from auditor.model.figure import Figure, Rounding
from auditor.model.interval import Interval
from auditor.model.places.line import LinePlace
from auditor.model.tagging import EXACT, Context, Tag
from auditor.notation.numerals import cell_figure
from auditor.relations.tagged.naming import name_of, period_of
from auditor.relations.thresholds import FARTHEST_POWER

_POWER = re.compile(r"[eE][+-]?[0-9]{1,3}\s*\Z")
EMPTY_LABELS = frozenset(("", "total", "totals", "subtotal", "net", "other", "this figure"))
"""Row labels that say nothing without the table around them."""


class TaggedFact(NamedTuple):
    """A tag and the fact that states it: the value tagged is ``factor`` times the fact's.

    The factor is a power of ten, negative where the sign printed is not the sign tagged.
    """

    tag: Tag
    fact: Fact
    factor: Fraction

    def interval(self, rounding: Rounding) -> Interval:
        """Every unrounded value that the tag may stand for."""
        return self.fact.interval(rounding).times(self.factor)


class ValuelessTag(NamedTuple):
    """A tag that states no value to be related to others, and the fact printed in it, if any."""

    tag: Tag
    fact: Fact | None

    @property
    def is_nil(self) -> bool:
        """Whether the tag says that there is nothing to state."""
        return self.tag.digits is None and not self.tag.unreadable


Identity = tuple[str, Context, str]
"""What two tags that state the same have in common: concept, context and unit."""


def identity(tag: Tag) -> Identity:
    return tag.concept, tag.context, tag.unit


def matched(
    document: Document, facts: Sequence[Fact]
) -> tuple[list[TaggedFact], list[ValuelessTag]]:
    """Every tag that states a number, in the order of the file, and those that do not.

    A tag on a figure that was read from the text shares that figure's number; others, which are
    hidden, are words, or have no display at all, are figures of their own.
    """
    printed = _Printed(document, facts)
    following = max((fact.number for fact in facts), default=-1) + 1
    found, valueless = [], []
    for tag in document.tagging.tags:
        fact = printed.at(tag)
        if tag.digits is None or _says_nought_over_digits(tag):
            valueless.append(ValuelessTag(tag, fact))
            continue
        factor = None if fact is None else _factor(tag, fact)
        if fact is None or factor is None:
            own = _own_fact(tag, following, document)
            found.append(TaggedFact(tag, own, tag.value / own.value if own.value else Fraction(1)))
            following += 1
        else:
            found.append(TaggedFact(tag, _named(fact, tag), factor))
    return found, valueless


def _says_nought_over_digits(tag: Tag) -> bool:
    """Whether the tag says nought in a format that means it whatever is printed."""
    written = _POWER.sub("", tag.text)  # "0e1" is nought and says nothing else
    return tag.digits == 0 and any(digit in written for digit in "123456789")


class _Printed:
    """The printed figures by their places in the file."""

    def __init__(self, document: Document, facts: Sequence[Fact]) -> None:
        cells = _cells(document, facts)
        self._path = document.path
        self._at: dict[tuple[str, int], list[tuple[int, int, Fact]]] = defaultdict(list)
        for fact in facts:
            cell = cells.get(_cell(fact.source)) if fact.in_table else None
            for place in (fact.source, *(() if cell is None else _places(cell))):
                if place.line is not None and place.column is not None:
                    end = place.end_column or place.column + 1
                    self._at[place.path, place.line].append((place.column, end, fact))
        for spans in self._at.values():
            spans.sort(key=lambda span: (span[0], span[1], span[2].number))
        self._starts = {at: [s[0] for s in spans] for at, spans in self._at.items()}

    def at(self, tag: Tag) -> Fact | None:
        """The figure printed where the tag stands."""
        line = tag.path or self._path, tag.line
        if tag.hidden or line not in self._at:
            return None
        spans = self._at[line]
        near = bisect_right(self._starts[line], tag.end_column - 1)
        for start, end, fact in reversed(spans[max(0, near - 4) : near]):
            if start < tag.end_column and tag.column < end:
                return fact
        return None


def _cells(document: Document, facts: Sequence[Fact]) -> Mapping[tuple[int, int, int], Cell]:
    """The cells of facts that are put together from several pieces of the file."""
    wanted = {_cell(fact.source) for fact in facts if fact.in_table}
    return {
        key: cell
        for table in document.tables
        for row in table.rows
        for cell in row
        if cell and cell.anchors and (key := _cell(cell.source)) in wanted
    }


def _cell(source: Source) -> tuple[int, int, int]:
    return source.table or 0, source.row or 0, source.col or 0


def _places(cell: Cell) -> Iterator[Source]:
    """Where each piece of a cell's text stands."""
    ends = [anchor.offset for anchor in cell.anchors[1:]] + [len(cell.text)]
    for anchor, end in zip(cell.anchors, ends, strict=True):
        yield anchor.place(anchor.offset, end)


def _factor(tag: Tag, fact: Fact) -> Fraction | None:
    """What the printed value is multiplied by to give the tagged one; None if not a power of ten.

    A nought has no factor of its own.
    """
    if not tag.value or not fact.value:
        return Fraction(1) if tag.value == fact.value else None
    factor = tag.value / fact.value
    return factor if is_power_of_ten(abs(factor)) else None


def is_power_of_ten(factor: Fraction) -> bool:
    """Whether a positive factor only moves the point."""
    larger = max(factor, 1 / factor)
    return (
        larger.denominator == 1 and larger <= 10**FARTHEST_POWER and str(larger).strip("0") == "1"
    )


def _named(fact: Fact, tag: Tag) -> Fact:
    """The printed fact, named by its tag where the row's label says too little."""
    said = fact.label.casefold() not in EMPTY_LABELS and fact.in_table
    return fact._replace(
        figure=fact.figure._replace(accuracy=_displayed_accuracy(tag, fact.figure)),
        label=fact.label if said else name_of(tag),
        period=fact.period if said and fact.period else period_of(tag.context),
    )


def _displayed_accuracy(tag: Tag, figure: Figure) -> Fraction | None:
    """The unit that a printed figure is good to, None for one of its last digit.

    A tag can say that a figure is good to less than its last digit. That it is good to more
    nobody can see who reads "1.5 billion", but a count printed in full may well be exact.
    """
    if tag.accuracy is None or figure.nil:
        return None
    if tag.accuracy == EXACT:
        return EXACT if tag.scale == 0 and tag.exponent == 0 and not figure.scale else None
    coarser = tag.accuracy / tag.unit_shown
    return coarser * figure.last_unit if coarser > 1 else None


def _own_fact(tag: Tag, number: int, document: Document) -> Fact:
    """A fact for a tag that marks no figure read from the text."""
    assert tag.digits is not None
    displayed = document.tagging.displayed
    read = cell_figure(tag.text)
    shown = (
        tag.text
        if read and (abs(read.digits), read.exponent) == (abs(tag.digits), tag.exponent)
        else _plainly(tag.digits, tag.exponent)
    )
    figure = Figure(shown, 0, tag.digits, tag.exponent, "", tag.scale)
    accuracy = _displayed_accuracy(tag, figure) if displayed and not tag.hidden else tag.accuracy
    at = LinePlace(tag.line, tag.column, tag.end_column, tag.element)
    source = Source(tag.path or document.path, at)
    return Fact(
        number,
        figure._replace(accuracy=accuracy),
        source,
        name_of(tag),
        tag.concept,
        period=period_of(tag.context),
    )


def _plainly(digits: int, exponent: int) -> str:
    """The figure in digits, such as "2" for "two"."""
    text = f"{abs(digits):0{1 - exponent}d}"
    whole, part = (text[:exponent], text[exponent:]) if exponent else (text, "")
    return f"{'-' * (digits < 0)}{int(whole):,}{'.' * bool(part)}{part}"


def by_identity(found: Iterable[TaggedFact]) -> dict[Identity, list[TaggedFact]]:
    """The tags that state the same: one concept, of one part, at one time, in one unit."""
    groups: dict[Identity, list[TaggedFact]] = defaultdict(list)
    for one in found:
        groups[identity(one.tag)].append(one)
    return groups
