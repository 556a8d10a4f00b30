"""Ticks: each printed figure with what it was tied to, or why nothing ties it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from auditor.checks.doubted import doubted
from auditor.checks.telling import tied_by
from auditor.model.document import Source
from auditor.model.fact import Fact
from auditor.model.finding import Finding
from auditor.model.report import DocumentReport
from auditor.model.verdict import Verdict

Printed = tuple[Source, str]
"""A place and what is printed there: a cell that holds a sentence is the place of several."""


class Outcome(StrEnum):
    """What an audit came to for a figure: each that is counted is one of these."""

    CONTRADICTED = "contradicted"  # a finding says that it is most likely wrong
    TIED = "tied"
    UNTIED = "not tied"


class Tick(NamedTuple):
    """A figure with the checks that it stands in, by their places in the report's checks, from 0.

    ``ties`` hold and would fail were it wrong, ``others`` came to something else or are too coarse
    to tell. ``reason`` is why nothing ties it, "" where something does.
    """

    fact: Fact
    outcome: Outcome
    ties: tuple[int, ...]
    others: tuple[int, ...]
    reason: str = ""


def ties_of(verdicts: Iterable[Verdict]) -> Mapping[int, Sequence[int]]:
    """The verdicts that tie each figure, by its number; nothing ties one that is doubted."""
    verdicts = tuple(verdicts)
    found = _by_number(enumerate(map(tied_by, verdicts)))
    untied = doubted(verdicts)
    return {number: ties for number, ties in found.items() if number not in untied}


def blamed(findings: Iterable[Finding]) -> frozenset[Printed]:
    """The figures that findings take to be wrong."""
    likeliest = (f.suspects[0].citation for f in findings if f.suspects)
    return frozenset((one.source, one.text) for one in likeliest)


def outcome_of(fact: Fact, wrong: Container[Printed], ties: Mapping[int, object]) -> Outcome:
    """What became of a figure; ``wrong`` is as it is printed, ``ties`` are by number."""
    if (fact.source, fact.text) in wrong:
        return Outcome.CONTRADICTED
    return Outcome.TIED if fact.number in ties else Outcome.UNTIED


def tick_list(report: DocumentReport) -> tuple[Tick, ...]:
    """Every printed figure of a report that kept its checks, once, as they are numbered."""
    ties, wrong = ties_of(report.checks), blamed(report.findings)
    standing_in = _by_number((n, v.relation.facts) for n, v in enumerate(report.checks))
    reasons = {(one.source, one.text): one.reason for one in report.untied}
    return tuple(
        Tick(
            fact,
            outcome_of(fact, wrong, ties),
            tuple(ties.get(fact.number, ())),
            tuple(
                n for n in standing_in.get(fact.number, ()) if n not in ties.get(fact.number, ())
            ),
            reasons.get((fact.source, fact.text), ""),
        )
        for fact in figures_of(report)
    )


def figures_of(report: DocumentReport) -> tuple[Fact, ...]:
    """Each figure once, in its first reading, without nils; of a data file those of its checks."""
    facts = report.facts or tuple(fact for one in report.checks for fact in one.relation.facts)
    once = {fact.number: fact for fact in reversed(facts) if not fact.figure.nil}
    return tuple(once[number] for number in sorted(once))


def _by_number(pairs: Iterable[tuple[int, Iterable[Fact]]]) -> Mapping[int, Sequence[int]]:
    found: dict[int, dict[int, None]] = defaultdict(dict)
    for position, facts in pairs:
        for fact in facts:
            found[fact.number][position] = None
    return {number: tuple(positions) for number, positions in found.items()}
