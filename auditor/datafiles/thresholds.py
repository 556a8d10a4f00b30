"""Thresholds of the audit of data files: how much is read, decided and reported one by one."""

from fractions import Fraction

BYTES_AT_A_TIME = 1 << 24
"""Bytes of delimited text that pyarrow reads at a time. By judgement: large enough for its threads
to have work, small enough to stay out of the way of the columns themselves."""

CELLS_AT_A_TIME = 1 << 18
"""Cells of a column of figures read at a time. By judgement: what is in work stays in the cache."""

MOST_TEXTS_REMEMBERED = 500_000
"""Texts that are no plain numbers whose figures are remembered, since most stand in a file many
times. By judgement: some hundred megabytes."""

MOST_UNITS_REMEMBERED = 1024
"""Names of units whose meaning is remembered. By judgement: more than any file has."""

MOST_KEYS_IN_TABLE = 1 << 26
"""Keys up to which a table has a place for each; more are sorted. By judgement: 256 MB."""

TABLE_PER_RECORD = 16
"""Places of such a table for each record, up to which it groups records; of sparser keys they are
sorted. By judgement: the table is not larger than what is read."""

MOST_DECIDED_SINGLY = 20_000
"""Checks of a rule that a figure enters twice and that are decided one by one; of more, each figure
is taken by itself. By judgement: a few seconds a rule."""

FIGURES_A_CHECK = 20
"""Figures that one of these checks has, give or take; of longer ones so many fewer are decided one
by one. By judgement: what a sum of segments has, so that the time is bounded by figures."""

LEAST_EXPLAINED = 2
"""Violated checks that truncation must explain before a file counts as truncated. By judgement: one
check that fits may do so by chance."""

MOST_EXPLAINED = 500
"""Violated checks of a rule that are explained one by one; the others are counted. By judgement:
who has more has one cause to mend first."""

MOST_LISTED = 5_000
"""Checks up to which a file's are listed one by one if asked for. By judgement: what a report can
hold and a person search."""

MOST_CELLS_LISTED = 100_000
"""Figures that those checks may be made of. Measured: some five seconds. Records that stand in a
file again and again are parts of each other's checks, whose number is squared."""

MOST_ITEMISED = 100
"""Cells of a column that break its schema in one way, repeated keys and ragged records, reported
one by one; the others are counted. By judgement: they have one cause."""

MOST_EXPLAINED_IF_ALL = 10_000
"""The same where all failing records are asked for. Measured: half a minute; of more, the remark
gives the number."""

MOST_ITEMISED_IF_ALL = 1_000_000
"""Cells that break a schema, repeated keys and ragged records likewise. By judgement: what a
spreadsheet can hold."""

LEAST_PEERS = 2
"""Peers of a group of records without which nothing tells what it should have. By judgement: of one
other group it cannot be told which of the two is as it should be."""

MOST_ALTERNATIVES = 4
"""Records of which one may be missing where others begin or end, up to which they are named. By
judgement: among more a reader is no wiser, and the sum is told as any other."""

MOST_PLACES_COMPARED = 20_000_000
"""Groups times members up to which it is sought what failing sums lack. By judgement: a second; who
has more is not told which part is missing, but which sum fails."""

MOST_VALUES_COMPARED = 10_000
"""Values of a column among which the one that a rule may have meant is sought. By judgement: a
tenth of a second; a column of more holds no names that a person chose."""

MOST_RECORDS_CITED = 10
"""Records of a repeated key that its finding cites. By judgement: what a sentence can hold."""

MOST_FILES_NAMED = 3
"""Files of a group that a sentence names. By judgement: what a sentence can hold."""

FEWEST_RECORDS = 6
"""Records of a file that is understood without a rule file. By judgement: fewer show no rule."""

FULL = 0.75
"""Share of the places of a key of whole numbers that its records fill, at least. By judgement:
weeks in which a store was closed are fewer, and figures side by side fill hardly any."""

MOST_REPEATED = 0.04
"""Share of the records that may be there twice by mistake, in a file whose key nobody declared. By
judgement: of more, these columns are no key, and a list of sales may well have two alike."""

MOST_TEXTS_LOOKED_AT = 5_000
"""Different texts of a column by which it is told what they are. By judgement: a
fraction of a second."""

MOST_RECORDS_LOOKED_AT = 4_000
"""Records by which it is seen which rules a file may obey. By judgement: more say the same again;
the audit itself then takes all."""

NEARLY = 3
"""Units of the last place within which a quotient that nobody declared is nearly right, one and a
half either way. By judgement: what an average for its base would make of it."""

FEWEST_PARTS = 3
"""Shares that make a whole whose total nobody printed. By judgement: of two, such as men and women,
it comes out in files that say the one and the rest."""

MOST_OVER = Fraction(1, 10)
"""Of a whole, by how much shares that no slip explains may exceed it and still be doubtful. By
judgement: where several answers may be given, they come to far more."""

MOST_GROUPS_TRIED = 60
"""Groups in which all pairs of figures are tried at once. By judgement: what obeys a rule does
so in some of them, and the audit takes all."""

MOST_MEMBERS = 40
"""Values of a column up to which each is tried as the sum or quotient of others. By judgement: a
statement has fewer lines; what has more are stores or people."""

MOST_COLUMNS_RUN = 12
"""Columns of figures up to which each is tried as what any other comes to so far; of more, those
that are called so. By judgement: each pair takes a look at all records."""

MOST_RESTATED = 0.05
"""Share of the records, beyond one, that may not repeat what they carry over. By judgement: an
opening is a closing or is none, and a pattern that repeats in part is neither."""

MOST_SIGNED = 4
"""Parts after the first up to which each may be added or taken off. By judgement: the many ways of
longer sums would fit by chance."""

FEWEST_FITTING = 2
"""Groups in which a rule must hold before it is one. By judgement: once is a coincidence."""

MOST_UNFITTING = 0.25
"""Share of the groups in which a rule may fail, beyond one, and still be meant. By judgement: where
more fail, it means something else than it seems to."""

MOST_MISTAKEN = 0.125
"""Share of the groups in which figures that have nothing to do with each other may be mistaken,
beyond one; where more break a rule, that is a warning. By judgement: a file with more mistakes is
rarer than a rule that has its exceptions."""

BITS_OF_CONVICTION = 12.0
"""How unlikely by chance what holds must be, beyond the tries made. By judgement: one file in four
thousand."""

BITS_OF_UNROUNDED = 5.0
"""How unlikely of rounded figures it must be that their sums come out even. By judgement: a file of
whole numbers is as likely to hold counts as not, and one in thirty-two may be taken wrongly."""

BITS_OF_UNEVEN = 5.0
"""What one sum that comes out only within rounding says against unrounded figures. By judgement: of
rounded ones some four in ten do, of counts one in eighty is wrong."""
FEWEST_WITHOUT = 2
"""Sums (a count) that fail, while none holds, from which on a member that no record has is missing.
By judgement: one alone may fail for a wrong digit, in a file that does without the member."""
