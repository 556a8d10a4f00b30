"""How much of anything a rendering shows: what was chosen, not what a format demands."""

from __future__ import annotations

WIDEST_PLACE = 48
"""Character cells that the places of a list of figures may take.

By judgement: a longer place pushes its own line only, and the others stay in their column.
"""

WIDEST_FIGURE = 24
"""Character cells that the figures of a list may take, likewise. By judgement."""

MOST_STEPS = 24
"""Parts of a sum that is drawn as a bridge. By judgement: more would be unreadable as a picture."""

MOST_NAMES = 3
"""Files passed over that are named of each kind. By judgement: JSON names them all."""

MANY_FINDINGS = 200
"""Findings of a document from which on they are told by rule and key first. By judgement: who has
more has one cause to mend first, and reads no two hundredth."""

SHOWN_OF_MANY = 50
"""Of so many, those that are shown one by one where people read. By judgement: enough to see what
they are like."""

MOST_KEYS_NAMED = 3
"""What many findings have in common, as far as it is named. By judgement: what a line can hold."""

LONGEST_CELL = 32_767
"""Characters that a cell of a workbook can hold, as Excel's specification says."""

MOST_ROWS = 1_048_576
"""Rows that a sheet of a workbook can hold, likewise."""

MANY_COLUMNS = 9
"""Columns of a table that an upright page holds in the size of its text. By judgement."""

VAST_COLUMNS = 16
"""Columns that it holds in the smallest size that is read without effort. By judgement."""

MANY_TO_OVERLOOK = 5
"""Findings of a document above which the terminal lists them in short first. By judgement: more
than a screen holds, a screenful a finding being too much."""

LARGEST_PICTURES = 18 * 2**20
"""Characters that the pictures of a report's pages may take. By judgement: 350 pages of text, and
with it a file of 20 MB, which mail still carries."""

MOST_REASONS = 8
"""Reasons named in a comment why figures are not tied. By judgement: the commonest say which."""
