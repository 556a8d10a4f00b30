"""Killed: a check that is killed while it writes leaves every report old or new, never cut.

    python -m benchmarks.killed
    python -m benchmarks.killed DOCUMENT --kills 200 --seed 7

The document is checked once in peace, then again and again, each time killed (SIGKILL): every
second time at any moment of the run, else soon after it has begun to write. Every report must then
be the one that stood there before, or the whole new one. Prints how many were which; 1 if any is
neither.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

SAMPLE = Path(__file__).parents[1] / "samples" / "iij-2q06.md"
FORMATS = ("html", "json", "sarif", "csv")
OLD = b"what stood here before\n"
MOST_WRITING = 0.02
"""Seconds after the first sign of writing within which a run is killed: all four take so long."""


def command(document: Path, folder: Path) -> list[str]:
    wanted = [word for one in FORMATS for word in ("--format", f"{one}:{folder / one}")]
    run = [sys.executable, "-m", "auditor.cli", "check", str(document), "--isolated"]
    return [*run, "--show-checks", *wanted]


def started(document: Path, folder: Path) -> subprocess.Popen[bytes]:
    nowhere = subprocess.DEVNULL
    return subprocess.Popen(command(document, folder), stdout=nowhere, stderr=nowhere)


def in_peace(document: Path, folder: Path) -> tuple[dict[str, bytes], float]:
    """The whole reports, and the seconds that they take."""
    begun = time.monotonic()
    started(document, folder).wait()
    return {one: (folder / one).read_bytes() for one in FORMATS}, time.monotonic() - begun


def killed(document: Path, folder: Path, after: float, *, writing: bool) -> None:
    """Kills a check after so many seconds, counted from where it writes if that is asked."""
    process = started(document, folder)
    while writing and process.poll() is None and not any(folder.glob(".*.part")):
        time.sleep(0.0005)
    time.sleep(after)
    process.kill()
    process.wait()


def states(folder: Path, whole: dict[str, bytes]) -> list[str]:
    """What each report is: old, new or cut."""
    known = {one: {OLD: "old", new: "new"} for one, new in whole.items()}
    return [known[one].get((folder / one).read_bytes(), "cut") for one in FORMATS]


def renewed(folder: Path) -> None:
    """The folder as before any check."""
    for file in folder.iterdir():
        file.unlink()
    for one in FORMATS:
        (folder / one).write_bytes(OLD)


def arguments(given: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Kill checks that write their reports.")
    parser.add_argument("document", nargs="?", type=Path, default=SAMPLE)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args(given)


def main() -> int:
    options = arguments(sys.argv[1:])
    moments = random.Random(options.seed)  # noqa: S311  # of no secret
    found: Counter[str] = Counter()
    midst = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        renewed(folder)
        whole, seconds = in_peace(options.document, folder)
        for number in range(options.kills):
            renewed(folder)
            writing = bool(number % 2)
            after = moments.uniform(0, MOST_WRITING if writing else seconds)
            killed(options.document, folder, after, writing=writing)
            found.update(states(folder, whole))
            midst += any(folder.glob(".*.part"))
    print(
        f"{options.kills} checks killed, {midst} of them in the midst of a file; reports: "
        f"{found['old']} old, {found['new']} new, {found['cut']} cut"
    )
    return 1 if found["cut"] else 0


if __name__ == "__main__":
    sys.exit(main())
