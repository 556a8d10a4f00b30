"""Roll-forwards: an opening balance, what moved it, and the closing balance under them.

Evidence. The words name both ends ("beginning" and "end", or one balance at two dates), so that
what stands between them must make up the difference: one column is enough to look. The lines
between are added as they are printed, or with those turned round that are called closed, vested,
repaid and show no sign; what a subtotal among them adds up counts once. The reading that most
columns bear out is meant. A column that differs is an error where a slip of the pen explains it.
Another one is doubtful: it is told as a warning where other columns of the table hold, and the
gap is small beside the balance. Where most columns differ, it was not understood, unless each does
by a slip that chance would hardly have offered: then several figures are wrong. Prices, averages
and lives do not roll forward.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from fractions import Fraction
from math import log2
from typing import NamedTuple

from auditor.checks.slips import slip_cost
from auditor.checks.thresholds import NO_SLIP
from auditor.model.fact import Fact
from auditor.model.grid import Band, Grid
from auditor.model.interval import Interval
from auditor.model.relation import Kind, Relation, Role, Severity, Term
from auditor.model.scene import Scene
from auditor.relations.discovered._additivity import never_added
from auditor.relations.discovered._balance_names import (
    End,
    adds_movements_up,
    balance_name,
    takes_away,
)
from auditor.relations.discovered._lines import facts_both_ways
from auditor.relations.discovered._named_thresholds import (
    ROLL_DOUBTFUL,
    ROLL_LONGEST,
    ROLL_SLIP_ENOUGH,
    ROLL_SUBTOTAL_ENOUGH,
)
from auditor.relations.discovered._relations import discovered
from auditor.relations.discovered._totals import is_strong_total

ORDER = 9
TITLE = "The opening balance and what moved it make the closing balance"

Move = tuple[Mapping[int, Fact], int]
"""A line's facts by position, and the sign it counts with."""


class Reading(NamedTuple):
    """How the lines between two balances are taken."""

    turned: bool  # those named for what they take are printed without sign
    left_out: tuple[Callable[[str], bool], ...]  # those of such a name are sums of others


READINGS = tuple(
    Reading(turned, left_out)
    for left_out in ((), (is_strong_total,), (adds_movements_up,))
    for turned in (False, True)
)


class Span(NamedTuple):
    """The lines of a roll-forward: where it opens, what moves it, where it closes."""

    opening: int
    moves: range
    closing: int


class Lines(NamedTuple):
    """The rows or the columns of a band, and the names of the other dimension.

    ``dated`` says whether a date alone may tell one end from the other; columns want the word for a
    balance, too.
    """

    labels: Sequence[str]
    facts: Sequence[Mapping[int, Fact]]
    across: Mapping[int, str]
    dated: bool


class Roll(NamedTuple):
    """One position of a roll-forward: its ends, and what moved it with the sign it counts with."""

    opening: Fact
    moves: tuple[tuple[Fact, int], ...]
    closing: Fact
    gap: Fraction  # by how much the closing balance is too large, in base units
    room: Fraction  # how large the gap may be for rounding alone

    @property
    def facts(self) -> tuple[Fact, ...]:
        return (self.opening, self.closing, *(fact for fact, _ in self.moves))

    @property
    def holds(self) -> bool:
        return abs(self.gap) <= self.room

    @property
    def bits(self) -> float:
        """How many bits of chance its coming out excludes."""
        return log2(1 + float(abs(self.closing.value) / (2 * self.room)))


def roll_of(opening: Fact, moves: tuple[tuple[Fact, int], ...], closing: Fact) -> Roll:
    """What these figures come to, reckoned in the finest of their last digits."""
    terms = [(closing, 1), (opening, -1), *((fact, -sign) for fact, sign in moves)]
    finest = min(fact.figure.place for fact, _ in terms)
    gap = sum(sign * _units(fact, finest) for fact, sign in terms)
    units = (10 ** (f.figure.place - finest) for f, _ in terms if not f.figure.nil)
    unit = Fraction(10) ** finest
    return Roll(opening, moves, closing, gap * unit, sum(units) * unit / 2)


def _units(fact: Fact, finest: int) -> int:
    """A fact's value in units of that power of ten, which none of its digits is finer than."""
    return fact.sign * fact.figure.digits * int(10 ** (fact.figure.place - finest))


FEWEST_LINES = 3
"""What opens, what moves, what closes."""


class Understood(NamedTuple):
    """The positions of a roll-forward under one reading, and what speaks for it.

    ``bits`` are those of each that comes out, ``slips`` how many of the others are mere slips.
    """

    rolls: tuple[Roll, ...]
    bits: tuple[float, ...]
    slips: int


def discover(scene: Scene) -> Iterator[Relation]:
    """The roll-forwards of every table, down its columns and across its rows."""
    for grid in scene.grids:
        for band in grid.bands:
            for lines in _lines(grid, band, scene):
                yield from _of(lines)


def _lines(grid: Grid, band: Band, scene: Scene) -> Iterator[Lines]:
    by_row, by_column = facts_both_ways(grid, band, scene)
    rows = {r.index: r.label for r in band.rows}
    columns = {c.index: c.heading for c in band.columns}
    yield Lines([*rows.values()], [by_row[r] for r in rows], columns, dated=True)
    yield Lines([*columns.values()], [by_column[c] for c in columns], rows, dated=False)


def _of(lines: Lines) -> Iterator[Relation]:
    spans = list(_spans(lines))
    if not spans:
        return
    read = [_under_readings(lines, span) for span in spans]
    in_all = [_borne_out([one[r] for one in read]) for r in range(len(READINGS))]
    for one in read:
        ranked = [(sum(of_one.bits), of_all) for of_one, of_all in zip(one, in_all, strict=True)]
        yield from _convicted(one[ranked.index(max(ranked))].rolls)


def _borne_out(read: Sequence[Understood]) -> tuple[float, int]:
    """What speaks for a reading: what comes out, then how much of the rest is a mere slip."""
    return sum(bits for one in read for bits in one.bits), sum(one.slips for one in read)


def _under_readings(lines: Lines, span: Span) -> list[Understood]:
    """The span under each reading; those that take every line alike are one."""
    opening = lines.facts[span.opening]
    known: dict[object, Understood] = {}
    found = []
    for reading in READINGS:
        moves = [_move(lines, at, reading, opening) for at in span.moves]
        taken = tuple((bool(facts), sign) for facts, sign in moves)
        if taken not in known:
            known[taken] = _understood(tuple(_rolls(lines, span, moves)))
        found.append(known[taken])
    return found


def _understood(rolls: tuple[Roll, ...]) -> Understood:
    bits = tuple(roll.bits for roll in rolls if roll.holds)
    return Understood(rolls, bits, sum(_by_a_slip(roll) for roll in rolls if not roll.holds))


def _convicted(rolls: Sequence[Roll]) -> Iterator[Relation]:
    """What holds, and what does not unless most does not: then it was not understood."""
    held = [roll for roll in rolls if roll.holds]
    failed = [roll for roll in rolls if not roll.holds]
    understood = len(failed) <= max(1, len(held)) or all(map(_is_surely_a_slip, failed))
    yield from (replace(_relation(roll), tells=understood) for roll in held)
    if not understood:
        return
    turned = Counter(at for roll in failed for at in _turned(roll))
    for roll in failed:
        if any(turned[at] > 1 for at in _turned(roll)):
            continue  # gains of liabilities lessen them, and are printed as gains all the same
        if _by_a_slip(roll):
            yield _relation(roll)
        elif held and abs(roll.gap) < abs(roll.closing.value) * ROLL_DOUBTFUL:
            yield replace(_relation(roll), severity=Severity.WARNING)


def _turned(roll: Roll) -> list[int]:
    """The movements, by their place, that would explain the gap with the other sign."""
    return [
        at
        for at, (fact, sign) in enumerate(roll.moves)
        if fact.value and abs(roll.gap + 2 * sign * fact.value) <= roll.room
    ]


def _spans(lines: Lines) -> Iterator[Span]:
    """From each balance to the next of the same, where lines stand between and no other balance.

    What no word calls a balance is one at two dates where it opens and closes the whole table.
    """
    if len(lines.labels) < FEWEST_LINES:
        return
    names = [balance_name(label) for label in lines.labels]
    ends = [at for at, facts in enumerate(lines.facts) if facts]
    last: dict[str, int] = {}
    latest = -1
    for at, name in enumerate(names):
        if name is None or (name.end is End.EITHER and not (lines.dated or name.is_level)):
            continue
        if not name.is_level and at not in (ends[:1] + ends[-1:]):
            continue
        opened = last.get(name.of, -1)
        if name.end is not End.OPENING and latest == opened >= 0 and 1 < at - opened < ROLL_LONGEST:
            yield Span(opened, range(opened + 1, at), at)
        last[name.of] = latest = at


def _rolls(lines: Lines, span: Span, printed: Sequence[Move]) -> Iterator[Roll]:
    opening, closing = lines.facts[span.opening], lines.facts[span.closing]
    moves = _without_parts(printed)
    for place, name in lines.across.items():
        if place not in opening or place not in closing or never_added(name):
            continue
        moved = tuple((facts[place], sign) for facts, sign in moves if place in facts)
        facts = (opening[place], closing[place], *(fact for fact, _ in moved))
        if any(not f.figure.nil for f, _ in moved) and _adds_up(facts):
            roll = roll_of(opening[place], moved, closing[place])
            blank = sum(bool(facts) and place not in facts for facts, _ in moves)
            if not roll.holds and _is_level(roll):
                continue
            if roll.holds or blank < 2 or 2 * blank < len(moves):
                yield roll  # a column that prints half its lines adds up to nothing


def _is_level(roll: Roll) -> bool:
    """Whether a position states the price of what moves beside it: all of much the same size."""
    stated = [fact.value for fact in roll.facts if not fact.figure.nil]
    return len(roll.moves) > 1 and min(stated) > 0 and max(stated) < 2 * min(stated)


def _move(lines: Lines, at: int, reading: Reading, opening: Mapping[int, Fact]) -> Move:
    """What a line moves the balance by: nothing if it is a price, or a total that is left out."""
    facts, label = lines.facts[at], lines.labels[at]
    if any(leaves_out(label) for leaves_out in reading.left_out):
        return {}, 1
    if never_added(label) and _is_finer(facts, opening):
        return {}, 1
    plain = all(f.value >= 0 for f in facts.values())
    return facts, -1 if reading.turned and plain and takes_away(label) else 1


def _is_finer(facts: Mapping[int, Fact], than: Mapping[int, Fact]) -> bool:
    """Whether a line prints more decimals than another, as prices do beside amounts."""
    return any(f.figure.last_unit < than[p].figure.last_unit for p, f in facts.items() if p in than)


def _without_parts(moves: Sequence[Move]) -> list[Move]:
    """The movements without those that a subtotal under them adds up, position by position."""
    kept: list[Move] = []
    finest = min((f.figure.place for facts, _ in moves for f in facts.values()), default=0)
    for facts, sign in moves:
        stated, count = _subtotal(facts, sign, kept, finest)
        for at in range(len(kept) - count, len(kept)):
            other, turn = kept[at]
            kept[at] = {p: f for p, f in other.items() if p not in stated}, turn
        kept.append((facts, sign))
    return kept


def _subtotal(
    facts: Mapping[int, Fact], sign: int, above: Sequence[Move], finest: int
) -> tuple[AbstractSet[int], int]:
    """Where a line states a subtotal, and of how many lines right above it; 0 if it is none.

    It is one where most of its positions bear it out, with more than chance would; of all numbers
    of lines the one that most bear out. Reckoned in halves of ``finest``, a power of ten.
    """
    stated = {p: 2 * sign * _units(f, finest) for p, f in facts.items() if f.figure.digits}
    sums = dict.fromkeys(stated, 0)
    room = {p: 10 ** (facts[p].figure.place - finest) for p in stated}
    added = dict.fromkeys(stated, 0)
    most, best = len(stated) // 2, 0
    for count, (other, turn) in enumerate(reversed(above), 1):
        for p in stated.keys() & other.keys():
            sums[p] += 2 * turn * _units(other[p], finest)
            if not other[p].figure.nil:
                room[p] += 10 ** (other[p].figure.place - finest)
                added[p] += 1
        right = [p for p in stated if abs(sums[p] - stated[p]) <= room[p]]
        if len(right) > most:
            proven = [log2(1 + abs(stated[p]) / (2 * room[p])) for p in right if added[p] > 1]
            if sum(proven) - log2(count) >= ROLL_SUBTOTAL_ENOUGH:
                most, best = len(right), count
    return stated.keys(), best


def _adds_up(facts: Sequence[Fact]) -> bool:
    """Whether a roll-forward may be made of these figures: amounts of one scale."""
    figures = [f.figure for f in facts if not f.figure.nil]
    amounts = not any(figure.is_percent for figure in figures)
    return amounts and len({f.scale for f in figures}) == 1 and not facts[1].figure.nil


def _by_a_slip(roll: Roll) -> bool:
    """Whether one figure, mistyped, would explain the gap."""
    signs = [(roll.closing, 1), (roll.opening, -1), *((f, -sign) for f, sign in roll.moves)]
    return any(_slipped(fact, sign * roll.gap, roll.room) for fact, sign in signs)


def _is_surely_a_slip(roll: Roll) -> bool:
    """Whether one figure, mistyped, explains the gap as chance would hardly have it."""
    signs = [(roll.closing, 1), (roll.opening, -1), *((f, -sign) for f, sign in roll.moves)]
    spent = min(_slip_cost(fact, sign * roll.gap, roll.room) for fact, sign in signs)
    largest = max(abs(fact.value) for fact in roll.facts)
    offered = log2(1 + float(largest / roll.room)) - log2(len(signs))
    return spent < NO_SLIP and offered - spent >= ROLL_SLIP_ENOUGH


def _slipped(fact: Fact, excess: Fraction, room: Fraction) -> bool:
    """Whether a slip makes the figure too large by the excess, give or take the rounding."""
    return _slip_cost(fact, excess, room) < NO_SLIP


def _slip_cost(fact: Fact, excess: Fraction, room: Fraction) -> float:
    """Bits for the slip that makes the figure too large by the excess; ``NO_SLIP`` if none does."""
    if fact.figure.nil:
        return NO_SLIP
    meant = fact.value - excess
    low, high = sorted((fact.sign * (meant - room), fact.sign * (meant + room)))
    return slip_cost(fact.figure, Interval(low, high))


def _relation(roll: Roll) -> Relation:
    terms = [Term(roll.opening, 1, Role.PART)]
    terms += [Term(fact, sign, Role.PART) for fact, sign in roll.moves]
    return discovered(Kind.SUM, roll.closing, terms, TITLE)
