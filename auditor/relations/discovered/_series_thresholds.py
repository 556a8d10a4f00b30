"""Thresholds of rows compared between tables: in bits where no unit is named."""

# Siblings: rows that follow from the rows of other tables

SIBLING_COLUMNS = 3
"""Columns (a count) in which a sum over another table's rows must hold. By judgement."""
SIBLING_HOLDS_PER_FAILURE = 3
"""Columns (a count) that must hold for each that differs. By judgement: one column in four."""
SIBLING_ENOUGH = 12.0
"""By which a sum must outweigh the pairs of rows tried. By judgement."""
MARGIN_NAMED_ALIKE = 4.0
"""For a margin that shares a word with the amount row. By judgement."""
MARGIN_NAMED_EXACTLY = 11.0
"""For a margin with all its words in one table. By judgement: as much as a column or more."""
SIBLING_LARGEST = 60
"""Rows (a count) of a table up to which pairs of them are tried: keeps the time bounded."""
SIBLING_NAMESAKES = 12
"""Rows (a count) of one word above and below a row of margins that are tried: keeps the time
linear. By judgement: a statement has fewer."""
SIBLING_REACH = 15
"""Tables (a count) to either side that are looked at: keeps the time linear. Set while the time
that long reports take was measured."""

# Ties: rows that two tables both print

TIE_FEWEST_AGREE = 2
"""Figures (a count) of two tables that must agree. By judgement."""
TIE_COLUMN_AGREES = 3
"""Other rows (a count) that must agree in a column for a row with no second column to be convicted,
and columns in which a row must agree to be told from others of its name. By judgement."""
TIE_ENOUGH = 3
"""Ties that agree (a count) of a figure with others as finely rounded, after which one more between
two that both have as many says nothing new. By judgement: few facts are printed in more tables, and
forty copies of one statement have a tenth of the ties."""
TIE_NEIGHBOURS = 20
"""Figures (a count) next in size that one may agree with: what is printed all over is tied to so
many, and the time stays linear."""
