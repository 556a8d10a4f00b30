"""The baseline: the findings of today as waivers, for a person to look at when there is time."""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from auditor.findings.places import where
from auditor.model.finding import Finding
from auditor.model.relation import Severity
from auditor.model.report import Report
from auditor.model.waiver import Waiver

HEAD = """\
# Findings accepted as they stood, one [[waiver]] each. A waiver holds until a figure of its finding
# changes. Write a better reason where there is one, an owner, and the last day on which it holds
# (expires = 2027-03-31). `auditor baseline --update` keeps all that, and drops what was cleared.
"""
STDIN = "-"


class Terms(NamedTuple):
    """On which terms a finding is accepted."""

    reason: str
    owner: str = ""
    expires: date | None = None


class Entry(NamedTuple):
    """A waiver, its document as seen from the working folder, and the comment over it."""

    waiver: Waiver
    comment: tuple[str, ...]


def entries(report: Report, before: Sequence[Entry], terms: Terms) -> list[Entry]:
    """An entry for each id found, by document, then as reported; those there ``before`` stay.

    Notes need no waiver: they never make a check fail.
    """
    places = _places(report)
    earlier = {entry.waiver.finding: entry for entry in before}
    made = {
        id_: Entry(_waiver(id_, found, earlier, terms), tuple(_comment(p, f) for p, f in found))
        for id_, found in places.items()
        if id_ in earlier or any(f.severity is not Severity.NOTE for _, f in found)
    }
    every = {**earlier, **made}
    order = {id_: number for number, id_ in enumerate(places)}
    return sorted(
        every.values(),
        key=lambda e: (e.waiver.document, order.get(e.waiver.finding, len(order)), e.waiver.line),
    )


def as_toml(found: Iterable[Entry], folder: Path) -> str:
    """The entries as a file that stands in ``folder``."""
    return "\n".join((HEAD, *("\n".join(_lines(entry, folder)) + "\n" for entry in found)))


def as_read(waivers: Sequence[Waiver], text: str) -> list[Entry]:
    """The waivers of a file with the comments directly over them."""
    lines = text.replace("\r\n", "\n").split("\n")
    return [Entry(waiver, _comment_over(lines, waiver.line)) for waiver in waivers]


def _places(report: Report) -> Mapping[str, list[tuple[str, Finding]]]:
    """Each id, with the documents that have such a finding."""
    found: dict[str, list[tuple[str, Finding]]] = defaultdict(list)
    for document in report.documents:
        for finding in document.findings:
            found[finding.id].append((document.path, finding))
    return found


def _waiver(
    id_: str, found: Sequence[tuple[str, Finding]], earlier: Mapping[str, Entry], terms: Terms
) -> Waiver:
    path, _ = found[0]
    document = "" if path == STDIN else path
    if id_ in earlier:
        return replace(earlier[id_].waiver, document=document)
    return Waiver(id_, terms.reason, terms.owner, terms.expires, document=document)


def _comment(path: str, finding: Finding) -> str:
    """Where the finding is and what it says, in a line."""
    if finding.primary is None:
        return _one_line(f"{path}: {finding.message}")
    source = finding.primary.source
    place = f"{path}:{source.line}" if source.line is not None else f"{path} {where(source)}"
    return _one_line(f"{place}: {finding.message}")


def _lines(entry: Entry, folder: Path) -> Iterator[str]:
    waiver = entry.waiver
    yield from (f"# {line}" for line in entry.comment)
    yield "[[waiver]]"
    yield f"finding = {_quoted(waiver.finding)}"
    yield f"reason = {_quoted(waiver.reason)}"
    if waiver.owner:
        yield f"owner = {_quoted(waiver.owner)}"
    if waiver.expires:
        yield f"expires = {waiver.expires.isoformat()}"
    if waiver.document:
        yield f"document = {_quoted(_seen_from(folder, waiver.document))}"


def _seen_from(folder: Path, document: str) -> str:
    try:
        return Path(os.path.relpath(document, folder)).as_posix()
    except ValueError:  # on another drive
        return Path(document).absolute().as_posix()


def _comment_over(lines: Sequence[str], line: int) -> tuple[str, ...]:
    """The comment that ends right above a line, which counts from 1."""
    begin = line - 1
    while begin and lines[begin - 1].startswith("#"):
        begin -= 1
    return tuple(text.removeprefix("#").strip() for text in lines[begin : line - 1])


def _quoted(text: str) -> str:
    """A TOML string; what no file in UTF-8 can hold is replaced."""
    encodable = text.encode("utf-8", "replace").decode("utf-8")
    return json.dumps(encodable, ensure_ascii=False).replace("\x7f", "\\u007f")


def _one_line(text: str) -> str:
    """Without what no comment can hold."""
    printable = (c if c.isprintable() else " " for c in text)
    return " ".join("".join(printable).split())
