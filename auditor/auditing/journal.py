"""A journal: what was found in which files, kept as it is found, so that a run can go on.

Lines of JSON, which executes nothing. A line counts for the same question (the auditor's code, its
rules and options) asked of the same files with the same content, and bears a seal over all of it:
one that was cut, changed or written by others does not count.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

from auditor.auditing.written_results import Result, plain_result, result_of
from auditor.formats.writing import append_lines, refuse_others

SCHEMA = "auditor-journal/1"
NO_JOURNAL = "it is no journal of the auditor, and is not written to"


class Entry(NamedTuple):
    """The file that was audited, the digest of its content, and what was found."""

    path: str
    content: str
    result: Result


@dataclass(frozen=True, slots=True)
class Journal:
    """What earlier runs wrote of one ``question``, by the path; lines, read when they are needed.

    Without a ``place`` it keeps nothing.
    """

    place: Path | None
    question: str
    lines: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def content(self, path: str) -> str:
        """The digest of the content that a file had; "" where nothing is known of it."""
        return self.lines[path][0] if path in self.lines else ""

    def result(self, path: str) -> Result:
        """What was found in that content."""
        return result_of(json.loads(self.lines[path][1])["result"])

    def add(self, entries: Iterable[Entry]) -> None:
        """Keeps what was found; raises OSError."""
        lines = [_line(self.question, entry) for entry in entries] if self.place else []
        if self.place and lines:
            append_lines(self.place, "".join(f"{line}\n" for line in lines).encode())


def opened(place: Path | None, question: str) -> Journal:
    """The journal at a place, made if there is none; raises OSError."""
    if place is None:
        return Journal(None, question)
    known: dict[str, tuple[str, str]] = {}
    if not place.exists() or not place.stat().st_size:
        append_lines(place, f'{{"schema":"{SCHEMA}"}}\n'.encode())
    with place.open("rb") as file:
        refuse_others(os.fstat(file.fileno()))
        if SCHEMA.encode() not in file.readline(len(SCHEMA) + 20):
            raise OSError(None, NO_JOURNAL, str(place))
        for line in file:
            if (read := _read(line, question)) is not None:
                known[read[0]] = read[1:]
    return Journal(place, question, known)


def _line(question: str, entry: Entry) -> str:
    kept = {
        "question": question,
        "path": entry.path,
        "content": entry.content,
        "result": plain_result(entry.result),
    }
    return json.dumps({"seal": _seal(kept), **kept}, separators=(",", ":"))


def _read(line: bytes, question: str) -> tuple[str, str, str] | None:
    """(path, digest of its content, the line) of a whole line about this question, else None."""
    try:
        kept = json.loads(line)
        seal = kept.pop("seal")
        if kept["question"] != question or seal != _seal(kept):
            return None
        result_of(kept["result"])
        return kept["path"], kept["content"], line.decode()
    except (ValueError, KeyError, AttributeError, TypeError, RecursionError):
        return None


def _seal(kept: Mapping[str, object]) -> str:
    return hashlib.sha256(json.dumps(kept, sort_keys=True).encode()).hexdigest()


def question_of(*options: object) -> str:
    """The digest of what is asked, given as values that ``json.dumps`` takes, and of who asks."""
    asked = json.dumps([code_digest(), *options], sort_keys=True)
    return hashlib.sha256(asked.encode()).hexdigest()


@cache
def code_digest() -> str:
    """Of the auditor's own code, and of the Python that runs it."""
    package = Path(__file__).parents[1]
    digest = hashlib.sha256(f"{sys.version_info[:2]}".encode())
    for file in sorted(package.rglob("*.py")):
        content = file.read_bytes()
        digest.update(f"\0{file.relative_to(package).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()
