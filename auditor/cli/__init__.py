"""The command line: one module a command, found by itself.

A command module is called as its command; in it stand ``ORDER``, its place in the help, and by the
module's own name the command's function, or a group of commands.
"""

from __future__ import annotations

import gc
import pkgutil
import sys
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Annotated

import typer

from auditor.cli._report_stream import owned_output
from auditor.cli._shared import (
    INTERRUPTED,
    NOT_AUDITED,
    exit_status,
    give_up_output,
    say,
    write_out,
)
from auditor.cli._thresholds import COLLECT_RARELY
from auditor.formats.writing import occupy_closed_streams
from auditor.model.settings import FailOn

__all__ = ["FailOn", "app", "exit_status", "main"]


def main() -> None:
    """Run the command line; exits with 0, 1 or 2, a crash of the auditor itself being 2.

    130 is what shells say of a program that was interrupted.
    """
    gc.set_threshold(*COLLECT_RARELY)
    gc.enable()
    _ready_streams()
    try:
        with owned_output():
            _run()
    except KeyboardInterrupt:
        say("interrupted")
        raise SystemExit(INTERRUPTED) from None
    except Exception:  # noqa: BLE001  # a traceback's own exit status, 1, would mean "found"
        import traceback

        traceback.print_exc()
        raise SystemExit(NOT_AUDITED) from None
    finally:
        gc.freeze()  # everything ends with the process: it need not be looked through once more


def _run() -> None:
    """The command itself, of which the library turns an interruption into a status."""
    try:
        _application(_asked(sys.argv[1:]))()
    except SystemExit as end:
        if end.code == INTERRUPTED:
            raise KeyboardInterrupt from None
        raise
    except OSError as error:
        if error.filename is not None:
            raise
        give_up_output(error)  # of the help: a file would have a name


def _ready_streams() -> None:
    """Whatever the streams are: a document may hold any character, and a caller may close them.

    A closed one stays closed, but its number is taken: no file that is opened may get it.
    """
    occupy_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _print_version(wanted: bool) -> None:
    if wanted:
        from auditor import __version__

        write_out(f"auditor {__version__}\n")
        raise typer.Exit


def _common_options(
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    pass


@cache
def _names() -> tuple[str, ...]:
    found = pkgutil.iter_modules(__path__)
    return tuple(m.name for m in found if not m.name.startswith("_"))


def _asked(arguments: Sequence[str]) -> tuple[str, ...]:
    """The command that the arguments begin with; every one where they begin with none."""
    name = arguments[0] if arguments else ""
    return (name,) if name in _names() else _names()


@cache
def _application(names: tuple[str, ...]) -> typer.Typer:
    """The command line with the commands of these names; one alone is loaded sooner than all."""
    application = typer.Typer(
        name="auditor",
        help="Find the numbers in a financial statement that cannot all be right.\n\n"
        "Example: auditor check results.md",
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    application.callback()(_common_options)
    modules = {name: import_module(f"{__name__}.{name}") for name in names}
    for name in sorted(names, key=lambda name: modules[name].ORDER):
        command = getattr(modules[name], name)
        if isinstance(command, typer.Typer):
            application.add_typer(command, name=name)
        else:
            application.command(name)(command)
    return application


def __getattr__(name: str) -> typer.Typer:
    """``app``: the command line with every command, made when it is asked for."""
    if name == "app":
        return _application(_names())
    raise AttributeError(name)
