"""Tagging: the figures that a filing marks for machines, and the sums it says they form.

XBRL calls them facts and calculation relationships. A concept is named ``prefix:Name``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

EXACT = Fraction(0)
"""The accuracy of a value that nothing was rounded from: ``decimals="INF"``."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a tagged value is about, besides its concept: whose it is, when, and of which part.

    ``start`` is the first day of a span and None for a point in time; ``end`` is the last day.
    ``parts`` are (axis, member) pairs in a fixed order, none for the whole company. ``report`` is
    the report that says so, where a package holds several.
    """

    entity: str
    start: date | None
    end: date
    parts: tuple[tuple[str, str], ...] = ()
    report: str = ""


@dataclass(frozen=True, slots=True)
class Tag:
    """A tagged figure: its value is ``digits * 10**(exponent + scale)`` of its ``unit``.

    ``text`` is what stands inside of the tag, ``label`` the concept in words and ``about`` the
    members of its context in words. ``digits`` is None where nothing is stated (nil) or where
    ``unreadable`` says why the text is no number in the tag's format. ``accuracy`` is the unit that
    the value is said to be good to (``decimals``), None where that is not said. ``hidden`` tags
    are not displayed. Lines and columns count from 1, ``element`` is the id; ``path`` is the page
    that they are of, "" for the document's own. ``is_no_digit_good`` is whether a tag says of
    itself that nothing is known of its value, so that nothing can be asked of it.
    """

    concept: str
    label: str
    context: Context
    about: str
    unit: str
    text: str
    digits: int | None
    exponent: int
    scale: int
    accuracy: Fraction | None
    line: int
    column: int
    end_column: int
    element: str | None = None
    hidden: bool = False
    unreadable: str = ""
    path: str = ""
    is_no_digit_good: bool = False

    @property
    def value(self) -> Fraction:
        """The value as tagged; only for a tag that states one."""
        assert self.digits is not None
        place = self.exponent + self.scale
        return Fraction(self.digits * 10**place) if place > 0 else Fraction(self.digits, 10**-place)

    @property
    def unit_shown(self) -> Fraction:
        """One unit of the last digit that stands in the text."""
        return Fraction(10) ** (self.exponent + self.scale)

    @property
    def has_excess_digits(self) -> bool:
        """Whether digits that are not nought stand beyond what the value is said to be good to."""
        return bool(self.digits is not None and self.accuracy and self.value % self.accuracy)


@dataclass(frozen=True, slots=True)
class UnusedText:
    """A text with digits that an instance states and that no figure comes of; placed like a tag.

    ``reason`` says what it is, or why it is not used; ``is_understood`` tells the two apart.
    """

    text: str
    line: int
    column: int
    end_column: int
    element: str | None
    path: str
    reason: str
    is_understood: bool


@dataclass(frozen=True, slots=True)
class Calculation:
    """A total and the items that the filing says add up to it, each with its weight.

    ``rule`` is the short name of the statement (the extended link role) that says so, ``title``
    its name in words, ``label`` the total's. ``twice`` are the labels of items that it lists more
    than once; ``line`` is where in the file ``path`` it begins.
    """

    rule: str
    title: str
    total: str
    items: tuple[tuple[str, Fraction], ...]
    label: str = ""
    twice: tuple[str, ...] = ()
    path: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Tagging:
    """The tags of a filing and its calculations; ``displayed`` is whether people can see it too.

    ``unused`` is what else one says that nobody can see: what people see are its blocks.
    ``within_tuples`` are the concepts that are stated within tuples, too, whose figures are not
    read.
    """

    tags: tuple[Tag, ...] = ()
    calculations: tuple[Calculation, ...] = ()
    displayed: bool = False
    unused: tuple[UnusedText, ...] = ()
    within_tuples: frozenset[str] = frozenset()


UNTAGGED = Tagging()
