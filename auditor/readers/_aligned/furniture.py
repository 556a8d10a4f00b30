"""Furniture: what stands at the head and foot of page after page, and page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from auditor.notation.deferred import deferred
from auditor.readers._aligned.lines import PrintedLine
from auditor.readers._aligned.thresholds import EDGE_LINES, FEWEST_PAGES, PAGE_DIGITS, USUALLY
from auditor.readers._outline import NOTE

_Key = tuple[str, int | None]
"""A text; or one with its numbers left out, and how far one of them is from the page's own."""

_NUMBERED = deferred(r"\bpage\b|\bseite\b|頁|ページ", re.IGNORECASE)
_DIGITS = deferred(r"[0-9]+")
_PAGE_NUMBER = deferred(
    r"[-–—\s]*+(?:(?:page|p\.|第)\s*+)?(?:[A-Z]{1,2}-)?([0-9]{1,4}|[ivxlc]{1,6})"
    r"(?:\s*+(?:of|/)\s*+[0-9]{1,4})?\s*+[-–—頁ページ]*+",
    re.IGNORECASE,
)


def without_furniture(
    pages: Sequence[Sequence[PrintedLine]], fewest: int = FEWEST_PAGES
) -> list[list[PrintedLine]]:
    """The pages' lines less what ``fewest`` of them or more repeat at their head and foot.

    Its first appearance stays, as a title may.
    """
    where: dict[_Key, list[int]] = {}
    for number, page in enumerate(pages):
        for key in {key for line in _edges(page) for key in _keys(line, number)}:
            where.setdefault(key, []).append(number)
    repeated = {key: on[0] for key, on in where.items() if _repeats(on, fewest)}
    return [list(_kept(page, number, repeated)) for number, page in enumerate(pages)]


def _repeats(on: Sequence[int], fewest: int) -> bool:
    return len(on) >= fewest and len(on) >= USUALLY * (on[-1] - on[0] + 1)


def _kept(
    page: Sequence[PrintedLine], number: int, repeated: Mapping[_Key, int]
) -> Iterator[PrintedLine]:
    edges = {id(line) for line in _edges(page)}
    outermost = {id(line) for line in (*page[:1], *page[-1:])}
    for line in page:
        if id(line) in outermost and _PAGE_NUMBER.fullmatch(line.text):
            continue
        known = [key for key in _keys(line, number) if key in repeated]
        if id(line) in edges and any(repeated[key] < number for key in known):
            continue
        if id(line) in outermost and any(offset is not None for _, offset in known):
            continue  # "Annual report 2024 | 17" is no title even where it stands first
        yield line


def _edges(page: Sequence[PrintedLine]) -> list[PrintedLine]:
    edges = [*page[:EDGE_LINES], *page[max(len(page) - EDGE_LINES, EDGE_LINES) :]]
    return [line for line in edges if _NUMBERED.search(line.text) or not _is_content(line)]


def _is_content(line: PrintedLine) -> bool:
    """Whether a line is part of what the page tells: a row, years over columns, or a note."""
    return line.is_row or line.is_years or NOTE.fullmatch(line.text) is not None


def _keys(line: PrintedLine, page: int) -> Iterator[_Key]:
    """What a line has in common with others like it: its text, or all but the page's number."""
    text = line.text.lower()
    yield text, None
    numbers = _DIGITS.findall(text)
    for number in {*numbers[:1], *numbers[-1:]}:
        if len(number) <= PAGE_DIGITS:
            yield _DIGITS.sub("#", text), int(number) - page
