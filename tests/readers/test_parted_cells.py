"""Parted cells: an amount and its percentage in one cell are two, each in its true place."""

import pytest

from auditor import readers


def table(*rows):
    lines = ["| | 2025 | 2024 |", "|---|---|---|", *(f"| {row} |" for row in rows)]
    return readers.read("\n".join(lines).encode(), "a.md").tables[0]


def texts(found):
    return [[cell.text for cell in row] for row in found.rows]


def test_a_column_of_both_becomes_two():
    found = table("Sales | 460.2 | 431.8", "EBIT | 40.5 (8.8%) | 37.1", "Net | 25.1 (5.5%) | 23.2")
    assert texts(found) == [
        ["", "2025", "", "2024"],
        ["Sales", "460.2", "", "431.8"],
        ["EBIT", "40.5", "8.8%", "37.1"],
        ["Net", "25.1", "5.5%", "23.2"],
    ]
    share = found.rows[2][2]
    assert (share.source.line, share.source.column, share.source.end_column) == (4, 16, 20)
    assert [cell.source.col for cell in found.rows[2]] == [1, 2, 3, 4]


def test_behind_a_slash_too():
    found = table("Sales | 460.2 | 431.8", "EBIT | 40.5 / 8.8% | 37.1", "Net | 25.1/5.5% | 23.2")
    assert texts(found)[2:] == [["EBIT", "40.5", "8.8%", "37.1"], ["Net", "25.1", "5.5%", "23.2"]]


@pytest.mark.parametrize(
    "row",
    ["EBIT | 1/2/31% | 37.1", "EBIT | 40.5 / 12 | 37.1", "EBIT | 8.8%/8.6% | 37.1",
     "EBIT | (40.5) | 37.1", "EBIT | 8.8% (8.6%) | 37.1", "EBIT | 40.5 (12) | 37.1",
     "EBIT | rose (8.8%) | 37.1", "EBIT | 40.5 (see 8.8%) | 37.1"],
)  # fmt: skip
def test_other_cells_stay(row):
    assert [len(r) for r in table(row, row).rows] == [3, 3, 3]


def test_one_alone_is_a_remark():
    assert len(table("EBIT | 40.5 (8.8%) | 37.1").rows[0]) == 3


def test_a_heading_says_what_stands_in_parentheses():
    text = """
| Site | Buildings | Land (area in sq. m) | Total |
|---|---|---|---|
| Main plant | 312 | 54 (88,000) | 366 |
| North plant | 1,205 | 610 (120,450) | 1,815 |
"""
    assert texts(readers.read(text.encode(), "a.md").tables[0]) == [
        ["Site", "Buildings", "Land", "area in sq. m", "Total"],
        ["Main plant", "312", "54", "88,000", "366"],
        ["North plant", "1,205", "610", "120,450", "1,815"],
    ]


def test_without_such_a_heading_it_may_be_a_loss():
    found = table("Sales | 54 (88,000) | 1", "EBIT | 610 (120,450) | 2")
    assert texts(found)[1] == ["Sales", "54 (88,000)", "1"]
