"""``auditor baseline``: accepts what is found today."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from auditor.cli import _options as option
from auditor.cli._replacing import (
    OWN_WAIVERS_FILE,
    Input,
    documents,
    refuse_replacing,
    settings_files,
)
from auditor.cli._settings import refuse_rules, settings_of
from auditor.cli._shared import (
    AUDITED,
    NOT_AUDITED,
    STDOUT,
    deliver,
    file_of,
    near,
    refuse,
    say,
    stdin_if_named,
    write_out,
)
from auditor.cli._waivers import asks_everything, day, today, with_waivers
from auditor.model.report import Report
from auditor.model.settings import Settings

if TYPE_CHECKING:
    from auditor.review.baseline import Entry, Terms

ORDER = 6
SETTINGS_FILES = ("auditor.toml", "pyproject.toml")


def baseline(  # noqa: PLR0913, PLR0917  # one parameter an option
    paths: option.RequiredPaths,
    output: option.BaselineFile = None,
    reason: option.Reason = None,
    owner: option.Owner = "",
    expires: option.Expires = None,
    update: option.Update = False,
    force: option.Force = False,
    rules: option.Rules = None,
    exclude: option.Exclude = None,
    discover: option.Discover = None,
    select: option.Select = None,
    ignore: option.Ignore = None,
    severity: option.RuleSeverity = None,
    rounding: option.Rounding = None,
    joint: option.Joint = None,
    prior: option.PriorAsInCheck = None,
    timeout: option.Timeout = None,
    config: option.Config = None,
    isolated: option.Isolated = False,
) -> None:
    """Accept what is found today: write a waiver for each error and warning, and check passes.

    From then on only what is new is told, and what was accepted once a figure of it changes or its
    waiver expires. Findings waived elsewhere are left out. Give the options that the check is run
    with.

    With --update, reasons, owners and days that stand in the file stay, findings that were cleared
    go, and new ones come; what is written of documents that are not audited stays as it is.

    Exit status: 0 the file is written, 2 it is there already, or not all could be audited.

    Example: auditor baseline reports/ --reason "as published" --expires 2027-03-31
    """
    from auditor.review.baseline import Terms

    settings = settings_of(
        config, isolated, rules=rules, exclude=exclude, discover=discover, select=select,
        ignore=ignore, severity=severity, rounding=rounding, joint=joint, timeout=timeout,
    )  # fmt: skip
    terms = Terms(reason or f"Accepted as it stood on {today()}.", owner, _last_day(expires))
    file = _file(output, update=update, force=force)
    refuse_replacing(filter(None, [file_of(file)]), _inputs(paths, settings, prior))
    report = _audited(paths, settings, prior)
    present = _present(file) if update else []
    _write(file, with_waivers(report, settings, isolated=isolated, without=file), present, terms,
           whole=asks_everything(settings))  # fmt: skip
    for one in report.unread:
        say(f"{one.path}: {one.reason}")
    raise typer.Exit(NOT_AUDITED if report.unread else AUDITED)


def _inputs(paths: Sequence[str], settings: Settings, prior: str | None) -> Iterator[Input]:
    """What the run reads, but for waivers: a file of them is what is written here."""
    yield from (one for one in documents(paths, settings.exclude) if one.what != OWN_WAIVERS_FILE)
    yield from settings_files(settings, isolated=True, prior=prior)


def _file(output: Path | None, *, update: bool, force: bool) -> Path:
    """Where the baseline goes; what is there may not be lost unasked."""
    from auditor.review.waiver_files import BASELINE, nearest_baseline

    if update and force:
        refuse("--update keeps what is written, --force does not: give one of them")
    if output == STDOUT:
        if update:
            refuse("--update needs the file that it keeps: name it")
        return output
    file = output or nearest_baseline(Path.cwd()) or Path(BASELINE)
    if file.name in SETTINGS_FILES:
        refuse(f"{near(str(file))}: settings stand in it: waivers are added to it by hand")
    if file.exists() and not (update or force):
        refuse(f"{near(str(file))} is there already: --update keeps what it says, --force does not")
    return file


def _last_day(expires: str | None) -> date | None:
    if expires is None:
        return None
    last = day(expires, "--expires")
    if last < today():
        refuse(f"--expires: {last} is over: nothing would be accepted")
    return last


def _audited(paths: Sequence[str], settings: Settings, prior: str | None) -> Report:
    from auditor.auditing.many_files import audit
    from auditor.readers import UnreadableError
    from auditor.rulebook.packs import BrokenRulesError
    from auditor.rulebook.select import UnknownRulesError

    try:
        return audit(
            paths,
            rules=list(settings.rules),
            discover=settings.discover,
            rounding=str(settings.rounding),
            joint=settings.joint,
            jobs=settings.jobs,
            timeout=settings.timeout,
            stdin=stdin_if_named(paths),
            detailed=False,
            prior=prior,
            exclude=settings.exclude,
            selection=settings.selection,
            must_apply=False,
        )
    except BrokenRulesError as broken:
        refuse(*map(str, broken.mistakes))
    except UnknownRulesError as unknown:
        refuse_rules(unknown, settings)
    except UnreadableError as reason:
        refuse(str(reason))


def _present(file: Path) -> list[Entry]:
    """What stands in the file."""
    from auditor.configuration import ConfigurationError
    from auditor.review.baseline import as_read
    from auditor.review.waiver_files import waivers_in

    if not file.exists():
        return []
    try:
        return as_read(waivers_in(file), file.read_text(encoding="utf-8-sig"))
    except ConfigurationError as wrong:
        refuse(*wrong.mistakes)


def _write(
    file: Path, report: Report, present: Sequence[Entry], terms: Terms, *, whole: bool
) -> None:
    """Writes the file, and says what became of its entries."""
    from auditor.review.baseline import as_toml, entries
    from auditor.review.reviewed import was_searched, wholly_read

    read = wholly_read(report)
    found = {finding.id for finding in report.findings}
    kept = [
        entry
        for entry in present
        if entry.waiver.finding in found
        or not (whole and entry.waiver.document and was_searched(entry.waiver.document, read))
    ]
    written = entries(report, kept, terms)
    if file == STDOUT:
        deliver(as_toml(written, file.parent), None)
        return
    if not written and not file.exists():
        write_out("there is nothing to accept: no file was written\n")
        return
    deliver(as_toml(written, file.parent), file)
    new, dropped = len(written) - len(kept), len(present) - len(kept)
    write_out(f"{near(str(file))} written: {new} accepted, {len(kept)} kept, {dropped} dropped\n")
