"""Sums of the year so far and of the last twelve months: by rule, and found without one."""

import pytest

from auditor.datafiles import data_report
from auditor.model.verdict import Status
from auditor.rulebook.files.loading import parsed_pack

RULES = """\
pack: sales
title: Sales
columns:
  {time: period, item: text, sold: figure, so_far: figure,
   last_year: {type: figure, nullable: true}}
key: [time, item]
rules:
  - {id: so-far, title: t, sum: so_far, of: {column: sold, when: its year to date}}
  - {id: trailing, title: t, sum: last_year, of: {column: sold, when: its trailing year}}
"""
QUARTERS = [f"{year}-Q{quarter}" for year in (2023, 2024, 2025) for quarter in (1, 2, 3, 4)]
MONTHS = [f"{year}-{month:02}" for year in (2024, 2025) for month in range(1, 13)]
ENDS = [
    f"{y}-{m}-{d}"
    for y in (2024, 2025)
    for m, d in (("03", 31), ("06", 30), ("09", 30), ("12", 31))
]


def sold(times, of_year):
    """The records of two items: what was sold, since the year began and in twelve months."""
    for number, item in enumerate(("Oars", "Sails")):
        amounts = [3_117 + 811 * number + (i * 7_919) % 4_001 for i in range(len(times))]
        for i, time in enumerate(times):
            so_far = sum(amounts[i - i % of_year : i + 1])
            trailing = sum(amounts[i + 1 - of_year : i + 1]) if i + 1 >= of_year else ""
            yield [time, item, amounts[i], so_far, trailing]


@pytest.fixture
def file(tmp_path):
    return tmp_path / "sales.csv"


def report(file, times, of_year, changed=None, rules=RULES):
    lines = [*sold(times, of_year)]
    for (row, column), value in (changed or {}).items():
        lines[row][column] = value
    text = "".join(",".join(map(str, one)) + "\n" for one in lines)
    packs = []
    if rules:
        pack, mistakes = parsed_pack(rules, "rules.yaml")
        assert pack is not None, mistakes
        packs = [pack]
    file.write_text(f"time,item,sold,so_far,last_year\n{text}", encoding="utf-8")
    found = data_report(str(file), packs)
    assert found is not None
    return found


STEPS = [(QUARTERS, 4), (MONTHS, 12), (ENDS, 4)]


@pytest.mark.parametrize("times, of_year", STEPS)
def test_what_adds_up_holds(file, times, of_year):
    counts = report(file, times, of_year).tallies
    assert counts["sales.so-far", Status.HOLDS] == 2 * len(times)
    assert counts["sales.trailing", Status.HOLDS] == 2 * (len(times) - of_year + 1)
    assert report(file, times, of_year).findings == ()


@pytest.mark.parametrize("times, of_year", STEPS)
@pytest.mark.parametrize("rules", [RULES, ""])
@pytest.mark.parametrize(
    "change",
    [
        pytest.param({(1, 2): 9_990}, id="a part early in the year"),
        pytest.param({(3, 3): 77_777}, id="a sum so far"),
    ],
)
def test_what_does_not_is_told_at_its_record(file, times, of_year, rules, change):
    found = report(file, times, of_year, change, rules)
    assert [one.suspects[0].citation.source.row for one in found.findings] == [
        row + 2 for row, _ in change
    ]


def test_what_has_not_all_its_parts_is_not_checked(file):
    counts = report(file, MONTHS[3:], 12, rules=RULES).tallies
    assert counts["sales.so-far", Status.NOT_CHECKABLE] == 18


def test_between_files_it_is_refused():
    rules = """\
pack: two
title: t
groups:
  a: {files: a.csv, columns: {month: period, x: figure}, key: month}
  b: {files: b.csv, columns: {month: period, y: figure}, key: month}
across:
  - {id: r, title: t, sum: {in: a, column: x}, of: {in: b, column: y, when: its year to date}}
"""
    _, mistakes = parsed_pack(rules, "rules.yaml")
    assert any("`when`: expected" in one.message for one in mistakes)
