"""Watching: a report for every time that documents are saved."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from auditor.cli._thresholds import PAUSE
from auditor.formats import inputs
from auditor.formats.inputs import Wanted
from auditor.model.report import Report

Stamp = tuple[int, int]
Audit = Callable[[Sequence[str]], Report]


def reports(
    paths: Sequence[str], audit: Audit, wanted: Wanted, pause: float = PAUSE
) -> Iterator[Report]:
    """The report on all documents, then one each time that one was saved, came or went.

    Only what was saved is audited again; the others' results are kept.
    """
    stamps = _stamps(paths, wanted)
    report = audit(paths)
    yield report
    while True:
        time.sleep(pause)
        now = _stamps(paths, wanted)
        if now == stamps:
            continue
        saved = [path for path in now if now[path] != stamps.get(path)]
        report = _renewed(report, audit(saved) if saved else Report(()), saved, list(now))
        stamps = now
        yield report


def _stamps(paths: Sequence[str], wanted: Wanted) -> Mapping[str, Stamp]:
    """When each document was last written, and its size; those that just vanish are left out."""
    stamps = {}
    for path in inputs.found(paths, wanted).files:
        try:
            state = Path(path).stat()
        except OSError:
            continue
        stamps[path] = (state.st_mtime_ns, state.st_size)
    return stamps


def _renewed(old: Report, new: Report, saved: Sequence[str], there: Sequence[str]) -> Report:
    """The old report with the results of the saved documents in the place of their old ones."""
    documents = {d.path: d for d in old.documents if d.path in there and d.path not in saved}
    documents |= {document.path: document for document in new.documents}
    unread = [u for u in old.unread if u.path in there and u.path not in saved]
    ordered = tuple(documents[path] for path in there if path in documents)
    return Report(ordered, (*unread, *new.unread), passed_over=old.passed_over)
