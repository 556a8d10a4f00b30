"""Thresholds that readers share: headings that nothing marks, and limits of lines."""

from __future__ import annotations

HEADINGS_KEPT = 6
"""Headings that a block stands under, the innermost ones. By judgement: no document is outlined
deeper."""

HEADING_LENGTH = 120
"""Characters. A longer line that nothing marks as a heading is none. By judgement: headings take a
line, or two short ones."""

MOST_HEADING_LINES = 2
"""Of one heading that nothing marks. By judgement: more lines are a paragraph."""

NARROWEST = 60
"""Characters. Where no line is longer, lines are not broken for want of width. By judgement: text
is broken at 65 to 80."""

MOST_TITLES = 12
"""Lines above a fixed-width table that its titles may take up, blank ones included. By judgement:
company, title, period and unit, each apart."""

SAMPLE = 500_000
"""Characters by which a delimiter is found. By judgement: it bounds the time."""

NO_CHANCE = 20
"""Delimiters that agree from one line to the next: prose does not set its commas so. By judgement:
a few lines may have as many by chance."""

LONGEST_LINE = 1_000_000
"""Characters. By judgement: a longer line is no statement that a person could read."""

HEADING_ROWS = 3
"""Rows (a count) at the top of a table one of which may say what stands in parentheses below. By
judgement: headings have no more."""
FEWEST_PARTED = 2
"""Cells of a column that hold an amount and a percentage, from which on it is two columns. By
judgement: one alone may be a remark."""

SHORTEST_PROSE = 16
"""Characters (a count) of a sentence alone in its record. By judgement: a short one in Japanese."""

FEWEST_BARRED = 2
"""Rows of cells that nothing but bars parts, with a figure alone in one. By judgement: one such
line may be a footer, "12 | Annual report"."""
