"""Shares that do not come out and are right all the same: forced to add up, or of another whole.

Publishers move the last digit of a share so that the column adds up as printed, and set shares of
several wholes in one column: of all loans and then of those abroad, of net revenue and then of each
segment's own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import cache

from auditor.model.fact import Fact
from auditor.notation.deferred import deferred
from auditor.relations.discovered._quotients import WHOLE, Triple
from auditor.relations.discovered._thresholds import MOST_SHARES

_WORDS = deferred(r"[^\W\d_]{3,}")


def forced_to_fit(at: int, rows: Sequence[Triple]) -> bool:
    """Whether the shares around one add up to 100 %, give or take a last digit each, or to another.

    Another one, a subtotal, must be what they add up to as they are printed, or what the first
    of them less the others is. It may be the one itself, right behind them.
    """
    if _is_sum_of_those_before(at, rows):
        return True
    unit = rows[at][0].figure.last_unit
    before = Fraction(0)
    for first in range(at, max(-1, at - MOST_SHARES), -1):
        before += rows[first][0].value if first < at else 0
        total = before
        for last in range(at, min(len(rows), first + MOST_SHARES)):
            total += rows[last][0].value
            if last == first:
                continue
            if abs(total - WHOLE) <= unit * (last - first + 1) or _is_next(total, last, rows):
                return True
            if first < at and _is_next(2 * rows[first][0].value - total, last, rows):
                return True
            if total > 2 * WHOLE:
                break
    return False


def _is_sum_of_those_before(at: int, rows: Sequence[Triple]) -> bool:
    """Whether a share is what two or more right above it add up to as they are printed."""
    total = Fraction(0)
    for first in range(at - 1, max(-1, at - MOST_SHARES), -1):
        total += rows[first][0].value
        if total and total == rows[at][0].value and at - first > 1:
            return True
    return False


def _is_next(total: Fraction, last: int, rows: Sequence[Triple]) -> bool:
    return last + 1 < len(rows) and total != 0 and rows[last + 1][0].value == total


def other_wholes(rows: Sequence[Triple]) -> Callable[[int], Triple | None]:
    """Of a share's place: the share with the row that it is one of, where that is no row of all.

    Over itself where it is not to be checked: at 100 %, and where only its last digit was forced.
    The other row prints 100 % itself, or its label is part of the share's: "Services gross profit"
    of "Services", or of "Services revenue" where the row of all is "Total revenue".
    """

    @cache
    def marked() -> tuple[tuple[bool, frozenset[str]], ...]:
        return tuple((share.value == WHOLE, _words(share)) for share, _, _ in rows)

    def bases(at: int) -> Iterator[Fact]:
        words, whole = marked()[at][1], rows[at][2].number
        of_all = _words(rows[at][2])
        around = range(max(0, at - MOST_SHARES), min(len(rows), at + MOST_SHARES))
        for i in around:
            is_whole, own = marked()[i]
            is_named = own - of_all and own - of_all < words
            if (is_whole or is_named) and i != at and rows[i][1].number != whole:
                yield rows[i][1]

    def of_another(at: int) -> Triple | None:
        share, amount, _ = rows[at]
        if share.value == WHOLE:
            return share, amount, amount
        base = next((base for base in bases(at) if _is_share_of(share, amount, base)), None)
        if base is None:
            return None
        return share, amount, base if _comes_out(share, amount, base) else amount

    return of_another


def _words(fact: Fact) -> frozenset[str]:
    return frozenset(_WORDS.findall((fact.source.row_label or "").casefold()))


def _is_share_of(share: Fact, amount: Fact, base: Fact) -> bool:
    return base.value > 0 and _off(share, amount, base) <= share.figure.last_unit


def _comes_out(share: Fact, amount: Fact, base: Fact) -> bool:
    return 2 * _off(share, amount, base) <= share.figure.last_unit


def _off(share: Fact, amount: Fact, base: Fact) -> Fraction:
    return abs(WHOLE * amount.value / base.value - share.value)
