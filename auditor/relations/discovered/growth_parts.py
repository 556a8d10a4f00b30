"""Growth in parts: organic growth, currency, acquisitions and the like make the whole, in points.

Evidence. The headings name the parts, and the growth they make; all are percentages. Parts that are
multiplied with each other differ from it in the last digits, so that only a gap beyond those tells.
Three lines must come out, and three for each that does not; that one is an error where a slip of
the pen explains it, else doubtful.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from auditor.model.fact import Fact
from auditor.model.relation import Kind, Relation, Role, Term
from auditor.model.scene import Scene
from auditor.notation.deferred import deferred
from auditor.notation.vocabulary import normal
from auditor.relations.discovered._lines import facts_both_ways, has_per_cent
from auditor.relations.discovered._named_judging import judged
from auditor.relations.discovered._named_thresholds import (
    GROWTH_PARTS_FEWEST,
    GROWTH_PARTS_PER_FAILURE,
    GROWTH_PARTS_UNITS,
)
from auditor.relations.discovered._relations import discovered

ORDER = 9
TITLE = "The parts of the growth make the whole"

_PART = deferred(
    r"organic|currenc|\bfx\b|exchange|acqui|divest|dispos|\bm&a\b|portfolio|structur|scope|perimeter"
    r"|\bvolumes?\b|\bprices?\b|pricing|\bmix\b|translation|consolidation|calendar|hyperinflation"
    r"|\bunderlying\b|\bcomparable\b|like.for.like|\blfl\b|local currenc"
    r"|währung|wechselkurs|organisch|akquisition|konsolidierung|preis|menge|volumen"
    r"|為替|買収|数量|価格|オーガニック|連結範囲"
)
_WHOLE = deferred(
    r"(?:total|reported|overall|actual|net sales|net revenues?|sales|revenues?|group)?"
    r" ?(?:growth|change|increase)?(?: (?:rate|as reported|reported|total))?"
    r"|as reported|gesamt|gesamtwachstum|veränderung(?: gesamt| insgesamt)?|合計|増減率|売上成長率"
)


def discover(scene: Scene) -> Iterator[Relation]:
    """The growths of every table that is taken apart, by columns and by rows."""
    for grid in scene.grids:
        for band in grid.bands:
            if not has_per_cent(grid, band, scene):
                continue
            columns = [(c.index, c.headings[-1] if c.headings else "") for c in band.columns]
            rows = [(r.index, r.label) for r in band.rows]
            if any(_PART.search(normal(name)) for _, name in (*columns, *rows)):
                by_row, by_column = facts_both_ways(grid, band, scene)
                for lines, facts in ((columns, by_column), (rows, by_row)):
                    yield from judged(
                        _sums([(name, facts[index]) for index, name in lines]),
                        fewest=GROWTH_PARTS_FEWEST,
                        per_failure=GROWTH_PARTS_PER_FAILURE,
                    )


def _sums(lines: Sequence[tuple[str, Mapping[int, Fact]]]) -> Iterator[Relation]:
    """Each position's growth with its parts: a run of them, and the whole behind or before it."""
    run: list[Mapping[int, Fact]] = []
    lead: Mapping[int, Fact] | None = None
    for name, facts in (*lines, ("", {})):
        text = normal(name)
        if _PART.search(text):
            run.append(facts)
            continue
        is_whole = bool(text) and _WHOLE.fullmatch(text) is not None
        if len(run) > 1:
            whole = facts if is_whole else lead
            if whole is not None:
                yield from _sums_of(whole, run)
        lead, run = (facts if is_whole and not run else None), []


def _sums_of(whole: Mapping[int, Fact], run: Sequence[Mapping[int, Fact]]) -> Iterator[Relation]:
    for place, target in whole.items():
        parts = [facts[place] for facts in run if place in facts]
        if len(parts) < 2 or target.figure.nil or not _in_per_cent([target, *parts]):
            continue
        gap = abs(target.value - sum(part.value for part in parts))
        units = [f.figure.last_unit for f in (target, *parts)]
        relation = discovered(Kind.SUM, target, [Term(p, 1, Role.PART) for p in parts], TITLE)
        if gap <= sum(units) / 2 or gap > GROWTH_PARTS_UNITS * max(units):
            yield relation


def _in_per_cent(facts: Sequence[Fact]) -> bool:
    """Whether figures are percentages as they say, or none says so and all are small."""
    stated = [f.figure for f in facts if not f.figure.nil]
    return all(figure.is_percent for figure in stated)
