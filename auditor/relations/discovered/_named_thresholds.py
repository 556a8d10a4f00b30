"""Thresholds of what is convicted by its name, without statistics."""

ROLL_SUBTOTAL_ENOUGH = 6.0
"""Bits that a line among movements must gather to be the subtotal of those above it.

Fitted on 10-Ks: at 6 every statement of equity and of comprehensive income there rolls forward, at
8 some small subtotals are counted twice; below 4 a small figure is a subtotal by chance.
"""
ROLL_LONGEST = 80
"""Lines (a count) from one balance to the next. By judgement: keeps the time linear."""
ROLL_DOUBTFUL = 0.5
"""Of the closing balance, how large a gap may be (a ratio) that no slip explains and is told all
the same. By judgement: a larger one is another kind of column."""

NAMED_CHANGE_ALONE = 3.0
"""Bits that a slip of the pen must leave to convict the only change of a column. By judgement: one
in eight such gaps offers one by chance, and few columns have a single row."""

NAMED_MARGIN_ALONE = 6.0
"""Bits that a slip of the pen must leave to convict a margin where no other column bears out what
it is of. By judgement: twice what a change needs, since a margin may be of an adjusted result."""
