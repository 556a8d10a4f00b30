"""Plain ratios: lines that state the quotient of two others, as a number and not in per cent.

Prices, averages per head, fractions of a whole. Evidence as for percentages, but any two lines
have a quotient, so that a line not called a ratio needs much more of it and convicts nothing. A
line of figures that are a hundred times the quotient states percentages without their sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import compress
from math import log2

from auditor.model.fact import Fact
from auditor.model.grid import Band, Grid
from auditor.model.relation import Kind, Relation
from auditor.model.scene import Scene
from auditor.notation.deferred import deferred
from auditor.relations.discovered._lines import (
    FactLine,
    all_whole,
    fact_line,
    facts_both_ways,
    in_per_cent,
    rows_of_band,
)
from auditor.relations.discovered._quotient_pairs import Ranking, pairs_for, triples
from auditor.relations.discovered._quotients import (
    OF_AVERAGES,
    QuotientHypothesis,
    number,
    quotient_relations,
    weighed,
)
from auditor.relations.discovered._thresholds import (
    PLAIN_RATIO,
    RATIO_ADJACENT,
    RATIO_CONVICTS,
    RATIO_ENOUGH,
    RATIO_NAMED,
    RATIO_REACH,
    TURNABLE,
    UNSIGNED_PER_CENT,
)

ORDER = 25
_RATIO = deferred(
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
                for found in _ratios(lines):
                    convicts = found.bits >= RATIO_CONVICTS
                    yield from quotient_relations(found, convicts=convicts, enough=RATIO_CONVICTS)


def _both_ways(grid: Grid, band: Band, scene: Scene) -> tuple[Sequence[FactLine], ...]:
    """The band's columns and its rows."""
    _, by_column = facts_both_ways(grid, band, scene)
    columns = [fact_line(c.index, c.heading, "", by_column[c.index]) for c in band.columns]
    return columns, rows_of_band(grid, band, scene)


def _ratios(lines: Sequence[FactLine]) -> list[QuotientHypothesis]:
    """The best hypothesis of each line that is a ratio; of a product's three lines only one is.

    That is the one that is called so, and not the one with the most digits. Two lines that state
    the same quotient are a quotient and its copy: it is the one that stands nearest to its two.
    """
    stated = [line for line in lines if len(line.facts) > 1]
    rankings = _Rankings(stated)
    at = {line.index: line for line in stated}
    found: dict[frozenset[int], tuple[QuotientHypothesis, FactLine]] = {}
    for i, target in enumerate(stated):
        if any(_shows_per_cent(f) for f in target.facts.values()):
            continue
        if all_whole(target) and not _RATIO.search(target.label):
            continue  # quotients have decimals
        best = max(_hypotheses(target, rankings.around(i)), key=lambda h: h.bits, default=None)
        if best is None or best.bits < RATIO_ENOUGH:
            continue
        same = frozenset(target.index + away for away in (0, best.over, best.under))
        if same not in found or _rank(best, target) > _rank(*found[same]):
            found[same] = (best, target)
    nearest: dict[tuple[int, int], tuple[QuotientHypothesis, FactLine]] = {}
    for best, target in found.values():
        pair = target.index + best.over, target.index + best.under
        if pair not in nearest or _span(best) < _span(nearest[pair][0]):
            nearest[pair] = (best, target)
    return [_as_written(best, target, at) for best, target in nearest.values()]


class _Rankings:
    """The lines of amounts around each line, ranked; in most tables they are the same for all."""

    def __init__(self, lines: Sequence[FactLine]) -> None:
        self._lines = lines
        self._amounts = [_of_amounts(line) for line in lines]
        self._known: dict[tuple[int, int], Ranking] = {}

    def around(self, at: int) -> Ranking:
        near = max(0, at - RATIO_REACH), min(len(self._lines), at + RATIO_REACH + 1)
        if near not in self._known:
            about = compress(self._lines[slice(*near)], self._amounts[slice(*near)])
            self._known[near] = Ranking([*about])
        return self._known[near]


def _rank(found: QuotientHypothesis, target: FactLine) -> tuple[bool, float]:
    return _RATIO.search(target.label) is not None, found.bits


def _span(found: QuotientHypothesis) -> int:
    """How far the three lines stand apart."""
    return max(0, found.over, found.under) - min(0, found.over, found.under)


def _as_written(
    found: QuotientHypothesis, target: FactLine, at: Mapping[int, FactLine]
) -> QuotientHypothesis:
    """The same three lines with the one as target that stands where ratios do.

    A product is written after its factors, and its first factor stands for the ratio; otherwise
    the ratio is written after what it is computed from.
    """
    over, under = at[target.index + found.over], at[target.index + found.under]
    first, last = sorted((target, under), key=lambda line: line.index)
    wanted = first if over.index > last.index else last
    if wanted is target or any(t.figure.is_percent for t, _, _ in found.holds):
        return found
    turned = weighed(Kind.RATIO, triples(_bare(wanted), over, target), 0.0)
    if turned is None or len(turned.holds) < TURNABLE * len(found.holds):
        return found
    fails = turned.fails if found.fails else ()
    return turned._replace(bits=found.bits, fails=fails, may_convict=found.may_convict)


def _hypotheses(target: FactLine, ranking: Ranking) -> Iterator[QuotientHypothesis]:
    """The quotients of two lines that the line may be, as it is printed or in per cent."""
    named = RATIO_NAMED if _RATIO.search(target.label) else 0.0
    tried = 2 * log2(1 + len(ranking.lines))
    bare = {p: number(f.sign * f.figure.digits, f.figure.exponent) for p, f in target.facts.items()}
    for as_written, per, cost in (
        (_bare, 1.0, PLAIN_RATIO),
        (_in_per_cent, 100.0, UNSIGNED_PER_CENT),
    ):
        pairs = pairs_for(target.index, bare, ranking, per=per)
        restated = as_written(target) if pairs else target
        for over, under in pairs:
            bits = named - tried + _near_bits(target, over, under) - cost
            found = weighed(Kind.RATIO, triples(restated, over, under), bits)
            if found is not None and _is_telling(found):
                may_convict = bool(named) and not OF_AVERAGES.search(target.label)
                yield found._replace(
                    fails=found.fails if may_convict else (),
                    may_convict=may_convict,
                    over=over.index - target.index,
                    under=under.index - target.index,
                )


def _is_telling(found: QuotientHypothesis) -> bool:
    """Whether the quotients are not all the same, nor those of a figure with itself."""
    return len({(over.value, under.value) for _, over, under in found.holds}) > 1


def _near_bits(target: FactLine, over: FactLine, under: FactLine) -> float:
    """Bits for lines that stand next to each other."""
    places = sorted((target.index, over.index, under.index))
    return max(0.0, RATIO_ADJACENT - (places[2] - places[0] - 2))


def _shows_per_cent(fact: Fact) -> bool:
    return "%" in fact.text or "％" in fact.text


def _of_amounts(line: FactLine) -> bool:
    return 2 * sum(f.figure.is_percent for f in line.facts.values()) <= len(line.facts)


def _bare(target: FactLine) -> FactLine:
    """The line in no unit: "in millions" is said of a table's amounts, not of its ratios.

    Nor does "percent" over a column of fractions make them percentages.
    """
    facts = {
        p: f._replace(figure=f.figure._replace(unit="", scale=0))
        if f.figure.scale or f.figure.is_percent
        else f
        for p, f in target.facts.items()
    }
    return fact_line(target.index, target.label, target.group, facts, target.period)


def _in_per_cent(target: FactLine) -> FactLine:
    facts: Mapping[int, Fact] = {p: in_per_cent(f) for p, f in target.facts.items()}
    return fact_line(target.index, target.label, target.group, facts, target.period)
