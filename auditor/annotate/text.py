"""Text and Markdown: findings as footnotes, ticks after what tied."""

from __future__ import annotations

from auditor.annotate import TICK, notes, ticked
from auditor.annotate._insertions import Insertion, inserted
from auditor.formats.decoding import decoded
from auditor.model.report import DocumentReport

READERS, SUFFIXES = ("text",), (".md", ".markdown", ".txt", ".text")
TICKS = True


def annotated(data: bytes, report: DocumentReport, ticks: bool) -> bytes:
    """The text with a mark at each finding, explained at its end; in UTF-8."""
    lines = decoded(data).split("\n")
    found = notes(report)
    marks = [(n.mark, f"[^audit-{n.number}]") for n in found]
    marks += [(mark, TICK) for mark in ticked(report)] if ticks else []
    places = [
        Insertion(mark.source.line, mark.source.end_column, text)
        for mark, text in marks
        if mark.source.line and mark.source.end_column
    ]
    copy = inserted(lines, places)
    if found:
        while copy and not copy[-1].strip():
            copy.pop()
        copy += ["", *(f"[^audit-{n.number}]: {n.text}" for n in found), ""]
    return "\n".join(copy).encode("utf-8", errors="replace")
