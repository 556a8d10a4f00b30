"""CSV and TSV: one table a file, its heading and note in records of their own above it."""

from __future__ import annotations

import csv
import io

from tests.formats.citing import opened
from tests.formats.statement import Grid, Statement, unmarked

__all__ = ["commas", "opened", "tabs"]


def commas(statement: Statement) -> bytes:
    return _written(statement, ",")


def tabs(statement: Statement) -> bytes:
    return _written(statement, "\t")


def _written(statement: Statement, delimiter: str) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    for block in statement.blocks:
        writer.writerows(block.rows if isinstance(block, Grid) else [[unmarked(block.text)]])
    return out.getvalue().encode()
