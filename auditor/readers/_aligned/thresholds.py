"""Thresholds of what stands aligned: what is near, far, long or many on a page of words."""

from __future__ import annotations

RANGE_GAP = 0.6
"""Times the gap between cells: numbers no further from a dash between them are a range. By
judgement: dashes of ranges are set loosely, columns are further apart."""

MARK_GAPS = 4
"""Times the gap between cells: a mark of a list no further before a text belongs to it. By
judgement: items are indented by twice their type, columns begin further away."""

LONGEST_FIGURE = 48
"""Characters. A longer chunk of words is no printed number. By judgement: it bounds the time that
patterns take."""

LONGEST_SYMBOL = 4
"""Characters. A longer chunk is no currency sign. By judgement: "US$(" is the longest."""

LABEL_SHARE = 0.4
"""Of the way from the left edge of the labels to that of the figures: what begins before it is a
label, if it is a number too. By judgement: labels such as "2024" start at the margin."""

LONGEST_TAIL = 3
"""Words of a figure that stands close to its label. By judgement: a sign, a number and a sign."""

FEWEST_ROWS = 2
"""Lines with a figure set apart, for a text to be searched for fixed-width tables. By judgement:
one line cannot be compared with any."""

LONGEST_FIXED_LINE = 1_000
"""Characters. Fixed-width reports are 132 wide, some 255 or more; beyond it is running text."""

FEWEST_FIXED_PAGES = 2
"""Pages of fixed-width text that repeat a line, for it to be furniture. By judgement: these pages
say where they begin, so that two are enough."""

HEAD_LINES = 3
"""Lines above the one with a page's number that may belong to its head. By judgement: a name, a
title and a date."""

BLANK_LINES_WITHIN = 1
"""Blank lines at most within a block in which tables may stand side by side. By judgement: more of
them part two tables."""

MOST_SIDES = 64
"""Tables side by side in one block. By judgement: a line of text has no room for more."""

FEWEST_FLOW_LINES = 3
"""Lines that begin at the same edge, for it to be the left edge of a column of text. By judgement:
two may do so by chance."""

EDGES_TRIED = 5
"""Left edges, the commonest first, that a page is tried to be cut at. By judgement: it bounds the
time; pages have three columns at most."""

DEEPEST_CUT = 4
"""Cuts of one page within each other. By judgement: it bounds the time."""

MOSTLY = 0.6
"""Share of the lines of one side of a page that must read alike, for all of it to be text or
labels. By judgement: paragraphs end in short lines."""

FILLED = 0.75
"""Share of a column's width that lines of running text take. By judgement: lines set ragged end at
different places."""

PROSE_WORDS = 4
"""Words from which on a line can be running text. By judgement: labels of narrow columns have
three."""

DISTINCT_LABELS = 0.8
"""Share of the texts of a column that differ, for them to name rows. By judgement: "Other" may
stand twice."""

MARGIN_GAPS = 10
"""Times the gap between cells: an edge no further from the left margin begins no other column of
text. By judgement: indented paragraphs and lists begin there."""

LABEL_INDENT_GAPS = 6
"""Times the gap between cells: how far labels, and the first lines of paragraphs, may be indented.
By judgement: three levels of an em or two."""

PAGE_DIGITS = 4
"""Digits of the number of a page. By judgement: no document has 10,000 pages."""

EDGE_LINES = 4
"""Lines at the head and at the foot of a page that may be furniture. By judgement: running heads
and feet have three lines at most, and a number."""

FEWEST_PAGES = 3
"""Pages that repeat a line, for it to be furniture. By judgement: two pages may repeat the headings
of a table."""

USUALLY = 0.5
"""Share of the pages, from its first to its last, that repeat a line of furniture. By judgement:
left and right pages take turns."""

HEADING_LEADING = 0.9
"""Times the leading at most between two lines of one heading. By judgement: headings are set no
wider than rows."""

CORNER_REACH = 0.25
"""Of the way from the left edge of the labels to the first column: a heading that begins before it
stands over the labels. By judgement: a corner is flush with the labels."""

RULE_ABOVE = 0.3
"""Times the leading: how far a ruled line may stand above the bottom of the text that it
underlines. By judgement: descenders reach below it."""

RULE_BELOW = 0.9
"""Times the leading: how far below a heading its ruled line may stand. By judgement: the next row
begins there."""

RULE_CLEAR = 0.5
"""Times the leading: how far above the bottom of the lower text a line between two texts stands at
least. By judgement: what is nearer underlines the lower one."""

OVERLAP = 0.5
"""Share of its height by which a word must stand beside a line to be on it. By judgement: the half,
so that it is on one line only."""

NEAR_ROWS = 4
"""Lines above it that a word may yet belong to, words coming from top to bottom. By judgement: it
bounds the time; raised marks reach over two."""

SENTENCE_WORDS = 10
"""Words in one chunk from which on it reads as running text. By judgement: longer labels wrap."""

ENDING_WORDS = 6
"""Words from which on a chunk that ends like a sentence is one. By judgement: labels end with a
full stop only where they are abbreviated."""

SMALL = 0.8
"""Times the size of type beside it: footnote marks are smaller. By judgement: they are usually set
at about two thirds of it."""

RAISED = 0.1
"""Times the size of type beside it: footnote marks end that much higher. By judgement: small type
on the same base line ends level."""

HEADER_LINES = 12
"""Lines above the first row that are searched for headings. By judgement: headings with units,
notes and wrapped words may have ten."""

ROWS_REMEMBERED = 30
"""Rows at most by which the extent of a table's columns is found for its headings. By judgement: it
bounds the time."""

TITLE_GAP = 0.9
"""Times the leading: a line that far above the headings may be a title, and headings below such a
gap those of another table. By judgement: a blank line is about as high."""

CORNER_WORDS = 3
"""Words in the corner beside headings; a longer text is the label of a row. By judgement: such as
"(millions of dollars)"."""

FAR_LEFT = 4
"""Times the gap between cells: how far a heading may begin left of its figures. By judgement:
headings are wider than their figures by a word."""

CELL_LEADING = 0.2
"""Times the leading: lines of one heading over several columns are no further apart. By judgement:
they are set solid."""

LABELS_UNDER = 3
"""Lines of labels at most between the headings and the first row. By judgement: captions of
sections, one in another."""

HEADER_GAP = 2.6
"""Times the leading, from the table up to a line that heads its columns. By judgement: two blank
lines."""

OFF_CENTRE_GAPS = 3
"""Times the gap between cells: how far off the middle of a table a line must stand, to head columns
and be no title. By judgement: titles are centred on the labels too."""

CAPTION_WORDS = 5
"""Words at most of a label across the columns that ends with a colon. By judgement: longer ones are
sentences that lead to a list."""

PARAGRAPH_GAP = 0.6
"""Times the leading: lines further apart are of different paragraphs. By judgement: half a blank
line parts them."""

REACHES = 0.6
"""Share of the way to the right margin: a first line that ends before it ends a paragraph. By
judgement: the next word would have fitted."""

LARGER = 1.12
"""Times the usual size: type from there on is a heading's. By judgement: the step from 9 to 10
points, the smallest that is used."""

LARGEST_LEVELS = 5
"""Sizes of larger type that are levels of headings; smaller ones share the last. By judgement: few
documents use more."""

LINES_BETWEEN = 6
"""Lines without figures that two rows of a table may have between them. By judgement: captions and
labels on several lines."""

LONGEST_CELL = 30
"""Lines of text in one cell beside the figures of a row: they are not counted. By judgement:
comments on a row take half a page."""

FARTHEST = 7.0
"""Times the leading: rows further apart are of different tables. By judgement: as many lines as may
stand between rows, and one."""

ROWS_TO_BRIDGE = 60
"""Rows at most from one in columns of its own to one that joins them with those above. By
judgement: a trial balance lists its debits first, then its credits, and both totals below."""

FIGURES_REMEMBERED = 30
"""Figures at most that a row is compared with: the last ones of each table. By judgement: it bounds
the time."""

COLUMN_WIDTH = 16
"""Times the gap between cells at most: from a heading's left edge to the first column's right. By
judgement: a heading of three long words."""

MOST_COLUMNS = 64
"""Of figures. By judgement: a line with more is no row that a person could read."""

SET_SOLID = 0.4
"""Times the leading at most: between the lines of one cell. By judgement: rows stand further apart
than the lines of a text."""

PAGE_NUMBERS = 2000
"""From here on whole numbers in one column are no page numbers of a table of contents. By
judgement: they may be years."""

FEWEST_ENTRIES = 4
"""Rows from more of which on whole numbers that never fall are a table of contents without being
called one. By judgement: a short table of counts may rise too."""

CONTENTS_ABOVE = 4
"""Lines above the first row that may say "contents". By judgement: a title, a blank and a
heading."""

CONTENTS_WITHIN = 3
"""Lines from the first row on that may say "contents". By judgement: its first entry may be the
title."""

GOES_ON_GAP = 0.8
"""Times the leading: the rest of a label stands closer than that to its beginning. By judgement:
rows are as far apart as their leading."""

TIGHT = 0.86
"""Times the usual distance between rows: lines closer than that are of one row. By judgement: rows
are set evenly."""

CLOSE = 1.2
"""Times its height at most, for a line to be that close to the one above. By judgement: usual
leading."""

SPAN_COST = 0.1
"""Times the leading: how much better centred a heading must be to span a column more or less. By
judgement: it decides between spans that fit alike."""
