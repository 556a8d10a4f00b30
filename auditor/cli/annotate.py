"""``auditor annotate``: writes a copy of a document with the findings in it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from auditor.cli import _options as option
from auditor.cli._shared import AUDITED, NOT_AUDITED, deliver_bytes, refuse
from auditor.model.settings import RoundingChoice

ORDER = 7


def annotate(  # noqa: PLR0913, PLR0917  # one parameter an option
    path: Annotated[str, typer.Argument(metavar="FILE", help="A document.")],
    output: option.CopyFile,
    rules: option.Rules = None,
    discover: option.Discovering = True,
    rounding: option.RoundedAs = RoundingChoice.AUTO,
    ticks: option.Ticks = None,
) -> None:
    """Write a copy of a document with the findings where they stand.

    PDF: highlights with notes. DOCX and XLSX: comments. Markdown, text and HTML: footnotes.
    Nothing that stands in the document is changed.

    Exit status: 0 the copy was written, 2 the document cannot be read or annotated.

    Example: auditor annotate results.pdf -o results-audited.pdf
    """
    from auditor.annotate import CannotAnnotateError, annotated
    from auditor.auditing.many_files import audit
    from auditor.formats.inputs import content
    from auditor.rulebook.packs import BrokenRulesError

    if output.exists() and Path(path).exists() and output.samefile(path):
        refuse(f"{output}: the copy would replace the document itself")
    try:
        report = audit(
            [path], rules=rules or [], discover=discover, rounding=str(rounding), shown=True
        )
        if not report.documents:
            refuse(*(f"{file.path}: {file.reason}" for file in report.unread))
        (document,) = report.documents
        copy = annotated(content(path), document, ticks=ticks)
        deliver_bytes(copy, output)
    except BrokenRulesError as broken:
        refuse(*map(str, broken.mistakes))
    except CannotAnnotateError as reason:
        refuse(f"{path}: {reason}")
    except OSError as error:
        refuse(f"{error.filename or output}: {error.strerror or error}")
    for file in report.unread:
        typer.echo(f"auditor: {file.path}: {file.reason}", err=True)
    raise typer.Exit(NOT_AUDITED if report.unread else AUDITED)
