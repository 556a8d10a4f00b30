"""Findings: from what was violated to what is told of it."""
