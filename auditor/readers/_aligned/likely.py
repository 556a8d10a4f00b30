"""Likely lines: which of a text's parts can hold a table at all, told by a look at characters.

Prose takes most of a report, and cutting it into words most of the time that reading would take. A
line that no blank, leader or figure beside another parts is one text; one that is long states no
figure either. A part of such lines is passed over; it would have made no table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from auditor.notation.deferred import deferred
from auditor.readers._aligned.thresholds import CONTENTS_ABOVE, CONTENTS_WITHIN, LONGEST_FIGURE

_DIGIT = deferred(r"\d")
_PARTED = deferred(r"\s\s|[.…_·]{2}|\.\s\.|…|[\u3000-\u9fff\uf900-\ufaff\uff01-\uff60]")
"""What may set two texts of a line apart: see ``chunks``."""
_BESIDE = deferred(r"[\d.,'’)>%\]–—―-]\s(?:US|[ACS]|HK|NT)?[($€£¥￥₩₹<△▲+−\d–—―-]")
"""What may set a figure apart from one beside it, unless a word stands before them."""

ENOUGH = 2
"""Figures that rows must state between them to be a table: see ``regions``."""


def likely_parts(
    lines: Iterable[tuple[int, str]], is_figure: Callable[[str], bool]
) -> frozenset[int]:
    """The parts that may hold a table, with those near enough to tell that it is one of contents.

    Of each line its part, rising, and its text without blanks around it. ``is_figure`` says whether
    a short one states a figure after all.
    """
    parts: list[int] = []
    figures: list[int] = []
    for part, line in lines:
        parts.append(part)
        figures.append(_most_figures(line, is_figure))
    return frozenset(parts[at] for at in _near(parts, _enough(parts, figures)))


def _enough(parts: Sequence[int], figures: Sequence[int]) -> set[int]:
    """The parts whose lines may state figures enough."""
    most: dict[int, int] = {}
    for part, count in zip(parts, figures, strict=True):
        most[part] = most.get(part, 0) + count
    return {part for part, count in most.items() if count >= ENOUGH}


def _near(parts: Sequence[int], wanted: set[int]) -> set[int]:
    """The places of lines so close to these parts that a table in them is read beside them."""
    reach = max(CONTENTS_ABOVE, CONTENTS_WITHIN)
    own = [at for at, part in enumerate(parts) if part in wanted]
    return {
        near for at in own for near in range(max(at - reach, 0), min(at + reach + 1, len(parts)))
    }


def _most_figures(line: str, is_figure: Callable[[str], bool]) -> int:
    """How many figures a line may state: none, one, or as many as make a table."""
    if not _DIGIT.search(line):
        return 0
    if _PARTED.search(line):
        return ENOUGH
    if not line.partition(" ")[0].isalpha() and _BESIDE.search(line):
        return ENOUGH
    return int(len(line) - line.count(" ") <= LONGEST_FIGURE and is_figure(line))
