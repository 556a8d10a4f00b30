"""Headcounts: the number of employees in a summary of years, repeated where employees are listed.

A list names its figures in the heading of a column and states them in its total or its only row, so
that rows of one name do not show the repetition. Evidence: the digits of the number, and those of
the temporary staff printed with it, less the statements to choose from. A group and its parent,
regular and all staff differ by few: numbers that differ convict nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import log2
from typing import NamedTuple

from auditor.model.fact import Fact
from auditor.model.grid import Band, Grid
from auditor.model.relation import Kind, Relation, Role, Term
from auditor.model.scene import Scene
from auditor.notation.deferred import deferred
from auditor.notation.vocabulary import normal
from auditor.relations.discovered._lines import facts_both_ways
from auditor.relations.discovered._relations import discovered
from auditor.relations.discovered._thresholds import HEADCOUNT_ENOUGH

ORDER = 33
TITLE = "The number of employees is the same wherever it is stated"

_EMPLOYEES = deferred(
    r"(?:連結)?(?:従業員|就業人員)数|(?:total )?number of (?:full[- ]time )?employees"
    r"|(?:total |full[- ]time )?(?:employees|headcount)",
    re.IGNORECASE,
)
_TEMPORARY = deferred(r"臨時|パート|temporary|part[- ]time|non-regular", re.IGNORECASE)
_TOTAL = deferred(r"合 ?計|総? ?計|(?:grand )?totals?", re.IGNORECASE)
_BRACKETED_UNIT = deferred(r"[(（][^()（）]{0,8}[)）]")


class Headcount(NamedTuple):
    """A stated number of employees with that of temporary staff, if it is printed with it."""

    employees: Fact
    temporary: Fact | None

    @property
    def figures(self) -> tuple[Fact, ...]:
        return (self.employees,) if self.temporary is None else (self.employees, self.temporary)


def discover(scene: Scene) -> Iterator[Relation]:
    """Every headcount against the first that states the same."""
    stated = [
        count for grid in scene.grids for band in grid.bands for count in _stated(grid, band, scene)
    ]
    for at, count in enumerate(stated):
        first = next((other for other in stated[:at] if _same(count, other, len(stated))), None)
        if first is not None:
            for one, other in zip(first.figures, count.figures, strict=False):
                yield _tie(one, other)


def _stated(grid: Grid, band: Band, scene: Scene) -> Iterator[Headcount]:
    """The latest figure of a row of employees, and the total of a column of them."""
    by_row, by_column = facts_both_ways(grid, band, scene)
    for place, row in enumerate(band.rows):
        if _EMPLOYEES.fullmatch(_name(row.label)):
            latest = _latest(list(by_row[row.index].values()))
            after = band.rows[place + 1 : place + 2]
            if latest is not None:
                column = (latest.source.col or 0) - 1
                staff = [by_row[r.index].get(column) for r in after if _TEMPORARY.search(r.label)]
                yield Headcount(latest, next(iter(staff), None))
    columns = [
        c.index for c in band.columns if _EMPLOYEES.fullmatch(_name((c.headings or ("",))[-1]))
    ]
    for index in _totals(band):
        found = [fact for c in columns if (fact := by_column[c].get(index))]
        if found and not found[0].figure.nil and len(found) <= 2:
            yield Headcount(found[0], found[1] if len(found) > 1 else None)


def _name(label: str) -> str:
    return _BRACKETED_UNIT.sub("", normal(label)).strip()


def _latest(facts: Sequence[Fact]) -> Fact | None:
    """The figure of the latest column, if there are several."""
    dated = [(f.period.last, f) for f in facts if f.period and not f.figure.nil]
    if len({last for last, _ in dated}) < 2:
        return None
    return max(dated, key=lambda pair: pair[0])[1]


def _totals(band: Band) -> list[int]:
    """The row that is called the total, or the only one."""
    if len(band.rows) == 1:
        return [band.rows[0].index]
    return [row.index for row in band.rows if _TOTAL.fullmatch(_name(row.label))]


def _same(one: Headcount, other: Headcount, statements: int) -> bool:
    """Whether two statements print the same figures, of no two dates, with enough digits."""
    if one.employees.source.table == other.employees.source.table:
        return False
    if len({f.period.last for f in (one.employees, other.employees) if f.period}) > 1:
        return False
    pairs = list(zip(one.figures, other.figures, strict=False))
    if any(abs(a.value) != abs(b.value) for a, b in pairs):
        return False
    bits = sum(log2(1 + abs(float(a.value))) for a, _ in pairs)
    return bits - log2(statements) >= HEADCOUNT_ENOUGH


def _tie(first: Fact, second: Fact) -> Relation:
    sign = 1 if first.value == second.value else -1
    return discovered(Kind.TIE, second, (Term(first, sign, Role.SAME),), TITLE, tells=False)
