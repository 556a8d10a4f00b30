"""Workings: a workbook's formulas, what they state, and the numbers that they compute with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from auditor.model.formula import Operand
from auditor.notation.numerals import cell_figure
from auditor.readers._xlsx.addresses import Place, Span
from auditor.readers._xlsx.display import Shown
from auditor.readers._xlsx.expressions import Named, expression, resolved
from auditor.readers._xlsx.package import Package
from auditor.readers._xlsx.plain_formulas import Addend, PlainFormula, Surroundings, plain_formula
from auditor.readers._xlsx.sheets import overlap
from auditor.readers._xlsx.tables import Page, Spot
from auditor.readers._xlsx.thresholds import ADDENDS_A_CELL, FEWEST_ADDENDS
from auditor.readers._xlsx.tokens import Token, tokens


class Computed(NamedTuple):
    """What a formula gives, and how large the numbers are that it is computed from."""

    value: Fraction
    size: Fraction


Tokens = tuple[Token, ...]


def written(page: Page) -> Mapping[Place, Tokens]:
    """Every formula of a sheet; cells that share one have the tokens of the cell that states it."""
    found: dict[Place, Tokens] = {}
    shared: dict[str, Tokens] = {}
    for cell in page.sheet.cells:
        if cell.formula is None:
            continue
        if cell.formula:
            one = tokens(cell.formula, cell.place)
            if cell.shared is not None:
                shared[cell.shared] = one
        else:
            one = shared.get(cell.shared or "", ())
        found[cell.place] = one
    return found


class Workbook:
    """The pages with their formulas, and what formulas can refer to."""

    def __init__(
        self, book: Package, pages: Sequence[Page], spots: Sequence[Mapping[Place, Spot]]
    ) -> None:
        self.book = book
        self.pages = pages
        self.by_name = {page.name.casefold(): i for i, page in enumerate(pages)}
        self.spots = spots
        self.formulas = [written(page) for page in pages]
        self.uncalculated = [frozenset(page.uncalculated) for page in pages]
        self.left = 0
        self.plain = list(self._plain_formulas())

    def _plain_formulas(self) -> Iterator[Mapping[Place, PlainFormula]]:
        """For each page, what its formulas state, if they are sums or plain quotients.

        Those beyond the room for addends are counted in ``left``.
        """
        allowed = ADDENDS_A_CELL * sum(len(page.shown) for page in self.pages) + FEWEST_ADDENDS
        for page, formulas in zip(self.pages, self.formulas, strict=True):
            around = self.around(page)
            found: dict[Place, PlainFormula] = {}
            for place, read in formulas.items():
                computed = expression(read) if read else None
                if computed is None or allowed < 0:
                    self.left += allowed < 0
                    continue
                plain = plain_formula(computed, place, around)
                if plain is not None:
                    allowed -= len(plain.over) + len(plain.under)
                    found[place] = plain
            yield found

    def read(self, formula: Tokens, place: Place, page: int) -> PlainFormula | None:
        """What a formula would state if it stood in a cell."""
        computed = expression(formula)
        return computed and plain_formula(computed, place, self.around(self.pages[page]))

    def around(self, page: Page) -> Surroundings:
        """What a formula of a page can refer to."""
        return Surroundings(page.name, self._range_named, self._is_subtotal, self._filtered)

    def _range_named(self, name: Named) -> tuple[str, Span] | None:
        if name.field:
            return self.book.columns.get((name.name.casefold(), name.field.casefold()))
        found = resolved(name.name.rpartition("!")[2], self.book.names)
        if found is None:
            return None
        first, last = (reference.at(Place(0, 0)) for reference in found)
        return found[0].sheet, Span(first, last)

    def _is_subtotal(self, sheet: str, place: Place) -> bool:
        page = self.by_name.get(sheet.casefold())
        formula = self.formulas[page].get(place) if page is not None else None
        return formula is not None and any(
            token.kind == "call" and token.text == "SUBTOTAL" for token in formula
        )

    def _filtered(self, sheet: str, span: Span) -> bool:
        page = self.by_name.get(sheet.casefold())
        if page is None:
            return True
        return overlap(self.pages[page].sheet.hidden_rows, span.first.row, span.last.row)

    def is_known(self, addend: Addend) -> bool:
        """Whether it is known what a cell adds; of a text outside of a range it is not."""
        page = self.by_name.get(addend.sheet.casefold())
        if page is None or addend.place in self.uncalculated[page]:
            return False
        this = self.pages[page]
        return addend.ranged or addend.place in this.numbers or addend.place not in this.shown

    def is_shown_in_full(self, addend: Addend) -> bool:
        """Whether a cell shows all that it stores, were it only nothing at all."""
        page = self.by_name.get(addend.sheet.casefold())
        stored = None if page is None else self.pages[page].numbers.get(addend.place)
        if page is None or not stored:
            return page is not None
        seen = self.pages[page].shown.get(addend.place, Shown(""))
        figure = cell_figure(seen.text)
        if figure is None:
            return False
        return abs(figure.value) * Fraction(10) ** seen.shift == abs(Fraction(stored))

    def computed(self, plain: PlainFormula) -> Computed | None:
        """What a statement gives with the numbers stored; None where that is not known."""
        if not all(map(self.is_known, (*plain.over, *plain.under))):
            return None
        over, under = self._sum(plain.over), self._sum(plain.under)
        if plain.kind == "average":
            under = Computed(Fraction(sum(map(self.holds_number, plain.over))), Fraction(1))
        elif not plain.under:
            return over
        if not under.value:
            return None
        value = over.value / under.value - (plain.kind == "growth")
        size = (over.size + under.size) / abs(under.value)
        return Computed(value * 10**plain.power, size * 10**plain.power)

    def _sum(self, addends: Sequence[Addend]) -> Computed:
        added = [self.number(addend) for addend in addends]
        return Computed(sum(added, Fraction(0)), sum(map(abs, added), Fraction(0)))

    def number(self, addend: Addend) -> Fraction:
        """What a cell adds: its stored number times the addend's factor, 0 for none."""
        page = self.by_name.get(addend.sheet.casefold())
        stored = self.pages[page].numbers.get(addend.place) if page is not None else None
        return Fraction(stored or 0) * addend.sign * Fraction(10) ** addend.power

    def holds_number(self, addend: Addend) -> bool:
        page = self.by_name.get(addend.sheet.casefold())
        return page is not None and addend.place in self.pages[page].numbers

    def operand(self, addend: Addend, *, under: bool = False) -> Operand | None:
        """The addend as a cell of the document's tables; None where it stands in none."""
        page = self.by_name.get(addend.sheet.casefold())
        spot = self.spots[page].get(addend.place) if page is not None else None
        if page is None or spot is None:
            return None
        seen = self.pages[page].shown.get(addend.place, Shown(""))
        return Operand(
            *spot, seen.shift + addend.power, -addend.sign if seen.unsigned else addend.sign, under
        )
