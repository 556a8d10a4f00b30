"""Row labels: the names that a document's tables give to concepts, found from parts of a text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, takewhile

from auditor.notation.deferred import deferred

_PER_SHARE = deferred(r"\bper\b.{0,20}\bshare\b|\beps\b")


@dataclass(frozen=True)  # no slots: the indexes are made when first asked for
class RowLabels:
    """The concept of each row label by its normal form.

    Indexed, so that the time that a sentence takes does not grow with the number of labels.
    """

    concepts: Mapping[str, str]

    def concept(self, form: str) -> str | None:
        """The concept of a label with that normal form."""
        return self.concepts.get(form)

    def only_longer(self, form: str) -> str | None:
        """The concept of the labels that begin with these words, if they have but one."""
        start = form + " "
        first = bisect_left(self._sorted, start)
        longer = takewhile(lambda s: s.startswith(start), islice(self._sorted, first, None))
        found: set[str] = set()
        for label in longer:
            found.add(self.concepts[label])
            if len(found) > 1:
                return None
        return next(iter(found), None)

    def within(self, form: str) -> Iterator[tuple[str, str]]:
        """Each label that stands in the text as whole words, commas left aside, and its concept."""
        padded = f" {form} "
        words = padded.replace(",", " ")
        blanks = [i for i, mark in enumerate(words) if mark == " "]
        for start in blanks:
            last = bisect_right(blanks, start + 1 + self._longest)
            for end in blanks[bisect_right(blanks, start) : last]:
                label = words[start + 1 : end]
                if label in self.concepts and label in padded:
                    yield label, self.concepts[label]

    def only_with(self, name: str, word: str) -> str | None:
        """The concept of the labels that hold a name and a word, if they have but one."""
        found = {c for form, c in self.concepts.items() if name in form and word in form}
        return found.pop() if len(found) == 1 else None

    @cached_property
    def per_share(self) -> tuple[tuple[str, str], ...]:
        """The labels of amounts a share, with their concepts."""
        return tuple((form, c) for form, c in self.concepts.items() if _PER_SHARE.search(form))

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self.concepts)

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self.concepts), default=0)
