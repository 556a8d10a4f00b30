"""What the commands share: what becomes of their text, findings and mistakes."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import typer

from auditor.cli._thresholds import PIPED_WIDTH
from auditor.model.relation import Severity
from auditor.model.report import Report
from auditor.model.settings import FailOn
from auditor.render import View

AUDITED, FOUND, NOT_AUDITED = 0, 1, 2
STDIN = "-"

FAILING = {
    FailOn.ERROR: (Severity.ERROR,),
    FailOn.WARNING: (Severity.ERROR, Severity.WARNING),
    FailOn.NEVER: (),
}


def stdin_if_named(paths: Sequence[str]) -> bytes | None:
    """What stands on standard input, if a path says to read it."""
    return sys.stdin.buffer.read() if STDIN in paths else None


def exit_status(report: Report, fail_on: FailOn) -> int:
    """2 when something could not be read, else 1 when a finding reaches ``fail_on``, else 0."""
    if report.unread:
        return NOT_AUDITED
    return FOUND if any(map(report.count, FAILING[fail_on])) else AUDITED


def view(show_checks: bool, strict: bool, *, to_file: bool, quiet: bool = False) -> View:
    on_screen = sys.stdout.isatty() and not to_file
    return View(
        color=on_screen and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb",
        width=_screen_width() if on_screen else PIPED_WIDTH,
        show_checks=show_checks,
        strict=strict,
        quiet=quiet,
    )


def _screen_width() -> int:
    """Of the terminal that the report goes to, unless COLUMNS says another."""
    return shutil.get_terminal_size(os.get_terminal_size(sys.stdout.fileno())).columns


def deliver(text: str, output: Path | None) -> None:
    if output is None:
        write_out(text)
        return
    try:
        output.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        refuse(f"{output}: {error.strerror or error}")


def write_out(text: str) -> None:
    """Onto stdout; a reader who has seen enough, such as ``head``, is no error."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def refuse(*messages: str) -> NoReturn:
    for message in messages:
        print(f"auditor: {message}", file=sys.stderr)
    raise typer.Exit(NOT_AUDITED)


def columns(rows: Sequence[Sequence[str]]) -> str:
    """The rows with their columns aligned."""
    from auditor.notation.text_columns import cells, padded, visible

    widths = [max(cells(visible(text)) for text in column) for column in zip(*rows, strict=True)]
    lines = ("  ".join(map(padded, row, widths)).rstrip() for row in rows)
    return "".join(f"{line}\n" for line in lines)


def near(path: str) -> str:
    """The path from the working folder, unless it stands on another drive."""
    try:
        return os.path.relpath(path)
    except ValueError:
        return path
