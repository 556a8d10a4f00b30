"""Thresholds of what is convicted by its name, without statistics."""

from fractions import Fraction

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

ROLL_SLIP_ENOUGH = 4.0
"""Bits by which the slips that explain all gaps of a roll-forward must surpass chance, each, where
most columns have one. By judgement: two errors in one table are rare, and so are they by chance."""

NAMED_CHANGE_ALONE = 3.0
"""Bits that a slip of the pen must leave to convict the only change of a column. By judgement: one
in eight such gaps offers one by chance, and few columns have a single row."""

NAMED_MARGIN_ALONE = 6.0
"""Bits that a slip of the pen must leave to convict a margin where no other column bears out what
it is of. By judgement: twice what a change needs, since a margin may be of an adjusted result."""
NAMED_MARGIN_DOUBTFUL = 3.0
"""Bits of the same from which on it is doubted. By judgement: as for a change."""

TOTAL_MOST_PARTS = 200
"""Lines (a count) that a named total is tried on. By judgement: keeps the time linear."""
TOTAL_DOUBTFUL = 0.5
"""Of a named total, how large a gap may be (a ratio) that no slip explains and is told all the
same. By judgement: a larger one is another kind of table."""
TOTAL_NEAR = 40
"""Lines (a count) above and below a named total whose figures may account for its gap."""
TOTAL_CHANCE = 1
"""Times that a gap exceeds what as many figures meet by chance, for one of them to account for it.
By judgement."""
TOTAL_MOST_PAIRED = 12
"""Parts (a count) of a named total that are also tried two by two as what was left out. By
judgement: among more, two make any gap."""
TOTAL_RUNS = 12
"""Times that a total exceeds what rounding leaves it either way, for other lines to make it but
about. By judgement: fewer of them come near a smaller one by chance.
"""
TOTAL_LIKE = 2
"""Totals (a count) of a table that are made in one way, for another to be meant likewise. By
judgement: one may come out by chance."""

CHANGE_ROWS_FEWEST = 2
"""Columns (a count) that a row of changes must come out in. By judgement: its name tells
the rest."""
CHANGE_ROWS_PER_FAILURE = 2
"""Columns (a count) that come out for each that does not. By judgement: what is restated or taken
at constant rates differs everywhere."""
GROWTH_BESIDE_FEWEST = 2
"""Growths (a count) over the row above that must come out. By judgement, likewise."""
GROWTH_BESIDE_PER_FAILURE = 2
"""Growths (a count) that come out for each that does not. By judgement, likewise."""
TOTAL_LEAST = 100
"""Units of the last digit (a count) from which on a total that differs is told. By judgement: among
small counts any slip explains any gap.
"""
TOTAL_FEW = 10
"""Units of the last digit (a count) from which on a smaller one is doubted where another column of
it comes out. By judgement: a total of one digit is one of ten."""

PER_SHARE_FEWEST = 2
"""Columns (a count) whose earnings per share must come out. By judgement: three digits come out in
one of hundreds by chance."""
PER_SHARE_DILUTED = 3
"""Columns (a count) of diluted earnings per share that must come out for another to be convicted.
Fitted on 10-Ks: in years of losses nothing dilutes, and both come out."""
PER_SHARE_FAR_OFF = Fraction(1, 20)
"""Of an amount per share, by how much it must differ (a ratio) to be told. By judgement: what is
left to other classes of owners is less, and is often not printed beside it."""
PER_SHARE_MOST_ROWS = 6
"""Rows (a count) of one name that are tried. By judgement: bounds the pairs."""
PER_SHARE_USUAL = 3
"""Columns (a count) that come out, from which on swapped digits are told that change little. By
judgement: what is earned is then seldom adjusted."""
RUNNING_FEWEST = 2
"""Lines (a count) of a running balance that must come out. By judgement."""
RUNNING_PER_FAILURE = 1
"""Lines (a count) that come out for each that does not. By judgement: a wrong balance spoils two,
and cents come out by chance nowhere.
"""
GROWTH_PARTS_FEWEST = 3
"""Lines (a count) of growth in parts that must come out. By judgement: few points by chance do."""
GROWTH_PARTS_PER_FAILURE = 3
"""Lines (a count) that come out for each that does not. By judgement."""
GROWTH_PARTS_UNITS = 6
"""Last units from which on a gap is more than what parts that are multiplied leave. By judgement:
two of ten per cent each make a point more together."""
TOTAL_PER_FAILURE = 2
"""Columns (a count) in which a named total comes out for each in which it does not, where those are
several. By judgement."""
TOTAL_MOST_SLIPPED = 2
"""Columns (a count) that fail and are told though no more than as many come out, where a slip
explains each. By judgement: of more errors in one table a reader hears too little.
"""
SAME_SUM_ENOUGH = 8.0
"""Bits that the columns which come out must exclude chance by, for the one that does not to be
looked at. By judgement: three digits."""
SAME_SUM_DOUBTFUL = 0.25
"""Of such a total, how large a gap may be (a ratio) that is told. By judgement: a larger one is
another kind of column."""
TOTAL_MOST_NESTED = 24
"""Lines (a count), totals among them, that a named total is tried on. By judgement: every total is
tried on those of the blocks before it again."""

GROWTH_ROWS_ALONE = 3.0
"""Bits that a slip of the pen must leave to convict the only growth of a row. By judgement: as for
columns of changes."""
GROWTH_ROWS_FEWEST = 1
"""Columns (a count) that a row of growth must come out in. By judgement: its name and that of its
amounts tell the rest."""
GROWTH_ROWS_PER_FAILURE = 2
"""Columns (a count) that come out for each that does not, beyond the first. By judgement."""
QUOTIENT_MOST_ROWS = 4
"""Rows (a count) of one name that a named quotient is tried on. By judgement: bounds the pairs."""
QUOTIENT_NEAR = 4
"""Lines (a count) above and below a ratio whose name says of what alone, that it may be taken
over. By judgement: three digits come out in one of hundreds by chance, so that few may be tried."""
QUOTIENT_TWO_DIGITS = 2
"""Digits (a count) that one of several lines gives by chance too often. By judgement, likewise."""
QUOTIENT_PER_FAILURE = 2
"""Columns (a count) that come out for each that does not. By judgement, as of changes by name."""
QUOTIENT_SURE = 2
"""Columns (a count) that must come out for another to be an error. By judgement: one comes out by
chance in hundreds, and ratios of adjusted amounts carry the same name."""

SPREAD_FEWEST = 3
"""Cells (a count) of a table of percentages that must come out. By judgement: two may by chance."""
SPREAD_PER_FAILURE = 3
"""Cells (a count) that come out for each that does not. By judgement: names say nothing."""
SPREAD_REACH = 6
"""Tables (a count) before and after one of percentages whose cells are tried. By judgement."""
WHOLE_SHARES_FEWEST = 1
"""Shares (a count) of a total of 100 % that must come out. By judgement: its parts add up."""
WHOLE_SHARES_PER_FAILURE = 2
"""Shares (a count) that come out for each that does not. By judgement."""
WHOLE_SHARES_DOUBTED = 2
"""Shares (a count) that come out, from which on as many that slips explain are doubted. By
judgement: two of three digits come out by chance in one column of a hundred thousand."""
WALK_FEWEST_STEPS = 2
"""Lines (a count) between two of a name, for them to lead from one to the other. By judgement."""
WALK_PER_FAILURE = 1
"""Columns (a count) that come out for each that does not. By judgement: names say what they are."""
POINTS_BESIDE_FEWEST = 2
"""Rows (a count) of points that must come out. By judgement: which column is later is not said."""
POINTS_BESIDE_PER_FAILURE = 2
"""Rows (a count) that come out for each that does not. By judgement, as of changes."""
FLOW_MOST = 40
"""Lines (a count) that a flow of a statement of cash flows adds up. By judgement: keeps the time
linear; statements print up to thirty."""
RUN_PER_FAILURE = 2
"""Columns (a count) of a named run that come out for each that does not. By judgement: names tell
the rest."""
RUN_UNITS_APART = 2
"""Last units up to which a named run may be off. By judgement: amounts per share are each computed
from other shares than the whole."""
CHAIN_LONGEST = 80
"""Lines (a count) of a column whose results are chained. By judgement: keeps the time linear."""
STACK_LONGEST = 40
"""Lines (a count) under one total that are parted into blocks. By judgement: keeps the time short,
and longer runs end in their own sum by chance."""
