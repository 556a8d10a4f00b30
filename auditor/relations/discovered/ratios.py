"""Plain ratios: lines that state the quotient of two others, as a number and not in per cent.

Prices, averages per head, fractions of a whole. Evidence as for percentages, but any two lines
have a quotient, so that a line not called a ratio needs much more of it and convicts nothing. A
line of figures that are a hundred times the quotient states percentages without their sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import log2

from auditor.model.fact import Fact
from auditor.model.grid import Band, Grid
from auditor.model.relation import Kind, Relation
from auditor.model.scene import Scene
from auditor.relations.discovered._quotients import (
    Line,
    Reading,
    all_whole,
    facts_both_ways,
    in_per_cent,
    line,
    pairs_for,
    relation,
    triples,
    weighed,
)

ORDER = 25
ENOUGH = 14.0
"""Bits at which a ratio is accepted."""
CONVICTS = 30.0
"""Bits at which a line called a ratio convicts the figures that differ."""
NAMED = 6.0
"""Bits for a line whose words call it a ratio."""
TURNABLE = 0.7
"""Share of the figures that must also bear out a ratio when it is turned round; zeros cannot."""
REACH = 36
"""Lines to either side among which a ratio's two others stand: keeps the time linear."""

_RATIO = re.compile(
    r"\baverage|\bavg\b|\bmean\b|\bper\b|\bratio|\brate|\bprice|\bcost each|\bunit cost|%|percent"
    r"|\bshare\b|\bmargin|\byield|\bmultiple|\bturnover|\beach\b|\bprosent|\bweight"
    r"|平均|率|単価|比",
    re.IGNORECASE,
)


def discover(scene: Scene) -> Iterator[Relation]:
    """The plain ratios of every table, by columns and by rows."""
    for grid in scene.grids:
        for band in grid.bands:
            for lines in _both_ways(grid, band, scene):
                for reading in ratios(lines):
                    convicted = reading.fails if reading.bits >= CONVICTS else ()
                    for triple in (*reading.holds, *convicted):
                        yield relation(reading, triple)


def _both_ways(grid: Grid, band: Band, scene: Scene) -> tuple[list[Line], list[Line]]:
    """The band's columns and its rows."""
    by_row, by_column = facts_both_ways(grid, band, scene)
    rows = [line(r.index, r.label, r.group, by_row[r.index]) for r in band.rows]
    columns = [line(c.index, c.heading, "", by_column[c.index]) for c in band.columns]
    return columns, rows


def ratios(lines: Sequence[Line]) -> list[Reading]:
    """The best reading of each line that is a ratio; of a product's three lines only one is."""
    stated = [ln for ln in lines if len(ln.facts) > 1]
    at = {ln.index: ln for ln in stated}
    found: dict[frozenset[int], tuple[Reading, Line]] = {}
    for i, target in enumerate(stated):
        if any(_shows_per_cent(f) for f in target.facts.values()):
            continue
        if all_whole(target) and not _RATIO.search(target.label):
            continue  # quotients have decimals
        about = [ln for ln in stated[max(0, i - REACH) : i + REACH + 1] if _of_amounts(ln)]
        best = max(_readings(target, about), key=lambda r: r.bits, default=None)
        if best is None or best.bits < ENOUGH:
            continue
        same = frozenset(target.index + away for away in (0, best.over, best.under))
        if same not in found or best.bits > found[same][0].bits:
            found[same] = (best, target)
    return [_as_written(reading, target, at) for reading, target in found.values()]


def _as_written(reading: Reading, target: Line, at: Mapping[int, Line]) -> Reading:
    """The same three lines with the one as target that stands where ratios do.

    A product is written after its factors, and its first factor stands for the ratio; elsewhere
    the ratio is written after what it is computed from.
    """
    over, under = at[target.index + reading.over], at[target.index + reading.under]
    first, last = sorted((target, under), key=lambda ln: ln.index)
    wanted = first if over.index > last.index else last
    if wanted is target or any(t.figure.is_percent for t, _, _ in reading.holds):
        return reading
    turned = weighed(Kind.RATIO, triples(_bare(wanted), over, target), 0.0)
    if turned is None or len(turned.holds) < TURNABLE * len(reading.holds):
        return reading
    return turned._replace(bits=reading.bits, fails=turned.fails if reading.fails else ())


def _readings(target: Line, lines: Sequence[Line]) -> Iterator[Reading]:
    named = NAMED if _RATIO.search(target.label) else 0.0
    tried = 2 * log2(1 + len(lines))
    for restated, per in ((_bare(target), 1.0), (_in_per_cent(target), 100.0)):
        for over, under in pairs_for(restated, lines, per=per):
            bits = named - tried + _near(target, over, under) - per / 50
            reading = weighed(Kind.RATIO, triples(restated, over, under), bits)
            if reading is not None and _telling(reading):
                yield reading._replace(
                    fails=reading.fails if named else (),
                    over=over.index - target.index,
                    under=under.index - target.index,
                )


def _telling(reading: Reading) -> bool:
    """Whether the quotients are not all the same, nor those of a figure with itself."""
    return len({(over.value, under.value) for _, over, under in reading.holds}) > 1


def _near(target: Line, over: Line, under: Line) -> float:
    """Bits for lines that stand next to each other."""
    places = sorted((target.index, over.index, under.index))
    return max(0.0, 4.0 - (places[2] - places[0] - 2))


def _shows_per_cent(fact: Fact) -> bool:
    return "%" in fact.text or "％" in fact.text


def _of_amounts(ln: Line) -> bool:
    return 2 * sum(f.figure.is_percent for f in ln.facts.values()) <= len(ln.facts)


def _bare(target: Line) -> Line:
    """The line in no unit: "in millions" is said of a table's amounts, not of its ratios.

    Nor does "percent" over a column of fractions make them percentages.
    """
    facts = {
        p: replace(f, figure=replace(f.figure, unit="", scale=0))
        if f.figure.scale or f.figure.is_percent
        else f
        for p, f in target.facts.items()
    }
    return line(target.index, target.label, target.group, facts, target.period)


def _in_per_cent(target: Line) -> Line:
    facts: Mapping[int, Fact] = {p: in_per_cent(f) for p, f in target.facts.items()}
    return line(target.index, target.label, target.group, facts, target.period)
