"""Thresholds of reading workbooks: limits of what is read, and what makes a formula odd."""

from __future__ import annotations

from fractions import Fraction

MOST_SHEETS = 1_000
"""Of a workbook. By judgement: no statement has so many."""

LARGEST_SHEET = 1_000_000
"""Filled cells. By judgement: a sheet with more is a database, and no statement that a person
reads."""

ROWS_KEPT = 1_000
"""Rows that have been read are let go of in lots of so many. By judgement: it trades memory for
time."""

MERGED_CELLS = 5_000_000
"""Cells under merged ones that are looked for. By judgement: nobody merges more by hand."""

MOST_BLANKS = 500_000
"""Blank cells of a table. By judgement: one with more is no table that a person reads."""

DEEPEST_CUT = 8
"""How often a region is cut into rows and columns of regions. By judgement: it bounds the time."""

LONGEST_CODE = 1_000
"""Characters. A longer format code shows its numbers as if they had none. By judgement: Excel
allows 255."""

LONGEST_FORMULA = 2_000
"""Characters. A longer formula is shown by its value only. By judgement: no person checks it by
reading."""

DEEPEST_EXPRESSION = 40
"""Parentheses and calls within each other in a formula. By judgement: it bounds the depth of
recursion; Excel allows 64 calls."""

LARGEST_SUM = 1_000
"""Cells. By judgement: a sum of more is no statement's."""

ADDENDS_A_CELL = 20
"""How many addends formulas may have for each filled cell. By judgement: only long running totals
have more."""

FEWEST_ADDENDS = 10_000
"""Addends that the formulas of any workbook may have, however few its cells. By judgement: so many
cost no time that is felt."""

ARITHMETIC = Fraction(1, 10**12)
"""How far a result may be off, in proportion to what is added, since programs add in binary:
doubles hold 15 digits, of which long sums lose some."""

FEWEST_ALIKE = 3
"""Cells of a row or column with the same formula from which on one that differs is odd. By
judgement: two may differ by intent."""

FEWEST_ALIKE_OF_NOUGHT = 5
"""The same where the cells left out hold a nought, so that no figure is wrong yet. By judgement: of
fewer it may be meant, and nothing depends on it."""

FEWEST_ADDED = 2
"""Cells that a sum adds, for one left out between it and them to be odd. By judgement: one cell
taken over is no sum."""

MOST_LEFT_OUT = 3
"""Cells that a sum leaves out by a slip. By judgement: more are left out by intent."""

LISTED = 8
"""Cells that are named in a remark; the rest are counted. By judgement: a line of text."""

MOST_DECIMALS = 30
"""Digits that a formula rounds to, either side of the point. By judgement: no number has more."""

MOST_ERRORS_TRACED = 1_000
"""Cells that show an error among which it is sought where it began. By judgement: each is compared
with each, and who has more begins with the first."""
