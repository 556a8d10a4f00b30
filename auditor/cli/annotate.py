"""``auditor annotate``: writes a copy of a document with the findings in it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from auditor.cli import _options as option
from auditor.cli._replacing import documents, refuse_replacing, settings_files
from auditor.cli._settings import refuse_rules, settings_of
from auditor.cli._shared import (
    AUDITED,
    NOT_AUDITED,
    STDIN,
    deliver,
    file_of,
    refuse,
    say,
    stdin_if_named,
)
from auditor.cli._waivers import with_waivers
from auditor.model.mistake import listed
from auditor.model.relation import Severity
from auditor.model.report import DocumentReport, Report
from auditor.model.settings import Settings

ORDER = 7


def annotate(  # noqa: PLR0913, PLR0917  # one parameter an option
    path: Annotated[str, typer.Argument(metavar="FILE", help="A document, or - for stdin.")],
    output: option.CopyFile,
    rules: option.Rules = None,
    discover: option.Discover = None,
    select: option.Select = None,
    ignore: option.Ignore = None,
    severity: option.RuleSeverity = None,
    strict: option.Strict = None,
    rounding: option.Rounding = None,
    joint: option.Joint = None,
    prior: option.PriorAsInCheck = None,
    timeout: option.Timeout = None,
    ticks: option.Ticks = None,
    config: option.Config = None,
    isolated: option.Isolated = False,
) -> None:
    """Write a copy of a document with the findings where they stand.

    PDF: highlights with notes. DOCX and XLSX: comments. Markdown, text and HTML: footnotes. CSV:
    two more columns.
    Nothing that stands in the document is changed, and the copy keeps its format. Settings and
    waivers count as in check.

    Exit status: 0 the copy was written, 2 the document cannot be read or annotated.

    Example: auditor annotate results.pdf -o results-audited.pdf
    """
    settings = settings_of(
        config, isolated, rules=rules, discover=discover, select=select, ignore=ignore,
        severity=severity, strict=strict, rounding=rounding, joint=joint, timeout=timeout,
    )  # fmt: skip
    _refuse_all_but_one_file(path)
    read = chain(documents([path]), settings_files(settings, isolated=isolated, prior=prior))
    refuse_replacing(filter(None, [file_of(output)]), read)
    stdin = stdin_if_named([path])
    report = with_waivers(_audited(path, settings, prior, stdin), settings, isolated=isolated)
    if not report.documents:
        refuse(*(f"{file.path}: {file.reason}" for file in report.unread))
    data = _original(path, output, stdin)
    copy = _copy(data, _shown(report.documents[0], settings), ticks, settings.timeout)
    deliver(copy, file_of(output))
    say(*(f"{file.path}: {file.reason}" for file in report.unread))
    raise typer.Exit(NOT_AUDITED if report.unread else AUDITED)


def _refuse_all_but_one_file(path: str) -> None:
    if Path(path).is_dir():
        refuse(f"{path}: it is a folder: documents are annotated one at a time")
    if path != STDIN and not Path(path).exists():
        refuse(f"{path}: no such file")


def _audited(path: str, settings: Settings, prior: str | None, stdin: bytes | None) -> Report:
    from auditor.auditing.many_files import audit
    from auditor.readers import UnreadableError
    from auditor.rulebook.packs import BrokenRulesError
    from auditor.rulebook.select import UnknownRulesError

    try:
        return audit(
            [path],
            rules=list(settings.rules),
            discover=settings.discover,
            rounding=str(settings.rounding),
            joint=settings.joint,
            timeout=settings.timeout,
            stdin=stdin,
            shown=True,
            prior=prior,
            selection=settings.selection,
            must_apply=False,
            beside=True,
            every=True,
        )
    except BrokenRulesError as broken:
        refuse(*map(str, broken.mistakes))
    except UnknownRulesError as unknown:
        refuse_rules(unknown, settings)
    except UnreadableError as reason:  # of what the document is checked against
        refuse(str(reason))


def _shown(document: DocumentReport, settings: Settings) -> DocumentReport:
    """The report without the notes that only the strict want to see."""
    kept = (f for f in document.findings if settings.strict or f.severity is not Severity.NOTE)
    return replace(document, findings=tuple(kept))


def _original(path: str, output: Path, stdin: bytes | None) -> bytes:
    """The bytes that are copied; a name that promises another format ends the run."""
    from auditor.annotate import CannotAnnotateError, endings
    from auditor.formats.inputs import content

    try:
        data = content(path, stdin)
        kept = endings(data, path)
        if output.suffix and output.suffix.lower() not in kept:
            named = listed(kept)
            refuse(f"{output}: a copy keeps the format of its document: name it {named}")
    except CannotAnnotateError as reason:
        refuse(f"{path}: {reason}")
    except OSError as error:
        refuse(f"{path}: {error.strerror or error}")
    return data


def _copy(data: bytes, document: DocumentReport, ticks: bool | None, timeout: float) -> bytes:
    """The copy's bytes, made in as many seconds as the audit may take."""
    from auditor.annotate import CannotAnnotateError, annotated
    from auditor.auditing.deadline import within
    from auditor.readers import UnreadableError

    try:
        return within(timeout, partial(annotated, data, document, ticks=ticks), data)
    except (CannotAnnotateError, UnreadableError) as reason:
        refuse(f"{document.path}: {reason}")
