"""Selecting: verdicts, findings and headings of the rules that are asked, as severe as is asked.

What the other rules say still tells how a document is to be read, so that the checks of a rule
are the same whichever others are asked; but it is no check, ties no figure and convicts none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from auditor.model.dataset import is_found
from auditor.model.finding import Finding
from auditor.model.mistake import likely
from auditor.model.rule import Pack
from auditor.model.selection import EVERY_RULE, Selection, means
from auditor.model.verdict import LabelCheck, Verdict


class UnknownRulesError(LookupError):
    """Rules asked for that there are not; ``unknown`` is what is to be said of each name."""

    def __init__(self, unknown: Mapping[str, str]) -> None:
        super().__init__("\n".join(unknown.values()))
        self.unknown = unknown


def asked_verdicts(verdicts: tuple[Verdict, ...], selection: Selection) -> tuple[Verdict, ...]:
    """The verdicts on relations of the rules that are asked; the same object where all are."""
    if selection == EVERY_RULE:
        return verdicts
    return tuple(_verdict(v, selection) for v in verdicts if selection.takes(v.relation.rule))


def asked_findings(findings: Iterable[Finding], selection: Selection) -> tuple[Finding, ...]:
    """The findings of the rules that are asked."""
    return tuple(
        replace(found, severity=selection.severity_of(found.rule, found.severity))
        for found in findings
        if selection.takes(found.rule)
    )


def asked_labels(labels: Iterable[LabelCheck], selection: Selection) -> tuple[LabelCheck, ...]:
    """The headings checked by the rules that are asked."""
    return tuple(
        replace(label, severity=selection.severity_of(label.rule, label.severity))
        for label in labels
        if selection.takes(label.rule)
    )


def with_asked_data_rules(pack: Pack, selection: Selection) -> Pack:
    """The pack with the rules on data files that are asked, each as severe as is asked."""
    assert pack.data is not None
    rules = tuple(
        replace(rule, severity=selection.severity_of(rule.id, rule.severity))
        for rule in pack.data.rules
        if selection.takes(rule.id)
    )
    complete = tuple(
        replace(rule, severity=selection.severity_of(rule.id, rule.severity))
        for rule in pack.data.complete
        if selection.takes(rule.id)
    )
    return replace(pack, data=replace(pack.data, rules=rules, complete=complete))


def with_asked_rules_across(pack: Pack, selection: Selection) -> Pack:
    """The pack with the rules between files that are asked, each as severe as is asked."""
    across = tuple(
        replace(rule, severity=selection.severity_of(rule.id, rule.severity))
        for rule in pack.across
        if selection.takes(rule.id)
    )
    return replace(pack, across=across)


def with_known_names(packs: tuple[Pack, ...], selection: Selection) -> tuple[Pack, ...]:
    """The packs; raises UnknownRulesError where the selection names what is no rule."""
    unknown = dict(_unknown_names(selection, packs)) if selection.names else {}
    if unknown:
        raise UnknownRulesError(unknown)
    return packs


def _unknown_names(selection: Selection, packs: Sequence[Pack]) -> Iterator[tuple[str, str]]:
    """The names that mean no rule, each with what is to be said of it.

    A name with a capital letter may be that of a statement in a filing, whose own calculations
    are its rules: no other rule has one.
    """
    from auditor.rulebook.builtin import BUILT_IN

    declared = (name for pack in packs for name in _rule_names(pack))
    packs_with_rules = (pack.id for pack in packs if pack.rules or pack.data or pack.across)
    known = dict.fromkeys((*BUILT_IN, *declared, *packs_with_rules))
    for name in dict.fromkeys(selection.names):
        if is_found(name):  # which there are, only the file tells
            continue
        if name == name.lower() and not any(means(name, rule) for rule in known):
            begun = (rule for rule in known if rule.startswith(name))
            meant = next(begun, None) or likely(name, known)
            guess = f"did you mean `{meant}`?" if meant else "`auditor rules list` names them all"
            yield name, f"no rule is called `{name}`; {guess}"


def _rule_names(pack: Pack) -> Iterator[str]:
    yield from (rule.id for rule in pack.rules)
    yield from (rule.id for rule in pack.across)
    if pack.data:
        yield from (rule.id for rule in pack.data.declared)
        yield from (f"{pack.id}.{name}" for name in ("columns", "key"))


def _verdict(verdict: Verdict, selection: Selection) -> Verdict:
    relation = verdict.relation
    severity = selection.severity_of(relation.rule, relation.severity)
    if severity is relation.severity:
        return verdict
    return replace(verdict, relation=replace(relation, severity=severity))
