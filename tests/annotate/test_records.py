"""Copies of data files: two columns more, and nothing else changed."""

import csv
import io

import pytest

from auditor.annotate import annotated
from auditor.datafiles import data_report
from auditor.rulebook.files.loading import parsed_pack

RULES = """\
pack: stores
title: Stores
decimal: "{point}"
columns: {{month: period, store: text, amount: figure}}
key: [month, store]
rules:
  - {{id: all, title: The stores add up, sum: {{store: All}}, of: {{store: others}}}}
"""
TEXT = "month,store,amount\n2025-01,North,4\n2025-01,South,5\n2025-01,All,{total}\n"


def copy_of(text, point="."):
    pack, mistakes = parsed_pack(RULES.format(point=point), "p.yaml")
    assert pack is not None, mistakes
    report = data_report("-", [pack], stdin=text.encode())
    assert report is not None
    return annotated(text.encode(), report).decode()


def rows(text, delimiter=","):
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


@pytest.mark.parametrize(
    "text",
    [
        TEXT.format(total=90),
        TEXT.format(total=90).replace("\n", "\r\n"),
        TEXT.format(total=90).removesuffix("\n"),
        TEXT.format(total=90).replace("North", '"North\nside"'),
        TEXT.format(total=90).replace("North", '"North, ""old"""'),
    ],
)
def test_a_finding_stands_behind_its_record(text):
    copy = rows(copy_of(text))
    assert [row[:-2] for row in copy] == rows(text)
    assert copy[0][-2:] == ["audit finding", "audit expected"]
    assert [row[-1] for row in copy[1:]] == ["", "", "9"]
    assert "is printed as 90, but its parts give 9: 4 + 5 = 9" in copy[3][-2]


def test_the_delimiter_is_that_of_the_file():
    text = TEXT.format(total="90,5").replace(",", ";").replace("90;5", "90,5")
    copy = rows(
        copy_of(text.replace("4\n", "4,25\n").replace("5\n2025-01;All", "5,25\n2025-01;All"), ","),
        ";",
    )
    assert copy[3][-1] == "9,5"


def test_where_all_is_well_the_columns_are_empty():
    assert {tuple(row[-2:]) for row in rows(copy_of(TEXT.format(total=9)))[1:]} == {("", "")}


def test_what_is_said_of_the_whole_file_stands_in_the_header():
    (header, *_) = rows(copy_of(TEXT.format(total=9).replace("All", "Whole")))
    assert header[-2].startswith("audit finding | ERROR: stores.all looked for store All")
