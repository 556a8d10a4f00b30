"""Thresholds: every tuned number of discovery, by the discovery that it bounds.

Those of discoveries that names convict without statistics stand in ``_named_thresholds``, those of
what may be added up in ``_additivity_thresholds``, those of claims in words in
``_stated_thresholds``, those of rows that two tables print in ``_series_thresholds``.

Unless a docstring names another unit a number is in bits: the binary logarithm of a chance, so that
arithmetic, words, layout and slips of the pen can be weighed against each other (DECISIONS.md,
"Evidence in bits"). "By judgement" says that no measurement of the number is on record; it was kept
as long as published statements gave no false finding and planted errors were found.
"""

from __future__ import annotations

# What several discoveries share

FLOAT_SLACK = 1e-9
"""Part of a value that floating point may be off. By judgement: far above its error of 1e-16 a step
and far below a printed digit; it selects candidates only, the exact check decides."""
CONFIDENCE = 0.9
"""Confidence (0 to 1) reported of a relation whose evidence is not kept as a number. By
judgement."""
WEAK_CONFIDENCE = 0.8
"""The same where lines stand far apart and nothing is convicted. By judgement."""
CERTAIN_BITS = 40.0
"""Evidence at which sums and averages would be reported with confidence 1. By judgement."""
MOST_CONFIDENT = 0.99
"""Confidence that no discovered sum or average exceeds. By judgement: a table is never certain."""
AGREE_PER_FAILURE = 3
"""Agreements (a count), for each failure and at the least, that convict what differs: repeated
rows, periods, dashes, amounts and claims in prose. By judgement: one failure in four may be
misread."""
TABLE_ENOUGH = 10.0
"""What the agreements of two tables, or of the periods of one, must be worth. By judgement: about
a thousand to one, for the pairs of tables of a document."""
SUMMARY_FEWEST_AGREE = 2
"""Columns (a count) of a summary of years that must agree with its indicators or cash flows. By
judgement: one column agrees by chance."""
SUMMARY_AGREE_PER_DIFFERENCE = 2
"""Columns (a count) that must agree for each that differs. By judgement: years restated and shares
split differ from what the table prints."""

# How much work a table gets

SUM_STEPS = 6_000_000
"""Steps (a count) that the search for sums may take in one table, each a line added at a position.
Measured: some 10 s; tables of 5,000 rows of three figures are searched in full."""
STEP = 4
"""Steps that a line costs besides its positions. Measured: tables of one and of four columns."""
MOST_SEARCHES = 12
"""Times (a count) that a table is searched for sums once more, each with one total set right. By
judgement: more totals wrong in all their columns are another layout, as forty rows called alike."""
AVERAGE_STEPS = 15_000_000
"""The same of the search for averages: a run tried, or a figure added up. Measured: some 10 s."""
CHANGE_STEPS = 3_000_000
"""The same of percentages: a row of two columns that may explain a third. Measured: some 10 s."""
DIFFERENCE_STEPS = 3_000_000
"""The same of differences: a position of three lines. Measured: some 5 s."""

# Lines of whole numbers

LARGEST_SHIFT = 12
"""Powers of ten between the finest and the coarsest figure of a table; beyond it no sums are looked
for. By judgement: from cents to tens of billions."""

# Sums

SUM_ENOUGH = 8.0
"""At which lines are taken for a total and its parts. By judgement: 250 to one, after the
alternatives tried."""
SUM_CONVICTS = 10.0
"""At which, with the bits of the slip that explains it, a position that fails is convicted. By
judgement: a margin over SUM_ENOUGH, as a false finding costs more than a missed one."""
ERROR_IS_RARE = 9.0
"""What a misprint costs as an explanation. Measured: one published calculation in 400 is wrong."""
FURTHER_FAILURE = 4.0
"""What each failure after the first costs. By judgement: a structure that fails over again is
another one."""
MOST_PER_POSITION = 18.0
"""What one position is worth at most. By judgement: digits beyond that say nothing more about the
structure (DECISIONS.md, "The same figures are the same evidence")."""
ONE_PART_DIVIDES = 3
"""By how much a position counts less where only one part states something. By judgement: a copy of
a figure is hardly a sum."""
HOLDS_PER_FAILURE = 4
"""Positions (a count) that must hold for each that fails, beyond the first. By judgement."""
MOST_WEIGHED = 40
"""Positions (a count) of a sum that are left out in turn, to see whether the others carry it. By
judgement: where so many give little evidence each, none is borne out by the others."""
LARGE_ENOUGH = 100
"""Half-units of rounding (a count) from which on a total that differs from the only part stated is
a figure mistyped. By judgement: among small figures another part is likelier, left out."""
FEWEST_SPOILT = 2
"""Failures (a count) from which on more than one slip must explain a total. By definition of what
one slip cannot."""
NO_SLIP = -8.0
"""For a failure that no slip of the pen explains. By judgement: about what such an error is rarer
than a slip."""
ACQUITS = -1000.0
"""For a failure that is another structure or a style of signs, and no error. By judgement: more
than any evidence; set when statements that were right had given findings."""
BARELY = -7.0
"""For a failure by no more than a unit beyond rounding. By judgement: some publishers round
loosely."""
GAP_IS_CHANCE = 8
"""Times (a factor) that a gap must be rarer than a coincidence with a figure nearby to be taken for
structure. By judgement: among small figures a gap is soon one of them."""
NEARBY = 120
"""Lines (a count) to either side of a total where a gap that is printed speaks for structure: keeps
the time linear. By judgement: twice as far as its parts are looked for."""
MANY_LINES = 500
"""Lines (a count) of a table from which on each doubling costs a total one bit more. By judgement:
the other costs were set on published tables, which have fewer; among 20,000 records three were
convicted by chance."""
SUM_LEVELS = 3
"""How often (a count) the search is repeated for totals of totals. By judgement: statements nest
totals three deep; each level costs time."""
SUM_LONGEST_RUN = 60
"""Lines (a count) looked back over for the parts of one total: keeps the time linear."""
LONGEST_TURNED = 14
"""Lines (a count) of a run in which one is tried as subtracted or left out. By judgement: in longer
runs one of so many alternatives fits by chance."""
ADDED_COST = 1.0
"""What adding up a run costs, besides the choice of its length. By judgement."""
LED_COST = 2.0
"""What the first line less the rest costs likewise. By judgement: rarer than a plain sum."""
TURNED_COST = 3.0
"""What one line subtracted costs, besides the choice of the line. By judgement: rarer again."""
LEFT_OUT_COST = 4.0
"""What one line left out costs likewise. By judgement: the rarest."""
TOTAL_BEFORE_PARTS = -3.0
"""For a total that stands before its parts. By judgement; two totals in five do (DECISIONS.md)."""
TOTAL_OUTRIGHT = 4
"""For a label that says total outright, or for no label. By judgement."""
TOTAL_NAME = 2
"""For a label that totals often have, such as profit. By judgement."""
REACHES_BACK = 3
"""For a run that ends at a heading or a total. By judgement: layout groups what adds up."""
NAMES_ITS_GROUP = 3
"""For a total whose label names the heading over its parts. By judgement."""
COSTS_TAKEN = 2.0
"""For taking away only what words call costs and the like. By judgement."""
OUTRIGHT_TOTAL_TAKES = -14.0
"""For a line called total outright that takes away what is no cost. By judgement: next to never."""
UNNAMED_TAKES = -6.0
"""For any other named line that does. By judgement."""
DIFFERENCE_CALLED_CHANGE = 4.0
"""For a difference between columns that is headed as a change. By judgement."""
DIFFERENCE_UNNAMED = -2.0
"""For one that is not. By judgement."""
CHANGE_ADDS_UP = -4.0
"""For a column headed as a change that is a sum. By judgement."""
PERIODS_UNLIKE = -15.0
"""For a sum of columns whose periods neither are the total's nor make it up. By judgement: next to
never."""
FEWEST_SHARES = 2
"""Sums (a count) that a column of percentages must bear out. By judgement: one comes out by
chance."""

# Differences of lines far apart

DIFFERENCE_ENOUGH = 40.0
"""At which three lines are taken for a difference. By judgement: every three lines are tried."""
DIFFERENCE_FEWEST = 5
"""Positions (a count) that three lines must share. By judgement."""
DIFFERENCE_MOST_LINES = 30
"""Lines (a count) of a table that is searched: keeps the time linear."""

# Quotients: percentages and plain ratios

PER_CENT_SPREAD = 30.0
"""Percentage points over which growth rates, shares and margins of one table commonly spread: what
chance has to choose from. By judgement."""
POINTS_SPREAD = 10.0
"""Percentage points over which differences of percentages commonly spread. By judgement."""
RATIO_SPREAD = 6.9
"""Natural logarithm of the factor over which plain ratios spread. By judgement: three powers of
ten."""
QUOTIENT_MOST = 12.0
"""What one quotient is worth at most. By judgement."""
QUOTIENT_FAILURE = 4.0
"""What a quotient that differs takes away. By judgement."""
QUOTIENTS_PER_FAILURE = 4
"""Quotients (a count) of which one may differ. By judgement."""
FEWEST_QUOTIENTS = 2
"""Quotients (a count) that must come out. By judgement: any one does for some pair of lines."""
DIGIT_SPENDS = 7.0
"""What a wrong digit, and the choice among three figures, spend of the bits of a quotient. By
definition of the slips' costs: nine digits, three figures."""
SAMPLED_POSITIONS = 8
"""Positions (a count) of a line that vote for the pairs that may explain it: keeps the time low."""
QUOTIENT_REACH = 60
"""Lines (a count) to either side of a quotient among which its two are looked for: keeps the time
linear. By judgement: a statement seldom has more, and takes its quotients of itself."""
WEIGHED_PAIRS = 12
"""Pairs (a count) of lines that are weighed in full: keeps the time low."""
VOTED_PAIRS = 8 * WEIGHED_PAIRS
"""Pairs (a count) among which those that stand near are preferred. By judgement."""

# Percentages: growth, shares, points, margins

PERCENTAGE_ENOUGH = 9.0
"""At which a line of percentages is taken as computed so. By judgement: 500 to one, after the pairs
tried."""
PERCENTAGE_CONVICTS = 13.0
"""At which it convicts the figures that differ. By judgement: one agreement more."""
GROWTH_CONVICTS = 10.5
"""The same of growth, which its heading and the periods of two columns name. By judgement: two
whole per cents more; where words do not call it a change, that costs as much as it saves."""
DOUBT = 2.0
"""By which one way of computing must surpass another that bears out what it convicts. By
judgement."""
COMPANION_MOST = 8.0
"""What a column computed alike without exception adds at most. By judgement: less than is
enough."""
COMPANION_FEWEST = 3
"""Figures (a count) that such a column must have. By judgement."""
COMPANION_DIVIDES = 2
"""By how much less the bits of such a column count than its own. By judgement."""
CALLED_GROWTH, NOT_CALLED_GROWTH = 4.0, -4.0
"""For growth in a column that words call a change, and in another. By judgement."""
CALLED_SHARE, NOT_CALLED_SHARE = 4.0, -2.0
"""For shares in a column that words call so, and in another. By judgement."""
CALLED_POINTS, NOT_CALLED_POINTS = 2.0, -4.0
"""For points in a column that words call a change, and in another. By judgement."""
ADJACENT_COLUMN = 3.0
"""For each of the two amount columns before a percentage that it uses. By judgement."""
RESTATED_OF_PLAIN = -8.0
"""For growth "at constant currency" over columns that are not restated so. By judgement."""
LENGTHS_DIFFER = -2.0
"""For growth between periods of different lengths. By judgement."""
PERIOD_BEFORE = 4.0
"""For growth over the year before or the preceding period. By judgement."""
PERIOD_EARLIER = 2.0
"""For growth over any other earlier period. By judgement."""
PERIOD_NOT_EARLIER = -3.0
"""For growth over a period that is not earlier. By judgement."""
HEADINGS_ALIKE = 2.0
"""For two columns whose headings differ in their dates only. By judgement."""
MOST_SHARES = 120
"""Shares (a count) of which one may have been made to fit: keeps the time linear. By judgement:
more are not rounded to make up 100 % by hand."""
CHANGE_REACH = 8
"""Columns of amounts (a count), and of percentages, to either side among which a column's two
others are looked for: keeps the time linear. By judgement: tables of that many pairs are rare."""
MOST_WHOLES = 3
"""Rows (a count) of 100 % that are tried as what shares are taken of. By judgement."""
ROW_NAME_REPEATED = 6.0
"""For a row of percentages with the very words of the amount row. By judgement."""
ROW_NAME_WITHIN = 4.0
"""For one whose words are all among the other's, or the other way round. By judgement."""
ROW_WORD_SHARED, ROW_NO_WORD_SHARED = 1.0, -1.0
"""For one that shares a word with the other, and for one that shares none. By judgement."""
ROW_JUST_BELOW = 1.0
"""For one that stands at most two rows below the other. By judgement."""
BASE_NAMED = 4.0
"""For a base that the percentage's own words name. By judgement."""
BASE_IS_WHOLE, BASE_IS_OTHER = 3.0, -1.0
"""For a base called total, revenue or the like, and for another. By judgement."""

# Plain ratios

RATIO_ENOUGH = 14.0
"""At which a line is taken for a ratio. By judgement: any two lines have a quotient, so more than
for percentages."""
RATIO_CONVICTS = 30.0
"""At which a line called a ratio convicts the figures that differ. By judgement."""
RATIO_NAMED = 6.0
"""For a line whose words call it a ratio. By judgement."""
RATIO_ADJACENT = 4.0
"""For three lines next to each other, one less for each line between. By judgement."""
UNSIGNED_PER_CENT = 2.0
"""What reading a ratio as a percentage without its sign costs, over PLAIN_RATIO. By judgement."""
PLAIN_RATIO = 0.02
"""What reading a ratio as it is printed costs: a tie between both goes to it. By judgement."""
TURNABLE = 0.7
"""Share (0 to 1) of the figures that must also bear out a ratio when it is turned round. By
judgement: zeros cannot."""
RATIO_REACH = 36
"""Lines (a count) to either side among which a ratio's two others stand: keeps the time linear."""

# Averages

AVERAGE_ENOUGH = 14.0
"""At which a line called an average is one. By judgement."""
AVERAGE_ENOUGH_UNNAMED = 40.0
"""At which any other line is. By judgement: overwhelming, as every run is tried."""
AVERAGE_CONVICTS = 24.0
"""At which a named average convicts the positions that differ. By judgement."""
AVERAGE_CERTAIN = 200.0
"""At which even the mean of two lines needs no name. By judgement: any two have a line halfway."""
AVERAGE_NAMED = 8.0
"""For a line that is called an average. By judgement."""
AVERAGE_FAILURE = 6.0
"""What a position that differs takes away. By judgement."""
AVERAGE_MOST = 10.0
"""What one position is worth at most. By judgement."""
POSITIONS_PER_DIFFERENCE = 5
"""Positions (a count) of which one may differ. By judgement."""
AVERAGE_GAP = 8
"""Lines (a count) that may stand between an average and its run. By judgement."""
FEWEST_UNNAMED = 3
"""Lines (a count) of which a line not called an average may be one. By judgement: any two have a
line halfway."""
AVERAGE_LONGEST_RUN = 120
"""Lines (a count) that a run may have: keeps the time bounded."""
MOST_NAMESAKES = 12
"""Lines (a count) of one name among which an average's parts are looked for: keeps the time
bounded."""
MOST_PROBES = 6
"""Positions (a count) that a run is tested at before it is weighed in full: keeps the time low."""

# Indicators: well-known ratios in a summary of years

INDICATOR_FAR_OFF = 0.1
"""Of a printed ratio, by how much it must differ (a ratio) to be doubted. Fitted on annual reports:
averages of quarters differ by a few hundredths."""
INDICATOR_ENOUGH = 12.0
"""At which a row is taken to be the ratio that its name says. By judgement."""
MOST_NAMED_ROWS = 4
"""Rows (a count) of one name that are tried: keeps the time bounded."""
MOST_SPLIT = 20
"""Shares (a count) that one is split into, at most. By judgement."""

# Cash flows and headcounts of a summary of years

CASH_ENOUGH = 16.0
"""What the balances that come out right must be worth. By judgement."""
HEADCOUNT_ENOUGH = 9.0
"""What the repeated digits must be worth, less the statements to choose from. By judgement."""

# Rows looked up by name, and prose

SERIES_REACH = 60
"""Rows (a count) of one name and column before and after a place that are compared with what stands
there: however often a document prints a name, it takes time in proportion."""
REPEAT_ENOUGH = 6.0
"""What one amount that prose repeats must be worth. By judgement: two digits may agree by
chance."""
PROSE_AGREEMENTS = 2
"""Of a sum and the growth of its rows, how many (a count) must hold. By judgement."""
PROSE_FOLLOWING = 200
"""Amounts (a count) after another that may be its parts: keeps the time linear."""
STEM = 3
"""Letters that the shorter of two words must share with the other to be another form of it.

By judgement: "net" and "nette", "opérationnel" and "opérationnelle".
"""
CLAIM_LED_BY = 60
"""Characters before a change within which its verb stands. By judgement: half a sentence."""
CLAIMS_ALONE = 1
"""Claims (a count) of a document that may differ without support. By judgement: one is an error,
several are another way of writing."""

MOST_TRIED = 9
"""Values (a count), within the rounding of the others, that a figure of a sum may have meant. By
judgement: more say nothing."""

SUBTOTAL_CONVICTS = 6.0
"""At which a line that a total passes over is the subtotal of all above it under its heading. By
judgement: less than for other sums, since no other line is passed over wherever it stands."""
SUBTOTAL_LONGEST_RUN = 16
"""Lines (a count) of which a subtotal that a total passes over is made at most. By judgement: it
bounds the time."""
MOST_OUTSIDE = 4
"""Lines (a count) above the parts of such a subtotal that the total adds besides. By judgement: the
totals of the blocks before it are few."""
MOST_BELOW = 4
"""Lines (a count) between such a subtotal and the total. By judgement, likewise."""

FEWEST_BLOCKS = 2
"""Blocks (a count) of like rows that make a table one of blocks. By judgement: one is any table."""
MOST_ROWS_OF_BLOCK = 12
"""Rows (a count) of a block. By judgement: it bounds the pairs that are tried."""
CHANGE_BESIDE = 5.0
"""Bits for a growth beside the amount of the same change. By judgement: as words that name both
columns, and that no other pair is meant."""
FEWEST_CHANGES = 3
"""Rows (a count) that state both. By judgement: two may agree by chance."""

FEWEST_COUNTED = 3
"""Parts (a count) of a total of counts. By judgement: any third number may be the sum of two that
are small."""
TEXTS_OVER = 3
"""Short texts (a count) right over a table that may say what it counts. By judgement: a title, a
subtitle and a note."""
MOST_COUNTED = 40
"""Rows (a count) of a table of counts. By judgement: longer ones gather evidence of their own."""
LONGEST_TITLE = 100
"""Characters of such a text. By judgement: a longer one is prose."""

FEWEST_OVER_PARTS = 2
"""Lines (a count) over their parts that make a table one of such. By judgement: one is chance."""
MIDDLE_CONVICTS = 10.0
"""At which a total that follows from the parts of a line, it left out, shows that the line is
wrong. By judgement: as for other sums; that the line comes out elsewhere, and that a slip explains
it where it does not, is asked besides."""
MIDDLE_ALONE = 16.0
"""The same in a table of one column, with how rarely chance would have offered the slip. By
judgement: six bits more, for no other column bears the line out."""
