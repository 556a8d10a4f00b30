"""Column headings: which texts of a table's header rows head a column."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from auditor.facts.thresholds import EMPTY_SHARE, FEWEST_HEADINGS_MOVED
from auditor.model.document import Table
from auditor.model.figure import Figure
from auditor.notation.deferred import deferred
from auditor.notation.periods import part_of_a_year
from auditor.notation.units import says_per_cent

Texts = Sequence[Sequence[str]]
"""What the cells of a table say, row by row, on one line each and "" for none."""
ByColumn = Mapping[int, Mapping[int, Figure]]
"""The figures of a table by column, then by row, from 0."""


_YEAR = deferred(r"(?:19|20)[0-9]{2}")
_DIGIT = deferred(r"[0-9]")


def by_column(figures: Mapping[tuple[int, int], Figure]) -> ByColumn:
    """The figures that stand by row and column, by column first."""
    found: dict[int, dict[int, Figure]] = {}
    for (r, c), figure in figures.items():
        found.setdefault(c, {})[r] = figure
    return found


_NOTES = deferred(
    r"\A\W*(?:notes?(?: nos?\.?| numbers?)?|ref(?:erence)?s?|anhang(?:s?angabe)?n?|ziffer|tz"
    r"|anm(?:erkung)?(?:en)?|erläuterung(?:en)?|annexes?|notas?(?: explicativas?)?"
    r"|注記(?:事項)?\s?(?:番号)?|注|番号|附[注註](?:编号)?|주석)\W*\Z",
    re.IGNORECASE,
)


def head_notes(headings: Iterable[str]) -> bool:
    """Whether a column holds the numbers of notes, by its headings."""
    return any(_NOTES.search(heading) for heading in headings)


def headings_over(
    texts: Texts, figures: ByColumn, header: Sequence[int], columns: Iterable[int], labels: int
) -> Iterator[tuple[str, ...]]:
    """Each column's headings from top to bottom, each wide heading counted where it spans.

    A blank cell continues the heading to its left, unless a heading of its own begins above it or
    the heading speaks of percentages and the column states amounts beside them.
    """
    rows = [(texts[r], _heads(texts[r])) for r in header]
    for c in columns:
        found: list[str] = []
        opens = labels
        for row, heads in rows:
            at = heads[min(c, len(row) - 1)] if row else None
            if at is None or at < opens:
                continue
            of_others = at != c and says_per_cent(row[at])
            if not (of_others and _shows_amounts(figures.get(at, {}), figures.get(c, {}))):
                found.append(row[at])
                opens = at
        yield tuple(found)


def of_a_part(headings: tuple[str, ...], parts: AbstractSet[str]) -> tuple[str, ...]:
    """A column's headings under the part of the year that its table is of, where they name a year.

    "Three Months Ended March 31" at the left of "2025" and "2024" is said of both.
    """
    if len(parts) != 1 or not headings or not _YEAR.fullmatch(headings[-1]):
        return headings
    if any(map(_DIGIT.search, headings[:-1])):
        return headings
    return (f"{next(iter(parts))},", *headings)


def parts_named(table: Table, stubs: Iterable[str]) -> frozenset[str]:
    """The parts of a year that stand at the left of a table's headings, or alone right above it."""
    found = {part for stub in stubs if (part := part_of_a_year(stub))}
    captions = (*(heading.text for heading in table.headings[-1:]), *table.notes)
    above = (part_of_a_year(_without_unit(caption), alone=True) for caption in captions)
    return frozenset(found or filter(None, above))


def _without_unit(caption: str) -> str:
    """The caption without what its figures are in: "Six months ended 30 June, £m"."""
    return _IN_A_UNIT.sub("", caption)


_IN_A_UNIT = deferred(
    r"(?:,|\s[-–—]|\s(?=[(\[]))\s?[(\[]?(?:unaudited|(?:(?:all )?(?:amounts|figures) )?(?:in )?"
    r"(?:[A-Z]{0,3}[£$€¥]|(?:Rs\.?|[A-Z]{3}) ?)?"
    r"(?:['’]?000s?|mn?|bn|millions?|billions?|thousands?|crores?|lakhs?)?"
    r"(?: of (?:euros?|pounds|dollars|[A-Z]{3}))?)[)\]]?\Z",
    re.IGNORECASE,
)


def _heads(row: Sequence[str]) -> list[int | None]:
    """By place in a row: where the text stands that is there or last to the left of it."""
    found: list[int | None] = []
    last: int | None = None
    for place, text in enumerate(row):
        last = place if text else last
        found.append(last)
    return found


def with_headings_moved(
    texts: Texts, header: Sequence[int], rows: Sequence[int], labels: int
) -> Texts:
    """The texts, headings that a conversion left too far to the left moved over their columns.

    Plain it is where the lowest headings are as many as the columns that say something, the first
    of them stands over next to nothing, and so does each that is over none of these.
    """
    if not header:
        return texts
    named = [c for c in range(labels, len(texts[header[-1]])) if texts[header[-1]][c]]
    saying = _columns_saying(texts, rows, labels)
    if len(named) != len(saying) or len(named) < FEWEST_HEADINGS_MOVED or named[0] in saying:
        return texts
    target = dict(zip(named, saying, strict=True))
    if any(here > there for here, there in target.items()):
        return texts
    return [_moved(row, target) if r in header else row for r, row in enumerate(texts)]


def _columns_saying(texts: Texts, rows: Sequence[int], labels: int) -> list[int]:
    """The columns beside the labels that are not next to empty in these rows."""
    said = Counter(c for r in rows for c, text in enumerate(texts[r]) if text and c >= labels)
    least = max(said.values(), default=0) * EMPTY_SHARE
    return sorted(c for c, count in said.items() if count > least)


def _moved(row: Sequence[str], target: Mapping[int, int]) -> list[str]:
    """A header row with each text that stands where a heading is moved from moved alike."""
    moved = ["" if c in target else text for c, text in enumerate(row)]
    moved += [""] * (max(target.values()) + 1 - len(moved))
    for here, there in target.items():
        if here < len(row) and row[here]:
            moved[there] = row[here]
    return moved


def with_percentages_moved(row: Sequence[str], figures: ByColumn) -> list[str]:
    """The header row, headings of percentages that begin over amounts moved one to the right.

    A heading that spans the last amounts and the percentages is often left over the former.
    """
    moved = list(row)
    for first in range(1, len(row)):
        if not says_per_cent(row[first]) or says_per_cent(row[first - 1]):
            continue
        blank = next((c for c in range(first, len(row)) if not says_per_cent(row[c])), len(row))
        if blank == len(row) or row[blank]:
            continue
        amounts = figures.get(first, {})
        if all(_shows_amounts(figures.get(c, {}), amounts) for c in range(first + 1, blank + 1)):
            moved[first : blank + 1] = ["", *row[first:blank]]
    return moved


def _shows_amounts(per_cent: Mapping[int, Figure], other: Mapping[int, Figure]) -> bool:
    """Whether the rows where one column shows percentages show amounts in the other."""
    rows = [r for r, figure in per_cent.items() if figure.is_percent]
    shown = [f for r in rows if (f := other.get(r)) and not f.nil]
    return bool(shown) and not any(f.is_percent for f in shown)
