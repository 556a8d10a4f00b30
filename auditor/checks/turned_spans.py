"""Turned spans: "between $50 million and $40 million", or "$50 - $40 million" in a cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from auditor.checks.turned_ranges import RULE, WHY
from auditor.model.citation import Citation
from auditor.model.document import Cell, Document, Passage, Table
from auditor.model.oddity import Oddity
from auditor.model.relation import Kind
from auditor.notation.deferred import deferred

_END = (
    r"(?P<{0}mark>(?:US|A|C)?[$€£¥]|(?:USD|EUR|GBP|CHF) )?"
    r"(?P<{0}>(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?)"
    r" ?(?P<{0}unit>%|per ?cent|million|billion|thousand|bps)?"
)
_LOW, _HIGH = _END.format("low"), _END.format("high")
_IN_CELL = deferred(rf"{_LOW} ?(?:[-–—]|to) ?{_HIGH}", re.IGNORECASE)
_SAID = deferred(
    rf"\b(?:between|in (?:the|a) range (?:of|from)) {_LOW} (?:and|to) {_HIGH}(?![\d.,]*\d)",
    re.IGNORECASE,
)
_FALLS = deferred(
    r"\b(?:loss|losses|declin\w*|decreas\w*|reduc\w*|lower|down|outflow|deficit|negative|fell"
    r"|drop\w*)\b",
    re.IGNORECASE,
)
"""Words of what is the worse the larger it is: its ends may be said from the better one on."""
_HINTS = ("between ", " range ")


def turned_spans(document: Document) -> Iterator[Oddity]:
    """The ranges of texts and cells whose first end is above the second."""
    for block in document.blocks:
        if isinstance(block, Passage):
            if any(hint in block.text for hint in _HINTS) and not _FALLS.search(block.text):
                for found in _SAID.finditer(block.text):
                    yield from _told(found, block)
        elif isinstance(block, Table):
            for row in block.rows:
                yield from _of_row(row)


def _of_row(row: tuple[Cell | None, ...]) -> Iterator[Oddity]:
    for cell in row:
        if cell is None or not _may_be_range(cell.text):
            continue
        text = cell.text.strip()
        if not text[-1:].isalnum() and text[-1:] != "%":
            continue
        found = _IN_CELL.fullmatch(text)
        label = next((cell.text for cell in row if cell and cell.text), "") if found else ""
        if found and not _FALLS.search(label):
            yield from _told(found, cell)


def _may_be_range(text: str) -> bool:
    """Whether there is anything between two ends: seen at once, and nearly always nothing."""
    return "-" in text or "–" in text or "—" in text or "to" in text.lower()


def _told(found: re.Match[str], place: Passage | Cell) -> Iterator[Oddity]:
    """The range, where it is of money or in per cent and its ends are in one unit."""
    low_unit, high_unit = found["lowunit"] or found["highunit"], found["highunit"]
    is_measured = bool(found["lowmark"] or found["highmark"] or high_unit)
    if is_measured and low_unit == high_unit and _value(found["low"]) > _value(found["high"]):
        span = found.group().strip()
        source = place.source(*found.span()) if isinstance(place, Passage) else place.source
        message = f"“{span}” is a range turned round: its first end is above its second."
        yield Oddity(
            RULE, Kind.LABEL, message, (Citation("range", span, source),), certain=False, why=WHY
        )


def _value(printed: str) -> Fraction:
    return Fraction(printed.replace(",", ""))
