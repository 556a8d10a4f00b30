"""Links in the report on a terminal, and none where nobody could follow them."""

import os
import subprocess
import sys

import pytest

from auditor.cli._hyperlinks import follows_links
from tests.cli.test_replacing import TABLE

pytestmark = pytest.mark.skipif(os.name != "posix", reason="terminals as posix has them")
KITTY = {"TERM": "xterm-kitty"}


@pytest.mark.parametrize(
    "environ, follows",
    [
        ({}, False),
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "dumb", "TERM_PROGRAM": "vscode"}, False),
        ({"TERM": "linux", "VTE_VERSION": "7600"}, False),
        (KITTY, True),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "vscode"}, True),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"TERM": "xterm-256color", "VTE_VERSION": "7600"}, True),
        ({"TERM": "xterm-256color", "VTE_VERSION": "4602"}, False),
        ({"TERM": "xterm-256color", "VTE_VERSION": "much"}, False),
        ({"TERM": "xterm-256color", "WT_SESSION": "1"}, True),
        ({"TERM": "tmux-256color", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.4"}, True),
        ({"TERM": "screen", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.3a"}, False),
        ({"TERM": "tmux", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "next"}, False),
        ({**KITTY, "NO_COLOR": "1"}, False),
    ],
)
def test_only_terminals_that_are_known_to_follow_links_get_them(environ, follows):
    assert follows_links(environ) is follows


def on_a_terminal(command, folder, environ):
    """What the program writes on a terminal of its own."""
    import pty

    ours, theirs = pty.openpty()
    kept = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "TERM_PROGRAM")}
    with subprocess.Popen(
        [sys.executable, "-m", "auditor", *command],
        stdout=theirs, stderr=subprocess.DEVNULL, cwd=folder, env={**kept, **environ},
    ) as program:  # fmt: skip
        os.close(theirs)
        written = b""
        while piece := _read(ours):
            written += piece
        program.wait(60)
    os.close(ours)
    return written.decode()


def _read(terminal):
    try:
        return os.read(terminal, 4096)
    except OSError:  # what Linux says at the end
        return b""


@pytest.mark.parametrize(
    "environ, linked",
    [(KITTY, True), ({**KITTY, "NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
)
def test_places_lead_to_their_file(tmp_path, environ, linked):
    (tmp_path / "ein plan.md").write_text(TABLE, encoding="utf-8")
    written = on_a_terminal(["check", "ein plan.md"], tmp_path, environ)
    to = f"\x1b]8;;{(tmp_path / 'ein plan.md').as_uri()}\x1b\\"
    assert (to in written, "\x1b]8" in written) == (linked, linked)
    assert "ein plan.md:" in written


@pytest.mark.parametrize("arguments", [["ein plan.md", "--output", "out.txt"], ["ein plan.md"]])
def test_nothing_is_linked_that_is_no_terminal(tmp_path, arguments):
    (tmp_path / "ein plan.md").write_text(TABLE, encoding="utf-8")
    command = [sys.executable, "-m", "auditor", "check", *arguments]
    environ = {**os.environ, **KITTY}
    done = subprocess.run(command, capture_output=True, check=False, cwd=tmp_path, env=environ)
    for one in (done.stdout, *(f.read_bytes() for f in tmp_path.glob("out.txt"))):
        assert b"\x1b" not in one


def test_a_name_cannot_end_its_link(tmp_path):
    name = "a\x1b]8;;x\x07 \x9c b.md"
    (tmp_path / name).write_text(TABLE, encoding="utf-8")
    written = on_a_terminal(["check", name], tmp_path, KITTY)
    assert "\x1b]8;;x" not in written
    assert "\x07" not in written
    assert "\x9c" not in written
