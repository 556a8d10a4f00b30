"""Surroundings: what holds for a passage by its place in the document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from auditor.period import Calendar, Period
from auditor.units import Unit
from auditor.vocabulary import Lexicon, normal


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What holds for a passage by its place: the period it speaks of, and the concepts in sight.

    ``labels`` maps the normal form of each row label printed in the document to its concept;
    ``unstated`` is what prose compares with when it does not say.
    """

    lexicon: Lexicon
    calendar: Calendar
    unit: Unit
    period: Period | None
    labels: Mapping[str, str]
    unstated: str = ""

    def known(self, words: str) -> str | None:
        """The concept that the words name, if the document or the vocabulary knows it."""
        form = normal(words)
        if not form:
            return None
        found = self.lexicon.concepts.name(words) or self.labels.get(form)
        if found:
            return found
        longer = {c for label, c in self.labels.items() if label.startswith(form + " ")}
        return longer.pop() if len(longer) == 1 and (" " in form or "-" in form) else None
