"""Averages of rows and columns, and plain ratios of two lines."""

import pytest

from auditor.model.relation import Kind
from auditor.model.verdict import Status
from tests.relations.discovered.test_changes import discovered

DOWN = """
|  | Maths | Greek | Music | Latin |
| Ann | 78.00 | 61.50 | 92.25 | 40.00 |
| Ben | 64.50 | 88.25 | 71.00 | 55.75 |
| Cid | 91.00 | 70.00 | 66.50 | 83.00 |
| Average | 77.83 | 73.25 | 76.58 | 59.58 |
"""
ALONG = """
|  | First | Second | Third | Mean |
| Ann | 78.00 | 61.50 | 92.25 | 77.25 |
| Ben | 64.50 | 88.25 | 71.00 | 74.58 |
| Cid | 91.00 | 70.00 | 66.50 | 75.83 |
"""
UNNAMED = DOWN.replace("Average", "Dan")
PRODUCT = """
|  | Quantity | Price | Amount |
| Nails | 120 | 0.35 | 42.00 |
| Saws | 17 | 21.40 | 363.80 |
| Files | 64 | 7.85 | 502.40 |
| Drills | 9 | 118.30 | 1064.70 |
"""
FRACTION = """
|  | Passed | Sat | Rate |
| Leeds | 338 | 512 | 0.66016 |
| Hull | 91 | 260 | 0.35000 |
| York | 127 | 149 | 0.85235 |
| Ripon | 83 | 411 | 0.20195 |
"""
ROWS = """
| ($ millions) | 2005 | 2006 | 2007 | 2008 |
| Operating revenues | 25,162.0 | 27,028.6 | 28,771.3 | 29,675.1 |
| Operating expenses | 21,345.6 | 24,918.5 | 27,905.7 | 26,965.6 |
| Operating ratio | 0.848 | 0.922 | 0.970 | 0.909 |
"""


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        (DOWN, (Kind.AVERAGE, "77.83", "78.00", "64.50", "91.00")),
        (ALONG, (Kind.AVERAGE, "74.58", "64.50", "88.25", "71.00")),
        (PRODUCT, (Kind.RATIO, "17", "363.80", "21.40")),
        (FRACTION, (Kind.RATIO, "0.66016", "338", "512")),
        (FRACTION.replace("Rate", "Percent passing"), (Kind.RATIO, "0.66016", "338", "512")),
        (ROWS, (Kind.RATIO, "0.922", "24,918.5", "27,028.6")),
    ],
)
def test_averages_and_ratios_are_found(text, relation):
    assert discovered(text)[relation] is Status.HOLDS


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (DOWN.replace("77.83", "77.38").replace("73.25", "73.52"), Kind.AVERAGE),
        (DOWN.replace("Average", "Median").replace("59.58", "55.75"), Kind.AVERAGE),
        (UNNAMED.replace("| Dan | 77.83", "| Dan | 12.34"), Kind.AVERAGE),
        (FRACTION.replace("0.35000", "0.53000"), Kind.GROWTH),
    ],
)
def test_thin_evidence_finds_nothing(text, kind):
    assert kind not in {key[0] for key in discovered(text)}


def test_a_named_average_convicts_the_column_that_differs():
    wide = """
    |  | A | B | C | D | E |
    | Ann | 78.00 | 61.50 | 92.25 | 40.00 | 12.00 |
    | Ben | 64.50 | 88.25 | 71.00 | 55.75 | 81.50 |
    | Cid | 91.00 | 70.00 | 66.50 | 83.00 | 30.25 |
    | Average | 77.83 | 73.25 | 76.58 | 59.58 | 14.25 |
    """
    found = discovered(wide)
    assert found[Kind.AVERAGE, "14.25", "12.00", "81.50", "30.25"] is Status.VIOLATED
    assert found[Kind.AVERAGE, "59.58", "40.00", "55.75", "83.00"] is Status.HOLDS
