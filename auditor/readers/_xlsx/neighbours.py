"""Neighbours: cells whose formula, or lack of one, differs from that of the cells beside them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from auditor.readers._xlsx.addresses import Place, name_of
from auditor.readers._xlsx.misdirected import Misdirected, is_a_row, misdirected
from auditor.readers._xlsx.numbers import decimal, general
from auditor.readers._xlsx.plain_formulas import Addend, PlainFormula
from auditor.readers._xlsx.tables import Page, Spot
from auditor.readers._xlsx.thresholds import (
    FEWEST_ADDED,
    FEWEST_ALIKE,
    FEWEST_ALIKE_OF_NOUGHT,
    MOST_LEFT_OUT,
)
from auditor.readers._xlsx.tokens import spelled
from auditor.readers._xlsx.workings import Computed, Tokens, Workbook

_ADDING = ("sum", "tie")
"""Kinds of formulas that add cells up, or take the one that is left of those added."""


class OddCell(NamedTuple):
    """A cell to tell of, in words; ``doubted`` if its own formula should not speak for it.

    ``formula`` is the one that it has or should have, ``given`` what it should show instead, where
    that is known and something else; ``certain`` if no rounding makes the two the same.
    """

    place: Place
    words: str
    doubted: bool
    formula: Tokens
    given: Fraction | None = None
    certain: bool = False


def odd_cells(workbook: Workbook, page: int) -> list[OddCell]:
    """The cells of a page that a careful reader of its formulas would ask about, each once."""
    this, formulas = workbook.pages[page], workbook.formulas[page]
    if not formulas:
        return []
    found: dict[Place, OddCell] = {}
    lines = [*_lines(this, workbook.spots[page])]
    inputs = {is_row: _never_computed(lines, formulas, is_row=is_row) for is_row in (True, False)}
    for line in lines:
        typed = _typed(line, inputs[not is_a_row(line)], workbook, page)
        for odd in (*typed, *_differing(line, workbook, page)):
            found.setdefault(odd.place, odd)
    for one in misdirected(lines, formulas):
        if (elsewhere := _elsewhere(one, workbook, page)) is not None:
            found.setdefault(one.place, elsewhere)
    for place, plain in workbook.plain[page].items():
        left = _left_out(place, plain, this, formulas)
        if left:
            words = _leaves_out(place, formulas, left)
            whole = _with_more(plain, left, workbook)
            found.setdefault(place, OddCell(place, words, True, formulas[place], whole))
    return [found[place] for place in sorted(found)]


def _lines(page: Page, spots: Mapping[Place, Spot]) -> Iterator[Sequence[Place]]:
    """The cells with numbers of each row and of each column of a table."""
    lines: dict[tuple[int, bool, int], list[Place]] = defaultdict(list)
    for place in sorted(page.numbers):
        if place in spots:
            table = spots[place].table
            lines[table, False, place.row].append(place)
            lines[table, True, place.column].append(place)
    return (line for line in lines.values() if len(line) >= FEWEST_ALIKE)


def _never_computed(
    lines: Iterable[Sequence[Place]], formulas: Mapping[Place, Tokens], *, is_row: bool
) -> frozenset[Place]:
    """The cells of the rows, or of the columns, in which no cell is computed."""
    return frozenset(
        place
        for line in lines
        if is_a_row(line) is is_row and not any(place in formulas for place in line)
        for place in line
    )


def _typed(
    line: Sequence[Place], inputs: frozenset[Place], workbook: Workbook, page: int
) -> Iterator[OddCell]:
    """Numbers typed where the cells on either side are computed alike, or those that are added.

    ``inputs`` are the cells of lines in which nothing is computed: across such a line, each is one
    that was meant to be typed.
    """
    formulas, plain = workbook.formulas[page], workbook.plain[page]
    alike = Counter(formulas.get(place, ()) for place in line)
    for number, (before, place, after) in enumerate(zip(line, line[1:], line[2:], strict=False)):
        formula = formulas.get(before, ())
        if place in formulas or not formula or _carries_on(formula, place):
            continue
        meant = place in inputs and not _takes_across(formula, place, line)
        alike_beside = formula == formulas.get(after) and not meant
        added = line[max(0, number + 1 - FEWEST_ALIKE) : number + 2]
        if (alike_beside and not _steps(line, place, after, plain)) or _is_last_added(
            added, after, formulas, plain
        ):
            yield _instead(place, formula, workbook, page)
    if alike[()] == 1 and len(alike) == 2 and len(line) > FEWEST_ALIKE:
        for place, neighbour in ((line[0], line[1]), (line[-1], line[-2])):
            formula = formulas.get(neighbour, ())
            if place not in formulas and _is_computed(place, neighbour, workbook, page):
                yield _instead(place, formula, workbook, page)


def _carries_on(formula: Tokens, place: Place) -> bool:
    """Whether a formula repeats the cell before it: what is carried on so is changed by typing."""
    reference = formula[0].reference if len(formula) == 1 else None
    if reference is None or reference.sheet:
        return False
    at = reference.at(place)
    return (place.row - at.row, place.column - at.column) in {(0, 1), (1, 0)}


def _takes_across(formula: Tokens, place: Place, line: Sequence[Place]) -> bool:
    """Whether a formula takes cells of the line that crosses this one at a place."""
    taken = (token.reference.at(place) for token in formula if token.reference is not None)
    axis = "column" if is_a_row(line) else "row"
    return any(getattr(one, axis) == getattr(place, axis) for one in taken)


def _is_last_added(
    line: Sequence[Place],
    after: Place,
    formulas: Mapping[Place, Tokens],
    plain: Mapping[Place, PlainFormula],
) -> bool:
    """Whether the cells before the last of these are alike, and the cell after adds up them all."""
    alike = {formulas.get(place, ()) for place in line[:-1]}
    if len(line) <= FEWEST_ALIKE or len(alike) > 1 or after not in plain:
        return False
    return plain[after].kind == "sum" and {*line} <= {one.place for one in plain[after].over}


def _steps(
    line: Sequence[Place], place: Place, after: Place, plain: Mapping[Place, PlainFormula]
) -> bool:
    """Whether the cell behind a number adds it to others of the line, as profit follows a tax.

    A total, a line, the next total: each is the one before and what stands between.
    """
    added = [one.place for one in plain[after].over] if after in plain else []
    return place in added and set(added) <= set(line)


def _instead(place: Place, formula: Tokens, workbook: Workbook, page: int) -> OddCell:
    """What to say of a number typed in place of a formula."""
    typed = workbook.pages[page].shown.get(place)
    words = (
        f"{name_of(place)} holds a typed number{f' ({typed.text})' if typed else ''} where the "
        f"cells beside it are computed; there it would be ={spelled(formula, place)}"
    )
    given = _would_be(place, formula, workbook, page)
    number = workbook.pages[page].numbers[place]
    if given is None or given.value == Fraction(number):
        return OddCell(place, words, False, formula)
    words += f", which gives {general(decimal(given.value))}"
    off = abs(given.value - Fraction(number))
    certain = off > _rounding(number, workbook.read(formula, place, page))
    return OddCell(place, words, False, formula, given.value, certain)


def _rounding(typed: Decimal, plain: PlainFormula | None) -> Fraction:
    """How far a total typed from a statement may be off, all its parts rounded as it is."""
    exponent = typed.normalize().as_tuple().exponent
    unit = Fraction(10) ** min(exponent if isinstance(exponent, int) else 0, 0)
    return unit * (1 + (len(plain.over) if plain and not plain.under else 0)) / 2


def _would_be(place: Place, formula: Tokens, workbook: Workbook, page: int) -> Computed | None:
    """What a formula would give in another cell; None if it is none that is followed."""
    plain = workbook.read(formula, place, page)
    return plain and workbook.computed(plain)


def _is_computed(place: Place, neighbour: Place, workbook: Workbook, page: int) -> bool:
    """Whether a typed number is what its neighbour's formula gives there, and no other number."""
    formula = workbook.formulas[page].get(neighbour, ())
    number = Fraction(workbook.pages[page].numbers[place])
    given = _would_be(place, formula, workbook, page) if formula and number else None
    return given is not None and given.value == number


def _differing(line: Sequence[Place], workbook: Workbook, page: int) -> Iterator[OddCell]:
    """The one sum that adds up some more or some fewer cells than the others of its line.

    Blank cells are neither more nor fewer; noughts are, where many others add theirs.
    """
    formulas, plain = workbook.formulas[page], workbook.plain[page]
    along = frozenset(line)
    sums = [p for p in line if p in plain and _adds_across(plain[p], along)]
    alike = Counter(formulas[place] for place in sums).most_common(2)
    if len(alike) != 2 or alike[0][1] < FEWEST_ALIKE or alike[1][1] > 1:
        return
    usual = next(place for place in sums if formulas[place] == alike[0][0])
    odd = next(place for place in sums if formulas[place] == alike[1][0])
    of_usual, of_odd = _offsets(usual, plain[usual]), _offsets(odd, plain[odd])
    numbers = workbook.pages[page].numbers
    left = [_moved(odd, by) for by in sorted(of_usual - of_odd)]
    more = [_moved(odd, by) for by in sorted(of_odd - of_usual)]
    if not of_odd < of_usual and not of_usual < of_odd:
        return
    apart = [numbers[p] for p in (*left, *more) if p in numbers]
    fewest = FEWEST_ALIKE if any(apart) else FEWEST_ALIKE_OF_NOUGHT
    if not apart or len(left) + len(more) > MOST_LEFT_OUT or alike[0][1] < fewest:
        return
    if left:
        words = _leaves_out(odd, formulas, left) + ", which the others add"
    else:
        words = f"{name_of(odd)} ={spelled(formulas[odd], odd)} also adds {_listed(more)}"
        words += ", which the others leave out"
    given = _would_be(odd, alike[0][0], workbook, page)
    value = given.value if given and any(apart) else None
    yield OddCell(odd, words, True, formulas[odd], value)


def _elsewhere(one: Misdirected, workbook: Workbook, page: int) -> OddCell | None:
    """What to say of a formula that looks elsewhere; nothing where it comes to the same."""
    place, own = one.place, workbook.formulas[page][one.place]
    given = _would_be(place, one.usual, workbook, page)
    if given is not None and given.value == Fraction(workbook.pages[page].numbers[place]):
        return None
    words = (
        f"{name_of(place)} ={spelled(own, place)} looks elsewhere than the cells on both sides; as"
        f" theirs it would be ={spelled(one.usual, place)}"
    )
    return OddCell(place, words, True, own, given and given.value)


def _adds_across(plain: PlainFormula, line: frozenset[Place]) -> bool:
    """Whether a formula adds up cells beside its line; totals within it are each of other lengths.

    A formula that takes one cell counts: it may be what is left of such a sum.
    """
    return plain.kind in _ADDING and not line.issuperset(one.place for one in plain.over)


def _offsets(place: Place, plain: PlainFormula) -> frozenset[tuple[int, int]]:
    return frozenset((a.place.row - place.row, a.place.column - place.column) for a in plain.over)


def _moved(place: Place, by: tuple[int, int]) -> Place:
    return Place(place.row + by[0], place.column + by[1])


def _left_out(
    place: Place, plain: PlainFormula, page: Page, formulas: Mapping[Place, Tokens]
) -> list[Place]:
    """The typed numbers between a sum and the range above it that it adds up."""
    rows = [a.place.row for a in plain.over if a.ranged and a.place.column == place.column]
    if plain.kind != "sum" or len(rows) != len(plain.over) or len(rows) < FEWEST_ADDED:
        return []
    between = [Place(row, place.column) for row in range(max(rows) + 1, place.row)]
    if not 0 < len(between) <= MOST_LEFT_OUT or any(a.sheet != page.name for a in plain.over):
        return []
    typed = all(page.numbers.get(p) and p not in formulas for p in between)
    alike = len({_is_percentage(page, p) for p in (place, *between)}) == 1
    return between if typed and alike else []


def _is_percentage(page: Page, place: Place) -> bool:
    seen = page.shown.get(place)
    return seen is not None and "%" in seen.text


def _with_more(plain: PlainFormula, left: Sequence[Place], workbook: Workbook) -> Fraction | None:
    """What a sum gives with the cells that it leaves out."""
    sheet = plain.over[0].sheet
    more = tuple(Addend(sheet, cell, ranged=True) for cell in left)
    given = workbook.computed(plain._replace(over=(*plain.over, *more)))
    return given and given.value


def _leaves_out(place: Place, formulas: Mapping[Place, Tokens], left: Iterable[Place]) -> str:
    return f"{name_of(place)} ={spelled(formulas[place], place)} leaves out {_listed(left)}"


def _listed(places: Iterable[Place]) -> str:
    return " and ".join(map(name_of, places))
