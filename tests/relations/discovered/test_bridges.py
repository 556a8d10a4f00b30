"""Lines that say in words that they are added or taken away."""

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


BRIDGE = """
| (in millions) | 2025 | 2024 |
|---|---|---|
| Operating profit | 262.4 | 218.9 |
| Add: restructuring | 17.1 | 14.6 |
| Plus: impairment | 9.8 | 10.3 |
| Less: gain on disposal | 7.5 | 3.2 |
| Adjusted operating profit | 281.8 | 240.6 |
"""
SIGNED = BRIDGE.replace("| 7.5 | 3.2 |", "| (7.5) | (3.2) |")
OTHERWISE = BRIDGE.replace("281.8 | 240.6", "290.1 | 251.7")


@pytest.mark.parametrize("text", [BRIDGE, SIGNED, OTHERWISE])
def test_a_bridge_that_comes_out_or_is_another_calculation_is_silent(text):
    assert found(text) == []


@pytest.mark.parametrize("text", [BRIDGE, SIGNED])
@pytest.mark.parametrize(
    "right, wrong, severity", [("281.8", "218.8", ERROR), ("240.6", "246.3", WARNING)]
)
def test_a_bridge_that_does_not_come_out_is_told(text, right, wrong, severity):
    assert [s for _, s in found(text.replace(right, wrong))] == [severity]
