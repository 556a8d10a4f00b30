"""The rules that ship: each is shown by examples, and the examples are carried out."""

from pathlib import Path

import pytest

from auditor.auditing.examples import examples_outcome
from auditor.formats.resources import rules_folder
from auditor.model.rule import Rule
from auditor.rulebook.files import load_pack
from auditor.rulebook.packs import rule_packs

FILES = sorted(rules_folder().glob("*.yaml"))
RULES: list[Rule] = [rule for pack in rule_packs() for rule in pack.rules]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_pack_loads_without_mistakes(path: Path):
    pack, mistakes = load_pack(path)
    assert mistakes == ()
    assert pack is not None
    assert pack.title


def test_there_are_rules():
    assert {Path(rule.path).name for rule in RULES} <= {path.name for path in FILES}
    assert RULES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_has_an_example_that_holds_and_one_that_is_violated(rule: Rule):
    assert {"holds", "violated"} <= {example.expect for example in rule.examples}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_says_what_it_states_and_why(rule: Rule):
    assert rule.title
    assert rule.why


def test_rule_ids_differ():
    assert len({rule.id for rule in RULES}) == len(RULES)


@pytest.mark.parametrize(
    "outcome", examples_outcome(), ids=lambda o: f"{o.rule}:{o.line}:{o.expected}"
)
def test_every_example_comes_out_as_it_says(outcome):
    assert outcome.got == outcome.expected, f"{outcome.path}:{outcome.line}"


def test_every_example_is_carried_out():
    assert len(examples_outcome()) == sum(len(rule.examples) for rule in RULES)


def test_the_examples_of_one_file_are_carried_out_alone():
    outcomes = examples_outcome([str(FILES[0])])
    assert {Path(outcome.path).name for outcome in outcomes} <= {FILES[0].name}
