"""Thresholds of reading Word documents: limits of tables and styles, and what can be a table."""

from __future__ import annotations

MOST_BETWEEN = 4
"""Notes and blank lines that may stand between a heading and its table. By judgement: a unit, a
date and blanks around them."""

FEWEST_ROWS = 2
"""Lines with tab stops, one below the other, that can be a table. By judgement: one line is
compared with none."""

MOST_CELLS = 200_000
"""Table cells of a document. By judgement: no statement has so many, and reading them would take
longer than anyone waits."""

MOST_COLUMNS = 256
"""Of a table. Word itself allows 63; what stands further to the right is in the last one."""

MOST_BASED = 50
"""Styles that one is based on, one upon the other. Word itself allows eleven; it stops at
circles."""
