"""The audit of many files: each a document or a data file, none at the cost of the others."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from auditor import readers
from auditor.auditing.deadline import TookTooLongError, died, in_time, is_heard_by, late
from auditor.auditing.earlier import earlier
from auditor.auditing.either import better, document_too
from auditor.auditing.facts import facts_of
from auditor.auditing.idle_rules import idle_rules
from auditor.auditing.items import Asked, Elsewhere, Work, items
from auditor.auditing.links import in_order, leading, links_of, unread_of
from auditor.auditing.pipeline import document_report, read, read_together
from auditor.auditing.written_results import Result
from auditor.datafiles import LinkedFiles, data_report, linked_reports
from auditor.formats import inputs
from auditor.formats.stores import found_anywhere
from auditor.model.document import Document
from auditor.model.figure import AUTO
from auditor.model.progress import NO_PROGRESS, Progress
from auditor.model.report import DocumentReport, Report, Unread
from auditor.model.selection import EVERY_RULE, Selection
from auditor.model.settings import TIMEOUT
from auditor.rulebook.packs import rule_packs
from auditor.rulebook.select import with_known_names

__all__ = ["audit", "facts_of"]


def audit(  # noqa: PLR0913  # one parameter an option
    paths: Sequence[str],
    *,
    rules: Sequence[str] = (),
    discover: bool = True,
    rounding: str = AUTO,
    joint: bool = False,
    jobs: int = 1,
    timeout: float = TIMEOUT,
    stdin: bytes | None = None,
    shown: bool = False,
    detailed: bool = True,
    prior: str | None = None,
    exclude: Sequence[str] = (),
    selection: Selection = EVERY_RULE,
    must_apply: bool = True,
    beside: bool = False,
    every: bool = False,
    progress: Progress = NO_PROGRESS,
    elsewhere: Elsewhere | None = None,
) -> Report:
    """The audit of every document under ``paths`` (files, folders, patterns, or "-" for ``stdin``).

    ``rules`` are files or folders besides the auditor's own, ``rounding`` auto, nearest, truncate
    or exact; ``joint`` asks for all that relations tell together, and each figure's slack. One that
    takes longer than ``timeout`` seconds (0: any) is told as unread. ``shown`` keeps what was read;
    not ``detailed``, checks are only counted. ``prior`` is an earlier document, ``exclude`` are
    ignore patterns; ``must_apply`` tells rule files that applied to nothing as unread; ``beside``
    also reads what rules relate to a data file; ``every`` tells all that fails in it one by one;
    ``elsewhere`` does the work in place of ``jobs`` processes, in stores too. Raises
    BrokenRulesError before anything is read when a rule file has mistakes, UnknownRulesError when
    ``selection`` names no rule. What fails is in ``Report.unread``.
    """
    paths = [paths] if isinstance(paths, str) else paths
    packs = with_known_names(rule_packs(rules), selection)
    wanted, found = readers.wanted(exclude), found_anywhere if elsewhere else inputs.found
    files, unread, passed_over, listed = found(paths, wanted)
    files = tuple(_first_pages(files, spread := readers.together(files)))
    about = partial(
        document_report, packs=packs, rounding=rounding, discover=discover, joint=joint,
        shown=shown, prior=earlier(prior, timeout), selection=selection,
    )  # fmt: skip
    shared: dict[str, Any] = {"rounding": rounding, "selection": selection, "stdin": stdin}
    shared |= {"detailed": detailed, "every": every}
    data = partial(data_report, packs=packs, discover=discover, **shared)
    opened = partial(_document, stdin=stdin, spread=spread, selection=selection)
    alone = partial(_one, about=about, data=data, opened=opened, detailed=detailed)
    related = partial(linked_reports, **shared)
    links = links_of(files, packs, stdin, beside=beside)
    one = partial(_one_or_linked, links=links, alone=alone, related=related, detailed=detailed)
    order, files = files, leading(files, links)
    asked = Asked(packs, selection, prior, (discover, rounding, joint, detailed, every, beside))
    made_of = items(files, spread, links, wanted.companions, listed)
    work = Work(one, files, made_of, timeout, asked, progress)
    audits = elsewhere(work) if elsewhere else _audits(work, jobs, stdin=stdin, joint=joint)
    documents = in_order((report for reports, _ in audits for report in reports), order)
    unread += unread_of(files, audits, links)
    if documents and must_apply:
        unread += idle_rules(rules, packs, documents, selection, searched=bool({*paths} - {*order}))
    return Report(documents, unread, passed_over=passed_over)


def _document(
    path: str,
    data: DocumentReport | None,
    *,
    stdin: bytes | None,
    spread: Mapping[str, Sequence[str]],
    selection: Selection,
) -> Document | None:
    """The document at a path, if it is not a data file and nothing else."""
    return document_too(data, partial(_read, path, stdin=stdin, spread=spread), selection)


def _read(path: str, *, stdin: bytes | None, spread: Mapping[str, Sequence[str]]) -> Document:
    """The document at a path; ``spread`` are those of several files, by the first of them."""
    return read_together(spread[path]) if path in spread else read(path, stdin)


def _first_pages(found: Sequence[str], spread: Mapping[str, Sequence[str]]) -> list[str]:
    """The files without those that are a later page of another's document."""
    later = {page for pages in spread.values() for page in pages[1:]}
    return [path for path in found if path not in later]


def _one_or_linked(
    path: str,
    *,
    links: Mapping[str, LinkedFiles],
    alone: Callable[[str], Result],
    related: Callable[[LinkedFiles], Result],
    detailed: bool,
) -> Result:
    """The audit of one file, or of those that rules relate to it."""
    if path not in links:
        return alone(path)
    try:
        reports, unread = related(links[path])
    except Exception as error:  # noqa: BLE001  # whatever it is, it is told
        return (), tuple(Unread(one, _failed(error)) for one in links[path].paths)
    return tuple(report if detailed else report.brief for report in reports), unread


def _failed(error: Exception) -> str:
    return f"the auditor failed on it: {type(error).__name__}: {error}"


def _one(
    path: str,
    *,
    about: Callable[[Document], DocumentReport],
    data: Callable[[str], DocumentReport | None],
    opened: Callable[[str, DocumentReport | None], Document | None],
    detailed: bool,
) -> Result:
    """The audit of one file, and what of it could not be read.

    It is a data file if a rule file says what its columns are, or if they say it themselves, else a
    document.

    No document may cost the others their result: one on which the auditor fails is told as unread.
    """
    try:
        records = data(path)
        document = opened(path, records)
        report = better(records, about(document) if document else None)
    except readers.UnreadableError as reason:
        return (), (Unread(path, str(reason)),)
    except Exception as error:  # noqa: BLE001  # whatever it is, it is told
        return (), (Unread(path, _failed(error)),)
    parts = document.unread if document and report is not records else ()
    shown = report if detailed or report is None else report.brief
    return (shown,) if shown else (), tuple(Unread(path, part) for part in parts)


def _audits(work: Work, jobs: int, *, stdin: bytes | None, joint: bool) -> list[Result]:
    """The results for all files, in this process if an alarm ends what takes long, or in others."""
    one, files, _, timeout, _, progress = work
    progress.begin(files)
    here = not timeout or (not joint and _are_heard_by(files, stdin))
    jobs = min(jobs, len(files))
    if here and jobs <= 1:
        return _in_turn(one, files, timeout, progress)
    return _in_parallel(one, files, jobs, timeout, progress)


def _in_turn(
    one: Callable[[str], Result], paths: Sequence[str], timeout: float, progress: Progress
) -> list[Result]:
    """The results one after the other in this process, where an alarm ends what takes too long."""
    audits = []
    for path in paths:
        try:
            audits.append(in_time(partial(one, path), timeout) if timeout else one(path))
        except TookTooLongError:
            audits.append(_late(path, timeout))
        progress.done(path)
    return audits


def _are_heard_by(paths: Sequence[str], stdin: bytes | None) -> bool:
    """Whether an alarm would be heard, whichever of the documents is being audited."""
    return all(is_heard_by(inputs.opening(path, stdin)) for path in paths)


def _in_parallel(
    one: Callable[[str], Result],
    paths: Sequence[str],
    jobs: int,
    timeout: float,
    progress: Progress,
) -> list[Result]:
    """The same results in the same order, from that many processes."""
    from auditor.auditing.workers import Late, Lost, results

    audits: list[Result] = []
    for path, result in zip(paths, results(one, paths, jobs, progress.done, timeout), strict=True):
        if isinstance(result, Late):
            audits.append(_late(path, timeout))
        elif isinstance(result, Lost):
            audits.append(((), (Unread(path, died(result.status)),)))
        else:
            audits.append(result)
    return audits


def _late(path: str, timeout: float) -> Result:
    return (), (Unread(path, late(timeout)),)
