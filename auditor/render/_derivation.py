"""The full derivation of one finding, for a person with a pocket calculator."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from auditor.checks.verdict import allowed, printed_value
from auditor.findings.places import place
from auditor.findings.wording import interval_ends, subject, working
from auditor.model.citation import Citation
from auditor.model.fact import Fact
from auditor.model.figure import Rounding
from auditor.model.finding import Finding, Suspect
from auditor.model.interval import Interval
from auditor.model.relation import Relation
from auditor.model.report import DocumentReport
from auditor.model.verdict import Status
from auditor.notation.numerals import printed
from auditor.notation.plurals import counted
from auditor.notation.styled_lines import Span, StyledLine, line
from auditor.render import View
from auditor.render._coverage import equation
from auditor.render._findings import likelihood
from auditor.render._painting import painted
from auditor.render._rows import Excerpts, labelled

ROUNDED = {
    Rounding.NEAREST: "rounded to the nearest unit",
    Rounding.TRUNCATE: "cut off after the last digit",
    Rounding.EXACT: "exact",
}


class Derived(NamedTuple):
    """The checked relations of a document by what they came to, as far as one finding goes."""

    document: DocumentReport
    finding: Finding

    @property
    def rounding(self) -> Rounding:
        return self.document.rounding

    def fact(self, citation: Citation) -> Fact | None:
        """The fact that a citation cites."""
        return next((f for f in self.document.facts if _is_at(f, citation)), None)

    def relations(self, fact: Fact, status: Status) -> list[Relation]:
        """The relations of a fact that came to this."""
        return [
            v.relation
            for v in self.document.checks
            if v.status is status and any(f.number == fact.number for f in v.relation.facts)
        ]

    def left(self, fact: Fact, relations: Iterable[Relation]) -> tuple[bool, Interval | None]:
        """Whether one value of a fact satisfies all these relations, and the values that do."""
        found: Interval | None = None
        for relation in relations:
            bound = allowed(relation, fact.number, self.rounding)
            if bound is not None:
                found = bound if found is None else found.overlap(bound)
                if found is None:
                    return False, None
        return True, found


def rendered(case: Derived, view: View) -> str:
    """The derivation as text; no line is cut off."""
    return painted(derivation(case), view)


def derivation(case: Derived) -> Iterator[StyledLine]:
    """What is printed, what fails, what holds, which figure is wrong, and what is right."""
    finding = case.finding
    yield _title(f"Finding {finding.id}")
    yield line("  ", finding.message, hang=2)
    yield line()
    culprit = case.fact(finding.suspects[0].citation) if finding.suspects else None
    broken = case.relations(culprit, Status.VIOLATED) if culprit else []
    if culprit is None or not broken:
        yield from _in_own_words(finding)
        return
    yield from _printed(culprit, case.document.shown)
    yield _title(f"What fails ({ROUNDED[case.rounding]})")
    for number, relation in enumerate(broken, start=1):
        yield from _worked(number, relation, case.rounding)
    yield _title("What holds")
    yield from _confirmed(culprit, broken, case)
    yield _title("Which figure is wrong")
    yield from _blamed(culprit, broken, case)
    yield _title("What it should print")
    yield from _corrected(culprit, broken, case)


def _title(text: str) -> StyledLine:
    return line(Span(text, "title"))


def _in_own_words(finding: Finding) -> Iterator[StyledLine]:
    """What a finding says of itself, where no single relation explains it."""
    if finding.why:
        yield line("  ", finding.why, hang=2)
    for step in finding.working:
        yield line("  ", step, hang=2)
    for citation in finding.citations:
        yield line(f"  {citation.text}  {place(citation.source)}  ({citation.role})", hang=4)
    if finding.expected:
        yield line("  expected  ", Span(finding.expected, "expected"))


def _printed(fact: Fact, shown: Excerpts) -> Iterator[StyledLine]:
    yield _title("What is printed")
    yield line(
        f"  {fact.text}  {subject(fact)}  ",
        Span(place(fact.source), "place", fact.source.path),
        hang=4,
    )
    around = shown.get((fact.source, fact.text))
    if around:
        yield line(Span(f"  {around.label} | ", "label"), around.text.strip(), hang=4)
    yield line()


def _worked(number: int, relation: Relation, rounding: Rounding) -> Iterator[StyledLine]:
    """One relation as a calculation: as printed, then with what rounding allows."""
    value = printed_value(relation)
    target = relation.target
    result = "?" if value is None else printed(target.sign * value, target.figure)
    yield line(
        f"  {number}. {working(relation, result)}, but {target.text} is printed",
        Span(f"  {relation.rule}", "label"),
        hang=5,
    )
    if relation.why:
        yield line("     ", relation.why, hang=5)
    inputs = {term.fact.number: term.fact for term in relation.inputs}
    rows = [(fact, _stands_for(fact, rounding)) for fact in inputs.values() if fact.text]
    for fact, text in rows:
        yield line(f"     {fact.text} at {place(fact.source)} may be {text} unrounded", hang=7)
    outcome = allowed(relation, target.number, rounding)
    if outcome is not None:
        yield line(f"     so the result is {_between(outcome, target)}", hang=7)
    yield line(
        f"     {target.text} at {place(target.source)} may be {_stands_for(target, rounding)}"
        " unrounded",
        hang=7,
    )
    yield line(Span("     The two ranges do not meet, so rounding does not explain it.", "error"))
    yield line()


def _stands_for(fact: Fact, rounding: Rounding) -> str:
    return _between(fact.figure.interval(rounding), fact)


def _between(interval: Interval, fact: Fact) -> str:
    low, high = interval_ends(interval, fact.figure)
    return f"exactly {low}" if low == high else f"{low} to {high}"


def _confirmed(culprit: Fact, broken: Sequence[Relation], case: Derived) -> Iterator[StyledLine]:
    """For each figure of the failing relations, the relations that hold with it."""
    known = {f.number: f for r in broken for f in r.facts if not f.figure.nil}
    others = [f for number, f in known.items() if number != culprit.number]
    for fact in (culprit, *others):
        holding = case.relations(fact, Status.HOLDS)
        count = counted(len(holding), "check") if holding else "no check"
        does = "holds" if len(holding) < 2 else "hold"
        yield line(f"  {fact.text} at {place(fact.source)} is in {count} that {does}", hang=4)
        for relation in holding:
            yield line(f"     {equation(relation)}", Span(f"  {relation.rule}", "label"), hang=7)
    yield line()


def _blamed(culprit: Fact, broken: Sequence[Relation], case: Derived) -> Iterator[StyledLine]:
    suspects = case.finding.suspects
    for suspect in suspects:
        fact = case.fact(suspect.citation)
        if fact is not None:
            yield _accused(fact, suspect, case)
            if suspect.slip:
                yield line(f"     It seems that {suspect.slip}.", hang=7)
    named = {(s.citation.source, s.citation.text) for s in suspects}
    cleared = {f.number: f for r in broken for f in r.facts if (f.source, f.text) not in named}
    for fact in cleared.values():
        if fact.number != culprit.number and not fact.figure.nil:
            yield _acquitted(fact, broken, case)
    yield line()


def _accused(fact: Fact, suspect: Suspect, case: Derived) -> StyledLine:
    fails = counted(len(case.relations(fact, Status.VIOLATED)), "check")
    holding = len(case.relations(fact, Status.HOLDS))
    holds = f"{holding or 'none'} that hold{'s' if holding == 1 else ''}"
    would = f"; if it read {suspect.suggestion}, all would agree" if suspect.suggestion else ""
    return line(
        Span(f"  {fact.text}", "error"),
        f" at {place(fact.source)}, {likelihood(suspect.confidence)} % likely: it is in"
        f" {fails} that fail{'s' if fails.startswith('1 ') else ''} and in {holds}{would}.",
        hang=5,
    )


def _acquitted(fact: Fact, broken: Sequence[Relation], case: Derived) -> StyledLine:
    """Why another figure of the failing relations is not suspected."""
    at = f"  {fact.text} at {place(fact.source)} is not suspected: "
    numbers = [r for r in broken if all(f.number != fact.number for f in r.facts)]
    if numbers:
        fails = "that fails" if len(numbers) == 1 else "that fail"
        reason = f"it has no part in {counted(len(numbers), 'check')} {fails}."
        return line(at, reason, hang=5)
    everything = [*broken, *case.relations(fact, Status.HOLDS)]
    possible, _ = case.left(fact, everything)
    if not possible:
        return line(
            at, "any other value of it would break a check that holds, or mend nothing.", hang=5
        )
    return line(at, "another value of it would do, but that is a far less likely misprint.", hang=5)


def _corrected(culprit: Fact, broken: Sequence[Relation], case: Derived) -> Iterator[StyledLine]:
    """What each relation leaves the figure, and what all of them leave together."""
    for relation in (*broken, *case.relations(culprit, Status.HOLDS)):
        bound = allowed(relation, culprit.number, case.rounding)
        if bound is not None:
            text = f"  {_between(bound, culprit)}  by {equation(relation)}"
            yield line(text, Span(f"  {relation.rule}", "label"), hang=5)
    _, together = case.left(culprit, (*broken, *case.relations(culprit, Status.HOLDS)))
    if together is not None:
        yield line(f"  {_between(together, culprit)}  by all of them", hang=5)
    expected = case.finding.suspects[0].suggestion
    yield from labelled("printed", [(Span(culprit.text),)])
    if expected:
        yield from labelled("expected", [(Span(expected, "expected"),)])


def _is_at(fact: Fact, citation: Citation) -> bool:
    return fact.text == citation.text and fact.source == citation.source
