"""Headings: those whose words contradict the table below them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from auditor.checks.thresholds import LONGER_BY
from auditor.model.citation import Citation
from auditor.model.document import Passage, Table
from auditor.model.grid import Column, Grid
from auditor.model.period import Calendar, Period
from auditor.model.rule import Rule
from auditor.model.verdict import LabelCheck, Status
from auditor.notation.periods import periods

_PAGE_FURNITURE = re.compile(r"\||\bform 10|\bpage\b", re.IGNORECASE)
_FISCAL = re.compile(r"\b(?:fiscal|FY)", re.IGNORECASE)
_UNTOLD = Calendar()
_PERIOD_LENGTHS = (3, 6, 9)
"""Months. A year in a heading may be the year of the report, whatever the table compares."""


class _Named(NamedTuple):
    """A period that a column's heading names, and the cell that names it."""

    period: Period
    citation: Citation


def label_checks(rule: Rule, grids: Sequence[Grid], calendar: Calendar) -> Iterator[LabelCheck]:
    """Each table whose own heading names a period, checked against the periods of its columns.

    A heading agrees when one of its periods is, holds, or lies within one of the columns'. A
    heading that names a date only ("Revised on November 2") claims nothing of the columns.
    """
    for grid in grids:
        heading = grid.table.headings[-1] if grid.table.headings else None
        if heading is None or _PAGE_FURNITURE.search(heading.text):
            continue
        claimed = [
            (start, end, p)
            for start, end, p in periods(heading.text, calendar)
            if p.months in _PERIOD_LENGTHS
        ]
        named = _named(grid, calendar)
        if not claimed or not named:
            continue
        agrees = any(_agree(p, n.period) for _, _, p in claimed for n in named)
        if not agrees and not all(n.period.months in _PERIOD_LENGTHS for n in named):
            continue  # a year or a date above a column leaves its span unsaid
        if not agrees and calendar == _UNTOLD and _FISCAL.search(heading.text):
            continue  # nobody told when the fiscal year begins
        yield _check(rule, heading, claimed[0], named, agrees)


def _agree(claimed: Period, column: Period) -> bool:
    return claimed.contains(column) or column.contains(claimed)


def _named(grid: Grid, calendar: Calendar) -> list[_Named]:
    found = []
    for band in grid.bands:
        for column in band.columns:
            named = _named_by(column, band.header, grid.table, calendar)
            if named and named not in found:
                found.append(named)
    return found


def _named_by(
    column: Column, header: Sequence[int], table: Table, calendar: Calendar
) -> _Named | None:
    for text in column.headings:
        mentions = periods(text, calendar)
        if not mentions:
            continue
        period = mentions[-1][2]
        cell = next(
            (c for r in header for c in table.rows[r][: column.index + 1] if c and c.text == text),
            None,
        )
        if cell is not None:
            return _Named(period, Citation("column heading", text, cell.source))
    return None


def _check(
    rule: Rule,
    heading: Passage,
    claim: tuple[int, int, Period],
    named: Sequence[_Named],
    agrees: bool,
) -> LabelCheck:
    start, end, _ = claim
    text = heading.text[start:end]
    citations = tuple(dict.fromkeys(n.citation for n in named))
    place = Citation("heading", text, heading.source(start, end))
    return LabelCheck(
        rule.id,
        rule.title,
        Status.HOLDS if agrees else Status.VIOLATED,
        rule.severity,
        rule.why,
        place,
        citations,
        heading.text.strip(),
        _expected(text, named),
    )


def _expected(printed: str, named: Sequence[_Named]) -> str:
    """How the heading would name the table's first period: "2Q06" of "2Q06 (2006/7-2006/9)"."""
    label = named[0].citation.text
    bare = label.split("(")[0].strip()
    return bare if bare and len(bare) <= len(printed) + LONGER_BY else label
