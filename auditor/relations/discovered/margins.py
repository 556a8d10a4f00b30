"""Margins: a result over revenue that a sentence prints in per cent, in the words of the rows.

Evidence. "The EBIT margin was 10.5 % (prior year: 10.1 %)" names the row "EBIT" with the word for
a margin, and one row of the table is called revenue. Where the margin of one year is that of the
two rows, the other year's means them too, and one that differs is an error. A margin alone ties
where it holds; that of a row named to the word is held against it by ``stated`` too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from auditor.checks.verdict import verdict
from auditor.model.fact import Fact, Measure
from auditor.model.figure import Rounding
from auditor.model.relation import Kind, Relation, Role, Term
from auditor.model.scene import Scene
from auditor.model.verdict import Status
from auditor.notation.prose_languages import LANGUAGES
from auditor.relations.discovered._relations import discovered
from auditor.relations.discovered._series import Series, key_of, series_in
from auditor.relations.discovered._thresholds import STEM
from auditor.relations.discovered._worded import read_by_words

ORDER = 37
_WORD = re.compile(r"[^\W\d_]+")
_MARGINS = tuple(dict.fromkeys(word for each in LANGUAGES for word in each.margins))
_REVENUES = frozenset(word for each in LANGUAGES for word in each.revenues)


class Quotient(NamedTuple):
    """The two rows of one table that a margin is taken of."""

    over: Series
    under: Series


def discover(scene: Scene) -> Iterator[Relation]:
    """The margins that hold, and those that do not beside one of the same rows that does."""
    stated: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in read_by_words(scene):
        if fact.measure is Measure.AMOUNT and fact.figure.is_percent and _without_margin(fact):
            stated[fact.block, fact.headings, fact.concept].append(fact)
    if not stated:
        return
    tables: dict[int, list[Series]] = defaultdict(list)
    for row in series_in(scene):
        tables[row.table].append(row)
    for facts in stated.values():
        yield from _best(facts, tables)


def _best(facts: Sequence[Fact], tables: Mapping[int, Sequence[Series]]) -> Iterator[Relation]:
    """The margins over the first rows of which one holds."""
    for rows in tables.values():
        for quotient in _quotients(facts[0], rows):
            made = [r for fact in facts if (r := _margin(fact, quotient))]
            if any(verdict(r, Rounding.NEAREST).status is Status.HOLDS for r in made):
                yield from made
                return


def _quotients(fact: Fact, rows: Sequence[Series]) -> Iterator[Quotient]:
    """The row that the margin names, over the one row of its table that is called revenue."""
    under = [row for row in rows if row.concept in _REVENUES and not row.per_cent]
    if len(under) != 1:
        return
    name = _without_margin(fact)
    for row in rows:
        if not row.per_cent and row is not under[0] and _is_named(row.concept, name):
            yield Quotient(row, under[0])


def _without_margin(fact: Fact) -> str:
    """What is left of the name of a margin without the word for one; "" where it has none."""
    for word in _MARGINS:
        if fact.concept.endswith(word):
            return fact.concept.removesuffix(word).strip(" -")
        if fact.concept.startswith(f"{word} "):
            return fact.concept.removeprefix(word).strip()
    return ""


def _is_named(label: str, name: str) -> bool:
    """Whether a label is the name, or has the stem of each of its words: "net" of "nette"."""
    if label == name:
        return True
    words = _WORD.findall(label.casefold())
    return all(any(_alike(word, own) for own in words) for word in _WORD.findall(name))


def _alike(word: str, own: str) -> bool:
    shorter = min(len(word), len(own))
    return shorter >= STEM and word[:shorter].startswith(own[: max(STEM, shorter - 2)])


def _margin(fact: Fact, of: Quotient) -> Relation | None:
    """The printed margin with the figures of the two rows; None where they print no such time."""
    if fact.period is None:
        return None
    key = key_of(fact.period, fact)
    if key not in of.over.at or key not in of.under.at:
        return None
    over, under = of.over.at[key].fact, of.under.at[key].fact
    return discovered(
        Kind.RATIO, fact, (Term(over, 1, Role.NUMERATOR), Term(under, 1, Role.DENOMINATOR))
    )
