"""Claims: the facts that a document's prose states."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from auditor.document import Passage
from auditor.fact import CONSOLIDATED, RESULT, Comparison, Fact, Measure
from auditor.figure import PERCENT, POINTS, Figure, SignStyle
from auditor.numerals import figures
from auditor.period import Calendar, Period
from auditor.periods import periods
from auditor.units import Unit, in_unit
from auditor.vocabulary import Lexicon, cleaned, normal

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z(\"“])|(?<=。)")
_LABEL = re.compile(r"[\s\-*•◆●■○・]*([^:：.;\d][^:：.;]{1,80}?)\s*[:：](?!\d)")
_CUE = re.compile(
    r"\b(?:compared\s+(?:to|with)|from|versus|vs\.?|over|than|against)\s+(?:the\s+|that\s+of\s+)?",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(
    r"year[\s-]over[\s-]year|year[\s-]on[\s-]year|\by/y\b|\byoy\b|a\s+year\s+(?:ago|earlier)"
    r"|(?:same|corresponding)\s+(?:period|quarter)\s+(?:of|in|a)\s+(?:the\s+)?(?:prior|previous|last)"
    r"\s+(?:fiscal\s+)?year|prior[\s-]year\s+(?:period|quarter)|前年同期比|前年同期",
    re.IGNORECASE,
)
_UP = r"increas\w*|r[io]se[ns]?|grew|grow\w*|up|improv\w*|gained|higher|climb\w*|増\w?"
_DOWN = r"decreas\w*|declin\w*|f[ae]ll\w*|down|dropp?\w*|lower\w*|deteriorat\w*|減\w?"
_DIRECTION = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b", re.IGNORECASE)
_DIRECTION_AFTER = re.compile(
    r"\s*(?:(?P<up>increase|growth|rise|gain|増)|(?P<down>decrease|decline|fall|drop|減))",
    re.IGNORECASE,
)
_SUBJECT_ENDS = re.compile(
    rf"\b(?:was|were|is|are|has|have|amount\w*|total(?:l?ed)|reach\w*|came|represent\w*|{_UP}|{_DOWN})\b"
    r"|[:：]",
    re.IGNORECASE,
)
_CHANGE_OF = re.compile(
    r"\b(?:an?\s+|the\s+)(?:increase|decrease|change|growth|decline|reduction|rise|fall)s?\b",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^[\s\-*•◆●■○・<>()（）,、]+|[\s<>()（）,、\-]+$")
_TRAILING = re.compile(r"[\s,]+(?:for|in|of|at|as of|during)?[\s,]*$", re.IGNORECASE)
_OTHER_CLAUSE = re.compile(r"\b(?:due|because|reflecting|mainly|primarily|offset)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What holds for a passage by its place: the period it speaks of, and the concepts in sight.

    ``labels`` maps the normal form of each row label printed in the document to its concept.
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


def prose_facts(passage: Passage, around: Surroundings, number: int) -> Iterator[Fact]:
    """The facts a passage states, in order; figures are numbered from ``number`` on."""
    found = figures(passage.text)
    if not found:
        return
    spans = _sentences(passage.text)
    label = _label(passage.text, found[0].start)
    latest: Fact | None = None
    for figure in found:
        start, end = next(s for s in spans if s[0] <= figure.start < s[1])
        sentence = _Sentence(passage, start, end, label, around)
        fact = sentence.fact(figure, number, latest)
        number += 1
        latest = fact if fact.measure is Measure.AMOUNT else latest
        yield fact


def heading_period(headings: Sequence[Passage], calendar: Calendar) -> Period | None:
    """The last period that the nearest heading with one names."""
    for heading in reversed(headings):
        found = [p for _, _, p in periods(heading.text, calendar) if not p.is_instant]
        if found:
            return found[-1]
    return None


def _sentences(text: str) -> list[tuple[int, int]]:
    cuts = [0, *(m.end() for m in _SENTENCE_END.finditer(text)), len(text) + 1]
    return list(zip(cuts, cuts[1:], strict=False))


def _label(text: str, before: int) -> str:
    match = _LABEL.match(text)
    return match[1].strip() if match and match.end() <= before else ""


@dataclass(frozen=True, slots=True)
class _Sentence:
    passage: Passage
    start: int
    end: int
    label: str
    around: Surroundings

    @property
    def text(self) -> str:
        return self.passage.text

    def fact(self, figure: Figure, number: int, latest: Fact | None) -> Fact:
        sign = self._direction(figure)
        measure = self._measure(figure, sign, latest)
        concept, label = self._subject(figure, measure, latest)
        lexicon = self.around.lexicon
        headings = tuple(h.text for h in (*self.passage.headings, self.passage))
        return Fact(
            number,
            in_unit(figure, self._unit(figure), label),
            self.passage.source(figure.start, figure.end),
            label,
            concept,
            measure,
            self._period(figure) or self.around.period,
            self._against(figure, measure),
            RESULT,
            CONSOLIDATED,
            lexicon.segment(concept, headings),
            sign if measure in (Measure.GROWTH, Measure.POINTS, Measure.CHANGE) else 1,
            headings=headings,
        )

    def _unit(self, figure: Figure) -> Unit:
        """A scale word without a currency means the document's currency; else nothing is added."""
        return Unit(self.around.unit.currency if figure.scale and not figure.unit else "", 0)

    def _direction(self, figure: Figure) -> int:
        """-1 when words say that an unsigned figure is a decrease."""
        if figure.sign_style is not SignStyle.PLAIN:
            return 1
        after = _DIRECTION_AFTER.match(self.text, figure.end)
        if after:
            return -1 if after["down"] else 1
        before = list(_DIRECTION.finditer(self.text, self.start, figure.start))
        return -1 if before and before[-1]["down"] else 1

    def _moves(self, figure: Figure) -> bool:
        """Whether the figure states a movement: a sign of its own or a verb that leads to it."""
        if figure.sign_style in (SignStyle.PLUS, SignStyle.MINUS):
            return True
        if _DIRECTION_AFTER.match(self.text, figure.end):
            return True
        before = list(_DIRECTION.finditer(self.text, self.start, figure.start))
        if not before:
            return False
        between = self.text[before[-1].end() : figure.start]
        return not _OTHER_CLAUSE.search(between) and "(" not in between

    def _measure(self, figure: Figure, sign: int, latest: Fact | None) -> Measure:
        if figure.unit == POINTS:
            return Measure.POINTS
        if figure.unit == PERCENT:
            return Measure.GROWTH if self._moves(figure) else Measure.AMOUNT
        explicit = figure.sign_style in (SignStyle.PLUS, SignStyle.MINUS)
        if explicit and latest is not None:
            return Measure.CHANGE
        return Measure.CHANGE if self._moves(figure) and sign else Measure.AMOUNT

    def _subject(self, figure: Figure, measure: Measure, latest: Fact | None) -> tuple[str, str]:
        """(concept, label): of the amount in front of a bracket, else what the words name."""
        follows = figure.sign_style in (SignStyle.PLUS, SignStyle.MINUS)
        if measure is not Measure.AMOUNT and follows and latest is not None:
            return latest.concept, latest.label
        words = self._words_before(figure, latest)
        if measure is not Measure.AMOUNT and _CHANGE_OF.search(self.text, self.start, figure.start):
            return "", cleaned(words)
        for candidate in self._candidates(words):
            concept = self.around.known(candidate)
            if concept:
                return concept, cleaned(candidate)
        own = self.label or words
        return normal(own), cleaned(own)

    def _candidates(self, words: str) -> Iterable[str]:
        """The wordings that may name the subject, the most telling first."""
        yield _without_periods(self.label, self.around.calendar)
        yield _without_periods(words, self.around.calendar)
        if words or self.label:
            return
        for heading in reversed(self.passage.headings):
            yield _LEAD.sub("", _without_periods(heading.text, self.around.calendar))

    def _words_before(self, figure: Figure, latest: Fact | None) -> str:
        """The sentence's words up to its verb, or up to the figure.

        A second amount in a sentence has its own subject, between the two.
        """
        start = self.start
        if latest is not None and latest.figure.start >= start and _plain(figure):
            return _LEAD.sub("", self.text[latest.figure.end : figure.start])
        match = _LABEL.match(self.text, start)
        if match and match.end() <= figure.start and self.start == 0:
            start = match.end()
        words = self.text[start : figure.start]
        verb = _SUBJECT_ENDS.search(words)
        return _LEAD.sub("", words[: verb.start()] if verb else words)

    def _period(self, figure: Figure) -> Period | None:
        """A period named before the figure in its sentence, unless it is what it is compared to."""
        compared = [span for span, _ in self._comparisons()]
        for start, end, period in periods(self.text[self.start : self.end], self.around.calendar):
            at = start + self.start
            inside = any(a <= at < b for a, b in compared)
            if not inside and end + self.start <= figure.start and not period.is_instant:
                return period
        return None

    def _against(self, figure: Figure, measure: Measure) -> Comparison | None:
        if measure is Measure.AMOUNT:
            return None
        for (start, _), comparison in self._comparisons():
            if start >= figure.end:
                between = self.text[figure.end : start]
                return None if _OTHER_CLAUSE.search(between) else comparison
        if self.around.unstated == "a year before" and self.around.period:
            return Comparison(period=self.around.period.year_before, text="the year before")
        return None

    def _comparisons(self) -> list[tuple[tuple[int, int], Comparison]]:
        """Each thing compared with in the sentence, with its span in the passage."""
        found: list[tuple[tuple[int, int], Comparison]] = []
        text = self.text[self.start : self.end]
        named = {start: (end, p) for start, end, p in periods(text, self.around.calendar)}
        for cue in _CUE.finditer(text):
            if cue.end() in named:
                end, period = named[cue.end()]
                found.append(self._spanned(cue.start(), end, Comparison(period, text=period.label)))
                continue
            words = re.match(r"[^,.;:()（）]{1,60}", text[cue.end() :])
            scenario = words and self.around.lexicon.scenarios.name(words[0])
            if words and scenario:
                end = cue.end() + words.end()
                against = Comparison(scenario=scenario, text=f"the {words[0].strip()}")
                found.append(self._spanned(cue.start(), end, against))
        if self.around.period:
            for mention in _YEAR_BEFORE.finditer(text):
                against = Comparison(self.around.period.year_before, text=mention[0])
                found.append(self._spanned(mention.start(), mention.end(), against))
        return sorted(found, key=lambda item: item[0])

    def _spanned(
        self, start: int, end: int, comparison: Comparison
    ) -> tuple[tuple[int, int], Comparison]:
        return (start + self.start, end + self.start), comparison


def _plain(figure: Figure) -> bool:
    return figure.sign_style is SignStyle.PLAIN and figure.unit not in (PERCENT, POINTS)


def _without_periods(text: str, calendar: Calendar) -> str:
    for start, end, _ in reversed(periods(text, calendar)):
        text = text[:start] + text[end:]
    return _TRAILING.sub("", text)


def renumbered(facts: Iterable[Fact], start: int) -> list[Fact]:
    """The facts numbered in their order from ``start`` on."""
    return [replace(fact, number=n) for n, fact in enumerate(facts, start=start)]
