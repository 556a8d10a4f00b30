"""Thresholds of reading XBRL: limits of what is read."""

from __future__ import annotations

LARGEST_FILE = 128 * 1024 * 1024
"""Bytes of one schema or linkbase. By judgement: it bounds the memory."""

MOST_FILES = 100
"""Schemas and linkbases that are read for one filing. By judgement: an issuer's own are five or
six."""

DEEPEST = 256
"""Elements within elements: as many as libxml2 allows all other XML."""

LARGEST_SCALE = 60
"""Power of ten, either way, that a figure may be tagged with. By judgement: it bounds how long
numbers become."""

LONGEST_NUMBER = 200
"""Characters. A longer text is no figure. By judgement: it bounds the time that numbers in words
take."""
LONGEST_SHOWN = 200
"""Characters of a text that is no figure which are shown of it. By judgement: the text blocks of a
filing hold whole pages."""
