"""What a report is written as, and where to."""

from __future__ import annotations

from collections.abc import Sequence
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
TELLING = (TERMINAL, "json")
"""The formats that tell what was passed over."""


class Wanted(NamedTuple):
    """A rendering and the file it goes to; None for standard output.

    It may need the documents themselves, or ``every`` record that fails.
    """

    name: str
    rendering: Rendering
    file: Path | None
    document: bool
    every: bool = False


def wanted_of(settings: Settings, output: Path | None) -> list[Wanted]:
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
        found.append(Wanted(name, render, place, shows_documents(name), lists_records(name)))
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
        shown = shown._replace(ending=one.file.suffix.lower() if one.file else "")
        try:
            deliver(one.rendering(report, shown), one.file)
        except CannotRenderError as reason:
            refuse(str(reason))


def view_of(settings: Settings, name: str, *, to_file: bool) -> View:
    """How a format shows the report; how much is said only matters to people at a terminal."""
    verbosity = settings.verbosity if name == TERMINAL else Verbosity.NORMAL
    return view(
        settings.show_checks or verbosity is Verbosity.VERBOSE,
        settings.strict,
        to_file=to_file,
        quiet=verbosity is Verbosity.QUIET,
    )
