"""Likeness: how much likelier a figure's value is, among the figures around it, than another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from math import log, log2
from typing import NamedTuple

from auditor.blame.thresholds import (
    FEWEST_ALIKE,
    FEWEST_DIGITS,
    MOST_REPEATED,
    NOUGHT_IN_FRONT,
    ODD_SIGN,
    ROUND_DIGIT,
    THINNER,
    USUAL_CHANGE,
    YEARS,
)
from auditor.model.fact import Fact
from auditor.model.figure import Figure

Likelier = Callable[[int, int], float]
"""By a figure's number and a value in its last units: the bits by which it would be unlikelier
than what is printed; less than nothing where it would be likelier."""

Digits = tuple[int, int]


class _Around(NamedTuple):
    """What a figure is compared with.

    ``peers`` are the values, in its last units, of the figures of its row that state the same of
    other columns; ``sign`` is the one that they have, 0 where they differ; ``noughts`` with how
    many noughts every figure beside and above it ends; ``own_places`` how many of them, itself
    included, show its digits.
    """

    figure: Figure
    peers: tuple[float, ...]
    sign: int
    noughts: int
    own_places: int


class Likeness:
    """The figures of a document, for what they say of each other without any relation."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self._facts = facts
        self._known: dict[int, _Around | None] = {}

    def bits(self, number: int, value: int) -> float:
        """How much unlikelier the figure would be with that value than as it is printed."""
        around = self._around(number)
        if around is None:
            return 0.0
        printed = around.figure.digits
        return sum(
            measure(value, around) - measure(printed, around)
            for measure in (_size, _sign, _roundness, self._alone)
        ) - _nought_in_front(around.figure)

    def _around(self, number: int) -> _Around | None:
        if number not in self._known:
            fact = self._by_number.get(number)
            self._known[number] = None if fact is None else self._compared(fact)
        return self._known[number]

    def _compared(self, fact: Fact) -> _Around:
        peers = tuple(self._peers(fact)) if fact.in_table else ()
        near = [f.figure for f in self._near(fact)] if fact.in_table else []
        ends = [_noughts(f.digits) for f in near if f.exponent == fact.figure.exponent]
        noughts = min(ends) if len(ends) >= FEWEST_ALIKE else 0
        unit = fact.figure.last_unit
        own = {p.number for p in (*peers, fact)}
        places = len(own & self._places[_digits(fact.figure)])
        values = tuple(float(p.figure.value / unit) for p in peers)
        return _Around(fact.figure, values, self._usual_sign(fact, values), noughts, places)

    def _usual_sign(self, fact: Fact, peers: Sequence[float]) -> int:
        """The sign of its whole column, where the figure has it too, or else that of its peers.

        A column in brackets may be of another kind than the one beside it.
        """
        own = _turn(fact.figure.digits)
        column = self._by_column.get((fact.source.table, fact.source.col), ())
        others = [_turn(f.figure.digits) for f in column if f.number != fact.number]
        alike = len(others) >= FEWEST_ALIKE and all(sign == own for sign in others)
        signs = {own} if alike else {_turn(p) for p in peers}
        return signs.pop() if len(signs) == 1 else 0

    def _peers(self, fact: Fact) -> Iterator[Fact]:
        """The figures that state of other periods, or of other columns, what this one states."""
        source = fact.source
        for other in self._by_row.get((source.table, source.row), ()):
            if (
                other.number != fact.number
                and other.concept == fact.concept
                and other.measure is fact.measure
                and other.figure.unit == fact.figure.unit
            ):
                yield other

    def _near(self, fact: Fact) -> Iterator[Fact]:
        """The other figures of its row, and those of its column."""
        source = fact.source
        for line in (
            self._by_row.get((source.table, source.row), ()),
            self._by_column.get((source.table, source.col), ()),
        ):
            yield from (f for f in line if f.number != fact.number and f.figure.digits)

    def _alone(self, value: int, around: _Around) -> float:
        """Bits against a value that stands nowhere else in the document."""
        key = (abs(value), around.figure.exponent)
        if abs(value) < 10 ** (FEWEST_DIGITS - 1) or (key[1] == 0 and key[0] in YEARS):
            return 0.0
        places = len(self._places.get(key, ()))
        if value == around.figure.digits:
            places -= around.own_places
        chance = log2(10 ** len(str(abs(value))) / len(self._places))
        return 0.0 if places > 0 else max(0.0, min(MOST_REPEATED, chance))

    @cached_property
    def _by_number(self) -> Mapping[int, Fact]:
        return {fact.number: fact for fact in reversed(self._facts)}

    @cached_property
    def _by_row(self) -> Mapping[tuple[int | None, int | None], Sequence[Fact]]:
        return self._lines(lambda fact: fact.source.row)

    @cached_property
    def _by_column(self) -> Mapping[tuple[int | None, int | None], Sequence[Fact]]:
        return self._lines(lambda fact: fact.source.col)

    def _lines(
        self, line: Callable[[Fact], int | None]
    ) -> Mapping[tuple[int | None, int | None], Sequence[Fact]]:
        found: dict[tuple[int | None, int | None], list[Fact]] = defaultdict(list)
        for fact in self._facts:
            if fact.in_table and not fact.figure.nil:
                found[fact.source.table, line(fact)].append(fact)
        return found

    @cached_property
    def _places(self) -> Mapping[Digits, set[int]]:
        """By the digits of a figure, the numbers of the figures that show them."""
        found: dict[Digits, set[int]] = defaultdict(set)
        for fact in self._facts:
            found[_digits(fact.figure)].add(fact.number)
        return found


def _turn(value: float) -> int:
    return (value > 0) - (value < 0)


def _digits(figure: Figure) -> Digits:
    return abs(figure.digits), figure.exponent


def _size(value: int, around: _Around) -> float:
    """Bits for what lies far from all its peers; the larger, the thinner values are sown.

    Of one statement less so than everywhere: its largest figures are as likely to be mistyped.
    """
    far = min((abs(log(abs(value / p))) for p in around.peers if value and p), default=0.0)
    return THINNER * log2(max(abs(value), 1)) + log2(1 + (far / USUAL_CHANGE) ** 2)


def _sign(value: int, around: _Around) -> float:
    """Bits for another sign than the usual one."""
    return ODD_SIGN if value * around.sign < 0 else 0.0


def _roundness(value: int, around: _Around) -> float:
    """Bits for digits where every figure beside and above ends in noughts."""
    return ROUND_DIGIT * max(0, around.noughts - _noughts(value)) if value else 0.0


def _nought_in_front(figure: Figure) -> float:
    """Bits by which "016" is unlikely to be right."""
    digits = "".join(c for c in figure.text if c.isdecimal())
    whole = 1 - figure.exponent if figure.exponent < 0 else 1
    return NOUGHT_IN_FRONT if len(digits) > whole and digits[0] == "0" else 0.0


def _noughts(value: int) -> int:
    text = str(abs(value))
    return len(text) - len(text.rstrip("0"))
