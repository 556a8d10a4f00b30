"""``auditor check``: audits documents."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple, NoReturn

import typer

from auditor.cli import _options as option
from auditor.cli._delivering import TERMINAL, Wanted, deliver_all, view_of, wanted_of
from auditor.cli._replacing import Input, documents, refuse_replacing, settings_files
from auditor.cli._settings import (
    refuse_rules,
    say_where_from,
    settings_of,
    settings_table,
    verbosity_of,
)
from auditor.cli._shared import STDIN, exit_status, refuse, stdin_if_named, write_out
from auditor.cli._waivers import with_waivers
from auditor.cli._workers import Workers
from auditor.model.report import Report
from auditor.model.settings import Settings, Verbosity

ORDER = 1

Audit = Callable[[Sequence[str]], Report]


def check(  # noqa: PLR0913, PLR0917  # one parameter an option
    context: typer.Context,
    paths: option.Paths = None,
    rules: option.Rules = None,
    exclude: option.Exclude = None,
    discover: option.Discover = None,
    select: option.Select = None,
    ignore: option.Ignore = None,
    severity: option.RuleSeverity = None,
    format_: option.Formats = None,
    output: option.ReportFile = None,
    show_checks: option.ShowChecks = None,
    page_images: option.PageImages = None,
    strict: option.Strict = None,
    rounding: option.Rounding = None,
    joint: option.JointAndUnseen = None,
    fail_on: option.FailOnSeverity = None,
    exit_zero: option.ExitZero = None,
    min_tied: option.MinTied = None,
    allow_unchecked: option.AllowUnchecked = None,
    jobs: option.Jobs = None,
    timeout: option.Timeout = None,
    cluster: option.Cluster = None,
    journal: option.Journal = None,
    prior: option.Prior = None,
    watch: option.Watch = False,
    quiet: option.Quiet = False,
    verbose: option.Verbose = False,
    config: option.Config = None,
    isolated: option.Isolated = False,
    show_settings: option.ShowSettings = False,
) -> None:
    """Audit documents and report the figures that cannot all be right.

    Documents are Markdown and text (.md .txt), CSV and TSV (.csv .tsv), HTML and inline XBRL
    (.html .htm), XBRL (.xbrl .xml), report packages (.xbri .zip), .xlsx, .docx and .pdf. What a
    file holds decides. Data files are CSV and Parquet whose columns a rule file declares.
    Options can be kept in auditor.toml (docs/configuration.md), accepted findings in waivers.

    Exit status: 0 nothing found, 1 something found (or too few figures tied: --min-tied), 2 not
    (all) audited: unread, rules that applied to nothing, or not one check made.

    Example: auditor check results.md --rules our-rules.yaml --format json

    Many documents: auditor check filings/ --cluster local --journal filings.journal
    """
    settings = settings_of(
        config, isolated, rules=rules, exclude=exclude, discover=discover, select=select,
        ignore=ignore, severity=severity, rounding=rounding, joint=joint, format=format_ or None,
        show_checks=show_checks, strict=strict, fail_on=fail_on, exit_zero=exit_zero,
        min_tied=min_tied, allow_unchecked=allow_unchecked, jobs=jobs, timeout=timeout,
        verbosity=verbosity_of(quiet, verbose),
    )  # fmt: skip
    if show_settings:
        write_out(settings_table(settings))
        return
    if not paths:
        context.fail("Missing argument 'PATH...'.")
    asked = Run(output, prior, isolated, watch, cluster, journal, page_images)
    _audit_and_tell(paths, settings, asked)


class Run(NamedTuple):
    """What is asked of a run besides its settings."""

    output: Path | None
    prior: str | None
    isolated: bool
    watch: bool
    cluster: str | None
    journal: Path | None
    page_images: bool | None


def _audit_and_tell(paths: Sequence[str], settings: Settings, run: Run) -> NoReturn:
    say_where_from(settings)
    wanted = wanted_of(settings, run.output, run.page_images)
    inputs = _inputs(paths, settings, run.prior, isolated=run.isolated)
    written = (one.file for one in wanted)
    refuse_replacing(filter(None, (*written, run.journal)), inputs)
    workers = Workers(run.cluster, run.journal, details=_details(settings, wanted))
    audited = partial(
        _audited, settings=settings, wanted=wanted, prior=run.prior, isolated=run.isolated,
        workers=workers,
    )  # fmt: skip
    (_watch if run.watch else _once)(paths, settings, wanted, audited)


def _inputs(
    paths: Sequence[str], settings: Settings, prior: str | None, *, isolated: bool
) -> Iterator[Input]:
    """What the run reads; found only where something is to be written."""
    yield from documents(paths, settings.exclude)
    yield from settings_files(settings, isolated=isolated, prior=prior)


def _once(
    paths: Sequence[str], settings: Settings, wanted: Sequence[Wanted], audited: Audit
) -> NoReturn:
    report = audited(paths)
    deliver_all(report, settings=settings, wanted=wanted)
    raise typer.Exit(exit_status(report, settings))


def _audited(  # noqa: PLR0913  # all that a run is asked
    paths: Sequence[str],
    *,
    settings: Settings,
    wanted: Sequence[Wanted],
    prior: str | None,
    isolated: bool,
    workers: Workers,
) -> Report:
    from auditor.auditing.many_files import audit
    from auditor.cli._ticker import ticker
    from auditor.readers import UnreadableError
    from auditor.rulebook.packs import BrokenRulesError
    from auditor.rulebook.select import UnknownRulesError

    listed = _lists_checks(settings)
    try:
        with ticker(sys.stderr) as progress, workers.at_work() as elsewhere:
            report = audit(
                paths,
                rules=list(settings.rules),
                discover=settings.discover,
                rounding=str(settings.rounding),
                joint=settings.joint or listed,
                jobs=settings.jobs,
                timeout=settings.timeout,
                stdin=stdin_if_named(paths),
                shown=any(one.document for one in wanted),
                detailed=_details(settings, wanted),
                prior=prior,
                exclude=settings.exclude,
                selection=settings.selection,
                must_apply=_must_apply(settings),
                every=any(one.every for one in wanted),
                progress=progress,
                elsewhere=elsewhere,
            )
        return with_waivers(report, settings, isolated=isolated)
    except BrokenRulesError as broken:
        refuse(*map(str, broken.mistakes))
    except UnknownRulesError as unknown:
        refuse_rules(unknown, settings)
    except UnreadableError as reason:  # of what the documents are checked against
        refuse(str(reason))


def _lists_checks(settings: Settings) -> bool:
    return settings.show_checks or settings.verbosity is Verbosity.VERBOSE


def _details(settings: Settings, wanted: Sequence[Wanted]) -> bool:
    """Whether every check is wanted, not only how many there are."""
    return _lists_checks(settings) or any(one.document for one in wanted)


def _must_apply(settings: Settings) -> bool:
    """Whether the rule files are meant for these very documents, named beside them.

    Those of a settings file are for all that is ever audited there.
    """
    return settings.origin("rules") == "--rules" and not settings.allow_unchecked


def _watch(
    paths: Sequence[str], settings: Settings, wanted: Sequence[Wanted], audited: Audit
) -> NoReturn:
    """The whole report once, then after each save what it changed; until interrupted."""
    from auditor import readers
    from auditor.cli._watching import reports
    from auditor.render import changes as changes_text
    from auditor.review.changed_findings import changes

    if STDIN in paths:
        refuse("standard input cannot be watched: it is not saved again")
    shown = view_of(settings, TERMINAL, to_file=False)
    earlier: Report | None = None
    try:
        for report in reports(paths, audited, readers.wanted(settings.exclude)):
            if earlier is None:
                deliver_all(report, settings=settings, wanted=wanted)
            else:
                write_out(changes_text(changes(earlier, report), report, shown))
            earlier = report
    except KeyboardInterrupt:
        pass
    raise typer.Exit(0)
