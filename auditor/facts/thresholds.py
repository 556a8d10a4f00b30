"""Thresholds: the tuned numbers of what tables and prose state."""

from __future__ import annotations

from fractions import Fraction

FEWEST_YEARS = 3
"""Years in a column, from which on they may label its rows.

By judgement: two may as well be figures.
"""
WORDS_OF_AN_OPENING = 8
"""Words of a passage's beginning that are enough to tell it by.

By judgement: two lines of a heading.
"""
WORDS_OF_AN_ADVERB = 1
"""Words between a verb and a figure that may say how much something moved, and not where.

By judgement: "deutlich", "nettement"; two may be a place or a part.
"""
LONG_LABEL = 8
"""Letters from which on a row label of one word is taken to be a name when a heading shows it.

By judgement: shorter ones, such as "Total" or "Other", stand in many headings.
"""
OPENING_WORDS = 12
"""Characters in front of the day that a sentence opens with. By judgement: "Zum Stichtag "."""
PREPOSITION_BEFORE = 40
"""Characters in front of a figure within which a preposition that leads to it begins.

By judgement: longer than "compared with the level of".
"""

FEWEST_LABELS = 3
"""Rows (a count) that a second column of labels names, for a table to be two side by side. By
judgement: fewer are remarks."""
FEWEST_HEADINGS_MOVED = 2
"""Headings (a count) that together show that they stand too far to the left. By judgement: one may
be that of the whole table."""
EMPTY_SHARE = Fraction(1, 8)
"""Of the rows that the fullest column says something in, the share up to which a column is next to
empty. By judgement: a remark or two among a page of rows."""
LONG_LEAD = 60
"""Words between two figures of a sentence that are still read as leading from one to the other.

By judgement: a subject of twelve words with its verb, time and cause; longer is no plain claim.
"""
LARGEST_NOTE = 1000
"""Numbers of notes are smaller. By judgement: no report has so many."""
FEWEST_FLOATED = 4
"""Figures (a count) of a column that all end in ".0", to be whole numbers that a program wrote. By
judgement: tenths end so four times over in one column of ten thousand."""
TELLING_DIGITS = 100
"""Least figure (in units of its last digit) that tells a table's scale, as does a cell's.

By judgement: with two digits, a row repeats by chance what a sentence says.
"""
TELLING_ALONE = 1000
"""Least figure (in units of its last digit) that tells a sentence's scale by itself."""
TWO_DIGITS = 10
"""Least figure (in units of its last digit) that tells a table's scale together with another."""
VOTES_NEEDED = 2
"""Figures of two digits (a count) that tell a table's scale. By judgement: as telling as one of
three digits.
"""
FEWEST_SPANNED = 2
"""Amounts of a column (a count) that are sums of their rows, to be in the rows' scale. By
judgement: one of three digits comes out by chance in one table of hundreds, two hardly ever do."""
WORD_OF_A_NAME = 4
"""Letters (a count) of a word that names something. By judgement: "of", "and", "the", "net"."""
SENTENCE_REACH = 400
"""Characters in front of a figure in which its sentence begins. By judgement: a long sentence."""
INTRODUCTION_REACH = 3
"""Blocks (a count) before and behind a table in which a passage says of what scale it is.

By judgement: its heading, its title and what introduces it.
"""
SHORTEST_NAME = 4
"""Letters (a count) of a row's name that is found among other words. By judgement: "EBIT"."""
FLOAT_SLACK = 1e-9
"""By how much (a ratio) floating point may be off that finds what is then compared exactly."""
LEXEMES_REMEMBERED = 2**13
"""Words of sentences of which the kind is remembered. By judgement: a report has some thousands."""

FEWEST_QUARTERS = 3
"""Columns (a count) headed by different quarters that make a year. By judgement: three may be all
that have passed."""
