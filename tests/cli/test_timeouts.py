"""No command waits for ever on one document."""

import os
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

import auditor.annotate
from auditor.cli import app
from auditor.formats import inputs

LATE = "it was not finished within 2 s, and given up; --timeout allows more\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe that nobody writes to never ends")
@pytest.mark.parametrize(
    "words",
    [
        ("facts", "pipe.md"),
        ("suggest", "pipe.md"),
        ("diff", "pipe.md", "good.md"),
        ("diff", "good.md", "pipe.md"),
        ("explain", "3f2a9c0d1b7e", "pipe.md"),
        ("explain", "3f2a9c0d1b7e", "good.md", "--prior", "pipe.md"),
        ("check", "good.md", "--prior", "pipe.md"),
        ("annotate", "good.md", "-o", "copy.md", "--prior", "pipe.md"),
        ("baseline", "good.md", "--prior", "pipe.md"),
    ],
)
def test_a_document_that_never_ends_is_given_up(words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe.md")
    Path("good.md").write_text("Revenue was 801 million.\n", encoding="utf-8")
    result = CliRunner().invoke(app, [*words, "--timeout", "2"])
    assert (result.exit_code, result.stderr) == (2, f"auditor: pipe.md: {LATE}")


def test_a_copy_that_takes_too_long_is_given_up(tmp_path, monkeypatch):
    monkeypatch.setattr(auditor.annotate, "annotated", lambda *_, **__: time.sleep(60))
    monkeypatch.chdir(tmp_path)
    Path("good.md").write_text("Revenue was 801 million.\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["annotate", "good.md", "-o", "copy.md", "--timeout", "2"])
    assert (result.exit_code, result.stderr) == (2, f"auditor: good.md: {LATE}")
    assert not Path("copy.md").exists()


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="a device that never ends")
def test_what_has_no_size_is_read_up_to_the_largest_file(monkeypatch):
    monkeypatch.setattr(inputs, "LARGEST_FILE", 100_000)
    result = CliRunner().invoke(app, ["facts", "/dev/zero"])
    said = "it is more than 100,000 bytes long; the limit is 100,000"
    assert (result.exit_code, result.stderr) == (2, f"auditor: /dev/zero: {said}\n")
