"""Thresholds of blame: each number that was tuned, what it bounds, and what it was fitted on."""

from __future__ import annotations

from auditor.model.relation import Kind

MISPRINT = 14.0
"""Bits for one more wrong figure: few explain more than many, unless the many are plain slips.
Fitted on planted errors in pages of annual reports and in 10-Q filings."""
ALIKE = 0.5
"""Bits within which two explanations weigh the same. By judgement: less than any piece of
evidence is worth."""
MOST_STEPS = 1500
"""Sets of figures looked at for one case; what was not looked at by then is said to be open.
By judgement: a tenth of a second."""
LARGEST_SEARCH = 40
"""Conflicts of a case up to which sets are searched; more are explained greedily, a figure at a
time. By judgement: a table that breaks so many relations was misread, or is wrong throughout."""
MOST_JOINTLY = 3
"""Figures blamed together at most where every relation holds by itself; where more would be needed
the structure is misread. By judgement: errors that hide each other come in ones and twos."""

TO_THE_DIGIT = {Kind.SUM: 2.0, Kind.DIFFERENCE: 2.0, Kind.POINTS: 2.0, Kind.TIE: 6.0}
TO_THE_DIGIT_ELSE = 4.0
"""Bits for a relation that holds within rounding but not to the digit: often so where rounded
figures are added, seldom where one is divided by another. Fitted on planted errors."""
QUOTIENT_TO_THE_DIGIT = 10.0
"""Bits for a share or ratio that its figures give only within their rounding, not as printed. By
judgement: more than a slip of the pen saves, so that the correction offered is the quotient that a
reader computes.
"""

MOST_FOLLOWED = 6
"""Conflicts of a case up to which one figure, with all that is computed of it, may explain them. By
judgement: a total and its changes in a few columns; where more fails, the table was misread."""
MOST_FOLLOWERS = 60
"""Figures that may follow a wrong one. By judgement: a statement has no more below a total."""
FOLLOWED = 0.5
"""Confidence (0 to 1) at most that a figure which others follow is wrong. By judgement: that it
stands among figures which do not belong together is no less likely."""

SUSPECTS_NAMED = 5
"""Suspects of one finding at most, the likeliest first. By judgement: more help nobody."""
WORTH_NAMING = 0.04
"""Confidence from which on a second suspect is named. Fitted so that the planted figure is among
those named in 99 of 100 findings, with 1.5 named on average."""
MOST_COMPARED = 12
"""Figures blamed for one case up to which each is compared with its rivals. By judgement."""
UNCOMPARED = 0.5
"""Confidence in each of more figures than are compared. By judgement: nothing is known."""
FEWEST_DIGITS = 3
"""Digits from which on two figures are not the same by chance. By judgement."""
FEWEST_UNITS = 100
"""Units of the last digit from which on a slip tells, of a figure that breaks nothing alone. By
judgement: of two digits, one in four is another's with a digit wrong."""
COMPUTED = 4
"""A figure that was computed is so many times likelier to have come from a wrong input than from
a slip of the pen of one kind. By judgement."""

USUAL_CHANGE = 0.2
"""How far (as a natural logarithm) a figure usually lies from the nearest of its row that states
the same of another period or column; at twice that, some two bits speak against it, and each
doubling beyond costs two more. By judgement: most lines move by less than a fifth."""
THINNER = 0.5
"""Bits by which twice as large a value is unlikelier. Fitted on planted errors: as good as one bit
or none on one corpus, better on another."""
ODD_SIGN = 4.0
"""Bits for a sign that no other figure of the row or column has. By judgement: one line in sixteen
turns from one period to the next."""
MOST_REPEATED = 4.0
"""Bits at most for digits that stand elsewhere in the document too. By judgement: short of a slip
of the pen, since who copies a figure copies its error."""
YEARS = range(1900, 2101)
"""Whole numbers that stand everywhere for other reasons."""
FEWEST_ALIKE = 3
"""Figures (a count) that must end in noughts, or have one sign, before another is odd among them.
By judgement: two are so by chance."""
ROUND_DIGIT = 2.0
"""Bits for each nought that all figures around end with, and a value does not. By judgement: less
than the three bits and a third that a digit has, since some round where they can."""
NOUGHT_IN_FRONT = 8.0
"""Bits for a nought in front of a whole number. By judgement: nobody writes 016 but by a slip."""
