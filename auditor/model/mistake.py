"""Mistakes: what is wrong in a file that a person wrote, where, and what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LONGEST_WORD = 60  # what is longer is a sentence, and slow to compare


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """What was expected at a line and a column, both from 1, of the file ``path``."""

    path: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.message}"


def likely(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant, or None."""
    if len(word) > LONGEST_WORD:
        return None
    import difflib

    close = difflib.get_close_matches(word.lower(), list(known), n=1)
    return close[0] if close else None


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known text that was probably meant, whatever its capitals; or None."""
    folded: dict[str, str] = {}
    for one in known:
        folded.setdefault(one.lower(), one)
    found = word.lower() if word.lower() in folded else likely(word, folded)
    return folded[found] if found else None


def listed(words: Iterable[str]) -> str:
    """The words as a sentence lists them: a, b or c."""
    *rest, last = words
    return f"{', '.join(rest)} or {last}" if rest else last


def first_listed(words: Sequence[str], most: int) -> str:
    """The first words as a sentence lists them, and how many more there are."""
    more = len(words) - most
    return listed((*words[:most], *([f"{more} more"] if more > 0 else ())))
