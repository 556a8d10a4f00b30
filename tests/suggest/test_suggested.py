"""Suggestion: rules that say what was discovered, no more and no less."""

from collections import Counter
from pathlib import Path

import pytest
from typer.testing import CliRunner

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.auditing.suggest import suggestion_for
from auditor.cli import app
from auditor.model.verdict import Status
from auditor.rulebook.files.loading import parsed_pack
from auditor.rulebook.packs import rule_packs
from tests.statements import STATEMENTS, plants

PACKS = tuple(pack for pack in rule_packs() if not pack.applies)
PLANTED = [plant for sheet in STATEMENTS for plant in plants(sheet, wanted=2)]

TWICE_TOTAL = """# Gannet Ferries Inc. annual report 2025

## Balance sheet

| | 2025 | 2024 |
|---|---|---|
| Current assets | | |
| Cash | 412 | 377 |
| Receivables | 1,238 | 1,109 |
| Total | 1,650 | 1,486 |
| Other assets | | |
| Ships | 7,301 | 6,984 |
| Quays | 2,046 | 2,113 |
| Total | 9,347 | 9,097 |
"""
COLUMNS = """# Gannet Ferries Inc. quarterly results

## Sales

| | 2Q25 | 2Q24 | YoY |
|---|---|---|---|
| Fares | 8,412 | 7,377 | 14.0% |
| Freight | 2,238 | 2,109 | 6.1% |
| Catering | 1,127 | 1,003 | 12.4% |
| Charter | 640 | 711 | (10.0%) |
| Net sales | 12,417 | 11,200 | 10.9% |
"""


def document(text):
    return readers.read(text.encode(), "gannet.md")


def suggested(text):
    """The suggestion for a text and the pack that its rule file is read as."""
    found = suggestion_for(document(text), PACKS)
    pack, mistakes = parsed_pack(found.text, "suggested.yaml")
    assert mistakes == ()
    assert pack is not None
    return found, pack


def findings_of(report):
    """What the findings of a report say, whatever rule says it."""
    return Counter(
        (f.kind, f.severity, f.printed, f.expected, f.suspects[0].citation if f.suspects else None)
        for f in report.findings
    )


def tied(report):
    held = [check.relation for check in report.checks if check.status is Status.HOLDS]
    return {fact.number for relation in held for fact in relation.facts}


@pytest.mark.parametrize("plant", PLANTED, ids=lambda plant: plant.name)
def test_by_the_suggested_rules_alone_a_document_gives_the_same_findings(plant):
    found, pack = suggested(plant.text)
    full = document_report(document(plant.text), PACKS)
    alone = document_report(document(plant.text), (*PACKS, pack), discover=False)
    assert findings_of(alone) == findings_of(full)
    assert tied(alone) >= tied(full)  # what is declared convicts by itself, and so ties more
    assert (found.again, found.left_out) == (found.findings, 0)


@pytest.mark.parametrize("sheet", STATEMENTS, ids=lambda sheet: sheet.name)
def test_a_rule_is_a_signature_not_a_cell(sheet):
    found, _ = suggested(sheet.text())
    assert found.rules <= len(sheet.rows) + len(sheet.columns)


def test_the_sample_release_is_reproduced():
    text = Path(__file__).parents[2].joinpath("samples", "iij-2q06.md").read_text("utf-8")
    found, _ = suggested(text)
    assert found.again == found.findings
    assert found.tied_again >= 0.99 * found.tied
    assert found.rules < found.relations / 2


@pytest.mark.parametrize(
    "text, line",
    [
        (COLUMNS, "    title: YoY is the growth from 2Q24 to 2Q25, in every row"),
        (COLUMNS, "    growth: {table: Sales, column: YoY}"),
        (COLUMNS, "    over: {column: 2Q24}"),
        (COLUMNS, "    sum: {table: Sales, row: Net sales, column: [2Q25, 2Q24]}"),
        (COLUMNS, "      - {row: Fares}"),
        (TWICE_TOTAL, "    sum: {table: Balance sheet, row: Current assets > Total}"),
        (TWICE_TOTAL, "    sum: {table: Balance sheet, row: Other assets > Total}"),
        (TWICE_TOTAL, "applies: Gannet Ferries Inc. annual report"),
        (TWICE_TOTAL, "instead-of: core"),
    ],
)
def test_rules_are_written_as_a_person_would(text, line):
    assert line in suggested(text)[0].text.splitlines()


def test_a_rule_that_fails_says_so():
    wrong = COLUMNS.replace("12.4%", "12.8%")
    assert "Here it holds in 4 of 5 places." in suggested(wrong)[0].text


def test_the_next_document_is_checked_by_the_same_rules():
    _, pack = suggested(COLUMNS)
    later = COLUMNS.replace("quarterly results", "results").replace("8,412", "8,421")
    found = document_report(document(later), (*PACKS, pack), discover=False).findings
    assert [(f.printed, f.expected) for f in found] == [("8,421", "8,412")]


def test_the_command_writes_a_file_that_check_takes(tmp_path):
    (tmp_path / "results.md").write_text(COLUMNS.replace("12.4%", "12.8%"), encoding="utf-8")
    rules = tmp_path / "rules.yaml"
    run = CliRunner().invoke(app, ["suggest", f"{tmp_path}/results.md", "--output", str(rules)])
    assert run.exit_code == 0
    assert "give 1 of 1 finding" in run.stderr
    check = ["check", f"{tmp_path}/results.md", "--rules", str(rules), "--no-discover"]
    checked = CliRunner().invoke(app, check)
    assert checked.exit_code == 1
    assert "suggested.t1-growth-yoy" in checked.stdout


@pytest.mark.parametrize(
    "name, text, message",
    [
        ("empty.md", "Nothing to see here.\n", "NOTHING WAS DISCOVERED in "),
        ("missing.md", None, "No such file or directory"),
        ("odd.xyz", "?", "odd.xyz: "),
    ],
)
def test_what_cannot_be_suggested_is_said(tmp_path, name, text, message):
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")
    run = CliRunner().invoke(app, ["suggest", f"{tmp_path}/{name}"])
    assert (run.exit_code, run.stdout) == (2, "")
    assert message in run.stderr


def test_broken_rules_are_told(tmp_path):
    (tmp_path / "a.md").write_text(COLUMNS, encoding="utf-8")
    (tmp_path / "bad.yaml").write_text("pack: x\n", encoding="utf-8")
    run = CliRunner().invoke(
        app, ["suggest", f"{tmp_path}/a.md", "--rules", f"{tmp_path}/bad.yaml"]
    )
    assert run.exit_code == 2
    assert "missing key `title`" in run.stderr
