"""The audit from files to report, stage by stage."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from auditor import inputs, readers
from auditor.document import Document
from auditor.examples import ExampleOutcome, outcomes
from auditor.fact import Fact
from auditor.finding import Citation, Finding, LabelCheck, Status
from auditor.joint import joint_findings, joint_slacks
from auditor.labels import label_finding
from auditor.localise import distinct, findings
from auditor.locations import rules_folder
from auditor.report import DocumentReport, Report, Unread
from auditor.rule import Pack
from auditor.understanding import AUTO, Understood
from auditor.vocabulary import applies

LARGEST_BATCH = 8
"""Documents that a process takes at a time: few enough that none waits long for the last."""


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
) -> Report:
    """The audit of every document under ``paths`` (files, folders, patterns, or "-" for ``stdin``).

    ``rules`` are rule files or folders besides the packs that come with the auditor; ``rounding``
    is auto, nearest, truncate or exact; ``joint`` asks for all that the relations tell together,
    and for each figure's slack. Raises BrokenRulesError before anything is read when a
    rule file has mistakes. A path that cannot be read is reported in ``Report.unread``.
    """
    packs = rule_packs(rules)
    found, unread = inputs.found(paths, readers.suffixes())
    about = partial(document_report, packs=packs, rounding=rounding, discover=discover, joint=joint)
    one = partial(_one, about=about, stdin=stdin)
    jobs = min(jobs, len(found))
    results = list(map(one, found)) if jobs < 2 else _in_parallel(one, found, jobs)
    documents = tuple(report for report, _ in results if report is not None)
    return Report(documents, (*unread, *(u for _, parts in results for u in parts)))


Result = tuple[DocumentReport | None, tuple[Unread, ...]]


def _one(path: str, *, about: Callable[[Document], DocumentReport], stdin: bytes | None) -> Result:
    """The audit of one file, and what of it could not be read."""
    try:
        document = read(path, stdin)
    except readers.UnreadableError as reason:
        return None, (Unread(path, str(reason)),)
    unread = tuple(Unread(path, part) for part in document.unread)
    return about(document), unread


def _in_parallel(one: Callable[[str], Result], paths: Sequence[str], jobs: int) -> list[Result]:
    """The same results in the same order, from that many fresh processes."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    batch = min(LARGEST_BATCH, -(-len(paths) // jobs))
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        return list(pool.map(one, paths, chunksize=batch))


def rule_packs(extra: Sequence[str] = ()) -> tuple[Pack, ...]:
    """The packs that come with the auditor, then those of the extra files and folders."""
    from auditor.kept import keep, kept_packs

    shipped = sorted(rules_folder().glob("*.yaml"))
    kept = None if extra else kept_packs(shipped)
    if kept is not None:
        return kept
    from auditor.rulebook import load_packs

    packs, mistakes = load_packs([*shipped, *map(Path, extra)])
    if mistakes:
        raise BrokenRulesError(mistakes)
    if not extra:
        keep(packs, shipped)
    return packs


def read(path: str, stdin: bytes | None = None) -> Document:
    """The document at ``path`` ("-" is ``stdin``); raises UnreadableError."""
    try:
        data = inputs.content(path, stdin)
    except OSError as error:
        raise readers.UnreadableError(error.strerror or "it cannot be opened") from error
    return readers.read(data, path)


def document_report(
    document: Document,
    packs: Sequence[Pack],
    rounding: str = AUTO,
    *,
    discover: bool = True,
    joint: bool = False,
) -> DocumentReport:
    """Document -> Facts -> Relations -> Verdicts -> Findings -> report."""
    understood = Understood(document, tuple(p for p in packs if applies(p, document)), discover)
    verdicts, fitted = understood.verdicts(rounding)
    labels = understood.labels
    conflicts = findings(verdicts, fitted, understood.facts)
    audience = understood.audience(fitted)
    together = joint_findings(verdicts, audience, asked=joint)
    found = distinct([*conflicts, *together, *map(label_finding, _violated(labels))])
    tied = {f.number for v in verdicts if v.status is Status.HOLDS for f in v.relation.facts}
    printed = [f for f in understood.facts if not f.figure.nil]
    return DocumentReport(
        document.path,
        document.sha256,
        len(printed),
        sum(f.number in tied for f in printed),
        verdicts,
        tuple(found),
        tuple(Citation("figure", f.text, f.source) for f in printed if f.number not in tied),
        understood.facts,
        labels,
        tuple(p.id for p in understood.packs if p.rules),
        understood.unbound,
        document.remarks,
        _cited_lines(found, document),
        joint_slacks(verdicts, audience) if joint else None,
    )


def _violated(labels: Iterable[LabelCheck]) -> list[LabelCheck]:
    return [c for c in labels if c.status is Status.VIOLATED]


def _cited_lines(found: Iterable[Finding], document: Document) -> tuple[tuple[int, str], ...]:
    """The document's lines that findings cite, by number."""
    wanted = {
        c.source.line for f in found for c in (*f.citations, *(s.citation for s in f.suspects))
    }
    return tuple(
        (number, document.lines[number - 1])
        for number in sorted(n for n in wanted if n is not None)
        if number <= len(document.lines)
    )


def facts_of(document: Document) -> tuple[Fact, ...]:
    """The facts of a document, read with the packs that apply to it."""
    return Understood(document, tuple(p for p in rule_packs() if applies(p, document))).facts


def examples_outcome(paths: Sequence[str] = ()) -> tuple[ExampleOutcome, ...]:
    """Every example of the packs that come with the auditor, or of the given files, carried out."""
    return outcomes(rule_packs(paths), paths)
