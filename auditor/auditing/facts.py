"""Facts of a document: every figure with its meaning, in the words of the packs that apply."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from auditor.auditing.thresholds import LONG_TITLE, TITLE_BLOCKS
from auditor.checks.error_values import error_values
from auditor.facts.conventions import usual_convention
from auditor.facts.layout import grid_of
from auditor.facts.owners import unread
from auditor.facts.prose import (
    RowLabels,
    Surroundings,
    company_of,
    heading_period,
    prose_facts,
)
from auditor.facts.side_by_side import parted
from auditor.facts.spanned_scales import with_spanned_scales
from auditor.facts.stand_ins import stand_ins
from auditor.facts.tables import table_facts
from auditor.facts.told_scales import with_told_scales
from auditor.facts.unsaid_scales import with_unsaid_scales
from auditor.facts.usage import Usage, usage_of
from auditor.model.citation import Citation
from auditor.model.document import Document, Passage, Table
from auditor.model.fact import RESULT, Fact, Measure
from auditor.model.grid import Grid
from auditor.model.period import MONTHS_OF_A_YEAR, Period
from auditor.model.rule import Pack, Rule, Vocabulary
from auditor.notation.vocabulary import Lexicon, applies, lexicon, normal
from auditor.rulebook.packs import rule_packs


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """The facts of a document in reading order, and what they were read with.

    ``packs`` are those that apply to the document, ``grids`` its tables as they are laid out;
    ``not_understood`` are the digits that may be figures and could not be read, ``inexact`` those
    in tables that are about so much, or bound what is meant.
    """

    document: Document
    packs: tuple[Pack, ...]
    lexicon: Lexicon
    usage: Usage
    grids: tuple[Grid, ...]
    facts: tuple[Fact, ...]
    not_understood: tuple[Citation, ...] = ()
    inexact: tuple[Citation, ...] = ()

    @property
    def unread(self) -> tuple[Citation, ...]:
        """What stands for an amount and gives no value: digits, words and errors of programs."""
        errors = (cell for one in error_values(self.document) for cell in one.cells)
        return (*self.not_understood, *self.inexact, *errors, *stand_ins(self.document))

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The packs' rules, but for those of packs that another stands in for."""
        spared = {name for pack in self.packs for name in pack.instead_of}
        return tuple(rule for pack in self.packs if pack.id not in spared for rule in pack.rules)

    @property
    def is_described(self) -> bool:
        """Whether an issuer's own pack says how the document is to be read."""
        return any(pack.applies for pack in self.packs)


def applying(packs: Iterable[Pack], document: Document) -> tuple[Pack, ...]:
    """The packs that apply to a document."""
    return tuple(pack for pack in packs if applies(pack, document))


def document_facts(document: Document, packs: tuple[Pack, ...]) -> DocumentFacts:
    """The facts of a document, read with packs that apply to it.

    Tables are read first: prose is read with the labels that they know.
    """
    words = _words(packs)
    usage = usage_of(document, words)
    usual = usual_convention(document)
    grids = tuple(parted(grid_of(table, usual)) for table in document.tables)
    of_tables = _facts_of_tables(document, grids, usage)
    stated = [fact for facts in of_tables.values() for fact in facts]
    labels = RowLabels({normal(fact.label): fact.concept for fact in stated if fact.label})
    printed = frozenset(fact.period for fact in stated if fact.period)
    period = _period_of_the_title(document, usage, of_tables.values(), printed)
    company = company_of(_first_lines(document), labels)
    found: list[tuple[int, Fact]] = []
    for block, piece in enumerate(document.blocks):
        if isinstance(piece, Table):
            facts: Sequence[Fact] = of_tables[block]
            period = _dated(latest_period(facts), period)
        else:
            latest = heading_period(_over(piece), usage.calendar, printed) or period
            around = _surroundings(latest, words, usage, labels, packs, company)
            facts = list(prose_facts(piece, around, 0))
        found += [(block, fact) for fact in facts]
    numbered = with_spanned_scales(with_told_scales(document, _numbered(found)))
    numbered = with_unsaid_scales(numbered)
    rest = unread(document, grids, numbered)
    return DocumentFacts(document, packs, words, usage, grids, numbered, *rest)


def _numbered(found: Iterable[tuple[int, Fact]]) -> tuple[Fact, ...]:
    """The facts of blocks, counted in reading order."""
    return tuple(
        fact._replace(number=number, block=block) for number, (block, fact) in enumerate(found)
    )


def _over(piece: Passage) -> tuple[Passage, ...]:
    """The headings of a passage, itself among them where it is one."""
    return (*piece.headings, piece) if piece.level else piece.headings


def _period_of_the_title(
    document: Document,
    usage: Usage,
    tables: Iterable[Sequence[Fact]],
    printed: Container[Period],
) -> Period | None:
    """The span that the first lines of a document name: where no format tells headings apart.

    A sentence among them may name any; the first table with one tells it sooner.
    """
    lines = _first_lines(document)
    titles = [line for line in lines if not line.text.rstrip().endswith((".", "。"))]
    tables = list(tables)
    of_tables = [period for facts in tables if (period := latest_period(facts))]
    dated = (period for period in of_tables if period.is_dated)
    return (
        heading_period(titles, usage.calendar, printed)
        or next(dated, None)
        or heading_period(lines, usage.calendar, printed)
        or next(iter(of_tables), None)
        or next(filter(None, map(_year_to_the_latest, tables)), None)
    )


def _year_to_the_latest(facts: Sequence[Fact]) -> Period | None:
    """The year that ends on the later of the two dates, a year apart, of a table of balances."""
    dates = {f.period for f in facts if f.period and f.measure is Measure.AMOUNT}
    latest = max(dates, key=lambda p: p.last, default=None)
    if latest is None or len(dates) != 2 or latest.year_before not in dates:
        return None
    return Period(latest.last - MONTHS_OF_A_YEAR + 1, latest.last, latest.label)


def _first_lines(document: Document) -> list[Passage]:
    """The short passages that a document begins with."""
    first = [block for block in document.blocks[:TITLE_BLOCKS] if isinstance(block, Passage)]
    return [p for p in first if len(p.text) <= LONG_TITLE]


def _words(packs: Iterable[Pack]) -> Lexicon:
    """The packs' words; an issuer's own come before the general ones."""
    packs = tuple(packs)
    words = Vocabulary()
    for pack in sorted(packs, key=lambda p: not p.applies):
        words = words.joined(pack.vocabulary)
    return lexicon(words, [s for p in packs for s in p.sections])


def _facts_of_tables(
    document: Document, grids: Iterable[Grid], usage: Usage
) -> Mapping[int, list[Fact]]:
    """The tables' facts by block."""
    by_table = {grid.table.number: grid for grid in grids}
    return {
        block: list(table_facts(by_table[piece.number], usage, 0))
        for block, piece in enumerate(document.blocks)
        if isinstance(piece, Table)
    }


def _surroundings(  # noqa: PLR0913, PLR0917  # all that a sentence may be read with
    latest: Period | None,
    words: Lexicon,
    usage: Usage,
    labels: RowLabels,
    packs: Iterable[Pack],
    company: str,
) -> Surroundings:
    """What holds for a passage that speaks of the ``latest`` period."""
    return Surroundings(
        words,
        usage.calendar,
        usage.unit,
        latest,
        labels,
        next((p.unstated_comparison for p in packs if p.unstated_comparison), ""),
        usage.convention,
        company,
    )


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


def _dated(latest: Period | None, before: Period | None) -> Period | None:
    """The latest period, unless it is of columns that nothing dates and another is known."""
    if latest is None or (before is not None and before.is_dated and not latest.is_dated):
        return before
    return latest


def facts_of(document: Document) -> tuple[Fact, ...]:
    """The facts of a document, read with the packs that come with the auditor and apply to it."""
    return document_facts(document, applying(rule_packs(), document)).facts
