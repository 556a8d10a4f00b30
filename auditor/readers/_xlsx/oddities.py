"""Oddities of workbooks: odd cells and stale ones, as they are told and cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from auditor.model.citation import Citation
from auditor.model.document import Source
from auditor.model.oddity import Oddity
from auditor.model.places.sheet import SheetPlace
from auditor.readers._xlsx.addresses import Place, name_of
from auditor.readers._xlsx.display import shown_number
from auditor.readers._xlsx.neighbours import OddCell
from auditor.readers._xlsx.numbers import decimal
from auditor.readers._xlsx.package import Package, Style
from auditor.readers._xlsx.remarks import listed
from auditor.readers._xlsx.tables import Page, PageBlocks
from auditor.readers._xlsx.tokens import spelled
from auditor.readers._xlsx.workings import Workbook

TYPED, LEFT_OUT, STALE = "typed-over", "odd-formula", "formula"

_WHYS = {
    TYPED: "A number typed over a formula stays as it is when the cells beside it change.",
    LEFT_OUT: "Formulas filled along a line are alike, and a sum takes all that stands above it.",
    STALE: "The workbook itself declares the relation; a stale value breaks it.",
}


class _Sheet(NamedTuple):
    """A page, with what is needed to cite its cells and to show numbers as they do."""

    page: Page
    laid: PageBlocks
    path: str
    styles: Mapping[Place, int]
    book: Package

    def citation(self, place: Place) -> Citation:
        seen = self.page.shown.get(place)
        table, row, column = self.laid.spots.get(place) or (None, None, None)
        at = SheetPlace(self.page.name, name_of(place))
        source = Source(self.path, at, table, row, column, self._label(place) or None)
        return Citation("cell", seen.text if seen else "", source)

    def _label(self, place: Place) -> str:
        """The first text of its row."""
        row = (Place(place.row, column) for column in range(1, place.column))
        texts = (self.page.shown[p].text for p in row if p in self.page.shown)
        return next((text for text in texts if text), "")

    def shown(self, place: Place, value: Fraction) -> str:
        """A number as the cell would show it."""
        style = self.styles.get(place, 0)
        styles = self.book.styles
        code = (styles[style] if style < len(styles) else Style()).code
        return shown_number(decimal(value), code, since_1904=self.book.since_1904).text


def oddities(
    workbook: Workbook,
    odd: Sequence[Sequence[OddCell]],
    stale: Sequence[Mapping[Place, Fraction]],
    laid: Sequence[PageBlocks],
    path: str,
) -> Iterator[Oddity]:
    """What is odd of every page, cells with the same formula of one row or column together."""
    for i, page in enumerate(workbook.pages):
        if not odd[i] and not stale[i]:
            continue
        styles = {cell.place: cell.style for cell in page.sheet.cells}
        sheet = _Sheet(page, laid[i], path, styles, workbook.book)
        for alike in _alike(odd[i]):
            yield _oddity(alike, sheet)
        yield from _stale(workbook, i, stale[i], sheet)


def _alike(odd: Iterable[OddCell]) -> Iterable[Sequence[OddCell]]:
    """Sums of one row that leave out the same were filled along it; all else is told by itself."""
    found: dict[object, list[OddCell]] = {}
    for one in odd:
        key = (one.place.row, one.formula) if one.doubted else one.place
        found.setdefault(key, []).append(one)
    return found.values()


def _oddity(alike: Sequence[OddCell], sheet: _Sheet) -> Oddity:
    first = alike[0]
    rule = LEFT_OUT if first.doubted else TYPED
    expected = "" if first.given is None else sheet.shown(first.place, first.given)
    message = f"In sheet “{sheet.page.name}”, {first.words}"
    if first.doubted and expected:
        message += f"; otherwise it would show {expected}"
    message += "."
    if len(alike) > 1:
        message += f" So it is in {listed(one.place for one in alike[1:])}."
    cells = tuple(sheet.citation(one.place) for one in alike)
    return Oddity(rule, "sum", message, cells, first.certain, expected, _WHYS[rule])


def _stale(
    workbook: Workbook, page: int, stale: Mapping[Place, Fraction], sheet: _Sheet
) -> Iterator[Oddity]:
    """The stale cells that would show something else."""
    for place, value in stale.items():
        seen = sheet.page.shown.get(place)
        expected = sheet.shown(place, value)
        if seen is None or not seen.text or seen.text == expected:
            continue
        message = (
            f"In sheet “{sheet.page.name}”, {name_of(place)} shows {seen.text}, but its formula "
            f"={spelled(workbook.formulas[page][place], place)} gives {expected} with what its "
            "cells store: it was not recalculated."
        )
        yield Oddity(STALE, "tie", message, (sheet.citation(place),), True, expected, _WHYS[STALE])
