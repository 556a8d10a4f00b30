"""Unasked: why no check asked for a figure that a sentence states."""

from __future__ import annotations

from auditor.model.fact import Fact, Measure
from auditor.model.figure import POINTS

NO_SUBJECT = "no check covers it: its sentence names no row of a table"
NO_TIME = "no check covers it: nothing says of what time it is"
NOT_PRINTED = "no check covers it: no table prints what it says of {what}, or not for that time"
DOUBTED = "no check covers it: its sentence may speak of something that no row states"


def why_unasked(fact: Fact) -> str:
    """Why nothing checks a claim of a sentence; "" for figures of tables and those of no claim.

    Amounts of money, percentages, points and movements are claims; a count or a number of a note
    is none.
    """
    if fact.in_table or not _is_claim(fact):
        return ""
    if fact.declined or fact.doubt:
        return fact.declined or fact.doubt
    if not fact.concept:
        return NO_SUBJECT
    if fact.period is None:
        return NO_TIME
    if not fact.certain:
        return DOUBTED
    when = f" ({fact.period.label})" if fact.period.label else ""
    return NOT_PRINTED.format(what=f"{fact.label}{when}")


def _is_claim(fact: Fact) -> bool:
    figure = fact.figure
    measured = figure.is_percent or figure.unit == POINTS or bool(figure.unit) or figure.scale > 0
    return measured or fact.measure is not Measure.AMOUNT or fact.certain
