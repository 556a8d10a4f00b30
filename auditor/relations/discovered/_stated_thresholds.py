"""Thresholds of what sentences state."""

from fractions import Fraction

MOST_LEFT_OUT = Fraction(1, 10)
"""Of an amount that "includes" parts, what they may leave out so that a slip explains it.

By judgement: with more left out, other parts are likelier than a mistyped figure.
"""
FEWEST_SWAPPED = 100
"""Least figure (in units of its last digit) whose digits, swapped, explain what parts leave out.

By judgement: two digits have but one neighbour, and meet a gap by chance.
"""
RANGE_REACH = 4
"""Blocks (a count) behind a range of guidance in which its midpoint may be named. By judgement."""
FLAT_WITHIN = Fraction(3, 100)
"""How far (a ratio) an amount may move that is called flat or unchanged.

By judgement: managements call two per cent flat, and hardly ever five.
"""
SLIP_ALONE = 3.0
"""Bits that a slip must leave to convict a claim that no other of its subject bears out.

By judgement: one misread sentence in eight would offer such a slip by chance.
"""
TELLING_DIGITS = 300
"""Units of its last digit from which on a slip in a claim leaves so much. By definition of the
costs of slips: a wrong digit spends five bits."""
SLIP_OF_ITSELF = 6.0
"""Bits that a slip must leave to convict a claim whose words hold more than a row's name.

By judgement: one figure in sixty-four of another thing would offer such a slip.
"""
SLIP_FAR_OFF = 9.0
"""Bits that a slip must leave to convict such a claim where the figure is of another size.

By judgement: one figure in five hundred would offer such a slip.
"""
CLAIMS_PER_FAILURE = 3
"""Subjects (a count) that tables must bear out for each that they do not, before one of these is
doubtful. By judgement: with fewer, sentences and tables may be of different parts of a company.
"""
FEWEST_BEHIND_A_COLON = 3
"""Parts (a count) from which on a list behind a colon takes apart what stands in front of it.

By judgement: two figures behind a colon may be an example.
"""
MOST_JOINED = 4
"""Rows (a count) of which a sentence states the sum by naming each. By judgement."""
MARGIN_UNIT = Fraction(1, 10)
"""Per cent that a margin is good to, of which publishers print the change in points.

By judgement: they print margins to a tenth, and take the difference of what they print.
"""
FEW_TABLES = 4
"""Tables (a count) up to which a document is a release or a page, and one company's or one part's.

Fitted on 373 pages of annual reports: more hold sections on parts whose rows are called alike.
"""
NEAR = 2
"""How many times as large (a ratio) a wrong figure may be as what tables ask for, to be doubted.

By judgement: what is farther off is of something else, or a slip explains it.
"""
MOST_MULTIPLIED = 3
"""How many times (a ratio) more than its word what "more than doubled" may have grown.

By judgement: beyond it another word would be said.
"""
LONGEST_SUBJECT = 80
"""Characters in front of a word in which its subject is sought. By judgement: a dozen words."""
TABLES_IN_FRONT = 3
"""Tables (a count) in front of a sentence of which one may tell what span it speaks of.

By judgement: a section on a half-year prints one or two of it before it speaks of it.
"""
CLAIM_REACH = 24
"""Rows (a count) of one name before and after a sentence that it is compared with.

By judgement: the statements of one company print a name so often; who prints it more often speaks
of many.
"""
