"""Labels: whether what a passage begins with in front of a colon narrows what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor.facts.prose.english.leads import lead
from auditor.facts.prose.english.lexemes import lexemes
from auditor.facts.prose.english.subjects import known
from auditor.facts.prose.sentence import Sentence
from auditor.facts.prose.subject import behind_label, is_a_time, is_overview
from auditor.notation.deferred import deferred


def is_of_a_part(sentence: Sentence) -> bool:
    """Whether a label in front narrows what the sentence says: one that is no line of a statement.

    Behind "Interest expense: ..." the passage speaks of what it names itself.
    """
    label = sentence.label
    if not label or is_overview(label) or _repeats_label(sentence) or _QUOTES.search(label):
        return False
    if is_a_time(label, sentence.around.calendar) or _names_who_reports(sentence, label):
        return False
    if known(sentence, label) is None:
        return not is_a_clause(sentence)
    return sentence.start > 0 and _LINE.search(label) is None


def is_a_clause(sentence: Sentence) -> bool:
    """Whether a label is a sentence of its own: "Momentum carried the year: net sales rose 5 %".

    It may still speak of a part, so that what follows is understood loosely.
    """
    label = sentence.label
    return bool(label) and _CLAUSE.search(label) is not None and known(sentence, label) is None


def _names_who_reports(sentence: Sentence, label: str) -> bool:
    """Whether a label is the name of the company: "Corven: turnover rises"."""
    company = sentence.around.company
    return bool(company) and label.lstrip("#* ").startswith(company)


def _repeats_label(sentence: Sentence) -> bool:
    """Whether a sentence says itself what its label names: "Gross margin: gross margin was 5 %"."""
    text = sentence.text[max(sentence.start, behind_label(sentence.text)) : sentence.end]
    said = {word.casefold().removesuffix("s") for word in _WORD.findall(text)}
    own = {word.casefold().removesuffix("s") for word in _WORD.findall(sentence.label)}
    return bool(own) and (own <= said or _shortens(sentence.label, text))


def _shortens(label: str, text: str) -> bool:
    """Whether a label is made of the first letters of words: "ARR: annual recurring revenue"."""
    if not label.isupper() or not label.isalpha() or len(label) < 2:
        return False
    initials = "".join(word[0] for word in _WORD.findall(text)).upper()
    return label in initials


def opening(sentence: Sentence, figures: Sequence[tuple[int, int]]) -> int:
    """Where the words of a sentence begin: behind its label, if a subject stands there too."""
    quotes = _QUOTES.search(sentence.label) is not None
    stands_apart = quotes or _repeats_label(sentence) or is_a_clause(sentence)
    labelled = sentence.label and not sentence.start and stands_apart
    behind = behind_label(sentence.text) if labelled else 0
    if not behind or not figures or behind >= figures[0][0]:
        return sentence.start
    span = (behind, figures[0][0])
    within = [m for m in sentence.mentions if behind <= m[0] and m[1] <= figures[0][0]]
    words = lexemes(sentence.text, span, (), within, sentence.around.company)
    return behind if lead(words).subject else sentence.start


_CLAUSE = deferred(
    r"\w \b(?:[a-z]{2,}ed|grew|held|made|drove|led|saw|took|gave|kept|won|brought|came|paid|went|is"
    r"|are|was|were|has|have|had|remains?|continues?) (?:the|our|its|another|strong|solid|robust"
    r"|firm|well|off|up|back|to grow)\b"
)
"""A verb with what it is followed by; "Goods sold" and "Services provided to" have none such."""
_QUOTES = deferred(
    r"\b(?:said|says|commented|comments|added|adds|noted|stated|explained|remarked)\Z",
    re.IGNORECASE,
)
"""What leads to what somebody said: "Helen Marsh, Chief Executive, said: ..."."""
_WORD = deferred(r"[^\W\d_]+")
_LINE = deferred(
    r"\b(?:income|expenses?|costs?|revenues?|sales|profit|loss(?:es)?|gains?|impairments?|tax(?:es)?"
    r"|ebitda?|debt|cash|margins?|earnings|depreciation|amorti[sz]ation|interest)\b",
    re.IGNORECASE,
)
"""What lines of statements are of, and parts of a company are not."""
