"""Thresholds: the tuned numbers of reading what is printed."""

from __future__ import annotations

LARGEST_PER_CENT = 1000
"""Per cent. From here on a number without a sign of its own is not taken for a percentage, be it
in a column of them or in front of one ("5 to 7 %").

By judgement: changes of more than tenfold are rare, amounts below 1,000 are not.
"""
SPILL = 7
"""Days. Up to this day of a month, a date is counted to the end of the month before.

By judgement: fiscal years of 52 weeks end on the weekday nearest the end of a month.
"""
LATE = 25
"""Days. From this day of a month on, a span that begins is counted to open with the next month.

By judgement, for the same years: they begin on the day after such an end.
"""
CENTURY_TURNS = 70
"""Years of two digits from here on are of the 20th century.

By judgement: no filing is older than the 1970s, and forecasts rarely reach the 2070s.
"""
WORD_BEFORE = 20
"""Characters in front of a number within which the word stands that makes it a reference or a day.

By judgement: longer than every such word, short enough that time is linear in the text.
"""
PLACE_BEFORE = 24
"""Characters in front of a postal code within which the place stands that it belongs to.

By judgement: two words, as in ", New York 10001".
"""
SIGNS_BEFORE = 12
"""Characters in front of a number within which its currency, parenthesis and sign stand.

By judgement: "(US$ -" with blanks between.
"""
INDENT = 8
"""Blanks that may open a line in front of a number that counts a list or a page.

By judgement: two levels of four.
"""
TEXTS_REMEMBERED = 2**15
"""Texts of cells of which the figure is remembered.

By judgement: an annual report has up to 10,000 of them; each takes some 400 bytes.
"""
PERIODS_REMEMBERED = 2**13
"""Texts, with the calendar they are read by, of which the periods are remembered.

By judgement: an annual report has some hundreds of headings; a text may be a whole passage.
"""
WORDS_REMEMBERED = 4096
"""Combinations of currency, scale and unit words of which the meaning is remembered.

By judgement: a document has some dozens.
"""
LONGEST_CAPTION = 80
"""Characters of a caption that states a unit alone. By judgement: a longer text says more."""
LABELS_REMEMBERED = 2**14
"""Labels and headings of which the normal form, and what they say of units, are remembered.

By judgement: an annual report has a few thousand.
"""
WORDINGS_REMEMBERED = 1024
"""Wordings with "*" that are kept compiled; by judgement: the packs have some hundreds."""
VOCABULARIES_REMEMBERED = 32
"""Lists of wordings whose lookups are kept.

By judgement: the packs of a document have four, and documents audited together mostly share them.
"""
FEWEST_DECIMAL_COMMAS = 2
"""Cells that can only be read with a decimal comma, from which on a table is written that way.

By judgement: one alone may be a list, "1,5", or a slip.
"""
FEWEST_MINUSES_BEHIND = 2
"""Bare numbers with a dash behind them, from which on the dash is a minus.

By judgement: one alone may be an open range, "65-"; with thousands or decimals one is enough.
"""
FEWEST_OF_A_UNIT = 2
"""Numbers with one unknown word behind them, some with thousands or decimals, from which on the
word is their unit. By judgement: one alone may be part of a name."""
FEWEST_BARE_OF_A_UNIT = 4
"""The same of numbers without either. By judgement: they may count or number something else."""
FEWEST_OF_A_NOTATION = 2
"""Amounts of a table that nobody can read, with the same marks around them, from which on they are
in a notation that is not known. By judgement: one alone may be a name or a remark."""
FEWEST_SMALL_OF_A_NOTATION = 4
"""The same of small numbers, in two rows and columns. By judgement: they may count or number."""
LONGEST_PREFIX = 4
"""Letters in front of a number that may be its unit, though nobody knows it.

By judgement: longer ones are words, such as "Level".
"""
LONGEST_SUFFIX = 12
"""Letters behind a number that may be its unit, though nobody knows it.

By judgement: two short words.
"""
LETTERS_OF_AN_IDEOGRAPH = 3
"""Letters that one of Chinese, Japanese or Korean weighs as much as, beside a number.

By judgement: one or two of them are a word.
"""
NARROWEST = 8
"""Cells that the excerpt of a line takes at least.

By judgement: a short figure with a mark on either side.
"""
LONGEST_NUMBER = 60
"""Characters to either side of a run of digits that are looked at for what it is a part of.

By judgement: longer than any number, date or name that a person would read as one.
"""
TELLING_WORDS = 2
"""Function words of a language in a text, from which on they tell that it is written in it.

By judgement: one may be a name, or a word of several languages.
"""
LETTERS_OF_A_WORD = 4
"""Letters of Korean or Chinese that weigh as much as one function word of another language.

By judgement: a word has two, and every other word is one of those.
"""
TELLING_PART = 2000
"""Characters of a text that are looked at for its language; by judgement: some twenty lines."""
TELLING_LINES = 2
"""Lines of a table whose names tell its language. By judgement: one name may be a company's."""
TEXTS_THAT_TELL = 400
"""Passages of a document that are looked at for its language and its numbers.

By judgement: a release has fewer, and a report does not change its language after them.
"""
PASSAGES_REMEMBERED = 2**12
"""Passages of which the language is remembered; by judgement: each is asked about several times,
and a long report has so many.
"""
FEWEST_FOREIGN_COMMAS = 3
"""Numbers that can only have a decimal comma, from which on a document in a language that writes
decimal points is taken to write commas, if nothing in it has a decimal point.

By judgement: one or two may be lists, "1,5", or slips.
"""
MARK_REACH = 32
"""Characters around a figure within which words say that it is approximate or a bound.

By judgement: longer than every such wording.
"""
LAST_UNIT_ROW = 4
"""Rows (a count) of a table among which a note may state its unit. By judgement: two of headings
and as many under them."""
CAPTION_ROWS = 3
"""Rows (a count) above the headings of a lower band that may say its unit. By judgement: a title,
a caption and a blank row."""
FROM_REACH = 10
"""Characters in front of a figure in which "from" or "zwischen" may lead to it. By definition: the
word."""
