"""Running balances: each balance is the one before it, plus what comes in, less what goes out.

Evidence. The headings say which columns are which: "Money out", "Money in", "Balance". A statement
may begin with its newest line, and a ledger may add what it calls debits: of the ways to read it
the one that most lines bear out is meant. Two lines must come out, and as many as do not: one
wrong balance spoils two. What does not is an error where a slip of the pen explains it, else
doubtful.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from auditor.model.fact import Fact
from auditor.model.grid import Band
from auditor.model.relation import Kind, Relation, Role, Term
from auditor.model.scene import Scene
from auditor.notation.deferred import deferred
from auditor.notation.vocabulary import normal
from auditor.relations.discovered._footings import of_one_unit
from auditor.relations.discovered._lines import facts_both_ways
from auditor.relations.discovered._named_judging import judged, parted
from auditor.relations.discovered._named_thresholds import (
    RUNNING_FEWEST,
    RUNNING_PER_FAILURE,
)
from auditor.relations.discovered._relations import discovered

ORDER = 9
TITLE = "The balance before and what moved it make the balance"

_BALANCE = deferred(
    r"(?:running |closing |account |ending |cash )?balance|(?:konto|end)?stand|(?:konto)?saldo"
    r"|solde|(?:差引)?残高"
)
_IN = deferred(
    r"money in|paid in|deposits?|credits?|credited|received|receipts?|in(?:flows?)?|additions?"
    r"|amount in|payments? in|gutschrift(?:en)?|haben|eingang|eingänge|zugang|zugänge|crédits?"
    r"|abonos?|haber|ingresos?|入金(?:額)?|預入(?:金額)?|お?預り金額|収入(?:金額)?|貸方"
)
_OUT = deferred(
    r"money out|paid out|withdrawals?|debits?|debited|spent|out(?:flows?)?|disbursements?"
    r"|amount out|payments?(?: out)?|charges?|lastschrift(?:en)?|soll|ausgang|ausgänge"
    r"|abgang|abgänge"
    r"|débits?|cargos?|debe|gastos?|出金(?:額)?|引出(?:金額)?|お?支払金額|支出(?:金額)?|借方"
)
_MOVED = deferred(r"amount|betrag|umsatz|montant|importe|movement|transaction(?: amount)?|金額")


class Ledger(NamedTuple):
    """The columns of a ledger: the balance, and what moves it with the sign it counts with."""

    balance: int
    moves: tuple[tuple[int, int], ...]


def discover(scene: Scene) -> Iterator[Relation]:
    """The running balances of every table."""
    for grid in scene.grids:
        for band in grid.bands:
            if ledger := _ledger(band):
                by_row, _ = facts_both_ways(grid, band, scene)
                rows = [by_row[row.index] for row in band.rows]
                ways = [[*_steps(rows, way)] for way in _ways(ledger)]
                ways += [[*_steps(rows[::-1], way)] for way in _ways(ledger)]
                best = max(ways, key=lambda steps: len(parted(steps)[0]))
                yield from judged(best, fewest=RUNNING_FEWEST, per_failure=RUNNING_PER_FAILURE)


def _ledger(band: Band) -> Ledger | None:
    """The columns of a band that make it a ledger."""
    names = {c.index: normal(c.headings[-1]) for c in band.columns if c.headings}
    balance = _called(_BALANCE, names)
    in_, out, moved = (_called(pattern, names) for pattern in (_IN, _OUT, _MOVED))
    if balance is None:
        return None
    if in_ is not None and out is not None:
        return Ledger(balance, ((in_, 1), (out, -1)))
    return Ledger(balance, ((moved, 1),)) if moved is not None else None


def _called(pattern: re.Pattern[str], names: Mapping[int, str]) -> int | None:
    """The only column of a name."""
    found = [index for index, name in names.items() if pattern.fullmatch(name)]
    return found[0] if len(found) == 1 else None


def _ways(ledger: Ledger) -> Iterator[Ledger]:
    """The ledger as it is called, and with in and out the other way round."""
    yield ledger
    yield ledger._replace(moves=tuple((column, -sign) for column, sign in ledger.moves))


def _steps(rows: Sequence[Mapping[int, Fact]], ledger: Ledger) -> Iterator[Relation]:
    """Each balance with the one before it and what moved it."""
    stated = [row for row in rows if ledger.balance in row and not row[ledger.balance].figure.nil]
    for before, row in pairwise(stated):
        moves = [(row[c], s) for c, s in ledger.moves if c in row and not row[c].figure.nil]
        terms = [Term(before[ledger.balance], 1, Role.PART)]
        terms += [Term(fact, _sign(fact, sign), Role.PART) for fact, sign in moves]
        if moves and of_one_unit([row[ledger.balance], *(t.fact for t in terms)]):
            yield discovered(Kind.SUM, row[ledger.balance], terms, TITLE)


def _sign(fact: Fact, sign: int) -> int:
    """What goes out and shows a minus counts as it is printed."""
    return 1 if sign < 0 and fact.value < 0 else sign
