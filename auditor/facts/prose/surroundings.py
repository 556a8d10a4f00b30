"""Surroundings: what holds for a passage by its place in the document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from auditor.facts.prose.row_labels import RowLabels
from auditor.facts.thresholds import LONG_LABEL
from auditor.model.period import MONTHS_OF_A_YEAR, Calendar, Period
from auditor.notation.deferred import deferred
from auditor.notation.numerals.prose_convention import ENGLISH_CONVENTION, ProseConvention
from auditor.notation.units import Unit
from auditor.notation.vocabulary import Lexicon, normal

_PER_CENT = deferred(r"[0-9][ \u00a0\u202f]?[%％]")


class Surroundings(NamedTuple):
    """What holds for a passage by its place: the period it speaks of, and the concepts in sight.

    ``labels`` are the row labels printed in the document; ``unstated`` is what prose compares
    with when it does not say, ``convention`` how it writes numbers; ``company`` is the name of
    who reports, where the document's title tells it.
    """

    lexicon: Lexicon
    calendar: Calendar
    unit: Unit
    period: Period | None
    labels: RowLabels
    unstated: str = ""
    convention: ProseConvention = ENGLISH_CONVENTION
    company: str = ""

    def known(self, words: str) -> str | None:
        """The concept that the words name, if the document or the vocabulary knows it."""
        form = normal(words)
        if not form:
            return None
        labels, found = self.labels, self.lexicon.concepts.name(words)
        if found and found not in labels.named:  # "sales", where the one row is "Total sales"
            found = labels.concept(form) or labels.concept(f"total {form}") or found
        found = found or labels.concept(form) or labels.in_front_of_brackets(form)
        if found:
            return found
        return labels.only_longer(form) if " " in form or "-" in form else None

    @property
    def in_the_year(self) -> Surroundings:
        """The same, of the fiscal year that the period around lies in."""
        latest = self.period
        if latest is None or latest.months >= MONTHS_OF_A_YEAR:
            return self
        year = latest.last // MONTHS_OF_A_YEAR
        spans = [self.calendar.span(y, 0, MONTHS_OF_A_YEAR) for y in (year, year + 1)]
        return self._replace(period=next((s for s in spans if s.contains(latest)), latest))

    def section(self, concept: str, headings: Sequence[str]) -> str:
        """The nearest heading that narrows a general concept to a part of the company, else "".

        Under "Services - Harbour dues", where "Harbour dues" is a row of some table, "Revenues"
        are not all revenues.
        """
        if concept not in self.lexicon.known:
            return ""
        own = [h for h in headings if not (self.company and self.company in h)]
        own = [h for h in own if _PER_CENT.search(h) is None]  # a headline, which states something
        return next((h for h in reversed(own) if self._names_part(h)), "")

    def _names_part(self, heading: str) -> bool:
        """Whether a heading names a row that no statement has by convention."""
        return any(
            concept not in self.lexicon.known and (" " in label or len(label) >= LONG_LABEL)
            for label, concept in self.labels.within(normal(heading))
        )
