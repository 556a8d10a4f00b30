"""Thresholds of an audit: how often it looks again, and tries again."""

from __future__ import annotations

LOOK_REACH = 150
"""Rows (a count) above and below a corrected figure that are searched again: keeps the time in
proportion. By judgement: further than any total has its parts."""
MOST_LOOKS = 3
"""How often discovery is repeated with what was blamed set right; each time there must be something
new. By judgement: three errors in one row are rare, and were found in as many looks."""
MOST_CORRECTED = 60
"""Figures (a count) blamed in one document beyond which discovery is not repeated. By judgement:
one that has so many is another kind of document than was thought, and each look costs as much as
the first."""
TRIES = 2
"""How often a document is tried whose process died. By judgement: once may be the machine's."""
TITLE_BLOCKS = 3
"""Blocks (a count) that a document may begin with before its title is over. By judgement: a name,
the title, a date."""
LONG_TITLE = 120
"""Characters of a line that may be a title. By judgement: a sentence is longer."""
FEWEST_LISTED = 6
"""Lines from which a table may list records. By judgement: fewer show no rule."""
FILLED = 0.5
"""Share of the lines of a list that have a figure in a column of figures. By judgement: growth has
none in the first year, headings never."""
LONGEST_STATEMENT = 30_000
"""Figures up to which a file of records that obey no rule is read as a statement. By judgement: it
takes some ten seconds, and a ledger of more has no lines that add up."""
MOST_READ_TWICE = 3_000
"""Figures up to which a file of records is also read as a statement. By judgement: a statement has
no more, and a second or two is what that costs."""
MOSTLY = 0.5
"""Confidence (a share of 1) from which a figure without a slip is set right in thought. By
judgement: below it another figure is as likely."""
LARGEST_BATCH = 100
"""Documents of a batch: what a process of its own costs (0.7 s) is lost among them, and no
more of them are audited again where a worker is lost. By judgement."""
BATCHES_A_THREAD = 4
"""Batches of a small corpus for each thread of a cluster, so that none is long idle at the end. By
judgement."""
BATCHES_AHEAD = 3
"""Batches given out for each thread of a cluster: it never waits for the next, and the scheduler
knows of few. By judgement."""
SECONDS_TO_CONNECT = 30
"""Seconds that a cluster may take to answer, or to have a worker. By judgement."""

MOST_RULES = 5
"""Rules named that found nothing to check. By judgement: the first tell what kind of place it is.
"""
