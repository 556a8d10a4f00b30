"""Evidence: a hypothesis of a sum with the bits that speak for it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from math import gcd, log2
from typing import NamedTuple

from auditor.relations.discovered._additivity_thresholds import FINE_ENOUGH
from auditor.relations.discovered._failures import (
    digit_bits,
    failure_bits,
    is_mostly_blank,
    may_be_style,
    most_failure_bits,
)
from auditor.relations.discovered._matrix import Entry
from auditor.relations.discovered._sum_slips import slip_bits
from auditor.relations.discovered._thresholds import (
    ERROR_IS_RARE,
    FEWEST_SPOILT,
    HOLDS_PER_FAILURE,
    LARGE_ENOUGH,
    MOST_PER_POSITION,
    MOST_WEIGHED,
    ONE_PART_DIVIDES,
    SUM_CONVICTS,
    SUM_ENOUGH,
)
from auditor.relations.discovered._totals import (
    called_bits,
    is_strong_total,
    most_word_bits,
    word_bits,
)
from auditor.relations.discovered._trials import Parts, SumHypothesis, Trial


def most_failures(positions: int) -> int:
    """How many of so many positions may fail: one, or one for four that hold."""
    return max(1, positions // (1 + HOLDS_PER_FAILURE))


class Way(NamedTuple):
    """A way to make the total of the trial's run.

    ``parts`` writes it down, which for most is not worth while; ``turns``: a line is subtracted.
    """

    parts: Callable[[], Parts]
    gap_of: Callable[[int], int]
    cost: float
    turns: bool


def weighed(trial: Trial, way: Way) -> Iterator[SumHypothesis]:
    """The hypothesis with its evidence, unless it fails too often or against all evidence."""
    gap_of = way.gap_of
    found = _outcomes(trial, gap_of)
    if found is None:
        return
    holds, fails, alone = found
    if not holds and most_word_bits(trial, turns=way.turns) < way.cost:
        return  # nothing comes out right, and words do not make up for it
    parts = way.parts()
    bits = word_bits(trial, parts) - way.cost + sum(_evidence(trial, parts, holds, gap_of))
    if alone and bits >= SUM_CONVICTS and not fails and len(alone) <= most_failures(len(holds)):
        fails = [p for p in alone if _is_mistyped(trial, parts, holds, p, gap_of(p))]
    if fails and bits < 0:
        return  # no slip, however telling, convicts what nothing else speaks for

    def slips() -> float:
        return sum(failure_bits(trial, parts, holds, p, gap_of(p)) for p in fails)

    def most() -> float:
        return sum(most_failure_bits(trial, parts, p) for p in fails)

    def telling() -> frozenset[int]:
        weighing = Weighing(trial, parts, gap_of, word_bits(trial, parts) - way.cost)
        return frozenset(_telling(weighing, holds))

    made = SumHypothesis(trial.total, parts, tuple(holds), tuple(fails), bits, telling=telling)
    yield made._replace(unasked=slips, most_slips=most) if fails else made


class Weighing(NamedTuple):
    """What a hypothesis was weighed with; ``words`` are its bits but for the arithmetic."""

    trial: Trial
    parts: Parts
    gap_of: Callable[[int], int]
    words: float

    def bits(self, holds: Sequence[int]) -> float:
        """The bits that these positions give it, were they the ones that hold."""
        return self.words + sum(_evidence(self.trial, self.parts, holds, self.gap_of))


def _telling(weighing: Weighing, holds: Sequence[int]) -> Iterator[int]:
    """The positions that the others would convict, were a digit wrong there.

    Where each half of the positions carries the evidence, the others always do; so that a long
    line need not be weighed over again for each.
    """
    trial, parts, *_ = weighing
    carried = min(weighing.bits(holds[odd::2]) for odd in (0, 1)) >= SUM_CONVICTS
    if not carried and len(holds) > MOST_WEIGHED:
        return
    stating = [
        i for i, _ in parts if any((e := trial.entry(i, p)) is not None and e.value for p in holds)
    ]
    named = not trial.matrix.downward or called_bits(trial.line.label) > 0
    least = 0.0 if named else SUM_ENOUGH
    for p in holds:
        blank = sum(trial.entry(i, p) is None for i in stating)
        some = stated(trial, parts, p)
        if not some or (some > 1 and is_mostly_blank(blank, parts)):
            continue
        bits = SUM_CONVICTS if carried else weighing.bits([o for o in holds if o != p])
        slip = digit_bits(trial, parts, p)
        large = abs(trial.line.entries[p].value) >= LARGE_ENOUGH * trial.halves[p]
        told = some > 1 or (slip > 0 and large) or _says_no_other(trial, parts, p)
        enough = bits + (slip if some > 1 else 0.0) if told else 0.0
        if bits >= least and enough >= SUM_CONVICTS:
            yield p


def _is_mistyped(trial: Trial, parts: Parts, holds: Sequence[int], position: int, gap: int) -> bool:
    """Whether a slip makes a total differ from the only part that is stated there, both large.

    A slip in the one or the other: a part of nothing may be one that is not known. Where dashes
    say that there is no other part, the figures may be small.
    """
    half, total = trial.halves[position], trial.line.entries[position]
    stated_there = [(e, sign) for i, sign in parts if (e := trial.entry(i, position)) and e.value]
    both = [(total, -1), *stated_there]
    only = _says_no_other(trial, parts, position)
    if not only and min(abs(e.value) for e, _ in both) < LARGE_ENOUGH * half:
        return False
    if all(slip_bits(e, sign * gap, half) is None for e, sign in both):
        return False
    bits = failure_bits(trial, parts, holds, position, gap)
    return bits >= 0 if only else bits > 0


def _says_no_other(trial: Trial, parts: Parts, position: int) -> bool:
    """Whether dashes stand for all parts but those that state something."""
    found = [trial.entry(i, position) for i, _ in parts]
    return all(e is not None and (e.nil or e.value) for e in found)


class Outcomes(NamedTuple):
    """The positions that hold, those that fail, and those that differ from the only part there."""

    holds: list[int]
    fails: list[int]
    alone: list[int]


def _outcomes(trial: Trial, gap_of: Callable[[int], int]) -> Outcomes | None:
    """What each position comes to; None if too many fail, or no position says.

    A total beside a single part that differs contradicts nothing by itself, as the other parts may
    not be printed there; but where more totals than may fail are so, the lines are others. A column
    of changes that is off by what a column of amounts is was computed of it, and says no more.
    """
    holds: list[int] = []
    fails: list[int] = []
    alone: list[int] = []
    off: list[int] = []
    limit = most_failures(len(trial.gaps))
    stated, changes = trial.stated, trial.matrix.changes
    for p, half in trial.halves.items():
        if -half <= gap_of(p) <= half:
            holds.append(p)
        elif stated[p] > 1:
            (off if p in changes else fails).append(p)
        elif stated[p] == 1:
            alone.append(p)
        if max(len(alone), len(fails)) > limit:
            return None
    fails += [p for p in off if not _is_carried_on(trial, gap_of, p, fails)]
    if len(fails) > limit:
        return None
    if len(fails) > max(1, len(holds) // HOLDS_PER_FAILURE) or not (holds or fails):
        return None
    return Outcomes(holds, fails, alone)


def _is_carried_on(
    trial: Trial, gap_of: Callable[[int], int], change: int, fails: Sequence[int]
) -> bool:
    """Whether a column of changes is off by what one of the amounts is, in either direction."""
    gap, half = abs(gap_of(change)), trial.halves[change]
    return any(-half <= gap - abs(gap_of(p)) <= half for p in fails)


def weighed_as_spoilt(
    trial: Trial, parts: Parts, gap_of: Callable[[int], int], cost: float
) -> Iterator[SumHypothesis]:
    """The hypothesis that fails too often to be weighed, where slips explain every failure.

    Totals that hold in some columns and differ in others without any error are found in one
    document of fifty; that slips explain their differences by chance is excluded by their bits.
    """
    holds = [p for p in trial.gaps if abs(gap_of(p)) <= trial.halves[p]]
    fails = [p for p in trial.gaps if p not in holds and stated(trial, parts, p)]
    if not holds or len(fails) < FEWEST_SPOILT:
        return
    bits = word_bits(trial, parts) - cost + sum(_evidence(trial, parts, holds, gap_of))
    if bits < SUM_ENOUGH or may_be_style(trial, parts, {p: gap_of(p) for p in fails}):
        return
    slips = [failure_bits(trial, parts, holds, p, gap_of(p)) for p in fails]
    explained = sum(slips)
    rare = ERROR_IS_RARE * (len(fails) - 1)
    enough = explained >= SUM_ENOUGH and bits + explained - rare >= SUM_CONVICTS
    if min(slips) > 0 and enough:
        yield SumHypothesis(trial.total, parts, tuple(holds), tuple(fails), bits, explained)


def _evidence(
    trial: Trial, parts: Parts, holds: Sequence[int], gap_of: Callable[[int], int]
) -> Iterator[float]:
    """Bits of each position that holds; the same figures over again are the same evidence.

    So are those of another position, all times the same factor: amounts in another currency, lots
    of one size.

    Sums come out near the middle of what rounding allows; signs chosen to fit come out anywhere.
    """
    turns = any(sign < 0 for _, sign in parts)
    lines = trial.matrix.lines
    line = lines[trial.total]
    target = line.entries
    copies = is_strong_total(line.label) and (
        _in_a_row(parts) or any(stated(trial, parts, p) > 1 for p in holds)
    )
    grain = gcd(line.grain, *[lines[i].grain for i, _ in parts])
    seen: set[tuple[int, ...]] = set()
    first: Sequence[Entry] = ()
    for p in holds:
        if not target[p].value:
            continue  # nothing is the sum of anything
        stated_there = [e for i, _ in parts if (e := lines[i].entries.get(p))]
        values = tuple([e.value for e in stated_there])
        if values not in seen and not _is_multiple(stated_there, first):
            seen.add(values)
            first = first or stated_there
            digit = max(grain, 2 * target[p].half)
            digit += trial.halves[p] if turns else 0
            count = len(values) - values.count(0)
            if count > 1 or (copies and count):
                near = abs(gap_of(p)) + digit
                yield _worth(target[p].value, values if turns else (), count, near)


def _is_multiple(ones: Sequence[Entry], others: Sequence[Entry]) -> bool:
    """Whether entries are others times one factor, and too fine for that to be chance."""
    if len(ones) != len(others):
        return False
    for value, half, nil in (*ones, *others):
        if not nil and abs(value) < FINE_ENOUGH * half:
            return False
    one = max(range(len(ones)), key=lambda i: abs(others[i].value))
    by, of = ones[one].value, others[one].value
    return all(
        abs(a.value * of - b.value * by)
        <= a.half * abs(of) + b.half * abs(by) + abs(a.value) * others[one].half
        for a, b in zip(ones, others, strict=True)
    )


def _in_a_row(parts: Parts) -> bool:
    """Whether no line stands between the parts; a total of only one stated part is next to it."""
    return len(parts) == abs(parts[-1][0] - parts[0][0]) + 1


def stated(trial: Trial, parts: Parts, position: int) -> int:
    """How many parts state something but nothing at a position."""
    lines = trial.matrix.lines
    count = 0
    for i, _ in parts:
        entry = lines[i].entries.get(position)
        if entry is not None and entry.value:
            count += 1
    return count


def _worth(total: int, turned: Collection[int], count: int, near: int) -> float:
    """Bits for a sum that comes out right: how rarely chance would have come so ``near``.

    ``count`` parts state something. Of a subtraction these are all that is ``turned``: one that
    comes out right only as a part repeats the total, a = a + b - b, is worth nothing.
    """
    if total in turned or -total in turned:
        return 0.0
    worth = min(MOST_PER_POSITION, log2(1 + abs(total) / near))
    return worth if count > 1 else worth / ONE_PART_DIVIDES
