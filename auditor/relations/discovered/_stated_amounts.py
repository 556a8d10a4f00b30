"""Stated amounts: what a sentence says of a row, against the tables that print that row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from auditor.model.fact import Fact
from auditor.model.figure import Rounding
from auditor.model.period import MONTHS_OF_A_YEAR, Period
from auditor.relations.discovered._relations import tie
from auditor.relations.discovered._series import (
    ColumnKey,
    Printed,
    Series,
    adds_up,
    bits,
    key_of,
    printed,
    same_unit,
)
from auditor.relations.discovered._stated_evidence import Judged, likeliest, numbers, rows_of
from auditor.relations.discovered._thresholds import REPEAT_ENOUGH


def amount(claim: Fact, rows: Sequence[Series]) -> Judged | None:
    """An amount against the same one in tables; None where they print no one value for it."""
    assert claim.period is not None
    mine = printed(claim)
    own = [row for row in rows if row.per_cent == claim.figure.is_percent]
    found = [
        (row, row.at[key])
        for row in own
        for key in keys(claim, claim.period, row)
        if spoken_alike(mine, row.at[key])
    ]
    cells = [cell for _, cell in found]
    alike = [cell for cell in cells if _says(cell, mine)]
    if alike:
        turned = alike[0].value < 0 < mine.value  # costs in brackets are spoken of without
        said = claim._replace(sign=-claim.sign) if turned else claim
        enough = bits(mine, alike[:1]) >= REPEAT_ENOUGH and adds_up(alike[0], [printed(said)])
        relation = tie(alike[0].fact, said) if enough else None
        facts = [cell.fact for cell in alike]
        return Judged(claim, relation, tables=numbers(facts), supports=True, places=rows_of(facts))
    if not cells or of_another_span(claim, own):
        return None
    told = (
        _failing(claim, found)
        if _one_value(cells)
        else likeliest([_failing(claim, [one]) for one in found])
    )
    return told and told._replace(shifted=_in_another_column(own, mine))


def of_another_span(claim: Fact, rows: Iterable[Series]) -> bool:
    """Whether a sentence names no time, and rows print its claim over a span that ends likewise.

    After "in the third quarter", a sentence may go back to the nine months without a word.
    """
    period = claim.period
    if period is None or not claim.names_no_time:
        return False
    mine = printed(claim)
    cells = (
        cell
        for row in rows
        for cell in row.at.values()
        if (time := cell.fact.period) and time.last == period.last and time.months != period.months
    )
    return any(_says(cell, mine) for cell in cells)


def _failing(claim: Fact, found: Sequence[tuple[Series, Printed]]) -> Judged:
    """The claim that cells of one value contradict."""
    other = found[0][1].fact
    wanted = other.figure.interval(Rounding.NEAREST)
    if (other.value < 0) != (claim.value < 0):
        claim = claim._replace(sign=-claim.sign)
    return Judged(
        claim,
        fails=tie(other, claim),
        wanted=wanted if other.figure.value * claim.figure.value > 0 else -wanted,
        tables=numbers(cell.fact for _, cell in found),
        doubtful=any(is_ambiguous(claim, row) for row, _ in found),
    )


def spoken_alike(mine: Printed, cell: Printed) -> bool:
    """Whether an amount may be compared with a cell: one in full, too, with a cell in thousands."""
    if same_unit(mine, cell):
        return True
    figure, other = mine.fact.figure, cell.fact.figure
    in_full = not figure.scale and figure.unit and figure.digits and figure.digits % 1000 == 0
    return bool(in_full) and other.scale > 0 and other.unit in ("", figure.unit)


def keys(claim: Fact, period: Period, row: Series) -> Iterator[ColumnKey]:
    """The columns of a row that the claim may speak of: its own time, or the end of it."""
    own = key_of(period, claim)
    if own in row.at:
        yield own
    elif (0, *own[1:]) in row.at:
        yield (0, *own[1:])
    elif period.months == MONTHS_OF_A_YEAR:  # "2018" beside "30 June 2018"
        ends = [key for key in row.at if not key[0] and _year(key[1]) == _year(period.last)]
        yield from ends if len(ends) == 1 else ()
    elif period.is_instant:  # "December 31, 2011" beside "2011"
        ends = [key for key in row.at if key[0] and key[1] == period.last]
        years = [key for key in ends if key[0] == period.last - MONTHS_OF_A_YEAR + 1]
        own_end = years or ends  # "30 June 2024" beside "H1 2024"
        yield from own_end if len(own_end) == 1 else ()


def _year(month: int) -> int:
    return month // MONTHS_OF_A_YEAR


def is_ambiguous(claim: Fact, row: Series) -> bool:
    """Whether the row prints two spans that end as the claim's: a quarter and the half-year."""
    assert claim.period is not None
    return len([key for key in row.at if key[1] == claim.period.last]) > 1


def _says(cell: Printed, mine: Printed) -> bool:
    """Whether a cell says the same, be it with the other sign or in more digits than are meant."""
    digits = abs(mine.fact.figure.digits)
    if digits and digits % 1000 == 0:  # "$128,000" for 127,841
        mine = mine._replace(half=mine.half * 1000)
    other = cell._replace(value=-cell.value)
    return adds_up(cell, [mine]) or adds_up(other, [mine])


def _in_another_column(rows: Sequence[Series], mine: Printed) -> bool:
    """Whether the row prints the claim for another time: the time was misread, or the column."""
    return any(
        abs(abs(cell.value) - abs(mine.value)) <= mine.half
        for row in rows
        for cell in row.at.values()
    )


def _one_value(found: Sequence[Printed]) -> bool:
    """Whether rows of the name print one value, as exactly as each does."""
    return all(adds_up(found[0], [p]) for p in found[1:])
