"""Surroundings: what holds for a passage by its place in the document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from auditor.period import Calendar, Period
from auditor.units import Unit
from auditor.vocabulary import Lexicon, normal

LONG_LABEL = 8
"""Letters from which on a row label of one word is taken to be a name when a heading shows it."""


class Surroundings(NamedTuple):
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

    def section(self, concept: str, headings: Sequence[str]) -> str:
        """The nearest heading that narrows a general concept to a part of the company, else "".

        Under "Services - Harbour dues", where "Harbour dues" is a row of some table, "Revenues"
        are not all revenues.
        """
        if concept not in self.lexicon.known:
            return ""
        return next((h for h in reversed(headings) if self._names_part(h)), "")

    def _names_part(self, heading: str) -> bool:
        """Whether a heading names a row that no statement has by convention."""
        padded = f" {normal(heading)} "
        return any(
            label in padded
            and concept not in self.lexicon.known
            and (" " in label or len(label) >= LONG_LABEL)
            and f" {label} " in padded.replace(",", " ")
            for label, concept in self.labels.items()
        )
