"""``auditor check``: audits documents."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from auditor.cli._shared import (
    STDIN,
    Discovering,
    FailOn,
    RoundedAs,
    RoundingChoice,
    RulePacks,
    deliver,
    exit_status,
    refuse,
    stdin_if_named,
    view,
    write_out,
)
from auditor.render import Rendering, UnknownFormatError, View, formats, rendering, shows_documents
from auditor.report import Report

ORDER = 1
TERMINAL = "terminal"


class _Wanted(NamedTuple):
    """A rendering and the file it goes to; None for standard output."""

    rendering: Rendering
    file: Path | None
    document: bool


def check(  # noqa: PLR0913, PLR0917  # one parameter an option
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Files, folders, globs, or - for stdin."),
    ],
    rules: RulePacks = None,
    discover: Discovering = True,
    format_: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            metavar="FORMAT[:FILE]",
            help=f"One of: {', '.join(formats())}. Several at once, each to its own file.",
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", metavar="FILE", help="Write the report there.")
    ] = None,
    show_checks: Annotated[
        bool, typer.Option("--show-checks", help="List every check and every untied figure.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Also show what is off only within rounding.")
    ] = False,
    rounding: RoundedAs = RoundingChoice.AUTO,
    joint: Annotated[
        bool,
        typer.Option(
            "--joint",
            help="Also search all relations together; say what could be off unseen.",
        ),
    ] = False,
    fail_on: Annotated[
        FailOn, typer.Option(help="The least severity that makes the exit status 1.")
    ] = FailOn.ERROR,
    jobs: Annotated[int, typer.Option(min=1, help="Documents audited at the same time.")] = 1,
    prior: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="An earlier document: the comparatives must be what it published.",
        ),
    ] = None,
    watch: Annotated[
        bool, typer.Option("--watch", help="Audit again whenever a document is saved.")
    ] = False,
) -> None:
    """Audit documents and report the figures that cannot all be right.

    Documents are Markdown and text (.md .txt), CSV and TSV (.csv .tsv), HTML and inline XBRL
    (.html .htm), XBRL (.xbrl .xml), XLSX (.xlsx), DOCX (.docx) and PDF (.pdf). What a file holds
    decides, whatever it is called.

    Exit status: 0 nothing found, 1 something found, 2 not (all) audited.

    Example: auditor check results.md --rules our-rules.yaml --format json
    """
    wanted = _wanted(format_ or [TERMINAL], output)
    audited = partial(
        _audited,
        rules=rules or [],
        discover=discover,
        rounding=str(rounding),
        joint=joint or show_checks,
        jobs=jobs,
        prior=prior,
        detailed=show_checks or any(one.document for one in wanted),
        shown=any(one.document for one in wanted),
    )
    delivered = partial(_deliver_all, wanted=wanted, show_checks=show_checks, strict=strict)
    if watch:
        _watch(paths, audited, delivered, view(show_checks, strict, to_file=False))
    report = audited(paths)
    delivered(report)
    raise typer.Exit(exit_status(report, fail_on))


def _wanted(asked: Sequence[str], output: Path | None) -> list[_Wanted]:
    """What to write where; at most one format names no file."""
    found = []
    for one in asked:
        name, _, file = one.partition(":")
        try:
            render = rendering(name)
        except UnknownFormatError as unknown:
            refuse(str(unknown))
        found.append(_Wanted(render, Path(file) if file else output, shows_documents(name)))
    if sum(":" not in one for one in asked) > 1:
        refuse("only one format can go to one place: give the others a file, as in html:out.html")
    return found


def _audited(paths: Sequence[str], **options: object) -> Report:
    from auditor.pipeline import BrokenRulesError, audit
    from auditor.readers import UnreadableError
    from auditor.ticker import ticker

    try:
        with ticker(sys.stderr) as progress:
            return audit(paths, stdin=stdin_if_named(paths), progress=progress, **options)  # type: ignore[arg-type]  # check() names them
    except BrokenRulesError as broken:
        refuse(*map(str, broken.mistakes))
    except UnreadableError as reason:  # of what the documents are checked against
        refuse(str(reason))


def _deliver_all(
    report: Report, *, wanted: Sequence[_Wanted], show_checks: bool, strict: bool
) -> None:
    for one in wanted:
        shown = view(show_checks, strict, to_file=one.file is not None)
        deliver(one.rendering(report, shown), one.file)


def _watch(
    paths: Sequence[str],
    audited: Callable[[Sequence[str]], Report],
    delivered: Callable[[Report], None],
    shown: View,
) -> None:
    """The whole report once, then after each save what it changed; until interrupted."""
    from auditor.comparing import changes
    from auditor.render._changes import rendered
    from auditor.watching import reports

    if STDIN in paths:
        refuse("standard input cannot be watched: it is not saved again")
    earlier: Report | None = None
    try:
        for report in reports(paths, audited):
            if earlier is None:
                delivered(report)
            else:
                write_out(rendered(changes(earlier, report), report, shown))
            earlier = report
    except KeyboardInterrupt:
        raise typer.Exit(0) from None
