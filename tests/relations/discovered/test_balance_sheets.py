"""The two sides of a balance sheet, by their names."""

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


GERMAN = """
| (in Mio. Euro) | 31.12.2025 |
|---|---|
| Langfristige Vermögenswerte | 3.120 |
| Kurzfristige Vermögenswerte | 1.884 |
| Summe Aktiva | 5.004 |
| Summe Schulden | 3.000 |
| Summe Eigenkapital | 2.004 |
| Summe Passiva | 5.004 |
"""
JAPANESE = """
| （百万円） | 前期末 | 当期末 |
|---|---|---|
| 資産合計 | 93,012 | 98,417 |
| 負債合計 | 60,001 | 61,250 |
| 純資産合計 | 33,011 | 37,167 |
| 負債純資産合計 | 93,012 | 98,417 |
"""
BARE = """
| EUR thousand | 31.12.2025 |
|---|---|
| Fixed assets | 5,140 |
| Current assets | 2,260 |
| Assets | 7,400 |
| Equity | 3,015 |
| Provisions and debts | 4,385 |
| Equity and liabilities | 7,400 |
"""
HEADED = """
| EUR thousand | 2025 | 2024 |
|---|---|---|
| Assets | | |
| Total assets | 7,400 | 7,215 |
| Liabilities and equity | | |
| Total liabilities and equity | 7,400 | 7,215 |
"""
REDEEMABLE = """
| (in millions) | 2025 |
|---|---|
| Total assets | 1,200 |
| Total liabilities | 700 |
| Redeemable non-controlling interests | 50 |
| Total equity | 450 |
| Total liabilities and shareholders' equity | 1,200 |
"""


@pytest.mark.parametrize("text", [GERMAN, JAPANESE, BARE, HEADED, REDEEMABLE])
def test_sides_that_agree_are_silent(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text, right, wrong",
    [
        (GERMAN, "Passiva | 5.004", "Passiva | 5.040"),
        (JAPANESE, "負債純資産合計 | 93,012 | 98,417", "負債純資産合計 | 93,012 | 97,411"),
        (BARE, "liabilities | 7,400", "liabilities | 7,500"),
        (HEADED, "equity | 7,400", "equity | 7,500"),
        (REDEEMABLE, "equity | 1,200", "equity | 1,265"),
    ],
)
def test_sides_that_differ_are_an_error(text, right, wrong):
    assert [severity for _, severity in found(text.replace(right, wrong))] == [ERROR]
