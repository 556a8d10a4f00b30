"""The rules that no file declares: what is said of them is what they do."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.checks import check_rows, error_values, impossible_dates, turned_ranges
from auditor.model.relation import Kind
from auditor.model.verdict import Status
from auditor.readers._xlsx import oddities
from auditor.relations import formulas, prior
from auditor.relations.tagged import duplicates
from auditor.relations.tagged import findings as told
from auditor.render._rules import TITLES
from auditor.rulebook.builtin import BUILT_IN, FORMULAS
from auditor.rulebook.packs import rule_packs

SHOWN = [rule for rule in BUILT_IN.values() if rule.holds]


def report(text):
    return document_report(readers.read(text.encode(), "example.md"), rule_packs())


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.id)
def test_the_example_that_holds_is_checked_and_nothing_is_found(rule):
    found = report(rule.holds)
    assert found.findings == ()
    assert found.tallies[rule.id, Status.HOLDS]


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.id)
def test_the_example_that_is_violated_is_one_finding_of_the_rule(rule):
    assert [found.rule for found in report(rule.violated).findings] == [rule.id]


def test_every_rule_that_the_auditor_names_is_described():
    tags = {told.UNREADABLE, told.MISTAGGED, told.EXCESS, told.NIL_TOO, duplicates.RULE}
    kinds = {str(kind) for kind in Kind} - {Kind.LABEL, Kind.SCHEMA, Kind.COMPLETENESS}
    tags |= {told.TWICE, told.LACKS, told.NEVER}
    cells = {error_values.RULE, check_rows.RULE, impossible_dates.RULE, turned_ranges.RULE}
    cells |= {oddities.TYPED, oddities.LEFT_OUT}
    assert set(BUILT_IN) == kinds | tags | cells | {formulas.RULE, prior.RULE}


def test_every_kind_has_its_formula():
    assert set(FORMULAS) == set(Kind) == set(TITLES)
