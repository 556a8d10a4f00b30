"""Fuzzing: nothing that a file can hold may crash the auditor, stall it, or fill the memory.

    .venv/bin/python -m benchmarks.fuzz --count 2000 --seed 1
    .venv/bin/python -m benchmarks.fuzz FOLDER --count 20000 --jobs 2 --journal /tmp/fuzz

Small documents of every format, and the files read beside them, are mutated by what they are made
of: bytes, characters, numbers, lines, tags, members of archives. Each goes through every rendering,
annotate and suggest, in a process of its own forked from one that has loaded everything. Reported
are tracebacks, undocumented exit statuses, more than 5 processor-seconds a command and more than
1 GB of memory. Case N of seed S is the same always; what failed is kept in the journal, a folder a
cause, with the smallest file that shows it.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.fuzzing.cases import LARGEST, Case, case
from benchmarks.fuzzing.seeds import seeds
from benchmarks.fuzzing.smallest import smallest
from benchmarks.fuzzing.trial import Problem, commands, problem, program

IN_MEMORY = Path("/dev/shm")  # noqa: S108  # a folder in it gets a name of its own
"""Where Linux keeps files in memory: what is written is brought to disk, and here that is quick."""
TOLD_EVERY = 60.0
"""Seconds between two lines that say how far it is."""


class Making(NamedTuple):
    """What the numbered cases are made of."""

    seeds: Sequence[Case]
    seed: int
    largest: int

    def case(self, number: int) -> Case:
        return case(self.seeds, self.seed, number, self.largest)


class Failure(NamedTuple):
    """A numbered case with what went wrong in it."""

    number: int
    what: str
    where: str


def failures(making: Making, numbers: range, jobs: int, out: Path) -> list[Failure]:
    """What went wrong in the numbered cases, in their order, whatever ``jobs``."""
    workers = []
    for job in range(jobs):
        worker = os.fork()
        if worker == 0:
            _work(making, numbers[job::jobs], out / f"job-{job}.jsonl")
        workers.append(worker)
    for worker in workers:
        _, status = os.waitpid(worker, 0)
        if status:
            raise SystemExit("a worker of the fuzzer itself failed")
    lines = [line for job in range(jobs) for line in _lines(out / f"job-{job}.jsonl")]
    return sorted(Failure(*json.loads(line)) for line in lines)


def _lines(file: Path) -> list[str]:
    return file.read_text("utf-8").splitlines()


def _work(making: Making, numbers: range, journal: Path) -> None:
    """One worker's cases, in a process that ends here."""
    status = 1
    with contextlib.suppress(KeyboardInterrupt), journal.open("w", encoding="utf-8") as file:
        told = time.monotonic()
        for done, number in enumerate(numbers):
            wrong = tried(making.case(number))
            if wrong:
                file.write(json.dumps([number, wrong.what, wrong.where]) + "\n")
                file.flush()
            if time.monotonic() - told > TOLD_EVERY:
                told = time.monotonic()
                print(f"{done} of {len(numbers)} in {journal.stem}", file=sys.stderr)
        status = 0
    os._exit(status)


def tried(one: Case) -> Problem | None:
    """What goes wrong with a case, in a folder of its own."""
    with tempfile.TemporaryDirectory(dir=IN_MEMORY if IN_MEMORY.is_dir() else None) as folder:
        return problem(one, Path(folder))


@contextlib.contextmanager
def prepared() -> Iterator[None]:
    """Everything loaded that a command loads, and a cache of rules that nobody else uses."""
    with tempfile.TemporaryDirectory() as cache:
        os.environ["XDG_CACHE_HOME"] = cache
        import auditor.cli  # noqa: F401  # with what it loads late, below

        here = Path.cwd()
        with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stderr(sys.stdout):
            _load(Path(folder))
        os.chdir(here)
        gc.collect()
        gc.freeze()  # the children share it as long as nothing touches it
        yield


def _load(folder: Path) -> None:
    """Run every seed once in this process: what is imported late then is imported already."""
    os.chdir(folder)
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        for one in seeds():
            one.written(folder)
            for words in commands(one):
                with (
                    contextlib.redirect_stdout(nowhere),
                    contextlib.redirect_stderr(nowhere),
                    contextlib.suppress(SystemExit),
                ):
                    program()(words)
            for file in folder.iterdir():
                file.unlink()


def keep(making: Making, wrong: Sequence[Failure], journal: Path) -> None:
    """A folder for each cause: the first case that showed it, made small, and what it says."""
    causes = {(one.what, one.where): one for one in reversed(wrong)}
    for at, one in enumerate(sorted(causes.values()), start=1):
        first = making.case(one.number)
        told = tried(first)
        folder = journal / f"{at:02}-{one.what}-{one.number}"
        folder.mkdir()
        small = smallest(first, told) if told else first
        small.written(folder)
        (folder / "problem.txt").write_text(
            f"{one.what}: {one.where}\ncase {one.number} of seed {making.seed}, {first.target} of "
            f"{len(first.data):,} bytes, made {len(small.data):,}\n\n{told.told if told else ''}",
            "utf-8",
        )


def arguments() -> argparse.Namespace:
    assert __doc__
    parser = argparse.ArgumentParser(
        description=__doc__.splitlines()[0], prog="python -m benchmarks.fuzz"
    )
    parser.add_argument("folders", nargs="*", type=Path, help="more seeds: their files to 100 KB")
    parser.add_argument("--count", type=int, default=2_000, help="cases (2000)")
    parser.add_argument("--first", type=int, default=0, help="number of the first case (0)")
    parser.add_argument("--seed", type=int, default=1, help="what makes them (1)")
    parser.add_argument("--largest", type=int, default=LARGEST, help="bytes of a file (100,000)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes")
    parser.add_argument("--journal", type=Path, help="an empty folder for what fails")
    return parser.parse_args()


def main() -> int:
    """Print each cause with its number of cases; 1 if there is any."""
    given = arguments()
    journal = (given.journal or Path(tempfile.mkdtemp(prefix="fuzz-"))).resolve()
    journal.mkdir(parents=True, exist_ok=True)
    found = seeds([folder.resolve() for folder in given.folders])
    making = Making(found, given.seed, given.largest)
    numbers = range(given.first, given.first + given.count)
    started = time.monotonic()
    with prepared():
        wrong = failures(making, numbers, given.jobs, journal)
        spent = time.monotonic() - started
        keep(making, wrong, journal)
    causes: dict[tuple[str, str], list[int]] = {}
    for one in wrong:
        causes.setdefault((one.what, one.where), []).append(one.number)
    for (what, where), cases in sorted(causes.items()):
        print(f"{what:8} {len(cases):5}  {where}  (case {cases[0]})")
    print(
        f"{len(numbers):,} cases of {len(found)} seeds in {spent:.0f} s "
        f"({len(numbers) / spent:.0f} a second): {len(wrong)} failed, {len(causes)} causes; "
        f"journal in {journal}"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
