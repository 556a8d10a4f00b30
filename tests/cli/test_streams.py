"""The program on streams that are full, closed or hostile, and when it is interrupted."""

import os
import signal
import subprocess
import sys
import time

import pytest

from tests.cli.test_replacing import TABLE

AUDITOR = [sys.executable, "-m", "auditor"]
pytestmark = pytest.mark.skipif(os.name != "posix", reason="streams, names and signals as posix's")


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(TABLE, encoding="utf-8")
    return tmp_path


def run(arguments, redirected=""):
    """The program as a shell runs it; what it says on stderr, if that was left alone."""
    line = f"exec {' '.join(AUDITOR)} {arguments} {redirected}"
    return subprocess.run(  # noqa: S602  # a shell closes streams as users do
        line, shell=True, capture_output=True, text=True, check=False
    )


FULL, CLOSED = (
    "standard output: No space left on device",
    "standard output is closed: nothing could be written there",
)


@pytest.mark.parametrize(
    "arguments, redirected, status, said",
    [
        ("check a.md", ">/dev/full", 2, FULL),
        ("facts a.md", ">/dev/full", 2, FULL),
        ("--help", ">/dev/full", 2, FULL),
        ("--version", ">/dev/full", 2, FULL),
        ("check a.md", ">&-", 2, CLOSED),
        ("check a.md --output out.txt", ">&-", 1, None),
        ("check a.md --output out.txt", ">&- <&- 2>&-", 1, None),
        ("check gone.md", "2>&-", 2, None),
        ("check gone.md --output out.txt", "2>/dev/full", 2, None),
        ("check a.md --rules gone.yaml", "2>/dev/full", 2, None),
        ("check a.md --output /dev/full", "", 2, "/dev/full: No space left on device"),
    ],
)
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="Linux has it")  # noqa: PTH110
def test_a_stream_that_takes_nothing_is_told_in_a_line(arguments, redirected, status, said):
    done = run(arguments, redirected)
    assert done.returncode == status, done.stderr
    assert done.stderr == (f"auditor: {said}\n" if said else "")


def test_no_report_goes_where_a_closed_stream_was(folder):
    assert run("check a.md --output out.txt", ">&-").returncode == 1
    assert (folder / "out.txt").read_text(encoding="utf-8").startswith("a.md")


@pytest.mark.parametrize("arguments", ["check a.md --format html", "--help", "facts a.md"])
def test_a_reader_who_has_seen_enough_is_no_error(arguments):
    line = f"{' '.join(AUDITOR)} {arguments} | head -c 1"
    done = subprocess.run(line, shell=True, capture_output=True, check=False)  # noqa: S602  # as above
    assert done.stderr == b""


@pytest.mark.parametrize(
    "format_", ["terminal", "json", "sarif", "junit", "github", "markdown", "html", "csv"]
)
def test_a_name_that_is_no_utf_8_is_reported_in_every_format(folder, format_):
    os.rename(os.fsencode(folder / "a.md"), os.fsencode(folder) + b"/a\xff.md")  # noqa: PTH104
    done = run(f"check a*.md --format {format_}")
    assert (done.returncode, done.stderr) == (1, "")
    assert ("%FF" if format_ == "sarif" else "a") in done.stdout


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGKILL])
def test_who_is_interrupted_says_so_and_leaves_no_process(folder, jobs, stop):
    for n in range(400):
        (folder / f"{n}.md").write_text(TABLE * 20, encoding="utf-8")
    command = [*AUDITOR, "check", ".", "--jobs", jobs, "--output", "out.txt"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True) as program:
        time.sleep(1)
        (os.killpg if stop == signal.SIGINT else os.kill)(program.pid, stop)
        _, said = program.communicate(timeout=60)  # until all that could write there are gone
    if stop == signal.SIGINT:
        assert (program.returncode, said) == (130, b"auditor: interrupted\n")
    assert not (folder / "out.txt").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        "check \x1b[31m.md",
        "facts \x1b[31m.md",
        "suggest \x1b[31m.md",
        "annotate \x1b[31m.md -o b.md",
        "diff \x1b[31m.md a.md",
        "check a.md --rules \x1b[31m.yaml",
        "check a.md --output no/\x1b[31m",
    ],
)
def test_names_with_escapes_cannot_act_on_a_terminal(arguments):
    done = subprocess.run([*AUDITOR, *arguments.split()], capture_output=True, check=False)
    assert done.returncode == 2
    assert b"\x1b" not in done.stderr + done.stdout
    assert rb"\x1b[31m" in done.stderr + done.stdout


def test_a_name_cannot_begin_a_line_of_its_own(folder):
    (folder / "b\n::error::x.md").write_text(TABLE, encoding="utf-8")
    for format_ in ("terminal", "github", "markdown", "csv"):
        command = [*AUDITOR, "check", ".", "--format", format_]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert "\n::error::x" not in done.stdout + done.stderr


def test_the_module_is_the_program():
    done = subprocess.run([*AUDITOR, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("auditor ")


@pytest.mark.parametrize(
    "format_, told",
    [("terminal", "stdout"), ("json", "stdout"), ("csv", "stderr"), ("html", "stderr")],
)
def test_what_is_passed_over_is_counted_and_named(folder, format_, told):
    for name in ("letter.doc", "deck.pptx", "deck2.PPTX"):
        (folder / name).write_text("x", encoding="utf-8")
    done = run(f"check . --format {format_}")
    assert done.returncode == 1
    assert "letter.doc" in getattr(done, told)
    if format_ != "json":
        said = " ".join(getattr(done, told).split())
        assert "3 files of no format that is read: 1 .doc (letter.doc), 2 .pptx (deck" in said


@pytest.mark.parametrize(
    "arguments, opens",
    [
        ("check a.md --output -", b"a.md\n"),
        ("check a.md --format json --output -", b"{\n"),
        ("check a.md --format html:-", b"<!doctype html>"),
        ("check a.md --format xlsx:-", b"PK"),
        ("check a.md --format xlsx:a.xlsx --format csv:-", b"path,finding"),
        ("suggest a.md --output -", b"# "),
        ("annotate a.md -o -", TABLE[:20].encode()),
        ("facts a.md --output -", b"place "),
        ("facts a.md --format csv --output -", b"path,"),
        ("baseline a.md --isolated --output -", b"# "),
    ],
)
def test_an_output_called_minus_is_standard_output(folder, arguments, opens):
    done = subprocess.run([*AUDITOR, *arguments.split()], capture_output=True, check=False)
    assert done.stdout[: len(opens)] == opens, done.stderr
    assert not (folder / "-").exists()


@pytest.mark.parametrize(
    "arguments, said",
    [
        ("check a.md --format csv:- --format json", "only one format"),
        ("check a.md --format csv:- --format json:-", "only one format"),
        ("check a.md --format records:- --format terminal --output -", "only one format"),
        ("baseline a.md --update --output -", "name it"),
        ("check a.md --cluster local --journal -", "name a file"),
    ],
)
def test_what_cannot_go_to_standard_output_is_refused(folder, arguments, said):
    done = run(arguments)
    assert (done.returncode, said in done.stderr) == (2, True), done.stderr
    assert not (folder / "-").exists()


@pytest.mark.parametrize(
    "arguments",
    ["check a.md --output ./-", "check a.md --format csv:./-", "annotate a.md -o ./-"],
)
def test_a_file_that_is_really_called_minus_has_its_folder_named(folder, arguments):
    assert run(arguments).stdout == ""
    assert (folder / "-").stat().st_size


def test_a_workbook_goes_to_a_file_or_a_pipe_and_to_no_screen(tmp_path):
    import pty

    (tmp_path / "a.md").write_text("| | 2025 |\n|---|---|\n| Sales | 1 |\n", encoding="utf-8")
    command = [sys.executable, "-m", "auditor", "check", str(tmp_path / "a.md"), "--format", "xlsx"]
    piped = subprocess.run(command, capture_output=True, check=False)
    assert piped.stdout.startswith(b"PK")
    ours, theirs = pty.openpty()
    shown = subprocess.run(command, stdout=theirs, stderr=subprocess.PIPE, text=True, check=False)
    os.close(theirs)
    os.close(ours)
    assert shown.returncode == 2
    assert "xlsx:report.xlsx" in shown.stderr
