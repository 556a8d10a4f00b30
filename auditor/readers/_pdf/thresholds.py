"""Thresholds of reading PDF: limits of a page, and when marks on it are one."""

from __future__ import annotations

MOST_PAGES = 5_000
"""Of a document. By judgement: no statement has so many, and reading them would take longer than
anyone waits."""

MOST_CHARACTERS = 200_000
"""On one page. By judgement: more is no page that a person could read."""

MOST_OBJECTS = 20_000
"""Drawn on one page: beyond them neither ruled lines nor texts without outlines are looked for. By
judgement: it bounds the time that charts take."""

MOST_NESTED = 8
"""Forms within forms that are searched for texts. By judgement: programs nest two or three."""

THICKEST = 3.0
"""Points: a flat drawing up to that height is a ruled line. By judgement: the heavy line under a
total is 1.5 to 2."""

TOUCHING = 3.5
"""Points: two ruled lines at one height that are no further apart are one. By judgement: those of
cells side by side leave the padding free."""

OVERPRINTED = 0.25
"""Times the size of type: a word printed again that close makes the first look bold. By judgement:
no letter is narrower."""

LATEST = 8
"""Times that the same word was printed last, among which an overprinted one is looked for. By
judgement: it bounds the time."""

SAMPLED = 20
"""Words of a page by which it is found whether its text is invisible. By judgement: a scanner's
text is so throughout."""

STRAIGHT = 4
"""Times as far one way as the other: a word that runs so is upright or turned by quarters, and else
askew. By judgement: stamps are set at 45 degrees."""

ANOTHER_LINE = 0.7
"""Times the size of type: letters that far across the way they run stand on lines of their own. By
judgement: a raised note mark is less than half of it away, the next line at least all of it."""

BOLD = 600
"""Weight from which on type is bold, on the usual scale of 100 to 900. It is that of semibold."""

BOLDER = 1.4
"""Times the weight of most words on the page, since fonts say it each on a scale of their own. By
judgement: bold is 700 where regular is 400, some fonts are set between."""

ALIKE = 1.15
"""Times a size: type within it is of the same. By judgement: footnotes are smaller by more."""

GLUE_SIZE = 0.06
"""Times the size of type: words closer than that are one word. By judgement: a blank is four times
as wide."""

GAP_SIZE = 0.6
"""Times the size of type: from there on words are apart, as cells are. By judgement: a blank is
half as wide."""

NEAR_SIZE = 0.45
"""Times the size of type: edges that near are aligned. By judgement: less than the width of a
digit."""

LEADING_SIZE = 1.2
"""Times the size of type, from one line to the next: what programs take where nothing is said."""

MOST_MEANINGLESS = 0.1
"""Share of a page's characters that no letter is: with more of them the page is garbled. Fitted on
725 pages of published filings and releases, of which none has more than 0.006; where a font does
not name its glyphs, digits and signs alone make up 0.45."""

FEWEST_VOWELS = 0.22
"""Share of a page's Latin letters: with fewer vowels it is in no language. The same pages have 0.31
at least; letters read by the numbers of their glyphs have 0.16."""

FEWEST_LETTERS = 60
"""On a page, of which the share of vowels tells anything. By judgement: that of a word does not."""

DRAWN_LARGER = 1.5
"""Pixels of a page's picture for a point. By judgement: small type can be read, and a page of text
takes 50 kB."""

LARGEST_SIDE = 2_400.0
"""Pixels of a picture at most. By judgement: posters are pages too."""
