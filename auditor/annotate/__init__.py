"""Annotating: a copy of a document with the findings where they stand, one module a format.

A module has ``accepts(data)``, whether the bytes are of its format, and ``annotated(data, report,
ticks)``, the bytes of the copy. What the audit said is added; nothing that was there is changed.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import NamedTuple

from auditor.findings.marks import Mark, State, marks, place_of
from auditor.formats.unreadable import UnreadableError
from auditor.model.finding import Finding
from auditor.model.report import DocumentReport

TICK = "✓"


class CannotAnnotateError(Exception):
    """No copy can be made, with the reason in plain words."""


class Note(NamedTuple):
    """What is said at a mark; ``number`` counts the document's findings from 1."""

    number: int
    mark: Mark
    text: str


def annotated(data: bytes, report: DocumentReport, *, ticks: bool | None = None) -> bytes:
    """The copy of the document that ``report`` is on, which it must have kept.

    ``ticks``: whether what tied is ticked, None for what suits the format. Raises
    CannotAnnotateError for a format that holds no annotations, or a document too damaged for them.
    """
    names = sorted(m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_"))
    for name in sorted(names, key=lambda name: name == "text"):
        module = import_module(f"{__name__}.{name}")
        if module.accepts(data):
            wanted: bool = module.TICKS if ticks is None else ticks
            try:
                copy: bytes = module.annotated(data, report, wanted)
            except UnreadableError as reason:  # a page read by its name, say, that looks like none
                raise CannotAnnotateError(str(reason)) from reason
            return copy
    raise CannotAnnotateError("copies of this format cannot be annotated")


def notes(report: DocumentReport) -> list[Note]:
    """A note for each finding, at the figure most likely wrong, in reading order."""
    by_id = {finding.id: finding for finding in report.findings}
    wrong = [mark for mark in marks(report) if mark.state is State.WRONG]
    found: list[Note] = []
    for mark in wrong:
        for id_ in mark.findings:
            finding = by_id.get(id_)
            if finding is not None and _is_at(finding, mark):
                found.append(Note(len(found) + 1, mark, said(finding)))
    return found


def _is_at(finding: Finding, mark: Mark) -> bool:
    """Whether the finding blames this figure, and not another one of those it cites."""
    cited = finding.suspects[0].citation if finding.suspects else finding.primary
    return cited is not None and place_of(cited.source, cited.text) == (mark.source, mark.text)


def said(finding: Finding) -> str:
    """The finding in a sentence or two, with what to print."""
    expected = f" Expected: {finding.expected}." if finding.expected else ""
    return f"{finding.severity.value.upper()}: {finding.message}{expected} [{finding.id}]"


def ticked(report: DocumentReport) -> Iterator[Mark]:
    """The figures that a check that holds covers, and no finding doubts."""
    return (mark for mark in marks(report) if mark.state is State.TIED)
