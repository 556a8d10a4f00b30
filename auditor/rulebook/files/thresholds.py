"""Thresholds of rule files: how large they may be, and how much is said of their mistakes."""

MOST_BYTES = 1_000_000
"""Bytes of a rule file. By judgement: no person writes more; a wrong file is refused
at once."""

MOST_NODES = 50_000
"""Values of a rule file, aliases written out. By judgement: aliases of aliases grow without end."""

MOST_DEPTH = 32
"""Lists and mappings within one another. By judgement: rules need six, recursion allows more."""

MOST_MONTHS = 120
"""Months of an operand's period. By judgement: ten years, the longest table that reports show."""

MOST_FIGURES = 10_000
"""The number of a figure in a passage. By judgement: more than any passage has."""

MOST_DECIMALS = 12
"""Decimals, or zeros before the point, to which figures are good. By judgement: beyond
trillions."""

MOST_RECORDS = 10**12
"""Records that a file may be asked to have. By judgement: more than any file holds."""

MOST_MISTAKES = 200
"""Mistakes of a rule file that are listed; the others are counted. By judgement: they have few
causes."""

LONGEST_QUOTE = 40
"""Characters of what is written that a message repeats. By judgement: what a line has room for."""

MOST_VALUES_NAMED = 8
"""Allowed values that a sentence names. By judgement: what a sentence can hold."""
