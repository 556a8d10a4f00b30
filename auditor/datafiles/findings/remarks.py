"""Remarks on the audit of a data file: what was not carried out, explained or listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from auditor.datafiles.findings.itemised import Itemised
from auditor.datafiles.thresholds import MOST_CELLS_LISTED, MOST_LISTED
from auditor.datafiles.verdicts.outcomes import Outcome
from auditor.model.figure import Rounding

NOT_CARRIED_OUT = {
    Outcome.FIGURE_MISSING: "a figure is not printed",
    Outcome.RECORD_REPEATED: "a record stands more than once",
    Outcome.ALL_NIL: "every part is a dash",
    Outcome.TARGET_NIL: "the result is a dash",
    Outcome.BASE_NOT_POSITIVE: "the figure that it grew from may be zero or negative",
    Outcome.DIVISOR_MAY_BE_ZERO: "the divisor may be zero",
}

INCOMPLETE = "a record that may belong there is not as its columns are declared"


def remarks(items: Itemised) -> Iterator[str]:
    """What was not carried out, not explained or not listed: nothing is cut off in silence."""
    audit = items.audit
    if audit.rounding is Rounding.TRUNCATE:
        yield "figures are taken as cut off, not rounded: that is what their sums obey"
    for rule, outcome, number in audit.reasons():
        yield not_carried_out(rule, outcome, number)
    for rule, number in Counter(check.rule.id for check in items.incomplete).items():
        yield f"{rule}: {_counted(number)} not carried out: {INCOMPLETE}"
    for one in audit.checked:
        violated = len(one.having(Outcome.VIOLATED))
        if violated > items.explained:
            rule = one.bound.rule.id
            first = f"the first {items.explained:,} are explained"
            yield f"{rule}: of {violated:,} violated checks {first}"
    for demand in audit.demands:
        if demand.declined:
            yield f"{demand.rule.id} was not carried out: {demand.declined}"
        if demand.more:
            yield f"{demand.rule.id}: {demand.more:,} more are not there, and not told one by one"
    yield from items.more
    if not audit.is_listed:
        yield (
            f"the {audit.checks:,} checks are counted, and listed only around findings;"
            f" up to {MOST_LISTED:,}, made of up to {MOST_CELLS_LISTED:,} figures, would all be"
        )


def not_carried_out(rule: str, outcome: Outcome, number: int) -> str:
    """How many checks of a rule could not be carried out, and why."""
    return f"{rule}: {_counted(number)} not carried out: {NOT_CARRIED_OUT[outcome]}"


def _counted(number: int) -> str:
    return "1 check was" if number == 1 else f"{number:,} checks were"
