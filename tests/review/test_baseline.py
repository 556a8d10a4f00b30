"""The life of a waiver, through the command line."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from auditor.cli import app

PASS, FAIL, BROKEN = 0, 1, 2
GOOD = """\
# Acme plc

| | 2025 | 2024 | 2023 |
|---|---|---|---|
| Freight | 120.4 | 110.2 | 99.1 |
| Services | 80.3 | 75.8 | 70.0 |
| Storage | 50.0 | 45.1 | 40.2 |
| Revenue | 250.7 | 231.1 | 209.3 |
"""
BAD = GOOD.replace("250.7", "260.7")
CLAIM = "\nRevenue rose 8.6% to $164.2 million from $151.9 million.\n"
PARAGRAPH = "\nNothing new is said here.\n"
BASELINE = "auditor-baseline.toml"


@dataclass(frozen=True)
class Desk:
    """A folder that somebody works in."""

    folder: Path

    def write(self, name, text):
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def read(self, name=BASELINE):
        return (self.folder / name).read_text(encoding="utf-8")

    def waivers(self, name=BASELINE):
        return tomllib.loads(self.read(name)).get("waiver", [])

    def run(self, *arguments, today="2026-11-22"):
        environ = {"AUDITOR_TODAY": today, "NO_COLOR": "1", "COLUMNS": "200"}
        return CliRunner().invoke(app, arguments, env=environ)

    def check(self, *arguments, **options):
        return self.run("check", *(arguments or ["a.md"]), **options).exit_code

    def baseline(self, *arguments, **options):
        return self.run("baseline", *(arguments or ["a.md"]), **options)

    def ids(self, *arguments):
        """The ids of what the check tells, without any waiver."""
        shown = self.run("check", *arguments, "--isolated", "--format", "csv").stdout
        return list(dict.fromkeys(row.split(",")[1] for row in shown.splitlines()[1:]))


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    made = Desk(tmp_path)
    made.write("a.md", BAD)
    return made


def waiver(finding, **more):
    lines = {"finding": f'"{finding}"', "reason": '"as published"', **more}
    return "[[waiver]]\n" + "".join(f"{key} = {value}\n" for key, value in lines.items())


def test_the_life_of_a_waiver(desk):
    assert desk.check() == FAIL
    done = desk.baseline("a.md", "--reason", "known", "--owner", "IR", "--expires", "2027-03-31")
    assert (done.exit_code, done.stdout) == (
        PASS,
        f"{BASELINE} written: 1 accepted, 0 kept, 0 dropped\n",
    )
    assert desk.check() == PASS
    desk.write("a.md", BAD.replace("plc\n", f"plc\n{PARAGRAPH}"))  # an edit elsewhere
    assert desk.check() == PASS
    desk.write("a.md", BAD + CLAIM)  # an error that nobody accepted
    assert desk.check() == FAIL
    desk.write("a.md", BAD)
    assert desk.check(today="2027-03-31") == PASS
    assert desk.check(today="2027-04-01") == FAIL
    told = desk.run("check", "a.md", today="2027-04-01").stdout
    assert f"EXPIRED WAIVER  {BASELINE}:6" in told


@pytest.mark.parametrize(
    "old, new",
    [("260.7", "270.7"), ("| 80.3", "| 82.3"), ("| 120.4", "| 131.9")],
    ids=["the figure blamed", "a part of it", "another part"],
)
def test_a_waiver_dies_when_a_figure_changes(desk, old, new):
    desk.baseline()
    desk.write("a.md", BAD.replace(old, new))
    ended = desk.run("check", "a.md")
    assert ended.exit_code == FAIL
    assert f"UNUSED WAIVER  {BASELINE}:6" in ended.stdout


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: text.replace("# Acme", f"# Report\n{PARAGRAPH}\n# Acme"),
        lambda text: text + "\n| | 2025 | 2024 |\n|---|---|---|\n| Ships | 4 | 5 |\n",
        lambda text: text.replace("| Revenue |", "|  | | | |\n| Revenue |"),
        lambda text: text + "| Employees | 310 | 305 | 290 |\n",
    ],
    ids=["paragraphs", "a table", "an empty row", "a row below"],
)
def test_a_waiver_survives_edits_elsewhere(desk, edit):
    desk.baseline()
    desk.write("a.md", edit(BAD))
    assert desk.check() == PASS


def test_what_was_cleared_is_said_and_breaks_nothing(desk):
    desk.baseline()
    desk.write("a.md", GOOD)
    ended = desk.run("check", "a.md")
    assert ended.exit_code == PASS
    assert "UNUSED WAIVER" in ended.stdout


@pytest.mark.parametrize(
    "place",
    ["auditor.toml", BASELINE, "a.md.waivers.toml", f"../{BASELINE}", "../auditor.toml"],
)
def test_waivers_stand_in_any_of_three_places(desk, monkeypatch, place):
    (desk.folder / "in").mkdir()
    inner = Desk(desk.folder / "in")
    monkeypatch.chdir(inner.folder)
    inner.write("a.md", BAD)
    (found,) = inner.ids("a.md")
    inner.write(place, waiver(found))
    assert inner.check() == PASS
    assert inner.check("a.md", "--isolated") == FAIL


def test_a_file_beside_a_document_is_about_that_document(desk):
    desk.write("b.md", BAD)
    (found,) = desk.ids("a.md")
    desk.write("a.md.waivers.toml", waiver(found))
    assert desk.check("a.md") == PASS
    assert desk.check("b.md") == FAIL
    assert desk.check("a.md", "b.md") == FAIL


def test_one_waiver_covers_the_same_finding_in_a_copy(desk):
    desk.write("b.md", BAD)
    done = desk.baseline("a.md", "b.md")
    assert "1 accepted" in done.stdout
    assert desk.check("a.md", "b.md") == PASS
    assert [line[:9] for line in desk.read().splitlines() if line[:4] in {"# a.", "# b."}] == [
        "# a.md:8:",
        "# b.md:8:",
    ]


@pytest.mark.parametrize(
    "text, said",
    [
        ('[[waiver]]\nfinding = "x"\n', "1: a waiver needs a reason"),
        (waiver("x", owner='""'), "4: owner: expected text, in quotes"),
        (waiver("x", until="2027-01-01"), "4: unknown key `until`"),
        (waiver("x", expires='"2027-01-01"'), "4: expires: expected a day, without quotes"),
        (waiver("x", expires="2027-02-30"), "4:"),
        (waiver("x") + "\n" + waiver("x"), "5: x is waived already, in {place}:1"),
        ("jobs = 2\n", "1: unknown key `jobs`"),
    ],
    ids=["reason", "owner", "key", "text for a day", "no such day", "twice", "no waiver"],
)
@pytest.mark.parametrize("place", [BASELINE, "a.md.waivers.toml"])
def test_mistakes_are_cited(desk, place, text, said):
    desk.write(place, text)
    ended = desk.run("check", "a.md")
    assert ended.exit_code == BROKEN
    assert ended.stderr.startswith(f"auditor: {place}:{said.format(place=place)}")


def test_a_finding_waived_in_two_places_is_a_mistake(desk):
    desk.write("auditor.toml", waiver("x"))
    desk.write("a.md.waivers.toml", "\n" + waiver("x"))
    ended = desk.run("check", "a.md")
    assert ended.exit_code == BROKEN
    assert ended.stderr == (
        "auditor: a.md.waivers.toml:2: x is waived already, in auditor.toml:1\n"
    )


@pytest.mark.parametrize("day", ["2026-13-01", "tomorrow", "20261122"])
def test_the_day_must_be_one(desk, day):
    desk.baseline()
    ended = desk.run("check", "a.md", today=day)
    assert ended.exit_code == BROKEN
    assert ended.stderr.startswith("auditor: AUDITOR_TODAY: expected a day such as 2027-03-31")


@pytest.mark.parametrize(
    "written, arguments, unused",
    [
        ({}, ["a.md"], True),
        ({"document": '"a.md"'}, ["a.md"], True),
        ({"document": '"a.md"'}, ["b.md"], False),  # it was not looked at
        ({"document": '"gone.md"'}, ["b.md"], True),  # nobody can look at it again
        ({}, ["a.md", "--no-discover"], False),  # less was asked than could be
        ({}, ["a.md", "--select", "core"], False),
        ({}, ["a.md", "missing.md"], False),
    ],
)
def test_unused_is_told_only_where_all_was_audited(desk, written, arguments, unused):
    desk.write("b.md", GOOD)
    desk.write(BASELINE, waiver("000000000000", **written))
    assert ("UNUSED WAIVER" in desk.run("check", *arguments).stdout) is unused


def test_a_file_beside_a_document_that_is_not_audited_is_not_read(desk):
    desk.write("b.md", GOOD)
    desk.write("a.md.waivers.toml", "nonsense")
    assert desk.check("b.md") == PASS


def test_a_baseline_is_not_written_over(desk):
    desk.baseline()
    before = desk.read()
    ended = desk.baseline()
    assert (ended.exit_code, desk.read()) == (BROKEN, before)
    assert ended.stderr.startswith(f"auditor: {BASELINE} is there already: --update keeps")
    assert desk.baseline("a.md", "--force", "--reason", "anew").exit_code == PASS
    assert [one["reason"] for one in desk.waivers()] == ["anew"]


def test_an_update_keeps_what_people_wrote(desk):
    desk.write("a.md", BAD + CLAIM)
    desk.baseline()
    text = desk.read().replace('"Accepted as it stood on 2026-11-22."', '"see note 3"', 1)
    desk.write(BASELINE, text.replace('"see note 3"', '"see note 3"\nexpires = 2027-01-01', 1))
    kept = desk.waivers()[0]
    desk.write("a.md", BAD + PARAGRAPH)  # one is cleared
    done = desk.baseline("a.md", "--update")
    assert done.stdout == f"{BASELINE} written: 0 accepted, 1 kept, 1 dropped\n"
    assert desk.waivers() == [kept]
    desk.write("a.md", BAD + PARAGRAPH + CLAIM)  # and is back
    done = desk.baseline("a.md", "--update", "--owner", "IR")
    assert done.stdout == f"{BASELINE} written: 1 accepted, 1 kept, 0 dropped\n"
    assert [one.get("owner") for one in desk.waivers()] == [None, "IR"]


def test_an_update_does_not_touch_other_documents(desk):
    desk.write("in/b.md", BAD.replace("260.7", "270.7"))
    desk.baseline(".")
    before = desk.read()
    assert desk.baseline("a.md", "--update").exit_code == PASS
    assert desk.read() == before
    (desk.folder / "in/b.md").unlink()
    assert "1 dropped" in desk.baseline("a.md", "--update").stdout


def test_an_update_renews_no_waiver_that_expired(desk):
    desk.baseline("a.md", "--expires", "2026-12-01")
    desk.baseline("a.md", "--update", today="2027-01-01")
    assert desk.check(today="2027-01-01") == FAIL


def test_the_same_findings_give_the_same_file(desk):
    desk.write("in/b.md", BAD.replace("260.7", "270.7") + CLAIM)
    desk.baseline(".")
    first = desk.read()
    for arguments in ([".", "--force"], [".", "--update"], ["in", "a.md", "--force"]):
        assert desk.baseline(*arguments).exit_code == PASS
        assert desk.read() == first
    assert [one["document"] for one in desk.waivers()] == ["a.md", "in/b.md", "in/b.md"]


def test_documents_are_named_as_seen_from_the_file(desk, monkeypatch):
    desk.write("in/b.md", BAD)
    (desk.folder / "out").mkdir()
    assert desk.baseline("in/b.md", "--output", f"out/{BASELINE}").exit_code == PASS
    assert [one["document"] for one in desk.waivers(f"out/{BASELINE}")] == ["../in/b.md"]
    monkeypatch.chdir(desk.folder / "out")
    assert desk.check("../in/b.md") == PASS


def test_what_is_waived_elsewhere_is_left_out(desk):
    desk.write("a.md", BAD + CLAIM)
    first, second = desk.ids("a.md")
    desk.write("auditor.toml", waiver(first))
    desk.baseline()
    assert [one["finding"] for one in desk.waivers()] == [second]
    assert desk.check() == PASS


def test_a_baseline_may_stand_beside_its_document(desk):
    beside = "a.md.waivers.toml"
    assert desk.baseline("a.md", "--output", beside).exit_code == PASS
    assert desk.check() == PASS
    assert "1 kept" in desk.baseline("a.md", "--output", beside, "--update").stdout


def test_nothing_found_is_nothing_written(desk):
    desk.write("a.md", GOOD)
    done = desk.baseline()
    assert (done.exit_code, done.stdout) == (
        PASS,
        "there is nothing to accept: no file was written\n",
    )
    assert not (desk.folder / BASELINE).exists()


@pytest.mark.parametrize(
    "arguments, said",
    [
        (["--expires", "soon"], "--expires: expected a day such as 2027-03-31, not 'soon'"),
        (["--expires", "2026-11-21"], "--expires: 2026-11-21 is over: nothing would be accepted"),
        (["--update", "--force"], "--update keeps what is written, --force does not: give one"),
        (["--output", "pyproject.toml"], "pyproject.toml: settings stand in it"),
        (["--output", "no/such/folder.toml"], "no/such/folder.toml: No such file or directory"),
        (["--rules", "no.yaml"], "no.yaml"),
    ],
)
def test_bad_usage_is_told(desk, arguments, said):
    ended = desk.baseline("a.md", *arguments)
    assert ended.exit_code == BROKEN
    assert ended.stderr.startswith(f"auditor: {said}")


def test_what_could_not_be_read_is_told(desk):
    ended = desk.baseline("a.md", "missing.md")
    assert ended.exit_code == BROKEN
    assert ended.stderr == "auditor: missing.md: no such file or folder\n"
    assert len(desk.waivers()) == 1


def test_text_of_any_kind_can_be_written(desk):
    odd = 'a "quoted"\\ \x7f reason\nin two lines — 注'
    assert desk.baseline("a.md", "--reason", odd).exit_code == PASS
    assert desk.waivers()[0]["reason"] == odd
    assert desk.check() == PASS


def test_a_watch_sets_waived_findings_apart_too(desk, monkeypatch):
    desk.baseline()
    monkeypatch.setattr(
        "auditor.cli._watching.reports", lambda paths, audit, _: iter([audit(paths)])
    )
    told = desk.run("check", "a.md", "--watch").stdout
    assert "WAIVED  " in told
    assert "0 errors, 0 warnings" in told
