"""Elliptic: figures that go on with the verb or the comparison of those in front of them.

"Sales rose 10 % and costs 7 %", "up 8 % sequentially and 10 % year over year", "$8.9 million,
+23 %": what is left out is what was said before.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile

from auditor.facts.prose.english.leads import Lead, Role
from auditor.facts.prose.english.lexemes import Lexeme
from auditor.facts.prose.english.lists import same_unit
from auditor.facts.prose.english.reading import STATED, Claim, Reading
from auditor.facts.prose.english.subjects import named
from auditor.facts.prose.english.wordings import Means
from auditor.facts.prose.sentence import has_sign
from auditor.notation.deferred import deferred

_BEFORE = (Means.YEAR_BEFORE, Means.QUARTER_BEFORE)
_INTO_A_TIME = (Means.IN, Means.ARTICLE, Means.COMPARED)
_JOINS = (Means.AND, Means.STOP)
_NAMING = frozenset((Means.ARTICLE, Means.WORD, Means.AND, Means.STOP))
_NAMING_A_TIME = frozenset((*_BEFORE, *_INTO_A_TIME, *_JOINS))
_LEVEL = deferred(r"\b(?:margin|rate|ratio|yield|share)\b")
"""What is itself a percentage, so that one behind its name is no growth."""


def filled_up(reading: Reading, at: int, own: Lead, found: Sequence[Claim]) -> Lead:
    """The lead with what it leaves out; as it is where it leaves out nothing."""
    brought = _brought_to(reading, at, own) or _in_a_headline(reading, at, own)
    if brought is not None or not found:
        return brought or own
    if own.role is Role.MOVES and {one.means for one in own.subject} <= _NAMING_A_TIME:
        own = own._replace(subject=())  # "; year over year, it rose"
    return (
        _compared_further(reading, at, found[-1])
        or _signed_growth(reading, at, own, found[-1])
        or _without_verb(reading, at, own, found)
        or own
    )


def _brought_to(reading: Reading, at: int, own: Lead) -> Lead | None:
    """The lead of what something brought a row to: "a burn of 27 reduced cash to 61"."""
    run = reading.runs[at]
    verbs = [i for i, one in enumerate(run) if one.means in _VERBS]
    if not run or run[-1].means is not Means.TO or len(verbs) != 1 or own.reason:
        return None
    words = run[verbs[0] + 1 : -1]
    if not words or not {one.means for one in words} <= _NAMING:
        return None
    name = named(reading.sentence, words)
    if name is None or name.loosely:
        return None
    return Lead(Role.ARRIVES, tuple(words), own.periods, _VERBS[run[verbs[0]].means])


def _in_a_headline(reading: Reading, at: int, own: Lead) -> Lead | None:
    """The lead of an amount right behind a row's name: "Q3 results: revenue $5.2 million"."""
    figure, tail = reading.facts[at].figure, reading.runs[at + 1]
    if own.role is not Role.UNKNOWN or not own.subject or own.reason or not figure.unit:
        return None
    if any(one.means in _SPOKEN for run in reading.runs[: at + 1] for one in run):
        return None
    if tail and tail[0].means not in _ENDS_A_HEADLINE:
        return None
    marks = [i for i, one in enumerate(own.subject) if one.means in (Means.STOP, Means.COLON)]
    words = own.subject[marks[-1] + 1 :] if marks else own.subject
    name = named(reading.sentence, words) if words else None
    if name is None or name.loosely:
        return None
    level = _LEVEL.search(name.label.casefold()) is not None
    return Lead(Role.STATES, words, own.periods) if level is figure.is_percent else None


_SPOKEN = frozenset((
    Means.STATES, Means.RECORDS, Means.BY, Means.TO, Means.CAUSE, Means.PART, Means.EXPECTS,
    Means.BASIS,
))  # fmt: skip
"""What makes of a headline a sentence, whose verb says what a figure is."""
_ENDS_A_HEADLINE = frozenset((
    Means.STOP, Means.COMPARED, Means.RISES, Means.FALLS, Means.PER_SHARE, Means.OR, Means.AND,
))  # fmt: skip


_VERBS = {Means.RISES: 1, Means.FALLS: -1}


def _compared_further(reading: Reading, at: int, before: Claim) -> Lead | None:
    """The lead of one more comparison: "from 25 in the prior quarter and 24 a year ago"."""
    if before.role not in (Role.BASE, Role.MOVES) or not _is_alike(reading, at):
        return None
    behind = [one for one in reading.runs[at] if one.means not in _INTO_A_TIME]
    if not behind or behind[0].means not in _BEFORE or len(behind) == 1:
        return None
    joined = all(one.means in _JOINS for one in behind[1:])
    if not joined or not _opens_with_a_time(reading.runs[at + 1]):
        return None
    return Lead(before.role, sign=before.sign if before.role is Role.MOVES else 0)


def _opens_with_a_time(tail: Sequence[Lexeme]) -> bool:
    """Whether what follows a figure begins with what it is compared with: "from a year ago"."""
    opening = next(dropwhile(lambda one: one.means in _INTO_A_TIME, tail), None)
    return opening is not None and opening.means in _BEFORE


def _signed_growth(reading: Reading, at: int, own: Lead, before: Claim) -> Lead | None:
    """The lead of a percentage with a sign behind an amount: "$8.9 million, +23 %"."""
    figure, other = reading.facts[at].figure, reading.facts[at - 1].figure
    alone = own.role is Role.LISTED or _opens_brackets_behind_a_time(reading, at)
    if not alone or before.role not in STATED or not has_sign(figure):
        return None
    return Lead(Role.MOVES) if figure.is_percent and not other.is_percent else None


def _opens_brackets_behind_a_time(reading: Reading, at: int) -> bool:
    """Whether a bracket opens behind what was compared with: "in the previous year (+5 %)"."""
    run = reading.runs[at]
    kinds = {one.means for one in run[:-1]}
    times = {Means.IN, Means.ARTICLE, Means.PERIOD, *_BEFORE}
    return len(run) > 1 and reading.word(run[-1]) == "(" and kinds <= times


def _without_verb(reading: Reading, at: int, own: Lead, found: Sequence[Claim]) -> Lead | None:
    """The lead of another subject's figure to which the verb before it belongs too."""
    first = found[-1].topic.first
    before, run = found[first], reading.runs[at]
    if run and run[-1].means is Means.BY and before.role is Role.MOVES:  # "and profit by 7 %"
        run = run[:-1]
        own = own._replace(subject=tuple(dropwhile(lambda one: one.means in _JOINS, run)))
    role = before.role
    if run and run[-1].means is Means.TO and role in (Role.MOVES, Role.ARRIVES):  # "profit to 5"
        run, role = run[:-1], Role.ARRIVES
        own = own._replace(subject=tuple(dropwhile(lambda one: one.means in _JOINS, run)))
    if own.role is not Role.UNKNOWN or not own.subject or before.reason:
        return None
    if role not in (Role.MOVES, Role.STATES, Role.ARRIVES) or run[0].means not in _JOINS:
        return None
    alike = role is Role.ARRIVES or same_unit(reading.facts[at], reading.facts[first])
    if not {one.means for one in run} <= _NAMING or not alike:
        return None
    name = named(reading.sentence, own.subject)
    if name is None or name.loosely or _LEVEL.search(name.label.casefold()):
        return None
    return own._replace(role=role, sign=before.sign)


def _is_alike(reading: Reading, at: int) -> bool:
    return same_unit(reading.facts[at], reading.facts[at - 1])
