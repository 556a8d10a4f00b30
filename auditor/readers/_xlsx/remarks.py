"""Remarks: what a person should know of how a workbook was read."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from auditor.readers._xlsx.addresses import Place, column_letters, name_of
from auditor.readers._xlsx.package import Package
from auditor.readers._xlsx.tables import Page
from auditor.readers._xlsx.thresholds import LISTED


def remarks(page: Page) -> Iterator[str]:
    """What was read of a sheet that people do not see, or see otherwise."""
    sheet = f'sheet "{page.name}"'
    if page.hidden and page.shown:
        yield f"{sheet} is {page.hidden}; it was read like the others"
    hidden = _hidden(page)
    if hidden:
        yield f"{sheet}: {' and '.join(hidden)} hidden; they were read like the others"
    coloured = [place for place, seen in page.shown.items() if seen.by_colour]
    if coloured:
        yield (
            f"{sheet}: only their colour tells that these are negative, and they were read as "
            f"negative: {listed(coloured)}"
        )
    unsigned = [place for place, seen in page.shown.items() if seen.unsigned]
    if unsigned:
        yield (
            f"{sheet}: their number format shows these negative numbers without a sign, and they "
            f"were read as shown: {listed(unsigned)}"
        )
    masked = [p for p, number in page.numbers.items() if number and not _text(page, p)]
    if masked:
        yield f"{sheet}: these hold numbers that are not shown: {listed(masked)}"


def unread_parts(page: Page) -> Iterator[str]:
    """What of a sheet could not be read."""
    missing = page.uncalculated
    if missing:
        yield (
            f'sheet "{page.name}": {len(missing):,} formula{"s" * (len(missing) > 1)} without a '
            f"stored value ({listed(missing)}); open the workbook in a spreadsheet program and "
            "save it"
        )


def remarks_on(book: Package, pages: Sequence[Page]) -> Iterator[str]:
    """What holds for the workbook as a whole."""
    drawn = [page.name for page in pages if page.sheet.has_drawings]
    if drawn:
        yield f"charts, pictures and text boxes are not read: {_names(drawn)}"
    if book.others:
        yield f"sheets without cells are not read: {_names(book.others)}"


def unfollowed(counted: Mapping[str, int]) -> Iterator[str]:
    """The formulas that were not computed again, by the function that is not followed."""
    if counted:
        named = sorted((-number, name or "other syntax") for name, number in counted.items())
        whole = sum(counted.values())
        plural, were = ("s", "were") if whole > 1 else ("", "was")
        listed_ = _shortened([f"{name} in {-number:,}" for number, name in named])
        yield f"{whole:,} formula{plural} {were} not computed again: {listed_}"


def _names(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _text(page: Page, place: Place) -> str:
    seen = page.shown.get(place)
    return seen.text if seen else ""


def _hidden(page: Page) -> list[str]:
    """The hidden rows and columns with anything in them, in words."""
    of_rows = _filled(page.sheet.hidden_rows, {place.row for place in page.shown})
    of_columns = _filled(page.sheet.hidden_columns, {place.column for place in page.shown})
    in_letters = [(column_letters(a), column_letters(b)) for a, b in of_columns]
    return [
        *_ranges("row", [(str(a), str(b)) for a, b in of_rows]),
        *_ranges("column", in_letters),
    ]


def _filled(ranges: Sequence[tuple[int, int]], filled: AbstractSet[int]) -> list[tuple[int, int]]:
    """The ranges with anything in them."""
    numbers = sorted(filled)
    return [
        (first, last)
        for first, last in ranges
        if (at := bisect.bisect_left(numbers, first)) < len(numbers) and numbers[at] <= last
    ]


def _ranges(word: str, found: Sequence[tuple[str, str]]) -> Iterator[str]:
    if found:
        named = [a if a == b else f"{a}-{b}" for a, b in found]
        several = len(found) > 1 or found[0][0] != found[0][1]
        yield f"{word}{'s' * several} {_shortened(named)} {'are' if several else 'is'}"


def listed(places: Iterable[Place]) -> str:
    """The cells by name, the first of many."""
    return _shortened([name_of(place) for place in places])


def _shortened(names: Sequence[str]) -> str:
    more = len(names) - LISTED
    return ", ".join(names[:LISTED]) + (f" and {more:,} more" if more > 0 else "")
