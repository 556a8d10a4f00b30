"""Lines that say by letters what they are of others."""

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


REVISION = """
|  | Net sales | Operating profit | Net profit |
|---|---|---|---|
| Previous forecast (A) | 33,000 | 2,400 | 1,700 |
| Revised forecast (B) | 31,200 | 2,210 | 1,590 |
| Change (B-A) | (1,800) | (190) | (110) |
| Change (%) | (5.5) | (7.9) | (6.5) |
"""
COLUMNS = """
| Department | Actual (A) | Budget (B) | Variance (A-B) |
|---|---|---|---|
| Sales | 1,410 | 1,385 | 25 |
| Service | 912 | 940 | (28) |
"""
FAVOURABLE = COLUMNS.replace("| 25 |", "| (25) |").replace("(28)", "28")


@pytest.mark.parametrize("text", [REVISION, COLUMNS, FAVOURABLE])
def test_what_the_letters_say_is_silent(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text, right, wrong, meant",
    [
        (REVISION, "(1,800)", "(1,900)", "(1,800)"),
        (REVISION, "(7.9)", "(9.7)", "(7.9)"),
        (COLUMNS, "(28)", "(82)", "(28)"),
    ],
)
def test_what_they_do_not_say_is_an_error(text, right, wrong, meant):
    assert found(text.replace(right, wrong)) == [(meant, ERROR)]
