"""Words and where they stand: what a page is made of before anything of it is understood."""

from __future__ import annotations

from typing import NamedTuple

from auditor.model.document import Source

GROUPING = r"(?<=\d)[\u00a0\u2007\u2009\u202f](?=\d{3}(?!\d))"
"""A pattern: the narrow blank that groups the digits of a number, which parts no words."""


class Scale(NamedTuple):
    """What near and far mean on a page, in its own measure (points, or character columns).

    Words closer than ``glue`` are one word; from ``gap`` on they are apart, as cells are. Edges
    within ``near`` are aligned. ``leading`` is the usual distance from one line to the next.
    ``sign`` is the width of a parenthesis in widths of a digit.
    """

    glue: float
    gap: float
    near: float
    leading: float
    sign: float = 0.6


class Word(NamedTuple):
    """Characters without a blank between them; ``bottom`` is below ``top``, as on paper.

    ``whole`` if any of its characters stands at all of ``source``. ``size`` is the height of its
    type (1 in plain text). Where the file itself puts a blank before it, ``after`` is the
    ``order`` of the word on the other side of that.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    source: Source
    whole: bool = False
    bold: bool = False
    size: float = 1.0
    after: int | None = None
    order: int = 0

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


class Rule(NamedTuple):
    """A line drawn, or written with dashes, from ``left`` to ``right`` at the height ``top``."""

    left: float
    right: float
    top: float
