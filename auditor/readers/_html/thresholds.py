"""Thresholds of reading web pages: limits of tables and texts, and when a table arranges text."""

from __future__ import annotations

MOST_CELLS = 2_000_000
"""Of a page. By judgement: it bounds time and memory."""

MOST_NESTED = 30
"""Tables within tables. By judgement: pages that arrange everything with tables nest some ten."""

MOST_RASTER_COLUMNS = 20_000
"""Of a table, every cell counted as often as it spans. By judgement: it bounds the memory."""

MOST_STEPS = 2_000_000
"""Cells of earlier rows that reach down, looked at row by row in one table. By judgement: it bounds
the time."""

MOST_SPANS = 4_000
"""Different spans of columns that the cells of one table have. By judgement: it bounds the time."""

MOST_LOGICAL_COLUMNS = 400
"""Of a table as it is read. By judgement: the widest statements have some forty."""

LONGEST_RUN = 1_000
"""Characters from which on a run is not lengthened, so that the time it takes is linear. By
judgement: paragraphs are shorter."""

MISNESTED = 32
"""Elements at most that were opened within one whose end tag closes across them, for their look to
be worked out anew. By judgement: it bounds the time."""

LONGEST_STYLE = 4_000
"""Characters. A longer style says nothing: what it holds is no style. By judgement: it bounds the
time that patterns take."""

MOST_PARAGRAPHS = 50
"""In one cell. A table with a longer cell arranges text. By judgement: cells of statements hold one
text, or a list."""

LONGEST_ENTRY = 200
"""Characters of a cell, from which on a table without figures arranges text. By judgement: such
texts are paragraphs."""

LONGEST_LINE = 160
"""Characters of a row that reads as one line. By judgement: two lines of print."""

MOST_HEADING_LINES = 8
"""Of a heading. By judgement: titles of cover pages take several."""
