"""Audits with some of the rules: what is left is as it is with all of them."""

import pytest

from auditor import readers
from auditor.pipeline import audit, document_report, rule_packs
from auditor.relation import Severity
from auditor.selecting import UnknownRulesError, with_known_names
from auditor.selection import Selection, means

HARBOUR = """\
# Results for 2025

|                | 2023  | 2024  | 2025  | Growth |
|----------------|-------|-------|-------|--------|
| Ferries        | 4,118 | 4,390 | 4,527 | 3.1%   |
| Freight        | 2,655 | 2,701 | 2,934 | 8.6%   |
| Harbour dues   | 1,207 | 1,148 | 1,352 | 17.8%  |
| Total revenues | 7,980 | 8,329 | 8,813 | 7.0%   |
| Fuel           | 1,750 | 1,871 | 1,644 | -12.9% |

# Other figures for 2024

|      | 2023 | 2025 |
|------|------|------|
| Fuel | 1    | 2    |
"""


def report(selection, text=HARBOUR):
    return document_report(
        readers.read(text.encode(), "harbour.md"), rule_packs(), selection=selection
    )


WHOLE = report(Selection())


def told(found):
    return {(f.rule, f.printed) for f in found.findings}


def test_the_document_has_something_for_every_selection_to_leave_out():
    rules = {rule for rule, _ in told(WHOLE)}
    assert {"sum", "growth", "core.heading-period"} <= rules


@pytest.mark.parametrize(
    "selection",
    [
        Selection(select=("sum",)),
        Selection(select=("growth",)),
        Selection(select=("core",)),
        Selection(ignore=("sum",)),
        Selection(ignore=("growth", "core")),
        Selection(select=("core.tie",)),
    ],
    ids=repr,
)
def test_what_is_asked_is_checked_as_if_all_were_asked(selection):
    found = report(selection)
    asked = {key: n for key, n in WHOLE.tallies.items() if selection.takes(key[0])}
    assert dict(found.tallies) == asked
    assert told(found) == {one for one in told(WHOLE) if selection.takes(one[0])}
    assert (found.tied == 0) == (not any(status == "holds" for _, status in asked))


def test_findings_are_as_severe_as_is_asked():
    selection = Selection(
        severity=(("sum", Severity.WARNING), ("core.heading-period", Severity.ERROR))
    )
    severities = {f.rule: f.severity for f in report(selection).findings}
    assert severities["sum"] == "warning"
    assert severities["core.heading-period"] == "error"
    assert severities["growth"] == "error"


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
    value = ((name, Severity.NOTE),) if by == "severity" else (name,)
    with pytest.raises(UnknownRulesError) as refused:
        audit([], selection=Selection(**{by: value}))
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
