"""Subjects: the concept that a figure in prose speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from auditor.facts.prose.sentence import Sentence, has_sign
from auditor.facts.prose.word_order import subject_among
from auditor.model.fact import Fact, Measure
from auditor.model.figure import Figure
from auditor.model.period import Calendar
from auditor.notation.deferred import deferred
from auditor.notation.periods import periods, without_parts
from auditor.notation.vocabulary import cleaned, normal

_LEAD = r"[\s\-*•◆●■○・]"
_LABEL = deferred(  # the words may take two marks of the lead, no more: they need two characters
    rf"(?:{_LEAD}(?={_LEAD}{{2}}))*+{_LEAD}{{0,2}}([^:：.;\d][^:：.;]{{1,80}}?)\s*+[:：](?!\d)"
)
_EDGES = deferred(r"^[\s\-*•◆●■○・<>()（）,、]+|[\s<>()（）,、\-]+$")
_TRAILING = deferred(r"(?<![\s,])[\s,]++(?:(?:for|in|of|at|as of|during)[\s,]*+)?$", re.IGNORECASE)
_AND = deferred(r"^(?:and|while|but|whereas|as\s+well\s+as|with)\b\s*", re.IGNORECASE)
_ANY_REVENUE = deferred(r"(?:the\s+)?(?:net\s+|total\s+)?(?:revenues?|sales)", re.IGNORECASE)
_OVERVIEW = deferred(
    r"(?:(?:for|the|in|of|our|and|results?|highlights?|summary|overview|outlook|financial|key|main"
    r"|consolidated|business|performance|figures?|note|which|davon|dont|其中|うち)\b\W*)*",
    re.IGNORECASE,
)


class Subject(NamedTuple):
    """A concept's canonical name ("" when the figure states nothing of any), as it is worded."""

    concept: str
    label: str


def label_of(text: str, before: int) -> str:
    """What a passage begins with in front of a colon, if that stands before an offset."""
    match = _LABEL.match(text)
    if match is None or match.end() > before or match[1].count("(") > match[1].count(")"):
        return ""  # "Kestrel (NYSE: KST) announced": a colon in brackets
    return match[1].strip()


def behind_label(text: str) -> int:
    """Where a passage goes on behind the label that it begins with; 0 where it has none."""
    match = _LABEL.match(text)
    return match.end() if match else 0


def is_overview(label: str) -> bool:
    """Whether a label names no part: "Results", "Highlights of the year"."""
    return _OVERVIEW.fullmatch(label) is not None


def is_a_time(label: str, calendar: Calendar) -> bool:
    """Whether a label says when, and nothing else but words of no part: "Q3 2025 results"."""
    return bool(periods(label, calendar)) and is_overview(_without_periods(label, calendar))


def subject(sentence: Sentence, figure: Figure, measure: Measure, before: Fact | None) -> Subject:
    """What the figure speaks of; ``before`` is what the passage stated last."""
    words = _words_since(sentence, _behind_what_is_of(sentence, before), figure) if before else ""
    continues = before is not None and not words and before.figure.start >= sentence.start
    if before is not None and continues and has_sign(figure):
        return Subject(before.concept, before.label)
    if not continues and not words:
        words = _words_since(sentence, sentence.start, figure)
    behind = _named_behind(sentence, figure)
    if behind is not None:
        return behind
    if _states_nothing(sentence, figure, measure):
        return Subject("", cleaned(words))
    if before is not None and continues:
        if not before.concept and _behind_what_is_of(sentence, before) != before.figure.end:
            return Subject(sentence.around.known(before.label) or "", before.label)
        same = (
            measure is not Measure.AMOUNT
            or sentence.arrives(figure)
            or not sentence.wording.is_english
        )
        return Subject(before.concept, before.label) if same else Subject("", "")
    return _named(sentence, words)


def is_an_aside(sentence: Sentence, figure: Figure, before: Fact | None) -> bool:
    """Whether a sentence says between commas what an amount is of, before it states anything.

    "Le résultat opérationnel, après 6,4 M€ de charges de restructuration, s'élève à".
    """
    if sentence.wording.is_english or (before and before.figure.start >= sentence.start):
        return False
    of = sentence.wording.share_of.match(sentence.text, figure.end)
    named = _BEHIND.match(sentence.text, of.end()) if of else None
    closes = named is not None and sentence.text[named.end() : named.end() + 1] == ","
    return closes and "," in sentence.text[sentence.start : figure.start]


def _behind_what_is_of(sentence: Sentence, before: Fact) -> int:
    """Where words may name a new subject: behind those that say what the figure before is of.

    "58 % du chiffre d'affaires, progresse de", "après 6,4 M€ de charges, s'élève à": what follows
    still speaks of what the sentence spoke of, where it spoke of a row.
    """
    end = before.figure.end
    counts = before.measure is Measure.AMOUNT and sentence.around.known(before.label) is not None
    if sentence.wording.is_english or not (before.measure is Measure.SHARE or counts):
        return end
    of = sentence.wording.share_of.match(sentence.text, end)
    named = _BEHIND.match(sentence.text, of.end()) if of else None
    if named is None:
        return end
    if before.measure is Measure.SHARE:
        words = subject_among(named[1], sentence.wording, sentence.around)
        cut = named[1].find(words) if words else -1
        return named.start(1) + (cut + len(words) if cut >= 0 else 0)
    is_aside = sentence.text[named.end() : named.end() + 1] == ","
    return named.end() if is_aside else end


def _named_behind(sentence: Sentence, figure: Figure) -> Subject | None:
    """The row that follows the amount a sentence opens with: "Mit 5 Mio. € lag der Umsatz"."""
    opening = sentence.text[sentence.start : figure.start].strip().casefold()
    if sentence.wording.is_english or opening not in _WITH:
        return None
    behind = _BEHIND.match(sentence.text, figure.end)
    words = subject_among(behind[1], sentence.wording, sentence.around) if behind else ""
    concept = sentence.around.known(words) if words else None
    return Subject(concept, cleaned(words)) if concept else None


_WITH = ("mit", "avec", "con", "com", "met")
_BEHIND = deferred(r"\s*,?\s*([^,.;:\d]{3,80})")


def _words_since(sentence: Sentence, start: int, figure: Figure) -> str:
    """The words between an offset and a figure that can name its subject: those before a verb.

    Nothing when they stand in another sentence, or only lead from one figure to the next.
    """
    if start < sentence.start:
        return ""
    label = _LABEL.match(sentence.text) if start == 0 else None
    if label and label.end() <= figure.start:
        start = label.end()
    text = sentence.text[start : figure.start]
    for compared in reversed(sentence.compared_within(start, figure.start)):
        text = text[: compared.start - start] + "," + text[compared.end - start :]
    text = _AND.sub("", _EDGES.sub("", text))
    if not sentence.wording.is_english:
        plain = _without_periods(text, sentence.around.calendar)
        plain = plain if sentence.has_part_of_year else without_parts(plain)
        return subject_among(plain, sentence.wording, sentence.around)
    verb = sentence.wording.verb.search(text)
    words = _without_periods(text[: verb.start()] if verb else text, sentence.around.calendar)
    return "" if sentence.wording.fillers.fullmatch(words) else words


def _states_nothing(sentence: Sentence, figure: Figure, measure: Measure) -> bool:
    """Whether the figure is no statement of the subject: a cause, a base, or one of a list.

    "Due to a decrease of 5 in fees", "from 90 to 100", "100 and 90 in 2020 and 2019, respectively".
    """
    if measure is Measure.AMOUNT:
        is_base = sentence.is_base(figure) and sentence.base_period(figure) is None
        return sentence.pairs_lists or is_base or sentence.is_caused(figure)
    return sentence.names_change_at <= figure.start or sentence.is_caused(figure)


def _named(sentence: Sentence, words: str) -> Subject:
    """The subject that the passage's label names, or the words, or a heading when there are none.

    Words under a label name a part of it: "Europe: net sales were 5" says nothing of all net sales.
    """
    around = sentence.around
    label = _without_periods(sentence.label, around.calendar)
    if not label or _OVERVIEW.fullmatch(label):
        return _known_subject(sentence, (words,) if words else _titles(sentence))
    concept = around.known(label)
    if not words or (concept and around.known(words) == concept):
        return Subject(concept or normal(label), cleaned(label))
    if concept and _ANY_REVENUE.fullmatch(words):
        return Subject(concept, cleaned(label))
    return Subject(normal(f"{label} {words}"), cleaned(f"{label}: {words}"))


def _known_subject(sentence: Sentence, wordings: Iterable[str]) -> Subject:
    """The first wording that names a known concept; the first at all when none does."""
    listed = list(wordings)
    for wording in listed:
        concept = sentence.around.known(wording)
        if concept:
            return Subject(concept, cleaned(wording))
    own = sentence.label or (listed[0] if listed else "")
    return Subject(normal(own), cleaned(own))


def _titles(sentence: Sentence) -> Iterator[str]:
    """The headings over the passage, innermost first, without periods and brackets."""
    for heading in reversed(sentence.headings):
        yield _EDGES.sub("", _without_periods(heading, sentence.around.calendar))


def _without_periods(text: str, calendar: Calendar) -> str:
    for start, end, _ in reversed(periods(text, calendar)):
        text = text[:start] + text[end:]
    return _TRAILING.sub("", text)
