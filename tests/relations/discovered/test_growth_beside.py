"""Growth beside amounts where rows are periods."""

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


TANSHIN = """
（％表示は対前期増減率）

|  | 売上高 |  | 営業利益 |  | 当期純利益 |  |
|---|---|---|---|---|---|---|
|  | 百万円 | ％ | 百万円 | ％ | 百万円 | ％ |
| 2025年3月期 | 31,842 | 7.9 | 2,107 | △20.3 | 1,466 | △2.4 |
| 2024年3月期 | 29,511 | 1.7 | 2,644 | 4.2 | 1,502 | 12.6 |
| 2023年3月期 | 29,018 | - | 2,537 | - | 1,334 | - |
"""
MARGINS = """
|  | Revenue | Operating income |  |
|---|---|---|---|
| Fiscal year | $m | $m | % |
| 2025 | 31,842 | 2,107 | 6.6 |
| 2024 | 29,511 | 2,644 | 9.0 |
"""


@pytest.mark.parametrize("text", [TANSHIN, MARGINS])
def test_what_comes_out_is_silent(text):
    assert found(text) == []


def test_growth_that_does_not_come_out_is_an_error():
    assert found(TANSHIN.replace("△20.3", "△23.0")) == [("△20.3", ERROR)]
