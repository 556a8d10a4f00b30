"""Fixed-width text: tables whose columns are told by blanks, as old filings and mainframes print.

Underlines, page breaks and the tags of old filings (<TABLE>, <CAPTION>, <S>, <C>, <PAGE>) are used
and dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import NamedTuple
from unicodedata import east_asian_width

from auditor.model.document import Source
from auditor.model.places.line import LinePlace
from auditor.notation.deferred import deferred
from auditor.readers._aligned.chunks import chunks
from auditor.readers._aligned.fixed_lines import PAGE_TAG, is_tag
from auditor.readers._aligned.flows import flows
from auditor.readers._aligned.furniture import without_furniture
from auditor.readers._aligned.likely import likely_lines
from auditor.readers._aligned.lines import PrintedLine, line_of
from auditor.readers._aligned.tables import Row, TableLines, tables
from auditor.readers._aligned.thresholds import (
    BLANK_LINES_WITHIN,
    EDGE_LINES,
    FEWEST_FIXED_PAGES,
    HEAD_LINES,
    LONGEST_FIXED_LINE,
    MOST_SIDES,
)
from auditor.readers._aligned.words import GROUPING, Rule, Scale, Word

SCALE = Scale(glue=0.5, gap=2.0, near=1.0, leading=1.0, sign=1.0)
"""In character columns and lines: two blanks set cells apart."""

_LEADER = r"\.(?: \.){2,}|\.{3,}|\.{2}(?=\s)|_{4,}|…+"
_WORD = deferred(rf"{_LEADER}|(?:(?!{_LEADER})(?:\S|{GROUPING}))+")
_RULE = deferred(r"[\s$]*+(?:[-=_–—]{2}|[-=_]\s)[\s$=_–—-]*+")
_DASHES = deferred(r"[-=_–—]+")
_NUMBERS = deferred(r"[0-9]+")
_COLUMN_TAGS = deferred(r"\s*(?:<(?:CAPTION|S|C)>\s*)+", re.IGNORECASE)
_PAGE_LINE = deferred(r".*\bPAGE(?:\s+NO\.?|\s*#)?+\s*+:?\s*+(\d{1,4})\b", re.IGNORECASE)


class FixedWidthTables(NamedTuple):
    """Lines ``first`` to ``last`` (exclusive, from 0) hold these tables and nothing else."""

    first: int
    last: int
    tables: tuple[tuple[Row, ...], ...]


def fixed_tables(text: Sequence[str], free: Sequence[bool], path: str) -> list[FixedWidthTables]:
    """The fixed-width tables among the lines that are ``free`` to be part of one.

    Of a text that ``may_hold_tables``: fewer rows are none.
    """
    rules = [rule for number, line in enumerate(text) for rule in _rules(line, number)]
    lines = list(_flowing(_lines(text, free, path), rules))
    return list(_apart(text, lines, tables(lines, rules, SCALE)))


class _Printed(NamedTuple):
    """A line that may be a table's: its number from 0, and the part and page that it is of."""

    number: int
    part: int
    page: int


def _lines(text: Sequence[str], free: Sequence[bool], path: str) -> list[list[PrintedLine]]:
    """The lines of each page, its furniture left out; ``flow`` counts what tables cannot cross."""
    pages: list[list[PrintedLine]] = [[]]
    for number, part, page in _worth_cutting(text, list(_printed(text, free))):
        while len(pages) < page:
            pages.append([])
        parts = chunks(tuple(_words(text[number], number, path)), SCALE)
        if parts:
            found = line_of(parts, number, number + 1, part, page)
            below = 0 if found.is_row or len(parts) == 1 else _underlines(text, number + 1)
            pages[-1].append(replace(found, bottom=found.bottom + below))
    return without_furniture(pages, FEWEST_FIXED_PAGES) if len(pages) > 1 else pages


def _printed(text: Sequence[str], free: Sequence[bool]) -> Iterator[_Printed]:
    starts = _page_starts(text)
    part, page = 0, 1
    for number, line in enumerate(text):
        if number in starts:
            page += 1
            part += 1
        if not free[number] or len(line) > LONGEST_FIXED_LINE or is_tag(line):
            part += bool(line.strip()) and not _COLUMN_TAGS.fullmatch(line)
        elif line.strip() and not _is_rule(line):
            yield _Printed(number, part, page)


def _worth_cutting(text: Sequence[str], lines: Sequence[_Printed]) -> Sequence[_Printed]:
    """The lines where a table may stand; of several pages what they may repeat too."""
    texts = [(line.page, line.part, text[line.number].strip()) for line in lines]
    likely = likely_lines(texts, _states_figure)
    edges = _edges(text, lines) if lines and lines[-1].page > 1 else frozenset()
    return [line for at, line in enumerate(lines) if at in likely or line in edges]


def _edges(text: Sequence[str], lines: Sequence[_Printed]) -> frozenset[_Printed]:
    """The lines at the head and foot of each page that may be its furniture.

    A line without a letter or a digit may be none, and is counted for none.
    """
    found: set[_Printed] = set()
    for _, page in groupby(lines, lambda line: line.page):
        own = list(page)
        for way in (own, own[::-1]):
            spoken = [at for at, line in enumerate(way) if any(map(str.isalnum, text[line.number]))]
            found.update(way[: (spoken[:EDGE_LINES] or [-1])[-1] + 1])
    return frozenset(found)


def _states_figure(text: str) -> bool:
    return any(chunk.counts for chunk in chunks(tuple(_words(text, 0, "")), SCALE))


def _words(line: str, number: int, path: str) -> Iterator[Word]:
    """The words of a line; wide characters take two columns on paper."""
    wide, before = 0, 0
    is_plain = line.isascii()
    for match in _WORD.finditer(line):
        start, end = match.span()
        wide += 0 if is_plain else _wide(line[before:start])
        left, before = start + wide, end
        wide += 0 if is_plain else _wide(match[0])
        source = Source(path, LinePlace(number + 1, start + 1, end + 1))
        yield Word(match[0], left, end + wide, number, number + 1, source)


def _wide(text: str) -> int:
    """How many of the characters take two columns."""
    return 0 if text.isascii() else sum(east_asian_width(c) in "WF" for c in text)


def _is_rule(line: str) -> bool:
    return _RULE.fullmatch(line) is not None


def _rules(line: str, number: int) -> Iterator[Rule]:
    """The underlines that a line is made of, as high as the bottom of the line above."""
    if _is_rule(line):
        for match in _DASHES.finditer(line):
            yield Rule(match.start(), match.end(), number)


def _underlines(text: Sequence[str], first: int) -> int:
    """How many lines from one on are rules: headings with them right below are no further off."""
    at = first
    while at < len(text) and _is_rule(text[at]):
        at += 1
    return at - first


def _page_starts(text: Sequence[str]) -> frozenset[int]:
    """The lines that begin a page: after a form feed, a <PAGE> tag, or where "PAGE 2" says so."""
    found = {n for n, line in enumerate(text) if "\f" in line or PAGE_TAG.fullmatch(line)}
    if found:
        return frozenset(found)
    numbered = [
        (n, int(match[1]))
        for n, line in enumerate(text)
        if len(line) <= LONGEST_FIXED_LINE
        and "page" in line.lower()
        and (match := _PAGE_LINE.match(line))
    ]
    rising = [(a, b) for a, b in pairwise(numbered) if b[1] == a[1] + 1]
    heads = sorted({n for pair in rising for n, _ in pair if _alike(text, pair)})
    return frozenset(n - _lines_above(text, heads) for n in heads)


def _alike(text: Sequence[str], pair: tuple[tuple[int, int], tuple[int, int]]) -> bool:
    (a, _), (b, _) = pair
    return _shape(text[a]) == _shape(text[b])


def _shape(line: str) -> str:
    return " ".join(_NUMBERS.sub("#", line).split())


def _lines_above(text: Sequence[str], heads: Sequence[int]) -> int:
    """How many lines above that with its number each page repeats too."""
    above = 0
    while above < HEAD_LINES and heads[0] > above:
        shapes = {_shape(text[n - above - 1]) for n in heads}
        if len(shapes) > 1 or "" in shapes:
            break
        above += 1
    return above


def _flowing(
    pages: Sequence[Sequence[PrintedLine]], rules: Sequence[Rule]
) -> Iterator[PrintedLine]:
    """The lines in reading order, those of tables side by side one table after the other."""
    flow, before = 0, (0, -1)
    for number, block in enumerate(_blocks(pages)):
        parts = list(flows(block, SCALE))
        if len(parts) > 1 and not all(
            _is_all_tables(part, rules) for part in _with_neighbour(parts)
        ):
            parts = [block]
        for side, part in enumerate(parts):
            within = block[0].flow, number * MOST_SIDES + side if len(parts) > 1 else -1
            flow += within != before
            before = within
            yield from (replace(line, flow=flow, page=block[0].page) for line in part)


def _blocks(pages: Sequence[Sequence[PrintedLine]]) -> Iterator[list[PrintedLine]]:
    """Lines close to each other: what stands side by side is looked for among them."""
    for page in pages:
        block: list[PrintedLine] = []
        for line in page:
            if block and (
                line.flow != block[-1].flow or line.top - block[-1].bottom > BLANK_LINES_WITHIN
            ):
                yield block
                block = []
            block.append(line)
        if block:
            yield block


def _with_neighbour(parts: Sequence[Sequence[PrintedLine]]) -> Iterator[Sequence[PrintedLine]]:
    """The parts that have another at their side."""
    for at, part in enumerate(parts):
        near = (*parts[max(at - 1, 0) : at], *parts[at + 1 : at + 2])
        if any(o[0].top < part[-1].bottom and part[0].top < o[-1].bottom for o in near):
            yield part


def _is_all_tables(part: Sequence[PrintedLine], rules: Sequence[Rule]) -> bool:
    found = tables(part, rules, SCALE)
    return sum(one.last - one.first for one in found) == len(part)


def _apart(
    text: Sequence[str], lines: Sequence[PrintedLine], found: Sequence[TableLines]
) -> Iterator[FixedWidthTables]:
    """The tables by the lines they take up: those side by side take up the same."""
    spans = [
        (
            int(min(line.top for line in lines[one.first : one.last])),
            int(max(line.bottom for line in lines[one.first : one.last])),
            one.rows,
        )
        for one in found
    ]
    at = 0
    while at < len(spans):
        first, last, rows = spans[at]
        together = [rows]
        while at + 1 < len(spans) and spans[at + 1][0] < last:
            at += 1
            first, last = min(first, spans[at][0]), max(last, spans[at][1])
            together.append(spans[at][2])
        at += 1
        yield FixedWidthTables(_up(text, first), _down(text, last), tuple(together))


def _up(text: Sequence[str], first: int) -> int:
    """Where a table begins with the underlines and tags right above it."""
    while first > 0 and (_is_rule(text[first - 1]) or is_tag(text[first - 1])):
        first -= 1
    return first


def _down(text: Sequence[str], last: int) -> int:
    while last < len(text) and (_is_rule(text[last]) or is_tag(text[last])):
        last += 1
    return last
