"""Recalculation: formulas that give something else than their cells store, or are not followed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from auditor.readers._xlsx.addresses import Place, Span
from auditor.readers._xlsx.evaluation import Cellwise, Computed, UnknownError, evaluated
from auditor.readers._xlsx.expressions import Cells, Expression, Named, expression
from auditor.readers._xlsx.plain_formulas import Addend
from auditor.readers._xlsx.thresholds import (
    ADDENDS_A_CELL,
    ARITHMETIC,
    FEWEST_ADDENDS,
    LARGEST_SUM,
)
from auditor.readers._xlsx.workings import Workbook


class Recalculated(NamedTuple):
    """What the cells whose formulas are no plain sums or quotients should store and do not.

    ``unfollowed`` counts the formulas that are not computed again, by the function that is why.
    """

    stale: tuple[Mapping[Place, Fraction], ...]
    unfollowed: Mapping[str, int]


def recalculated(workbook: Workbook) -> Recalculated:
    """The formulas of all pages, computed again from what their cells store."""
    unfollowed: Counter[str] = Counter()
    room = _Room(workbook)
    stale = tuple(
        dict(_stale(workbook, page, room, unfollowed)) for page in range(len(workbook.pages))
    )
    return Recalculated(stale, unfollowed)


class _Room:
    """How many cells formulas may still take, so that long running totals cost no more."""

    def __init__(self, workbook: Workbook) -> None:
        filled = sum(len(page.shown) for page in workbook.pages)
        self.left = ADDENDS_A_CELL * filled + FEWEST_ADDENDS

    def take(self, cells: int) -> bool:
        """Whether so many more may be taken."""
        self.left -= cells
        return self.left >= 0


def _stale(
    workbook: Workbook, page: int, room: _Room, unfollowed: Counter[str]
) -> Iterator[tuple[Place, Fraction]]:
    plain, numbers = workbook.plain[page], workbook.pages[page].numbers
    for place, read in workbook.formulas[page].items():
        stored = numbers.get(place)
        if stored is None or (place in plain and plain[place].decimals is None):
            continue
        found = expression(read) if read else None
        given = _given(found, _cells(workbook, page, place, room), unfollowed)
        if given is not None and abs(given.value - Fraction(stored)) > given.size * ARITHMETIC:
            yield place, given.value


def _given(found: Expression | None, cells: Cellwise, unfollowed: Counter[str]) -> Computed | None:
    if found is None:
        unfollowed[""] += 1
        return None
    try:
        return evaluated(found, cells)
    except UnknownError as reason:
        if reason.function:
            unfollowed[reason.function] += 1
        return None


def _cells(workbook: Workbook, page: int, place: Place, room: _Room) -> Cellwise:
    """The numbers that a formula at a place computes with."""

    def spanned(found: Cells | Named) -> Sequence[Addend]:
        named = _span(workbook, page, place, found)
        if named is None:
            raise UnknownError("other syntax")
        size = _size(named[1])
        if not 0 < size <= LARGEST_SUM or not room.take(size):
            raise UnknownError("more cells than are followed")
        (top, left), (bottom, right) = named[1]
        return [
            Addend(named[0], Place(row, column), ranged=True)
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        ]

    def numbers(found: Cells | Named) -> Sequence[Fraction] | None:
        addends = spanned(found)
        if not all(_is_sound(workbook, a) for a in addends):
            return None
        return [workbook.number(a) for a in addends if workbook.holds_number(a)]

    def number(found: Cells | Named) -> Fraction | None:
        addends = spanned(found)
        if len(addends) != 1:
            return None
        alone = addends[0]._replace(ranged=False)
        return workbook.number(alone) if workbook.is_known(alone) else None

    return Cellwise(number, numbers)


def _is_sound(workbook: Workbook, addend: Addend) -> bool:
    """Whether a cell of a range is known, and shows no error."""
    page = workbook.by_name.get(addend.sheet.casefold())
    if page is None or not workbook.is_known(addend):
        return False
    seen = workbook.pages[page].shown.get(addend.place)
    return seen is None or not seen.text.startswith("#")


def _span(
    workbook: Workbook, page: int, place: Place, found: Cells | Named
) -> tuple[str, Span] | None:
    around = workbook.around(workbook.pages[page])
    if isinstance(found, Named):
        return around.named(found)
    first, last = found.first.at(place), found.last.at(place)
    return found.first.sheet or around.sheet, Span(first, last)


def _size(span: Span) -> int:
    rows = span.last.row - span.first.row + 1
    columns = span.last.column - span.first.column + 1
    return rows * columns if rows > 0 and columns > 0 else 0
