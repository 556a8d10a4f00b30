"""Spanned scales: columns that stand beside a heading which says the scale of their table.

"Payments due by period (in millions)" stands over the periods and not over their total to the left
of them. Where one column is what the others of its rows add up to as they are printed, in two rows
at least, all of them are in the one scale that some state.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from auditor.facts.thresholds import FEWEST_SPANNED, TELLING_DIGITS
from auditor.model.fact import Fact, Measure
from auditor.notation.units import Unit, in_unit

Row = tuple[int | None, int | None]
"""A table and a row of it."""


def with_spanned_scales(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts, those of columns without a scale in the one that their rows tell."""
    told = dict(_told(facts))
    if not told:
        return tuple(facts)
    return tuple(
        _in_scale(fact, told[fact.source.table])
        if fact.source.table in told and _is_amount(fact) and not fact.figure.scale
        else fact
        for fact in facts
    )


def _in_scale(fact: Fact, scale: int) -> Fact:
    return fact._replace(figure=in_unit(fact.figure, Unit("", scale), fact.label))


def _told(facts: Sequence[Fact]) -> Iterator[tuple[int | None, int]]:
    """The tables of which some columns state a scale and rows tell that all are in it."""
    for table, amounts in _mixed(facts).items():
        rows: dict[Row, list[Fact]] = defaultdict(list)
        for fact in amounts:
            rows[table, fact.source.row].append(fact)
        mixed = [row for row in rows.values() if len({f.figure.scale for f in row}) > 1]
        totals = Counter(column for row in mixed for column in _totals(row))
        if max(totals.values(), default=0) >= max(FEWEST_SPANNED, len(mixed) - 1):
            yield table, max(f.figure.scale for f in amounts)


def _mixed(facts: Iterable[Fact]) -> Mapping[int | None, Sequence[Fact]]:
    """The amounts of each table where columns state one scale, or none."""
    found: dict[int | None, list[Fact]] = defaultdict(list)
    for fact in facts:
        if _is_amount(fact):
            found[fact.source.table].append(fact)
    return {
        table: amounts
        for table, amounts in found.items()
        if len(scales := {f.figure.scale for f in amounts}) == 2 and min(scales) == 0
    }


def _totals(row: Sequence[Fact]) -> Iterator[int | None]:
    """The columns that state what the others of a row add up to, as printed."""
    printed = [f.figure.value / 10**f.figure.scale for f in row]
    whole = sum(printed, Fraction(0))
    if len(row) < 3:
        return
    for fact, value in zip(row, printed, strict=True):
        if 2 * value == whole and abs(fact.figure.digits) >= TELLING_DIGITS:
            yield fact.source.col


def _is_amount(fact: Fact) -> bool:
    """Whether a cell states an amount of money, or of what its table does not say."""
    figure = fact.figure
    if not fact.in_table or figure.nil or figure.is_percent:
        return False
    return fact.measure is Measure.AMOUNT
