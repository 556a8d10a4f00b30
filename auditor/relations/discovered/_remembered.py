"""Remembered values: an iterator whose values are made once, however often gone through."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Remembered(Generic[Value]):
    """What an iterator gives, as far as anybody asked; who asks meanwhile misses nothing."""

    def __init__(self, values: Iterator[Value]) -> None:
        self._values = values
        self._known: list[Value] = []

    def __iter__(self) -> Iterator[Value]:
        at = 0
        while at < len(self._known) or self._has_more():
            yield self._known[at]
            at += 1

    def _has_more(self) -> bool:
        """Whether the iterator had another value, which then is known."""
        for value in self._values:
            self._known.append(value)
            return True
        return False
