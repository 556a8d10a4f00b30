"""What the commands share: what becomes of their text, findings and mistakes."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import typer

from auditor.cli._hyperlinks import follows_links
from auditor.cli._thresholds import PIPED_WIDTH
from auditor.formats.writing import discard_output, write_file
from auditor.model.relation import Severity
from auditor.model.report import Report
from auditor.model.settings import FailOn, Settings
from auditor.render import View

AUDITED, FOUND, NOT_AUDITED, INTERRUPTED = 0, 1, 2, 130
STDIN = "-"
STDOUT = Path("-")
"""What an output is called that goes to standard output."""

FAILING = {
    FailOn.ERROR: (Severity.ERROR,),
    FailOn.WARNING: (Severity.ERROR, Severity.WARNING),
    FailOn.NEVER: (),
}


def stdin_if_named(paths: Sequence[str]) -> bytes | None:
    """What stands on standard input, if a path says to read it."""
    return sys.stdin.buffer.read() if STDIN in paths else None


def exit_status(report: Report, settings: Settings) -> int:
    """2 when something could not be audited, or nothing was checked; else 1 for findings, else 0.

    A finding counts from ``fail_on`` on; fewer figures tied than asked for count as one.
    """
    if report.unread:
        return NOT_AUDITED
    if any(map(report.count, FAILING[settings.fails_on])):
        return FOUND
    if not report.is_checked and not settings.allow_unchecked:
        return NOT_AUDITED
    return FOUND if report.tied_share < settings.min_tied else AUDITED


def view(show_checks: bool, strict: bool, *, to_file: bool, quiet: bool = False) -> View:
    on_screen = not to_file and sys.stdout is not None and sys.stdout.isatty()
    color = on_screen and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return View(
        color=color,
        width=_screen_width() if on_screen else PIPED_WIDTH,
        show_checks=show_checks,
        strict=strict,
        quiet=quiet,
        folder="" if to_file else _standing(),
        links=color and follows_links(os.environ),
    )


def _standing() -> str:
    """The folder that the reader stands in, "" where it is gone."""
    try:
        return f"{Path.cwd()}{os.sep}"
    except OSError:
        return ""


def _screen_width() -> int:
    """Of the terminal that the report goes to, unless COLUMNS says another.

    One that does not know its own width, as over a serial line, says that it is 0.
    """
    said = shutil.get_terminal_size(os.get_terminal_size(sys.stdout.fileno())).columns
    return said or PIPED_WIDTH


def place_named(name: str) -> Path:
    """Where an output of that name goes; "./-" is a file, "-" is ``STDOUT``."""
    place = Path(name)
    return place if place != STDOUT or name == str(STDOUT) else place.absolute()


def file_of(place: Path | None) -> Path | None:
    """The file that an output goes to, None for standard output."""
    return None if place == STDOUT else place


def deliver(written: str | bytes, output: Path | None) -> None:
    """Text or bytes to a file, or with None to standard output."""
    if isinstance(written, str) and output is None:
        write_out(written)
        return
    data = written.encode("utf-8", "backslashreplace") if isinstance(written, str) else written
    if output is None:
        _write_bytes_out(data)
    else:
        deliver_bytes(data, output)


def deliver_bytes(data: bytes, output: Path) -> None:
    try:
        write_file(output, data)
    except OSError as error:
        refuse(f"{output}: {error.strerror or error}")


def _write_bytes_out(data: bytes) -> None:
    """Onto stdout, where a file or another program takes them; people cannot read them."""
    if sys.stdout is None or sys.stdout.isatty():
        refuse(
            "these bytes are no text for a screen: name a file, as in xlsx:report.xlsx, or a pipe"
        )
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        give_up_output(error)


def write_out(text: str) -> None:
    """Onto stdout; a reader who has seen enough, such as ``head``, is no error."""
    if sys.stdout is None:
        refuse("standard output is closed: nothing could be written there")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        give_up_output(error)


def give_up_output(error: OSError) -> None:
    """Writes no more to stdout, not what is left either; ends the run unless its reader went."""
    discard_output(sys.stdout.fileno())
    if not isinstance(error, BrokenPipeError):
        say(f"standard output: {error.strerror or error}")
        raise SystemExit(NOT_AUDITED)


def refuse(*messages: str) -> NoReturn:
    say(*messages)
    raise typer.Exit(NOT_AUDITED)


def say(*messages: str) -> None:
    """Onto stderr, a line each; whatever a name or a document holds cannot act on a terminal."""
    from auditor.notation.text_columns import visible

    with contextlib.suppress(OSError):  # whoever closed or filled it does not read it
        for message in messages:
            print(f"auditor: {visible(message)}", file=sys.stderr)


def columns(rows: Sequence[Sequence[str]]) -> str:
    """The rows with their columns aligned."""
    from auditor.notation.text_columns import cells, padded, visible, without_commands

    widths = [max(cells(visible(text)) for text in column) for column in zip(*rows, strict=True)]
    lines = ("  ".join(map(padded, row, widths)).rstrip() for row in rows)
    return without_commands("".join(f"{line}\n" for line in lines))


def near(path: str) -> str:
    """The path from the working folder, unless it stands on another drive."""
    from auditor.notation.text_columns import visible

    try:
        return visible(os.path.relpath(path))
    except ValueError:
        return visible(path)
