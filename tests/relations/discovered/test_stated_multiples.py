"""Ratios of sentences over the rows that their names ask for."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.model.relation import Severity
from auditor.rulebook.packs import rule_packs

TABLE = """# Results of the year 2025

(in $ million)

| | 2025 | 2024 |
|---|---|---|
| Revenue | 1,260.4 | 1,198.7 |
| Order intake | 1,436.9 | 1,222.7 |
| EBITDA | 211.5 | 187.3 |
| Net debt | 380.7 | 430.8 |
| Current assets | 612.0 | 570.0 |
| Current liabilities | 360.0 | 380.0 |

"""
RIGHT = (
    "The current ratio was 1.7 at year end.",
    "Our current ratio improved to 1.7, from 1.5.",
    "Net debt to EBITDA was 1.8x (2024: 2.3x).",
    "The ratio of net debt to EBITDA was 1.8 times, compared with 2.3 times in 2024.",
    "In 2025, the book-to-bill ratio was 1.14.",
    # of something else, whatever is printed
    "The current ratio was 2.4 for the parent company.",
    "Net debt to EBITDA was 1.5x under the covenant.",
    "Adjusted net debt to EBITDA was 1.6x.",
    "In Iberia, the book-to-bill ratio was 1.05.",
    "Book-to-bill was 1.21 in the fourth quarter.",
    "Net debt to EBITDA was 6.2x.",
)
WRONG = (
    ("The current ratio was 1.4 at year end.", Severity.WARNING),
    ("Our current ratio improved to 1.9, from 1.5.", Severity.ERROR),
    ("Our current ratio improved to 1.7, from 1.2.", Severity.ERROR),
    ("Net debt to EBITDA was 1.8x (2024: 2.8x).", Severity.ERROR),
    ("The ratio of net debt to EBITDA was 1.3 times at the end of 2025.", Severity.WARNING),
    ("The book-to-bill ratio was 1.41.", Severity.WARNING),
)


def severities(sentences: str) -> list[Severity]:
    report = document_report(readers.read((TABLE + sentences).encode(), "r.md"), rule_packs())
    return [f.severity for f in report.findings if f.severity is not Severity.NOTE]


def test_right_ratios_and_those_of_something_else_raise_nothing():
    assert not severities("\n\n".join(RIGHT))


@pytest.mark.parametrize(("sentence", "severity"), WRONG)
def test_a_wrong_ratio_is_found(sentence, severity):
    assert severities(sentence) == [severity]
