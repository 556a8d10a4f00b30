"""Pictures: pages of a document as they look."""

from __future__ import annotations

from typing import NamedTuple


class Picture(NamedTuple):
    """A page as it is seen: a PNG, and the page's width and height in points."""

    png: bytes
    width: float
    height: float
