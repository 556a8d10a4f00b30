"""Data files: five million records under three rules, beside DuckDB, pandas, pandera.

    python benchmarks/datafiles.py --peers /path/to/python-with-all-three

An invented group reports its entities quarter by quarter, segment by segment, in a tidy CSV file.
Ten figures are wrong. Each contender reads the file and does all sums in a process of its own, but
for pandera, which validates the schema and the key; the auditor must cite the ten lines and no
other. DuckDB and pandas compare within fixed bounds, and keep neither the printed precision nor
the line.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

SEED = 20_250_331
QUARTERS = tuple(f"{year}-Q{quarter}" for year in range(2015, 2025) for quarter in (1, 2, 3, 4))
SEGMENTS = ("Ferries", "Terminals", "Fuel", "Leasing", "Freight", "Tours", "Retail", "Ads", "Other")
PER_ENTITY = 1560  # records of one entity: 10 x (40 x 3 + 36)
WRONG = 10

RULES = """\
pack: bench
title: Invented segments
files: "*.csv"
columns:
  period: period
  entity: text
  segment: text
  metric: text
  value: {type: figure, unit-in: unit}
  unit: text
key: [period, entity, segment, metric]
rules:
  - id: total
    title: Segments add up to the total
    sum: {segment: Total, metric: [Revenue, Income]}
    of: {segment: others}
  - id: margin
    title: The margin is income over revenue
    ratio: {metric: Margin}
    of: {metric: Income}
    to: {metric: Revenue}
  - id: growth
    title: Growth is since the year before
    growth: {metric: Growth}
    of: {metric: Revenue}
    over: {metric: Revenue, when: a year before}
"""

DUCKDB = """
import sys
import duckdb
c = duckdb.connect()
c.execute("set enable_progress_bar = false")
read = "create table d as select * from read_csv(?, types = {'value': 'DECIMAL(18,2)'})"
c.execute(read, sys.argv[1:])
c.execute(
    "create table w as select period, entity, segment,"
    " any_value(value) filter (metric = 'Revenue') r,"
    " any_value(value) filter (metric = 'Income') i,"
    " any_value(value) filter (metric = 'Margin') m,"
    " any_value(value) filter (metric = 'Growth') g from d group by all"
)
found = (
    "(select sum(value) filter (segment <> 'Total') s, max(value) filter (segment = 'Total') t"
    " from d where metric in ('Revenue', 'Income') group by period, entity, metric"
    " having abs(s - t) > 0.05)",
    "w where abs(i / r * 100 - m) > 0.051",
    "w a join w b on a.entity = b.entity and a.segment = b.segment"
    " and a.period = (cast(b.period[1:4] as int) + 1) || b.period[5:]"
    " where abs((a.r / b.r - 1) * 100 - a.g) > 0.051",
    "(select 1 from d group by period, entity, segment, metric having count(*) > 1)",
)
print(sum(c.execute("select count(*) from " + one).fetchone()[0] for one in found))
"""

PANDAS = """
import sys
import pandas as pd
telling = ["period", "entity", "segment", "metric"]
d = pd.read_csv(sys.argv[1], dtype=dict.fromkeys([*telling, "unit"], "category"))
n = d.duplicated(telling).sum()
a = d[d.metric.isin(["Revenue", "Income"])]
by = ["period", "entity", "metric"]
total = a[a.segment == "Total"].groupby(by, observed=True).value.first()
parts = a[a.segment != "Total"].groupby(by, observed=True).value.sum()
n += ((total - parts).abs() > 0.055).sum()
w = d.set_index(telling).value.unstack()
n += ((w.Income / w.Revenue * 100 - w.Margin).abs() > 0.051).sum()
w = w.reset_index().astype({"period": str})
w["before"] = (w.period.str[:4].astype(int) - 1).astype(str) + w.period.str[4:]
b = w[["period", "entity", "segment", "Revenue"]].rename(columns={"period": "before"})
w = w.merge(b, on=["before", "entity", "segment"], suffixes=("", "_before"))
n += (((w.Revenue / w.Revenue_before - 1) * 100 - w.Growth).abs() > 0.051).sum()
print(n)
"""


PANDERA = """
import sys
import pandas as pd
import pandera.pandas as pa
telling = ["period", "entity", "segment", "metric"]
d = pd.read_csv(sys.argv[1], dtype=dict.fromkeys([*telling, "unit"], "category"))
columns = dict.fromkeys(telling, pa.Column("category")) | {
    "metric": pa.Column("category", pa.Check.isin(["Revenue", "Income", "Margin", "Growth"])),
    "value": pa.Column(float),
    "unit": pa.Column("category", pa.Check.isin(["USD", "%"])),
}
pa.DataFrameSchema(columns, unique=telling).validate(d, lazy=True)
print("the schema and the key, no sums")
"""


class Measured(NamedTuple):
    """What one process took, on the clock and of processors; ``peak`` is in megabytes."""

    seconds: float
    processor: float
    peak: float
    output: str


def main() -> None:
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        data, rules = Path(folder, "segments.csv"), Path(folder, "rules.yaml")
        rules.write_text(RULES, encoding="utf-8")
        wrong = written(data, max(options.records // PER_ENTITY, 1))
        print(f"{data.stat().st_size / 1e6:.0f} MB, {wrong[0]:,} records")
        mine = (sys.executable, "-m", "auditor.cli", "check", str(data))
        as_json = ("--rules", str(rules), "--format", "json", "--fail-on", "never")
        contenders: dict[str, tuple[str, ...]] = {"auditor": (*mine, *as_json)}
        contenders |= {
            name: (options.peers, "-c", code, str(data))
            for name, code in (("DuckDB", DUCKDB), ("pandas", PANDAS), ("pandera", PANDERA))
            if options.peers
        }
        for _ in range(options.runs):
            for name, command in contenders.items():
                told = measured(command)
                said = found(told.output, wrong[1]) if name == "auditor" else told.output.strip()
                times = f"{told.processor:>8.1f} s of processors, {told.seconds:.1f} on the clock"
                print(f"{name:>8}{times}{told.peak:>8.0f} MB  {said}", flush=True)


def found(report: str, wrong: list[int]) -> str:
    """How the lines that the findings cite first compare with those that are wrong."""
    (document,) = json.loads(report)["documents"]
    cited = [one["suspects"][0]["source"]["line"] for one in document["findings"]]
    right = len(set(cited) & set(wrong))
    return f"{right} of {len(wrong)} wrong figures found, {len(cited) - right} other findings"


def measured(command: tuple[str, ...]) -> Measured:
    """One process: its time, its peak memory, what it printed."""
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        child = subprocess.Popen(command, stdout=output)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            sys.exit(f"{command[0]} ended with status {child.returncode}")
        output.seek(0)
        processor = usage.ru_utime + usage.ru_stime
        return Measured(seconds, processor, usage.ru_maxrss / 1024, output.read().decode())


def written(path: Path, entities: int) -> tuple[int, list[int]]:
    """Writes the file; returns its number of records, and the lines with a wrong figure."""
    chance = random.Random(SEED)  # noqa: S311  # no secret
    total = entities * PER_ENTITY
    wrong = set(chance.sample(range(2, total + 2), WRONG))
    with path.open("w", encoding="utf-8") as file:
        file.write("period,entity,segment,metric,value,unit\n")
        for line, (key, value, unit) in enumerate(records(entities, chance), start=2):
            shown = misprinted(value) if line in wrong else value
            file.write(f"{key},{shown},{unit}\n")
    return total, sorted(wrong)


def records(entities: int, chance: random.Random) -> Iterator[tuple[str, str, str]]:
    """(key, value, unit), every figure rounded from values that add up before they are rounded."""
    for number in range(entities):
        revenue = [chance.uniform(1e4, 1e6) for _ in SEGMENTS]
        before: list[list[float]] = []
        for quarter in QUARTERS:
            revenue = [one * chance.uniform(0.95, 1.08) for one in revenue]
            income = [one * chance.uniform(0.05, 0.3) for one in revenue]
            sums = (*revenue, sum(revenue)), (*income, sum(income))
            rows = zip((*SEGMENTS, "Total"), *sums, strict=True)
            for place, (segment, sales, profit) in enumerate(rows):
                key = f"{quarter},E{number:04},{segment}"
                yield f"{key},Revenue", f"{sales:.2f}", "USD"
                yield f"{key},Income", f"{profit:.2f}", "USD"
                yield f"{key},Margin", f"{profit / sales * 100:.1f}", "%"
                if len(before) >= 4:
                    change = (sales / before[-4][place] - 1) * 100
                    yield f"{key},Growth", f"{change:.1f}", "%"
            before.append([*sums[0]])


def misprinted(value: str) -> str:
    """The figure with its first digit one higher, or 1 for 9."""
    at = next(place for place, character in enumerate(value) if character in "123456789")
    return f"{value[:at]}{int(value[at]) % 9 + 1}{value[at + 1 :]}"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--records", type=int, default=5_031_000)
    parser.add_argument("--peers", help="a Python with duckdb, pandas and pandera")
    parser.add_argument("--runs", type=int, default=3)
    return parser.parse_args()


if __name__ == "__main__":
    main()
