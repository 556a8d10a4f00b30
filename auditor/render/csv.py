"""The report as CSV: a row for each figure that a finding cites."""

from __future__ import annotations

from auditor.model.report import Report
from auditor.render import View


def render(report: Report, view: View) -> str:  # noqa: ARG001  # every rendering takes a view
    """The columns of ``auditor.model.frames.findings_columns``; without findings only their names.

    A text that a spreadsheet would take for a formula has an apostrophe before it.
    """
    frame = report.to_frame()
    for column in frame.columns:
        if frame[column].dtype == "string":
            frame[column] = frame[column].map(_inert, na_action="ignore")
    written: str = frame.to_csv(index=False, lineterminator="\n")
    return written


def _inert(text: str) -> str:
    """Signs before digits stay: they are figures."""
    risky = text.startswith(("=", "@", "\t", "\r")) or (text[:1] in "+-" and text[1:2].isalpha())
    return f"'{text}" if risky else text
