"""Rules: relations declared for every place where their operands are printed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from auditor.model.dataset import Completeness, DataRule, DataSet, FileGroup
from auditor.model.fact import Measure
from auditor.model.relation import Kind, Severity

ANY = "any"
SAME = "same"


class When(StrEnum):
    """The period of an operand, seen from the target's."""

    SAME = "same"
    YEAR_BEFORE = "a year before"
    PRECEDING = "the period before"
    COMPARED = "compared"  # what the target says it is compared with: a period or a scenario
    ITS_QUARTERS = "its quarters"
    ITS_HALVES = "its halves"
    ITS_END = "its end"  # the point in time at which the period ends
    ITS_START = "its start"
    IN_BETWEEN = "in between"  # the months from what a change is compared with to its own date


class Reads(StrEnum):
    """What a printed figure is to be read as, where its table or sentence does not say."""

    PER_CENT = "per cent"
    NUMBER = "a number"  # without the table's unit: a ratio such as 1.25
    NEGATIVE = "negative"  # "decreased by 5 %", or what is taken off a base


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure is printed, in the words beside it: the cells of a table, or a passage.

    ``table``, ``rows``, ``columns`` and ``passage`` are references as ``facts.locators`` reads
    them. No rows: every row of a target, the target's row of an operand; columns alike. Several
    rows of an operand go with those of the target one by one; columns alike. ``figure`` counts
    the passage's figures from 1.
    """

    table: str = ""
    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    passage: str = ""
    figure: int = 1
    reads: Reads | None = None


@dataclass(frozen=True, slots=True)
class Operand:
    """Which facts may stand in one place of a rule.

    ``concept`` is a canonical name, ``any`` (targets only) or ``same`` (the target's), or
    ``base`` (what the target says it is a share of). ``within`` is a pattern ("*" for anything) for
    a heading the fact must stand under, "" for anywhere. ``months`` limits
    targets to periods of that length. None means: as the target (for a target: anything).
    ``place``, where it is not None, takes the figures printed there; the rest is then unused.
    """

    concept: str
    measure: Measure = Measure.AMOUNT
    when: When = When.SAME
    scenario: str | None = None
    scope: str | None = None
    segment: str | None = None
    within: str = ""
    months: int | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A few lines of a document and what the rule must say of them."""

    text: str
    expect: str  # holds, violated or not_checkable
    line: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """One declared relation.

    ``plus`` and ``minus`` are the operands by sign: the parts of a sum; for a difference, a growth
    or points, the later in ``plus`` and the earlier in ``minus``; for a ratio, the
    numerator in ``plus`` and the denominator in ``minus``.
    ``path`` and ``line`` say where the rule is written.
    """

    id: str
    kind: Kind
    title: str
    target: Operand
    plus: tuple[Operand, ...] = ()
    minus: tuple[Operand, ...] = ()
    why: str = ""
    severity: Severity = Severity.ERROR
    examples: tuple[Example, ...] = ()
    path: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """A heading under which generic concepts mean one segment's."""

    heading: str
    segment: str
    narrows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words that carry meaning: canonical name to the ways of writing it.

    ``concepts``: names of rows and subjects. ``stocks``: concepts measured at a point in time.
    ``measures``: column headings that say what the column states; so ``scenarios`` and ``scopes``.
    """

    concepts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    stocks: tuple[str, ...] = ()
    measures: tuple[tuple[str, tuple[str, ...]], ...] = ()
    scenarios: tuple[tuple[str, tuple[str, ...]], ...] = ()
    scopes: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def joined(self, other: Vocabulary) -> Vocabulary:
        """Both vocabularies' words."""
        return Vocabulary(
            self.concepts + other.concepts,
            self.stocks + other.stocks,
            self.measures + other.measures,
            self.scenarios + other.scenarios,
            self.scopes + other.scopes,
        )


@dataclass(frozen=True, slots=True)
class Pack:
    """A rule file.

    ``applies`` are patterns of which one must stand in the document's text (none: any document).
    ``unstated_comparison`` is what prose compares with when it does not say ("" for nothing).
    ``instead_of`` are packs whose rules are not asked where this one applies. ``data`` is the data
    set that it is about, with the rules of that; such a pack has none for documents. ``groups`` are
    the kinds of files that it relates to each other, by the rules ``across``; each group is a pack
    of its own as well.
    """

    id: str
    title: str
    path: str = ""
    applies: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    sections: tuple[Section, ...] = ()
    vocabulary: Vocabulary = Vocabulary()
    unstated_comparison: str = ""
    instead_of: tuple[str, ...] = ()
    data: DataSet | None = None
    groups: tuple[FileGroup, ...] = ()
    across: tuple[DataRule, ...] = ()

    @property
    def declared(self) -> tuple[Rule | DataRule | Completeness, ...]:
        """Every rule, be it for documents or for data files."""
        return (*self.rules, *(self.data.declared if self.data else ()), *self.across)

    @property
    def of_groups(self) -> tuple[Pack, ...]:
        """The groups of files as packs of their own."""
        return tuple(
            Pack(f"{self.id}.{one.name}", one.title, self.path, data=one.data)
            for one in self.groups
        )

    def group_of(self, pack: Pack) -> str:
        """The name of the group that one of these packs is."""
        return pack.id.removeprefix(f"{self.id}.")
