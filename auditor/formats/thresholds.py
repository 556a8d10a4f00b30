"""Thresholds of opening files: limits of their size, and by how much of them a format is told."""

from __future__ import annotations

LARGEST_FILE = 512 * 1024 * 1024
"""Bytes of one input. By judgement: it bounds the memory."""

AT_A_TIME = 1024 * 1024
"""Bytes read at a time of what has no size. By judgement: more costs nothing, and gains nothing."""

MOST_PARTS = 10_000
"""Of an archive. By judgement: a workbook of a thousand sheets has fewer."""

LARGEST_PART = 256 * 1024 * 1024
"""Bytes that one part of an archive unpacks to. By judgement: it bounds the memory."""

LARGEST_TOTAL = 512 * 1024 * 1024
"""Bytes that the parts of an archive unpack to together. By judgement: it bounds the memory."""

MOST_COMPRESSED = 250
"""Times that a part may be smaller in its archive. Deflate reaches 1,032 for nothing but zeros;
spreadsheets stay below 100."""

SMALL = 8 * 1024 * 1024
"""Bytes. A part up to this size is read however well it was compressed. By judgement: so many cost
nothing."""

OPENING = 65_536
"""Bytes by which an encoding or a format is told; even, so that it holds whole units of UTF-16. By
judgement: browsers look at 1,024, filings carry long headers."""

ODD_SHARE = 20
"""One in so many characters outside ASCII may be odd, for an encoding to be the right one. By
judgement: a wrong one makes most of them odd."""

ONE_SIDE = 3
"""Times as many NUL bytes on one side of its units as on the other: text in UTF-16. The ideograph
for "one" has its zero byte on the other side."""

NUL_SHARE = 40
"""One in so many bytes is NUL, at least, in text in UTF-16. By judgement: Japanese statements have
figures and line breaks throughout."""

FEWEST_HIRAGANA = 10
"""One in so many characters outside ASCII, from which on a text is Japanese. By judgement: half of
Japanese prose is hiragana, labels have few."""

FEWEST_SWALLOWED = 3
"""Lines within quotation marks, each with a figure and as many delimiters as the line that opens
them, for the mark to be a stray one. By judgement: a text in several lines has no such three."""
