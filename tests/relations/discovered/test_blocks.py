"""The same few rows over again for each segment."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.rulebook.packs import rule_packs

ROWS = [
    ("Cloud", "Revenue", "100", "110"),
    ("", "Operating income", "20", "23"),
    ("", "Margin", "20.0%", "20.9%"),
    ("Devices", "Revenue", "50", "55"),
    ("", "Operating income", "5", "6"),
    ("", "Margin", "10.0%", "10.9%"),
    ("Total", "Revenue", "150", "165"),
    ("", "Operating income", "25", "29"),
    ("", "Margin", "16.7%", "17.6%"),
]


def report(rows):
    body = "".join(f"| {' | '.join(row)} |\n" for row in rows)
    text = f"| Segment | Metric | 2024 | 2025 |\n|---|---|---|---|\n{body}"
    return document_report(readers.read(text.encode(), "segments.md"), rule_packs())


def changed(row, column, text):
    rows = [list(one) for one in ROWS]
    rows[row][column] = text
    return rows


def test_all_of_it_is_tied():
    found = report(ROWS)
    assert (found.findings, found.tied, found.printed) == ((), 18, 18)


@pytest.mark.parametrize(
    "row, column, wrong, right",
    [(8, 3, "18.6%", "17.6%"), (2, 2, "21.0%", "20.0%"), (6, 3, "185", "165")],
)
def test_what_differs_from_its_likes_is_wrong(row, column, wrong, right):
    (found,) = report(changed(row, column, wrong)).findings
    assert (found.printed, found.expected) == (wrong, right)


@pytest.mark.parametrize(
    "rows",
    [
        changed(6, 0, "Restated"),  # no total: another segment
        [row for row in ROWS if row[1] != "Operating income"],  # margins of what is not shown
        changed(4, 1, "Net income"),  # blocks that are not alike
    ],
)
def test_what_is_not_known_is_not_reported(rows):
    assert report(rows).findings == ()


def test_blocks_may_stand_under_headings():
    rows = []
    for label, *rest in ROWS:
        rows += [[label, "", ""]] if label else []
        rows.append(rest)
    body = "".join(f"| {' | '.join(row)} |\n" for row in rows)
    text = f"| Metric | 2024 | 2025 |\n|---|---|---|\n{body}"
    found = document_report(readers.read(text.encode(), "segments.md"), rule_packs())
    assert (found.findings, found.tied, found.printed) == ((), 18, 18)


def test_a_table_without_figures_is_none():
    assert report([("Cloud", "Revenue", "up", "up"), ("", "Margin", "down", "up")]).findings == ()
