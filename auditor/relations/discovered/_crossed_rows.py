"""Crossed rows: the cells that a name made of a row's label and of what stands over it means.

"North America net sales" are the row "North America" of the table of net sales, or the row "Net
sales" under the heading or the column of North America: every word of the name is said by the row,
its group, its column, the title, the heading or the total of its table.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise

from auditor.model.document import Passage, Table
from auditor.model.fact import Fact, Measure
from auditor.model.figure import Rounding
from auditor.model.grid import Grid
from auditor.model.interval import Interval
from auditor.model.period import Calendar, Period
from auditor.model.scene import Scene
from auditor.notation.periods import periods
from auditor.relations.discovered._series import Series, groups_near, series_of, words

_NEUTRAL = frozenset((
    "a", "an", "and", "at", "by", "for", "from", "in", "its", "net", "of", "on", "our", "the",
    "their", "to", "total", "company", "group", "consolidated", "fiscal", "year", "quarter", "half",
    "month", "period", "first", "second", "third", "fourth", "ended", "s",
))  # fmt: skip
"""Words that tell no two rows apart."""
_PARTS = frozenset(("segment", "division", "reportable", "reporting", "business"))
"""What a part of a company is called, which its name need not say: "the Ferry segment"."""
_ALIKE = {"sale": "revenue", "turnover": "revenue", "earning": "income", "profit": "income"}


class CrossedRows:
    """The rows of a document by their names and what stands over them."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def of(self, claim: Fact) -> list[Series]:
        """The rows of the claim's concept, but for the cells that leave a word of it unsaid."""
        said = _stems(claim.label)
        cells = [fact for fact in self._near(claim) if self._leaves_nothing(said, fact)]
        return _joined(series_of(cells))

    def _leaves_nothing(self, said: frozenset[str], fact: Fact) -> bool:
        """Whether a row and what stands over it say all words, or all but that it is a part."""
        beyond = said - _stems(fact.label)
        return beyond - _PARTS <= self._around(fact) and (beyond <= _PARTS) is (not beyond)

    def echoes(self, claim: Fact, wanted: Interval | None) -> bool:
        """Whether the claim's concept is printed to have grown by what the claim should be."""
        if wanted is None or claim.measure is not Measure.GROWTH or claim.period is None:
            return False
        last = claim.period.last
        return any(
            fact.figure.is_percent
            and fact.period is not None
            and fact.period.last == last
            and fact.interval(Rounding.NEAREST).low <= wanted.high
            and wanted.low <= fact.interval(Rounding.NEAREST).high
            for fact in self._near(claim)
        )

    def _around(self, fact: Fact) -> frozenset[str]:
        place = fact.source.table or 0, fact.source.row or 0
        return self._over.get(place, frozenset()) | _stems(fact.source.column_label or "")

    def _near(self, claim: Fact) -> Iterator[Fact]:
        """The cells of the rows near a claim that are called as it is."""
        for row in groups_near(self._by_concept.get(claim.concept, ()), claim.block):
            yield from map(self._dated, row)

    def _dated(self, fact: Fact) -> Fact:
        """The fact with the time that stands over its rows, where its column says none."""
        if fact.period:
            return fact
        period = self._times.get((fact.source.table or 0, fact.source.row or 0))
        return fact._replace(period=period) if period else fact

    @cached_property
    def _times(self) -> Mapping[tuple[int, int], Period]:
        """By table and row from 1 the time that the row's group says, or the table's title."""
        return {
            (grid.table.number, row.index + 1): period
            for grid in self._scene.grids
            for band in grid.bands
            for row in band.rows
            if (period := _time_of((row.group, band.title), self._scene.calendar))
        }

    @cached_property
    def _by_concept(self) -> Mapping[str, Sequence[Sequence[Fact]]]:
        """By concept the rows' cells, in reading order."""
        found: dict[str, dict[tuple[int, int], list[Fact]]] = defaultdict(dict)
        for fact in self._scene.facts:
            if fact.in_table and fact.concept:
                place = fact.source.table or 0, fact.source.row or 0
                found[fact.concept].setdefault(place, []).append(fact)
        return {concept: [*rows.values()] for concept, rows in found.items()}

    @cached_property
    def _over(self) -> Mapping[tuple[int, int], frozenset[str]]:
        before = _introductions(self._scene)
        return {
            place: said
            for grid in self._scene.grids
            for place, said in _said_over(grid, before.get(grid.table.number, ""))
        }


def _joined(rows: Sequence[Series]) -> list[Series]:
    """The rows; those of one name that print one time each, all of them another, are one row."""
    found: dict[bool, list[Series]] = defaultdict(list)
    for row in rows:
        found[row.per_cent].append(row)
    joined: list[Series] = []
    for alike in found.values():
        at = {key: cell for row in alike for key, cell in row.at.items()}
        apart = len(at) == sum(len(row.at) for row in alike) == len(alike)
        joined += [alike[0]._replace(at=at)] if apart else alike
    return joined


def _time_of(texts: Iterable[str], calendar: Calendar) -> Period | None:
    """The time that the first of the texts with any says, where it says but one."""
    for text in texts:
        found = {period for _, _, period in periods(text, calendar)} if text else set()
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _introductions(scene: Scene) -> dict[int, str]:
    """By table the end of the passage right in front of it, where that speaks of the table."""
    return {
        table.number: passage.text[-LONGEST_INTRODUCTION:]
        for passage, table in pairwise(scene.document.blocks)
        if isinstance(passage, Passage) and isinstance(table, Table)
        if passage.text.rstrip().endswith(":") or "table" in words(passage.text)
    }


def _said_over(grid: Grid, introduction: str) -> Iterator[tuple[tuple[int, int], frozenset[str]]]:
    """By table and row from 1, the words over each row of a grid."""
    headings = [h.text for h in grid.table.headings[-NEAREST_HEADINGS:]]
    for band in grid.bands:
        totals = [row.label for row in band.rows if "total" in words(row.label)]
        said = _stems_of((introduction, *headings, *grid.table.notes, band.title, *totals))
        for row in band.rows:
            yield (grid.table.number, row.index + 1), said | _stems(row.group)


LONGEST_INTRODUCTION = 200
"""Characters in front of a table that may say what it is of. By judgement: one sentence."""
NEAREST_HEADINGS = 2
"""Headings (a count) over a table that say what it is of. By judgement: those farther up name
chapters."""


def left_unsaid(claim: Fact, row_label: str) -> frozenset[str]:
    """The words of a claim's name that the label of a row does not hold."""
    return _stems(claim.label) - _stems(row_label)


def _stems_of(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(stem for text in texts for stem in _stems(text))


@lru_cache(maxsize=4096)
def _stems(text: str) -> frozenset[str]:
    """The words of a text that tell rows apart, without the endings of plurals."""
    return frozenset(_stem(word) for word in words(text)) - _NEUTRAL


def _stem(word: str) -> str:
    single = word[:-1] if len(word) > 3 and word.endswith("s") and word[-2] not in "su" else word
    return _ALIKE.get(single, single)
