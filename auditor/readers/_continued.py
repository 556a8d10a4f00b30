"""Continued tables: those that go on under their headings said again are one table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from auditor.model.document import Block, Cell, Passage, Table
from auditor.notation.deferred import deferred
from auditor.readers._thresholds import HEADING_LENGTH

GOES_ON = (
    r"\bcontinued\b|\bcont(?:inu)?['’]?d\b|\bcont\.|\bcontinuation\b|\bfortsetzung\b"
    r"|\bfortgesetzt\b|\(suite\)|\bcontinuaci[oó]n\b|\bcontinuaç[aã]o\b|\(segue\)|\bvervolg\b"
    r"|続き|つづき|续表|續表|계속"
)
"""What a title says of a table that goes on from the one before, in any language."""
_CONTINUED = deferred(GOES_ON, re.IGNORECASE)
_WORDS = deferred(r"\w+")

Row = tuple[Cell | None, ...]


class Joined(NamedTuple):
    """Blocks, and the rows of those that went on: where they stood and stand, as (table, row)."""

    blocks: tuple[Block, ...]
    moved: Mapping[tuple[int, int], tuple[int, int]]


def joined(blocks: Iterable[Block]) -> Joined:
    """The blocks; a table that says that it is continued is put to the end of the one before.

    It must repeat that one's column headings, which are left out. Its cells keep their places in
    the file, and count on the table's rows; its number is left out.
    """
    found: list[Block] = []
    at: int | None = None
    titles: tuple[str, ...] = ()
    said: list[str] = []
    moved: dict[tuple[int, int], tuple[int, int]] = {}
    for block in blocks:
        if isinstance(block, Passage):
            said.append(block.text)
            found.append(block)
            continue
        above = found[at] if at is not None else None
        if at is not None and isinstance(above, Table) and _goes_on(above, block, titles, said):
            moved.update(_moves(above, block))
            found[at] = _with_rows(above, block)
        else:
            named = map(_title, (*_short(said), _corner(block)))
            at, titles = len(found), tuple(filter(None, named))
            found.append(block)
        said = []
    return Joined(tuple(found), moved)


def _short(said: Iterable[str]) -> list[str]:
    """The texts over a table that may be its titles."""
    return [text for text in said if len(text) <= HEADING_LENGTH]


def _title(text: str) -> str:
    """The words of a title, without those that say that it goes on, and without page numbers."""
    lines = (line for line in text.split("\n") if not line.strip().isdigit())
    return " ".join(_WORDS.findall(_CONTINUED.sub(" ", " ".join(lines)).casefold()))


def _goes_on(above: Table, block: Table, titles: Sequence[str], said: Iterable[str]) -> bool:
    """Whether a table is the rest of the one above, as what stands over it says."""
    saying = [t for t in (*_short(said), _corner(block)) if _CONTINUED.search(t)]
    own = [title for text in saying if (title := _title(text))]
    same = not own or not titles or any(_are_alike(own[0], title) for title in titles)
    return bool(saying and same and _repeated(above, block))


def _are_alike(one: str, other: str) -> bool:
    return one in other or other in one


def _corner(table: Table) -> str:
    cell = table.rows[0][0] if table.rows and table.rows[0] else None
    return cell.text if cell else ""


def _repeated(above: Table, block: Table) -> int:
    """How many rows at the beginning of both tables are the same, but for their corner."""
    count = 0
    for one, other in zip(above.rows, block.rows, strict=False):
        if _texts(one) != _texts(other) or not any(_texts(one)):
            break
        count += 1
    return count


def _texts(row: Row) -> list[str]:
    """What stands over the columns; the corner may say that the table goes on."""
    return [cell.text.strip() if cell else "" for cell in row[1:]]


def _moves(above: Table, block: Table) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Where each row of the block stands, and where it will: its headings are those above."""
    headings, rows = _repeated(above, block), len(above.rows)
    for row in range(1, len(block.rows) + 1):
        stands = row if row <= headings else rows + row - headings
        yield (block.number, row), (above.number, stands)


def _with_rows(above: Table, block: Table) -> Table:
    more = block.rows[_repeated(above, block) :]
    rows = [*above.rows]
    for row in more:
        number = len(rows) + 1
        rows.append(tuple(_moved(cell, above.number, number) for cell in row))
    return replace(above, rows=tuple(rows))


def _moved(cell: Cell | None, table: int, row: int) -> Cell | None:
    if cell is None:
        return None
    there = cell.source
    at = there.at.printed_in(f"table {there.table}, row {there.row}")
    return replace(cell, source=there._replace(at=at, table=table, row=row))
