"""Facts: figures with their meaning and place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from auditor.model.document import Source
from auditor.model.figure import Figure, Rounding
from auditor.model.interval import Interval
from auditor.model.period import Period

RESULT = "result"
CONSOLIDATED = "consolidated"


class Measure(StrEnum):
    """What a figure says of its concept."""

    AMOUNT = "amount"  # the concept itself, be it money, a count or a printed ratio
    SHARE = "share"  # per cent of another concept
    CHANGE = "change"  # in the concept's own unit, against another period or scenario
    GROWTH = "growth"  # per cent, against another period or scenario
    POINTS = "points"  # percentage points, against another period or scenario


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a share, change or growth is taken against; ``text`` as the document words it."""

    period: Period | None = None
    scenario: str | None = None
    concept: str | None = None
    text: str = ""


class Fact(NamedTuple):
    """A figure, what it measures, when, for whom, and where it stands.

    ``label`` is the row label or subject as printed, ``concept`` its canonical name; ``segment``
    narrows a concept that means something else in its section ("" for the whole company).
    ``number`` counts the document's printed figures: two readings of one figure share it.
    ``block`` counts the document's blocks, so that what stands together can be told;
    ``headings`` are those it stands under, outermost first.
    ``sign`` is -1 where words turn the figure round ("decreased by 5 %"). ``certain`` is whether
    the words of a sentence fill every slot of what it claims; ``declined`` why it claims nothing
    that tables report. ``loosely`` is whether its words hold more than the name of a row,
    ``assumed_time`` whether nothing says of what time it is, which then is the usual one,
    ``explains`` whether it is given as a cause of another figure. ``spoken`` is what the figure
    claims by a grammar that fills every slot, but that no table names its subject. ``doubt`` is why
    a claim is not certain, where its grammar tells. ``turned`` is whether its table has times as
    rows: what it states of one thing then is a column. ``names_no_time`` is whether its sentence
    leaves its time to the passage, in languages of word lists.
    """

    number: int
    figure: Figure
    source: Source
    label: str
    concept: str
    measure: Measure = Measure.AMOUNT
    period: Period | None = None
    against: Comparison | None = None
    scenario: str = RESULT
    scope: str = CONSOLIDATED
    segment: str = ""
    sign: int = 1
    block: int = 0
    headings: tuple[str, ...] = ()
    certain: bool = False
    declined: str = ""
    loosely: bool = False
    assumed_time: bool = False
    explains: bool = False
    spoken: Fact | None = None
    turned: bool = False
    doubt: str = ""
    names_no_time: bool = False

    @property
    def value(self) -> Fraction:
        """The printed value in base units, with the sign its words give it."""
        value = self.figure.value
        return value if self.sign > 0 else -value

    @property
    def text(self) -> str:
        return self.figure.text

    @property
    def in_table(self) -> bool:
        return self.source.table is not None

    @property
    def line(self) -> tuple[int, int]:
        """The table's row that states the concept at several times, or its column if turned."""
        table = self.source.table or 0
        return (table, -(self.source.col or 0)) if self.turned else (table, self.source.row or 0)

    def interval(self, rounding: Rounding) -> Interval:
        """Every unrounded value that prints as this figure, in base units."""
        found = self.figure.interval(rounding)
        return -found if self.sign < 0 else found
