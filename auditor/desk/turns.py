"""Turns: who may audit next, so that nobody waits for what another page has dropped."""

from __future__ import annotations

import asyncio
import contextlib
from collections import Counter
from collections.abc import AsyncIterator
from typing import NamedTuple


class _Waiting(NamedTuple):
    page: str
    turn: asyncio.Future[None]


class Turns:
    """So many audits at a time of all pages, and so many of each.

    A turn that comes free goes to the page that has the fewest, and of its own to the one that
    waited longest.
    """

    def __init__(self, of_a_page: int, of_all: int) -> None:
        self._of_a_page = of_a_page
        self._of_all = of_all
        self._taken: Counter[str] = Counter()
        self._waiting: list[_Waiting] = []

    @contextlib.asynccontextmanager
    async def of(self, page: str) -> AsyncIterator[None]:
        """One turn of a page, once it has come."""
        waiting = _Waiting(page, asyncio.get_running_loop().create_future())
        self._waiting.append(waiting)
        self._give()
        try:
            await waiting.turn
            yield
        finally:
            self._end(waiting)

    def _end(self, waiting: _Waiting) -> None:
        """The turn is over, or was given up before it came."""
        if waiting in self._waiting:
            self._waiting.remove(waiting)
        else:
            self._taken[waiting.page] -= 1
        self._give()

    def _give(self) -> None:
        """Gives the turns that are free to those who wait."""
        while self._taken.total() < self._of_all:
            may = [w for w in self._waiting if self._taken[w.page] < self._of_a_page]
            if not may:
                return
            first = min(may, key=lambda w: self._taken[w.page])
            self._waiting.remove(first)
            self._taken[first.page] += 1
            if not first.turn.done():  # else it was given up just now, and ends by itself
                first.turn.set_result(None)
