"""Records taken out of a data file one at a time: each should be named, the whole one silent.

    python benchmarks/removed.py

An invented group's segments, quarter by quarter, under two rule files: one says with `complete`
what must be there, the other only what adds up, where the first and last quotients have no
neighbours that would tell.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator

from auditor.datafiles import data_report
from auditor.model.finding import Finding
from auditor.model.relation import Severity
from auditor.rulebook.files.loading import parsed_pack

SEED = 20_261_129
SEGMENTS = ("Ferries", "Terminals", "Fuel", "Leasing", "Freight", "Tours", "Retail", "Ads", "Other")
PER_QUARTER = 40
FIRST_YEAR = 1950
METRICS = ("Revenue", "Income", "Margin", "Growth")

SUMS = """\
pack: bench
title: Invented segments
columns:
  period: period
  segment: text
  metric: {type: text, values: [Revenue, Income, Margin, Growth]}
  value: figure
key: [period, segment, metric]
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
    as: per cent
  - id: growth
    title: Growth is since the year before
    growth: {metric: Growth}
    of: {metric: Revenue}
    over: {metric: Revenue, when: a year before}
"""
COMPLETE = """\
complete:
  - id: every-segment
    title: Every segment has every figure of its quarter
    each: segment
    by: [period, metric]
  - id: no-gaps
    title: No quarter is missing
    without-gaps: period
"""


def main() -> None:
    options = _options()
    chance = random.Random(options.seed)  # noqa: S311  # no secret
    lines = [*records(options.records, chance)]
    taken = sorted(chance.sample(range(len(lines)), min(options.sample, len(lines))))
    print(f"{len(lines):,} records, {len(taken)} taken out in turn, seed {options.seed}")
    for name, rules in (("complete", SUMS + COMPLETE), ("sums only", SUMS)):
        whole = len(findings(lines, rules))
        named = others = 0
        for place in taken:
            found = findings([*lines[:place], *lines[place + 1 :]], rules)
            right = [one for one in found if names(one, lines[place])]
            named += bool(right)
            others += len(found) - len(right)
        said = f"{named} of {len(taken)} named, {others} other findings"
        print(f"{name:>10}  {said}; the whole file: {whole} findings")


def names(found: Finding, line: str) -> bool:
    """Whether an error says that just this record is missing."""
    key = dict(zip(("period", "segment", "metric"), line.split(",")[:3], strict=True))
    said = ", ".join(f"{name} {value}" for name, value in key.items())
    is_error = found.severity is Severity.ERROR
    return is_error and found.message.startswith(f"There is no record for {said}.")


def findings(lines: list[str], rules: str) -> tuple[Finding, ...]:
    pack, mistakes = parsed_pack(rules, "rules.yaml")
    assert pack is not None, mistakes
    text = "\n".join(("period,segment,metric,value", *lines)) + "\n"
    report = data_report("-", [pack], stdin=text.encode(), detailed=False)
    assert report is not None
    return report.findings


def records(number: int, chance: random.Random) -> Iterator[str]:
    """The records of so many whole quarters, growth since the second year."""
    revenue = [chance.uniform(1e3, 1e5) for _ in SEGMENTS]
    before: list[list[float]] = []
    for quarter in range(max(number // PER_QUARTER, 1)):
        revenue = [one * chance.uniform(0.95, 1.08) for one in revenue]
        income = [one * chance.uniform(0.05, 0.3) for one in revenue]
        sums = (*revenue, sum(revenue)), (*income, sum(income))
        for place, (segment, sales, profit) in enumerate(
            zip((*SEGMENTS, "Total"), *sums, strict=True)
        ):
            key = f"{FIRST_YEAR + quarter // 4}-Q{quarter % 4 + 1},{segment}"
            growth = (sales / before[-4][place] - 1) * 100 if len(before) >= 4 else None
            shown = (f"{sales:.2f}", f"{profit:.2f}", f"{profit / sales * 100:.1f}")
            for metric, value in zip(METRICS, shown, strict=False):
                yield f"{key},{metric},{value}"
            if growth is not None:
                yield f"{key},Growth,{growth:.1f}"
        before.append([*sums[0]])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--records", type=int, default=2040)
    parser.add_argument("--sample", type=int, default=200)
    parser.add_argument("--seed", type=int, default=SEED)
    return parser.parse_args()


if __name__ == "__main__":
    main()
