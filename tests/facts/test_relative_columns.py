"""Relative columns: "Vj." beside "2025" is the year before."""

from __future__ import annotations

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.rulebook.packs import rule_packs


def years(*lines):
    """The year of each figure of the only row of a table."""
    report = document_report(readers.read("\n".join(lines).encode(), "a.md"), rule_packs())
    return [fact.period and fact.period.last // 12 for fact in report.facts if fact.in_table]


@pytest.mark.parametrize(
    ("above", "headings", "expected"),
    [
        ("# Zahlen", "2025 | Vj.", [2025, 2024]),
        ("# Comptes", "2025 | N-1", [2025, 2024]),
        ("# 2025年度 利润表", "本期金额 | 上期金额", [2025, 2024]),
        ("# 実績", "前期 | 2025年度", [2024, 2025]),
        ("# Zahlen", "Plan | Vj.", [None, None]),
        ("# 実績", "当期 | 前期", [2, 1]),  # of no calendar, and a year apart
        ("# Bilanz", "30.06.2025 | Vorjahr", [2025, None]),  # of a balance it may be any date
    ],
)
def test_a_column_called_the_prior_year_is_a_year_before_that_beside_it(above, headings, expected):
    assert years(above, "", f"| | {headings} |", "|---|---|---|", "| A | 120 | 110 |") == expected
