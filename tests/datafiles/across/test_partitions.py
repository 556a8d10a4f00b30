"""Rules on one data set whose files are parts of it: sums over records that stand in several."""

import pytest

from auditor.auditing.many_files import audit
from auditor.rulebook.files.loading import parsed_pack

RULES = """\
pack: parts
title: Sales, a file a line
groups:
  sales:
    files: "part-*.csv"
    columns: {month: period, shop: text, line: text, amount: figure}
    key: [month, shop, line]
across:
  - id: total
    title: The lines add up to the total
    sum: {in: sales, line: Total}
    of: {in: sales, line: others}
    by: [month, shop]
    partitioned: true
"""


def partitions():
    """A file for each line, the total one of them; and one for what was sold late, of all lines."""
    found: dict[str, dict[tuple[str, str, str], int]] = {
        name: {} for name in ("Bread", "Milk", "Total", "late")
    }
    for month in range(1, 7):
        for shop in ("East", "West", "Quay"):
            parts = {"Bread": 517 + 31 * month, "Milk": 204 + 7 * month * len(shop)}
            parts["Total"] = sum(parts.values())
            for line, amount in parts.items():
                file = "late" if month == 6 else line
                found[file][f"2025-{month:02}", shop, line] = amount
    return found


def told(folder, change=None, rules=RULES):
    files = partitions()
    if change:
        change(files)
    for name, records in files.items():
        lines = "".join(f"{','.join(key)},{amount}\n" for key, amount in records.items())
        (folder / f"part-{name}.csv").write_text(f"month,shop,line,amount\n{lines}", "utf-8")
    (folder / "rules.yaml").write_text(rules, encoding="utf-8")
    report = audit([str(folder)], rules=[str(folder / "rules.yaml")])
    assert report.unread == ()
    return [
        (cited.source.path.rpartition("-")[2], one.message)
        for one in report.findings
        for cited in one.citations[:1]
    ]


def altered(files):
    files["Milk"]["2025-03", "West", "Milk"] += 40


def without_part(files):
    del files["Milk"]["2025-03", "West", "Milk"]


def without_total(files):
    del files["Total"]["2025-03", "West", "Total"]


def without_total_of_the_late(files):
    del files["late"]["2025-06", "West", "Total"]


@pytest.mark.parametrize(
    "change, file, words",
    [
        (altered, None, "but its parts give"),
        (without_part, "Total.csv", "month 2025-03, shop West, line Milk in any of the 4 files"),
        (without_total, None, "There is no record for month 2025-03, shop West, line Total"),
        (without_total_of_the_late, None, "no record for month 2025-06, shop West, line Total"),
    ],
)
def test_what_is_wrong_is_told_in_its_file(tmp_path, change, file, words):
    ((where, message),) = told(tmp_path, change)
    assert words in message
    assert file in {None, where}


def test_what_adds_up_over_all_files_is_silent(tmp_path):
    assert told(tmp_path) == []


@pytest.mark.parametrize(
    "old, new, mistake",
    [
        ("partitioned: true", "partitioned: false", "all its figures stand in one group of files"),
        ("partitioned: true", "partitoned: true", "did you mean `partitioned`?"),
    ],
)
def test_mistakes_in_the_rule_file(old, new, mistake):
    _, mistakes = parsed_pack(RULES.replace(old, new), "p.yaml")
    assert any(mistake in one.message for one in mistakes)
