"""Start-up: how long checking one document takes beside merely importing pandas.

    python benchmarks/startup.py samples/iij-2q06.md

Whole processes, runs interleaved so that a busy moment slows all commands alike; medians.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

Command = Sequence[str]


def main() -> None:
    options = _options()
    auditor = str(Path(sys.executable).with_name("auditor"))
    commands = {
        "python -c pass": (sys.executable, "-c", "pass"),
        "auditor --help": (auditor, "--help"),
        "auditor check DOC": (auditor, "check", options.document, "--fail-on", "never"),
        'python -c "import pandas"': (sys.executable, "-c", "import pandas"),
    }
    print(table(interleaved_seconds(commands, options.runs)))


def interleaved_seconds(commands: Mapping[str, Command], runs: int) -> dict[str, list[float]]:
    """Seconds of each run by command name; one uncounted round first warms the file caches."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs + 1):
        for name, command in commands.items():
            seconds[name].append(_elapsed(command))
    return {name: taken[1:] for name, taken in seconds.items()}


def table(seconds: Mapping[str, Sequence[float]]) -> str:
    """Median, fastest and slowest run of each command, in milliseconds."""
    rows = [f"{'ms':<27}{'median':>8}{'min':>8}{'max':>8}"]
    for name, taken in seconds.items():
        figures = (statistics.median(taken), min(taken), max(taken))
        rows.append(f"{name:<27}" + "".join(f"{1000 * figure:8.0f}" for figure in figures))
    return "\n".join(rows)


def _elapsed(command: Command) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Compare the start-up of the auditor.")
    parser.add_argument("document", help="the document to check")
    parser.add_argument("--runs", type=int, default=11, help="runs of each command (default: 11)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
