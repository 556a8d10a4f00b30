"""Stated points: how far a sentence says that a margin or a share moved, against tables.

"Gross margin improved 90 basis points to 58.2 %" names two rows and two times: the quotient of the
rows at each is what the points lie between, as good as to a tenth of a per cent, for publishers
take the difference of what they have rounded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from auditor.checks.verdict import allowed, verdict
from auditor.model.fact import Fact, Measure
from auditor.model.figure import PERCENT, Figure, Rounding, of_one_unit
from auditor.model.relation import Kind, Relation, Role, Term
from auditor.model.verdict import Status
from auditor.relations.discovered._relations import discovered
from auditor.relations.discovered._series import ColumnKey, Series, key_of
from auditor.relations.discovered._stated_evidence import Judged
from auditor.relations.discovered._stated_movements import earlier_column
from auditor.relations.discovered._stated_shares import operands
from auditor.relations.discovered._stated_thresholds import MARGIN_UNIT


def points(claim: Fact, tables: Sequence[Sequence[Series]]) -> Judged | None:
    """The points against the two rows that the margin is of, in the tables that print both."""
    printed = [(r, rows[0].table) for rows in tables for r in _of_margins(claim, rows)]
    taken = [(r, rows[0].table) for rows in tables for r in _of_quotients(claim, rows)]
    checked = [(r, table, verdict(r, Rounding.NEAREST).status) for r, table in (*taken, *printed)]
    for relation, table, status in checked:
        if status is Status.HOLDS:
            return Judged(claim, relation, tables=frozenset((table,)))
    asked = checked[len(taken) :] or checked  # a row of its name, else the two rows it is of
    failing = [(r, table) for r, table, status in asked if status is Status.VIOLATED]
    if len({tuple(t.fact.value for t in r.inputs) for r, _ in failing}) != 1:
        return None
    relation = failing[0][0]
    wanted = allowed(relation, claim.number, Rounding.NEAREST)
    found = frozenset(table for _, table in failing)
    return Judged(claim, fails=relation, wanted=wanted, tables=found)


def _of_margins(claim: Fact, rows: Sequence[Series]) -> Iterator[Relation]:
    """The points between two percentages that a row prints."""
    if claim.against and claim.against.concept:
        return
    for row in rows:
        for key, before in _columns(claim, row) if row.concept == claim.concept else ():
            later, earlier = row.at[key].fact, row.at[before].fact
            if row.per_cent:
                yield _points(claim, later, earlier)


def _of_quotients(claim: Fact, rows: Sequence[Series]) -> Iterator[Relation]:
    """The points between two quotients of two rows."""
    over, under = operands(claim, [row for row in rows if not row.per_cent])
    for above in over:
        for below in under:
            for key, before in _columns(claim, above) if above is not below else ():
                if key not in below.at or before not in below.at:
                    continue
                later = _margin(claim, above.at[key].fact, below.at[key].fact, 0)
                earlier = _margin(claim, above.at[before].fact, below.at[before].fact, 1)
                if later and earlier:
                    yield _points(claim, later, earlier)


def _columns(claim: Fact, row: Series) -> Iterator[tuple[ColumnKey, ColumnKey]]:
    """The column of the claim's time in a row, and the one that it is compared with."""
    assert claim.period is not None
    key = key_of(claim.period, claim)
    before = earlier_column(key, claim.against.period if claim.against else None, row)
    if key in row.at and before is not None:
        yield key, before


def _points(claim: Fact, later: Fact, earlier: Fact) -> Relation:
    terms = Term(later, 1, Role.LATER), Term(earlier, -1, Role.EARLIER)
    return discovered(Kind.POINTS, claim, terms)


def _margin(claim: Fact, over: Fact, under: Fact, which: int) -> Fact | None:
    """The quotient of two figures as a percentage that nobody printed, to a tenth of a per cent."""
    if under.value <= 0 or not of_one_unit(over.figure, under.figure):
        return None
    per_cent = abs(over.value) / under.value * 100
    figure = Figure(
        f"{over.text} / {under.text}",
        over.figure.start,
        round(per_cent * 100),
        -2,
        PERCENT,
        accuracy=Fraction(MARGIN_UNIT),
    )
    return over._replace(
        number=-2 * claim.number - 2 - which, figure=figure, sign=1, measure=Measure.AMOUNT
    )
