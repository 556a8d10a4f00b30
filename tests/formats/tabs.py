"""Plain text whose tables are tab-separated, as a browser or a word processor copies them."""

from __future__ import annotations

from tests.formats.citing import opened
from tests.formats.statement import Block, Bullet, Grid, Statement, unmarked

__all__ = ["opened", "written"]


def written(statement: Statement) -> bytes:
    return ("\n\n".join(map(_text, statement.blocks)) + "\n").encode()


def _text(block: Block) -> str:
    if isinstance(block, Grid):
        return "\n".join("\t".join(row) for row in block.rows)
    return f"- {unmarked(block.text)}" if isinstance(block, Bullet) else unmarked(block.text)
