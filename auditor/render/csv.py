"""The report as CSV: a row for each figure that a finding cites."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from auditor.model.report import Report
from auditor.notation.text_columns import visible
from auditor.render import View

if TYPE_CHECKING:
    import pandas as pd

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""What may begin a formula in one spreadsheet program or another; some take wide characters too."""

_FIGURE = re.compile(r"[+-](?: ?[$€£¥]?\d[\d.,'\u00a0 ]*+%?(?: ?[A-Za-z]+)?)?")
"""A signed number, with a unit or without one, or a dash: no formula, whatever it begins with."""

_COMMANDS = ("::", "##[")
"""What begins a command to a build server."""


def render(report: Report, view: View) -> str:  # noqa: ARG001  # every rendering takes a view
    """The columns of ``auditor.model.frames.findings_columns``; without findings only their names.

    A text that a spreadsheet would take for a formula has an apostrophe before it.
    """
    return as_csv(report.to_frame())


def as_csv(frame: pd.DataFrame) -> str:
    """The frame's rows, each on one line; its texts are texts to whatever opens it."""
    for column in frame.columns:
        if frame[column].dtype == "string":
            frame[column] = frame[column].map(inert, na_action="ignore")
    written: str = frame.to_csv(index=False, lineterminator="\n")
    return written


def inert(text: str) -> str:
    """The text without what acts: formulas get an apostrophe, control characters are escaped."""
    formula = text.lstrip(" ").startswith(_FORMULA) and not _FIGURE.fullmatch(text)
    acts = formula or text.lstrip().startswith(_COMMANDS)
    return f"'{visible(text)}" if acts else visible(text)
