"""Filled: facts with the slots of their claims, where all of them are filled for certain."""

from __future__ import annotations

from dataclasses import replace

from auditor.facts.prose.english.leads import CAUSE, EXPECTED, Role
from auditor.facts.prose.english.reading import STATED, Claim
from auditor.facts.prose.english.subjects import Named
from auditor.facts.prose.sentence import Accuracy, Sentence, has_sign
from auditor.model.fact import Comparison, Fact, Measure
from auditor.model.figure import PERCENT, POINTS
from auditor.model.period import MONTHS_OF_A_YEAR, Period
from auditor.notation.deferred import deferred
from auditor.notation.vocabulary import cleaned, normal

PENCE = -2
"""The power of ten of a coin."""
MOVEMENTS = (Measure.CHANGE, Measure.GROWTH, Measure.POINTS)


_EXPLAINED = deferred(
    r",?\s(?:(?:primarily|mainly|principally|largely)\s)?"
    r"(?:due to|because of|as a result of|related to|attributable to)\b"
)
"""What makes of "fell by about 75" one of several causes."""


_IN_COINS = deferred(r"\((?:[^()]{0,20} )?(?:cents?|pence|p|¢)\)")
"""A row that is printed in coins itself: "Dividend per share (pence)"."""


def told_by(sentence: Sentence, fact: Fact, claim: Claim, comparison: Comparison | None) -> Fact:
    """The fact with the slots of its claim; as it was where the claim is not understood."""
    if claim.reason and claim.role is not Role.BASE:
        return fact._replace(concept="", declined=claim.reason)
    name = claim.name if claim.a_share else claim.topic.name
    measure = _measure(fact, claim)
    accuracy = sentence.given_back(fact.figure)
    roughly = measure is Measure.CHANGE and accuracy is Accuracy.ABOUT
    if roughly and _EXPLAINED.match(sentence.text, fact.figure.end):
        return fact._replace(concept="", declined=CAUSE)
    narrowed = claim.topic.reason
    if narrowed == EXPECTED and claim.role is Role.BASE:
        narrowed = ""  # "we expect 5, compared to 4 in 2024": what is compared with was reported
    doubt = narrowed or _doubt(claim, measure, accuracy)
    if doubt or measure is None:
        return fact._replace(concept="" if claim.a_share else fact.concept, doubt=doubt)
    if name is not None:
        return _filled(fact, claim, name, measure, comparison)
    return _spoken(fact, claim, measure, comparison)


def _doubt(claim: Claim, measure: Measure | None, accuracy: Accuracy) -> str:
    """Why a claim is not certain, whatever its subject is; "" where it may be."""
    if measure is None:
        return NOT_UNDERSTOOD
    if accuracy is Accuracy.BOUND:
        return BOUND
    return "" if claim.plain else NARROWED


NOT_UNDERSTOOD = "its role in the sentence was not understood"
BOUND = "given as a limit (at least, up to), not as a figure"
NARROWED = "words beside it may limit it to a part that no table states"
NO_ROW = "no table has a row for what its sentence is about"


def _spoken(fact: Fact, claim: Claim, measure: Measure, comparison: Comparison | None) -> Fact:
    """The fact with what it claims of a subject that no table names."""
    if claim.a_share or not claim.topic.words:
        return fact._replace(concept="" if claim.a_share else fact.concept, doubt=NO_ROW)
    words = cleaned(claim.topic.words)
    spoken = _filled(fact, claim, Named(normal(words), words), measure, comparison)
    return fact._replace(spoken=spoken if spoken.certain else None, doubt=NO_ROW)


def _filled(
    fact: Fact, claim: Claim, name: Named, measure: Measure, comparison: Comparison | None
) -> Fact:
    """The fact of a certain claim."""
    in_coins = _IN_COINS.search(name.concept) is not None
    if claim.coins and not in_coins:
        fact = fact._replace(figure=fact.figure._replace(scale=-2))
    if in_coins and fact.figure.scale == PENCE:  # "8.4p" of a row "(pence)"
        fact = fact._replace(figure=fact.figure._replace(scale=0, unit=""))
    told = fact._replace(
        concept=name.concept,
        label=name.label,
        measure=measure,
        sign=1,
        loosely=name.loosely,
        explains=claim.explains,
    )
    if claim.role is Role.BASE:
        named = comparison.period if comparison else None
        period = named or _a_year_before(claim)
        if period is None:
            return fact
        assumed = named is None and period.months != MONTHS_OF_A_YEAR
        of = Comparison(concept=claim.of.concept, text=claim.of.label) if claim.of else None
        return told._replace(
            period=period, against=of, certain=True, assumed_time=assumed, sign=name.sign
        )
    told = told._replace(period=claim.period, certain=True)
    if measure is Measure.SHARE and claim.of:
        return told._replace(against=Comparison(concept=claim.of.concept, text=claim.of.label))
    if measure not in MOVEMENTS:
        sign = -1 if claim.role is Role.STATES and claim.sign < 0 else 1
        return told._replace(against=None, sign=name.sign * sign)
    turned = has_sign(fact.figure) or fact.figure.value < 0  # "decreased by (11) %"
    sign = 1 if turned else claim.sign or 1
    against = _before(told.period, comparison or fact.against)
    if claim.of:
        period = against.period if against else None
        against = Comparison(period, concept=claim.of.concept, text=against.text if against else "")
    return told._replace(against=against, sign=sign * name.sign)


def _before(own: Period | None, against: Comparison | None) -> Comparison | None:
    """What a movement is compared with: where that is no earlier time, a year before its own."""
    if own is None or against is None or against.period is None or against.period.last < own.last:
        return against
    return replace(against, period=own.year_before)


def _a_year_before(claim: Claim) -> Period | None:
    """What a span is compared with where nothing is said: the year before.

    Where it is the quarter before, the row prints the figure for another time, and nobody is told.
    """
    spoken = claim.topic.period or claim.period
    return spoken.year_before if spoken and spoken.months else None


def _measure(fact: Fact, claim: Claim) -> Measure | None:
    """What the figure says of its subject; None where its unit says nothing of the kind."""
    if claim.role is Role.MOVES:
        if fact.figure.unit == POINTS:
            return Measure.POINTS
        return Measure.GROWTH if fact.figure.unit == PERCENT else Measure.CHANGE
    if claim.role is Role.SHARES or (claim.role in (Role.BASE, Role.ARRIVES) and claim.of):
        return Measure.SHARE if claim.of and fact.figure.is_percent else None
    return Measure.AMOUNT if claim.role in STATED else None
