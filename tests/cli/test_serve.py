"""`auditor serve`: what it says, where it listens, how it ends."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from typer.testing import CliRunner

import auditor
from auditor.cli import app
from auditor.desk import serving


@pytest.fixture(autouse=True)
def signals_are_heard():
    """What starts the tests may ignore some, as nohup does, and what they start inherits it."""
    before = {one: signal.signal(one, signal.SIG_DFL) for one in (signal.SIGHUP, signal.SIGTERM)}
    before[signal.SIGINT] = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    for one, handler in before.items():
        signal.signal(one, handler)


@contextlib.contextmanager
def started(*arguments, **environ):
    paths = (str(Path(auditor.__file__).parents[1]), os.environ.get("PYTHONPATH"))
    environ = {**os.environ, **environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))}
    command = [sys.executable, "-m", "auditor", "serve", "--no-browser", *arguments]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environ
    ) as desk:
        try:
            yield desk
        finally:
            desk.kill()  # nothing where it has ended


def address_of(desk):
    return next(
        found[0]
        for line in iter(desk.stdout.readline, "")
        if (found := re.search(r"http://127\.0\.0\.1:\d+/[\w-]{32}/", line))
    )


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_it_says_where_it_is_and_ends_when_it_is_told_to(ending, tmp_path):
    with started(TMPDIR=str(tmp_path)) as desk:
        with urllib.request.urlopen(address_of(desk), timeout=20) as page:  # noqa: S310  # its own
            assert b"Review desk" in page.read()
        desk.send_signal(ending)
        assert desk.wait(20) == 0
        assert desk.stderr.read() == ""
    assert list(tmp_path.glob("auditor-*")) == []


def test_a_port_that_is_taken_is_told():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ended = CliRunner().invoke(
            app, ["serve", "--no-browser", "--port", str(taken.getsockname()[1])]
        )
    assert ended.exit_code == 2
    assert "Address already in use" in ended.stderr


def test_without_its_libraries_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    ended = CliRunner().invoke(app, ["serve", "--no-browser"])
    assert ended.exit_code == 2
    assert "pip install 'statement-auditor[web]'" in ended.stderr


@pytest.mark.parametrize("arguments, reason", [
    (["--rules", "no-such-rules.yaml"], "no-such-rules.yaml"),
    (["--select", "no-such-rule"], "no-such-rule"),
])  # fmt: skip
def test_mistakes_end_it_before_a_page_is_opened(arguments, reason):
    ended = CliRunner().invoke(app, ["serve", "--no-browser", *arguments])
    assert ended.exit_code == 2
    assert reason in ended.stderr


@pytest.mark.parametrize(
    "environ, host", [({}, serving.LOOPBACK), ({"AUDITOR_CONTAINER": "1"}, serving.EVERYWHERE)]
)
def test_it_listens_on_this_computer_alone_unless_in_a_container(monkeypatch, environ, host):
    asked = []

    def refused(host, port):
        asked.append((host, port))
        raise serving.CannotServeError("no")

    monkeypatch.setattr(serving, "_listening", refused)
    ended = CliRunner().invoke(app, ["serve", "--no-browser", "--port", "8765"], env=environ)
    assert ended.exit_code == 2
    assert asked == [(host, 8765)]
    assert serving.LOOPBACK == "127.0.0.1"
