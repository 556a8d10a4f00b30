"""Thresholds of checking one relation: each tuned number, what it bounds, what it was fitted on."""

from __future__ import annotations

NO_SLIP = 12.0
"""Bits that a figure spends which no slip explains. Fitted on planted errors, with the slips' own:
somewhat more than the rarest slip that is told."""
MOST_MEANT = 64
"""Values (a count) that a figure may have meant, up to which each is asked for how it may have
slipped; of more, the figure's slips are looked through. By judgement: those are about a hundred."""
RARER = 18
"""Ways, a digit, of losing or doubling one within a figure: twice those of mistaking it. By
judgement: such errors are rarer than a wrong digit, and change a figure's length."""
RESCALED = 8
"""Ways of mistaking thousands for millions. By judgement: between a sign and two swapped digits."""
ADDED_DIGIT = 20
"""Ways of a digit too many at the end that is no nought. By judgement: any of ten, seldom made."""
END_DIGIT = 2
"""Ways of losing the last digit, or of a nought too many: as a factor of ten. By judgement."""
LATELY = 64
"""Printed texts (a count) whose slips are kept by name. By judgement: one table has no more."""

FEWEST_COMPANIONS = 2
"""Companions (a count) that must hold for a failure of a general rule to stand. By judgement: one
may hold by chance."""
COMPANIONS_PER_FAILURE = 3
"""Companions (a count) that must hold for each that fails. By judgement: a misread column fails all
the way down."""
MANY_DIGITS = 100
"""Units of the last digit from which on a figure is not another's with a slip by chance. By
judgement: of three digits, some forty in a thousand are."""
HABIT = 3
"""Last-digit failures (a count) in one document from which on they are its way of rounding. By
judgement; set when statements that were right had given findings."""

LONGER_BY = 12
"""Characters by which what a heading should say may be longer than what it says. By judgement: more
is another wording, and the whole column heading is quoted."""

LISTED_CELLS = 6
"""Cells that one sentence names. By judgement: nobody reads more of them in one line."""

NIL_ROWS_SHARE = 2
"""A row called a check must show zero at least once for as many figures, to be one whose figures
are to be zero. By judgement: cheques, too, are called checks."""

FEW_DIGITS = 100
"""Units of the last digit below which both amounts of a growth have one or two digits. By
judgement: such a pair leaves a small percentage room for any other."""
