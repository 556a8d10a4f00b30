"""Waivers as written: read from wherever they may stand, and applied to a report."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from auditor.configuration import ConfigurationError, waivers_of
from auditor.formats.inputs import STDIN
from auditor.model.report import Report
from auditor.model.waiver import Standing, Waiver, WaiverStanding
from auditor.review.waived import waived

BASELINE = "auditor-baseline.toml"
BESIDE = ".waivers.toml"
"""What a document's own file of waivers is called, after the document's whole name."""


def reviewed(
    report: Report,
    settled: Sequence[Waiver],
    today: date,
    *,
    without: Path | None = None,
    whole: bool = True,
) -> Report:
    """The report with its waivers applied, and how they stand.

    ``settled`` are those of the settings; to them come those of the nearest baseline and, for
    each document, those beside it, which hold for nothing else. The file ``without`` is left out.
    A waiver counts as unused only where all that it could be about was audited, and not at all
    unless the ``whole`` was: every rule asked. Raises ConfigurationError, for one finding waived
    twice too.
    """
    folder = Path.cwd()
    baseline = nearest_baseline(folder)
    accepted = waivers_of(baseline, folder) if baseline and not _is_same(baseline, without) else ()
    shared = (*settled, *accepted)
    own = {d.path: _beside(d.path, folder, without) for d in report.documents}
    if not shared and not any(own.values()):
        return report
    _refuse_repeated([shared, *((*shared, *waivers) for waivers in own.values() if waivers)])
    apart = [waived(Report((d,)), own[d.path], today) for d in report.documents]
    documents = tuple(document for one in apart for document in one.documents)
    together = waived(replace(report, documents=documents), shared, today)
    standings = (*together.waivers, *(standing for one in apart for standing in one.waivers))
    read, partly = wholly_read(report), bool(report.unread)
    told = (s for s in standings if _is_known(s, read, whole=whole, partly=partly))
    return replace(together, waivers=tuple(told))


def waivers_in(file: Path) -> tuple[Waiver, ...]:
    """The waivers of a file; raises ConfigurationError, for one finding waived twice too."""
    found = waivers_of(file, Path.cwd())
    _refuse_repeated([found])
    return found


def nearest_baseline(folder: Path) -> Path | None:
    """The baseline of the folder, or of the nearest one above it."""
    return next((f for f in (p / BASELINE for p in (folder, *folder.parents)) if f.is_file()), None)


def wholly_read(report: Report) -> frozenset[str]:
    """The real paths of the documents of which nothing was left unread."""
    unread = {file.path for file in report.unread}
    whole = (d.path for d in report.documents if d.path not in unread)
    return frozenset(map(os.path.realpath, whole))


def was_searched(document: str, read: frozenset[str]) -> bool:
    """Whether a file is among those read, or is no more: what was not found is not there."""
    return os.path.realpath(document) in read or not Path(document).exists()


def _beside(document: str, folder: Path, without: Path | None) -> tuple[Waiver, ...]:
    file = Path(f"{document}{BESIDE}")
    if document == STDIN or not file.is_file() or _is_same(file, without):
        return ()
    return tuple(replace(waiver, document=document) for waiver in waivers_of(file, folder))


def _is_same(file: Path, other: Path | None) -> bool:
    return other is not None and os.path.realpath(file) == os.path.realpath(other)


def _refuse_repeated(groups: Sequence[Sequence[Waiver]]) -> None:
    mistakes = dict.fromkeys(mistake for waivers in groups for mistake in _repeated(waivers))
    if mistakes:
        raise ConfigurationError(tuple(mistakes))


def _repeated(waivers: Sequence[Waiver]) -> Iterator[str]:
    """What is said of the second waiver of a finding: which of the two counts nobody can tell."""
    first: dict[str, Waiver] = {}
    for waiver in waivers:
        other = first.setdefault(waiver.finding, waiver)
        if other is not waiver:
            before = f"{other.path}:{other.line}"
            yield f"{waiver.path}:{waiver.line}: {waiver.finding} is waived already, in {before}"


def _is_known(one: WaiverStanding, read: frozenset[str], *, whole: bool, partly: bool) -> bool:
    """Whether it is known how the waiver stands: what was not looked for may be there still."""
    if one.standing is not Standing.UNUSED:
        return True
    about = one.waiver.document
    return whole and (was_searched(about, read) if about else not partly)
