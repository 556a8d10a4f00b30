"""The report as workflow commands, which GitHub shows as annotations beside the lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.findings.places import place_within
from auditor.model.finding import Finding
from auditor.model.relation import Kind, Role, Severity
from auditor.model.report import Report, Unread
from auditor.model.waiver import Standing
from auditor.notation.plurals import counted
from auditor.notation.text_columns import visible
from auditor.render import View
from auditor.render._findings import findings_shown

MOST = 10
"""Annotations of one level that GitHub shows of a step."""

LONGEST_LABEL = 60
"""Characters of a figure's or a row's name in a title, which is one line."""

WRONG = {
    Kind.SUM: "does not add up",
    Kind.DIFFERENCE: "is not the difference",
    Kind.RATIO: "is not the ratio",
    Kind.GROWTH: "is not the growth",
    Kind.POINTS: "is not the change in points",
    Kind.AVERAGE: "is not the average",
    Kind.TIE: "is stated otherwise elsewhere",
    Kind.LABEL: "does not describe its columns",
    Kind.SCHEMA: "is not as declared",
    Kind.COMPLETENESS: "has a record missing beside it",
}
"""What is wrong with the figure that others give, in plain words."""

PARTS = {str(role) for role in Role if role is not Role.SAME}
"""What a figure is that goes into such a one."""

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(report: Report, view: View) -> str:
    """A command a line, the most severe first; the last line says how many GitHub will not show."""
    shown = findings_shown(report.findings, view)
    stale = [*_stale(report)]
    rows = [*map(_unread, report.unread), *map(_annotation, shown), *stale]
    rows += _not_shown(shown, report)
    return "".join(f"{row}\n" for row in rows)


def _annotation(finding: Finding) -> str:
    primary = finding.primary
    fields = {"title": _title(finding)}
    message = finding.message
    if primary is not None:
        source = primary.source
        fields["file"] = source.path
        if source.line is not None:
            fields["line"] = str(source.line)
        else:
            message = f"{place_within(source)}: {message}"
        if source.line is not None and source.column and source.end_column:
            fields |= {"col": str(source.column), "endColumn": str(source.end_column - 1)}
    if finding.expected:
        message += f" Expected: {finding.expected}."
    return _command(COMMANDS[finding.severity], fields, f"{message} ({finding.id})")


def _title(finding: Finding) -> str:
    """The file, the figure and what is wrong with it, its record or row, and the rule."""
    primary = finding.primary
    if primary is None:
        return f"{finding.rule}: {finding.printed}"
    file = re.split(r"[/\\]", primary.source.path)[-1]
    roles = {one.role for one in finding.citations if one.source == primary.source}
    wrong = f"breaks a {finding.kind}" if roles & PARTS else WRONG[finding.kind]
    row = " ".join((primary.source.row_label or "").split())
    of = f", {_shortened(row)}" if row and row != primary.text else ""
    return f"{file}: {_shortened(primary.text)} {wrong}{of} ({finding.rule})"


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_LABEL else f"{text[: LONGEST_LABEL - 1]}…"


def _stale(report: Report) -> Iterator[str]:
    """Waivers that waive nothing any more, at their own lines."""
    for one in report.waivers:
        if one.standing is not Standing.USED:
            waiver = one.waiver
            fields = {"title": f"{one.standing} waiver"}
            if waiver.path:
                fields |= {"file": waiver.path, "line": str(waiver.line)}
            yield _command("warning", fields, f"{waiver.finding}: {waiver.reason}")


def _unread(file: Unread) -> str:
    return _command("error", {"title": "not read", "file": file.path}, file.reason)


def _not_shown(shown: list[Finding], report: Report) -> Iterator[str]:
    for severity, command in COMMANDS.items():
        count = sum(finding.severity is severity for finding in shown)
        count += len(report.unread) if severity is Severity.ERROR else 0
        if count > MOST:
            yield f"{counted(count - MOST, command)} more than GitHub shows; all are in this log"


def _command(name: str, fields: dict[str, str], message: str) -> str:
    written = ",".join(f"{key}={_property(value)}" for key, value in fields.items())
    return f"::{name} {written}::{_data(message)}"


def _data(text: str) -> str:
    """Escaped as the runner reads it back; what else could act on a terminal is made visible."""
    shown = (visible(line) for line in text.replace("%", "%25").split("\n"))
    return "%0A".join(shown)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
