"""Named totals: a line that is called a total of those before it, which they do not make.

Evidence. The name says what it is, so that one column is enough to look; where another discovery
knows how the total is made, nothing is left to say. Its parts are the lines since the total before
it, or since the heading of its block, or the totals above it; what the other columns bear out is
meant, else what made the other totals of the table, else the one way there is to read it. The last
row of a table is one by its place, where two columns bear it out. Rows that are called less are
subtracted, and an "of which", a rate or a count is no part. A total that its parts do not make is
an error where a slip of the pen explains it and something else comes out, else doubtful; of small
counts, where any slip explains any gap, another column must come out. It is neither where the gap
is a figure printed nearby, or another run of lines makes the total: then something was left out or
counted twice; nor where several columns differ. Revenue above its costs and their result is what
the lines above it come to, if a slip says so, and doubtful then. Across the rows of a table one
that comes out is asked for: headings call much a total.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from enum import Enum, auto
from typing import NamedTuple

from auditor.model.fact import Fact
from auditor.model.relation import Kind, Relation, Severity
from auditor.model.scene import Scene, Unfinished
from auditor.relations.discovered._footings import (
    Called,
    Footing,
    Line,
    Parts,
    footings,
    is_explained,
)
from auditor.relations.discovered._named_thresholds import (
    TOTAL_DOUBTFUL,
    TOTAL_FEW,
    TOTAL_LEAST,
    TOTAL_LIKE,
    TOTAL_MOST_NESTED,
    TOTAL_MOST_PARTS,
    TOTAL_MOST_SLIPPED,
    TOTAL_PER_FAILURE,
)
from auditor.relations.discovered._total_lines import columns_of, panels_of, rows_of
from auditor.relations.discovered._total_names import (
    is_bare_total,
    is_named_total,
    is_taken,
    shows_amount,
)
from auditor.relations.discovered._totals import is_called_result

ORDER = 40
TITLE = "A total is made of what stands before it"


BY_NAME = (Called.TOTAL, Called.REVENUE)
"""What is told where no other column bears it out; revenue only if a slip explains it."""


class Way(Enum):
    """Which of the lines before a total are taken as its parts, nearest first."""

    HEADED = auto()  # those since the total before it that stand under its heading
    BLOCK = auto()  # those since the total before it
    AND_LAST = auto()  # those, and the total before it
    TOTALS = auto()  # the totals
    ALL = auto()


OF_ITS_OWN = (Way.HEADED, Way.BLOCK)
"""The ways that take each line for one total only, so that their time is in proportion."""


class Trust(Enum):
    """What speaks for the way in which a total is read."""

    BORNE_OUT = auto()  # other columns come out, or several totals of the table
    BY_NAME = auto()  # there is no other way to read it
    BY_OTHERS = auto()  # another total of the table is made so


class Reading(NamedTuple):
    """A total with the parts that one way gives it."""

    parts: Parts
    columns: Mapping[int, Footing]
    held: int


class NamedTotal(NamedTuple):
    """A line called a total, with the ways to read it."""

    at: int
    readings: Mapping[Way, Reading]

    @property
    def borne_out(self) -> Way | None:
        """The way that most of its columns bear out."""
        best = max(self.readings, key=lambda way: self.readings[way].held, default=None)
        return best if best and self.readings[best].held else None


def discover_beyond(scene: Scene, found: Iterable[Relation | Unfinished]) -> Iterator[Relation]:
    """The named totals that no other discovery made of their parts."""
    found = tuple(found)
    known = _made(found)
    untold = {r.target.number for r in found if not isinstance(r, Unfinished) and not r.tells}
    for grid in scene.grids:
        for panels in panels_of(grid):
            if any(shows_amount(c.heading) for band in panels for c in band.columns):
                continue  # a row was taken for headings: parts may stand above it
            yield from _of(list(rows_of(grid, panels, scene)), known, untold, alone=True)
            for band in panels:
                yield from _of(columns_of(grid, band, scene), known, untold, alone=False)


def _made(found: Iterable[Relation | Unfinished]) -> AbstractSet[int]:
    """The figures that are known to be the sum of others, and totals that were turned round.

    A result that is left of a total further down says nothing of what makes the total.
    """
    sums = [
        one
        for one in found
        if not isinstance(one, Unfinished)
        and one.kind in (Kind.SUM, Kind.DIFFERENCE)
        and not _passes_over(one)
    ]
    return {one.target.number for one in sums if not _is_left_below(one)} | {
        term.fact.number
        for one in sums
        for term in one.inputs
        if is_named_total(term.fact.label)
        and not is_named_total(one.target.label)
        and not _is_below(one.target, term.fact)
    }


def _is_left_below(relation: Relation) -> bool:
    """Whether a total is stated as what is taken of it and the result, both below it."""
    parts = [term.fact for term in relation.inputs]
    last = max(parts, key=lambda fact: fact.source.row or 0)
    return is_called_result(last.label) and all(_is_below(fact, relation.target) for fact in parts)


def _is_below(fact: Fact, total: Fact) -> bool:
    """Whether a figure stands further down in the column of a total."""
    here, there = fact.source, total.source
    same = here.table is not None and (here.table, here.col) == (there.table, there.col)
    return same and (here.row or 0) > (there.row or 0)


def _passes_over(relation: Relation) -> bool:
    """Whether a sum takes a total away again, and with it what stands before."""
    return any(
        term.sign < 0 and is_named_total(text.rsplit(" ", 1)[-1])
        for term in relation.inputs
        for text in (term.fact.label, term.fact.source.column_label or "")
    )


def _of(
    lines: Sequence[Line], known: AbstractSet[int], untold: AbstractSet[int], *, alone: bool
) -> Iterator[Relation]:
    """What the totals of a table come to; ``alone``: one that nothing bears out is told too.

    ``untold`` are known totals of which what knows them would not tell that they are wrong.
    """
    totals = list(_totals(lines))
    usual = Counter(total.borne_out for total in totals)
    for total in totals:
        way, trust = _understood(total, usual, lines)
        if way is not None and (alone or trust is Trust.BORNE_OUT):
            by_name = alone and _is_told_alone(total, usual, lines)
            by_place = lines[total.at].called is Called.LAST
            fewest = 0 if by_name else TOTAL_LIKE if by_place else 1
            reading = total.readings[way]
            yield from _held(reading, known - untold, fewest)
            yield from _judged(total.at, reading, trust, lines, known)


def _is_told_alone(total: NamedTotal, usual: Counter[Way | None], lines: Sequence[Line]) -> bool:
    """Whether a total is told to be wrong where no other column bears it out."""
    if lines[total.at].called not in BY_NAME:
        return False
    own = total.borne_out
    return _is_plain(total, lines) or any(
        usual[way] > (way is own) for way in total.readings if way is not None
    )


def _held(reading: Reading, known: AbstractSet[int], fewest: int) -> Iterator[Relation]:
    """What holds, and whether it would be told where it does not: ``fewest`` others must hold."""
    failing = len(reading.columns) - reading.held
    is_understood = failing <= max(1, reading.held // TOTAL_PER_FAILURE)
    may_fail = is_understood and len(reading.columns) > fewest
    for footing in reading.columns.values():
        if footing.holds and footing.total.number not in known:
            tells = may_fail and abs(footing.total.figure.digits) >= TOTAL_LEAST
            yield replace(footing.relation(TITLE), tells=tells)


def _understood(
    total: NamedTotal, usual: Counter[Way | None], lines: Sequence[Line]
) -> tuple[Way | None, Trust]:
    """The way in which a total is meant, if any, and what speaks for it."""
    way = total.borne_out
    if way is not None:
        by_place = lines[total.at].called is Called.LAST
        is_enough = not by_place or total.readings[way].held >= TOTAL_LIKE
        return (way if is_enough else None), Trust.BORNE_OUT
    others = usual.total() - usual[None]
    if _is_plain(total, lines):
        trust = Trust.BORNE_OUT if others >= TOTAL_LIKE else Trust.BY_NAME
        return next(iter(total.readings)), trust
    likely = max(total.readings, key=usual.__getitem__, default=None)
    if likely is None or not usual[likely] or lines[total.at].called is not Called.TOTAL:
        return None, Trust.BY_OTHERS
    return likely, Trust.BORNE_OUT if usual[likely] >= TOTAL_LIKE else Trust.BY_OTHERS


def _is_plain(total: NamedTotal, lines: Sequence[Line]) -> bool:
    """Whether there is one way to read a total, of no other totals unless it is one of all."""
    parts = {reading.parts for reading in total.readings.values()}
    called = lines[total.at].called
    if len(parts) != 1 or called not in BY_NAME:
        return False
    if called is Called.REVENUE and any(line.is_total for line in lines[: total.at]):
        return False
    of_totals = any(lines[i].is_total for i, _ in next(iter(parts)))
    return not of_totals or is_bare_total(lines[total.at].label)


def _totals(lines: Sequence[Line]) -> Iterator[NamedTotal]:
    """The named totals, each on the lines that no total before it took up."""
    open_: list[int] = []
    for at, line in enumerate(lines):
        if not line.facts:
            continue
        if line.is_total:
            near = open_[-TOTAL_MOST_PARTS - 1 :]
            ways = {way: _signed(run, lines) for way, run in _runs(at, near, lines)}
            tried = {way: _reading(at, parts, lines) for way, parts in ways.items()}
            total = NamedTotal(at, {way: r for way, r in tried.items() if r.columns})
            yield total
            if way := total.borne_out or next(iter(total.readings), None):
                taken = {i for i, _ in total.readings[way].parts}
                open_[-len(near) :] = [i for i in near if i not in taken]
        open_.append(at)


def _reading(at: int, parts: Parts, lines: Sequence[Line]) -> Reading:
    columns = footings(at, parts, lines)
    return Reading(parts, columns, sum(footing.holds for footing in columns.values()))


def _runs(at: int, open_: Sequence[int], lines: Sequence[Line]) -> Iterator[tuple[Way, list[int]]]:
    """The lines that each way takes as the parts of a total."""
    totals = [n for n, i in enumerate(open_) if lines[i].is_total]
    block = list(open_[totals[-1] + 1 :] if totals else open_)
    group = lines[at].group or (lines[block[-1]].group if block else "")
    runs = {
        Way.HEADED: [i for i in block if lines[i].group == group],
        Way.BLOCK: block,
        Way.AND_LAST: list(open_[totals[-1] :] if totals else ()),
        Way.TOTALS: [open_[n] for n in totals],
        Way.ALL: list(open_),
    }
    seen: list[list[int]] = []
    for way, run in runs.items():
        most = TOTAL_MOST_PARTS if way in OF_ITS_OWN else TOTAL_MOST_NESTED
        if 1 < len(run) <= most and (run not in seen or way in OF_ITS_OWN):
            seen.append(run)
            yield way, run


def _signed(run: Sequence[int], lines: Sequence[Line]) -> Parts:
    """The lines added up, those called less subtracted where they show no sign."""
    taken = {i for i in run if is_taken(lines[i].label)}
    shows_sign = any(f.value < 0 for i in taken for f in lines[i].facts.values())
    return tuple((i, -1 if i in taken and not shows_sign else 1) for i in run)


def _is_understood(held: int, failed: Sequence[Footing]) -> bool:
    """Whether few enough columns fail; as many as come out where slips explain all of them."""
    if len(failed) <= max(1, held // TOTAL_PER_FAILURE):
        return True
    return len(failed) <= min(TOTAL_MOST_SLIPPED, held) and all(one.slipped for one in failed)


def _judged(
    at: int, reading: Reading, trust: Trust, lines: Sequence[Line], known: AbstractSet[int]
) -> Iterator[Relation]:
    """The one column that does not come out, or few among many that slips explain.

    Two errors in a table leave a total of four with as many that fail as come out: where slips
    explain all of them, it is understood all the same.
    """
    failed = [(p, f) for p, f in reading.columns.items() if not f.holds]
    if not _is_understood(reading.held, [footing for _, footing in failed]):
        return
    for place, footing in failed:
        if footing.total.number in known or is_explained(place, reading.columns, at, lines):
            continue
        slipped = footing.slipped
        size = abs(footing.total.figure.digits)
        if size < TOTAL_LEAST:
            is_named = lines[at].called is Called.TOTAL and size >= TOTAL_FEW
            if slipped and reading.held and is_named:
                yield footing.relation(TITLE, Severity.WARNING)
        elif slipped and trust is Trust.BORNE_OUT and lines[at].called is not Called.REVENUE:
            yield footing.relation(TITLE)
        elif slipped or (
            len(failed) == 1
            and trust is not Trust.BY_OTHERS
            and lines[at].called is not Called.REVENUE
            and abs(footing.gap) < abs(footing.total.value) * TOTAL_DOUBTFUL
        ):
            yield footing.relation(TITLE, Severity.WARNING)
