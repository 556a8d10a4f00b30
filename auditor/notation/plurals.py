"""Plurals: how many there are of something, in words."""

from __future__ import annotations


def counted(number: int, word: str) -> str:
    """A number of things: "1 figure", "1,204 figures"."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"
