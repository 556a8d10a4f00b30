"""Nothing that a file can hold crashes the auditor: mutated files, the same each time."""

import os

import pytest
from typer.testing import CliRunner

from auditor.cli import app
from benchmarks import fuzz
from benchmarks.fuzzing import seeds
from benchmarks.fuzzing.cases import Case, case
from benchmarks.fuzzing.trial import commands

COUNT, SEED, LARGEST = 2_000, 20_251_129, 1_500
PART = 500  # what several processes can share out; each loads the program once


@pytest.mark.skipif(not hasattr(os, "fork"), reason="each case runs in a forked process")
@pytest.mark.parametrize("first", range(0, COUNT, PART))
def test_two_thousand_cases(tmp_path, first):
    making = fuzz.Making(seeds.seeds(), SEED, LARGEST)
    with fuzz.prepared():
        wrong = fuzz.failures(making, range(first, first + PART), 1, tmp_path)
    assert [one for one in wrong if one.what != "slow"] == []


def test_a_case_is_the_same_each_time():
    first, again = seeds.seeds(), seeds.seeds()
    assert first == again
    for number in range(len(first)):
        assert case(first, 7, number) == case(again, 7, number)


def test_the_check_that_is_tried_writes_every_rendering(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    one = Case("a.md", "a.md", {"a.md": b"| | 2025 |\n|---|---|\n| Fares | 801 |\n| All | 801 |\n"})
    one.written(tmp_path)
    check, *_ = commands(one)
    result = CliRunner().invoke(app, check)
    wanted = [word.split(":")[1] for word in check if ":" in word]
    assert wanted
    assert [name for name in wanted if not (tmp_path / name).exists()] == [], result.output


@pytest.mark.parametrize(
    "text, what",
    [
        ("raise KeyError(1)", "crash"),
        ("raise SystemExit(3)", "status"),
        ("while True: pass", "slow"),
        ("bytearray(3 * 2**30)", "crash"),
        ("import os; os.abort()", "crash"),
    ],
)
def test_what_goes_wrong_is_seen(monkeypatch, text, what):
    from benchmarks.fuzzing import trial

    monkeypatch.setattr(trial, "program", lambda: lambda _: exec(text))  # noqa: S102  # our own
    monkeypatch.setattr(trial, "MOST_SECONDS", 0.3)
    found = fuzz.tried(Case("a.md", "a.md", {"a.md": b"x"}))
    assert found is not None
    assert found.what == what
