import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import pytest
from typer.testing import CliRunner

from auditor.cli import FailOn, app, exit_status
from auditor.model.document import Document, Source
from auditor.model.fact import Fact
from auditor.model.figure import Figure
from auditor.model.finding import Finding
from auditor.model.period import Period, month
from auditor.model.places.line import LinePlace
from auditor.model.places.page import PagePlace
from auditor.model.places.paragraph import ParagraphPlace
from auditor.model.places.sheet import SheetPlace
from auditor.model.relation import Kind, Origin, Severity
from auditor.model.report import DocumentReport, Report, Unread
from auditor.model.rule import Operand, Pack, Rule
from auditor.model.settings import Settings
from auditor.model.verdict import Status

STATEMENT = "| | 2025 |\n|---|---|\n| Fares | 12 |\n"
PLAIN = {"NO_COLOR": "1", "COLUMNS": "200"}


def report(*severities, unread=()):
    findings = tuple(
        Finding("1", "sum", Kind.SUM, Origin.DISCOVERED, s, "Wrong.", "1", "2", None, (), ())
        for s in severities
    )
    checked = {("core.sum", Status.HOLDS): 1}
    document = DocumentReport("a.md", "0" * 64, 2, 0, (), findings, (), tally=checked)
    return Report((document,), tuple(Unread(path, "no such file") for path in unread))


FACT = Fact(
    1,
    Figure("1,204", 0, 1204, 0, "JPY", 6),
    Source("a.md", LinePlace(5, 9, 14)),
    "Revenue",
    "revenue",
    period=Period(month(2006, 7), month(2006, 9), "2Q06"),
)


RULE = Rule("gross-margin", Kind.SUM, "a total", Operand("total"), path="rules/a.yaml", line=3)


@dataclass(frozen=True, slots=True)
class Outcome:
    rule: str
    path: str
    line: int
    expected: str
    got: str
    ok: bool


class BrokenRulesError(Exception):
    mistakes = ("rules.yaml:3:5: unknown key 'kin'", "rules.yaml:9:1: no target")


@pytest.fixture
def pipeline(monkeypatch):
    """A pipeline that answers what its attributes say and remembers what it was asked."""
    made: Any = ModuleType("pipeline")
    made.asked = {}
    made.report = report()
    made.BrokenRulesError = BrokenRulesError

    def audit(paths, **options):
        made.asked.update(options, paths=list(paths))
        if options["rules"] == ["broken.yaml"]:
            raise BrokenRulesError
        return made.report

    def rule_packs(extra):
        if extra == ["broken.yaml"]:
            raise BrokenRulesError
        return (Pack("core", "Core", rules=(RULE,)),)

    made.audit = audit
    made.read = lambda path, stdin: Document(path, "", ())  # noqa: ARG005
    made.facts_of = lambda document: (FACT,)  # noqa: ARG005
    made.examples_outcome = lambda paths: made.outcomes  # noqa: ARG005
    made.outcomes = ()
    made.rule_packs = rule_packs
    for name in ("auditing.pipeline", "auditing.many_files", "auditing.examples", "rulebook.packs"):
        monkeypatch.setitem(sys.modules, f"auditor.{name}", made)
    return made


def run(*arguments, **options):
    return CliRunner().invoke(app, [*arguments], env=PLAIN, **options)


@pytest.mark.parametrize(
    ("severities", "unread", "fail_on", "status"),
    [
        ((), (), "error", 0),
        (("note",), (), "warning", 0),
        (("warning",), (), "error", 0),
        (("warning",), (), "warning", 1),
        (("error",), (), "error", 1),
        (("error",), (), "warning", 1),
        (("error", "warning"), (), "never", 0),
        ((), ("gone.md",), "never", 2),
        (("error",), ("gone.md",), "error", 2),
    ],
)
def test_the_exit_status_says_what_was_found(pipeline, severities, unread, fail_on, status):
    pipeline.report = report(*map(Severity, severities), unread=unread)
    assert exit_status(pipeline.report, Settings(fail_on=FailOn(fail_on))) == status
    assert run("check", "a.md", "--fail-on", fail_on).exit_code == status


@pytest.mark.parametrize(
    ("tally", "tied", "asked", "status"),
    [
        ({}, 0, {}, 2),  # not one check
        ({}, 0, {"allow_unchecked": True}, 0),
        ({("core.sum", Status.NOT_CHECKABLE): 3}, 0, {}, 2),
        ({("core.sum", Status.HOLDS): 1}, 3, {"min_tied": 75}, 0),
        ({("core.sum", Status.HOLDS): 1}, 3, {"min_tied": 76}, 1),
    ],
)
def test_green_means_looked_at(tally, tied, asked, status):
    document = DocumentReport("a.md", "0" * 64, 4, tied, (), (), (), tally=tally)
    assert exit_status(Report((document,)), Settings(**asked)) == status


@pytest.mark.parametrize(
    ("arguments", "asked"),
    [
        (
            ["a.md", "b"],
            {"paths": ["a.md", "b"], "rules": [], "discover": True, "rounding": "auto", "jobs": 1},
        ),
        (["a.md", "--rules", "r.yaml", "--rules", "s"], {"rules": ["r.yaml", "s"]}),
        (["a.md", "--no-discover", "--rounding", "truncate"], {"rounding": "truncate"}),
        (["a.md", "--no-discover"], {"discover": False}),
        (["a.md", "--jobs", "4"], {"jobs": 4}),
        (["a.md", "--timeout", "20"], {"timeout": 20}),
        (["a.md"], {"timeout": 300}),
        (["a.md", "--joint"], {"joint": True}),
        (["a.md", "--show-checks"], {"joint": True}),
        (["a.md"], {"joint": False}),
        (["a.md"], {"stdin": None}),
        (["-"], {"paths": ["-"], "stdin": b"Total 1,204\xff\n"}),
    ],
)
def test_options_reach_the_pipeline(pipeline, arguments, asked):
    assert run("check", *arguments, input=b"Total 1,204\xff\n").exit_code == 0
    assert {key: pipeline.asked[key] for key in asked} == asked


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check"], "Missing argument"),
        (["check", "a.md", "--fail-on", "note"], "--fail-on"),
        (["check", "a.md", "--rounding", "up"], "--rounding"),
        (["check", "a.md", "--jobs", "0"], "--jobs"),
        (["check", "a.md", "--timeout", "-1"], "--timeout"),
        (["check", "a.md", "--formt", "json"], "--formt"),
        (["check", "a.md", "--format", "xml"], "unknown format 'xml'; choose from "),
        (["check", "a.md", "--rules", "broken.yaml"], "auditor: rules.yaml:9:1: no target\n"),
        (["check", "a.md", "--output", "no/such/folder/x"], "auditor: no/such/folder/x: No such"),
        (["chek", "a.md"], "chek"),
        (["check", "a.md", "-q", "-v"], "auditor: --quiet and --verbose ask for opposite things\n"),
        (["check", "a.md", "--severity", "sum"], "auditor: --severity: expected RULE=LEVEL"),
        (["check", "a.md", "--severity", "sum=bad"], "`warning` or `note`, not `bad`"),
        (["check", "a.md", "--config", "gone.toml"], "auditor: gone.toml: cannot be read: No such"),
        (["explain", "core.growht"], "no rule is called `core.growht`"),
        (["explain", "34d128510907"], "to explain a finding, name its document too"),
        (["rules", "list", "broken.yaml"], "auditor: rules.yaml:9:1: no target\n"),
        (["rules", "test", "none.yaml"], "NOTHING WAS TESTED"),
    ],
)
def test_what_cannot_be_done_is_said_on_stderr(pipeline, arguments, said):
    result = run(*arguments)
    assert pipeline
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_the_report_goes_to_stdout(pipeline):
    pipeline.report = report(Severity.ERROR)
    result = run("check", "a.md")
    assert result.stderr == ""
    assert "1 error, 0 warnings in 1 document" in result.stdout
    assert "\x1b" not in result.stdout


def test_the_report_goes_to_a_file_when_asked(pipeline, tmp_path):
    pipeline.report = report(Severity.ERROR)
    output = tmp_path / "report.json"
    result = run("check", "a.md", "--format", "json", "--output", str(output))
    assert (result.stdout, result.stderr, result.exit_code) == ("", "", 1)
    assert output.read_bytes() == run("check", "a.md", "--format", "json").stdout_bytes


def test_facts_are_listed_in_a_table(pipeline):
    assert pipeline
    assert run("facts", "a.md").stdout == (
        "place  text   label    meaning          period              scenario\n"
        "5:9    1,204  Revenue  revenue, amount  2006-07 to 2006-09  result\n"
        "\n"
        "1 figure read from a.md\n"
    )


@pytest.mark.parametrize(
    "told, made",
    [
        ({"certain": True}, "read for certain: a table that prints otherwise contradicts it"),
        ({"concept": "", "declined": "speaks of a cause"}, "declined: speaks of a cause"),
        ({}, "read with doubt: a table may confirm it, but none contradicts it"),
    ],
)
def test_claims_are_listed_with_what_is_made_of_them(pipeline, told, made):
    spoken = FACT._replace(source=Source("a.md", LinePlace(5, 9, 14)), **told)
    table = FACT._replace(source=Source("a.md", LinePlace(7, 1, 6), table=1, row=2, col=2))
    pipeline.facts_of = lambda document: (spoken, table)  # noqa: ARG005
    heading, row, _, count = run("facts", "a.md", "--claims").stdout.splitlines()
    assert heading.split("  ")[0] == "place"
    assert row.endswith(made)
    assert count == "1 figure of sentences read from a.md"


@pytest.mark.parametrize(
    "source, place",
    [
        (Source("a", PagePlace(4), table=2, row=3, col=1), "page 4 table 2 row 3 column 1"),
        (Source("a", SheetPlace("Segments", "B7"), table=1, row=7, col=2), "Segments!B7"),
        (Source("a", ParagraphPlace(12, 5, 9)), "paragraph 12"),
        (
            Source("a", LinePlace(1, 81_234, 81_239), table=4, row=12, col=3),
            "1:81234 table 4 row 12 column 3",
        ),
    ],
)
def test_facts_are_listed_with_their_places_in_every_format(pipeline, source, place):
    pipeline.facts_of = lambda document: (FACT._replace(source=source),)  # noqa: ARG005
    assert run("facts", "a").stdout.splitlines()[1].startswith(f"{place}  1,204  ")


def test_a_long_label_is_shortened_in_the_table_and_whole_in_the_csv(pipeline):
    label = "Revenue of every harbour that was leased before the ferries were sold"
    pipeline.facts_of = lambda document: (FACT._replace(label=label),)  # noqa: ARG005
    assert "  Revenue of every harbour that was leased before…  " in run("facts", "a.md").stdout
    assert label in run("facts", "a.md", "--format", "csv").stdout


def test_facts_are_listed_as_csv(pipeline):
    assert pipeline
    heading, row = run("facts", "a.md", "--format", "csv").stdout.splitlines()
    assert heading.startswith("path,number,text,value,")
    assert row.startswith('a.md,1,"1,204",1204000000,JPY,')


def test_an_unreadable_document_has_no_facts(pipeline):
    def read(path, stdin):  # noqa: ARG001
        raise FileNotFoundError(2, "No such file or directory", path)

    pipeline.read = read
    result = run("facts", "gone.md")
    assert result.exit_code == 2
    assert result.stderr == "auditor: gone.md: No such file or directory\n"


@pytest.mark.parametrize(
    ("got", "status", "said"),
    [
        ("violated", 0, "1 of 1 examples as expected\n"),
        (
            "holds",
            1,
            "r.yaml:7: growth: expected violated, got holds\n0 of 1 examples as expected\n",
        ),
    ],
)
def test_examples_of_rules_are_run(pipeline, got, status, said):
    pipeline.outcomes = (Outcome("growth", "r.yaml", 7, "violated", got, got == "violated"),)
    result = run("rules", "test", "r.yaml")
    assert (result.exit_code, result.stdout) == (status, said)


def test_rules_are_listed(pipeline):
    assert pipeline
    for command in (["rules"], ["rules", "list"]):
        listed = [line.split("  ") for line in run(*command).stdout.splitlines()]
        first, *others = [[cell.strip() for cell in line if cell] for line in listed]
        assert first == ["gross-margin", "sum", "a total", "rules/a.yaml:3"]
        assert {line[-1] for line in others} == {"found in the document itself"}


@pytest.mark.parametrize(
    "old, new, status, told",
    [
        (STATEMENT, STATEMENT, 0, ()),
        ("Nothing yet.", STATEMENT, 2, ("old.md",)),
        (STATEMENT, "Nothing any more.", 2, ("new.md",)),
        ("{", "{", 2, ("old.md", "new.md")),
    ],
)
def test_drafts_without_figures_compare_with_nothing(tmp_path, monkeypatch, old, new, status, told):
    monkeypatch.chdir(tmp_path)
    for name, text in (("old.md", old), ("new.md", new)):
        (tmp_path / name).write_text(text, "utf-8")
    result = run("diff", "old.md", "new.md", "--isolated")
    assert result.exit_code == status
    lines = [li for li in result.stdout.splitlines() if li.startswith("NOTHING TO COMPARE")]
    assert len(lines) == len(told)
    assert all(line.endswith(f"{name}.") for line, name in zip(lines, told, strict=True))


@pytest.mark.parametrize(
    "command",
    [
        [],
        ["check"],
        ["facts"],
        ["explain"],
        ["init"],
        ["diff"],
        ["suggest"],
        ["rules"],
        ["rules", "list"],
        ["rules", "test"],
        ["schema"],
    ],
)
def test_every_help_has_an_example(command):
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert "Example: auditor " in result.stdout


def test_help_imports_nothing_heavy():
    script = (
        "import sys; from auditor.cli import app; app(['--help'], standalone_mode=False);"
        "heavy = {'pandas', 'pandera', 'numpy', 'highspy', 'rich', 'yaml'};"
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


MAIN = """
import os
import sys
from types import ModuleType
from typing import Any
from auditor.model.report import Report, Unread
pipeline = ModuleType("pipeline")
pipeline.BrokenRulesError = type("BrokenRulesError", (Exception,), {})
def audit(paths, **options):
    if paths == ["crash"]:
        raise RuntimeError("a bug")
    if paths == ["talk"]:
        os.write(1, b"Solver 1.0, all rights reserved")  # as a compiled library prints
        os.system("echo a program")
        return Report(())
    return Report((), tuple(Unread("\\u58f2\\u4e0a.md", "\\udc80" * 80) for _ in range(2000)))
pipeline.audit = audit
sys.modules["auditor.auditing.many_files"] = sys.modules["auditor.rulebook.packs"] = pipeline
from auditor.cli import main
main()
"""


def command(*arguments, **options):
    return subprocess.Popen(
        [sys.executable, "-c", MAIN, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **options,
    )


def test_output_is_utf_8_whatever_the_locale():
    env = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    out, err = command("check", "a.md", env=env).communicate()
    assert "売上.md" in out.decode("utf-8")
    assert err == b""


def test_a_reader_that_stops_early_is_no_error():
    process = command("check", "a.md")
    assert isinstance(process.stdout, io.BufferedReader)
    process.stdout.close()
    assert process.stderr is not None
    with process.stderr as stderr:
        assert stderr.read() == b""
    assert process.wait() == 2


def test_what_libraries_print_is_not_in_the_report():
    out, err = command("check", "talk", "--format", "json").communicate()
    assert json.loads(out)["summary"]["documents"] == 0
    assert err.split() == b"Solver 1.0, all rights reserveda program".split()


@pytest.mark.skipif(os.name != "posix", reason="streams are closed by a shell's own words")
@pytest.mark.parametrize("closing, written", [("2>&-", True), (">&-", False)])
def test_a_closed_stream_is_no_mistake_of_the_other(closing, written):
    shell = f'"$0" -c "$1" check talk --format json {closing}'
    done = subprocess.run(
        ["/bin/sh", "-c", shell, sys.executable, MAIN], capture_output=True, check=False
    )
    assert (b'"summary"' in done.stdout) == written
    assert b"Solver" not in done.stdout


def test_a_crash_is_not_taken_for_a_finding():
    process = command("check", "crash")
    _, err = process.communicate()
    assert process.returncode == 2
    assert b"RuntimeError: a bug" in err


def test_several_formats_go_to_several_files(pipeline, tmp_path):
    pipeline.report = report(Severity.ERROR)
    result = run(
        "check", "a.md", "--format", f"sarif:{tmp_path / 'a.sarif'}",
        "--format", f"junit:{tmp_path / 'a.xml'}", "--format", "json",
    )  # fmt: skip
    assert result.exit_code == 1
    assert result.stdout.startswith('{\n  "schema": "auditor-report/1"')
    assert (tmp_path / "a.sarif").read_text("utf-8").startswith('{\n  "$schema"')
    assert (tmp_path / "a.xml").read_text("utf-8").startswith("<?xml")


@pytest.mark.parametrize("formats, said", [
    (["json", "sarif"], "only one format can go to one place"),
    (["json:a.json", "nosuch:b"], "unknown format 'nosuch'"),
])  # fmt: skip
def test_formats_that_cannot_be_delivered_are_refused(pipeline, formats, said):
    arguments = [part for name in formats for part in ("--format", name)]
    result = run("check", "a.md", *arguments)
    assert (result.exit_code, said in result.stderr) == (2, True)
    assert not pipeline.asked


def test_standard_input_cannot_be_watched(pipeline):
    assert run("check", "-", "--watch", input="x").exit_code == 2
    assert not pipeline.asked


@pytest.mark.parametrize("formats, kept", [
    (["terminal"], (False, False)),
    (["html:r.html"], (True, True)),
])  # fmt: skip
def test_a_document_is_kept_for_the_format_that_shows_it(pipeline, formats, kept, tmp_path):
    arguments = [part.replace("r.html", str(tmp_path / "r.html")) for part in formats]
    run("check", "a.md", "--format", *arguments)
    assert (pipeline.asked["shown"], pipeline.asked["detailed"]) == kept


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A working folder with a settings file."""
    (tmp_path / "auditor.toml").write_text(
        'select = ["core"]\nfail-on = "warning"\n', encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "arguments, selected, status",
    [
        ([], ("core",), 1),
        (["--select", "sum", "--select", "tie,iij"], ("sum", "tie", "iij"), 1),
        (["--fail-on", "error"], ("core",), 0),
        (["--exit-zero"], ("core",), 0),
        (["--isolated"], (), 0),
    ],
)
def test_settings_reach_the_pipeline(pipeline, home, arguments, selected, status):
    assert home
    pipeline.report = report(Severity.WARNING)
    assert run("check", "a.md", *arguments).exit_code == status
    assert pipeline.asked["selection"].select == selected


def test_nothing_excuses_what_was_not_read(pipeline):
    pipeline.report = report(unread=["gone.md"])
    assert run("check", "a.md", "--exit-zero").exit_code == 2


def test_settings_are_shown_with_where_they_come_from(home, monkeypatch):
    assert home
    monkeypatch.setenv("AUDITOR_JOBS", "3")
    shown = run("check", "--show-settings", "--severity", "sum=note,core=warning").stdout
    assert shown.startswith("file: auditor.toml\n")
    rows = [line.split() for line in shown.splitlines()]
    assert ["select", "core", "auditor.toml:1"] in rows
    assert ["jobs", "3", "AUDITOR_JOBS"] in rows
    assert ["severity", "sum=note,", "core=warning", "--severity"] in rows
    assert ["rounding", "auto", "default"] in rows


@pytest.mark.parametrize(
    "severities, unread, arguments, shows, hides",
    [
        (["error"], [], ["-q"], ["ERROR", "Wrong."], ["Coverage", "1 error"]),
        ([], [], ["-q"], [], ["a.md", "Coverage"]),
        ([], ["gone.md"], ["-q"], ["gone.md"], ["Coverage"]),
        (["error"], [], ["-v"], ["ERROR", "Coverage", "Checks"], []),
        (["error"], [], [], ["ERROR", "Coverage"], ["Checks"]),
    ],
)
def test_a_terminal_report_says_as_much_as_is_wanted(
    pipeline, severities, unread, arguments, shows, hides
):
    pipeline.report = report(*map(Severity, severities), unread=unread)
    said = run("check", "a.md", *arguments).stdout
    assert [words for words in shows if words not in said] == []
    assert [words for words in hides if words in said] == []
    assert said or not shows


def test_what_was_read_is_said_to_those_who_want_to_hear_it(pipeline, home):
    assert pipeline
    assert home
    assert run("check", "a.md", "-v").stderr == "auditor: settings from auditor.toml\n"
    assert run("check", "a.md").stderr == ""


def test_how_much_is_said_changes_no_format_for_machines(pipeline):
    pipeline.report = report(Severity.ERROR)
    plain = run("check", "a.md", "--format", "json").stdout
    assert run("check", "a.md", "--format", "json", "-q").stdout == plain
    assert run("check", "a.md", "--format", "json", "-v").stdout == plain


def test_settings_to_start_from_are_written_once(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run("init").stdout == "auditor.toml written\n"
    written = (tmp_path / "auditor.toml").read_bytes()
    again = run("init")
    assert (again.exit_code, again.stdout) == (2, "")
    assert again.stderr == "auditor: auditor.toml is there already: nothing was written\n"
    assert (tmp_path / "auditor.toml").read_bytes() == written


@pytest.mark.parametrize(
    "name, says",
    [
        ("core.growth", ["why       Growth is computed", "/ the same concept (compared) - 1",
                         "rules/core.yaml:", "  violated:", "| 14,007 | 11,929 | +17.6% |"]),
        ("sum", ["formula   total = part + part", "  holds:"]),
        ("iij", ["iij.ebitda", "iij.connectivity"]),
    ],
)  # fmt: skip
def test_a_rule_is_explained(name, says):
    result = run("explain", name)
    assert result.exit_code == 0
    assert [words for words in says if words not in result.stdout] == []


def test_a_name_that_is_no_rule_is_told_with_its_place(tmp_path, monkeypatch):
    (tmp_path / "auditor.toml").write_text('ignore = ["core.growht"]\n', encoding="utf-8")
    (tmp_path / "a.md").write_text("1", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result = run("check", "a.md")
    assert result.exit_code == 2
    assert result.stderr == (
        "auditor: auditor.toml:1: no rule is called `core.growht`; did you mean `core.growth`?\n"
    )
