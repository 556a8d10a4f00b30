"""Walks: from a figure to one of the same name at another time or on another basis.

"2024 adjusted EPS" and "2025 adjusted EPS", "GAAP net income" and "Non-GAAP net income": what
stands between leads from one to the other. Evidence. The names say it, so that one column is enough
to look; all lines between count as they are printed. One that does not come out is told where
another column does; alone, where the two ends are the first and the last line of the table and a
slip of the pen explains it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from auditor.checks.verdict import printed_value
from auditor.model.fact import Fact
from auditor.model.figure import REMEMBERED
from auditor.model.grid import Band, Row
from auditor.model.relation import Kind, Relation, Role, Severity, Term
from auditor.model.scene import Scene
from auditor.notation.deferred import deferred
from auditor.notation.vocabulary import normal
from auditor.relations.discovered._additivity import never_added
from auditor.relations.discovered._footings import of_one_unit
from auditor.relations.discovered._lines import facts_both_ways
from auditor.relations.discovered._named_judging import judged, parted, slipped
from auditor.relations.discovered._named_thresholds import (
    TOTAL_DOUBTFUL,
    WALK_FEWEST_STEPS,
    WALK_PER_FAILURE,
)
from auditor.relations.discovered._relations import discovered
from auditor.relations.discovered._total_names import adds_down, is_named_total

ORDER = 10
TITLE = "What stands between leads from one to the other"

_TIME = deferred(
    r"\b(?:fy|cy)?(?:19|20)\d\d(?:[/-]\d\d)?\b|\bfy ?\d\d\b|\b[qh][1-4]\b|\b[1-4]q\b"
    r"|\b(?:first|second|third|fourth|full|prior|previous|last|current|this)[ -]"
    r"(?:half|quarter|years?|period)\b|\bactuals?\b|前期|当期"
)
_BASIS = deferred(
    r"\b(?:non-?gaap|gaap|ifrs|non-?ifrs|adjusted|underlying|normali[sz]ed|core|statutory|organic"
    r"|comparable|(?:as )?reported|basis|before (?:special|exceptional) items)\b"
)
_FILLERS = deferred(r"\b(?:for|of|in|on|at|the|an?|year|ended)\b|[,:;()/–-]")
_OTHERS = deferred(
    r"\bchange|\bincrease|\bgrowth|\bmargin|\brate\b|増減|\bas (?:of|at)\b|\bat\b|\boutstanding\b"
    r"|\b(?:non-?|un)vested\b|\bbalances?\b|\bbeginning\b|\bend\b"
)
"""Changes and ratios, and balances, whose columns may be prices: these roll forward."""


def discover(scene: Scene) -> Iterator[Relation]:
    """The walks of every table, column by column."""
    for grid in scene.grids:
        for band in grid.bands:
            runs = list(_runs(band.rows))
            if runs:
                by_row, _ = facts_both_ways(grid, band, scene)
                for first, last in runs:
                    of_one = never_added(band.rows[last].label)
                    columns = {c.index for c in band.columns if of_one or adds_down(c.heading)}
                    sums = _sums(band.rows[first : last + 1], by_row, columns)
                    yield from _told(sums, is_whole=_is_whole(band, first, last))


def _runs(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """The first and the last line of each walk; no total stands in between."""
    if len(rows) < WALK_FEWEST_STEPS + 2:
        return
    last_at: dict[str, int] = {}
    for at, row in enumerate(rows):
        stem = _stem(row.label)
        if stem is None:
            if is_named_total(row.label):
                last_at.clear()
            continue
        first = last_at.get(stem)
        if first is not None and at - first > WALK_FEWEST_STEPS:
            if normal(rows[first].label) != normal(row.label):
                yield first, at
            last_at.clear()
        last_at[stem] = at


@lru_cache(REMEMBERED)
def _stem(label: str) -> str | None:
    """What a label is about, without its time and its basis; None where it ends no walk."""
    text = normal(label)
    if _OTHERS.search(text):
        return None
    bare = _FILLERS.sub(" ", _BASIS.sub(" ", _TIME.sub(" ", text)))
    stem = " ".join(bare.split())
    is_date = any(c.isdigit() for c in stem)
    return None if not stem or is_date else stem


def _sums(
    rows: Sequence[Row], by_row: Mapping[int, Mapping[int, Fact]], columns: Collection[int]
) -> list[Relation]:
    opening, *steps, closing = (by_row[row.index] for row in rows)
    sums = []
    for column, end in closing.items():
        start = opening.get(column) if column in columns else None
        moves = [facts[column] for facts in steps if column in facts]
        stated = sum(not fact.figure.nil for fact in moves)
        if start is None or stated < WALK_FEWEST_STEPS or not _are_amounts((start, end, *moves)):
            continue
        terms = (Term(fact, 1, Role.PART) for fact in (start, *moves))
        sums.append(discovered(Kind.SUM, end, terms, TITLE))
    return sums


def _are_amounts(facts: Sequence[Fact]) -> bool:
    figures = [fact.figure for fact in facts if not fact.figure.nil]
    ends = not (facts[0].figure.nil or facts[1].figure.nil)
    return ends and of_one_unit(facts) and not any(figure.is_percent for figure in figures)


def _is_whole(band: Band, first: int, last: int) -> bool:
    return first == 0 and last == len(band.rows) - 1


def _told(sums: Sequence[Relation], *, is_whole: bool) -> Iterator[Relation]:
    held, failed = parted(sums)
    if held:
        fewest = 0 if is_whole and len(sums) == 1 else 1  # alone, what fails would be told below
        yield from judged(sums, fewest=fewest, per_failure=WALK_PER_FAILURE)
    elif len(failed) == 1 and is_whole and _is_doubtful(failed[0]):
        yield replace(failed[0], severity=Severity.WARNING)


def _is_doubtful(relation: Relation) -> bool:
    """Whether a slip explains what does not come out, by less than another calculation would."""
    made, end = printed_value(relation), relation.target.value
    return made is not None and abs(end - made) < abs(end) * TOTAL_DOUBTFUL and slipped(relation)
