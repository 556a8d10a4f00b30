"""Openings: figures whose subject stands behind them, or goes unsaid because it was named before.

"At $45.9 million, operating income was", "gross profit was $136.2 million, a margin of 38.9 %",
"driven by volumes, net interest margin widened to": each has a subject, but not right in front.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile, takewhile

from auditor.facts.prose.english.leads import CAUSE, Lead, Role
from auditor.facts.prose.english.lexemes import Lexeme
from auditor.facts.prose.english.reading import STATED, Claim, Reading
from auditor.facts.prose.english.subjects import Named, named
from auditor.facts.prose.english.wordings import Means
from auditor.facts.prose.sentence import Sentence
from auditor.model.figure import POINTS
from auditor.notation.deferred import deferred

_SPEAKS = frozenset((Means.STATES, Means.RISES, Means.FALLS))
_NAMING = frozenset((Means.WORD, Means.ARTICLE, Means.AND))
_LEADS_TO_A_MARGIN = frozenset((
    Means.STOP, Means.ARTICLE, Means.IN, Means.AND, Means.OR, Means.ADVERB, Means.CAUSE,
))  # fmt: skip
_MARGIN = deferred(r"(?:profit |net )?margin|return on (?:sales|revenues?)")
_REVENUES = "revenue", "net sales", "sales", "turnover"


def stated_first(reading: Reading, at: int, own: Lead) -> Lead:
    """The lead of an amount that a sentence opens with: "At $45.9 million, operating income was".

    As it is where no row of that name follows, and what is said of it.
    """
    kinds = [one.means for one in reading.runs[at]]
    tail = reading.runs[at + 1]
    if at or kinds != [Means.TO] or not tail or tail[0].means is not Means.STOP:
        return own
    end = next((i for i, one in enumerate(tail) if one.means in _SPEAKS), 0)
    words = tuple(tail[1:end])
    if not words or not {one.means for one in words} <= _NAMING:
        return own
    name = named(reading.sentence, words)
    return own if name is None or name.loosely else Lead(Role.STATES, words)


def behind_a_verb(sentence: Sentence, own: Lead) -> Lead:
    """The lead with what a row's amount is said to be: "represents an effective tax rate of"."""
    opens = bool(own.subject) and own.subject[0].means is Means.SHARES
    if not opens or own.role is not Role.STATES or not own.by_noun:
        return own
    name = named(sentence, own.subject[1:])
    return (
        own
        if name is None or name.loosely
        else own._replace(subject=own.subject[1:], by_noun=False)
    )


def as_a_margin(reading: Reading, at: int, own: Lead, before: Claim | None) -> Lead | None:
    """The lead of what an amount leaves of revenue: "$136.2 million, a margin of 38.9 %"."""
    figure = reading.facts[at].figure
    if before is None or own.role is not Role.STATES or not figure.is_percent:
        return None
    if before.role not in (*STATED, Role.MOVES) or before.topic.name is None or before.of:
        return None
    words = list(dropwhile(lambda one: one.means in _LEADS_TO_A_MARGIN, own.subject))
    if not words:
        return None
    text = reading.sentence.text[words[0].start : words[-1].end].casefold()
    return Lead(Role.SHARES, (), own.periods) if _MARGIN.fullmatch(text) else None


def in_apposition(reading: Reading, at: int, own: Lead, before: Claim | None) -> Lead:
    """The lead of what an amount is of a row, said behind a mark: "$8.7 million, 17.9 % of sales".

    As "or" would join it; as it is where no row of that name follows.
    """
    if before is None or own.role is not Role.LISTED or before.role not in _HAS_A_SHARE:
        return own
    kinds = {one.means for one in reading.runs[at]}
    tail, figures = reading.runs[at + 1], [f.figure for f in reading.facts[at - 1 : at + 1]]
    amount_first = figures[1].is_percent and not figures[0].is_percent and bool(figures[0].unit)
    if not amount_first or Means.STOP not in kinds or not kinds <= _MARKS:
        return own
    if not tail or tail[0].means is not Means.OF:
        return own
    words = list(takewhile(lambda one: one.means in _NAMING, tail[1:]))
    name = named(reading.sentence, words) if words else None
    return own if name is None or name.loosely else own._replace(role=Role.RESTATES)


_HAS_A_SHARE = (Role.STATES, Role.ARRIVES)
_MARKS = frozenset((Means.STOP, Means.ADVERB, Means.ABOUT))


def as_a_ratio(reading: Reading, own: Lead) -> Lead:
    """The lead of "the ratio of operating expenses to total income was", as a share of the two."""
    words = list(dropwhile(lambda one: one.means in _LEADS_TO_A_MARGIN, own.subject))
    kinds = [one.means for one in words]
    if own.role is not Role.STATES or own.of or kinds[1:2] != [Means.OF] or own.by_noun:
        return _as_one_to_another(reading, own, words)
    if Means.TO not in kinds or reading.word(words[0]) != "ratio":
        return own
    to = kinds.index(Means.TO)
    return own._replace(role=Role.SHARES, subject=tuple(words[2:to]), of=tuple(words[to + 1 :]))


def _as_one_to_another(reading: Reading, own: Lead, words: Sequence[Lexeme]) -> Lead:
    """The lead of "debt to total assets declined to 38.6 %", where both are rows."""
    kinds = [one.means for one in words]
    roles = (Role.STATES, Role.ARRIVES, Role.BASE, Role.MOVES)
    if own.role not in roles or own.of or own.by_noun or kinds.count(Means.TO) != 1:
        return own
    to = kinds.index(Means.TO)
    over, under = tuple(words[:to]), tuple(words[to + 1 :])
    if under and reading.word(under[-1]) == "ratio":
        under = under[:-1]
    names = [named(reading.sentence, part) if part else None for part in (over, under)]
    if any(name is None or name.loosely for name in names) or reading.word(words[to]) != "to":
        return own
    role = Role.SHARES if own.role is Role.STATES else own.role
    return own._replace(role=role, subject=over, of=under)


def margin_of_a_row(reading: Reading, at: int, own: Lead) -> Lead | None:
    """The lead of "the EBIT margin rose to 5 %", where EBIT is a row and its margin is none.

    So is what a cost is of revenue: "the personnel expense ratio".
    """
    figure, words = reading.facts[at].figure, own.subject
    level = figure.is_percent and own.role in (Role.STATES, Role.ARRIVES, Role.BASE)
    moves = figure.unit == POINTS and own.role is Role.MOVES
    if not (level or moves) or own.of or own.reason or len(words) < 2:
        return None
    last, before = reading.word(words[-1]), reading.word(words[-2])
    if last not in _MARGINS and not (last == "ratio" and _COSTS.search(before)):
        return None
    sentence = reading.sentence
    itself, name = named(sentence, words), named(sentence, words[:-1])
    if (itself and not itself.loosely) or name is None or name.loosely:
        return None
    role = Role.SHARES if own.role is Role.STATES else own.role
    return own._replace(role=role, subject=words[:-1])


_MARGINS = ("margin", "margins")
_COSTS = deferred(r"\A(?:expenses?|costs?)\Z")


def revenue(sentence: Sentence) -> Named | None:
    """What a margin is taken of: the row that states revenue, by one of its usual names."""
    labels = sentence.around.labels
    found = {c: n for n in _REVENUES if (c := labels.concept(n) or labels.concept(f"total {n}"))}
    if len(found) != 1:
        return None
    concept, label = next(iter(found.items()))
    return Named(concept, label)


def behind_a_cause(sentence: Sentence, own: Lead) -> Lead:
    """The lead with the subject of its clause alone, where a cause opens the sentence or ended.

    "Driven by higher volumes, and net interest margin widened to": words up to the last mark
    explain; what stands behind it is a row and has a verb of its own.
    """
    if own.reason != CAUSE or own.by_noun:
        return own
    if own.role not in (Role.STATES, Role.MOVES, Role.ARRIVES):
        return own
    marks = [i for i, one in enumerate(own.subject) if one.means is Means.STOP]
    words: Sequence[Lexeme] = own.subject[marks[-1] + 1 :] if marks else ()
    if not words or any(one.means is Means.CAUSE for one in words):
        return own
    name = named(sentence, words)
    if name is None or name.loosely:
        return own
    return own._replace(subject=tuple(words), reason="")
