"""From a figure to one of the same name at another time, or on another basis."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.model.relation import Severity
from auditor.rulebook.packs import rule_packs

ERROR, WARNING = Severity.ERROR, Severity.WARNING


def report(text):
    return document_report(readers.read(text.encode(), "review.md"), rule_packs())


def found(text):
    return [(f.printed, f.severity) for f in report(text).findings]


EARNINGS = """
| | $ per share |
|---|---|
| 2024 adjusted EPS | 3.42 |
| Volume | 0.18 |
| Price and mix | 0.31 |
| Cost inflation | (0.22) |
| Share count | 0.07 |
| Currency | (0.05) |
| 2025 adjusted EPS | 3.71 |
"""
BASES = """
| | Q2 2025 | Q2 2024 |
|---|---|---|
| GAAP net income | 8,412 | 7,905 |
| Stock compensation | 2,310 | 1,988 |
| Restructuring | - | 640 |
| Litigation | 415 | - |
| Tax effect | (612) | (590) |
| Non-GAAP net income | 10,525 | 9,943 |
"""
PRICES = """
| | Shares | Average price |
|---|---|---|
| Nonvested as of December 31, 2018 | 412 | $6.51 |
| Granted | 205 | $6.74 |
| Vested | (130) | $6.60 |
| Nonvested as of December 31, 2019 | 487 | $6.59 |
"""
INCOME = """
| | 2025 |
|---|---|
| Net income | 812 |
| Basic shares | 400 |
| Diluted shares | 410 |
| Adjusted net income | 845 |
"""


@pytest.mark.parametrize("text", [EARNINGS, BASES, PRICES, INCOME])
def test_what_comes_out_or_is_no_walk_is_silent(text):
    assert found(text) == []


def test_a_walk_of_one_column_is_tied():
    assert report(EARNINGS).tied == 6  # 0.05 is too small to be told from rounding


@pytest.mark.parametrize(
    ("text", "right", "wrong", "severity"),
    [
        (EARNINGS, "3.71", "3.81", WARNING),
        (EARNINGS, "3.71", "3.17", WARNING),
        (BASES, "10,525", "10,255", ERROR),
        (BASES, "640", "460", ERROR),
    ],
)
def test_what_does_not_come_out_is_told(text, right, wrong, severity):
    (finding,) = report(text.replace(right, wrong)).findings
    assert finding.severity is severity
    assert right in [s.suggestion for s in finding.suspects if s.citation.text == wrong]
