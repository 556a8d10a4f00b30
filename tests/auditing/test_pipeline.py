"""The whole audit: what is said of input that cannot be audited, and that nothing else suffers."""

import json
import os
import sys
import time
from multiprocessing import get_context

import pytest
from typer.testing import CliRunner

import auditor
from auditor.auditing import many_files, pipeline, workers
from auditor.auditing.idle_rules import NO_FIGURES
from auditor.auditing.many_files import audit
from auditor.auditing.report import CONTRADICTED
from auditor.cli import app
from auditor.model.verdict import Status
from auditor.notation.leftovers import LETTER_IN_NUMBER, MALFORMED, UNSURE
from auditor.readers import UnreadableError
from auditor.rulebook.packs import BrokenRulesError, rule_packs

GOOD = """\
(JPY million)

| | 2Q06 | 2Q05 | Change |
|---|---|---|---|
| Net sales | 800 | 700 | 100 |
| Ferry fares | 500 | 440 | 60 |
| Freight | 250 | 220 | 30 |
| Harbour dues | 50 | 40 | 10 |
"""
WRONG = GOOD.replace("| 100 |", "| 190 |")
UNCLOSED = "| | 2Q06 | 2Q05 |\n|---|---|---|\n| Net sales | 800 | 700 |\n| Fares | 80"
BINARY = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01\x02\x03"
MISTAKEN = """\
pack: Gannet Lines
title: Rules of Gannet Lines
rules:
  - id: fares
    title: Fares add up
    summ: Net sales
    of: [Fares, Freight]
  - id: fares
    title: Fares add up again
    sum: Net sales
    of: [Fares, Freight]
    severity: fatal
  - id: margin
    title: Margin
    ratio: Margin
    of: {concept: Profit, when: sometimes}
"""


@pytest.fixture
def files(tmp_path, monkeypatch):
    """A working folder that holds one sound statement; ``files(name, content)`` adds a file."""
    monkeypatch.chdir(tmp_path)

    def add(name, content):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    add("good.md", GOOD)
    return add


def check(*arguments, **options):
    return CliRunner().invoke(app, ["check", *arguments], env={"NO_COLOR": "1"}, **options)


@pytest.mark.parametrize(
    "path, content, said",
    [
        ("empty.md", "", "the file is empty"),
        ("blank.md", "\n \n", "the file is empty"),
        ("binary.md", BINARY, "not a format this version reads: it is a picture"),
        ("gone.md", None, "no such file or folder"),
        ("gone/*.md", None, "no such file or folder"),
        ("folder", None, "the folder holds no file of a format that is read"),
        ("unclosed.md", UNCLOSED, "line 4: the table is not closed"),
        ("long.md", "x\n" + "9 " * 2_500_000, "line 2 is 5,000,000 characters long"),
    ],
)
def test_what_cannot_be_read_is_said_and_does_not_stop_the_others(files, path, content, said):
    files("folder/notes.bin", BINARY)
    if content is not None:
        files(path, content)
    ended = check(path, "good.md", "--format", "json")
    report = json.loads(ended.stdout)
    (unread,) = report["unread"]
    assert unread["path"] == path
    assert unread["reason"].startswith(said)
    assert report["documents"][-1]["path"] == "good.md"
    numbers = {"printed": 12, "tied": 12, "contradicted": 0, "not_understood": 0}
    assert report["documents"][-1]["numbers"] == numbers
    assert ended.exit_code == 2


def test_what_of_a_broken_table_can_be_read_is_audited(files):
    files("unclosed.md", WRONG + "| Tolls | 80")
    report = audit(["unclosed.md"])
    assert [u.reason.partition(":")[0] for u in report.unread] == ["line 9"]
    assert [f.printed for f in report.findings] == ["190"]


def test_a_file_too_large_to_hold_is_refused_unread(files, monkeypatch):
    monkeypatch.setattr("auditor.formats.inputs.LARGEST_FILE", 10)
    files("large.md", GOOD)
    (unread,) = audit(["large.md"]).unread
    assert unread.reason == f"it is {len(GOOD)} bytes long; the limit is 10"


def test_every_mistake_of_a_rule_file_is_told_with_its_place(files):
    files("rules.yaml", MISTAKEN)
    ended = check("good.md", "--rules", "rules.yaml")
    assert ended.exit_code == 2
    assert ended.stdout == ""
    places = [line.split(": ")[1] for line in ended.stderr.splitlines()]
    assert places == [
        "rules.yaml:1:7",  # a name with capitals and a space
        "rules.yaml:6:5",  # summ
        "rules.yaml:8:9",  # an id used twice
        "rules.yaml:12:15",  # fatal
        "rules.yaml:13:5",  # no divisor
        "rules.yaml:16:33",  # sometimes
    ]


def test_broken_rules_are_an_exception_that_holds_them_all(files):
    files("rules.yaml", MISTAKEN)
    with pytest.raises(BrokenRulesError) as broken:
        audit(["good.md"], rules=["rules.yaml"])
    assert len(broken.value.mistakes) == 6


@pytest.mark.parametrize(
    "content, said",
    [
        ("Nothing to count here.", "NOTHING WAS CHECKED: no figures were found"),
        ("Berths: 12 and piers: 13.", "NOTHING WAS CHECKED: 2 figures printed, but no relation"),
        (
            "| | 2Q06 | YoY |\n|---|---|---|\n| Net sales | 8 | +5% |",
            "NOTHING WAS CHECKED: none of 1 check could be carried out",
        ),
    ],
)
def test_a_document_without_checks_does_not_look_like_success(files, content, said):
    files("idle.md", content)
    assert said in check("idle.md", "--no-discover").stdout


def test_a_path_named_twice_is_audited_once(files):
    files("more/b.md", GOOD)
    files("more/.hidden.md", GOOD)
    report = audit(["good.md", "more", "more/b.md", "good.md"])
    assert [d.path.replace("\\", "/") for d in report.documents] == ["good.md", "more/b.md"]


def test_standard_input_is_a_document(files):  # noqa: ARG001
    (document,) = audit(["-"], stdin=WRONG.encode()).documents
    assert (document.path, document.findings[0].printed) == ("-", "190")


@pytest.mark.parametrize("form", ["json", "terminal"])
def test_the_report_is_the_same_whatever_the_number_of_jobs(files, form):
    names = [f"statement-{n}.md" for n in range(5)]
    for n, name in enumerate(names):
        files(name, (GOOD, WRONG, "", UNCLOSED, "Berths: 12")[n])
    arguments = [*names, "good.md", "gone.md", "--format", form, "--show-checks"]
    one, two = check(*arguments, "--jobs", "1"), check(*arguments, "--jobs", "2")
    assert one.stdout_bytes == two.stdout_bytes
    assert one.exit_code == two.exit_code == 2


CELL = """\
| | 2025 | 2024 |
|---|---|---|
| Boats | {} | 1,182.0 |
| Docks | 775.0 | 746.0 |
| Yards | 311.8 | 302.5 |
| Total sales | 2,327.3 | 2,230.5 |
"""


@pytest.mark.parametrize(
    ("printed", "reason"),
    [
        ("1,24O.5", LETTER_IN_NUMBER),
        ("12..40", MALFORMED),
        ("1,2405", MALFORMED),
        ("1240 or so", UNSURE),
    ],
)
def test_what_is_not_understood_is_listed_and_no_neighbour_is_blamed(files, printed, reason):
    files("typed.md", CELL.format(printed))
    ended = check("typed.md", "--format", "json", "--show-checks", "--allow-unchecked")
    (document,) = json.loads(ended.stdout)["documents"]
    (unknown,) = document["not_understood"]
    assert (unknown["text"], unknown["reason"]) == (printed.split()[0], reason)
    assert document["numbers"] == {
        "printed": 8, "tied": 4, "contradicted": 0, "not_understood": 1,
    }  # fmt: skip
    assert document["findings"] == []
    assert [check["reason"] for check in document["declined"]] == [
        f"“{printed.split()[0]}” stands among its parts and could not be read"
    ]
    for form in ("terminal", "markdown", "html"):
        told = " ".join(check("typed.md", "--format", form).stdout.split())
        assert "1 number was not understood" in told
        assert reason in told


def test_rules_that_apply_to_nothing_are_told_with_the_nearest_name(files):
    rule = "rules:\n  - {id: net, title: a sum, sum: Net sale, of: [Fares, Goods]}\n"
    files("rules.yaml", f"pack: own\ntitle: Our rules\n{rule}")
    report = audit(["good.md"], rules=["rules.yaml"])
    assert [(u.path, u.reason) for u in report.unread] == [("rules.yaml", NO_FIGURES)]
    assert report.documents[0].remarks == (
        "own.net checks nothing: no figure is called `Net sale`; did you mean `Net sales`?",
    )


@pytest.mark.parametrize("rounding", ["auto", "nearest", "truncate", "exact"])
def test_a_rounding_convention_may_be_given(files, rounding):
    files("off.md", GOOD.replace("| 100 |", "| 99 |"))  # within rounding
    (document,) = audit(["off.md"], rounding=rounding, discover=False).documents
    violated = [v.relation.target.text for v in document.checks if v.status is Status.VIOLATED]
    assert violated == (["99"] if rounding == "exact" else [])


def test_a_report_counts_its_figures_and_shows_what_it_cites(files):
    files("wrong.md", WRONG)
    (document,) = audit(["wrong.md"], discover=False).documents
    assert (document.printed, document.tied, document.contradicted) == (12, 9, 1)
    assert [c.text for c in document.untied] == ["800", "700"]
    assert {c.reason for c in document.untied} == {CONTRADICTED}
    shown = [(e.label, e.text, e.text[e.start : e.end]) for e in document.excerpts]
    line = "| Net sales | 800 | 700 | 190 |"
    assert shown == [("5", line, figure) for figure in ("190", "800", "700")]
    assert document.packs == ("core",)


def test_rules_of_one_s_own_apply_beside_the_built_in_ones(files):
    files(
        "rules.yaml",
        """\
pack: gannet
title: Rules of Gannet Lines
applies: Gannet Lines
rules:
  - id: fares
    title: Fares and freight make the sales
    sum: Net sales
    of: [Fares, Freight]
  - id: tolls
    title: Tolls and dues make the charges
    sum: Charges
    of: [Tolls, Dues]
""",
    )
    table = "| | 2Q06 |\n|---|---|\n| Fares | 80 |\n| Freight | 20 |\n| Net sales | 150 |"
    files("own.md", f"Gannet Lines\n\n{table}")
    report = audit(["own.md", "good.md"], rules=["rules.yaml"])
    own, other = report.documents
    assert [f.rule for f in own.findings] == ["gannet.fares"]
    assert own.unbound == ("gannet.tolls",)
    assert other.packs == ("core",)


def test_facts_and_documents_can_be_asked_for_alone(files):  # noqa: ARG001
    document = auditor.read("good.md")
    assert list(auditor.facts_frame(document)["text"])[:3] == ["800", "700", "100"]
    with pytest.raises(UnreadableError, match="No such file"):
        auditor.read("gone.md")


def test_the_built_in_packs_are_loaded_in_a_fixed_order():
    assert rule_packs() == rule_packs()


@pytest.mark.skipif(sys.platform != "linux", reason="the patch reaches processes that are forked")
def test_a_document_that_kills_its_process_costs_no_other_its_result(files, monkeypatch):
    for name in ("a.md", "deadly.md", "z.md"):
        files(name, WRONG)
    read = pipeline.read

    def deadly(path, stdin):
        if path == "deadly.md":
            os._exit(9)
        return read(path, stdin)

    monkeypatch.setattr(many_files, "read", deadly)
    monkeypatch.setattr(workers, "_context", lambda: get_context("fork"))
    report = audit(["a.md", "deadly.md", "good.md", "z.md"], jobs=2)
    assert [d.path for d in report.documents] == ["a.md", "good.md", "z.md"]
    assert [(u.path, "died, twice (status 9)" in u.reason) for u in report.unread] == [
        ("deadly.md", True)
    ]


@pytest.mark.parametrize(("jobs", "joint"), [(1, False), (1, True), (2, False)])
@pytest.mark.skipif(sys.platform != "linux", reason="the patch reaches processes that are forked")
def test_a_document_that_takes_too_long_costs_no_other_its_result(files, monkeypatch, jobs, joint):
    files("slow.md", WRONG)
    read = pipeline.read

    def slow(path, stdin):
        if path == "slow.md":
            time.sleep(60)
        return read(path, stdin)

    monkeypatch.setattr(many_files, "read", slow)
    monkeypatch.setattr(workers, "_context", lambda: get_context("fork"))
    report = many_files.audit(["slow.md", "good.md"], jobs=jobs, joint=joint, timeout=3)
    assert [d.path for d in report.documents] == ["good.md"]
    said = "it was not finished within 3 s, and given up; --timeout allows more"
    assert [(u.path, u.reason) for u in report.unread] == [("slow.md", said)]


def test_a_document_on_which_the_auditor_fails_costs_no_other_its_result(files, monkeypatch):
    files("odd.md", WRONG)

    def failing(path, stdin):
        if path == "odd.md":
            raise ZeroDivisionError("by zero")
        return read(path, stdin)

    read = pipeline.read
    monkeypatch.setattr(many_files, "read", failing)
    report = audit(["good.md", "odd.md"])
    assert [d.path for d in report.documents] == ["good.md"]
    assert [u.reason for u in report.unread] == [
        "the auditor failed on it: ZeroDivisionError: by zero"
    ]


def test_one_path_is_no_list_of_letters(files):
    files("wrong.md", WRONG)
    assert [f.printed for f in audit("wrong.md").findings] == ["190"]


def test_a_blank_operand_of_a_change_convicts_nobody(files):
    files("blank.md", GOOD.replace("| Freight | 250 | 220 | 30 |", "| Freight |  | 220 | 30 |"))
    assert audit(["blank.md"]).findings == ()
