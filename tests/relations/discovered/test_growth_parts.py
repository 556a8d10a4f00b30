"""Growth that is taken apart in points."""

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


PARTS = """
|  | Organic | Currency | Acquisitions | Total growth |
|---|---|---|---|---|
| Americas | 4.2% | (1.1)% | 0.8% | 3.9% |
| Europe | 2.6% | 0.4% | 1.5% | 4.5% |
| Asia | 7.9% | (2.3)% | 0.0% | 5.6% |
| Group | 3.7% | (0.9)% | 0.9% | 3.7% |
"""
MULTIPLIED = PARTS.replace("| 3.9% |", "| 4.1% |").replace("| 4.5% |", "| 4.8% |")


@pytest.mark.parametrize("text", [PARTS, MULTIPLIED])
def test_parts_that_make_the_whole_nearly_are_silent(text):
    assert found(text) == []


def test_a_whole_that_they_do_not_make_is_an_error():
    assert found(PARTS.replace("4.5%", "5.4%")) == [("4.5%", ERROR)]


UNDERLYING = """
|  | As reported | Exchange rates | Acquisitions | Underlying growth |
|---|---|---|---|---|
| UK | 5.8% | 0.0% | 1.1% | 4.7% |
| Ireland | 2.1% | 1.9% | 0.0% | 0.2% |
| Nordics | (1.4%) | (2.6%) | 0.4% | 0.8% |
| Group | 3.3% | (0.6%) | 0.7% | 3.2% |
"""


def test_the_whole_may_stand_first_and_its_parts_end_with_what_underlies_it():
    assert found(UNDERLYING) == []
    assert found(UNDERLYING.replace("4.7%", "7.4%")) == [("4.7%", ERROR)]
