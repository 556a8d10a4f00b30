"""Midpoints between low and high."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.model.relation import Severity
from auditor.rulebook.packs import rule_packs

ERROR, WARNING = Severity.ERROR, Severity.WARNING


def found(text):
    report = document_report(readers.read(text.encode(), "review.md"), rule_packs())
    return [(f.suspects[0].suggestion or f.printed, f.severity) for f in report.findings]


def tied(text):
    return document_report(readers.read(text.encode(), "review.md"), rule_packs()).tied


RANGE = """
|  | Low | High | Midpoint |
|---|---|---|---|
| Revenue (in millions) | $820 | $860 | $840 |
| Capital expenditure | $40 | $60 | $50 |
"""


def test_a_midpoint_between_them_is_tied():
    assert found(RANGE) == []
    assert tied(RANGE) == 6


def test_one_that_is_not_is_an_error():
    assert [severity for _, severity in found(RANGE.replace("$840", "$850"))] == [ERROR]


@pytest.mark.parametrize(
    "names",
    [
        "Range from | Range to | Middle of range",
        "Low end | High end | Mid-point",
        "Min | Max | Centre",
    ],
)
def test_the_three_go_by_several_names(names):
    text = RANGE.replace("Low | High | Midpoint", names)
    assert (found(text), tied(text)) == ([], 6)
    assert len(found(text.replace("$840", "$850"))) == 1
