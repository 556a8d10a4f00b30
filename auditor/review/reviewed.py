"""A report as people reviewed it: the waivers that are written for it, applied."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from auditor.model.report import Report
from auditor.model.waiver import Standing, Waiver, WaiverStanding
from auditor.review.waiver_files import baseline_waivers, own_waivers, refuse_repeated
from auditor.review.waivers import with_waivers_applied


def reviewed(
    report: Report,
    of_settings: Sequence[Waiver],
    today: date,
    *,
    without: Path | None = None,
    whole: bool = True,
) -> Report:
    """The report with its waivers applied, and how they stand.

    To the waivers ``of_settings`` come those of the nearest baseline and, for each document, those
    in its own file, which hold for nothing else. The file ``without`` is left out. A waiver counts
    as unused only where all that it could be about was audited, and not at all unless the ``whole``
    was: every rule asked. Raises ConfigurationError, for one finding waived twice too.
    """
    folder = Path.cwd()
    shared = (*of_settings, *baseline_waivers(folder, without))
    own = {d.path: own_waivers(d.path, folder, without) for d in report.documents}
    if not shared and not any(own.values()):
        return report
    refuse_repeated([shared, *((*shared, *waivers) for waivers in own.values() if waivers)])
    applied = _applied(report, shared, own, today)
    return replace(applied, waivers=tuple(_known(applied.waivers, report, whole=whole)))


def _applied(
    report: Report, shared: Sequence[Waiver], own: Mapping[str, Sequence[Waiver]], today: date
) -> Report:
    """The waivers of a document applied to it alone, then the shared ones to all that is left."""
    alone = [with_waivers_applied(Report((d,)), own[d.path], today) for d in report.documents]
    documents = tuple(document for one in alone for document in one.documents)
    together = with_waivers_applied(replace(report, documents=documents), shared, today)
    standings = (*together.waivers, *(standing for one in alone for standing in one.waivers))
    return replace(together, waivers=standings)


def _known(
    standings: Iterable[WaiverStanding], report: Report, *, whole: bool
) -> Iterable[WaiverStanding]:
    """Those of which it is known how they stand: what was not sought may be there still."""
    read, partly = wholly_read(report), bool(report.unread)
    for one in standings:
        document = one.waiver.document
        if one.standing is not Standing.UNUSED or (
            whole and (was_searched(document, read) if document else not partly)
        ):
            yield one


def wholly_read(report: Report) -> frozenset[str]:
    """The real paths of the documents of which nothing was left unread."""
    unread = {file.path for file in report.unread}
    whole = (d.path for d in report.documents if d.path not in unread)
    return frozenset(map(os.path.realpath, whole))


def was_searched(document: str, read: frozenset[str]) -> bool:
    """Whether a file is among those read, or is no more: what was not found is not there."""
    return os.path.realpath(document) in read or not Path(document).exists()
