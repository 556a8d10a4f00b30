"""Formulas: those of a workbook's cells that state how figures shown follow from others shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from fractions import Fraction

from auditor.model.formula import Formula, Operand
from auditor.notation.numerals import cell_figure
from auditor.readers._xlsx.addresses import Place
from auditor.readers._xlsx.display import Shown
from auditor.readers._xlsx.plain_formulas import Addend, PlainFormula
from auditor.readers._xlsx.thresholds import ARITHMETIC
from auditor.readers._xlsx.tokens import spelled
from auditor.readers._xlsx.workings import Workbook


def checkable_formulas(
    workbook: Workbook, doubted: Sequence[AbstractSet[Place]]
) -> Iterator[Formula]:
    """What the workbook's formulas say of its tables, but for ``doubted`` cells' of each page."""
    for page, doubts in enumerate(doubted):
        for place, plain in workbook.plain[page].items():
            found = None if place in doubts else _formula(workbook, page, place, plain)
            if found is not None:
                yield found


def _formula(workbook: Workbook, page: int, place: Place, plain: PlainFormula) -> Formula | None:
    """The formula between cells of the document's tables; None where it takes others as well."""
    this = workbook.pages[page]
    target = workbook.operand(Addend(this.name, place))
    seen = this.shown.get(place)
    if target is None or seen is None or place not in this.numbers:
        return None
    if plain.decimals is not None and not _rounds_as_shown(seen, plain.decimals):
        return None
    over = _operands(workbook, plain.over, plain)
    under = _operands(workbook, plain.under, plain, under=True)
    if not over or under is None:
        return None
    text = f"={spelled(workbook.formulas[page][place], place)}"
    shifted = replace(target, shift=target.shift - plain.power)
    exact = is_stale(workbook, page, place) and all(
        map(workbook.is_shown_in_full, (*plain.over, *plain.under))
    )
    return Formula(plain.kind, text, shifted, (*over, *under), exact)


def is_stale(workbook: Workbook, page: int, place: Place) -> bool:
    """Whether a cell does not store what its formula gives, beyond how programs compute."""
    plain, stored = workbook.plain[page].get(place), workbook.pages[page].numbers.get(place)
    if plain is None or stored is None or plain.decimals is not None:
        return False
    given = workbook.computed(plain)
    return given is not None and abs(given.value - Fraction(stored)) > given.size * ARITHMETIC


def _rounds_as_shown(seen: Shown, decimals: int) -> bool:
    """Whether a formula rounds where its figure ends, so that what is shown is rounded once."""
    figure = cell_figure(seen.text)
    return figure is not None and figure.exponent + figure.scale + seen.shift == -decimals


def _operands(
    workbook: Workbook, addends: Sequence[Addend], plain: PlainFormula, *, under: bool = False
) -> list[Operand] | None:
    """The addends as operands, those that add nothing left out; None where one is not shown."""
    found: list[Operand] = []
    for addend in addends:
        kept = _is_kept(workbook, addend, plain)
        if kept is None:
            return None
        operand = workbook.operand(addend, under=under)
        if kept and operand is not None:
            found.append(operand)
        elif kept and workbook.number(addend):
            return None
    return found


def _is_kept(workbook: Workbook, addend: Addend, plain: PlainFormula) -> bool | None:
    """Whether an addend is an operand; None where what it adds is not known.

    A blank cell of a range adds nothing, and stands in its sum all the same. A figure typed as a
    text adds nothing where its range is summed, but is shown as if it did.
    """
    page = workbook.by_name.get(addend.sheet.casefold())
    if page is None or addend.place in workbook.uncalculated[page]:
        return None
    this = workbook.pages[page]
    if addend.place in this.numbers:
        return True
    seen = this.shown.get(addend.place, Shown("")).text
    if seen.startswith("#"):
        return None
    if plain.kind == "average":
        return False
    if not addend.ranged:
        return True if cell_figure(seen) or not seen else None
    return not seen or cell_figure(seen) is not None
