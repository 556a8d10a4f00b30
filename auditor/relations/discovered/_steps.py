"""Steps: how much work a search does on one table, counted, so that it ends on any table.

A clock would end it elsewhere on every machine; the same count ends it at the same place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.model.scene import Unfinished
from auditor.relations.discovered._thresholds import MOST_SEARCHES


@dataclass(slots=True)
class Steps:
    """The steps that a search of one table has left."""

    left: int
    searches: int = MOST_SEARCHES

    def allow(self, steps: int) -> bool:
        """Whether so many more may be taken, which then are."""
        self.left -= steps
        return self.left >= 0

    def allow_search(self) -> bool:
        """Whether the whole table may be searched once more, which it then is."""
        self.searches -= 1
        return self.searches >= 0

    def ended(self, table: int, sought: str) -> Iterator[Unfinished]:
        """What is told of the search if it wanted more steps than there were."""
        if self.left < 0 or self.searches < 0:
            yield Unfinished(table, sought)
