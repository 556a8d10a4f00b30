"""Scaling: how the time of an audit grows with the document, which it should in proportion.

    python -m benchmarks.scaling
    python -m benchmarks.scaling tidy formulas --largest 5000
    python -m benchmarks.scaling --show-checks --largest 1000
    python -m benchmarks.scaling --text tables 50 > long.md

Each shape of ``growing.py`` is audited at each of its sizes, in this process, with the reports as
JSON, HTML and for the terminal made of it. ``exponent`` says how the time grows from the size
before: 1 in proportion, 2 with the square. Time is the processor's, so that a busy machine changes
little; peak memory is the process's. Cycles are looked for as rarely as the command line does.
"""

from __future__ import annotations

import argparse
import gc
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from math import log
from pathlib import Path
from typing import NamedTuple

from auditor.auditing.many_files import audit
from auditor.cli._thresholds import COLLECT_RARELY
from auditor.render import View, rendering
from benchmarks.growing import SHAPES, Shape

PER_MB = 2**20 if sys.platform == "darwin" else 2**10
"""What the system counts peak memory in: bytes on macOS, kilobytes elsewhere."""
FORMATS = ("json", "html", "terminal")


class Measured(NamedTuple):
    """What one audit took in seconds, without and with its reports; ``peak`` is in megabytes."""

    size: int
    figures: int
    tied: int
    findings: int
    seconds: float
    rendered: float
    peak: float


def main() -> None:
    options = _options()
    if options.text is not None:
        name, size = options.text
        sys.stdout.buffer.write(SHAPES[name].written(int(size)))
        return
    gc.set_threshold(*COLLECT_RARELY)
    print(
        "| shape | size | figures | tied | findings | seconds | reports | ms each | exponent | MB |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|")
    for name in options.shapes or SHAPES:
        before: Measured | None = None
        for taken in _measured_all(SHAPES[name], options):
            print(_line(name, SHAPES[name].counts, taken, before), flush=True)
            before = taken


def _measured_all(shape: Shape, options: argparse.Namespace) -> Iterator[Measured]:
    """The shape at each of its sizes, once a small one has loaded all that is loaded once."""
    joint = options.show_checks
    measured(shape, shape.sizes[0], joint=joint)
    sizes = (size for size in shape.sizes if size <= options.largest)
    return (measured(shape, size, joint=joint) for size in sizes)


def measured(shape: Shape, size: int, *, joint: bool = False) -> Measured:
    """The audit of a document of that shape and size, in this process.

    ``joint`` asks for all that the relations tell together, as ``--show-checks`` does.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"long{shape.suffix}"
        path.write_bytes(shape.written(size))
        start = time.process_time()
        report = audit([str(path)], joint=joint, shown=True, timeout=0)
        audited = time.process_time()
        for format_ in FORMATS:
            rendering(format_)(report, View())
        done = time.process_time()
    (found,) = report.documents
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / PER_MB
    counts = found.printed, found.tied, len(found.findings)
    return Measured(size, *counts, audited - start, done - audited, peak)


def _line(name: str, counts: str, taken: Measured, before: Measured | None) -> str:
    exponent = f"{_exponent(before, taken):.2f}" if before else ""
    each = 1000 * taken.seconds / taken.size
    return (
        f"| {name} | {taken.size:,} {counts} | {taken.figures:,} | {taken.tied:,} |"
        f" {taken.findings:,} | {taken.seconds:.2f} | {taken.rendered:.2f} | {each:.2f} |"
        f" {exponent} | {taken.peak:,.0f} |"
    )


def _exponent(before: Measured, after: Measured) -> float:
    """How the whole time grows from one size to the next."""
    times = [taken.seconds + taken.rendered for taken in (before, after)]
    return log(times[1] / times[0]) / log(after.size / before.size)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure how audits grow with the document.")
    add = parser.add_argument
    add("shapes", nargs="*", choices=[*SHAPES, []], help="shapes to measure (default: all)")
    add("--largest", type=int, default=20_000, help="no size above this")
    add("--show-checks", action="store_true", help="with the checks, slack and owners of digits")
    add("--text", nargs=2, metavar=("SHAPE", "N"), help="print that document, measure nothing")
    return parser.parse_args()


if __name__ == "__main__":
    main()
