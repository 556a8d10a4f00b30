"""How much the review desk takes at a time: limits chosen, not measured."""

from __future__ import annotations

LARGEST_UPLOAD = 64 * 2**20
"""Bytes of a file that is dropped. By judgement: the longest annual reports have 20 million."""

MOST_HELD = 512 * 2**20
"""Bytes of all that is held for one visit. By judgement: a year's reports and their drafts."""

MOST_DOCUMENTS = 50
"""Documents of one visit. By judgement: what a list on a page can show."""

MOST_VISITS = 20
"""Pages that may be open at a time. By judgement: the computer is one person's."""

AT_ONCE = 2
"""Audits of a page at a time. By judgement: each takes a core, and leaves one for whoever works."""

MOST_AT_ONCE = 8
"""Audits of all pages at a time. By judgement: four people's, of whom none waits for another; each
takes some 200 MB."""

IDLE = 1800.0
"""Seconds without a word of its page after which a visit is over. By judgement: browsers let pages
in the background speak once a minute, and a computer may sleep over lunch."""

LEFT = 20.0
"""Seconds after which a visit is over whose page said that it is gone. By judgement: a page that is
loaded again says so too, and is back at once."""

LONGEST_NAME = 200
"""Bytes of a file's name that are kept, its ending among them. By judgement: file systems hold 255,
and the names of its copy and of its waivers are longer."""

LARGEST_WAIVERS = 2**20
"""Bytes of a file of waivers: each draft has its own. By judgement: thousands of reasons."""

LONGEST_REASON = 2000
"""Characters of a reason why a finding is accepted. By judgement: a paragraph."""

MOST_CHANGES = 200
"""Figures listed that changed between two drafts. By judgement: who changed more reads both."""
