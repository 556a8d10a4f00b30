"""Eight ways to disconnect a rule from its data: each is told, and none leaves the gate open."""

import openpyxl
import pytest
from typer.testing import CliRunner

from auditor.cli import app

PASS = 0
RULES = """\
pack: segments
title: Segments
files: "segments*.csv"
columns:
  period: period
  segment: text
  metric: {type: text, values: [Sales, Profit]}
  value: figure
key: [period, segment, metric]
rules:
  - id: total
    title: The segments make the total
    sum: {segment: Total}
    of: {segment: [Café, Bar]}
"""
BOOK_RULES = """\
pack: book
title: The fact book
rules:
  - id: revenue
    title: The segments make the revenue
    sum: {table: Segments, row: Revenue}
    of:
      - {row: Freight}
      - {row: Storage}
  - id: staff
    title: Everybody is counted
    sum: {table: Staff, row: All}
    of:
      - {row: At sea}
      - {row: Ashore}
"""
SHEETS = {
    "Segments": (("", "2026", "2025"), ("Freight", 170.4, 110.2), ("Storage", 80.3, 45.1),
                 ("Revenue", 250.7, 155.3)),
    "Staff": (("", "2026", "2025"), ("At sea", 71, 64), ("Ashore", 25, 22), ("All", 96, 86)),
}  # fmt: skip


def records():
    lines = ["period,segment,metric,value"]
    for quarter in ("2025-Q1", "2025-Q2"):
        for segment, sales, profit in (("Café", 100, 10), ("Bar", 60, 12), ("Total", 160, 22)):
            lines += [f"{quarter},{segment},Sales,{sales}", f"{quarter},{segment},Profit,{profit}"]
    return "\n".join(lines) + "\n"


def checked(folder, file, rules):
    (folder / "rules.yaml").write_text(rules, encoding="utf-8")
    words = ["check", str(file), "--rules", str(folder / "rules.yaml"), "--isolated"]
    done = CliRunner().invoke(app, words, env={"COLUMNS": "200"})
    return done.exit_code, " ".join(done.output.split())


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("segments.csv", "", "", ""),
        ("figures.csv", "", "", "no file is called segments*.csv"),
        ("segments.csv", "segment,", "division,", "column segment is missing"),
        ("segments.csv", "Bar", "Pub", "looked for segment Bar; no record has it"),
        ("segments.csv", "Sales", "Turnover", "Turnover is none of Sales or Profit"),
        ("segments.csv", "2025-", "2025/0", "no period"),
        ("segments.csv", "é", "Ã©", "looked for segment Café"),
        ("segments.csv", records(), "", "empty"),
    ],
    ids=["whole", "file", "column", "member", "key", "period", "encoding", "empty"],
)
def test_what_no_longer_reaches_its_data_does_not_pass(tmp_path, name, old, new, said):
    (tmp_path / name).write_text(records().replace(old, new) if old else records(), "utf-8")
    status, output = checked(tmp_path, tmp_path / name, RULES)
    assert (status == PASS) == (not said), output
    assert said in output


@pytest.mark.parametrize(
    ("sheet", "row", "said"),
    [
        ("Segments", "Freight", ()),
        ("Segment data", "Freight", ("no table is called `Segments`", "mean `Segment data`?")),
        ("Segments", "Freights", ("no row is called `Freight`", "mean `Freights`?")),
    ],
    ids=["whole", "sheet", "row"],
)
def test_a_workbook_in_which_one_rule_of_two_finds_nothing_does_not_pass(
    tmp_path, sheet, row, said
):
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in SHEETS.items():
        made = book.create_sheet(sheet if title == "Segments" else title)
        for cells in rows:
            made.append([row if cell == "Freight" else cell for cell in cells])
    book.save(tmp_path / "book.xlsx")
    status, output = checked(tmp_path, tmp_path / "book.xlsx", BOOK_RULES)
    assert (status == PASS) == (not said), output
    assert ("book.revenue checks nothing: no document has" in output) == bool(said)
    assert [words for words in said if words not in output] == []
