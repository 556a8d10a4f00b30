"""Correction: what a figure should print, in the style of the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from auditor.blame.evidence import Evidence, evidence_about
from auditor.blame.hypothesis import Hypothesis
from auditor.model.fact import Fact
from auditor.model.figure import Figure, SignStyle
from auditor.model.relation import Relation
from auditor.notation.numerals import printed

NEGATIVE = frozenset(SignStyle) - {SignStyle.PLAIN, SignStyle.PLUS}


def corrected(supposed: Hypothesis, evidence: Evidence, facts: Sequence[Fact]) -> str:
    """What the figure should print under a hypothesis, "" where it names no value."""
    fact = evidence.facts[supposed.number]
    if supposed.value is None:
        return ""
    value = supposed.value * fact.figure.last_unit
    turned = value < 0 <= fact.figure.value
    style = _negative_style(fact, facts) if turned else SignStyle.MINUS
    return printed(value, fact.figure, style)


def _negative_style(fact: Fact, facts: Iterable[Fact]) -> SignStyle:
    """How negative figures are shown nearby: in the column, the row, the table, the document."""
    styles: dict[int, Counter[SignStyle]] = {}
    for other in facts:
        if other.figure.sign_style in NEGATIVE and other.figure.unit == fact.figure.unit:
            styles.setdefault(_distance(fact, other), Counter())[other.figure.sign_style] += 1
    return styles[min(styles)].most_common(1)[0][0] if styles else SignStyle.MINUS


def _distance(fact: Fact, other: Fact) -> int:
    here, there = fact.source, other.source
    if here.table is None or here.table != there.table:
        return 3
    return 0 if here.col == there.col else 1 if here.row == there.row else 2


def set_right(number: int, values: Mapping[int, int | None], evidence: Evidence) -> Evidence:
    """The evidence on one figure with others set right, in units of their last digits.

    Relations with a figure that nothing is known of are left out.
    """
    figures = {
        n: evidence.facts[n].figure._replace(digits=v) for n, v in values.items() if v is not None
    }
    unknown = values.keys() - figures.keys()
    places = [p for p in evidence.at[number] if not evidence.figures[p] & unknown]
    relations = [_with_figures(evidence.relations[p], figures) for p in places]
    violated = frozenset(i for i, p in enumerate(places) if p in evidence.violated)
    mute = frozenset(i for i, p in enumerate(places) if p in evidence.mute)
    return evidence_about(relations, violated, mute, evidence.rounding)


def _with_figures(relation: Relation, figures: Mapping[int, Figure]) -> Relation:
    """The relation with other figures behind its facts."""

    def corrected_fact(fact: Fact) -> Fact:
        figure = figures.get(fact.number)
        return fact if figure is None else fact._replace(figure=figure)

    inputs = tuple(replace(t, fact=corrected_fact(t.fact)) for t in relation.inputs)
    return replace(relation, target=corrected_fact(relation.target), inputs=inputs)
