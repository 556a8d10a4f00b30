"""Bridge: a broken sum drawn as steps from part to part, the printed total against the computed.

Drawing is the one thing here that uses floating point: nothing is decided by it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from auditor.model.document import Source
from auditor.model.finding import Finding
from auditor.model.relation import Kind, Relation
from auditor.model.report import DocumentReport
from auditor.model.verdict import Status
from auditor.render._thresholds import MOST_STEPS

WIDTH, HEIGHT, GAP = 460.0, 150.0, 6.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A step in pixels from the top left; ``role`` is up, down, computed or printed."""

    left: float
    top: float
    width: float
    height: float
    role: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Bridge:
    """The bars, and the height at which zero lies."""

    bars: tuple[Bar, ...]
    zero: float
    title: str


def broken_sums(report: DocumentReport) -> Mapping[Source, Sequence[Relation]]:
    """The sums that are violated and can be drawn, by where their totals stand."""
    found: dict[Source, list[Relation]] = defaultdict(list)
    for verdict in report.checks:
        relation = verdict.relation
        if (
            verdict.status is Status.VIOLATED
            and relation.kind in (Kind.SUM, Kind.DIFFERENCE)
            and len(relation.inputs) <= MOST_STEPS
        ):
            found[relation.target.source].append(relation)
    return found


def bridge(finding: Finding, broken: Mapping[Source, Sequence[Relation]]) -> Bridge | None:
    """The plot of the first broken sum that the finding cites in full; None where there is none."""
    cited = {(citation.source, citation.text) for citation in finding.citations}
    totals = dict.fromkeys(citation.source for citation in finding.citations)
    whole = (
        relation
        for source in totals
        for relation in broken.get(source, ())
        if all((fact.source, fact.text) in cited for fact in relation.facts)
    )
    first = next(whole, None)
    return None if first is None else _drawn(first)


def _drawn(relation: Relation) -> Bridge:
    steps: list[tuple[str, str, str, Fraction, Fraction]] = []
    level = Fraction(0)
    for term in relation.inputs:
        after = level + term.sign * term.fact.value
        role = "up" if after >= level else "down"
        steps.append((role, term.fact.label, term.fact.text, level, after))
        level = after
    target = relation.target
    steps.append(("computed", "computed", "", Fraction(0), level))
    steps.append(("printed", f"{target.label} (printed)", target.text, Fraction(0), target.value))
    return _scaled(steps)


def _scaled(steps: Sequence[tuple[str, str, str, Fraction, Fraction]]) -> Bridge:
    levels = [level for *_, start, stop in steps for level in (start, stop)]
    low, high = min(*levels, Fraction(0)), max(*levels, Fraction(0))
    scale = HEIGHT / float(high - low or 1)
    width = WIDTH / len(steps)
    bars = tuple(
        Bar(
            round(index * width + GAP / 2, 2),
            round(float(high - max(start, stop)) * scale, 2),
            round(width - GAP, 2),
            round(max(float(abs(stop - start)) * scale, 1.0), 2),
            role,
            label,
            text,
        )
        for index, (role, label, text, start, stop) in enumerate(steps)
    )
    return Bridge(bars, round(float(high) * scale, 2), _title(steps))


def _title(steps: Sequence[tuple[str, str, str, Fraction, Fraction]]) -> str:
    parts = ", ".join(f"{label} {text}" for _, label, text, *_ in steps[:-2])
    return f"Steps: {parts}; printed {steps[-1][2]}"
