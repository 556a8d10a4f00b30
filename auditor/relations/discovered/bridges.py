"""Bridges: a figure, the lines that are added to it and taken from it in words, and what is left.

Evidence. Each line between says what is done with it: "Add: stock compensation", "Less: tax". Then
the line above the first of them and the one below the last are the two ends, in every column; two
lines at least must say so. What is called less and shows no sign is subtracted, as a line that is
added and shows one is. A column that differs is an error where a slip of the pen explains it and
others come out, else doubtful; several that differ are another calculation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from auditor.model.fact import Fact
from auditor.model.grid import Row
from auditor.model.relation import Kind, Relation, Term
from auditor.model.scene import Scene
from auditor.notation.deferred import deferred
from auditor.notation.vocabulary import normal
from auditor.relations.discovered._additivity import never_added
from auditor.relations.discovered._footings import of_one_unit
from auditor.relations.discovered._lines import facts_both_ways
from auditor.relations.discovered._named_judging import judged
from auditor.relations.discovered._relations import discovered
from auditor.relations.discovered._total_names import adds_down

ORDER = 9
TITLE = "What is added to the first line and taken from it makes the last"
FEWEST_STEPS = 2
"""Lines that say what is done with them, for what stands around them to be the ends."""

_ADDED = deferred(r"\A\(?(?:add(?: back)?|plus|zuzüglich)\b\)?|\A加算|\A[＋+] ?[^\d\s]|\A\(\+\)")
_TAKEN = deferred(
    r"\A\(?(?:less|deduct|minus|subtract|abzüglich|moins)\b\)?|\A(?:控除|減算|差引)|\A\([-−–]\)"
)


class Step(NamedTuple):
    """A line with its facts by column, and the sign that its words give it."""

    facts: Mapping[int, Fact]
    sign: int


def discover(scene: Scene) -> Iterator[Relation]:
    """The bridges of every table, column by column."""
    for grid in scene.grids:
        for band in grid.bands:
            runs = list(_runs(band.rows))
            if runs:
                by_row, _ = facts_both_ways(grid, band, scene)
                columns = [c.index for c in band.columns if adds_down(c.heading)]
                for first, last in runs:
                    lines = band.rows[first - 1 : last + 1]
                    sums = _sums([(r, by_row[r.index]) for r in lines], columns)
                    yield from judged(sums, fewest=0, per_failure=2)


def _runs(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """From the first of lines in a row that say what is done with them to the one behind."""
    first: int | None = None
    for at, row in enumerate(rows):
        steps = _sign_of(row.label) is not None
        if steps and first is None:
            first = at
        elif not steps and first is not None:
            if first > 0 and at - first >= FEWEST_STEPS:
                yield first, at
            first = None


def _sign_of(label: str) -> int | None:
    """The sign that a line's words give it."""
    text = normal(label)
    if _TAKEN.search(text):
        return -1
    return 1 if _ADDED.search(text) else None


def _sums(
    lines: Sequence[tuple[Row, Mapping[int, Fact]]], columns: Sequence[int]
) -> list[Relation]:
    (_, opening), *steps, (end, closing) = lines
    if never_added(end.label):
        return []
    moves = [_step(row.label, facts) for row, facts in steps]
    sums = []
    for c in columns:
        if c in opening and c in closing and not closing[c].figure.nil:
            terms = [Term(opening[c])]
            terms += [Term(m.facts[c], m.sign) for m in moves if c in m.facts]
            facts = [closing[c], *(t.fact for t in terms)]
            if len(terms) > FEWEST_STEPS and of_one_unit(facts):
                sums.append(discovered(Kind.SUM, closing[c], terms, TITLE))
    return sums


def _step(label: str, facts: Mapping[int, Fact]) -> Step:
    """What is taken away counts as it is printed where it shows its sign."""
    sign = _sign_of(label) or 1
    shown = any(f.value < 0 for f in facts.values())
    return Step(facts, 1 if sign < 0 and shown else sign)
