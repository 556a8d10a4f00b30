"""Thresholds: the tuned numbers of telling rounded amounts from those that are cut off."""

from __future__ import annotations

from fractions import Fraction

ENOUGH_BITS = 12.0
"""Bits at which amounts are taken to be cut off.

Fitted on statements: those that cut off came to 60 and more, three hundred others to none.
"""
BITS_OF_WORDS = 20.0
"""Bits for what the document says of itself.

By judgement: words alone are enough, unless sums speak against them by more than eight bits.
"""
FEWEST_FAILING = 2
"""Relations that fail under rounding and hold under truncation, from which on truncation is tried.

By judgement: one failing total is an error sooner than a convention.
"""
MOST_PARTS = 60
"""Parts of a sum beyond which its last digit says nothing.

By judgement: what so many parts lost spreads over more units than a total can be told by.
"""
ADDED_UP = Fraction(1, 4)
"""The chance that a publisher added up what was printed, or that nothing had to be rounded.

By judgement: most totals are of unrounded numbers; a good part is of what was printed.
"""
WRONG = Fraction(1, 64)
"""The chance that a total is off in its last digits for some other reason.

By judgement: some slips a statement, among the dozens of totals that it prints.
"""
MOST_BITS = 6.0
"""Bits that one total may speak for or against: it may be an error.

By judgement: as many as the chance of such an error, one in 64, is worth.
"""

TABLE_IS_CUT_OFF = 3.0
"""Bits by which the other sums of a table show that it is cut off, for a total that falls short of
its parts to be doubted where the document says so too. By judgement: one total in ten is rounded.
"""
NOT_ROUNDED = 6.0
"""Bits by which a total is unlikelier, if its figures are rounded, than one that is their sum, for
it to be doubted in a document that says it is cut off. By judgement: one part in sixty."""

HARDLY_ROUNDED = 12.0
"""Bits by which rounding alone would hardly leave the sums of a table off as they are, for them to
be doubted. By judgement: once in 4,000 tables.
"""
FEWEST_FOOTED = 2
"""Sums (a count) of a table that come out to the digit, for others to be doubted. By judgement: one
may by chance.
"""
LOOSELY_ROUNDED = 3
"""Units of the last digit from which on one sum of a table alone is doubted.

By judgement: who rounds twice, or adds up rounded subtotals, is off by two.
"""
NEVER_ROUNDED = 20.0
"""Bits where rounding cannot leave a total so far from its parts. By judgement: as for certain.
"""
