"""Remembered values: an iterator whose values are made once, however often gone through."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Remembered(Generic[Value]):
    """What an iterator gives, as far as anybody asked."""

    def __init__(self, values: Iterator[Value]) -> None:
        self._values = values
        self._known: list[Value] = []

    def __iter__(self) -> Iterator[Value]:
        yield from self._known
        for value in self._values:
            self._known.append(value)
            yield value
