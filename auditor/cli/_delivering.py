"""What a report is written as, and where to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from auditor.cli._shared import deliver, file_of, place_named, refuse, say, view
from auditor.model.mistake import listed
from auditor.model.report import Report
from auditor.model.settings import Settings, Verbosity
from auditor.render import (
    CannotRenderError,
    Rendering,
    UnknownFormatError,
    View,
    endings,
    lists_records,
    passed_over_text,
    rendering,
    shows_documents,
)

TERMINAL = "terminal"
PDF = b"%PDF-"
"""How documents begin whose pages are drawn."""

TELLING = (TERMINAL, "json")
"""The formats that tell what was passed over."""


class Wanted(NamedTuple):
    """A rendering and the file it goes to; None for standard output.

    It may need the documents themselves, or ``every`` record that fails; ``page_images`` says
    whether it shows their pages as pictures, None where they fit.
    """

    name: str
    rendering: Rendering
    file: Path | None
    document: bool
    every: bool = False
    page_images: bool | None = None


def wanted_of(
    settings: Settings, output: Path | None, page_images: bool | None = None
) -> list[Wanted]:
    """What to write where; at most one format names no file."""
    found = []
    for one in settings.format:
        name, _, file = one.partition(":")
        try:
            render = rendering(name)
        except UnknownFormatError as unknown:
            refuse(f"{settings.origin('format')}: {unknown}")
        place = file_of(place_named(file) if file else output)
        if place and (known := endings(name)) and place.suffix.lower() not in known:
            refuse(f"{place}: {name} are written to {listed(filter(None, known))}")
        document, every = shows_documents(name), lists_records(name)
        found.append(Wanted(name, render, place, document, every, page_images))
    nameless = sum(":" not in one for one in settings.format)
    if max(nameless, sum(one.file is None for one in found)) > 1:
        refuse("only one format can go to one place: give the others a file, as in html:out.html")
    return found


def deliver_all(report: Report, *, settings: Settings, wanted: Sequence[Wanted]) -> None:
    """Every rendering to its place; what was passed over is said where no rendering tells it."""
    if report.passed_over and not any(one.name in TELLING for one in wanted):
        say(passed_over_text(report))
    for one in wanted:
        shown = view_of(settings, one.name, to_file=one.file is not None)
        shown = shown._replace(
            ending=one.file.suffix.lower() if one.file else "", page_images=one.page_images
        )
        try:
            deliver(_rendered(report, one, shown, settings.timeout), one.file)
        except CannotRenderError as reason:
            refuse(str(reason))


def _rendered(report: Report, wanted: Wanted, shown: View, timeout: float) -> str | bytes:
    """The report; pages that take as long to draw as an audit may take are not shown as pictures.

    They are drawn in a process of its own, since a library draws them, which hears no alarm.
    """
    drawing = wanted.document and wanted.page_images is not False
    if not (drawing and any(d.document and d.document.drawn for d in report.documents)):
        return wanted.rendering(report, shown)
    from auditor.auditing.deadline import within
    from auditor.readers import UnreadableError

    try:
        return within(timeout, partial(wanted.rendering, report, shown), PDF)
    except UnreadableError as reason:
        say(f"the pictures of pages are left out of the report: {reason}")
        return wanted.rendering(report, shown._replace(page_images=False))


def view_of(settings: Settings, name: str, *, to_file: bool) -> View:
    """How a format shows the report; how much is said only matters to people at a terminal."""
    verbosity = settings.verbosity if name == TERMINAL else Verbosity.NORMAL
    return view(
        settings.show_checks or verbosity is Verbosity.VERBOSE,
        settings.strict,
        to_file=to_file,
        quiet=verbosity is Verbosity.QUIET,
    )
