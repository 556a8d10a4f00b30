"""Claims in words beside a table: right ones raise nothing, each wrong one is found."""

from __future__ import annotations

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.model.finding import Finding
from auditor.model.relation import Severity
from auditor.rulebook.packs import rule_packs
from tests.prose import annual_results, elliptic, english, industries, other_languages
from tests.prose.printed import Printed, altered, right

RELEASES = (
    *english.RELEASES,
    *elliptic.RELEASES,
    *annual_results.RELEASES,
    *industries.RELEASES,
    *other_languages.RELEASES,
)
FOUND = 0.95
"""Of all altered figures, those that must be found."""


def alarms(printed: Printed) -> list[Finding]:
    report = document_report(readers.read(printed.text.encode(), "release.md"), rule_packs())
    return [f for f in report.findings if f.severity is not Severity.NOTE]


def cites(finding: Finding, printed: Printed) -> bool:
    return any(
        c.source.line == printed.line
        and (c.source.column or 0) <= printed.column <= (c.source.end_column or 0)
        for c in finding.citations
    )


@pytest.mark.parametrize("release", RELEASES, ids=lambda release: release.name)
def test_right_words_raise_nothing(release):
    assert [f.message for f in alarms(right(release))] == []


def test_wrong_figures_are_found():
    wrong = [one for release in RELEASES for one in altered(release)]
    missed = [one.name for one in wrong if not any(cites(f, one) for f in alarms(one))]
    assert len(missed) <= (1 - FOUND) * len(wrong), "\n".join(missed)
