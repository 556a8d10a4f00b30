"""The audit of many files: each a document or a data file, none at the cost of the others."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from auditor import readers
from auditor.auditing.facts import applying, document_facts
from auditor.auditing.pipeline import document_report, read, read_together
from auditor.datafiles import data_report
from auditor.formats import inputs
from auditor.model.document import Document
from auditor.model.fact import Fact
from auditor.model.figure import AUTO
from auditor.model.progress import NO_PROGRESS, Progress
from auditor.model.report import DocumentReport, Report, Unread
from auditor.model.selection import EVERY_RULE, Selection
from auditor.relations.prior import Prior
from auditor.rulebook.packs import rule_packs
from auditor.rulebook.select import with_known_names


def audit(  # noqa: PLR0913  # one parameter an option
    paths: Sequence[str],
    *,
    rules: Sequence[str] = (),
    discover: bool = True,
    rounding: str = AUTO,
    joint: bool = False,
    jobs: int = 1,
    stdin: bytes | None = None,
    shown: bool = False,
    detailed: bool = True,
    prior: str | None = None,
    selection: Selection = EVERY_RULE,
    progress: Progress = NO_PROGRESS,
) -> Report:
    """The audit of every document under ``paths`` (files, folders, patterns, or "-" for ``stdin``).

    ``rules`` are rule files or folders besides the packs that come with the auditor; ``rounding``
    is auto, nearest, truncate or exact; ``joint`` asks for all that the relations tell together,
    and for each figure's slack. ``jobs`` processes share the documents. ``shown`` keeps what was
    read, for a rendering that shows it; without ``detailed``, checks are counted and not listed.
    ``prior`` is an earlier document, whose figures the comparatives repeat. ``selection`` says
    which rules are asked. ``progress`` is told the files, and of each as it is done.
    Raises BrokenRulesError before anything is read when a rule file has mistakes, and
    UnknownRulesError when the selection names no rule. A path that cannot be read, or on which the
    auditor fails, is reported in ``Report.unread``.
    """
    paths = [paths] if isinstance(paths, str) else paths
    packs = with_known_names(rule_packs(rules), selection)
    found, unread = inputs.found(paths, readers.suffixes(), readers.companions(), readers.is_aside)
    spread = readers.together(found)
    found = _first_pages(found, spread)
    about = partial(
        document_report,
        packs=packs,
        rounding=rounding,
        discover=discover,
        joint=joint,
        shown=shown,
        prior=_prior(prior) if prior else None,
        selection=selection,
    )
    data = partial(
        data_report,
        packs=packs,
        rounding=rounding,
        selection=selection,
        stdin=stdin,
        detailed=detailed,
    )
    opened = partial(_read, stdin=stdin, spread=spread)
    one = partial(_one, about=about, data=data, opened=opened, detailed=detailed)
    progress.begin(found)
    jobs = min(jobs, len(found))
    audits = (
        _in_parallel(one, found, jobs, progress) if jobs > 1 else _in_turn(one, found, progress)
    )
    documents = tuple(report for report, _ in audits if report is not None)
    return Report(documents, (*unread, *(u for _, parts in audits for u in parts)))


def _read(path: str, *, stdin: bytes | None, spread: Mapping[str, Sequence[str]]) -> Document:
    """The document at a path; ``spread`` are those of several files, by the first of them."""
    return read_together(spread[path]) if path in spread else read(path, stdin)


def _first_pages(found: Sequence[str], spread: Mapping[str, Sequence[str]]) -> list[str]:
    """The files without those that are a later page of another's document."""
    later = {page for pages in spread.values() for page in pages[1:]}
    return [path for path in found if path not in later]


Result = tuple[DocumentReport | None, tuple[Unread, ...]]


def _one(
    path: str,
    *,
    about: Callable[[Document], DocumentReport],
    data: Callable[[str], DocumentReport | None],
    opened: Callable[[str], Document],
    detailed: bool,
) -> Result:
    """The audit of one file, and what of it could not be read.

    It is a data file if a rule file says what its columns are, else a document.

    No document may cost the others their result: one on which the auditor fails is told as unread.
    """
    try:
        report = data(path)
        if report is not None:
            return report if detailed else report.brief, ()
        document = opened(path)
        report = about(document)
    except readers.UnreadableError as reason:
        return None, (Unread(path, str(reason)),)
    except Exception as error:  # noqa: BLE001  # whatever it is, it is told
        return None, (Unread(path, f"the auditor failed on it: {type(error).__name__}: {error}"),)
    unread = tuple(Unread(path, part) for part in document.unread)
    return report if detailed else report.brief, unread


def _in_turn(
    one: Callable[[str], Result], paths: Sequence[str], progress: Progress
) -> list[Result]:
    audits = []
    for path in paths:
        audits.append(one(path))
        progress.done(path)
    return audits


def _in_parallel(
    one: Callable[[str], Result], paths: Sequence[str], jobs: int, progress: Progress
) -> list[Result]:
    """The same results in the same order, from that many processes."""
    from auditor.auditing.workers import Lost, results

    return [
        (None, (Unread(path, _died(result.status)),)) if isinstance(result, Lost) else result
        for path, result in zip(paths, results(one, paths, jobs, progress.done), strict=True)
    ]


def _prior(path: str) -> Prior:
    """The earlier document; raises UnreadableError with its path."""
    try:
        return Prior(path, facts_of(read(path)))
    except readers.UnreadableError as reason:
        raise readers.UnreadableError(f"{path}: {reason}") from reason


def _died(status: int | None) -> str:
    how = f"signal {-status}" if status is not None and status < 0 else f"status {status}"
    return f"the process that audited it died, twice ({how}): it may be too large for the memory"


def facts_of(document: Document) -> tuple[Fact, ...]:
    """The facts of a document, read with the packs that come with the auditor and apply to it."""
    return document_facts(document, applying(rule_packs(), document)).facts
