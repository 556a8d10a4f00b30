"""Sentences that write amounts as their tables do, without the word for the scale."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.model.relation import Severity
from auditor.rulebook.packs import rule_packs

TABLE = """
| (in millions, except per share amounts) | 2024 | 2023 |
|---|---:|---:|
| Net sales | 350.5 | 318.2 |
| Cost of sales | 214.3 | 199.8 |
| Gross profit | 136.2 | 118.4 |
| Earnings per share | 1.27 | 0.86 |
"""


def alarms(sentence: str, table: str = TABLE) -> list[str]:
    text = f"# Kestrel Fluidics: 2024\n\n{sentence}\n{table}"
    report = document_report(readers.read(text.encode(), "release.md"), rule_packs())
    return [
        c.text
        for f in report.findings
        if f.severity is not Severity.NOTE
        for c in f.citations
        if c.source.table is None
    ]


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Net sales were $350.5, compared with $318.2 in 2023.", ""),
        ("Net sales were $350.5, compared with $381.2 in 2023.", "$381.2"),
        ("Net sales were $305.5, compared with $318.2 in 2023.", "$305.5"),
        ("Net sales were $350.5. Gross profit was $163.2.", "$163.2"),
        ("Net sales rose to $350.5. Earnings per share were $1.27.", ""),
    ],
)
def test_an_amount_is_in_the_scale_of_its_row(sentence, wrong):
    found = alarms(sentence)
    assert (wrong in found) if wrong else not found


@pytest.mark.parametrize(
    "sentence",
    [
        "Net sales per tonne were $212.4 in 2024.",
        "Net sales were $350,500,000 in 2024.",
        "Each share of Kestrel Fluidics closed at $35.05 in 2024.",
    ],
)
def test_what_is_in_full_stays_as_it_is(sentence):
    assert alarms(sentence) == []


def test_amounts_on_a_day_are_all_of_that_day():
    table = "| | 2023 | 2022 |\n|---|---:|---:|\n| Tax asset | 550,149 | 537,963 |\n"
    table += "| Tax liability | (15,559) | (16,224) |\n| Net tax asset | 534,590 | 521,739 |\n"
    sentence = "At December 31, 2022, there was a tax asset of $537,963 and a tax liability of "
    assert alarms(f"{sentence}$16,224.", f"\n{table}") == []
