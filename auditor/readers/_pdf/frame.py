"""Frames: where a point of a page's own space stands on the page as a person sees it."""

from __future__ import annotations

from typing import NamedTuple

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class Frame(NamedTuple):
    """The visible part of a page in its own space (y upwards), and its turn in quarters.

    Turning is clockwise, as a page's /Rotate says in degrees.
    """

    left: float
    bottom: float
    right: float
    top: float
    turn: int = 0

    @property
    def width(self) -> float:
        """As seen, in points."""
        return self.top - self.bottom if self.turn % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """As seen, in points."""
        return self.right - self.left if self.turn % 2 else self.top - self.bottom

    def seen(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box of the page's own space as it is seen, from the top left corner."""
        if self.turn == 0:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        if self.turn == 1:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.turn == 2:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        return self.top - top, self.right - right, self.top - bottom, self.right - left


def turned(box: Box, quarters: int, width: float, height: float) -> Box:
    """A box on a page of that size after it was turned clockwise by so many quarters."""
    left, top, right, bottom = box
    if quarters == 0:
        return box
    if quarters == 1:
        return height - bottom, left, height - top, right
    if quarters == 2:
        return width - right, height - bottom, width - left, height - top
    return top, width - right, bottom, width - left
