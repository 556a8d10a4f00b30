"""Lines of styled text as a terminal shows them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from auditor.notation.styled_lines import StyledLine, folded, painter, plain
from auditor.notation.text_columns import visible, without_commands
from auditor.render import View

WITH_A_PATH = ("title", "place")
"""Styles of text that can begin with the path of a file."""

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
    written = painter(STYLES, _address(view)) if view.color else plain
    near = (_from(visible(view.folder), one) for one in lines)
    rows = (f"{written(row)}\n" for one in near for row in folded(one, view.width))
    return without_commands("".join(rows))


def _address(view: View) -> Callable[[str], str] | None:
    """The address of a file by its path; None where the reader's screen follows no links."""
    return partial(address, folder=view.folder) if view.links else None


def address(path: str, folder: str) -> str:
    """Where a file is, its path seen from that folder; "" for what is none on this computer."""
    place = Path(folder, path)
    return place.as_uri() if path != "-" and "://" not in path and place.is_absolute() else ""


def _from(folder: str, one: StyledLine) -> StyledLine:
    """The line with paths as they are seen from that folder."""
    if not folder:
        return one
    spans = (
        span._replace(text=span.text.removeprefix(folder)) if span.style in WITH_A_PATH else span
        for span in one.spans
    )
    return one._replace(spans=tuple(spans))
