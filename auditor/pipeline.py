"""The audit from files to report, stage by stage."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import count
from pathlib import Path

from auditor import inputs, readers
from auditor.bind import Book, bound, sameness, with_block
from auditor.check import fitted_verdicts, verdict
from auditor.claims import Surroundings, heading_period, prose_facts
from auditor.discover import relations_of
from auditor.document import Document, Table
from auditor.extract import Reading, reading_of, table_facts
from auditor.fact import RESULT, Fact, Measure
from auditor.figure import Rounding
from auditor.finding import Citation, Finding, LabelCheck, Status, Verdict
from auditor.grid import Grid
from auditor.labels import label_checks, label_finding
from auditor.layout import grid_of
from auditor.localise import distinct, findings
from auditor.locations import rules_folder
from auditor.period import Period
from auditor.relation import Kind, Relation
from auditor.report import DocumentReport, Report, Unread
from auditor.scene import Scene
from auditor.support import supported
from auditor.rule import Example, Pack, Rule, Vocabulary
from auditor.vocabulary import Lexicon, applies, lexicon, normal

AUTO = "auto"
LARGEST_BATCH = 8
"""Documents that a process takes at a time: few enough that none waits long for the last."""


class BrokenRulesError(Exception):
    """Rule files with mistakes; ``mistakes`` are all of them, each with its place."""

    def __init__(self, mistakes: Sequence[object]) -> None:
        super().__init__("\n".join(map(str, mistakes)))
        self.mistakes = tuple(mistakes)


def audit(  # noqa: PLR0913  # one parameter an option
    paths: Sequence[str],
    *,
    rules: Sequence[str] = (),
    discover: bool = True,
    rounding: str = AUTO,
    jobs: int = 1,
    stdin: bytes | None = None,
) -> Report:
    """The audit of every document under ``paths`` (files, folders, patterns, or "-" for ``stdin``).

    ``rules`` are rule files or folders besides the packs that come with the auditor; ``rounding``
    is auto, nearest, truncate or exact. Raises BrokenRulesError before anything is read when a
    rule file has mistakes. A path that cannot be read is reported in ``Report.unread``.
    """
    packs = rule_packs(rules)
    found, unread = inputs.found(paths, readers.suffixes())
    one = partial(_one, packs=packs, discover=discover, rounding=rounding, stdin=stdin)
    jobs = min(jobs, len(found))
    results = list(map(one, found)) if jobs < 2 else _in_parallel(one, found, jobs)
    documents = tuple(report for report, _ in results if report is not None)
    return Report(documents, (*unread, *(u for _, parts in results for u in parts)))


Result = tuple[DocumentReport | None, tuple[Unread, ...]]


def _one(
    path: str, *, packs: Sequence[Pack], discover: bool, rounding: str, stdin: bytes | None
) -> Result:
    """The audit of one file, and what of it could not be read."""
    try:
        document = read(path, stdin)
    except readers.UnreadableError as reason:
        return None, (Unread(path, str(reason)),)
    unread = tuple(Unread(path, part) for part in document.unread)
    return document_report(document, packs, rounding, discover=discover), unread


def _in_parallel(one: Callable[[str], Result], paths: Sequence[str], jobs: int) -> list[Result]:
    """The same results in the same order, from that many fresh processes."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    batch = min(LARGEST_BATCH, -(-len(paths) // jobs))
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        return list(pool.map(one, paths, chunksize=batch))


def rule_packs(extra: Sequence[str] = ()) -> tuple[Pack, ...]:
    """The packs that come with the auditor, then those of the extra files and folders."""
    from auditor.rulebook.kept import keep, kept_packs

    shipped = sorted(rules_folder().glob("*.yaml"))
    kept = None if extra else kept_packs(shipped)
    if kept is not None:
        return kept
    from auditor.rulebook import load_packs

    packs, mistakes = load_packs([*shipped, *map(Path, extra)])
    if mistakes:
        raise BrokenRulesError(mistakes)
    if not extra:
        keep(packs, shipped)
    return packs


def read(path: str, stdin: bytes | None = None) -> Document:
    """The document at ``path`` ("-" is ``stdin``); raises UnreadableError."""
    try:
        data = inputs.content(path, stdin)
    except OSError as error:
        raise readers.UnreadableError(error.strerror or "it cannot be opened") from error
    return readers.read(data, path)


def document_report(
    document: Document, packs: Sequence[Pack], rounding: str = AUTO, *, discover: bool = True
) -> DocumentReport:
    """Document -> Facts -> Relations -> Verdicts -> Findings -> report."""
    understood = Understood(document, tuple(p for p in packs if applies(p, document)), discover)
    verdicts, fitted = understood.verdicts(rounding)
    labels = understood.labels
    found = distinct([*findings(verdicts, fitted), *map(label_finding, _violated(labels))])
    tied = {f.number for v in verdicts if v.status is Status.HOLDS for f in v.relation.facts}
    printed = [f for f in understood.facts if not f.figure.nil]
    return DocumentReport(
        document.path,
        document.sha256,
        len(printed),
        sum(f.number in tied for f in printed),
        verdicts,
        tuple(found),
        tuple(Citation("figure", f.text, f.source) for f in printed if f.number not in tied),
        understood.facts,
        labels,
        tuple(p.id for p in understood.packs if p.rules),
        understood.unbound,
        document.remarks,
        _cited_lines(found, document),
    )


def _violated(labels: Iterable[LabelCheck]) -> list[LabelCheck]:
    return [c for c in labels if c.status is Status.VIOLATED]


@dataclass(frozen=True)  # no slots: each stage is made once, when first asked for
class Understood:
    """A document with the packs that apply to it, and every stage up to its relations."""

    document: Document
    packs: tuple[Pack, ...]
    discover: bool = False

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        return tuple(rule for pack in self.packs for rule in pack.rules)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The packs' words; an issuer's own come before the general ones."""
        words = Vocabulary()
        for pack in sorted(self.packs, key=lambda p: not p.applies):
            words = words.joined(pack.vocabulary)
        return lexicon(words, [s for p in self.packs for s in p.sections])

    @cached_property
    def reading(self) -> Reading:
        return reading_of(self.document, self.lexicon)

    @cached_property
    def grids(self) -> tuple[Grid, ...]:
        return tuple(grid_of(table) for table in self.document.tables)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Every figure with its meaning, in reading order, tables first read for their labels."""
        grids = {g.table.number: g for g in self.grids}
        of_tables = {
            block: with_block(table_facts(grids[table.number], self.reading, 0), block)
            for block, table in enumerate(self.document.blocks)
            if isinstance(table, Table)
        }
        labels = {normal(f.label): f.concept for fs in of_tables.values() for f in fs if f.label}
        unstated = next((p.unstated_comparison for p in self.packs if p.unstated_comparison), "")
        latest: Period | None = None
        found: list[Fact] = []
        for block, piece in enumerate(self.document.blocks):
            if isinstance(piece, Table):
                found += of_tables[block]
                latest = latest_period(of_tables[block]) or latest
                continue
            over = (*piece.headings, piece) if piece.level else piece.headings
            period = heading_period(over, self.reading.calendar) or latest
            around = Surroundings(
                self.lexicon, self.reading.calendar, self.reading.unit, period, labels, unstated
            )
            found += with_block(prose_facts(piece, around, 0), block)
        numbers = count()
        return tuple(replace(fact, number=next(numbers)) for fact in found)

    @cached_property
    def relations(self) -> tuple[tuple[Rule, Relation], ...]:
        return tuple(bound(self.rules, Book(self.facts, self.lexicon, self.rules)))

    @cached_property
    def labels(self) -> tuple[LabelCheck, ...]:
        return tuple(
            check
            for rule in self.rules
            if rule.kind is Kind.LABEL
            for check in label_checks(rule, self.grids, self.reading.calendar)
        )

    @property
    def unbound(self) -> tuple[str, ...]:
        """The rules of issuers' packs that found nothing to check."""
        used = {rule.id for rule, r in self.relations if not r.missing}
        used |= {check.rule for check in self.labels}
        return tuple(
            rule.id
            for pack in self.packs
            if pack.applies
            for rule in pack.rules
            if rule.id not in used
        )

    def verdicts(self, rounding: str) -> tuple[tuple[Verdict, ...], Rounding]:
        """The verdict on every relation, and the rounding convention it was reached under."""
        relations = [*(relation for _, relation in self.relations), *self.discovered]
        if rounding == AUTO:
            found, chosen = fitted_verdicts(relations)
        else:
            chosen = Rounding(rounding)
            found = tuple(verdict(relation, chosen) for relation in relations)
        return supported(found, self.general), chosen

    @property
    def general(self) -> frozenset[str]:
        """The rules that read documents nobody described; none where an issuer's pack applies."""
        if any(pack.applies for pack in self.packs):
            return frozenset()
        folder = rules_folder()
        return frozenset(
            rule.id for p in self.packs if Path(p.path).parent == folder for rule in p.rules
        )

    @cached_property
    def discovered(self) -> tuple[Relation, ...]:
        """What no rule had to declare, where no rule declares it too."""
        if not self.discover:
            return ()
        at = {
            (f.source.table, (f.source.row or 0) - 1, (f.source.col or 0) - 1): f
            for f in self.facts
            if f.source.table is not None
        }
        scene = Scene(self.document, self.grids, self.facts, at, self.reading.calendar)
        declared = {sameness(relation) for _, relation in self.relations}
        found = {}
        for relation in relations_of(scene):
            found.setdefault(sameness(relation), relation)
        return tuple(r for same, r in found.items() if same not in declared)


def latest_period(facts: Iterable[Fact]) -> Period | None:
    """The latest span that a table's result columns show."""
    spans = [
        f.period
        for f in facts
        if f.period
        and not f.period.is_instant
        and f.measure is Measure.AMOUNT
        and f.scenario == RESULT
    ]
    return max(spans, key=lambda p: (p.last, -p.months), default=None)


def _cited_lines(found: Iterable[Finding], document: Document) -> tuple[tuple[int, str], ...]:
    """The document's lines that findings cite, by number."""
    wanted = {
        c.source.line for f in found for c in (*f.citations, *(s.citation for s in f.suspects))
    }
    return tuple(
        (number, document.lines[number - 1])
        for number in sorted(n for n in wanted if n is not None)
        if number <= len(document.lines)
    )


def facts_of(document: Document) -> tuple[Fact, ...]:
    """The facts of a document, read with the packs that apply to it."""
    return Understood(document, tuple(p for p in rule_packs() if applies(p, document))).facts


@dataclass(frozen=True, slots=True)
class ExampleOutcome:
    """What a rule said of one of its examples, against what it should say."""

    rule: str
    path: str
    line: int
    expected: str
    got: str

    @property
    def ok(self) -> bool:
        return self.expected == self.got


def examples_outcome(paths: Sequence[str] = ()) -> tuple[ExampleOutcome, ...]:
    """Every example of the packs that come with the auditor, or of the given files, carried out."""
    packs = rule_packs(paths)
    given = {Path(p).resolve() for p in paths}
    return tuple(
        _outcome(rule, example, pack, packs)
        for pack in packs
        if not given or given & {Path(pack.path).resolve(), *Path(pack.path).resolve().parents}
        for rule in pack.rules
        for example in rule.examples
    )


def _outcome(rule: Rule, example: Example, pack: Pack, packs: Sequence[Pack]) -> ExampleOutcome:
    document = readers.read(example.text.encode(), f"{rule.path}:{example.line}")
    words = tuple(replace(p, rules=()) for p in packs if p is pack or not p.applies)
    understood = Understood(document, (*words, Pack(pack.id, pack.title, rules=(rule,))))
    verdicts, _ = understood.verdicts(AUTO)
    got = {v.status for v in verdicts} | {c.status for c in understood.labels}
    return ExampleOutcome(rule.id, rule.path, example.line, example.expect, _worst(got))


def _worst(got: set[Status]) -> str:
    for status in (Status.VIOLATED, Status.HOLDS, Status.NOT_CHECKABLE):
        if status in got:
            return str(status)
    return "nothing to check"
