"""Amounts that a sentence states of several rows together."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.rulebook.packs import rule_packs

TABLE = """

## Condensed balance sheets

| (in millions) | December 31, 2025 | December 31, 2024 |
|---|---:|---:|
| Cash and cash equivalents | 61.2 | 88.0 |
| Marketable securities | 42.7 | 30.4 |
| Receivables | 55.1 | 51.9 |
| Total current assets | 159.0 | 170.3 |
"""
LONG_TERM = "| Marketable securities | 20.0 | 18.0 |\n"


def told(sentence, more=""):
    """The figures of sentences that errors and warnings cite."""
    text = f"# Ostara reports 2025 results\n\n{sentence}{TABLE}{more}"
    report = document_report(readers.read(text.encode(), "ostara.md"), rule_packs())
    return [
        c.text
        for f in report.findings
        if str(f.severity) != "note"
        for c in f.citations
        if c.source.line == 3
    ]


@pytest.mark.parametrize(
    "sentence, wrong",
    [
        ("Cash, cash equivalents and marketable securities were ${} million in 2025.", "109.3"),
        ("We had cash, cash equivalents and marketable securities of ${} million.", "130.9"),
        ("Marketable securities and cash and cash equivalents were ${} million in all.", None),
    ],
)  # fmt: skip
def test_the_sum_of_rows_that_are_named(sentence, wrong):
    assert told(sentence.format("103.9")) == []
    if wrong:
        assert wrong in "".join(told(sentence.format(wrong)))


@pytest.mark.parametrize(
    "sentence, more",
    [
        ("Cash, cash equivalents and marketable securities were $123.9 million.", LONG_TERM),
        ("Cash, cash equivalents and marketable securities were $109.3 million.", LONG_TERM),
        ("Cash, cash equivalents and restricted cash were $65.1 million.", ""),
        ("Cash, cash equivalents and marketable securities were $250.4 million.", ""),
    ],
)
def test_what_may_be_of_more_rows_is_left_alone(sentence, more):
    assert told(sentence, more) == []
