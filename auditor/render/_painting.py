"""Lines of styled text as a terminal shows them."""

from __future__ import annotations

from collections.abc import Iterable

from auditor.notation.styled_lines import StyledLine, folded, painter, plain
from auditor.notation.text_columns import without_commands
from auditor.render import View

STYLES = {
    "title": "bold",
    "error": "bold red",
    "warning": "bold yellow",
    "note": "bold cyan",
    "place": "bold",
    "label": "dim",
    "expected": "green",
    "good": "green",
}


def painted(lines: Iterable[StyledLine], view: View) -> str:
    """The lines in the view's width and colors; none is cut off."""
    written = painter(STYLES) if view.color else plain
    rows = (f"{written(row)}\n" for one in lines for row in folded(one, view.width))
    return without_commands("".join(rows))
