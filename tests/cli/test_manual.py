"""The manual: its reference is what the rule files say, and its pages hang together."""

import re
from pathlib import Path

import pytest
import yaml

from auditor.cli._manual import shipped_reference
from auditor.configuration import SETTINGS
from auditor.rulebook.describe import declared, descriptions
from auditor.rulebook.files.loading import parsed_pack
from auditor.rulebook.packs import rule_packs

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.glob("*.md"))


def test_the_reference_is_in_step_with_the_rules():
    written = (DOCS / "rule-reference.md").read_text(encoding="utf-8")
    assert written == shipped_reference(), "run `make docs`"


def test_the_reference_has_every_rule_with_its_examples():
    text = shipped_reference()
    for rule in descriptions(rule_packs()):
        assert f"### `{rule.id}`" in text
        assert all(example.rstrip() in text for _, example in rule.examples)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_page_is_in_the_index_and_its_links_lead_somewhere(page):
    navigation = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]
    named = {one if isinstance(one, str) else next(iter(one.values())) for one in navigation}
    assert page.name in named
    links = re.findall(r"\]\(([\w./-]+\.md)[)#]", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (DOCS / link).is_file()] == []


def test_the_navigation_names_pages_that_there_are():
    index = (DOCS / "index.md").read_text(encoding="utf-8")
    others = {page.name for page in PAGES} - {"index.md"}
    assert {name for name in others if f"]({name})" not in index} == set()


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_every_setting_is_in_the_manual(setting):
    text = (DOCS / "configuration.md").read_text(encoding="utf-8")
    assert f"| `{setting.key}` |" in text
    assert f"`AUDITOR_{setting.name.upper()}`" in text


@pytest.mark.parametrize(
    "body, formula",
    [
        ("sum: Total\nof: [A, B]\nless: C", "Total = A + B - C"),
        ("difference: Rest\nof: Whole\nless: Part", "Rest = Whole - Part"),
        ("ratio: Margin\nof: [A, B]\nto: Sales", "Margin = (A + B) / Sales"),
        (
            "growth: {concept: Sales, measure: growth}\nof: Sales\nover: {concept: Plan}",
            "Sales (growth) = Sales / Plan - 1",
        ),
        (
            "average: Mean\nof: {concept: A, when: its quarters}",
            "Mean = average of A (its quarters)",
        ),
        (
            "tie: any\nwith: {concept: same, when: its end}",
            "any concept = the same concept (its end)",
        ),
        (
            "sum: {table: T, row: Total}\nof: [{row: A}, {row: B, column: '2025'}]",
            "[row Total, table T] = [row A] + [row B, column 2025]",
        ),
        ("label: heading\nwith: columns", "the words of a heading agree with the columns below it"),
    ],
)
def test_a_rule_has_its_formula(body, formula):
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    pack, mistakes = parsed_pack(
        f"pack: p\ntitle: T\nrules:\n  - id: r\n    title: t\n{lines}", "p.yaml"
    )
    assert not mistakes
    assert pack is not None
    assert declared(pack.rules[0]).formula == formula
