"""Audits with some of the rules: what is left is as it is with all of them."""

import pytest

from auditor import readers
from auditor.auditing.many_files import audit
from auditor.auditing.pipeline import document_report
from auditor.model.relation import Severity
from auditor.model.selection import Selection, means
from auditor.rulebook.packs import rule_packs
from auditor.rulebook.select import UnknownRulesError, with_known_names

HARBOUR = """\
# Results for 2025

|                | 2023  | 2024  | 2025  | Growth |
|----------------|-------|-------|-------|--------|
| Ferries        | 4,118 | 4,390 | 4,527 | 3.1%   |
| Freight        | 2,655 | 2,701 | 2,934 | 8.6%   |
| Harbour dues   | 1,207 | 1,148 | 1,352 | 17.8%  |
| Total revenues | 7,980 | 8,329 | 8,813 | 7.0%   |
| Fuel           | 1,750 | 1,871 | 1,644 | -12.9% |

# Other Financial Data in 1Q25

|      | 2Q25 | 2Q24 |
|------|------|------|
| Fuel | 412  | 399  |
"""


def report(selection, text=HARBOUR):
    return document_report(
        readers.read(text.encode(), "harbour.md"), rule_packs(), selection=selection
    )


WHOLE = report(Selection())


def tallies(found):
    return {key: number for key, number in found.tallies.items() if number}


def test_the_document_has_something_for_every_selection_to_leave_out():
    found = [(f.rule, f.printed, f.broken) for f in WHOLE.findings]
    assert found == [
        ("sum", "8,329", ("growth",)),
        ("growth", "-12.9%", ()),
        ("core.heading-period", "1Q25", ()),
    ]


@pytest.mark.parametrize(
    "selection, findings",
    [
        (Selection(select=("sum",)), [("sum", "8,329")]),
        (Selection(select=("growth",)), [("growth", "8,329"), ("growth", "-12.9%")]),
        (Selection(select=("core",)), [("core.heading-period", "1Q25")]),
        (Selection(ignore=("core", "growth")), [("sum", "8,329")]),
        (Selection(select=("core.tie",)), []),
    ],
    ids=repr,
)
def test_what_is_asked_is_checked_as_if_all_were_asked(selection, findings):
    found = report(selection)
    asked = {key: n for key, n in tallies(WHOLE).items() if selection.takes(key[0])}
    assert tallies(found) == asked
    assert [(f.rule, f.printed) for f in found.findings] == findings
    assert (found.tied == 0) == (not any(status == "holds" for _, status in asked))


@pytest.mark.parametrize(
    "severity, expected",
    [
        ({"core": "error"}, ["error", "error", "error"]),
        ({"growth": "note"}, ["error", "note", "warning"]),
        ({"sum": "note"}, ["error", "error", "warning"]),  # it breaks a growth as well
        ({"sum": "note", "growth": "warning"}, ["warning", "warning", "warning"]),
    ],
)
def test_a_finding_is_as_severe_as_the_severest_rule_it_breaks(severity, expected):
    levels = tuple((rule, Severity(level)) for rule, level in severity.items())
    found = report(Selection(severity=levels)).findings
    by_rule = {f.rule: str(f.severity) for f in found}
    assert [by_rule[rule] for rule in ("sum", "growth", "core.heading-period")] == expected


@pytest.mark.parametrize(
    "name, said",
    [
        ("core.growht", "no rule is called `core.growht`; did you mean `core.growth`?"),
        ("core.heading", "no rule is called `core.heading`; did you mean `core.heading-period`?"),
        ("summ", "no rule is called `summ`; did you mean `sum`?"),
        ("x", "no rule is called `x`; `auditor rules list` names them all"),
    ],
)
@pytest.mark.parametrize("by", ["select", "ignore", "severity"])
def test_names_that_mean_no_rule_are_refused(name, said, by):
    selection = {
        "select": Selection(select=(name,)),
        "ignore": Selection(ignore=(name,)),
        "severity": Selection(severity=((name, Severity.NOTE),)),
    }[by]
    with pytest.raises(UnknownRulesError) as refused:
        audit([], selection=selection)
    assert refused.value.unknown == {name: said}


@pytest.mark.parametrize(
    "name", ["core", "iij", "core.tie", "sum", "formula", "prior", "ConsolidatedBalanceSheets"]
)
def test_rules_packs_kinds_and_statements_of_filings_have_names(name):
    packs = rule_packs()
    assert with_known_names(packs, Selection(select=(name,))) is packs


def test_a_pack_is_meant_by_its_name_alone():
    assert means("core", "core.tie")
    assert not means("core", "corelli.tie")
