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
COMPUTED = 4
"""A figure that was computed is so many times likelier to have come from a wrong input than from
a slip of the pen of one kind. By judgement."""
