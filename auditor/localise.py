"""Localisation: from violated relations to the figures most likely wrong, one finding each."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from auditor.check import allowed, printed_value
from auditor.fact import Fact
from auditor.figure import Figure, Rounding
from auditor.finding import Citation, Finding, Status, Suspect, Verdict
from auditor.interval import Interval
from auditor.numerals import printed
from auditor.relation import Kind, Relation, Role, Severity
from auditor.wording import decimal, place, sentence, subject, working

SUSPECTS_NAMED = 3
LARGEST_SEARCH = 18
"""Figures in a knot of violated relations up to which every small set of culprits is tried."""


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What the checks say of each figure, by number."""

    facts: Mapping[int, Fact]
    holding: Mapping[int, int]
    to_the_digit: Mapping[int, int]
    rounding: Rounding

    def weight(self, number: int, violated: Sequence[Relation]) -> tuple[int, int, int, int]:
        """How much speaks against the figure being wrong; the lightest is the first suspect."""
        fact = self.facts[number]
        as_target = sum(r.target.number == number for r in violated)
        return (self.holding[number], self.to_the_digit[number], -as_target, fact.number)


def findings(verdicts: Sequence[Verdict], rounding: Rounding) -> list[Finding]:
    """One finding for each figure that must be wrong, with every relation it breaks."""
    violated = [v.relation for v in verdicts if v.status is Status.VIOLATED]
    if not violated:
        return []
    evidence = _evidence(verdicts, rounding)
    found = [
        _finding(culprit, relations, evidence)
        for knot in _knots(violated)
        for culprit, relations in _blamed(knot, evidence)
    ]
    return found


def _evidence(verdicts: Iterable[Verdict], rounding: Rounding) -> _Evidence:
    facts: dict[int, Fact] = {}
    holding: Counter[int] = Counter()
    exact: Counter[int] = Counter()
    for verdict in verdicts:
        for fact in verdict.relation.facts:
            if fact.number not in facts:
                facts[fact.number] = fact
            if verdict.status is Status.HOLDS:
                holding[fact.number] += 1
                exact[fact.number] += verdict.exact
    return _Evidence(facts, holding, exact, rounding)


def _numbers(relation: Relation) -> frozenset[int]:
    """The figures of a relation that could be wrong: all but dashes."""
    return frozenset(f.number for f in relation.facts if not f.figure.nil)


def _knots(violated: Sequence[Relation]) -> list[list[Relation]]:
    """Violated relations grouped so that no figure stands in two groups."""
    knots: list[tuple[set[int], list[Relation]]] = []
    for relation in violated:
        mine = set(_numbers(relation))
        joined = [relation]
        apart = []
        for numbers, relations in knots:
            if numbers & mine:
                mine |= numbers
                joined = relations + joined
            else:
                apart.append((numbers, relations))
        knots = [*apart, (mine, joined)]
    return [relations for _, relations in knots]


def _blamed(
    knot: Sequence[Relation], evidence: _Evidence
) -> list[tuple[int, list[Relation]]]:
    """The fewest figures that can explain every violated relation, each with those it explains."""
    left = list(knot)
    blamed = []
    for culprit in _smallest_cover(knot, evidence):
        mine = [r for r in left if culprit in _numbers(r)]
        left = [r for r in left if r not in mine]
        if mine:
            blamed.append((culprit, mine))
    return blamed


def _smallest_cover(knot: Sequence[Relation], evidence: _Evidence) -> Sequence[int]:
    sets = [_numbers(r) for r in knot]
    candidates = sorted(frozenset().union(*sets))
    if len(candidates) <= LARGEST_SEARCH or len(knot) <= 3:
        for size in (1, 2):
            covers = [
                c for c in combinations(candidates, size) if all(s & set(c) for s in sets)
            ]
            if covers:
                return min(covers, key=lambda c: _cover_weight(c, knot, evidence))
    return _greedy_cover(knot, evidence)


def _cover_weight(
    cover: Sequence[int], knot: Sequence[Relation], evidence: _Evidence
) -> tuple[int, ...]:
    weights = [evidence.weight(n, knot) for n in cover]
    return tuple(sum(column) for column in zip(*weights, strict=True))


def _greedy_cover(knot: Sequence[Relation], evidence: _Evidence) -> list[int]:
    left, cover = list(knot), []
    while left:
        count = Counter(n for r in left for n in _numbers(r))
        best = min(count, key=lambda n: (-count[n], evidence.weight(n, left)))
        cover.append(best)
        left = [r for r in left if best not in _numbers(r)]
    return cover


def _finding(culprit: int, relations: Sequence[Relation], evidence: _Evidence) -> Finding:
    main = min(relations, key=lambda r: _telling(r, culprit))
    suspects = _suspects(culprit, relations, evidence)
    fact = evidence.facts[culprit]
    expected = suspects[0].suggestion
    interval = _joint_interval(culprit, relations, evidence.rounding)
    severity = min((r.severity for r in relations), key=list(Severity).index)
    return Finding(
        id=_fingerprint(main, fact),
        rule=main.rule,
        kind=main.kind,
        origin=main.origin,
        severity=severity,
        message=_message(main, fact, expected),
        printed=fact.text,
        expected=expected,
        expected_interval=_shown_interval(interval, fact),
        suspects=suspects,
        citations=_citations(culprit, main, relations),
        why=main.why,
        working=tuple(working(r, _computed(r)) for r in relations),
        broken=tuple(sorted({r.rule for r in relations} - {main.rule})),
    )


def _telling(relation: Relation, culprit: int) -> tuple[bool, int, int]:
    """Sorts first the relation that shows the error most plainly."""
    return relation.target.number != culprit, len(relation.inputs), relation.target.number


def _computed(relation: Relation) -> str:
    """What the printed inputs give, in the target's style."""
    value = printed_value(relation)
    if value is None:
        return "?"
    return printed(relation.target.sign * value, relation.target.figure)


def _message(main: Relation, fact: Fact, expected: str) -> str:
    text = sentence(main, _computed(main))
    if main.target.number == fact.number:
        return text
    should = f", which should be {expected}" if expected else ""
    return f"{text} Most likely wrong is {fact.text} {place(fact)}, {subject(fact)}{should}."


def _suspects(
    culprit: int, relations: Sequence[Relation], evidence: _Evidence
) -> tuple[Suspect, ...]:
    """The culprit first, then the figures that could explain all of its relations as well."""
    common = frozenset.intersection(*(_numbers(r) for r in relations)) - {culprit}
    own = evidence.holding[culprit]
    others = sorted(common, key=lambda n: evidence.weight(n, relations))
    rivals = [n for n in others if evidence.holding[n] <= own + 1][: SUSPECTS_NAMED - 1]
    named = [culprit, *rivals]
    trust = {n: Fraction(1, 1 + evidence.holding[n]) ** 2 for n in named}
    whole = sum(trust.values(), start=Fraction(0))
    return tuple(
        Suspect(
            _citation(evidence.facts[n], "suspect"),
            float(round(trust[n] / whole, 2)),
            _suggestion(n, relations, evidence),
        )
        for n in named
    )


def _suggestion(number: int, relations: Sequence[Relation], evidence: _Evidence) -> str:
    """What the figure should print so that every relation it breaks holds, "" if nothing does."""
    fact = next(f for r in relations for f in r.facts if f.number == number)
    wanted = _joint_interval(number, relations, evidence.rounding)
    if wanted is None:
        return ""
    value = _nominal(fact, relations)
    unit = fact.figure.last_unit
    if value is None or not _prints_within(value, fact.figure, wanted, evidence.rounding):
        value = _rounded((wanted.low + wanted.high) / 2, unit)
    return printed(value, fact.figure)


def _nominal(fact: Fact, relations: Sequence[Relation]) -> Fraction | None:
    """The value that the plainest relation gives when its other figures are taken as exact."""
    main = min(relations, key=lambda r: _telling(r, fact.number))
    if main.target.number == fact.number:
        value = printed_value(main)
        return None if value is None else _rounded(fact.sign * value, fact.figure.last_unit)
    if main.kind is Kind.TIE:
        return _rounded(main.target.figure.value, fact.figure.last_unit)
    bounds = allowed(main, fact.number, Rounding.EXACT)
    middle = None if bounds is None else (bounds.low + bounds.high) / 2
    return None if middle is None else _rounded(middle, fact.figure.last_unit)


def _rounded(value: Fraction, unit: Fraction) -> Fraction:
    """To the nearest unit, halves away from zero."""
    steps = abs(value) / unit
    whole = (steps.numerator * 2 + steps.denominator) // (steps.denominator * 2)
    return whole * unit if value >= 0 else -whole * unit


def _prints_within(
    value: Fraction, figure: Figure, wanted: Interval, rounding: Rounding
) -> bool:
    unit = figure.last_unit
    reach = unit / 2 if rounding is not Rounding.TRUNCATE else unit
    return Interval(value - reach, value + reach).overlap(wanted) is not None


def _joint_interval(
    number: int, relations: Sequence[Relation], rounding: Rounding
) -> Interval | None:
    """What the figure may be under all these relations; None when they leave nothing."""
    found: Interval | None = None
    for relation in relations:
        bounds = allowed(relation, number, rounding)
        if bounds is None:
            continue
        found = bounds if found is None else found.overlap(bounds)
        if found is None:
            return None
    return found


def _shown_interval(interval: Interval | None, fact: Fact) -> tuple[str, str] | None:
    """The interval in the figure's printed unit, two digits finer than it is printed."""
    if interval is None:
        return None
    unit = Fraction(10) ** fact.figure.scale
    places = max(0, -fact.figure.exponent) + 2
    return decimal(interval.low / unit, places), decimal(interval.high / unit, places)


def _citation(fact: Fact, role: str) -> Citation:
    return Citation(role, fact.text, fact.source)


def _citations(
    culprit: int, main: Relation, relations: Sequence[Relation]
) -> tuple[Citation, ...]:
    """Every figure involved once, the culprit first, then those of the main relation."""
    ordered = [main, *(r for r in relations if r is not main)]
    roles: dict[int, Citation] = {}
    for relation in ordered:
        for fact, role in _roles(relation):
            roles.setdefault(fact.number, _citation(fact, role))
    first = roles.pop(culprit)
    return (first, *roles.values())


def _roles(relation: Relation) -> list[tuple[Fact, str]]:
    whole = {Kind.SUM: "total", Kind.AVERAGE: "average", Kind.TIE: str(Role.SAME)}
    target = whole.get(relation.kind, str(relation.kind))
    return [(relation.target, target), *((t.fact, str(t.role)) for t in relation.inputs)]


def _fingerprint(main: Relation, culprit: Fact) -> str:
    """Stable while the figures and their labels stay, wherever they move in the document."""
    parts = [main.rule, str(main.kind), culprit.label, culprit.text]
    for fact in main.facts:
        parts += [fact.label, fact.text, fact.source.column_label or ""]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]


def distinct(found: Iterable[Finding]) -> list[Finding]:
    """The findings in document order, repeated fingerprints told apart by their order."""
    ordered = sorted(found, key=_position)
    seen: dict[str, int] = defaultdict(int)
    result = []
    for finding in ordered:
        seen[finding.id] += 1
        count = seen[finding.id]
        result.append(finding if count == 1 else _renamed(finding, f"{finding.id}-{count}"))
    return result


def _renamed(finding: Finding, new: str) -> Finding:
    from dataclasses import replace

    return replace(finding, id=new)


def _position(finding: Finding) -> tuple[int, int, int]:
    source = finding.citations[0].source
    return list(Severity).index(finding.severity), source.line or 0, source.column or 0
