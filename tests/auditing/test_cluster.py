"""A cluster: the report of one process, whatever becomes of workers, and on from a journal."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from auditor.auditing import cluster
from auditor.auditing.batches import BatchDiedError, outcomes_elsewhere
from auditor.auditing.cluster import GOES_ON, LOST, ClusterError, on_cluster
from auditor.auditing.journal import SCHEMA
from auditor.auditing.many_files import audit
from auditor.cli import app
from auditor.render import View, rendering

pytest.importorskip("distributed")
pytestmark = pytest.mark.filterwarnings("default")  # of libraries that nobody here can mend

SALES = """\
| (EUR million) | 2Q25 | 2Q24 |
|---|---|---|
| Fares | {fares} | 440 |
| Freight | 250 | 220 |
| Total | 750 | 660 |
"""
DEADLY = "%PDF-1.7 of a document that kills who reads it"
KILLS = """\
import os
import auditor.readers
read = auditor.readers.read
def deadly(data, path):
    return os._exit(9) if b"kills who reads it" in data else read(data, path)
auditor.readers.read = deadly
"""


@pytest.fixture
def corpus(tmp_path, monkeypatch):
    """Nine statements, one wrong, and two that cannot be read, in a working folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(cluster, "BATCHES_A_THREAD", 1)  # each starts a process
    Path("in").mkdir()
    for number in range(9):
        fares = 900 if number == 4 else 500
        Path(f"in/{number}.md").write_text(SALES.format(fares=fares), encoding="utf-8")
    Path("in/3.pdf").write_bytes(b"%PDF-1.7 broken")
    Path("in/empty.md").touch()
    return tmp_path


@pytest.fixture
def deadly(corpus, monkeypatch):
    """The same with one that kills whatever process reads it."""
    (corpus / "site").mkdir()
    (corpus / "site" / "sitecustomize.py").write_text(KILLS, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(corpus / "site"), prepend=os.pathsep)
    Path("in/5.pdf").write_text(DEADLY, encoding="utf-8")
    return corpus


def written(report):
    return rendering("json")(report, View())


def on_two(journal=None, paths=("in",), **options):
    with on_cluster("local:2", journal) as elsewhere:
        return audit(paths, detailed=False, elsewhere=elsewhere, **options)


def test_the_report_is_that_of_one_process(corpus):
    assert corpus
    report = on_two()
    assert written(report) == written(audit(["in"]))
    assert [len(report.documents), len(report.unread), len(report.findings)] == [9, 2, 1]


def test_a_document_that_kills_its_process_costs_only_itself(deadly):
    assert deadly
    report = on_two()
    assert len(report.documents) == 9
    told = {one.path: one.reason for one in report.unread}
    assert sorted(told) == ["in/3.pdf", "in/5.pdf", "in/empty.md"]
    assert "died, twice (status 9)" in told["in/5.pdf"]


def test_a_batch_that_nobody_survives_is_given_out_in_halves(corpus, monkeypatch):
    tried = corpus / "tried"

    def deadly(batch):
        with tried.open("a", encoding="utf-8") as file:
            print(len(batch.items), file=file)
        if any(item.path == "in/7.md" for item in batch.items):
            raise BatchDiedError(-9)
        return outcomes_elsewhere(batch)

    monkeypatch.setattr(cluster, "outcomes_elsewhere", deadly)
    report = on_two()
    assert len(report.documents) == 8
    assert "signal 9" in next(one.reason for one in report.unread if one.path == "in/7.md")
    assert tried.read_text(encoding="utf-8").split().count("1") >= 2  # alone, twice


def test_only_what_is_new_to_the_journal_is_audited(corpus):
    journal = corpus / "run.journal"
    first = on_two(journal)
    lines = journal.read_text(encoding="utf-8").splitlines()
    assert json.loads(lines[0]) == {"schema": SCHEMA}
    assert len(lines) == 1 + 11
    assert written(on_two(journal)) == written(first)
    assert journal.read_text(encoding="utf-8").splitlines() == lines
    Path("in/4.md").write_text(SALES.format(fares=500), encoding="utf-8")
    assert on_two(journal).findings == ()
    assert len(journal.read_text(encoding="utf-8").splitlines()) == 1 + 11 + 1
    on_two(journal, discover=False)
    assert len(journal.read_text(encoding="utf-8").splitlines()) == 1 + 11 + 1 + 11


def test_documents_in_a_store_are_audited_where_they_are_named(corpus):
    fsspec = pytest.importorskip("fsspec")
    memory = fsspec.filesystem("memory")
    for file in sorted((corpus / "in").iterdir()):
        memory.pipe(f"/in/{file.name}", file.read_bytes())
    report = on_two(paths=["memory://in"])
    memory.rm("/in", recursive=True)
    assert written(report).replace("memory:///in/", "in/") == written(audit(["in"]))


SLOW = """\
import time
import auditor.readers
read = auditor.readers.read
def slow(data, path):
    time.sleep(0.4)
    return read(data, path)
auditor.readers.read = slow
"""


class Dask:
    """Starts the scheduler and the workers of a cluster, and ends them."""

    def __init__(self, folder):
        self.file = folder / "scheduler.json"
        self.started: list[subprocess.Popen[bytes]] = []

    def start(self, who, *words):
        module = f"distributed.cli.dask_{who}"
        words = ("--scheduler-file", self.file, "--no-dashboard", "--host", "127.0.0.1", *words)
        process = subprocess.Popen(
            [sys.executable, "-m", module, *words], stderr=subprocess.DEVNULL
        )
        self.started.append(process)
        return process

    def address(self):
        return json.loads(awaited(self.file))["address"]

    def end(self):
        for process in self.started:
            process.terminate()
        for process in self.started:
            process.wait()


@pytest.fixture
def dask(tmp_path):
    found = Dask(tmp_path)
    yield found
    found.end()


def awaited(file, lines=0):
    """The text of a file once it has more lines than so many."""
    given_up = time.monotonic() + 60
    text = ""
    while time.monotonic() < given_up and len(text.splitlines()) <= lines:
        time.sleep(0.05)
        text = file.read_text(encoding="utf-8") if file.exists() else ""
    return text


def checking(*words):
    return subprocess.Popen(
        [sys.executable, "-m", "auditor", "check", "in", "--format", "json", "--isolated", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="processes are ended by signals")
def test_a_run_goes_on_from_its_journal_when_the_scheduler_was_killed(deadly, dask):
    (deadly / "site" / "sitecustomize.py").write_text(KILLS + SLOW, encoding="utf-8")
    journal = deadly / "run.journal"
    scheduler = dask.start("scheduler", "--port", "0")
    options = ["--cluster", dask.address(), "--journal", str(journal)]
    dask.start("worker", "--nthreads", "1", "--death-timeout", "9")
    first = checking(*options)
    awaited(journal, lines=3)
    scheduler.kill()
    _, said = first.communicate(timeout=120)
    assert (first.returncode, said) == (2, f"auditor: {LOST}{GOES_ON}\n")
    dask.file.unlink()
    dask.start("scheduler", "--port", "0")
    options[1] = dask.address()
    dask.start("worker", "--nthreads", "1", "--death-timeout", "9")
    second = checking(*options)
    report, said = second.communicate(timeout=120)
    assert (second.returncode, said) == (2, "")  # some could not be read
    assert len(awaited(journal).splitlines()) == 1 + 11  # none twice; one has no lasting result
    alone, _ = checking().communicate(timeout=120)
    assert report == alone


@pytest.mark.parametrize(
    "words, said",
    [
        (("--cluster", "local:none"), "--cluster local:none: local:2 is a cluster of two workers"),
        (("--cluster", "nonsense"), "--cluster nonsense: "),
        (("--journal", "run.journal"), "--journal needs --cluster"),
        (("--cluster", "local", "--journal", "in/4.md"), "it is one of the documents"),
        (("--cluster", "local", "--journal", "j", "--show-checks"), "no format that lists every"),
        (("--cluster", "local", "--journal", "j", "--format", "html:r.html"), "no format that"),
    ],
)
def test_what_cannot_be_done_with_a_cluster_is_told(corpus, words, said):
    assert corpus
    result = CliRunner().invoke(app, ["check", "in", "--isolated", *words])
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_file_that_is_no_journal_stays_as_it_is(corpus):
    (corpus / "notes").write_text("mine\n", encoding="utf-8")
    with pytest.raises(ClusterError, match="no journal"):
        on_two(corpus / "notes")
    assert (corpus / "notes").read_text(encoding="utf-8") == "mine\n"
