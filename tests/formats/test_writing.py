"""Files are written whole or not at all, and in one module."""

import ast
import errno
import os
import random
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

import auditor
from auditor.formats import writing
from auditor.formats.writing import write_file, write_new_file

PACKAGE = Path(auditor.__file__).parent
posix = pytest.mark.skipif(os.name != "posix", reason="modes, links and signals are posix's")


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_made_and_replaced(tmp_path):
    place = tmp_path / "report.json"
    for data in (b"old", b"new and longer", b""):
        write_file(place, data)
        assert place.read_bytes() == data
    assert names(tmp_path) == ["report.json"]


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_the_mode_of_a_file_that_is_there_is_kept(tmp_path, mode):
    place = tmp_path / "report.json"
    place.write_bytes(b"old")
    place.chmod(mode)
    write_file(place, b"new")
    assert stat.S_IMODE(place.stat().st_mode) == mode


@posix
def test_a_new_file_has_the_mode_that_the_user_gives_new_files(tmp_path):
    before = os.umask(0o027)
    try:
        write_file(tmp_path / "report.json", b"new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "report.json").stat().st_mode) == 0o640


@posix
def test_a_link_stays_and_leads_to_what_is_new(tmp_path):
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / "report.json").write_bytes(b"old")
    link = tmp_path / "report.json"
    link.symlink_to("far/report.json")
    write_file(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "far" / "report.json").read_bytes() == b"new"


@posix
def test_what_is_no_file_is_written_to(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    write_file(tmp_path / "pipe", b"new")
    assert os.read(reader, 100) == b"new"
    os.close(reader)
    write_file(Path(os.devnull), b"new")
    assert not Path(os.devnull).is_file()


@posix
@pytest.mark.parametrize("failing", ["fsync", "replace"])
@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left"), KeyboardInterrupt()])
def test_what_fails_leaves_the_old_file_and_no_litter(tmp_path, monkeypatch, failing, error):
    place = tmp_path / "report.json"
    place.write_bytes(b"old")

    def fail(*_):
        raise error

    monkeypatch.setattr(*((os, "fsync") if failing == "fsync" else (Path, "replace")), fail)
    with pytest.raises(type(error)):
        write_file(place, b"new")
    assert place.read_bytes() == b"old"
    assert names(tmp_path) == ["report.json"]


def test_a_new_file_is_made_where_there_are_no_links(tmp_path, monkeypatch):
    def unknown(*_):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", unknown)
    test_a_new_file_takes_no_other_s_place(tmp_path)


def test_a_new_file_takes_no_other_s_place(tmp_path):
    write_new_file(tmp_path / "auditor.toml", b"first")
    with pytest.raises(FileExistsError):
        write_new_file(tmp_path / "auditor.toml", b"second")
    assert (tmp_path / "auditor.toml").read_bytes() == b"first"


WRITER = """\
import sys
from pathlib import Path
from auditor.formats.writing import write_file
while True:
    for letter in b"ab":
        write_file(Path(sys.argv[1]), bytes([letter]) * 2_000_000)
        print(flush=True)
"""


@posix
def test_who_is_killed_while_writing_leaves_the_old_file_or_the_new(tmp_path):
    place, moments = tmp_path / "report.json", random.Random(1)  # noqa: S311  # moments, no secrets
    in_the_midst = 0
    for _ in range(20):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(place)],
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(PACKAGE.parent)},
        ) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(moments.uniform(0, 0.05))
            writer.send_signal(signal.SIGKILL)
            writer.stdout.close()
        left = place.read_bytes()
        assert len(left) == 2_000_000
        assert len(set(left)) == 1
        for litter in tmp_path.glob(".auditor-*.part"):
            in_the_midst += 1
            litter.unlink()
        assert names(tmp_path) == ["report.json"]
    assert in_the_midst  # of writing it was killed, at least once


CHANGING = {
    "write_text", "write_bytes", "touch", "mkdir", "makedirs", "unlink", "rmdir", "rename",
    "symlink_to", "hardlink_to", "link", "symlink", "truncate", "ftruncate", "mkstemp", "mkdtemp",
    "NamedTemporaryFile", "TemporaryFile", "TemporaryDirectory", "copyfile", "copy2", "copytree",
    "rmtree", "move", "chmod", "chown", "fdopen",
}  # fmt: skip


def writing_calls(source):
    """The calls of a source that change files, by their text."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        owner = ast.unparse(getattr(node.func, "value", ast.Constant("")))
        of_system = owner == "os" and name in ("open", "replace", "remove")
        given = (*node.args, *node.keywords) if name == "open" else ()
        if name in CHANGING or of_system or any(map(_writes, given)):
            yield ast.unparse(node)


def _writes(given):
    value = given.value if isinstance(given, ast.keyword) else given
    text = value.value if isinstance(value, ast.Constant) else None
    return isinstance(text, str) and len(text) <= 3 and set(text) & set("wax+") and text.isascii()


@pytest.mark.parametrize(
    "source, found",
    [
        ("open(path)", 0),
        ("open(path, 'rb')", 0),
        ("open(path, 'w')", 1),
        ("path.open('x', encoding='utf-8')", 1),
        ("path.open(mode='ab')", 1),
        ("os.open(path, flags)", 1),
        ("path.write_text(text)", 1),
        ("text.replace('a', 'b')", 0),
        ("os.replace(a, b)", 1),
        ("tempfile.mkstemp()", 1),
    ],
)
def test_a_call_that_writes_is_seen(source, found):
    assert len([*writing_calls(source)]) == found


STREAMS = PACKAGE / "cli" / "_report_stream.py"
"""It opens standard output, which is no file."""


def test_nothing_else_opens_files_for_writing():
    found = {
        path.relative_to(PACKAGE).as_posix(): [*writing_calls(path.read_text(encoding="utf-8"))]
        for path in sorted(PACKAGE.rglob("*.py"))
        if path not in {Path(writing.__file__), STREAMS}
    }
    assert {path: calls for path, calls in found.items() if calls} == {}


def test_whoever_holds_an_empty_file_open_reads_what_fills_it(tmp_path):
    place = tmp_path / "report.json"
    with place.open("w+b") as held:
        writing.write_file(place, b"new")
        assert (held.read(), place.read_bytes()) == (b"new", b"new")
        writing.write_file(place, b"newer")
        held.seek(0)
        assert (held.read(), place.read_bytes()) == (b"new", b"newer")
