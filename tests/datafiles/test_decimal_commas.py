"""Data files whose decimals a comma opens, as their rule file says."""

import pytest

from auditor import audit
from auditor.datafiles.columns.figures import data_figure

RULES = """\
pack: umsatz
title: Umsatz nach Segment
files: "umsatz*.csv"
{decimal}
columns:
  jahr: period
  segment: {{type: text, values: [Fähren, Fracht, Gesamt]}}
  umsatz: figure
  stellen: integer
key: [jahr, segment]
rules:
  - id: total
    title: Die Segmente ergeben das Gesamt
    sum: {{segment: Gesamt, column: umsatz}}
    of: {{segment: others}}
"""
FILE = """\
jahr;segment;umsatz;stellen
2025;Fähren;1.204,5;1.200
2025;Fracht;{fracht};300
2025;Gesamt;{gesamt};1500
"""


def found(tmp_path, fracht="801,2", gesamt="2005,7", decimal='decimal: ","'):
    (tmp_path / "rules.yaml").write_text(RULES.format(decimal=decimal))
    file = tmp_path / "umsatz.csv"
    file.write_text(FILE.format(fracht=fracht, gesamt=gesamt))
    return audit([str(file)], rules=[str(tmp_path / "rules.yaml")])


@pytest.mark.parametrize(
    "cells, expected",
    [
        ({}, []),
        ({"gesamt": "2.005,7"}, []),
        ({"gesamt": "2.050,7"}, [("umsatz.total", "2.050,7", "2.005,7")]),
        ({"gesamt": "2050,7"}, [("umsatz.total", "2050,7", "2005,7")]),
        ({"fracht": "801.2"}, [("umsatz.columns", "801.2", "")]),  # no point opens decimals here
    ],
)
def test_commas_open_decimals_and_points_group(cells, expected, tmp_path):
    report = found(tmp_path, **cells)
    assert [(f.rule, f.printed, f.expected) for f in report.findings] == expected
    assert report.documents[0].printed == 6 - (expected[:1] == [("umsatz.columns", "801.2", "")])


def test_without_the_key_the_same_text_says_something_else(tmp_path):
    report = found(tmp_path, decimal="")
    assert [f.rule for f in report.findings if f.printed == "801,2"] == ["umsatz.columns"]


@pytest.mark.parametrize(
    "text, value",
    [
        ("1.204,5", "1204.5"),
        ("1 204,5", "1204.5"),
        ("-0,5", "-0.5"),
        ("(1.204,5)", "-1204.5"),
        ("12,5 %", "12.5"),
        ("1.204", "1204"),
        ("1,2e3", "1200"),
        ("12.5", None),
        ("n. v.", None),
    ],
)
def test_what_a_cell_holds(text, value):
    from fractions import Fraction

    figure = data_figure(text, ",")
    assert (figure and figure.value) == (value and Fraction(value))
    assert figure is None or figure.text == text
