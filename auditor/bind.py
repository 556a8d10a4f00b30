"""Binding: declared rules meet the facts of a document and become relations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from auditor.fact import Fact, Measure
from auditor.period import Period
from auditor.relation import Kind, Relation, Role, Term
from auditor.rule import ANY, SAME, Operand, Rule, When
from auditor.vocabulary import Lexicon, found_in

BASE = "base"
SINGLE_TARGET = (Kind.SUM, Kind.DIFFERENCE, Kind.AVERAGE)
"""Kinds whose target is a fact that may be printed in several places; one of them is enough."""

Identity = tuple[str, Measure, Period | None, str, str, str, str]


@dataclass(frozen=True)  # no slots: the indexes are made when first asked for
class Book:
    """A document's facts, indexed for binding rules to them."""

    facts: Sequence[Fact]
    lexicon: Lexicon
    rules: Sequence[Rule]

    @cached_property
    def by_concept(self) -> Mapping[tuple[str, Measure], list[Fact]]:
        found: dict[tuple[str, Measure], list[Fact]] = defaultdict(list)
        for fact in self.facts:
            found[fact.concept, fact.measure].append(fact)
        return found

    @cached_property
    def definitions(self) -> Mapping[tuple[str, str], Rule]:
        """The declared sum that says what a concept is made of, by (concept, segment)."""
        return {
            (self.lexicon.concept(r.target.concept), r.target.segment or ""): r
            for r in self.rules
            if r.kind is Kind.SUM and r.target.concept != ANY and r.target.when is When.SAME
        }


def bound(rules: Iterable[Rule], book: Book) -> Iterator[tuple[Rule, Relation]]:
    """Every relation that the rules declare between the facts, each once."""
    seen: set[object] = set()
    for rule in rules:
        if rule.kind is Kind.LABEL:
            continue
        for relation in _relations(rule, book):
            key = _sameness(relation)
            if key not in seen:
                seen.add(key)
                yield rule, relation


def _sameness(relation: Relation) -> object:
    """Two relations with the same sameness are the same arithmetic on the same figures."""
    terms = [(t.fact.number, t.sign, t.role) for t in relation.inputs]
    if relation.kind in (Kind.SUM, Kind.DIFFERENCE, Kind.TIE) and not relation.missing:
        signed = {relation.target.number: -1}
        for number, sign, _ in terms:
            signed[number] = signed.get(number, 0) + sign
        first = signed[min(signed)]
        return frozenset((n, s * first) for n, s in signed.items())
    return relation.kind, relation.target.number, frozenset(terms), relation.missing


def _relations(rule: Rule, book: Book) -> Iterator[Relation]:
    targets = _targets(rule, book)
    if rule.kind is Kind.TIE and rule.target.concept == ANY:
        yield from _repeats(rule, targets)
        return
    for group in _by_identity(targets) if rule.kind in SINGLE_TARGET else [[t] for t in targets]:
        found = [r for t in group if (r := _relation(rule, t, book)) is not None]
        if found:
            yield min(found, key=_scatter)


def _targets(rule: Rule, book: Book) -> list[Fact]:
    wanted = rule.target
    if wanted.concept == ANY:
        pool: Iterable[Fact] = book.facts
    else:
        pool = book.by_concept.get((book.lexicon.concept(wanted.concept), wanted.measure), ())
    return [f for f in pool if _is_target(f, wanted, rule, book)]


def _is_target(fact: Fact, wanted: Operand, rule: Rule, book: Book) -> bool:
    return (
        fact.measure is wanted.measure
        and bool(fact.concept)
        and wanted.scenario in (None, fact.scenario)
        and wanted.scope in (None, fact.scope)
        and (wanted.segment is None or wanted.segment == fact.segment)
        and (wanted.months is None or (fact.period is not None and fact.period.months == wanted.months))
        and (not wanted.within or any(found_in(wanted.within, h) for h in fact.headings))
        and (wanted.concept != ANY or _generic_fits(fact, rule, book))
    )


def _generic_fits(fact: Fact, rule: Rule, book: Book) -> bool:
    """Whether a rule for any concept may take this one: sums and ties need a named concept."""
    if rule.kind in SINGLE_TARGET and rule.target.measure is Measure.AMOUNT:
        return (
            not fact.figure.is_percent
            and fact.concept not in book.lexicon.stocks
            and fact.concept in book.lexicon.known
        )
    return rule.kind is not Kind.TIE or (
        fact.concept in book.lexicon.known and fact.period is not None
    )


def _identity(fact: Fact) -> Identity:
    return (
        fact.concept,
        fact.measure,
        fact.period,
        fact.scenario,
        fact.scope,
        fact.segment,
        str(fact.against and (fact.against.period, fact.against.scenario, fact.against.concept)),
    )


def _by_identity(facts: Iterable[Fact]) -> list[list[Fact]]:
    groups: dict[Identity, list[Fact]] = defaultdict(list)
    for fact in facts:
        groups[_identity(fact)].append(fact)
    return list(groups.values())


def _repeats(rule: Rule, facts: Iterable[Fact]) -> Iterator[Relation]:
    """Each fact that is printed again tied to where a table first prints it."""
    for group in _by_identity(f for f in facts if not f.figure.nil):
        first = min(group, key=lambda f: (not f.in_table, f.number))
        for fact in group:
            if fact is not first and fact.figure.unit == first.figure.unit:
                yield _made(rule, first, (Term(fact, 1, Role.SAME),))


def _scatter(relation: Relation) -> tuple[bool, int, bool, int]:
    """How far a relation's figures lie apart: complete and close together sorts first."""
    blocks = [f.block for f in relation.facts]
    return (
        bool(relation.missing),
        len(set(blocks)),
        not relation.target.in_table,
        relation.target.number,
    )


def _relation(rule: Rule, target: Fact, book: Book) -> Relation | None:
    slots = []
    missing: list[str] = []
    for operand, sign in (*((o, 1) for o in rule.plus), *((o, -1) for o in rule.minus)):
        whens = _whens(operand, target)
        if not whens and operand.when is not When.COMPARED:
            return None
        if not whens:
            missing.append("what it is compared with")
        slots += [(operand, sign, period, scenario) for period, scenario in whens]
    crosses = bool(rule.target.segment)
    pools = [_candidates(o, target, p, s, book, crosses=crosses) for o, _, p, s in slots]
    home = _home(pools, target)
    terms: list[Term] = []
    for (operand, sign, period, scenario), pool in zip(slots, pools, strict=True):
        role, factor = _role(rule.kind, sign)
        if pool:
            fact = min(pool, key=lambda f: _distance(f, target, home))
            terms.append(Term(fact, factor, role))
            continue
        derived = _derived(operand, target, period, scenario, role, book)
        if derived:
            terms.extend(derived)
        else:
            missing.append(_name(operand, target, period, scenario))
    if any(t.fact.number == target.number for t in terms) and not _may_repeat(rule.kind):
        return None
    if missing and not (terms or rule.target.concept == ANY):
        return None
    if missing and rule.kind in SINGLE_TARGET and rule.target.concept == ANY and not terms:
        return None
    return _made(rule, target, tuple(terms), tuple(missing))


def _may_repeat(kind: Kind) -> bool:
    return kind in (Kind.RATIO, Kind.GROWTH)


def _made(
    rule: Rule, target: Fact, terms: tuple[Term, ...], missing: tuple[str, ...] = ()
) -> Relation:
    return Relation(
        rule.kind,
        target,
        terms,
        rule.id,
        rule.title,
        rule.why,
        severity=rule.severity,
        missing=missing,
    )


def _role(kind: Kind, sign: int) -> tuple[Role, int]:
    """(role, sign in the relation) of an operand that its rule adds (1) or takes away (-1)."""
    if kind is Kind.GROWTH:
        return (Role.LATER, 1) if sign > 0 else (Role.EARLIER, 1)
    if kind is Kind.RATIO:
        return (Role.NUMERATOR, 1) if sign > 0 else (Role.DENOMINATOR, 1)
    if kind in (Kind.DIFFERENCE, Kind.POINTS):
        return (Role.LATER, 1) if sign > 0 else (Role.EARLIER, -1)
    return (Role.SAME, 1) if kind is Kind.TIE else (Role.PART, sign)


def _whens(operand: Operand, target: Fact) -> list[tuple[Period | None, str]]:
    """(period, scenario) of each fact that the operand stands for, seen from the target."""
    period, against = target.period, target.against
    scenario = operand.scenario or target.scenario
    if operand.when is When.SAME:
        return [(period, scenario)]
    if operand.when is When.COMPARED:
        if against is None or (against.period is None and against.scenario is None):
            return []
        return [(against.period or period, against.scenario or scenario)]
    if period is None:
        return []
    if operand.when is When.IN_BETWEEN:
        if against is None or against.period is None or against.period.last >= period.last:
            return []
        return [(Period(against.period.last + 1, period.last), scenario)]
    if operand.when in (When.ITS_QUARTERS, When.ITS_HALVES):
        length = 3 if operand.when is When.ITS_QUARTERS else 6
        return [(part, scenario) for part in period.parts(length)]
    shifted = {
        When.YEAR_BEFORE: period.year_before,
        When.PRECEDING: period.preceding,
        When.ITS_END: period.end,
        When.ITS_START: Period(None, period.last - period.months),
    }
    return [(shifted[operand.when], scenario)]


def _concept(operand: Operand, target: Fact, book: Book) -> str | None:
    if operand.concept == SAME:
        return target.concept
    if operand.concept == BASE:
        return target.against.concept if target.against else None
    return book.lexicon.concept(operand.concept)


def _candidates(
    operand: Operand,
    target: Fact,
    period: Period | None,
    scenario: str,
    book: Book,
    *,
    crosses: bool = False,
) -> list[Fact]:
    """The facts that may stand for an operand; ``crosses``: a segment's total may be made of
    concepts that are not narrowed to it, as its rule names it on purpose."""
    concept = _concept(operand, target, book)
    if concept is None:
        return []
    scope = operand.scope or target.scope
    found = [
        f
        for f in book.by_concept.get((concept, operand.measure), ())
        if f.period == period
        and f.scenario == scenario
        and f.scope == scope
        and (not operand.within or any(found_in(operand.within, h) for h in f.headings))
        and (f.number != target.number or operand.measure is not target.measure)
    ]
    segment = target.segment if operand.segment is None else operand.segment
    own = [f for f in found if f.segment == segment]
    return own or [f for f in found if crosses and f.segment == ""]


def _home(pools: Iterable[Sequence[Fact]], target: Fact) -> int | None:
    """The table that prints most of the operands, the first of them; the target's own if it does."""
    count: dict[int, int] = defaultdict(int)
    for pool in pools:
        for block in {f.block for f in pool if f.in_table}:
            count[block] += 1
    if not count:
        return None
    return min(count, key=lambda b: (-count[b], b != target.block, b))


def _distance(fact: Fact, target: Fact, home: int | None) -> tuple[bool, bool, bool, bool, int]:
    """How far a candidate is: own passage or table, own column, the home table, any table."""
    elsewhere = fact.block != target.block
    return (
        elsewhere,
        not elsewhere and fact.source.col != target.source.col,
        fact.block != home,
        not fact.in_table,
        fact.number,
    )


def _derived(
    operand: Operand,
    target: Fact,
    period: Period | None,
    scenario: str,
    role: Role,
    book: Book,
) -> tuple[Term, ...]:
    """What is not printed may follow: from the sum that defines it, or from a printed change."""
    concept = _concept(operand, target, book)
    if concept is None or role is not Role.EARLIER:
        return ()
    return _by_definition(concept, target, period, scenario, role, book) or _by_change(
        operand, target, period, role, book
    )


def _by_definition(
    concept: str,
    target: Fact,
    period: Period | None,
    scenario: str,
    role: Role,
    book: Book,
) -> tuple[Term, ...]:
    rule = book.definitions.get((concept, target.segment))
    if rule is None or rule.minus:
        return ()
    crosses = bool(rule.target.segment)
    pools = [_candidates(o, target, period, scenario, book, crosses=crosses) for o in rule.plus]
    if not all(pools):
        return ()
    home = _home(pools, target)
    return tuple(Term(min(p, key=lambda f: _distance(f, target, home)), 1, role) for p in pools)


def _by_change(
    operand: Operand, target: Fact, period: Period | None, role: Role, book: Book
) -> tuple[Term, ...]:
    """The later amount less the change that is printed beside it."""
    if target.measure is not Measure.GROWTH or operand.measure is not Measure.AMOUNT:
        return ()
    later = [f for f in book.by_concept[target.concept, Measure.AMOUNT] if f.block == target.block]
    change = [
        f
        for f in book.by_concept.get((target.concept, Measure.CHANGE), ())
        if f.block == target.block and f.against and f.against.period == period
    ]
    if not (later and change):
        return ()
    return Term(later[0], 1, role), Term(change[0], -1, role)


def _name(operand: Operand, target: Fact, period: Period | None, scenario: str) -> str:
    """A missing operand in words."""
    what = target.label if operand.concept == SAME else operand.concept
    when = period.label if period and period.label else ""
    if target.against and operand.when is When.COMPARED:
        when = target.against.text or when
    state = "" if scenario == target.scenario else scenario
    return " ".join(word for word in (what, when, state) if word)


def with_block(facts: Iterable[Fact], block: int) -> list[Fact]:
    """The facts marked as standing in that block."""
    return [replace(fact, block=block) for fact in facts]
