"""Column headings: which texts of a table's header rows head a column."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from auditor.facts.thresholds import EMPTY_SHARE, FEWEST_HEADINGS_MOVED
from auditor.model.figure import Figure
from auditor.notation.deferred import deferred
from auditor.notation.units import says_per_cent

Texts = Sequence[Sequence[str]]
"""What the cells of a table say, row by row, on one line each and "" for none."""
Figures = Mapping[tuple[int, int], Figure]
"""The figures of a table by row and column, from 0."""


_NOTES = deferred(
    r"\A\W*(?:notes?(?: nos?\.?| numbers?)?|ref(?:erence)?s?|anhang(?:angabe)?n?|ziffer|tz|notas?"
    r"|注記(?:事項)?\s?(?:番号)?|注|番号|附[注註](?:编号)?|주석)\W*\Z",
    re.IGNORECASE,
)


def head_notes(headings: Iterable[str]) -> bool:
    """Whether a column holds the numbers of notes, by its headings."""
    return any(_NOTES.search(heading) for heading in headings)


def headings_over(
    texts: Texts, figures: Figures, header: Sequence[int], c: int, labels: int
) -> tuple[str, ...]:
    """The column's headings from top to bottom, each wide heading counted where it spans.

    A blank cell continues the heading to its left, unless a heading of its own begins above it or
    the heading speaks of percentages and the column states amounts beside them.
    """
    found: list[str] = []
    opens = labels
    for r in header:
        row = texts[r]
        heads = next((x for x in range(min(c, len(row) - 1), opens - 1, -1) if row[x]), None)
        if heads is None:
            continue
        if heads == c or not (says_per_cent(row[heads]) and _shows_amounts(figures, heads, c)):
            found.append(row[heads])
            opens = heads
    return tuple(found)


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


def with_percentages_moved(row: Sequence[str], figures: Figures) -> list[str]:
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
        if all(_shows_amounts(figures, c, first) for c in range(first + 1, blank + 1)):
            moved[first : blank + 1] = ["", *row[first:blank]]
    return moved


def _shows_amounts(figures: Figures, per_cent: int, other: int) -> bool:
    """Whether the rows where one column shows percentages show amounts in the other."""
    rows = [r for (r, c), figure in figures.items() if c == per_cent and figure.is_percent]
    shown = [f for r in rows if (f := figures.get((r, other))) and not f.nil]
    return bool(shown) and not any(f.is_percent for f in shown)
