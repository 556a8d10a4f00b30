"""Examples: what rules say of the few lines written beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from auditor import readers
from auditor.auditing.facts import document_facts
from auditor.auditing.relations import document_relations
from auditor.auditing.verdicts import document_verdicts
from auditor.datafiles import statuses_across, statuses_in
from auditor.model.dataset import Completeness, DataExample, DataRule
from auditor.model.figure import AUTO
from auditor.model.rule import Example, Pack, Rule
from auditor.model.verdict import Status
from auditor.rulebook.packs import rule_packs


class ExampleOutcome(NamedTuple):
    """What a rule said of one of its examples, against what it should say."""

    rule: str
    path: str
    line: int
    expected: str
    got: str

    @property
    def ok(self) -> bool:
        return self.expected == self.got


def outcomes(packs: Sequence[Pack], paths: Sequence[str] = ()) -> tuple[ExampleOutcome, ...]:
    """Every example of the packs carried out; of those in the given files or folders, if any."""
    given = {Path(p).resolve() for p in paths}
    return tuple(
        _outcome(rule, example, pack, packs)
        for pack in packs
        if not given or given & {Path(pack.path).resolve(), *Path(pack.path).resolve().parents}
        for rule in pack.declared
        for example in rule.examples
    )


def _outcome(
    rule: Rule | DataRule | Completeness,
    example: Example | DataExample,
    pack: Pack,
    packs: Sequence[Pack],
) -> ExampleOutcome:
    try:
        if isinstance(rule, DataRule) and isinstance(example, DataExample) and rule.across:
            got = _worst(statuses_across(example, pack, rule))
        elif isinstance(rule, (DataRule, Completeness)):
            got = _worst(statuses_in(example.text, pack, rule))
        else:
            got = _worst(_statuses_in(rule, example, pack, packs))
    except readers.UnreadableError as reason:  # an example is a file too, and may be a broken one
        got = f"not readable: {reason}"
    return ExampleOutcome(rule.id, rule.path, example.line, example.expect, got)


def _statuses_in(
    rule: Rule, example: Example | DataExample, pack: Pack, packs: Sequence[Pack]
) -> set[Status]:
    document = readers.read(example.text.encode(), f"{rule.path}:{example.line}")
    words = tuple(replace(p, rules=()) for p in packs if p is pack or not p.applies)
    facts = document_facts(document, (*words, Pack(pack.id, pack.title, rules=(rule,))))
    found = document_verdicts(document_relations(facts, discover=False), AUTO)
    return {v.status for v in found.verdicts} | {c.status for c in found.labels}


def _worst(got: set[Status]) -> str:
    for status in (Status.VIOLATED, Status.HOLDS, Status.NOT_CHECKABLE):
        if status in got:
            return str(status)
    return "nothing to check"


def examples_outcome(paths: Sequence[str] = ()) -> tuple[ExampleOutcome, ...]:
    """Every example of the packs that come with the auditor, or of the given files, carried out."""
    return outcomes(rule_packs(paths), paths)
