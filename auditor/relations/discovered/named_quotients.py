"""Named quotients: rows whose name says which two rows they are computed from.

"FFO per diluted share" beside "FFO" and a count of shares, "effective tax rate" beside the tax and
the income before it, "NPL ratio" beside non-performing loans and one more row.
Evidence. The names say it all, so one column that comes out is enough; of several rows of a name
those are meant that most columns bear out. A column that does not come out is told where a slip of
the pen explains it: as an error where two others come out or the row repeats the other's name, else
as a doubt, since some publish such ratios of adjusted amounts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import NamedTuple

from auditor.model.fact import Fact, Measure
from auditor.model.grid import Band, Grid
from auditor.model.relation import Relation, Severity
from auditor.model.scene import Scene
from auditor.notation.vocabulary import normal
from auditor.relations.discovered._lines import FactLine, fact_line, facts_both_ways, rows_of_band
from auditor.relations.discovered._named_judging import is_nearly_right
from auditor.relations.discovered._named_operands import numerator, operands, rows_called
from auditor.relations.discovered._named_thresholds import (
    QUOTIENT_MOST_ROWS,
    QUOTIENT_NEAR,
    QUOTIENT_PER_FAILURE,
    QUOTIENT_SURE,
    QUOTIENT_TWO_DIGITS,
)
from auditor.relations.discovered._quotient_names import QUOTIENTS, amount_per_share, is_called
from auditor.relations.discovered._row_quotients import Tried, tried
from auditor.relations.discovered._share_names import counts_shares, dilution, is_per_share

ORDER = 25
IN_WORDS = "The ratio is of what its name says"
OF_NAMED = "The ratio is of what its name says over a line beside it"
A_SHARE = "The amount per share is what it names over the number of shares"


class Question(NamedTuple):
    """A row of quotients with the rows that it may be computed from."""

    target: FactLine
    overs: Sequence[FactLine]
    unders: Sequence[FactLine]
    title: str
    of_name: bool
    in_one: bool = True
    names_both: bool = True


def discover(scene: Scene) -> Iterator[Relation]:
    """The named quotients of every table, by rows and by columns."""
    for grid in scene.grids:
        for band in grid.bands:
            for asks in (_questions, _of_numerators, _of_columns):
                for question in asks(grid, band, scene):
                    yield from _answered(question)


def _questions(grid: Grid, band: Band, scene: Scene) -> Iterator[Question]:
    """The rows that name a quotient, where the rows that it names are there."""
    names = [normal(row.label) for row in band.rows]
    per_share = {i: of for i, row in enumerate(band.rows) if (of := amount_per_share(row.label))}
    ratios = {
        i: quotient
        for i, name in enumerate(names)
        for quotient in QUOTIENTS
        if quotient.name.fullmatch(name)
    }
    worded = {
        i: named
        for i, row in enumerate(band.rows)
        if i not in per_share and i not in ratios and (named := operands(row.label))
    }
    if not per_share and not ratios and not worded:
        return
    lines = rows_of_band(grid, band, scene)
    shares = [line for line in lines if counts_shares(f"{line.group} {line.label}")]
    for i, of in per_share.items():
        if is_per_share(f"{lines[i].group} {lines[i].label}"):
            continue  # earnings, which preferred shares and conversion change
        overs = [line for line, name in zip(lines, names, strict=True) if is_called(of, name)]
        yield Question(lines[i], overs, _alike(lines[i], shares), A_SHARE, of_name=True)
    for i, quotient in ratios.items():
        over = [ln for ln, name in zip(lines, names, strict=True) if quotient.over.fullmatch(name)]
        under = [
            ln for ln, name in zip(lines, names, strict=True) if quotient.under.fullmatch(name)
        ]
        yield Question(lines[i], over, under, quotient.title, of_name=False)
    for i, named in worded.items():
        over, under = (
            [lines[at] for at in rows_called(name, names) if at != i]
            for name in (named.over, named.under)
        )
        yield Question(lines[i], over, under, IN_WORDS, of_name=False, in_one=named.in_one_unit)


def _of_numerators(grid: Grid, band: Band, scene: Scene) -> Iterator[Question]:
    """The rows that name what they are the ratio of, where it is not said over what."""
    named = {i: name for i, row in enumerate(band.rows) if (name := _numerator(row.label))}
    if not named:
        return
    names = [normal(row.label) for row in band.rows]
    lines = rows_of_band(grid, band, scene)
    for i, name in named.items():
        over = [lines[at] for at in rows_called(name, names) if at != i]
        under = _near(lines, i, over)
        yield Question(lines[i], over[:1], under, OF_NAMED, of_name=False, names_both=False)


def _numerator(label: str) -> str:
    """What a label says that it is the ratio of, where nothing says more of it."""
    form = normal(label)
    says_more = amount_per_share(label) or any(q.name.fullmatch(form) for q in QUOTIENTS)
    return "" if says_more else numerator(label)


def _near(lines: Sequence[FactLine], at: int, but: Sequence[FactLine]) -> list[FactLine]:
    """The lines next to one, those above it first, but for some."""
    near = [*lines[max(0, at - QUOTIENT_NEAR) : at][::-1], *lines[at + 1 : at + 1 + QUOTIENT_NEAR]]
    return [line for line in near if line.facts and line not in but[:1]]


def _of_columns(grid: Grid, band: Band, scene: Scene) -> Iterator[Question]:
    """The columns whose heading names the two columns that they are the quotient of."""
    names = [normal(column.heading) for column in band.columns]
    worded = {
        i: (named, [rows_called(name, names) for name in (named.over, named.under)])
        for i, column in enumerate(band.columns)
        if (named := operands(column.heading))
    }
    found = {i: one for i, one in worded.items() if all(len(set(p) - {i}) == 1 for p in one[1])}
    if not found:
        return
    _, by_column = facts_both_ways(grid, band, scene)
    lines = [fact_line(c.index, c.heading, "", by_column[c.index]) for c in band.columns]
    for i, (named, places) in found.items():
        over, under = ([lines[at] for at in called if at != i] for called in places)
        yield Question(lines[i], over, under, IN_WORDS, of_name=False, in_one=named.in_one_unit)


def _alike(row: FactLine, shares: Sequence[FactLine]) -> list[FactLine]:
    """The counts of shares that are not of the other dilution."""
    own = dilution(row.label)
    return [s for s in shares if None in (own, d := dilution(s.label)) or d is own]


def _answered(question: Question) -> Iterator[Relation]:
    """What most columns bear out, and the column that a slip explains."""
    overs, unders = question.overs[:QUOTIENT_MOST_ROWS], question.unders[:QUOTIENT_MOST_ROWS]
    ways = [_tried(question, over, under) for over, under in product(overs, unders)]
    best = max(ways, key=lambda one: (len(one.held), -len(one.failed)), default=Tried((), ()))
    if not best.held or len(best.failed) > max(1, len(best.held) // QUOTIENT_PER_FAILURE):
        return
    tells = len(best.held) + len(best.failed) > 1 and _excludes_chance(question, best)
    yield from (replace(quotient.relation, tells=tells) for quotient in best.held)
    is_sure = question.of_name or len(best.held) >= QUOTIENT_SURE
    given = {quotient.target.number for one in ways for quotient in one.held}
    for quotient in best.failed if tells else ():
        is_slip = quotient.slip > 0 and quotient.target.number not in given
        if is_slip and not is_nearly_right(quotient.relation):
            severity = Severity.ERROR if is_sure else Severity.WARNING
            yield replace(quotient.relation, severity=severity)


def _excludes_chance(question: Question, best: Tried) -> bool:
    """Whether what comes out is more than one of a few lines may give by chance."""
    digits = (len(str(abs(one.target.figure.digits))) for one in best.held)
    return question.names_both or len(question.unders) == 1 or sum(digits) > QUOTIENT_TWO_DIGITS


def _tried(question: Question, over: FactLine, under: FactLine) -> Tried:
    """The columns that come out, and those that do not."""
    threes = [
        (fact, over.facts[p], under.facts[p])
        for p, fact in question.target.facts.items()
        if p in over.facts and p in under.facts and _are_amounts(over.facts[p], under.facts[p])
    ]
    return tried(threes, question.title, in_one_unit=question.in_one and not question.of_name)


def _are_amounts(over: Fact, under: Fact) -> bool:
    amounts = over.measure is Measure.AMOUNT and under.measure is Measure.AMOUNT
    per_cent = over.figure.is_percent or under.figure.is_percent
    return amounts and not per_cent and over.value != 0 and under.value > 0
