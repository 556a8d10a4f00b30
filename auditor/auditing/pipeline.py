"""The audit from files to report, stage by stage."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from auditor import readers
from auditor.auditing.examples import ExampleOutcome, outcomes
from auditor.auditing.second_look import examined
from auditor.auditing.stages import Understood
from auditor.blame import distinct
from auditor.blame.joint import joint_findings, joint_slacks
from auditor.checks.headings import label_finding
from auditor.datafiles import data_report
from auditor.findings.excerpts import excerpts
from auditor.formats import inputs
from auditor.formats.resources import rules_folder
from auditor.model.document import Document
from auditor.model.fact import Fact
from auditor.model.figure import AUTO
from auditor.model.finding import Citation, Finding, LabelCheck, Status
from auditor.model.progress import NO_PROGRESS, Progress
from auditor.model.report import DocumentReport, Report, Unread
from auditor.model.rule import Pack
from auditor.model.selection import EVERY_RULE, Selection
from auditor.notation.vocabulary import applies
from auditor.relations.prior import Prior, prior_findings, prior_verdicts
from auditor.rulebook.select import asked_findings, asked_verdicts, with_known_names


class BrokenRulesError(Exception):
    """Rule files with mistakes; ``mistakes`` are all of them, each with its place."""

    def __init__(self, mistakes: Sequence[object]) -> None:
        super().__init__("\n".join(map(str, mistakes)))
        self.mistakes = tuple(mistakes)


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
    packs = with_known_names(rule_packs(rules), selection)
    found, unread = inputs.found(paths, readers.suffixes(), readers.companions())
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
    data = partial(data_report, packs=packs, rounding=rounding, selection=selection)
    one = partial(_one, about=about, data=data, stdin=stdin, detailed=detailed)
    progress.begin(found)
    jobs = min(jobs, len(found))
    audits = (
        _in_parallel(one, found, jobs, progress) if jobs > 1 else _in_turn(one, found, progress)
    )
    documents = tuple(report for report, _ in audits if report is not None)
    return Report(documents, (*unread, *(u for _, parts in audits for u in parts)))


Result = tuple[DocumentReport | None, tuple[Unread, ...]]


def _one(
    path: str,
    *,
    about: Callable[[Document], DocumentReport],
    data: Callable[..., DocumentReport | None],
    stdin: bytes | None,
    detailed: bool,
) -> Result:
    """The audit of one file, and what of it could not be read.

    It is a data file if a rule file says what its columns are, else a document.

    No document may cost the others their result: one on which the auditor fails is told as unread.
    """
    try:
        report = data(path, stdin=stdin, detailed=detailed)
        if report is not None:
            return report if detailed else report.brief, ()
        document = read(path, stdin)
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


def rule_packs(extra: Sequence[str] = ()) -> tuple[Pack, ...]:
    """The packs that come with the auditor, then those of the extra files and folders."""
    from auditor.rulebook.cache import cache_packs, cached_packs

    shipped = sorted(rules_folder().glob("*.yaml"))
    kept = None if extra else cached_packs(shipped)
    if kept is not None:
        return kept
    from auditor.rulebook.files import load_packs

    packs, mistakes = load_packs([*shipped, *map(Path, extra)])
    if mistakes:
        raise BrokenRulesError(mistakes)
    if not extra:
        cache_packs(packs, shipped)
    return packs


def read(path: str, stdin: bytes | None = None) -> Document:
    """The document at ``path`` ("-" is ``stdin``); raises UnreadableError."""
    try:
        data = inputs.content(path, stdin)
    except OSError as error:
        raise readers.UnreadableError(error.strerror or "it cannot be opened") from error
    return readers.read(data, path)


def document_report(  # noqa: PLR0913  # one parameter an option
    document: Document,
    packs: Sequence[Pack],
    rounding: str = AUTO,
    *,
    discover: bool = True,
    joint: bool = False,
    shown: bool = False,
    prior: Prior | None = None,
    selection: Selection = EVERY_RULE,
) -> DocumentReport:
    """Document -> Facts -> Relations -> Verdicts -> Findings -> report."""
    used = tuple(p for p in packs if applies(p, document))
    understood = Understood(document, used, discover, selection)
    examination = examined(understood, rounding)
    against = prior_verdicts(document, understood.facts, prior) if prior else ()
    against = asked_verdicts(against, selection)
    verdicts, fitted = (*examination.verdicts, *against), examination.rounding
    labels = understood.labels
    audience = understood.audience(fitted)
    together = joint_findings(examination.verdicts, audience, asked=joint)
    found = distinct(
        [
            *examination.findings,
            *together,
            *understood.tagged.findings,
            *map(label_finding, _violated(labels)),
            *(asked_findings(prior_findings(against, prior), selection) if prior else ()),
        ],
        understood.figures,
    )
    tied = {f.number for v in verdicts if v.status is Status.HOLDS for f in v.relation.facts}
    printed = [f for f in understood.figures if not f.figure.nil]
    return DocumentReport(
        document.path,
        document.sha256,
        len(printed),
        sum(f.number in tied for f in printed),
        verdicts,
        tuple(found),
        tuple(Citation("figure", f.text, f.source) for f in printed if f.number not in tied),
        understood.figures,
        labels,
        tuple(p.id for p in understood.packs if p.rules),
        understood.unbound,
        understood.remarks(rounding, fitted),
        excerpts(_cited(found), document, understood.facts),
        joint_slacks(verdicts, audience) if joint else None,
        document=document if shown else None,
        rounding=fitted,
    )


def _violated(labels: Iterable[LabelCheck]) -> list[LabelCheck]:
    return [c for c in labels if c.status is Status.VIOLATED]


def _cited(found: Iterable[Finding]) -> Iterator[Citation]:
    """Every figure that findings cite."""
    for finding in found:
        yield from finding.citations
        yield from (suspect.citation for suspect in finding.suspects)


def facts_of(document: Document) -> tuple[Fact, ...]:
    """The facts of a document, read with the packs that apply to it."""
    return Understood(document, tuple(p for p in rule_packs() if applies(p, document))).facts


def examples_outcome(paths: Sequence[str] = ()) -> tuple[ExampleOutcome, ...]:
    """Every example of the packs that come with the auditor, or of the given files, carried out."""
    return outcomes(rule_packs(paths), paths)
