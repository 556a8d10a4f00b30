"""Thresholds of declared rules, of tags and of comparatives.

Those of discovery stand in ``discovered/_thresholds.py``.
"By judgement" says that no measurement of a number is on record.
"""

from __future__ import annotations

BINDING_REACH = 30
"""Facts (a count) of one concept and column before and after a target that may be its operands. By
judgement: however often a document prints a concept, binding takes time in proportion."""

FARTHEST_POWER = 15
"""Powers of ten, at most, between what is printed and what is tagged. By judgement: trillions, and
per cent of them."""
FEWEST_AGREEING_TAGS = 3
"""Other tags (a count) of the concept in its table that must agree before they alone show that one
is odd. By judgement."""
FEWEST_TAGS_IN_UNIT = 8
"""Tags (a count) of a table in one unit that show which power of ten its figures have. By
judgement: far more than of one concept, since one table may mix thousands and single shares."""
MOST_ODD_TAGS = 40
"""Tags (a count) that stand out up to which each is looked into. By judgement: a filing with more
has ways of its own, and each takes a pass over all tags."""
MOST_DUPLICATES = 6
"""Figures (a count) that disagree up to which each is tried in its calculations: keeps the time
bounded."""
MOST_ROWS_LACKED = 12
"""Rows (a count) of a column that a calculation does not list, up to which they are tried as what
its linkbase lacks. By judgement: of more, some add up to anything."""
FEWEST_FAILING = 2
"""Times (a count) that a calculation fails, and never holds, from which on it is taken to be wrong
itself. By judgement: two figures of one sum are rarely wrong at once, and not by slips then."""
FEWEST_UNDECLARED_PARTS = 3
"""Facts (a count) before a total whose sum it is without anybody saying so. By judgement: two add
up to a third by chance in long lists."""
FEWEST_NAMED_PARTS = 2
"""Facts (a count) before one that is called a total. By judgement: its name tells the rest."""
MOST_UNDECLARED_PARTS = 40
"""Facts (a count) before a total that are looked at: keeps the time in proportion. By judgement:
statements have fewer lines between their totals."""
PERIOD_DAYS_OFF = 6
"""Days that a period may be off its whole months. By judgement: a quarter of thirteen weeks, or a
year of 52 or 53, is off by as many."""

COMPARATIVES_AGREE = 3
"""Comparatives (a count) that must agree for each that differs. By judgement: names that mean
something else differ throughout."""
