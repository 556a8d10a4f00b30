"""Sections: how much of each was checked, and what was not, with the reasons."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from auditor.findings.marks import section_of, sections
from auditor.findings.places import place_within
from auditor.findings.ticks import Outcome, Tick
from auditor.model.report import DocumentReport
from auditor.render._coverage import equation, is_declined
from auditor.render._html.pages import Names

UNNAMED = "Before the first heading"
NOT_UNDERSTOOD, NOT_TIED, DECLINED = "not understood", "not tied", "checks declined"
WHAT = (NOT_UNDERSTOOD, NOT_TIED, DECLINED)


@dataclass(frozen=True, slots=True)
class Item:
    """A text of the document, and the figure that it leads to ("" for none)."""

    text: str
    link: str


@dataclass(frozen=True, slots=True)
class Unchecked:
    """Texts of one section that were not checked for one reason; ``label`` is their row's."""

    what: str
    reason: str
    label: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The figures under one heading by what became of them, and what of it was not checked."""

    name: str
    tied: int
    contradicted: int
    untied: int
    unknown: int
    unchecked: tuple[Unchecked, ...]

    @property
    def figures(self) -> int:
        return self.tied + self.contradicted + self.untied + self.unknown

    @property
    def per_cent(self) -> int:
        """The tied share, never 100 where something is left."""
        return 100 * self.tied // self.figures if self.figures else 0


Left = tuple[str, str, str, str, Item]
"""Section, what it is, the reason, the row's label, and the text."""


def sections_shown(
    report: DocumentReport, ticks: Sequence[Tick], names: Names
) -> tuple[Section, ...]:
    """The sections that hold figures, as they come in the document."""
    under = [name or UNNAMED for name in sections(report.document)]
    if not under:
        return ()
    counts: dict[str, Counter[str]] = {name: Counter() for name in under}
    for tick in ticks:
        counts[under[tick.fact.block]][tick.outcome.value] += 1
    left = list(_left(report, ticks, under, names))
    for name, what, *_ in left:
        counts.setdefault(name, Counter())[what] += what == NOT_UNDERSTOOD
    by_section = _grouped(left)
    return tuple(
        Section(
            name,
            count[Outcome.TIED],
            count[Outcome.CONTRADICTED],
            count[Outcome.UNTIED],
            count[NOT_UNDERSTOOD],
            tuple(by_section.get(name, ())),
        )
        for name, count in counts.items()
        if count.total() or name in by_section
    )


def _left(
    report: DocumentReport, ticks: Iterable[Tick], under: Sequence[str], names: Names
) -> Iterator[Left]:
    """What was not checked, one text at a time."""
    for one in report.not_understood:
        section = section_of(report.document, one.source) or UNNAMED
        item = Item(one.text, names.cited(one.source, one.text))
        yield section, NOT_UNDERSTOOD, one.reason, place_within(one.source), item
    for tick in ticks:
        if tick.outcome is Outcome.UNTIED:
            fact = tick.fact
            label = fact.source.row_label or fact.label
            item = Item(fact.text, names.numbered(fact.number))
            yield under[fact.block], NOT_TIED, tick.reason, label, item
    for verdict in report.checks:
        if is_declined(verdict) and not all(f.figure.nil for f in verdict.relation.facts):
            fact = verdict.relation.target
            item = Item(equation(verdict.relation), names.numbered(fact.number))
            yield under[fact.block], DECLINED, verdict.reason, fact.label, item


def _grouped(left: Iterable[Left]) -> Mapping[str, list[Unchecked]]:
    items: dict[tuple[str, str, str, str], list[Item]] = defaultdict(list)
    for section, what, reason, label, item in left:
        items[section, what, reason, label].append(item)
    found: dict[str, list[Unchecked]] = defaultdict(list)
    for section, what, reason, label in sorted(items, key=lambda one: WHAT.index(one[1])):
        found[section].append(
            Unchecked(what, reason, label, tuple(items[section, what, reason, label]))
        )
    return found
