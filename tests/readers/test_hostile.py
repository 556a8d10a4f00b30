"""Hostile files: refused with a reason, or read within limits, and never at others' expense.

Every case is one run of the command line beside a good file, in a process of its own that may not
open a socket; what it took is measured. A server that listens on this machine hears of requests
that anything below Python would make.
"""

from __future__ import annotations

import json
import os
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.formats.hostile import (
    DEEP,
    FAR,
    HTML,
    LAUGHING,
    MAIN,
    MANY,
    MERGED,
    ROW,
    bomb,
    deep,
    empty_cells,
    external,
    filing,
    flagged,
    half,
    laughing,
    locked_pdf,
    lying_sizes,
    main_part,
    many_parts,
    nested_zip,
    page,
    pdf_bomb,
    pdf_of_pages,
    referring,
    sheet,
    table,
    tiny,
    with_part,
    without_part,
    word_table,
)

SECONDS = 90
"""Ceiling of one run; the slowest, of a million cells, takes a fifth of it on an idle machine."""

MEGABYTES = 1024
"""Ceiling of a run's memory, of which the start takes about 60."""

GOOD = """\
# Results

| JPY million | 2Q06 | 2Q05 |
|---|---|---|
| Services | 1,204 | 1,100 |
| Goods | 801 | 700 |
| Total revenues | 2,005 | 1,800 |
"""

GUARDED = """
import sys

def guard(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.")):
        raise RuntimeError(f"the network was asked for: {event} {arguments}")

sys.addaudithook(guard)
sys.argv[0] = "auditor"
from auditor.cli import main
main()
"""


class Run(NamedTuple):
    """What a run came to: exit status, report, seconds, megabytes, and what it said of a crash."""

    status: int
    report: dict[str, Any]
    seconds: float
    megabytes: float
    stderr: str


def run(folder: Path, *names: str) -> Run:
    """The command line on files of a folder."""
    out, err = folder / "out.json", folder / "err.txt"
    arguments = [
        "check",
        *names,
        "--allow-unchecked",
        "--timeout",
        "0",
        "--format",
        "json",
        "--output",
        out.name,
    ]
    start = time.monotonic()
    with err.open("wb") as stderr:
        pid = os.posix_spawn(
            sys.executable,
            [sys.executable, "-c", GUARDED, *arguments],
            os.environ | {"PYTHONPATH": str(Path(__file__).parents[2]), "PWD": str(folder)},
            file_actions=[(os.POSIX_SPAWN_DUP2, stderr.fileno(), 2)],
        )
        killer = threading.Timer(2 * SECONDS, os.kill, (pid, 9))
        killer.start()
        _, status, used = os.wait4(pid, 0)
        killer.cancel()
    return Run(
        os.waitstatus_to_exitcode(status),
        json.loads(out.read_text()) if out.exists() else {},
        time.monotonic() - start,
        used.ru_maxrss / 1024,
        err.read_text()[-2000:],
    )


class Server(NamedTuple):
    port: int
    heard: list[bytes]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A server on this machine that remembers what it is asked."""
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def listen() -> None:
            while True:
                try:
                    asking, _ = listening.accept()
                except OSError:
                    return
                with asking:
                    heard.append(asking.recv(1000))

        threading.Thread(target=listen, daemon=True).start()
        yield Server(listening.getsockname()[1], heard)


REFUSED: tuple[tuple[str, Callable[[], bytes], str], ...] = (
    ("bomb.docx", lambda: bomb("docx"), "word/document.xml unpacks to more than the limit of "),
    ("bomb.xlsx", lambda: bomb("xlsx"), "xl/worksheets/sheet1.xml unpacks to more than the limit"),
    ("lying.docx", lambda: lying_sizes("docx"), "archive is broken"),
    ("lying.xlsx", lambda: lying_sizes("xlsx"), "archive is broken"),
    ("parts.docx", lambda: many_parts("docx"), "parts; the limit is 10,000"),
    ("parts.xlsx", lambda: many_parts("xlsx"), "parts; the limit is 10,000"),
    ("nested.docx", lambda: nested_zip(6), ""),
    ("nested.xlsx", lambda: nested_zip(6), ""),
    ("deep.docx", lambda: deep("docx"), "XML is broken"),
    ("deep.xlsx", lambda: deep("xlsx"), "XML is broken"),
    ("laughs.docx", lambda: laughing("docx"), "declares entities, which are not read"),
    ("laughs.xlsx", lambda: laughing("xlsx"), "declares entities, which are not read"),
    ("half.docx", lambda: half("docx"), "archive is broken"),
    ("half.xlsx", lambda: half("xlsx"), "archive is broken"),
    ("half.pdf", lambda: half("pdf"), ""),
    ("head.pdf", lambda: tiny("pdf")[:20], ""),
    ("locked.docx", lambda: flagged(tiny("docx")), "it is encrypted"),
    ("locked.xlsx", lambda: flagged(tiny("xlsx")), "it is encrypted"),
    ("locked.pdf", locked_pdf, "password"),
    ("partless.docx", lambda: without_part("docx", MAIN["docx"]), ""),
    ("partless.xlsx", lambda: without_part("xlsx", MAIN["xlsx"]), ""),
    ("bookless.xlsx", lambda: without_part("xlsx", "xl/workbook.xml"), ""),
    ("cut.docx", lambda: with_part("docx", MAIN["docx"], main_part("docx")[:-99]), "XML is broken"),
    ("cut.xlsx", lambda: with_part("xlsx", MAIN["xlsx"], main_part("xlsx")[:-99]), "XML is broken"),
    ("other.docx", lambda: with_part("docx", MAIN["docx"], b"<a/>"), ""),
    ("binary.html", lambda: bytes(range(256)) * 9, ""),
    ("empty.pdf", lambda: b"", "the file is empty"),
)
"""Files that say nothing true: (name, content, words of the reason)."""

READ: tuple[tuple[str, Callable[[], bytes]], ...] = (
    ("empty cells.xlsx", empty_cells),
    ("far.xlsx", lambda: sheet(FAR)),
    ("merged.xlsx", lambda: sheet(FAR, MERGED)),
    ("empty cells.docx", lambda: word_table(MANY // 20, 20)),
    ("empty cells.csv", lambda: b"Services,1,204\n" + b",,,,,,,,,\n" * (MANY // 10)),
    ("empty cells.md", lambda: GOOD.encode() + (b"|  " * 10 + b"|\n") * (MANY // 10)),
    ("empty cells.html", lambda: table(ROW + (b"<tr>" + b"<td></td>" * 20) * (MANY // 20))),
    ("spans.html", lambda: table(ROW + b"<tr><td colspan=1000000 rowspan=1000000>1" * 9)),
    ("deep.html", lambda: HTML % (b"<div>" * DEEP + b"1,204")),
    ("deep tables.html", lambda: HTML % (b"<table><tr><td>" * 20_000 + b"1,204")),
    ("unclosed.html", lambda: b"<table><tr><td " * 20_000),
    ("laughs.html", lambda: LAUGHING + HTML % b"<p>&l9;</p>"),
    ("blanks.pdf", pdf_bomb),
    ("pages.pdf", lambda: pdf_of_pages(20_000)),
)
"""Files that are large or odd: they may be read, or refused with a reason."""


FETCHING: tuple[tuple[str, Callable[[str], bytes]], ...] = (
    ("entity.docx", lambda url: external("docx", url)),
    ("entity.xlsx", lambda url: external("xlsx", url)),
    ("part.docx", lambda url: referring("docx", url)),
    ("part.xlsx", lambda url: referring("xlsx", url)),
    ("page.html", page),
    ("page.xhtml", lambda url: b"<?xml version='1.0'?>\n" + page(url)),
    ("page.xml", lambda url: b"<?xml version='1.0'?>\n" + page(url)),
    ("type.xml", lambda url: page(url, "<?xml version='1.0'?><!DOCTYPE html SYSTEM '{}'>")),
    ("filing.htm", filing),
)
"""Files that want something from elsewhere: (name, content for a URL)."""


def named(case: object) -> str:
    """What to call a case: its file."""
    return case if isinstance(case, str) else ""


def audited(folder: Path, name: str, data: bytes) -> Run:
    """A run on a hostile file and a good one, which holds to the ceilings and audits the latter."""
    (folder / name).write_bytes(data)
    (folder / "good.md").write_text(GOOD, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        done = run(folder, name, "good.md")
    assert done.report, done.stderr
    good = next(d for d in done.report["documents"] if d["path"] == "good.md")
    assert good["numbers"] == {"printed": 6, "tied": 6, "contradicted": 0, "not_understood": 0}
    assert done.seconds < SECONDS
    assert done.megabytes < MEGABYTES
    return done


@pytest.mark.parametrize(("name", "made", "reason"), REFUSED, ids=named)
def test_what_cannot_be_read_is_refused_with_its_reason(tmp_path, name, made, reason):
    done = audited(tmp_path, name, made())
    assert done.status == 2
    assert [u["path"] for u in done.report["unread"]] == [name]
    assert reason in done.report["unread"][0]["reason"]
    assert done.report["unread"][0]["reason"].strip()


@pytest.mark.parametrize(("name", "made"), READ, ids=named)
def test_what_is_large_is_read_within_limits_or_refused(tmp_path, name, made):
    done = audited(tmp_path, name, made())
    unread = [u["path"] for u in done.report["unread"]]
    read = [d["path"] for d in done.report["documents"] if d["path"] != "good.md"]
    assert (done.status, unread, read) in ((0, [], [name]), (2, [name], []), (2, [name], [name]))


@pytest.mark.parametrize("scheme", ["http", "file"])
@pytest.mark.parametrize(("name", "made"), FETCHING, ids=named)
def test_nothing_is_fetched(tmp_path, server, name, made, scheme):
    secret = tmp_path / "secret.txt"
    secret.write_text("Ninety-nine secrets", encoding="utf-8")
    url = f"http://127.0.0.1:{server.port}/x" if scheme == "http" else secret.as_uri()
    done = audited(tmp_path, name, made(url))
    assert done.status in (0, 2)
    assert "secrets" not in json.dumps(done.report)
    assert server.heard == []


def test_the_guard_would_notice(server):
    with socket.create_connection(("127.0.0.1", server.port)) as asking:
        asking.sendall(b"hello")
    deadline = time.monotonic() + SECONDS
    while not server.heard and time.monotonic() < deadline:
        time.sleep(0.01)
    assert server.heard == [b"hello"]
    server.heard.clear()
    script = GUARDED.split("sys.argv", maxsplit=1)[0] + "import socket; socket.socket()"
    import subprocess

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert b"the network was asked for: socket.__new__" in done.stderr
