"""Markdown: the form that all others are compared with."""

from __future__ import annotations

from collections.abc import Iterator

from tests.formats.citing import opened
from tests.formats.statement import Block, Bullet, Grid, Heading, Statement

__all__ = ["opened", "written"]


def written(statement: Statement) -> bytes:
    return ("\n\n".join("\n".join(_lines(b)) for b in statement.blocks) + "\n").encode()


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Grid):
        for number, row in enumerate(block.rows):
            yield f"| {' | '.join(row)} |"
            if number == 0:
                yield "|---" * block.width + "|"
    elif isinstance(block, Heading):
        yield f"{'#' * block.level} {block.text}"
    else:
        yield f"- {block.text}" if isinstance(block, Bullet) else block.text
