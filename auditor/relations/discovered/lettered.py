"""Lettered lines: what a line says it is of others by their letters, such as (B - A).

Evidence. Lines are marked by letters, "Previous forecast (A)", "Revised forecast (B)", and one says
what it is of them: "(B-A)", "(A) + (B)", "(A/B)". A line of percentages that follows a difference
of two states it in per cent of the first. The words are certain, so that one column is enough to
look; where most of a line does not come out, its letters mean something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from auditor.model.fact import Fact
from auditor.model.grid import Band, Grid
from auditor.model.relation import Kind, Relation, Role, Term
from auditor.model.scene import Scene
from auditor.notation.deferred import deferred
from auditor.notation.vocabulary import normal
from auditor.relations.discovered._lines import facts_both_ways, in_per_cent
from auditor.relations.discovered._named_judging import judged
from auditor.relations.discovered._relations import discovered

ORDER = 9
TITLE = "The line says by letters what it is of others"

_LETTER = deferred(
    r"[(（\[]\s*+([A-Za-zＡ-Ｚａ-ｚ①-⑳])\s*+[)）\]]\s*+\Z|\A\s*+[(（\[]([A-Z])[)）\]]"
)
_FORMULA = deferred(
    r"[(（\[=＝]\s*+((?:[(（]?[A-Za-zＡ-Ｚａ-ｚ①-⑳][)）]?\s*+[-+/÷−–－＋／]\s*+){1,8}"
    r"[(（]?[A-Za-zＡ-Ｚａ-ｚ①-⑳][)）]?)\s*+(?:[)）\]]|\Z)"
)
_PIECE = deferred(r"[A-Za-zＡ-Ｚａ-ｚ①-⑳]|[-+/÷−–－＋／]")
_PER_CENT = deferred(
    r"(?:rate of )?(?:change|increase|decrease|growth|variance|difference)"
    r"(?: \(decrease\))?(?: rate| ratio)?(?: (?:in )?\(?(?:%|percent(?:age)?)\)?)?"
    r"|(?:%|percent(?:age)?)(?: (?:change|variance|difference|var|chg))?"
    r"|増減率|増減割合|変化率|veränderung in %|abweichung in %"
)
_SIGNS = {"-": -1, "−": -1, "–": -1, "－": -1, "+": 1, "＋": 1}


class Formula(NamedTuple):
    """A line with what it is of others: their letters, each with its sign, or a quotient."""

    at: int
    terms: tuple[tuple[str, int], ...]
    is_quotient: bool


class Line(NamedTuple):
    label: str
    facts: Mapping[int, Fact]


def discover(scene: Scene) -> Iterator[Relation]:
    """What the lettered lines of every table say, by rows and by columns."""
    for grid in scene.grids:
        for band in grid.bands:
            labels = [row.label for row in band.rows], [column.heading for column in band.columns]
            if any(_FORMULA.search(label) for both in labels for label in both):
                for lines in _lines(grid, band, scene):
                    yield from _of(lines)


def _lines(grid: Grid, band: Band, scene: Scene) -> Iterator[Sequence[Line]]:
    by_row, by_column = facts_both_ways(grid, band, scene)
    yield [Line(row.label, by_row[row.index]) for row in band.rows]
    yield [Line(column.heading, by_column[column.index]) for column in band.columns]


def _of(lines: Sequence[Line]) -> Iterator[Relation]:
    lettered: dict[str, int] = {}
    for at, line in enumerate(lines):
        if formula := _formula(at, line.label):
            yield from _computed(formula, lettered, lines)
        elif letter := _LETTER.search(line.label):
            lettered[_plain(letter[1] or letter[2])] = at


def _formula(at: int, label: str) -> Formula | None:
    """What a line's label says that it is of others."""
    found = _FORMULA.search(label)
    if found is None:
        return None
    first, *rest = _PIECE.findall(found[1])
    operators, letters = rest[::2], rest[1::2]
    if all(o in _SIGNS for o in operators):
        signed = zip(letters, (_SIGNS[o] for o in operators), strict=True)
        return Formula(at, ((_plain(first), 1), *((_plain(x), s) for x, s in signed)), False)
    if len(letters) == 1 and operators[0] not in _SIGNS:
        return Formula(at, ((_plain(first), 1), (_plain(letters[0]), 1)), True)
    return None


def _plain(letter: str) -> str:
    """A letter as it is compared, however wide it is set."""
    code = ord(letter)
    wide = 0xFF21 <= code <= 0xFF5A
    return (chr(code - 0xFEE0) if wide else letter).upper()


def _computed(
    formula: Formula, lettered: Mapping[str, int], lines: Sequence[Line]
) -> Iterator[Relation]:
    """The line that is computed, and the percentages of change behind it."""
    if not all(letter in lettered for letter, _ in formula.terms):
        return
    terms = [(lines[lettered[letter]].facts, sign) for letter, sign in formula.terms]
    make = _quotient if formula.is_quotient else _sum
    yield from _judged(make(lines[formula.at].facts, terms))
    behind = formula.at + 1
    if len(terms) == 2 and terms[1][1] < 0 and behind < len(lines):
        line = lines[behind]
        if _is_per_cent(line.label):
            yield from _judged(_growth(line.facts, terms[0][0], terms[1][0]))


def _is_per_cent(label: str) -> bool:
    """Whether a line is called a change in per cent."""
    return _PER_CENT.fullmatch(normal(label)) is not None


def _judged(relations: Iterator[Relation]) -> Iterator[Relation]:
    return judged(relations, fewest=0, per_failure=2)


def _sum(
    facts: Mapping[int, Fact], terms: Sequence[tuple[Mapping[int, Fact], int]]
) -> Iterator[Relation]:
    for place, target in facts.items():
        found = [(of[place], sign) for of, sign in terms if place in of]
        figures = [target.figure, *(f.figure for f, _ in found)]
        alike = len({f.is_percent for f in figures}) == len({f.scale for f in figures}) == 1
        if len(found) == len(terms) and alike and not any(f.nil for f in figures):
            signed = [Term(f, s, Role.PART) for f, s in found]
            if not _shows_other_sign(target, signed):
                yield discovered(Kind.SUM, target, signed, TITLE)


def _shows_other_sign(target: Fact, terms: Sequence[Term]) -> bool:
    """Whether a line states the formula with the other sign, as the favourable is shown."""
    made = sum(t.sign * t.fact.value for t in terms)
    room = sum(f.figure.last_unit for f in (target, *(t.fact for t in terms))) / 2
    return made != 0 and abs(made) > room and abs(target.value + made) <= room


def _quotient(
    facts: Mapping[int, Fact], terms: Sequence[tuple[Mapping[int, Fact], int]]
) -> Iterator[Relation]:
    over, under = (of for of, _ in terms)
    for place, target in facts.items():
        if place in over and place in under:
            a, b = Term(over[place], 1, Role.NUMERATOR), Term(under[place], 1, Role.DENOMINATOR)
            yield discovered(Kind.RATIO, target, (a, b), TITLE)


def _growth(
    facts: Mapping[int, Fact], later: Mapping[int, Fact], earlier: Mapping[int, Fact]
) -> Iterator[Relation]:
    for place, target in facts.items():
        a, b = later.get(place), earlier.get(place)
        if a and b and not target.figure.nil and a.value > 0 and b.value > 0:
            terms = Term(a, 1, Role.LATER), Term(b, 1, Role.EARLIER)
            yield discovered(Kind.GROWTH, in_per_cent(target), terms, TITLE)
