"""Stated movements: changes and growth that a sentence states, against two figures of a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from auditor.checks.verdict import allowed, nearly_holds, verdict
from auditor.model.fact import Fact, Measure
from auditor.model.figure import Rounding
from auditor.model.period import MONTHS_OF_A_YEAR, Period
from auditor.model.relation import Kind, Relation, Role, Term
from auditor.model.verdict import Status
from auditor.relations.discovered._relations import discovered
from auditor.relations.discovered._series import ColumnKey, Printed, Series, printed
from auditor.relations.discovered._stated_amounts import is_ambiguous, keys, spoken_alike
from auditor.relations.discovered._stated_evidence import Judged, likeliest, numbers, rows_of

KINDS = {Measure.GROWTH: Kind.GROWTH, Measure.CHANGE: Kind.DIFFERENCE}


def movement(claim: Fact, rows: Sequence[Series]) -> Judged | None:
    """A change or growth against the two amounts that it is taken of."""
    found: list[tuple[Relation, Series]] = []
    fails: list[Relation] = []
    for relation, row in _changes(claim, rows):
        status = verdict(relation, Rounding.NEAREST).status
        if status is Status.HOLDS:
            facts = [term.fact for term in relation.inputs]
            return Judged(claim, relation, tables=numbers(facts), places=rows_of(facts))
        found.append((relation, row))
        fails += [relation] if status is Status.VIOLATED else []
    if any(_holds_otherwise(r) or nearly_holds(r, Rounding.NEAREST) for r, _ in found):
        return None  # taken of amounts that were rounded before
    alike = {tuple(t.fact.value for t in r.inputs) for r in fails}
    if not fails or len(fails) != len(found):
        return None
    doubtful = any(is_ambiguous(claim, row) for _, row in found)
    told = (
        _failing(claim, fails, doubtful=doubtful)
        if len(alike) == 1
        else likeliest([_failing(claim, [r], doubtful=doubtful) for r in fails])
    )
    return told and told._replace(shifted=_of_other_columns(claim, rows))


def _failing(claim: Fact, fails: Sequence[Relation], *, doubtful: bool) -> Judged:
    """The claim that rows of the same two amounts contradict."""
    return Judged(
        claim,
        fails=fails[0],
        wanted=allowed(fails[0], claim.number, Rounding.NEAREST),
        tables=numbers(r.inputs[0].fact for r in fails),
        doubtful=doubtful,
    )


def _holds_otherwise(relation: Relation) -> bool:
    """Whether the change comes out with the other sign: costs and losses are worded either way."""
    turned = replace(relation, target=relation.target._replace(sign=-relation.target.sign))
    status = verdict(turned, Rounding.NEAREST).status
    return status is Status.HOLDS and any(t.fact.sign < 0 for t in relation.inputs)


def _changes(claim: Fact, rows: Sequence[Series]) -> Iterator[tuple[Relation, Series]]:
    """The claim taken of each row that prints both its times."""
    assert claim.period is not None
    before = claim.against.period if claim.against else None
    for row in rows:
        for key in keys(claim, claim.period, row):
            for earlier in _earlier_columns(key, before, row, claim.period):
                made = None if row.per_cent else _change(claim, row.at[key], row.at[earlier])
                if made:
                    yield made, row


def _earlier_columns(
    key: ColumnKey, before: Period | None, row: Series, period: Period
) -> Iterator[ColumnKey]:
    """The columns that a movement may be compared with.

    A balance that "grew 2 % during the quarter" grew since the quarter before as likely as in a
    year, where nothing else is said.
    """
    first, _, scenario, scope = key
    if before is None and not first and 0 < period.months < MONTHS_OF_A_YEAR:
        opened = (0, period.last - period.months, scenario, scope)
        yield from (opened,) if opened in row.at else ()
    earlier = earlier_column(key, before, row)
    yield from () if earlier is None else (earlier,)


def _of_other_columns(claim: Fact, rows: Sequence[Series]) -> bool:
    """Whether two other columns of a row, a year apart, give the claim: its time was misread."""
    for row in rows:
        for key, cell in row.at.items():
            earlier = earlier_column(key, None, row)
            made = earlier and not row.per_cent and _change(claim, cell, row.at[earlier])
            if made and verdict(made, Rounding.NEAREST).status is Status.HOLDS:
                return True
    return False


def earlier_column(key: ColumnKey, before: Period | None, row: Series) -> ColumnKey | None:
    """The column that a claim of another is compared with: the named one, else a year before."""
    first, last, scenario, scope = key
    if before is not None and first and _is_part_beside_a_year(last - first + 1, before):
        years = last // MONTHS_OF_A_YEAR - before.last // MONTHS_OF_A_YEAR
        began, ends = first - MONTHS_OF_A_YEAR * years, last - MONTHS_OF_A_YEAR * years
    elif before is not None and before.last != last - 12:
        began, ends = (before.last - (last - first) if first else 0), before.last
    else:
        began, ends = first and first - 12, last - 12
    wanted = began, ends, scenario, scope
    return wanted if wanted in row.at else None


def _is_part_beside_a_year(months: int, before: Period) -> bool:
    """Whether a part of a year is compared with a year, which means the same part: "than 2024"."""
    return months < MONTHS_OF_A_YEAR and before.months == MONTHS_OF_A_YEAR


def _change(claim: Fact, later: Printed, earlier: Printed) -> Relation | None:
    """The claim taken of two amounts; of costs and losses, of how large they are."""
    kind = KINDS[claim.measure]
    if kind is Kind.DIFFERENCE and not spoken_alike(printed(claim), later):
        return None
    if kind is Kind.GROWTH and (later.value < 0) != (earlier.value < 0):
        return None
    turn = -1 if later.value < 0 and earlier.value < 0 and not _of_a_loss(claim) else 1
    after, before = (_turned(p.fact) if turn < 0 else p.fact for p in (later, earlier))
    less = 1 if kind is Kind.GROWTH else -1
    return discovered(kind, claim, (Term(after, 1, Role.LATER), Term(before, less, Role.EARLIER)))


def _turned(fact: Fact) -> Fact:
    return fact._replace(sign=-fact.sign)


def _of_a_loss(claim: Fact) -> bool:
    """Whether a loss is claimed of a row of income, so that the words have turned it already."""
    concept = claim.concept.casefold()
    of_income = "loss" not in concept or any(word in concept for word in _INCOME)
    return claim.measure is Measure.CHANGE and "loss" in claim.label.casefold() and of_income


_INCOME = ("income", "profit", "earnings")
