"""Thresholds of suggestion: how far patterns are looked for, and how long names may be.

"By judgement" says that no measurement of a number is on record.
"""

from __future__ import annotations

MOST_ACROSS = 3
"""Inputs (a count) up to which a relation is looked at as a pattern that goes on from row to row.
By judgement: ways to see it double with each input, and longer sums go down a column."""
FEWEST_LETTERS = 6
"""Letters from which on a line tells its document from others. By judgement: a company's name."""
TOP_LINES = 60
"""Lines from the top of a document that may name the company. By judgement: its first page."""
LONGEST_COMPANY_LINE = 100
"""Characters of such a line at most. By judgement: longer ones are sentences."""
MOST_PARTS_NAMED = 4
"""Parts that a title names; of more, it counts the rest. By judgement: a title fits on a line."""
LONGEST_NAME = 60
"""Characters of a row, column or table in a title. By judgement: a title fits on two lines."""
LONGEST_ID = 40
"""Characters of a name in a rule's id. By judgement: an id fits into a report's column."""

MOST_LINES_TRIED = 50
"""Rows or columns of its table, for each relation of a pattern, on which a rule for all of them is
tried. By judgement: what one row in more follows is no rule of the table, and every pattern of a
long table would be tried on all of it."""
