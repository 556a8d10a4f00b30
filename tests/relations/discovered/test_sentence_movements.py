"""Movements of which a sentence gives the amounts itself, with or without a table."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.rulebook.packs import rule_packs

TITLE = "# Ferrow plc\n\n"
ELSEWHERE = "\n\nLicence income in 2025 was $41.2 million, an increase of $3.1 million, or 8.1%.\n"


def found(text):
    """The figures that errors and warnings suspect first."""
    packs = [p for p in rule_packs() if not p.applies]
    report = document_report(readers.read((TITLE + text + ELSEWHERE).encode(), "x.md"), packs)
    findings = [f for f in report.findings if str(f.severity) != "note"]
    return [f.suspects[0].citation.text if f.suspects else "" for f in findings]


SENTENCES = [
    (
        (
            "Net sales for 2025 were $1,361.2 million, a decrease of $141.7 million, or 9.4%, from"
            " net sales of $1,502.9 million for 2024."
        ),
        [("141.7", "114.7"), ("9.4%", "4.9%"), ("1,502.9", "1,250.9"), ("1,361.2", "1,631.2")],
    ),
    (
        "Tuition income in 2025 was $520.4 million, an increase of $20.3 million, or 4.1%.",
        [("520.4", "250.4"), ("4.1%", "1.4%")],
    ),
    (
        "Berth fees of $14.6 million in 2025 increased 15.2% from $12.7 million in 2024.",
        [("15.2%", "51.2%")],
    ),
    (
        "In 2025 the crew cost ratio was 31.4%, down 1.2 percentage points from 32.6% in 2024.",
        [("32.6%", "36.2%"), ("31.4%", "34.1%")],
    ),
]


@pytest.mark.parametrize("sentence", [s for s, _ in SENTENCES])
def test_what_comes_out_raises_nothing(sentence):
    assert found(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "printed", "altered"),
    [(s, printed, altered) for s, pairs in SENTENCES for printed, altered in pairs],
)
def test_a_figure_that_the_others_contradict_is_told(sentence, printed, altered):
    assert printed in sentence
    told = found(sentence.replace(printed, altered))
    assert len(told) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "The loss ratio was 63.8% in 2025, an improvement of 1.7 points from 65.5% in 2024.",
        "Organic sales rose 3.0% in 2025, and sales were $52.0 million, up from $48.0 million.",
        "Net sales rose 4.0% to $52.0 million, excluding a ferry that had $5.0 million in 2024.",
        "Prices rose 9.0% in 2025 from 2024, and net sales were $52.0 million.",
        "We sold 3 million more, or 2%, in 2025 than the 150 million of 2024.",
        "Net sales in 2025 were $52 million, up 8% from about $48 million in 2024.",
        "Sales in the quarter were $12.0 million and $52.0 million in the year, up 4.0%.",
        (
            "Hull income fell $3.7 million to $48.8 million, or 17.0% of sales, from $52.5 million,"
            " or 18.0% of sales."
        ),
    ],
)
def test_what_is_of_something_else_raises_nothing(sentence):
    assert found(sentence) == []
