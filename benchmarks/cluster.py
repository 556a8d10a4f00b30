"""What a cluster gains on many documents, that its report is the same, and that nothing is lost.

    python -m benchmarks.cluster [DOCUMENTS]

Copies of the samples (2,000 unless told), twenty broken files and three that kill whatever process
reads them are audited by one process, by a local cluster of two workers, by two workers of a
scheduler of which one is killed in the middle, and by a cluster whose scheduler is killed in the
middle and which then goes on from its journal. Prints times, their quotients, and whether the
reports are the same, byte for byte.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

SAMPLES = Path(__file__).parents[1] / "samples"
BROKEN, DEADLY = 20, 3
KILLS = """\
import os
import auditor.readers
read = auditor.readers.read
def deadly(data, path):
    return os._exit(9) if b"kills who reads it" in data else read(data, path)
auditor.readers.read = deadly
"""
CHECK = (sys.executable, "-m", "auditor", "check", "corpus", "--isolated", "--format", "json")


class Run(NamedTuple):
    """Seconds that a run took, of all processors too, its exit status, and its report."""

    seconds: float
    processor: float
    status: int
    report: bytes


def corpus(folder: Path, documents: int) -> None:
    """The documents below a folder, and what kills processes beside them."""
    inside = folder / "corpus"
    inside.mkdir()
    samples = sorted(p for p in SAMPLES.iterdir() if p.suffix in {".md", ".csv"})
    for number in range(documents - BROKEN - DEADLY):
        sample = samples[number % len(samples)]
        shutil.copy(sample, inside / f"{number:06}-{sample.name}")
    for number in range(BROKEN):
        (inside / f"{number * documents // BROKEN:06}-broken.pdf").write_bytes(b"%PDF-1.7 broken")
    for number in range(DEADLY):
        name = f"{(2 * number + 1) * documents // (2 * DEADLY):06}-deadly.pdf"
        (inside / name).write_bytes(b"%PDF-1.7 kills who reads it")
    (folder / "site").mkdir()
    (folder / "site" / "sitecustomize.py").write_text(KILLS, encoding="utf-8")


def started(folder: Path, *words: str) -> subprocess.Popen[bytes]:
    """A program in the folder, its output in a file of its own."""
    paths = [str(folder / "site"), str(SAMPLES.parent), os.environ.get("PYTHONPATH", "")]
    return subprocess.Popen(
        words,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def finished(program: subprocess.Popen[bytes], began: float, report: Path) -> Run:
    before = processor()
    status = program.wait()
    seconds = time.perf_counter() - began
    written = report.read_bytes() if report.exists() else b""
    return Run(seconds, processor() - before, status, written)


def processor() -> float:
    """Seconds of processor time that all programs took which have ended."""
    used = os.times()
    return used.children_user + used.children_system


def checked(folder: Path, name: str, *words: str) -> Run:
    """One run from beginning to end."""
    report, began = folder / f"{name}.json", time.perf_counter()
    return finished(started(folder, *CHECK, "--output", str(report), *words), began, report)


def dask(folder: Path, who: str, *words: str) -> subprocess.Popen[bytes]:
    """A scheduler, or a worker of it."""
    module = f"distributed.cli.dask_{who}"
    common = ("--scheduler-file", "scheduler.json", "--no-dashboard", "--host", "127.0.0.1")
    return started(folder, sys.executable, "-m", module, *common, *words)


def cluster(folder: Path) -> tuple[str, list[subprocess.Popen[bytes]]]:
    """The address of a new cluster, and its processes: the scheduler, then two workers."""
    file = folder / "scheduler.json"
    file.unlink(missing_ok=True)
    programs = [dask(folder, "scheduler", "--port", "0")]
    while not file.exists() or not file.stat().st_size:
        time.sleep(0.1)
    workers = ("--nthreads", "1", "--no-nanny", "--death-timeout", "20")
    programs += [dask(folder, "worker", *workers) for _ in range(2)]
    return json.loads(file.read_text(encoding="utf-8"))["address"], programs


def interrupted(folder: Path, name: str, victim: int, documents: int) -> Run:
    """A run during which one process of the cluster is killed: the scheduler, 0, or a worker."""
    address, programs = cluster(folder)
    journal, report, began = (
        folder / f"{name}.journal",
        folder / f"{name}.json",
        time.perf_counter(),
    )
    words = ("--cluster", address, "--journal", str(journal), "--output", str(report))
    run = started(folder, *CHECK, *words)
    while run.poll() is None and lines(journal) < documents // 3:
        time.sleep(0.5)
    programs[victim].send_signal(signal.SIGKILL)
    ended = finished(run, began, report)
    for program in programs:
        program.kill()
        program.wait()
    return ended


def lines(file: Path) -> int:
    return file.read_bytes().count(b"\n") if file.exists() else 0


def told(name: str, run: Run, one: Run) -> str:
    same = "the same report" if run.report == one.report else "ANOTHER REPORT"
    same = same if run.report else "no report"
    faster = f"{one.seconds / run.seconds:.2f} times the speed"
    used = f"{run.seconds:7.1f} s  {run.processor:7.1f} s of processors"
    return f"{name:34} {used}  {faster}  status {run.status}  {same}\n"


def main(arguments: Sequence[str]) -> None:
    """Prints a line a run."""
    documents = int(arguments[0]) if arguments else 2_000
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work)
        corpus(folder, documents)
        sys.stdout.write(f"{documents} documents, {os.cpu_count()} processors, load {load()}\n")
        one = checked(folder, "one", "--jobs", "1")
        sys.stdout.write(told("--jobs 1", one, one))
        runs: dict[str, Callable[[], Run]] = {
            "--jobs 2": lambda: checked(folder, "two", "--jobs", "2"),
            "--cluster local:2": lambda: checked(folder, "local", "--cluster", "local:2"),
            "a worker killed in the middle": lambda: interrupted(folder, "worker", 1, documents),
            "the scheduler killed": lambda: interrupted(folder, "lost", 0, documents),
            "resumed from its journal": lambda: checked(
                folder, "again", "--cluster", "local:2", "--journal", "lost.journal"
            ),
        }
        for name, run in runs.items():
            sys.stdout.write(told(name, run(), one))
            sys.stdout.write(f"{'':34} load {load()}\n")
            sys.stdout.flush()


def load() -> str:
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


if __name__ == "__main__":
    main(sys.argv[1:])
