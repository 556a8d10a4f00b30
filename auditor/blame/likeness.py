"""Likeness: how much likelier a figure's value is, among the figures around it, than another."""

from __future__ import annotations

from collections import Counter, defaultdict
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
Line = tuple[int | None, int | None]
"""A row or column of a table: the numbers of both."""


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


class _Tally(NamedTuple):
    """What the figures of a row or column have in common: their signs, and how they end.

    It is counted once a line, since each figure of a long line asks for it.
    """

    signs: Counter[int]
    ends: Counter[tuple[int, int]]


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
        noughts = self._usual_noughts(fact) if fact.in_table else 0
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
        others = self._others(fact, self._column_tallies, _column).signs
        alike = others.total() >= FEWEST_ALIKE and set(others) == {own}
        signs = {own} if alike else {_turn(p) for p in peers}
        return signs.pop() if len(signs) == 1 else 0

    def _peers(self, fact: Fact) -> Iterator[Fact]:
        """The figures that state of other periods, or of other columns, what this one states."""
        for other in self._by_row.get(_row(fact), ()):
            if (
                other.number != fact.number
                and other.concept == fact.concept
                and other.measure is fact.measure
                and other.figure.unit == fact.figure.unit
            ):
                yield other

    def _usual_noughts(self, fact: Fact) -> int:
        """With how many noughts the other figures of its row and of its column end, each."""
        ends = self._others(fact, self._row_tallies, _row).ends + (
            self._others(fact, self._column_tallies, _column).ends
        )
        alike = {end: count for end, count in ends.items() if end[0] == fact.figure.exponent}
        return min(n for _, n in alike) if sum(alike.values()) >= FEWEST_ALIKE else 0

    def _others(
        self, fact: Fact, tallies: Mapping[Line, _Tally], line: Callable[[Fact], Line]
    ) -> _Tally:
        """What its line says without the figure itself, in either of its readings."""
        where = line(fact)
        whole = tallies.get(where, _tally(()))
        own = _tally([r for r in self._readings[fact.number] if line(r) == where])
        return _Tally(whole.signs - own.signs, whole.ends - own.ends)

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
    def _readings(self) -> Mapping[int, Sequence[Fact]]:
        """The readings of each figure of a table, by its number."""
        found: dict[int, list[Fact]] = defaultdict(list)
        for facts in self._by_row.values():
            for fact in facts:
                found[fact.number].append(fact)
        return found

    @cached_property
    def _by_row(self) -> Mapping[Line, Sequence[Fact]]:
        return self._lines(_row)

    @cached_property
    def _row_tallies(self) -> Mapping[Line, _Tally]:
        return {line: _tally(facts) for line, facts in self._by_row.items()}

    @cached_property
    def _column_tallies(self) -> Mapping[Line, _Tally]:
        columns = self._lines(_column)
        return {line: _tally(facts) for line, facts in columns.items()}

    def _lines(self, line: Callable[[Fact], Line]) -> Mapping[Line, Sequence[Fact]]:
        found: dict[Line, list[Fact]] = defaultdict(list)
        for fact in self._facts:
            if fact.in_table and not fact.figure.nil:
                found[line(fact)].append(fact)
        return found

    @cached_property
    def _places(self) -> Mapping[Digits, set[int]]:
        """By the digits of a figure, the numbers of the figures that show them."""
        found: dict[Digits, set[int]] = defaultdict(set)
        for fact in self._facts:
            found[_digits(fact.figure)].add(fact.number)
        return found


def _row(fact: Fact) -> Line:
    return fact.source.table, fact.source.row


def _column(fact: Fact) -> Line:
    return fact.source.table, fact.source.col


def _tally(facts: Sequence[Fact]) -> _Tally:
    figures = [fact.figure for fact in facts]
    return _Tally(
        Counter(_turn(figure.digits) for figure in figures),
        Counter((f.exponent, _noughts(f.digits)) for f in figures if f.digits),
    )


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
