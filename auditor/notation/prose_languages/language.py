"""A language: the words by which its sentences about figures are read, as data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

Words = tuple[str, ...]
"""Wordings in lower case: a blank stands for any blanks, a final "*" for the rest of a word."""


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language; whoever adds one writes a module with a value of this kind.

    ``function_words`` tell the language of a text. ``decimal_comma`` and ``groups_by_spaces`` are
    how its numbers are written where they do not tell themselves. ``scales`` and ``units`` stand
    behind a number. ``up`` and ``down`` move a figure, ``arrives`` leads to where it moved,
    ``base`` to what it is compared with, ``after_base`` follows that. ``states`` are verbs that
    move nothing, ``lead`` what may stand before a subject, ``fillers`` what may lead from one
    figure to the next. ``about`` and ``bound`` take a figure's last digit back; ``restated`` says
    that a change is not that of the figures shown, ``expects`` that a sentence speaks of a plan.
    ``change_nouns`` are "an increase of", where the same word leads to a base; ``part_of_year`` are
    spans that are shorter than the year beside them; ``particles`` end a subject. ``margins`` name,
    with a result, its part of ``revenues``, as the row of a table may be called; ``results`` are
    what rows of results begin with. ``per_share`` makes of an amount one per share, ``tax_rates``
    are what taxes over the income before them are called. ``shares`` lead to a percentage of what
    ``share_of`` names; ``share_nouns`` begin the name of one, which goes on with ``share_of`` and,
    behind ``share_in``, what it is taken of. Of ``base`` those that ``leads_to_amounts`` holds do
    so where nothing moves: "einen Umsatz von 5". ``segments`` say that a name is of a part of the
    company, ``whole_year`` that a sentence speaks of all of the year that the period around it is
    part of. ``same`` are names of one thing, ``quotients`` the names of a share with those of the
    row that it is of and of the whole. ``no_moves`` are
    names that begin as words of a movement do.
    """

    name: str
    function_words: frozenset[str]
    decimal_comma: bool = False
    groups_by_spaces: bool = False
    has_blanks: bool = True
    scales: Words = ()
    units: Mapping[str, str] = field(default_factory=dict)
    up: Words = ()
    down: Words = ()
    up_after: Words = ()
    down_after: Words = ()
    arrives: Words = ()
    levels: Words = ()
    base: Words = ()
    after_base: Words = ()
    change_nouns: Words = ()
    year_before: Words = ()
    in_period: Words = ()
    causes: Words = ()
    states: Words = ()
    particles: Words = ()
    lead: Words = ()
    fillers: Words = ()
    about: Words = ()
    bound: Words = ()
    about_after: Words = ()
    bound_after: Words = ()
    part_of_year: Words = ()
    margins: Words = ()
    revenues: Words = ()
    results: Words = ()
    restated: Words = ()
    expects: Words = ()
    leads_to_amounts: Words = ()
    per_share: Words = ()
    tax_rates: Words = ()
    shares: Words = ()
    share_of: Words = ()
    segments: Words = ()
    whole_year: Words = ()
    same: tuple[Words, ...] = ()
    quotients: tuple[tuple[Words, Words, Words], ...] = ()
    share_nouns: Words = ()
    share_in: Words = ()
    no_moves: Words = ()

    def __hash__(self) -> int:
        return hash(self.name)


def any_of(words: Words) -> str:
    """A pattern of any of the wordings, the longest first; of nothing where there are none."""
    return "|".join(map(_pattern, sorted(words, key=len, reverse=True))) or r"(?!)"


@lru_cache(maxsize=4096)
def _pattern(word: str) -> str:
    flat = r"\s{1,3}".join(re.escape(part) for part in word.removesuffix("*").split(" "))
    return flat.replace("'", "['’]") + (r"\w*" if word.endswith("*") else "")


def whole(language: Language, words: Words) -> str:
    """The same as whole words, where the language sets blanks between them."""
    found = any_of(words)
    return rf"(?<!\w)(?:{found})(?!\w)" if language.has_blanks else rf"(?:{found})"
