"""Error origins: of the cells that show an error, those that took it from no other cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from auditor.readers._xlsx.addresses import Place
from auditor.readers._xlsx.thresholds import MOST_ERRORS_TRACED
from auditor.readers._xlsx.workings import Tokens, Workbook

Area = tuple[str, Place, Place]
"""A sheet, in lower case, and the first and the last of its cells that are meant."""
ERROR = "#"


def error_origins(workbook: Workbook) -> frozenset[tuple[int, int, int]]:
    """Table, row and column of each cell whose formula fails though none that it uses shows one.

    None where so many show an error that it would take long.
    """
    errors: dict[str, Sequence[Place]] = {
        page.name.casefold(): [p for p, shown in page.shown.items() if shown.text[:1] == ERROR]
        for page in workbook.pages
    }
    if sum(map(len, errors.values())) > MOST_ERRORS_TRACED:
        return frozenset()
    return frozenset(
        (spot.table, spot.row, spot.column)
        for number, page in enumerate(workbook.pages)
        for place in errors[page.name.casefold()]
        if (formula := workbook.formulas[number].get(place))
        and not _takes_an_error(formula, place, page.name, errors)
        and (spot := workbook.spots[number].get(place)) is not None
    )


def _takes_an_error(
    formula: Tokens, place: Place, sheet: str, errors: Mapping[str, Sequence[Place]]
) -> bool:
    return any(
        first.row <= error.row <= last.row and first.column <= error.column <= last.column
        for name, first, last in _areas(formula, place, sheet.casefold())
        for error in errors.get(name, ())
        if error != place
    )


def _areas(formula: Tokens, place: Place, sheet: str) -> Iterator[Area]:
    """The cells that a formula names, those of a range together."""
    for number, token in enumerate(formula):
        if token.reference is None:
            continue
        first = last = token.reference.at(place)
        name = token.reference.sheet.casefold() or sheet
        opens = [one.text for one in formula[number + 1 : number + 2]] == [":"]
        closing = formula[number + 2].reference if opens and len(formula) > number + 2 else None
        if closing is not None:
            last = closing.at(place)
        yield name, first, last
