"""Shares behind: an amount and its percentage in parentheses, "3,626 (8.8%)", as one cell.

Words that a blank parts are set apart where both are numbers, since columns may stand as close. But
percentages that are all in parentheses, each right behind an amount, and that no heading of their
own names, are no negative ones in a column of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from auditor.notation.deferred import deferred
from auditor.readers._aligned.chunks import Chunk, chunk_of
from auditor.readers._aligned.columns import AlignedColumn, column_of
from auditor.readers._aligned.lines import PrintedLine, line_of
from auditor.readers._aligned.words import Scale

_SHARE = deferred(r"[(（]\s?[\d.,٫．，]{1,12}\s?[%％٪]\s?[)）]")
_PER_CENT = ("%", "％", "٪")
# Words that name changes where they stand close to the heading beside them: "2025 Change".
_NAMES_CHANGE = deferred(
    r"(?<![(（])[%％]|chang|growth|\bvar|\binc(?:r|\b)|\bdecr|yoy|\bdiff|veränd|abw|évol"
    r"|增减|増減|前年|증감|변동",
    re.IGNORECASE,
)


class _Pair(NamedTuple):
    """The columns of an amount and of the percentage right behind it."""

    amount: int
    share: int


def with_shares_behind(
    body: Sequence[PrintedLine],
    heads: Sequence[PrintedLine],
    among: Sequence[AlignedColumn],
    scale: Scale,
) -> list[PrintedLine]:
    """The lines of a table's body, each amount and such a percentage behind it one chunk."""
    pairs = {p for line in body for _, _, p in _pairs(line, among, scale)}
    kept = {p for p in pairs if _is_one_cell(p, body, heads, among, scale)}
    return [_joined(line, kept, among, scale) for line in body] if kept else list(body)


def _pairs(
    line: PrintedLine, among: Sequence[AlignedColumn], scale: Scale
) -> Iterator[tuple[int, int, _Pair]]:
    """The places of an amount and a share next to each other on a line, with their columns."""
    for at, (a, b) in enumerate(zip(line.chunks, line.chunks[1:], strict=False)):
        near = a.counts and b.left - a.right < scale.gap
        if not near or any(sign in a.text for sign in _PER_CENT) or not _SHARE.fullmatch(b.text):
            continue
        amount, share = column_of(a, among, scale), column_of(b, among, scale)
        if amount is not None and share is not None and amount < share:
            yield at, at + 1, _Pair(amount, share)


def _is_one_cell(
    pair: _Pair,
    body: Sequence[PrintedLine],
    heads: Sequence[PrintedLine],
    among: Sequence[AlignedColumn],
    scale: Scale,
) -> bool:
    """Whether nothing in the column of the shares stands there without an amount, but amounts."""
    for line in body:
        joined = {b for _, b, found in _pairs(line, among, scale) if found == pair}
        for at, chunk in enumerate(line.chunks):
            if at in joined or not chunk.counts or column_of(chunk, among, scale) != pair.share:
                continue
            if any(sign in chunk.text for sign in _PER_CENT):
                return False
    return not all(_is_headed(own, pair, heads, among) for own in pair)


def _is_headed(
    own: int, pair: _Pair, heads: Sequence[PrintedLine], among: Sequence[AlignedColumn]
) -> bool:
    """Whether a heading stands over one column of a pair and not over the other."""
    (other,) = set(pair) - {own}
    return any(
        among[own].overlap(p.left, p.right) > 0 >= among[other].overlap(p.left, p.right)
        for line in heads
        for p in (line.words if _NAMES_CHANGE.search(line.text) else line.chunks)
    )


def _joined(
    line: PrintedLine, kept: set[_Pair], among: Sequence[AlignedColumn], scale: Scale
) -> PrintedLine:
    """The line, the chunks of pairs that are kept made one."""
    behind = {b for _, b, pair in _pairs(line, among, scale) if pair in kept}
    if not behind:
        return line
    chunks: list[Chunk] = []
    for at, chunk in enumerate(line.chunks):
        if at in behind:
            chunks[-1] = chunk_of((*chunks[-1].words, *chunk.words), scale)
        else:
            chunks.append(chunk)
    return line_of(tuple(chunks), line.top, line.bottom, line.flow, line.page)
