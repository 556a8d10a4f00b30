"""Delimited text: two columns more, in which each record has the findings on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from auditor.annotate import TICK, said, ticked
from auditor.annotate._insertions import Insertion, inserted
from auditor.formats.decoding import decoded
from auditor.formats.records import QUOTE, Record, records
from auditor.model.finding import Finding
from auditor.model.report import DocumentReport
from auditor.readers.delimited import SUFFIXES, delimiter_of

__all__ = ["READERS", "SUFFIXES", "TICKS", "annotated"]

READERS = ("delimited",)
TICKS = False
COLUMNS = ("audit finding", "audit expected")


def annotated(data: bytes, report: DocumentReport, ticks: bool) -> bytes:
    """The records with what is found of each behind its last field; in UTF-8."""
    text = decoded(data)
    lines = text.split("\n")
    bare = [line.removesuffix("\r") for line in lines]
    delimiter = delimiter_of(bare)
    told = _by_line(report, ticks=ticks)
    every = [one for one in records(bare, delimiter) if len(one.fields) > 1]
    places = (
        Insertion(line, len(bare[line - 1]) + 1, "".join(delimiter + _quoted(t) for t in texts))
        for line, texts in _texts(every, told, bare)
    )
    return "\n".join(inserted(lines, places)).encode("utf-8", errors="replace")


def _texts(
    every: Sequence[Record], told: Mapping[int, Sequence[tuple[str, str]]], lines: Sequence[str]
) -> Iterator[tuple[int, tuple[str, str]]]:
    """The last line of each record, and what its two columns say."""
    starts = [record.fields[0][1] for record in every]
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(lines) + 1], strict=True)):
        last = max(line for line in range(start, end) if lines[line - 1].strip() or line == start)
        found = [one for line in range(start, end) for one in told.get(line, ())]
        findings = " | ".join(text for text, _ in found)
        expected = " | ".join(dict.fromkeys(text for _, text in found if text))
        if number == 0:  # what is said of all records has no other place
            findings, expected = " | ".join(filter(None, (COLUMNS[0], findings))), COLUMNS[1]
        yield last, (findings, expected)


def _by_line(report: DocumentReport, *, ticks: bool) -> dict[int, list[tuple[str, str]]]:
    """By line, what is said of the record that stands there, and what it should print."""
    found: dict[int, list[tuple[str, str]]] = {}
    for finding in report.findings:
        line = _line(finding, report.path)
        if line is not None:
            found.setdefault(line, []).append((said(finding), finding.expected))
    for mark in ticked(report) if ticks and report.document else ():
        if mark.source.line and mark.source.line not in found:
            found[mark.source.line] = [(TICK, "")]
    return found


def _line(finding: Finding, path: str) -> int | None:
    """The line of the figure that is most likely wrong, or else of the record in question."""
    cited = finding.suspects[0].citation if finding.suspects else finding.primary
    return cited.source.line if cited and cited.source.path == path else None


def _quoted(text: str) -> str:
    return f"{QUOTE}{text.replace(QUOTE, QUOTE * 2)}{QUOTE}" if text else ""
