"""Amounts together: cells that state amounts only as a table does, by how all of them are written.

One cell alone tells nothing: "5.2p" may be a page, "1~204" a range.
"""

from __future__ import annotations

from collections.abc import Mapping

from auditor.model.figure import DECIMAL_POINTS
from auditor.notation.deferred import deferred
from auditor.notation.numerals import cell_figure, narrowed, table_convention
from auditor.notation.unknown_numbers import Place, unknown_numbers

_YEAR = deferred(r"(?:19|20)\d\d")


def state_amounts_together(cells: Mapping[Place, str]) -> bool:
    """Whether some of these texts by place are amounts, in a notation that is known or not.

    Years are none, nor are dashes.
    """
    printed = {at: text for at, text in cells.items() if any(map(str.isdigit, text))}
    if not printed:
        return False
    convention = table_convention(printed.values(), "", DECIMAL_POINTS)
    amounts = (text for text in printed.values() if cell_figure(text, convention) is not None)
    if any(not _YEAR.fullmatch(narrowed(text).strip()) for text in amounts):
        return True
    return bool(unknown_numbers(printed))
