"""What is said of each figure when it is chosen: the tick list, as data for the page's script."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from auditor.findings.places import labels, place_within
from auditor.findings.ticks import Outcome, Tick
from auditor.findings.wording import computed, tie_words, working
from auditor.model.fact import Fact
from auditor.model.relation import Kind, Relation
from auditor.model.report import DocumentReport
from auditor.model.verdict import Status, Verdict
from auditor.render._coverage import equation

Value = str | int | None | Sequence["Value"] | Mapping[str, "Value"]

SAID = {
    Outcome.CONTRADICTED: "most likely wrong",
    Outcome.TIED: "tied",
    Outcome.UNTIED: "not tied",
}
KINDS = {
    Kind.SUM: "adds up",
    Kind.DIFFERENCE: "difference",
    Kind.RATIO: "quotient",
    Kind.GROWTH: "growth",
    Kind.POINTS: "change in points",
    Kind.AVERAGE: "average",
    Kind.TIE: "stated twice",
}


def figure_data(report: DocumentReport, ticks: Sequence[Tick]) -> str:
    """JSON of two lists, short since a long document has thousands of each.

    ``checks``: status, words, kind, rule, figures, and why where it could not be made. ``figures``
    by number: outcome, place, labels, the checks that tie it, its other checks, why nothing ties
    it, and its slack (a number of units, or null). Texts that recur stand in ``words`` once.
    """
    words = _Words()
    listed = {
        "checks": [_check(verdict, report, words) for verdict in report.checks],
        "figures": dict(_figures(report, ticks, words)),
        "words": words.known,
    }
    said = json.dumps(listed, ensure_ascii=False, separators=(",", ":"))
    return said.replace("<", "\\u003c")  # no text can end the element that holds it


class _Words:
    """Texts by the order in which they came."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}

    def place(self, text: str) -> int:
        return self._places.setdefault(text, len(self._places))

    @property
    def known(self) -> list[str]:
        return list(self._places)


def _figures(
    report: DocumentReport, ticks: Iterable[Tick], words: _Words
) -> Iterator[tuple[str, Value]]:
    slack = {(s.citation.source, s.citation.text): s.units for s in report.slack or ()}
    for tick in ticks:
        fact = tick.fact
        yield (
            str(fact.number),
            [
                words.place(SAID[tick.outcome]),
                place_within(fact.source),
                words.place(labels(fact.source) or fact.label),
                tick.ties,
                tick.others,
                words.place(tick.reason),
                slack.get((fact.source, fact.text)),
            ],
        )


def _check(verdict: Verdict, report: DocumentReport, words: _Words) -> Value:
    relation = verdict.relation
    why = verdict.reason if verdict.status is Status.NOT_CHECKABLE else ""
    shown = [_shown(fact, report) for fact in relation.facts if fact.text]
    return [
        words.place(verdict.status.value),
        check_words(verdict),
        words.place(KINDS.get(relation.kind, relation.kind.value)),
        words.place("" if relation.rule == relation.kind else relation.rule),
        shown,
        words.place(why or _missing(relation)),
    ]


def check_words(verdict: Verdict) -> str:
    """The working of a check, whatever it came to."""
    relation = verdict.relation
    if verdict.status is Status.HOLDS:
        return tie_words(verdict)
    if verdict.status is Status.NOT_CHECKABLE:
        return equation(relation)
    return f"{working(relation, computed(relation))}, but {relation.target.text} is printed"


def _missing(relation: Relation) -> str:
    return f"not printed: {', '.join(relation.missing)}" if relation.missing else ""


def _shown(fact: Fact, report: DocumentReport) -> Value:
    """A figure of the document by its number; one of another file by its text and place."""
    own = (report.path,) if report.document is None else report.document.files
    if fact.source.path in own:
        return fact.number
    return f"{fact.text} in {fact.source.path} {place_within(fact.source)}".strip()
