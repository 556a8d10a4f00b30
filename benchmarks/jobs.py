"""What several processes gain on many documents, and that the report is the same.

    python benchmarks/jobs.py FOLDER [DOCUMENTS]

Audits up to so many documents of the folder (300 unless told) with one process and with two, turn
by turn, through the command line; prints the median times, their quotient and whether the reports
are the same, byte for byte.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from auditor.readers import suffixes

TURNS = 5
RUN = [sys.executable, "-m", "auditor.cli", "check", "--isolated"]


def timed(files: list[str], jobs: int, output: Path) -> float:
    """Seconds of one run."""
    started = time.perf_counter()
    subprocess.run(
        [*RUN, *files, "--jobs", str(jobs), "--format", "json", "--output", str(output)],
        check=False,
        capture_output=True,
    )
    return time.perf_counter() - started


def main() -> None:
    """Prints both medians."""
    folder, most = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 300
    files = sorted(str(p) for p in folder.rglob("*") if p.suffix in suffixes())[:most]
    times: dict[int, list[float]] = {1: [], 2: []}
    with tempfile.TemporaryDirectory() as work:
        outputs = {jobs: Path(work) / f"{jobs}.json" for jobs in times}
        for _ in range(TURNS):
            for jobs, found in times.items():
                found.append(timed(files, jobs, outputs[jobs]))
        same = outputs[1].read_bytes() == outputs[2].read_bytes()
    one, two = (statistics.median(times[jobs]) for jobs in (1, 2))
    sys.stdout.write(
        f"{len(files)} documents: 1 process {one:.2f} s, 2 processes {two:.2f} s,"
        f" {one / two:.2f} times the speed; the reports are {'the same' if same else 'DIFFERENT'}\n"
    )


if __name__ == "__main__":
    main()
