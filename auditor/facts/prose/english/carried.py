"""Carried: sentences that go on with what the sentence before them spoke of.

"Research expenses were $34.7 million, compared to $29.3 million. The increase of $5.4 million was
due to": its subject and its times are those of the sentence before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor.facts.prose.sentence import Accuracy, Sentence
from auditor.model.fact import Comparison, Fact, Measure
from auditor.model.figure import PERCENT, POINTS
from auditor.model.period import Period
from auditor.notation.deferred import deferred

_MOVES = (
    r"(?:(?P<up>increase|rise|growth|improvement|gain)|(?P<down>decrease|decline|reduction|drop))"
)
_OPENS = deferred(
    rf"\s*(?:(?:the|this|that)\s+(?:\w{{3,14}}\s+)?{_MOVES}\s+of"
    r"|(?:this|that|it|which)\s+(?:represents|represented|was|is|reflects|reflected|marks|marked)"
    rf"\s+an?\s+(?:\w{{3,14}}\s+)?{_MOVES.replace('up', 'more').replace('down', 'less')}\s+of"
    r")\s+",
    re.IGNORECASE,
)
_OR = deferred(r",?\s+or\s+")
_ENDS = deferred(
    r"\s*(?:[.,;(]|(?:was|is|were|reflects|reflected|resulted|primarily|mainly|largely|due|driven"
    r"|compared|from|over|versus|year|or|came|arose|relates?|related)\b|\Z)",
    re.IGNORECASE,
)


def carried(sentence: Sentence, told: Sequence[Fact], before: Sequence[Fact]) -> list[Fact]:
    """What a sentence told, its first movements of what the sentence ``before`` spoke of."""
    start, end = sentence.start, min(sentence.end, len(sentence.text))
    opens = _OPENS.match(sentence.text, start, end)
    spoken = _spoken(before) if opens else None
    if opens is None or spoken is None or not told or told[0].figure.start != opens.end():
        return list(told)
    up = opens["up"] or opens["more"]
    found = list(told)
    for at, fact in enumerate(told[:2]):
        if at and not _OR.fullmatch(sentence.text, told[0].figure.end, fact.figure.start):
            break
        if fact.certain or not _ENDS.match(sentence.text, fact.figure.end, end):
            break
        if sentence.given_back(fact.figure) is not Accuracy.EXACT:
            break
        found[at] = _moved(fact, spoken, 1 if up else -1, _earlier(before, spoken))
    return found


def _spoken(before: Sequence[Fact]) -> Fact | None:
    """The one subject of a sentence at the time that it spoke of; None where there are several."""
    sure = [fact for fact in before if fact.certain and fact.period and fact.measure in _STATED]
    subjects = {(fact.concept, fact.loosely) for fact in before if fact.certain}
    if len(subjects) != 1 or not sure:
        return None
    return max(sure, key=lambda fact: fact.period.last if fact.period else 0)


_STATED = (Measure.AMOUNT, Measure.GROWTH, Measure.CHANGE)


def _earlier(before: Sequence[Fact], spoken: Fact) -> Period | None:
    """The time before that the sentence compared with, if it named one."""
    own = spoken.period
    if spoken.against and spoken.against.period:
        return spoken.against.period
    amounts = [fact.period for fact in before if fact.certain and fact.measure is Measure.AMOUNT]
    others = [p for p in amounts if p and own and p.last < own.last and p.months == own.months]
    return others[0] if len(others) == 1 else None


def _moved(fact: Fact, spoken: Fact, sign: int, earlier: Period | None) -> Fact:
    """The movement by a figure of what was spoken of; as it was where its unit tells none."""
    unit, of = fact.figure.unit, spoken.figure.unit
    measure = Measure.GROWTH if unit == PERCENT else Measure.CHANGE
    of_amount = spoken.measure is Measure.AMOUNT
    if unit == POINTS or (of_amount and (of == PERCENT or (unit not in (PERCENT, of)))):
        return fact
    return fact._replace(
        concept=spoken.concept,
        label=spoken.label,
        measure=measure,
        period=spoken.period,
        against=Comparison(earlier) if earlier else None,
        sign=sign,
        certain=True,
        loosely=spoken.loosely,
        declined="",
        doubt="",
    )
