"""Prior: a document's comparatives against the figures that an earlier document published.

Evidence. A figure is the same fact as an earlier one of the same name, period, scope, scenario,
segment and unit. Those that agree show that the names mean the same: one that differs is reported
only where three agree for each that differs, in its table or in the prose. What the document marks
as restated is another figure, and no error.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from auditor.checks.verdict import verdict
from auditor.model.document import Document, Table
from auditor.model.fact import Fact, Measure
from auditor.model.figure import Rounding
from auditor.model.relation import Kind, Relation, Role, Term
from auditor.model.verdict import Status, Verdict
from auditor.notation.deferred import deferred
from auditor.relations.thresholds import COMPARATIVES_AGREE

RULE = "prior"

_RESTATED = deferred(
    r"restat|re-?classif|as\s+adjusted|re-?cast|re-?present|修正再表示|遡及|組替", re.IGNORECASE
)
FactKey = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Prior:
    """An earlier document, by its path and its facts."""

    path: str
    facts: tuple[Fact, ...]


def prior_relations(
    document: Document, facts: Sequence[Fact], prior: Prior
) -> tuple[Relation, ...]:
    """The ties of comparatives to what the earlier document published, where names mean the same.

    The earlier document's facts are numbered after those of the later one.
    """
    published = _by_key(prior.facts, len(facts))
    found: dict[int | None, list[Verdict]] = defaultdict(list)
    restated = {t.number for t in document.tables if _says_restated(t)}
    for fact in facts:
        if fact.source.table in restated or _RESTATED.search(_words(fact)):
            continue
        checked = _checked(fact, published.get(_key(fact), ()))
        if checked is not None:
            found[fact.source.table].append(checked)
    return tuple(v.relation for verdicts in found.values() for v in _believed(verdicts))


def _believed(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """All of them if enough agree for those that differ, else those that agree."""
    holds = [v for v in verdicts if v.status is Status.HOLDS]
    differ = len(verdicts) - len(holds)
    return list(verdicts) if len(holds) >= COMPARATIVES_AGREE * differ else holds


def _by_key(facts: Iterable[Fact], after: int) -> Mapping[FactKey, list[Fact]]:
    """The facts by what they state, numbered after those of the later document."""
    found: dict[FactKey, list[Fact]] = defaultdict(list)
    for fact in facts:
        if _compares(fact):
            found[_key(fact)].append(fact._replace(number=after + fact.number))
    return found


def _compares(fact: Fact) -> bool:
    return fact.period is not None and fact.measure is Measure.AMOUNT and not fact.figure.nil


def _key(fact: Fact) -> FactKey:
    period = fact.period and (fact.period.first, fact.period.last)
    unit = fact.figure.unit
    return fact.concept, fact.segment, fact.scope, fact.scenario, fact.measure, period, unit


def _checked(fact: Fact, earlier: Sequence[Fact]) -> Verdict | None:
    """The fact against the earlier one that it agrees with, else against the only one there is."""
    if not earlier or not _compares(fact):
        return None
    verdicts = [_compared(fact, one) for one in earlier]
    agreeing = next((v for v in verdicts if v.status is Status.HOLDS), None)
    alike = {one.value for one in earlier}
    return agreeing or (verdicts[0] if len(alike) == 1 else None)


def _compared(fact: Fact, earlier: Fact) -> Verdict:
    return verdict(_tie(fact, earlier), Rounding.NEAREST)


def _tie(fact: Fact, earlier: Fact) -> Relation:
    """Printed to the same digit they must be the same, else one must round to the other."""
    same_digit = fact.figure.last_unit == earlier.figure.last_unit
    return Relation(
        Kind.TIE,
        fact,
        (Term(earlier, 1, Role.SAME),),
        RULE,
        "A comparative is the figure that was published",
        "A comparative that was not restated repeats what the earlier document published.",
        rounding=Rounding.EXACT if same_digit else Rounding.NEAREST,
    )


def _words(fact: Fact) -> str:
    source = fact.source
    return " ".join((fact.label, source.row_label or "", source.column_label or "", *fact.headings))


def _says_restated(table: Table) -> bool:
    """Whether a note over the table, or a row without figures in it, says so."""
    lone = [
        row[0].text
        for row in table.rows
        if row and row[0] and not any(c and c.text for c in row[1:])
    ]
    return any(_RESTATED.search(text) for text in (*table.notes, *lone))
