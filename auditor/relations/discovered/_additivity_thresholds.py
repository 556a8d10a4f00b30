"""Thresholds: the tuned numbers of what may be added up at all, and of what is no error of a sum.

By judgement, where no measurement is named; as in ``_thresholds``.
"""

from __future__ import annotations

FINER_THAN_AMOUNTS = 100
"""How many times (a factor) finer than the table's usual figure one is that is no amount among
them. By judgement: cents beside whole numbers; a tenth beside them may be a small amount."""
FEWEST_CONTINUED = 4
"""Rows (a count) without label, at least half of all, that go on with the row above. By judgement:
fewer may be totals, which often have none."""
FEWEST_LEVELS = 3
"""Levels (a count), such as the shares outstanding in each quarter, that make a total among them
an average of theirs. By judgement: two parts may be alike."""
LEVELS_SPREAD = 1.25
"""By how much (a factor) the largest of them exceeds the smallest at most. By judgement: levels
move little from quarter to quarter."""
FINE_ENOUGH = 200
"""Half-units (a count) that figures have at least where two columns that are the same but for a
factor are one column. By judgement: of coarser ones any two agree so within rounding."""
LARGE_DIGITS = 1000
"""Digits of a figure in whose table a sparse column of small numbers refers to notes. By judgement:
notes have at most two digits, and amounts beside them more than three."""
