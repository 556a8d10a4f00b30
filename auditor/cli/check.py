"""``auditor check``: audits documents."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from auditor.cli._delivering import TERMINAL, Wanted, deliver_all, view_of, wanted_of
from auditor.cli._settings import (
    ConfigOption,
    DiscoverOption,
    IgnoreOption,
    IsolatedOption,
    QuietOption,
    RoundingOption,
    RulesOption,
    SelectOption,
    SeverityOption,
    VerboseOption,
    refuse_rules,
    say_where_from,
    settings_of,
    settings_table,
    verbosity_of,
)
from auditor.cli._shared import STDIN, exit_status, refuse, stdin_if_named, write_out
from auditor.cli._waiving import with_waivers
from auditor.model.report import Report
from auditor.model.settings import FailOn, Settings, Verbosity
from auditor.render import View, formats

ORDER = 1


def check(  # noqa: PLR0913, PLR0917  # one parameter an option
    context: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH", help="Files, folders, globs, or - for stdin."),
    ] = None,
    rules: RulesOption = None,
    discover: DiscoverOption = None,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    severity: SeverityOption = None,
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
        bool | None,
        typer.Option(
            "--show-checks/--no-show-checks", help="List every check and every untied figure."
        ),
    ] = None,
    strict: Annotated[
        bool | None,
        typer.Option("--strict/--no-strict", help="Also show what is off only within rounding."),
    ] = None,
    rounding: RoundingOption = None,
    joint: Annotated[
        bool | None,
        typer.Option(
            "--joint/--no-joint",
            help="Also search all relations together; say what could be off unseen.",
        ),
    ] = None,
    fail_on: Annotated[
        FailOn | None,
        typer.Option(help="The least severity that makes the exit status 1.", show_default="error"),
    ] = None,
    exit_zero: Annotated[
        bool | None,
        typer.Option("--exit-zero/--no-exit-zero", help="Exit with 0 whatever is found."),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(min=1, help="Documents audited at the same time.", show_default="1"),
    ] = None,
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
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
    show_settings: Annotated[
        bool,
        typer.Option("--show-settings", help="Print every setting and where it was set; exit."),
    ] = False,
) -> None:
    """Audit documents and report the figures that cannot all be right.

    Documents are Markdown and text (.md .txt), CSV and TSV (.csv .tsv), HTML and inline XBRL
    (.html .htm), XBRL (.xbrl .xml), XLSX (.xlsx), DOCX (.docx) and PDF (.pdf). What a file holds
    decides, whatever it is called. CSV and Parquet files whose columns a rule file declares are
    audited as data.

    Options can be kept in auditor.toml or pyproject.toml, see docs/configuration.md; what is said
    here comes first, then the variables AUDITOR_SELECT and so on, then the file.

    Findings that were accepted are set apart: waivers stand in the settings, in
    auditor-baseline.toml, or beside a document (results.md.waivers.toml); see docs/review.md.

    Exit status: 0 nothing found, 1 something found, 2 not (all) audited.

    Example: auditor check results.md --rules our-rules.yaml --format json
    """
    settings = settings_of(
        config, isolated, rules=rules, discover=discover, select=select, ignore=ignore,
        severity=severity, rounding=rounding, joint=joint, format=format_ or None,
        show_checks=show_checks, strict=strict, fail_on=fail_on, exit_zero=exit_zero, jobs=jobs,
        verbosity=verbosity_of(quiet, verbose),
    )  # fmt: skip
    if show_settings:
        write_out(settings_table(settings))
        return
    if not paths:
        context.fail("Missing argument 'PATH...'.")
    say_where_from(settings)
    wanted = wanted_of(settings, output)
    audited = partial(_audited, settings=settings, wanted=wanted, prior=prior, isolated=isolated)
    delivered = partial(deliver_all, settings=settings, wanted=wanted)
    if watch:
        _watch(paths, audited, delivered, view_of(settings, TERMINAL, to_file=False))
    report = audited(paths)
    delivered(report)
    raise typer.Exit(exit_status(report, settings.fails_on))


def _audited(
    paths: Sequence[str],
    *,
    settings: Settings,
    wanted: Sequence[Wanted],
    prior: str | None,
    isolated: bool,
) -> Report:
    from auditor.auditing.many import audit
    from auditor.cli._ticker import ticker
    from auditor.readers import UnreadableError
    from auditor.rulebook.packs import BrokenRulesError
    from auditor.rulebook.select import UnknownRulesError

    listed = settings.show_checks or settings.verbosity is Verbosity.VERBOSE
    shown = any(one.document for one in wanted)
    try:
        with ticker(sys.stderr) as progress:
            report = audit(
                paths,
                rules=list(settings.rules),
                discover=settings.discover,
                rounding=str(settings.rounding),
                joint=settings.joint or listed,
                jobs=settings.jobs,
                stdin=stdin_if_named(paths),
                shown=shown,
                detailed=listed or shown,
                prior=prior,
                selection=settings.selection,
                progress=progress,
            )
        return with_waivers(report, settings, isolated=isolated)
    except BrokenRulesError as broken:
        refuse(*map(str, broken.mistakes))
    except UnknownRulesError as unknown:
        refuse_rules(unknown, settings)
    except UnreadableError as reason:  # of what the documents are checked against
        refuse(str(reason))


def _watch(
    paths: Sequence[str],
    audited: Callable[[Sequence[str]], Report],
    delivered: Callable[[Report], None],
    shown: View,
) -> None:
    """The whole report once, then after each save what it changed; until interrupted."""
    from auditor.cli._watching import reports
    from auditor.render import changes as told_changes
    from auditor.review.changed_findings import changes

    if STDIN in paths:
        refuse("standard input cannot be watched: it is not saved again")
    earlier: Report | None = None
    try:
        for report in reports(paths, audited):
            if earlier is None:
                delivered(report)
            else:
                write_out(told_changes(changes(earlier, report), report, shown))
            earlier = report
    except KeyboardInterrupt:
        raise typer.Exit(0) from None
