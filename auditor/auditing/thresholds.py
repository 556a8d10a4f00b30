"""Thresholds of an audit: how often it looks again, and tries again."""

from __future__ import annotations

MOST_LOOKS = 3
"""How often discovery is repeated with what was blamed set right; each time there must be something
new. By judgement: three errors in one row are rare, and were found in as many looks."""
TRIES = 2
"""How often a document is tried whose process died. By judgement: once may be the machine's."""
