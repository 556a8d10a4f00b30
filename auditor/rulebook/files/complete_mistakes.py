"""Mistakes in what a rule file says of which records there must be."""

from __future__ import annotations

from auditor.model.mistake import listed
from auditor.rulebook.files.complete_shapes import (
    AT_LEAST,
    AT_MOST,
    DEMANDS,
    EACH,
    RECORDS,
    WITHOUT_GAPS,
    demand_meant,
)
from auditor.rulebook.files.named_columns import (
    TIMES,
    Complaints,
    Types,
    Values,
    identifying,
    mistaken_values,
    pairs,
    text_of,
    unknown_column,
)
from auditor.rulebook.files.nodes import keys_of, operands, under
from auditor.rulebook.files.tree import Entries, Node


def demand_mistakes(demand: Entries, types: Types, values: Values) -> Complaints:
    """Every mistake of one entry that is not one of shape."""
    if demand_meant(keys_of(demand)) is None:
        yield demand.place, f"an entry needs one of the keys {listed(DEMANDS)}"
        return
    for key in ("by", EACH):
        for name in operands(under(demand, key)):
            yield from unknown_column(name, types, identifying(types))
    where = under(demand, "where")
    for name, _ in pairs(where):
        yield from unknown_column(name, types, identifying(types))
    if where is not None:
        yield from mistaken_values(where, values)
    yield from _time_mistakes(under(demand, WITHOUT_GAPS), types)
    yield from _repeated_columns(demand)
    yield from _bounds_mistakes(under(demand, RECORDS))


def _time_mistakes(column: Node | None, types: Types) -> Complaints:
    """A column without gaps that holds no times."""
    if column is None:
        return
    times = tuple(name for name, kind in types.items() if kind in TIMES)
    if text_of(column) in types and text_of(column) not in times:
        yield column.place, f"`{text_of(column)}` is no column of periods or dates"
    else:
        yield from unknown_column(column, types, times)


def _repeated_columns(demand: Entries) -> Complaints:
    """A column that is told apart and held fast at once."""
    by = {text_of(one) for one in operands(under(demand, "by"))}
    for key in (EACH, WITHOUT_GAPS):
        for one in operands(under(demand, key)):
            if text_of(one) in by:
                yield one.place, f"`{text_of(one)}` stands in `by` already"


def _bounds_mistakes(said: Node | None) -> Complaints:
    if not isinstance(said, Entries):
        return
    least, most = (text_of(under(said, key)) for key in (AT_LEAST, AT_MOST))
    if not least and not most:
        yield said.place, f"`{RECORDS}`: expected `{AT_LEAST}`, `{AT_MOST}` or both"
    elif least.isdecimal() and most.isdecimal() and int(least) > int(most):
        yield said.place, f"`{RECORDS}`: {AT_LEAST} {least} is more than {AT_MOST} {most}"
