"""The order of findings, and what tells those apart that say the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from auditor.model.document import Source
from auditor.model.fact import Fact
from auditor.model.finding import Finding
from auditor.model.relation import Severity

Place = Source | int | None
"""Where a figure stands, or the number of its table."""


def distinct(found: Iterable[Finding], facts: Sequence[Fact] = ()) -> list[Finding]:
    """The findings in document order, repeated fingerprints told apart by their order.

    ``facts`` are the document's: they tell the order where a format has no lines.
    """
    numbers = _numbers(facts)
    ordered = sorted(found, key=lambda finding: _position(finding, numbers))
    seen: dict[str, int] = defaultdict(int)
    result = []
    for finding in ordered:
        seen[finding.id] += 1
        count = seen[finding.id]
        result.append(finding if count == 1 else replace(finding, id=f"{finding.id}-{count}"))
    return result


def _position(finding: Finding, numbers: Mapping[Place, int]) -> tuple[int, int, int, int]:
    """By severity, then as one reads: by line, or else by the first fact that it cites or heads."""
    severity, source = list(Severity).index(finding.severity), finding.citations[0].source
    if source.line is not None:
        return severity, source.line, source.column or 0, 0
    cited = (place for c in finding.citations for place in (c.source, c.source.table))
    return severity, 0, 0, next((numbers[place] for place in cited if place in numbers), 0)


def _numbers(facts: Sequence[Fact]) -> Mapping[Place, int]:
    """The number of the first fact at each place and in each table."""
    found: dict[Place, int] = {}
    for fact in facts:
        found.setdefault(fact.source, fact.number)
        if fact.source.table is not None:
            found.setdefault(fact.source.table, fact.number)
    return found
