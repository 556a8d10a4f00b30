"""Whether a data set in Parquet partitions takes time in proportion, and the memory of one of them.

    python -m benchmarks.partitions [LARGEST] [RECORDS]

Data sets of an eighth, a quarter, half and all of LARGEST partitions (20) of RECORDS each
(1,000,000), one figure in each partition wrong, are audited by a local cluster of one worker.
Prints seconds of processors, the most memory that any process held, and how many of the wrong
figures are cited.
"""

from __future__ import annotations

import csv
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

RULES = """\
pack: sales
title: Sales by shop
files: "part-*.parquet"
columns:
  day: period
  shop: text
  line: {type: text, values: [Bread, Milk, Fruit, Total]}
  amount: figure
key: [day, shop, line]
rules:
  - id: total
    title: The lines add up to the total
    sum: {line: Total}
    of: {line: others}
"""
LINES = ("Bread", "Milk", "Fruit", "Total")


def write_partition(file: Path, month: int, records: int) -> None:
    """A month of so many records, of which one total is wrong."""
    import numpy as np
    import pyarrow as pa
    from pyarrow import parquet

    groups = records // len(LINES)
    parts = np.random.default_rng(month).integers(100, 9_000, (groups, 3))
    amounts = np.column_stack((parts, parts.sum(axis=1)))
    amounts[groups // 2, 3] += 700
    day = f"{2000 + month // 12}-{month % 12 + 1:02}"
    shops = np.char.add("shop ", np.arange(groups).astype(str))
    columns = {
        "day": pa.array([day] * (groups * 4)).dictionary_encode(),
        "shop": pa.array(np.repeat(shops, 4)),
        "line": pa.array(np.tile(LINES, groups)).dictionary_encode(),
        "amount": pa.array(amounts.ravel()),
    }
    parquet.write_table(pa.table(columns), file)


def measured(folder: Path, partitions: int) -> str:
    """A line on the audit of the first so many partitions."""
    files = sorted(str(p) for p in folder.glob("part-*.parquet"))[:partitions]
    report = folder / "report.csv"
    command = (sys.executable, "-m", "auditor", "check", *files, "--isolated", "--format", "csv")
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    words = ("--rules", str(folder / "rules.yaml"), "--cluster", "local:1", "--output", str(report))
    ended = subprocess.run([*command, *words], check=False)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
    with report.open(encoding="utf-8", newline="") as lines:
        found = len({row["path"] for row in csv.DictReader(lines) if row["severity"] == "error"})
    return (
        f"{partitions:4} partitions  {processor:7.1f} s of processors  "
        f"{time.perf_counter() - began:7.1f} s  most memory of a process "
        f"{used.ru_maxrss / 1024:6.0f} MB  {found} wrong cited  status {ended.returncode}\n"
    )


def main(arguments: Sequence[str]) -> None:
    """Prints a line a data set."""
    largest = int(arguments[0]) if arguments else 20
    records = int(arguments[1]) if len(arguments) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work)
        (folder / "rules.yaml").write_text(RULES, encoding="utf-8")
        for month in range(largest):
            write_partition(folder / f"part-{month:04}.parquet", month, records)
        for partitions in sorted({-(-largest // part) for part in (8, 4, 2, 1)}):
            sys.stdout.write(measured(folder, partitions))
            sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
