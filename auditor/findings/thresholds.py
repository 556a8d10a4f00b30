"""Thresholds of what is told: each number, what it bounds and why."""

from __future__ import annotations

COMMON = 0.7
"""Of the first suspect's confidence: a second with so much cannot be told from it. By judgement:
fewer than three in five readers would bet on the first."""
MOST_LISTED = 3
"""Relations (a count) that a sentence lists; more are left to the working. By judgement."""
REACH = 300
"""Characters shown on either side of a figure where its paragraph or row is longer. By judgement:
a few lines of a terminal."""
