"""Annotating: a copy of a document with the findings where they stand, one module a format.

A module has ``READERS``, the readers whose documents it copies, ``SUFFIXES``, what copies may be
named, ``TICKS`` and ``annotated(data, report, ticks)``, the bytes of the copy. What the audit said
is added; nothing that was there is changed.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import PurePath
from types import ModuleType
from typing import NamedTuple

from auditor.findings.marks import Mark, State, marks, place_of
from auditor.model.finding import Finding
from auditor.model.report import DocumentReport
from auditor.readers import UnreadableError, format_of, suffixes_of

TICK = "✓"
TEXT, RECORDS = "text", "delimited"
"""What a data file may be read as by its name or content, and what it is."""


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
    module = _module(data, report.path, of_records=report.document is None)
    wanted: bool = module.TICKS if ticks is None else ticks
    try:
        copy: bytes = module.annotated(data, report, wanted)
    except CannotAnnotateError:
        raise
    except UnreadableError as reason:  # a page read by its name, say, that looks like none
        raise CannotAnnotateError(str(reason)) from reason
    except Exception as error:  # what reads a document can be more lenient than what writes it
        said = f"{type(error).__name__}: {error}"
        raise CannotAnnotateError(
            f"it was read, but is not whole enough to be copied: {said}"
        ) from error
    return copy


def endings(data: bytes, path: str) -> tuple[str, ...]:
    """What a copy of the document may end in; raises CannotAnnotateError as ``annotated`` does.

    What a document is called promises what is in it, so its copy may be called so too. Of formats
    that differ in what programs do with them (macros, templates) it must be.
    """
    module, own = _module(data, path), PurePath(path).suffix.lower()
    if own in suffixes_of(module.READERS) and own not in module.SUFFIXES:
        return (own,)
    return tuple(dict.fromkeys((*((own,) if own else ()), *module.SUFFIXES)))


def _module(data: bytes, path: str, *, of_records: bool = False) -> ModuleType:
    """The module that copies what the data are read as; ``of_records``: if not as a document."""
    try:
        read_as = format_of(data, path)
    except UnreadableError as reason:
        raise CannotAnnotateError(str(reason)) from reason
    if of_records and read_as == TEXT:  # a rule file told what is in it
        read_as = RECORDS
    names = (m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_"))
    modules = (import_module(f"{__name__}.{name}") for name in names)
    found = next((module for module in modules if read_as in module.READERS), None)
    if found is None:
        raise CannotAnnotateError(f"copies of what is read as {read_as} cannot be annotated")
    return found


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
