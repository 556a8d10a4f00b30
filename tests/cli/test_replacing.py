"""No command writes over what it reads, whatever it is called there."""

import os

import pytest
from typer.testing import CliRunner

from auditor.cli import app

TABLE = """\
| (JPY million) | 2Q25 | 2Q24 | YoY |
|---|---|---|---|
| Fares | 8,412 | 7,377 | 14.0% |
| Freight | 2,238 | 2,109 | 6.1% |
| Charter | 640 | 711 | (10.0%) |
| Net sales | 11,920 | 10,197 | 10.7% |
"""
RULES = """\
pack: gannet
title: Rules of Gannet Lines
rules:
  - {id: fares, title: Fares add up, sum: Net sales, of: [Fares, Freight, Charter]}
"""
FILES = {
    "own.md": TABLE,
    "old.md": TABLE,
    "docs/a.md": TABLE,
    "rules.yaml": RULES,
    "rules/more.yaml": RULES.replace("gannet", "tern"),
    "auditor.toml": "strict = false\n",
    "auditor-baseline.toml": "",
    "own.md.waivers.toml": "",
    "f.xbrl": "<xbrl/>",
    "f_cal.xml": "<linkbase/>",
}


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(arguments):
    return CliRunner().invoke(app, arguments.split())


@pytest.mark.parametrize(
    "arguments, what",
    [
        ("check own.md --output own.md", "one of the documents"),
        ("check own.md --output ./docs/../own.md", "one of the documents"),
        ("check own.md --format html:own.md", "one of the documents"),
        ("check own.md --format terminal --format html:own.md", "one of the documents"),
        ("check docs --format markdown:docs/a.md", "--exclude leaves it out"),
        ("check docs/*.md --output docs/a.md", "one of the documents"),
        ("check own.md --prior old.md --output old.md", "the earlier document"),
        ("check own.md --rules rules.yaml --output rules.yaml", "one of the rule files"),
        ("check own.md --rules rules --output rules/more.yaml", "one of the rule files"),
        ("check own.md --output auditor.toml", "the file of settings"),
        ("check own.md --output auditor-baseline.toml", "the baseline"),
        ("check own.md --output own.md.waivers.toml", "the waivers of one"),
        ("check f.xbrl --output f_cal.xml", "one of the documents"),
        ("check own.md --output docs", "it is a folder"),
        ("check own.md --format html:r --format csv:r", "two reports"),
        ("check own.md --format html:r --output r --format json", "two reports"),
        ("suggest own.md --output own.md", "one of the documents"),
        ("suggest own.md --rules rules.yaml --output rules.yaml", "one of the rule files"),
        ("annotate own.md -o own.md", "one of the documents"),
        ("annotate own.md --prior old.md -o old.md", "the earlier document"),
        ("annotate own.md -o auditor.toml", "the file of settings"),
        ("baseline own.md --output own.md --force", "one of the documents"),
        ("baseline own.md --output own.md --update", "one of the documents"),
        ("baseline own.md --rules rules.yaml --output rules.yaml --force", "one of the rule files"),
        ("baseline own.md --prior old.md --output old.md --force", "the earlier document"),
    ],
)
def test_an_output_that_is_an_input_is_refused(folder, arguments, what):
    result = run(arguments)
    assert (result.exit_code, what in result.stderr) == (2, True), result.output
    assert {n: (folder / n).read_text(encoding="utf-8") for n in FILES} == FILES
    assert not (folder / "r").exists()


@pytest.mark.skipif(os.name != "posix", reason="links need no right on posix")
@pytest.mark.parametrize("link", ["symlink_to", "hardlink_to"])
@pytest.mark.parametrize(
    "arguments",
    [
        "check own.md --output link.md",
        "annotate own.md -o link.md",
        "suggest own.md --output link.md",
    ],
)  # fmt: skip
def test_a_link_to_the_document_is_the_document(folder, link, arguments):
    getattr(folder / "link.md", link)(folder / "own.md")
    assert run(arguments).exit_code == 2
    assert (folder / "own.md").read_text(encoding="utf-8") == TABLE


@pytest.mark.parametrize(
    "arguments, status, written",
    [
        ("check own.md --output report.txt", 1, "report.txt"),
        ("check docs --output docs/report.json --format json", 1, "docs/report.json"),
        ("check own.md --isolated --output auditor-baseline.toml", 1, "auditor-baseline.toml"),
        ("check docs own.md --exclude a.md --output docs/a.md", 2, "docs/a.md"),
        ("annotate own.md -o copy.md", 0, "copy.md"),
        ("suggest own.md --output rules.yaml", 0, "rules.yaml"),
        ("baseline own.md --update", 0, "auditor-baseline.toml"),
        ("baseline own.md --output own.md.waivers.toml --force", 0, "own.md.waivers.toml"),
    ],
)
def test_what_is_not_read_may_be_replaced(folder, arguments, status, written):
    result = run(arguments)
    assert result.exit_code == status, result.output
    assert (folder / written).stat().st_size > 100


@pytest.mark.parametrize(
    "name, refused",
    [
        ("out.docx", True),
        ("out.html", True),
        ("out.doc", True),
        ("out.md", False),
        ("out.txt", False),
        ("OUT.MD", False),
        ("out", False),
    ],
)
def test_a_copy_keeps_its_format(folder, name, refused):
    result = run(f"annotate own.md -o {name}")
    assert result.exit_code == (2 if refused else 0), result.output
    assert (folder / name).exists() is not refused


@pytest.mark.parametrize("paths, said", [("docs", "it is a folder"), ("gone.md", "no such file")])
def test_one_document_is_annotated(paths, said):
    result = run(f"annotate {paths} -o copy.md")
    assert result.exit_code == 2
    assert said in result.stderr


def identifier():
    return run("check own.md --format csv").stdout.splitlines()[1].split(",")[1]


@pytest.mark.parametrize(
    "options, marked",
    [
        ("", True),
        ("--ignore sum", False),
        ("--select ratio", False),
        ("--severity sum=note,growth=note", False),
        ("--severity sum=note,growth=note --strict", True),
    ],
)
def test_a_copy_shows_what_check_reports(folder, options, marked):
    assert run(f"annotate own.md -o copy.md {options}").exit_code == 0
    assert (identifier() in (folder / "copy.md").read_text(encoding="utf-8")) is marked


def test_settings_and_waivers_count_in_a_copy(folder):
    id_ = identifier()
    waiver = f'[[waiver]]\nfinding = "{id_}"\nreason = "as published"\n'
    (folder / "own.md.waivers.toml").write_text(waiver, encoding="utf-8")
    for option, marked in (("", False), ("--isolated", True)):
        assert run(f"annotate own.md -o copy.md {option}").exit_code == 0
        assert (id_ in (folder / "copy.md").read_text(encoding="utf-8")) is marked


PUBLISHED = """\
# Results for 2024

(USD million)

| | 2024 | 2023 | 2022 |
|---|---|---|---|
| Freight | 96.4 | 90.1 | 85.0 |
| Services | 55.6 | 50.2 | 48.8 |
| Revenue | 151.9 | 140.3 | 133.8 |
| Costs | 102.2 | 95.0 | 91.1 |
"""
REPEATED = """\
# Results for 2025

(USD million)

| | 2025 | 2024 |
|---|---|---|
| Freight | 102.7 | 96.4 |
| Services | 61.5 | 55.5 |
| Revenue | 164.2 | 151.9 |
| Costs | 108.9 | 102.2 |
"""


@pytest.mark.parametrize(
    "command, without",
    [("explain {id} new.md", 2), ("annotate new.md -o copy.md", 0), ("diff new.md new.md", 0)],
)
def test_what_differs_from_the_earlier_document_is_told(folder, command, without):
    (folder / "new.md").write_text(REPEATED, encoding="utf-8")
    (folder / "before.md").write_text(PUBLISHED, encoding="utf-8")
    _, found, *_ = run("check new.md --prior before.md --format csv").stdout.splitlines()
    id_ = found.split(",")[1]
    asked = command.format(id=id_)
    for option, status, said in (("", without, False), ("--prior before.md", 0, True)):
        told = run(f"{asked} {option}")
        copies = [path.read_text(encoding="utf-8") for path in folder.glob("copy.md")]
        assert told.exit_code == status, told.output
        assert (id_ in "".join([told.stdout, *copies])) is said


def test_an_earlier_document_that_cannot_be_read_is_named():
    for command in ("explain 12 own.md", "annotate own.md -o copy.md", "diff own.md own.md"):
        result = run(f"{command} --prior gone.md")
        assert result.exit_code == 2
        assert result.stderr.splitlines()[-1].startswith("auditor: gone.md: ")
