"""Renderings of a report, one module each; the module's name is the word for ``--format``.

A rendering has ``render(report, view)``, which is text, or bytes for a file; one that shows the
documents themselves says so by ``SHOWS_DOCUMENTS = True``, one that lists every failing record by
``LISTS_RECORDS = True``. Modules whose names begin with an
underscore are no renderings.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from auditor.model.report import Report

if TYPE_CHECKING:
    from auditor.model.finding import Finding
    from auditor.model.report import Changes, DocumentReport, Review


class View(NamedTuple):
    """How the reader wants to see a report.

    ``width`` is in character cells. ``show_checks`` lists every check and every untied figure,
    ``strict`` shows notes too. ``quiet`` leaves out all but findings and what was not read, where
    people read the report as it comes. ``ending`` is how the file's name ends that it goes to.
    ``folder``, with its slash, is where the reader stands: paths below it are shown from there.
    ``links`` lead from places to their files, on a screen that follows them. ``page_images`` says
    whether a document's pages are shown as pictures, None where they fit.
    """

    color: bool = False
    width: int = 100
    show_checks: bool = False
    strict: bool = False
    quiet: bool = False
    ending: str = ""
    folder: str = ""
    links: bool = False
    page_images: bool | None = None


Rendering = Callable[[Report, View], str | bytes]


class CannotRenderError(Exception):
    """A report cannot be written so, with the reason in plain words."""


class UnknownFormatError(ValueError):
    """No rendering has this name."""


def formats() -> tuple[str, ...]:
    """The names of all renderings, sorted; none of them is imported."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(name for name in names if not name.startswith("_")))


def rendering(name: str) -> Rendering:
    """The rendering with that name; raises UnknownFormatError, which names those there are."""
    if name not in formats():
        raise UnknownFormatError(f"unknown format {name!r}; choose from {', '.join(formats())}")
    found: Rendering = import_module(f"{__name__}.{name}").render
    return found


def shows_documents(name: str) -> bool:
    """Whether the rendering needs ``DocumentReport.document``, and every check."""
    return getattr(import_module(f"{__name__}.{name}"), "SHOWS_DOCUMENTS", False)


def endings(name: str) -> tuple[str, ...]:
    """What files may end in that a format is written to; none: in anything."""
    return tuple(getattr(import_module(f"{__name__}.{name}"), "ENDINGS", ()))


def lists_records(name: str) -> bool:
    """Whether the rendering lists all records of data files that fail, however many."""
    return getattr(import_module(f"{__name__}.{name}"), "LISTS_RECORDS", False)


def derivation(report: DocumentReport, finding: Finding, view: View) -> str:
    """How one finding of a document comes about, for a person with a pocket calculator."""
    from auditor.render._derivation import Derived, rendered

    return rendered(Derived(report, finding), view)


def passed_over_text(report: Report) -> str:
    """What folders hold that was not audited, in a line."""
    from auditor.render._coverage import passed_over_text

    return passed_over_text(report.passed_over)


def changes(found: Changes, report: Report, view: View) -> str:
    """What a new audit changed: a line for each finding that is gone or new, then the summary."""
    from auditor.render._changes import rendered

    return rendered(found, report, view)


def draft_changes(review: Review, view: View) -> str:
    """What changed between two drafts: figures, then findings, then a count of each."""
    from auditor.render._changes import draft_changes

    return draft_changes(review, view)
