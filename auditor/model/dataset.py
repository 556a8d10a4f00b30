"""Data sets: what a rule file declares of the columns, the key and the arithmetic of data files."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from auditor.model.relation import Kind, Severity

FOUND = "found"
"""The name of the pack of rules that a file's own figures show."""
OTHERS = "others"
"""In place of a column's values: every one that the target does not have."""


class ColumnType(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    FIGURE = "figure"  # a printed number, as good as its last digit
    INTEGER = "integer"  # a count: a whole number, exact
    DATE = "date"
    PERIOD = "period"


class Shift(StrEnum):
    """The period of an operand, seen from the target's."""

    SAME = "same"
    YEAR_BEFORE = "a year before"
    PRECEDING = "the period before"
    ITS_QUARTERS = "its quarters"
    ITS_HALVES = "its halves"
    ITS_MONTHS = "its months"
    YEAR_TO_DATE = "its year to date"
    TRAILING_YEAR = "its trailing year"


RUNNING = frozenset({Shift.YEAR_TO_DATE, Shift.TRAILING_YEAR})
"""Those where a figure counts for several targets, each of the times that come after it."""


@dataclass(frozen=True, slots=True)
class DeclaredColumn:
    """One column: what its cells may be.

    ``required`` says that the column must be there, ``nullable`` that its cells may be blank.
    ``values`` and ``pattern`` (a regular expression for the whole cell) limit text. ``unit`` is
    what figures are in, such as "%" or "USD million"; ``unit_in`` the column that says so instead.
    ``decimals`` is to how many decimals figures are good (-3: thousands), None for as many as they
    show; ``exact`` that they were not rounded at all. ``point`` is what opens decimals in the file,
    a point or a comma; the other of the two groups digits. ``na`` are what cells say that are as
    good as blank.
    """

    name: str
    type: ColumnType = ColumnType.TEXT
    required: bool = True
    nullable: bool = False
    values: tuple[str, ...] = ()
    pattern: str = ""
    unit: str = ""
    unit_in: str = ""
    decimals: int | None = None
    exact: bool = False
    point: str = "."
    na: tuple[str, ...] = ()

    def is_blank(self, text: str) -> bool:
        """Whether a cell says nothing."""
        text = text.strip()
        return not text or text in self.na

    @property
    def is_numeric(self) -> bool:
        return self.type in (ColumnType.FIGURE, ColumnType.INTEGER)

    @property
    def is_exact(self) -> bool:
        """Whether its figures stand for nothing but themselves."""
        return self.exact or self.type is ColumnType.INTEGER


@dataclass(frozen=True, slots=True)
class Cells:
    """The figures that may stand in one place of a rule: those of a column, in some records.

    ``where`` are the columns that tell the records, each with the values they may have; no values:
    all that the target does not have. ``shift`` is their period, seen from the target's; ``every``
    are columns over whose values they are added up, the target's own among them. ``group`` is the
    group of files that they stand in, where a rule is about several; ``column`` then begins with
    it: "segments.value".
    """

    column: str
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()
    shift: Shift = Shift.SAME
    every: tuple[str, ...] = ()
    group: str = ""

    @property
    def is_own_record(self) -> bool:
        """Whether it means the record that the target stands in."""
        return not self.where and self.shift is Shift.SAME and not self.every

    def of(self, shift: Shift) -> Cells:
        """The same of another period."""
        return replace(self, shift=shift)

    @property
    def own_column(self) -> str:
        """What the column is called in its file."""
        return self.column.removeprefix(f"{self.group}.") if self.group else self.column


def qualified(group: str, column: str) -> str:
    """What a column is called beside those of other groups of files."""
    return f"{group}.{column}"


@dataclass(frozen=True, slots=True)
class DataExample:
    """A few records and what the rule must say of them; ``files`` are those of each group."""

    text: str
    expect: str  # holds, violated or not_checkable
    line: int = 0
    files: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Across:
    """What a rule between groups of files says besides its figures.

    ``by`` is what records agree in: for each, by group, the column that says it. ``repeats``: of
    one group, what several of its files show must be the same. ``one_sided``: records need not have
    a counterpart.
    """

    by: tuple[tuple[tuple[str, str], ...], ...] = ()
    repeats: bool = False
    one_sided: bool = False


@dataclass(frozen=True, slots=True)
class DataRule:
    """One declared relation, for every group of records that agree in the columns ``by``.

    No ``by``: for every record by itself. ``plus`` and ``minus`` are the operands by sign, as in
    a rule for documents. ``per_cent`` says how the figures of a ratio or growth are printed, where
    neither they nor their unit do; ``required`` that a file must have what the rule checks.
    ``across`` is what relates the files of several groups, where it is about those.
    """

    id: str
    kind: Kind
    title: str
    target: Cells
    plus: tuple[Cells, ...]
    minus: tuple[Cells, ...] = ()
    by: tuple[str, ...] = ()
    per_cent: bool | None = None
    why: str = ""
    severity: Severity = Severity.ERROR
    required: bool = True
    examples: tuple[DataExample, ...] = ()
    path: str = ""
    line: int = 0
    across: Across | None = None

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups of files that it is about, the target's first."""
        cells = (self.target, *self.plus, *self.minus)
        return tuple(dict.fromkeys(one.group for one in cells))


@dataclass(frozen=True, slots=True)
class Completeness:
    """One declared rule on which records there must be, ``where`` they have these values.

    Every combination of ``each`` that occurs in every one of ``by`` that does; or, for every one of
    ``by``, no gap in the times of ``without_gaps``, or so many records: ``at_least``, ``at_most``.
    """

    id: str
    title: str
    each: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    without_gaps: str = ""
    at_least: int | None = None
    at_most: int | None = None
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()
    why: str = ""
    severity: Severity = Severity.ERROR
    examples: tuple[DataExample, ...] = ()
    path: str = ""
    line: int = 0

    @property
    def kind(self) -> Kind:
        return Kind.COMPLETENESS

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns without which it says nothing of a file."""
        gaps = (self.without_gaps,) if self.without_gaps else ()
        return tuple(
            dict.fromkeys((*(name for name, _ in self.where), *self.by, *self.each, *gaps))
        )


@dataclass(frozen=True, slots=True)
class DataSet:
    """The files that a rule file is about, and what holds in them.

    ``files`` are patterns for their names (none: any file with the required columns).
    ``key`` are the columns in which no two records agree. ``complete`` says which must be there.
    """

    columns: tuple[DeclaredColumn, ...]
    files: tuple[str, ...] = ()
    key: tuple[str, ...] = ()
    rules: tuple[DataRule, ...] = ()
    complete: tuple[Completeness, ...] = ()

    def column(self, name: str) -> DeclaredColumn:
        """The column of that name; raises KeyError."""
        return next((c for c in self.columns if c.name == name), None) or _unknown(name)

    @property
    def declared(self) -> tuple[DataRule | Completeness, ...]:
        """Every rule, be it on figures or on which records there are."""
        return (*self.rules, *self.complete)

    @property
    def numeric(self) -> tuple[DeclaredColumn, ...]:
        return tuple(column for column in self.columns if column.is_numeric)


@dataclass(frozen=True, slots=True)
class FileGroup:
    """One of the kinds of files that a rule file is about, by the name that it has there."""

    name: str
    title: str
    data: DataSet


def is_found(rule: str) -> bool:
    """Whether nobody declared a rule of that name: the figures of a file show it."""
    return rule == FOUND or rule.startswith(f"{FOUND}.")


def _unknown(name: str) -> DeclaredColumn:
    raise KeyError(name)
