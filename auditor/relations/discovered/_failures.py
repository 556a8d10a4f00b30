"""Failures: what it is worth that a sum fails where it does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log2

from auditor.checks.slips import coincidence_bits
from auditor.relations.discovered._additivity import names_what_is_taken
from auditor.relations.discovered._additivity_thresholds import FEWEST_LEVELS, LEVELS_SPREAD
from auditor.relations.discovered._matrix import IntegerLine
from auditor.relations.discovered._sum_slips import slip_bits
from auditor.relations.discovered._thresholds import ACQUITS, BARELY, GAP_IS_CHANCE, NEARBY, NO_SLIP
from auditor.relations.discovered._totals import is_strong_total
from auditor.relations.discovered._trials import Parts, Trial

DIGITS_OF_EACH = 9
"""Digits that one may have been mistaken for."""
SIGN_SPEND = log2(4)
"""What ``slip_bits`` spends on a turned sign: it can happen in one way."""


def failure_bits(
    trial: Trial, parts: Parts, holds: Sequence[int], position: int, gap: int
) -> float:
    """What one slip of the pen that explains the gap is worth; less than nothing if none does."""
    half = trial.halves[position]
    target = trial.line.entries[position]
    if _repeats_its_neighbour(trial, parts, position) or _is_level(trial, parts, position):
        return ACQUITS
    if _is_structure(trial, parts, holds, position, gap):
        return ACQUITS
    if _is_sign_style(trial, parts, position, gap) or _is_turned_elsewhere(trial, parts, position):
        return ACQUITS
    if _is_unproven(trial, parts, holds, position, gap) or _is_sparse(
        trial, parts, holds, position
    ):
        return ACQUITS
    cells = [(target, -1, trial.total)]
    cells += [(e, s, i) for i, s in parts if (e := trial.entry(i, position))]
    sizes = sorted((0, *(abs(e.value) for e, _, _ in cells)), reverse=True)
    spent = []
    for entry, sign, line in cells:
        if entry.nil:
            continue
        others = sizes[1] if abs(entry.value) == sizes[0] else sizes[0]
        spend = slip_bits(entry, gap * sign, half, others)
        if spend is not None and (spend > SIGN_SPEND or _sign_is_known(trial, line, holds)):
            spent.append(spend)
    barely = BARELY if abs(gap) <= half + 2 * max(e.half for e, _, _ in cells) else 0.0
    if not spent:
        return ACQUITS if _lies_between(trial, parts, position) else NO_SLIP + barely
    return max(0.0, log2(1 + sizes[0] / half) - min(spent) - log2(len(cells))) + barely


def most_failure_bits(trial: Trial, parts: Parts, position: int) -> float:
    """What ``failure_bits`` says at most, told quickly: of a turned sign, the cheapest slip."""
    lines = trial.matrix.lines
    sizes = [abs(trial.line.entries[position].value)]
    sizes += [abs(e.value) for i, _ in parts if (e := lines[i].entries.get(position))]
    likely = log2(1 + max(sizes) / trial.halves[position])
    return max(0.0, likely - SIGN_SPEND - log2(len(sizes)))


def digit_bits(trial: Trial, parts: Parts, position: int) -> float:
    """What it would be worth that a wrong digit explains a gap at a position that holds."""
    target = trial.line.entries[position]
    cells = [target, *(e for i, _ in parts if (e := trial.entry(i, position)))]
    largest = max(abs(e.value) for e in cells)
    digits = max(len(str(abs(e.value) // (2 * e.half))) for e in cells if not e.nil)
    spent = coincidence_bits(DIGITS_OF_EACH * digits) + log2(len(cells))
    return max(0.0, log2(1 + largest / trial.halves[position]) - spent)


def _sign_is_known(trial: Trial, line: int, holds: Sequence[int]) -> bool:
    """Whether other positions bear out the line's sign; if not, the structure may subtract it."""
    label = trial.matrix.lines[line].label
    if is_strong_total(trial.line.label) and not names_what_is_taken(label):
        return True
    return any((e := trial.entry(line, p)) is not None and e.value for p in holds)


def _is_sign_style(trial: Trial, parts: Parts, position: int, gap: int) -> bool:
    """Whether only a sign is off where signs follow no rule: in changes of costs and outflows."""
    half = trial.halves[position]
    across = not trial.matrix.downward and any(sign < 0 for _, sign in parts)
    if not across and position not in trial.matrix.changes:
        return False
    values = [e.value for i, _ in parts if (e := trial.entry(i, position))]
    if across:
        if abs(gap + 2 * trial.line.entries[position].value) > half:
            return False
        return any(value < 0 for value in values) or _is_of_another_sign(trial, parts, position)
    values.append(trial.line.entries[position].value)
    saved = sum(
        sign * e.value
        for i, sign in parts
        if (e := trial.entry(i, position)) and names_what_is_taken(trial.matrix.lines[i].label)
    )
    values.append(saved)
    return any(abs(abs(gap) - 2 * abs(value)) <= half for value in values)


def _is_of_another_sign(trial: Trial, parts: Parts, position: int) -> bool:
    """Whether differences hold only in rows whose signs are others: negatives, costs beside income.

    Fair value less carrying amount is stated the other way round of liabilities, and a change of
    costs may say what was saved.
    """
    costs = trial.matrix.costs
    return all(
        (position in costs) != (p in costs)
        or all(e.value <= 0 for i, _ in parts if (e := trial.entry(i, p)))
        for p, target in trial.line.entries.items()
        if target.value and abs(_signed_gap(trial, parts, p)) <= trial.halves.get(p, 0)
    )


def _signed_gap(trial: Trial, parts: Parts, position: int) -> int:
    made = sum(sign * e.value for i, sign in parts if (e := trial.entry(i, position)))
    return made - trial.line.entries[position].value


def _is_turned_elsewhere(trial: Trial, parts: Parts, position: int) -> bool:
    """Whether one part with the other sign explains this failure and that of another position.

    Gains are printed as gains of liabilities too, though they lessen the balance.
    """
    gap, half = _signed_gap(trial, parts, position), trial.halves[position]
    turned = [
        i
        for i, sign in parts
        if (e := trial.entry(i, position)) and e.value and abs(gap - 2 * sign * e.value) <= half
    ]
    return bool(turned) and any(
        abs(_signed_gap(trial, parts, p)) > trial.halves[p]
        and abs(_signed_gap(trial, parts, p) - 2 * sign * e.value) <= trial.halves[p]
        for p in trial.gaps
        if p != position
        for i, sign in parts
        if i in turned and (e := trial.entry(i, p)) and e.value
    )


def _is_unproven(trial: Trial, parts: Parts, holds: Sequence[int], position: int, gap: int) -> bool:
    """Whether lines that state nothing wherever the sum holds explain why it fails here.

    They may be no part of it, or be taken away: "Less: current portion" with a dash beside it.
    """
    half = trial.halves[position]
    unproven = [
        (i, sign * e.value)
        for i, sign in parts
        if (e := trial.entry(i, position)) and e.value
        if not any((x := trial.entry(i, p)) and x.value for p in holds)
    ]
    if not unproven or len(unproven) == len(parts):
        return False
    if abs(gap - sum(value for _, value in unproven)) <= half:
        return True
    return any(
        abs(gap - value) <= half
        or (abs(gap - 2 * value) <= half and not _sign_is_known(trial, i, holds))
        for i, value in unproven
    )


def _is_sparse(trial: Trial, parts: Parts, holds: Sequence[int], position: int) -> bool:
    """Whether half the parts are blank here that state something where the sum holds.

    A column that prints only some of its lines, as a total of statements of equity may, adds up
    to nothing; but where it prints a single one, the total can be of no other.
    """
    if sum(bool((e := trial.entry(i, position)) and e.value) for i, _ in parts) == 1:
        return False
    blank = [
        i
        for i, _ in parts
        if trial.entry(i, position) is None
        and any((e := trial.entry(i, p)) is not None and e.value for p in holds)
    ]
    return is_mostly_blank(len(blank), parts)


def is_mostly_blank(blank: int, parts: Parts) -> bool:
    """Whether so many blank ones are half the parts."""
    return blank > 1 and 2 * blank >= len(parts)


def may_be_style(trial: Trial, parts: Parts, gaps: Mapping[int, int]) -> bool:
    """Whether gaps are lines with the other sign: all of them, or where lines are taken away.

    One turned sign among other slips is a slip, in a sum of lines that are added.
    """
    lines = (trial.total, *(i for i, _ in parts))
    turned = sum(
        any(
            (e := trial.entry(i, p)) and abs(abs(gap) - 2 * abs(e.value)) <= trial.halves[p]
            for i in lines
        )
        for p, gap in gaps.items()
    )
    return turned == len(gaps) or (turned > 0 and any(sign < 0 for _, sign in parts))


def _repeats_its_neighbour(trial: Trial, parts: Parts, position: int) -> bool:
    """Whether the total is what the part next to it states, though others state something too.

    Then the column is one of balances, of which the last stands for all, or it begins anew there.
    """
    target, nearest = trial.line.entries[position], trial.entry(trial.run[0], position)
    if nearest is None or nearest.value != target.value or not target.value:
        return False
    return len(parts) > 1 and any(i == trial.run[0] for i, _ in parts)


def _lies_between(trial: Trial, parts: Parts, position: int) -> bool:
    """Whether the total lies among its parts, which are all positive, as an average or a rate does.

    What adds up is more than any of its parts. So the column is of grades, growth or days.
    """
    values = [e.value for i, _ in parts if (e := trial.entry(i, position)) and e.value]
    if len(values) < max(2, len(parts)) or min(values) <= 0 or any(sign < 0 for _, sign in parts):
        return False
    return min(values) <= trial.line.entries[position].value <= max(values)


def _is_level(trial: Trial, parts: Parts, position: int) -> bool:
    """Whether the total lies among parts that hardly differ, as an average of levels does."""
    values = [e.value for i, _ in parts if (e := trial.entry(i, position)) and e.value]
    if len(values) < FEWEST_LEVELS or min(values) <= 0:
        return False
    least, most, target = min(values), max(values), trial.line.entries[position].value
    return most <= LEVELS_SPREAD * least and least <= target <= most


def _is_structure(
    trial: Trial, parts: Parts, holds: Sequence[int], position: int, gap: int
) -> bool:
    """Whether the gap is a figure printed nearby, so that something was left out or counted twice.

    A line that states something wherever the sum holds is left out there too, and a part that the
    sum needs where it holds is none to leave out: either explains a gap that it is to the digit
    only. Among small figures a gap is soon one of them by chance, and says nothing.
    """
    half, size = trial.halves[position], abs(gap)
    unstated = [
        e.value
        for p, e in trial.line.entries.items()
        if p != position and not any((x := trial.entry(i, p)) and x.value for i, _ in parts)
    ]
    nearby = _values_nearby(trial, parts, position, holds)
    nearby.update((value, half) for value in unstated)
    if 2 * half * len(nearby) * GAP_IS_CHANCE > size:
        return False
    return any(-room <= size - abs(value) <= room for value, room in nearby)


def _values_nearby(
    trial: Trial, parts: Parts, position: int, holds: Sequence[int]
) -> set[tuple[int, int]]:
    """What other lines near the total print there, and how near a gap must be to be one."""
    lines, total = trial.matrix.lines, trial.total
    needed = {lines[i].index for i, _ in parts if _is_needed(trial, i, holds)}

    def room(line: IntegerLine) -> int:
        exactly = line.index in needed or _is_stated_throughout(line, holds)
        return 0 if exactly else trial.halves[position]

    return {
        (e.value, room(line))
        for line in (*lines[max(0, total - NEARBY) : total], *lines[total + 1 : total + NEARBY + 1])
        if (e := line.entries.get(position)) and e.value
    }


def _is_needed(trial: Trial, line: int, holds: Sequence[int]) -> bool:
    """Whether a sum that holds would not without this part of it."""
    return any((e := trial.entry(line, p)) and abs(e.value) > 2 * trial.halves[p] for p in holds)


def _is_stated_throughout(line: IntegerLine, positions: Sequence[int]) -> bool:
    """Whether a line states something at each of two positions or more."""
    stated = ((e := line.entries.get(p)) is not None and e.value for p in positions)
    return len(positions) > 1 and all(stated)
