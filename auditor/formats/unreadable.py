"""What a reader raises where a file cannot be read."""

from __future__ import annotations


class UnreadableError(Exception):
    """A file that cannot be read, with the reason in plain words."""
