"""Suggesting: a document's discoveries as a rule file, tried out on the document itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from auditor.auditing.deadline import within
from auditor.auditing.either import better, document_too
from auditor.auditing.facts import applying, document_facts
from auditor.auditing.findings import document_findings
from auditor.auditing.pipeline import document_report, read
from auditor.auditing.relations import book_of, document_relations
from auditor.auditing.second_look import examined
from auditor.auditing.verdicts import DocumentVerdicts, document_verdicts
from auditor.checks.verdict import verdict
from auditor.datafiles import data_report, found_pack
from auditor.formats import inputs
from auditor.model.dataset import FOUND
from auditor.model.document import Document
from auditor.model.figure import AUTO
from auditor.model.finding import Finding
from auditor.model.relation import Kind, Origin, Relation, Severity
from auditor.model.report import DocumentReport
from auditor.model.rule import Pack, Rule
from auditor.model.settings import TIMEOUT
from auditor.model.verdict import Status, Verdict
from auditor.notation.plurals import counted
from auditor.readers import UnreadableError
from auditor.relations.declared import bound
from auditor.rulebook.packs import rule_packs
from auditor.suggest import PACK, Suggested, data_yaml_of, suggested, yaml_of


class Suggestion(NamedTuple):
    """A rule file, and what the audit by it alone has in common with the full audit.

    ``rules`` declare ``relations``; ``left_out`` relations could not be put into rules.
    ``again`` of the ``findings`` and ``tied_again`` of the ``tied`` figures come out the same.
    """

    text: str
    rules: int
    relations: int
    left_out: int
    findings: int
    again: int
    tied: int
    tied_again: int

    @property
    def summary(self) -> tuple[str, ...]:
        """What was written and what it is worth, in plain words."""
        lost = f"; {self.left_out} could not be put into rules" if self.left_out else ""
        found = (
            f" and give {self.again} of {counted(self.findings, 'finding')}"
            if self.findings
            else ""
        )
        rules, checks = counted(self.rules, "rule"), counted(self.relations, "check")
        return (
            f"{rules} for {checks} found{lost}",
            f"these rules alone tie {self.tied_again} of the {self.tied} figures tied now{found}",
        )


def suggestion(
    path: str,
    rules: Sequence[str] = (),
    stdin: bytes | None = None,
    timeout: float = TIMEOUT,
) -> Suggestion:
    """The discoveries in a document as rules, besides those of the given rule files.

    Raises BrokenRulesError and UnreadableError, which a document also is that takes longer than
    ``timeout`` seconds (0: however long).
    """
    work = partial(_suggestion, path, rule_packs(rules), stdin)
    return within(timeout, work, inputs.opening(path, stdin))


def _suggestion(path: str, packs: Sequence[Pack], stdin: bytes | None) -> Suggestion:
    data = data_report(path, packs, stdin=stdin)
    document = document_too(data, partial(read, path, stdin))
    if data is not None and (
        document is None or better(data, document_report(document, packs)) is data
    ):
        return _suggestion_for_data(path, data, stdin)
    assert document is not None  # it was read where there are no data
    return suggestion_for(document, packs)


def _suggestion_for_data(path: str, full: DocumentReport, stdin: bytes | None) -> Suggestion:
    """The rules that a data file itself shows, as a rule file for it and its like."""
    found = found_pack(path, stdin) if full.packs == (FOUND,) else None
    if found is None or found.data is None:
        known = ", ".join(full.packs)
        raise UnreadableError(f"the rule file {known} says already what its columns are")
    doubted = _doubted_wholes(full.checks)
    kept = [rule for rule in found.data.rules if rule.id not in doubted]
    if not kept and doubted:
        raise UnreadableError(
            "its shares make a whole in some groups and need not in others: no rule is written"
        )
    left_out = sum(check.relation.rule in doubted for check in full.checks)
    rules = tuple(replace(r, id=f"{PACK}.{r.id.partition('.')[2]}") for r in kept)
    pack = replace(found, id=PACK, data=replace(found.data, rules=rules))
    alone = data_report(path, [pack], stdin=stdin)
    assert alone is not None  # it declares this file's columns
    same = _said_whatever_the_rule(full.findings) & _said_whatever_the_rule(alone.findings)
    return Suggestion(
        data_yaml_of(pack, _remarks_on(len(full.checks), len(rules))),
        len(rules),
        len(full.checks) - left_out,
        left_out,
        len(full.findings),
        sum(same.values()),
        full.tied,
        alone.tied,
    )


def _doubted_wholes(checks: Iterable[Verdict]) -> frozenset[str]:
    """The rules that shares make a whole, where some make none and need not.

    Declared, such a rule would call them wrong.
    """
    return frozenset(
        one.relation.rule
        for one in checks
        if one.relation.whole is not None
        and (one.status is Status.NOT_CHECKABLE or one.relation.severity is Severity.WARNING)
    )


def suggestion_for(document: Document, packs: Sequence[Pack]) -> Suggestion:
    """The same for a document that was read; it is understood once, and checked by either rules."""
    facts = document_facts(document, applying(packs, document))
    before = document_verdicts(document_relations(facts, discover=True), AUTO)
    found = _suggested(before)
    only = replace(facts, packs=(*facts.packs, found.pack))  # it has rules, and no words of its own
    after = document_verdicts(document_relations(only, discover=False), AUTO)
    full, alone = (document_findings(examined(one)) for one in (before, after))
    again = sum(
        (_said_whatever_the_rule(full.findings) & _said_whatever_the_rule(alone.findings)).values()
    )
    return Suggestion(
        yaml_of(found.pack, _remarks(found)),
        len(found.pack.rules),
        found.relations,
        found.left_out,
        len(full.findings),
        again,
        len(_tied(full.verdicts)),
        len(_tied(full.verdicts) & _tied(alone.verdicts)),
    )


def _suggested(found: DocumentVerdicts) -> Suggested:
    relations = found.of
    facts, general = relations.of, relations.general
    book = book_of(facts)

    def declared(rule: Rule) -> Iterator[Relation]:
        made = (relation for _, relation in bound([rule], book))
        return (r for r in made if verdict(r, found.rounding).status is not Status.NOT_CHECKABLE)

    made = suggested(
        facts.document,
        book.atlas,
        facts.facts,
        [v for v in found.verdicts if _is_new(v, general)],
        declared,
    )
    labels = tuple(
        replace(rule, id=rule.id.rpartition(".")[2])
        for rule in facts.rules
        if rule.kind is Kind.LABEL and rule.id in general
    )
    spared = tuple(p.id for p in facts.packs if any(r.id in general for r in p.rules))
    pack = replace(made.pack, rules=(*made.pack.rules, *labels), instead_of=spared)
    return made._replace(pack=pack)


def _is_new(found: Verdict, general: frozenset[str]) -> bool:
    """Whether a check counts and no rule of the document's own packs declares it."""
    relation = found.relation
    own = relation.origin is Origin.DECLARED and relation.rule not in general
    return found.status is not Status.NOT_CHECKABLE and not own


def _remarks(found: Suggested) -> list[str]:
    return _remarks_on(found.relations, len(found.pack.rules))


def _remarks_on(relations: int, rules: int) -> list[str]:
    return [
        "Suggested by auditor: read each rule, strike what does not belong, keep the rest.",
        f"Relations discovered: {relations}. Rules: {rules}.",
    ]


def _said_whatever_the_rule(findings: Iterable[Finding]) -> Counter[object]:
    """What findings say, whatever rule says it."""
    return Counter(
        (
            f.kind,
            f.severity,
            f.printed,
            f.expected,
            f.citations[0].source if f.citations else None,
            f.suspects[0].citation.source if f.suspects else None,
        )
        for f in findings
    )


def _tied(verdicts: Iterable[Verdict]) -> set[int]:
    holding = (v.relation for v in verdicts if v.status is Status.HOLDS)
    return {f.number for relation in holding for f in relation.facts if not f.figure.nil}
