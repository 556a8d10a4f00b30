"""Asides: figures in brackets, and a sentence's lexemes without them.

"Sales rose 5.0 % (3.2 % normalised) to $8.7 billion" says of the last figure what it would say
without the brackets.
"""

from __future__ import annotations

from collections.abc import Sequence

from auditor.facts.prose.english.lexemes import Lexeme


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
