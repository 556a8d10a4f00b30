"""Asides: figures in brackets, and a sentence's lexemes without them.

"Sales rose 5.0 % (3.2 % normalised) to $8.7 billion" says of the last figure what it would say
without the brackets.
"""

from __future__ import annotations

from collections.abc import Sequence

from auditor.facts.prose.english.lexemes import Lexeme
from auditor.model.fact import Fact, Measure
from auditor.model.figure import POINTS, SignStyle
from auditor.notation.deferred import deferred


def in_brackets(text: str, runs: Sequence[Sequence[Lexeme]]) -> tuple[bool, ...]:
    """For each figure between two runs whether it stands in brackets that open behind another."""
    found: list[bool] = [False] if len(runs) > 1 else []
    opened = False
    for run in runs[1:-1]:
        opened = _open_behind(text, run, opened=opened)
        found.append(opened)
    closes = not _open_behind(text, runs[-1], opened=opened)
    return tuple(found) if closes else tuple(False for _ in found)


def without(
    text: str, runs: Sequence[Sequence[Lexeme]], aside: Sequence[bool]
) -> list[list[Lexeme]]:
    """The runs around the figures that stand in no brackets; what brackets hold is left out."""
    found: list[list[Lexeme]] = [list(runs[0])]
    inside = False
    for run, is_aside in zip(runs[1:], [*aside[1:], False], strict=True):
        was_inside, kept = inside, list[Lexeme]()
        for one in run:
            if not inside:
                kept.append(one)
            inside = inside and text[one.start : one.end] != ")"
        if is_aside and not inside:
            marks = [i for i, one in enumerate(kept) if text[one.start : one.end] == "("]
            kept, inside = kept[: marks[-1]], True
        if was_inside:
            found[-1] += kept
        else:
            found.append(kept)
    return found


def _open_behind(text: str, run: Sequence[Lexeme], *, opened: bool) -> bool:
    """Whether a bracket is open behind a run, as one was or was not in front of it."""
    for one in run:
        mark = text[one.start : one.end]
        if mark in ("(", ")"):
            opened = mark == "("
    return opened


def bases_in_brackets(text: str, facts: Sequence[Fact]) -> list[Fact]:
    """The facts; a number alone in brackets behind an amount of money is one of money too.

    "EUR 948.7 million (902.4)" prints what the year before was, and no minus.
    """
    return [
        _like(facts[at - 1], fact) if at and _is_base(text, facts[at - 1], fact) else fact
        for at, fact in enumerate(facts)
    ]


def points_of_lists(text: str, facts: Sequence[Fact]) -> list[Fact]:
    """The facts; bare numbers that are listed with points are points: "20 and 50 basis points"."""
    told = list(facts)
    for at in range(len(told) - 2, -1, -1):
        one, other = told[at].figure, told[at + 1].figure
        bare = not one.unit and not one.scale and one.sign_style is SignStyle.PLAIN
        if bare and other.unit == POINTS and _JOINED.fullmatch(text, one.end, other.start):
            figure = one._replace(unit=POINTS, scale=other.scale)
            told[at] = told[at]._replace(figure=figure, measure=Measure.POINTS)
    return told


_JOINED = deferred(r",? (?:and )?|, ?")


def _is_base(text: str, before: Fact, fact: Fact) -> bool:
    one, other = before.figure, fact.figure
    money = bool(one.unit) and not one.is_percent and one.unit != POINTS and one.scale > 0
    plain = one.sign_style is SignStyle.PLAIN and one.exponent == other.exponent
    between = text[one.end : other.start]
    alone = _ALONE.fullmatch(other.text) is not None and not between.strip()
    dated = _DATED.fullmatch(between) is not None and text[other.end : other.end + 1] == ")"
    return money and plain and (alone or (dated and not other.unit and not other.scale))


def _like(before: Fact, fact: Fact) -> Fact:
    figure = fact.figure
    unit, scale = before.figure.unit, before.figure.scale
    told = figure._replace(
        digits=abs(figure.digits), sign_style=SignStyle.PLAIN, unit=unit, scale=scale
    )
    return fact._replace(figure=told, measure=Measure.AMOUNT, sign=1)


_DATED = deferred(r"\s?\([^():\n]{2,24}:\s?")
"""A bracket that opens with the time of what is compared with: "(2024: 171.5)"."""
_ALONE = deferred(r"\([0-9][0-9.,]*\)")
