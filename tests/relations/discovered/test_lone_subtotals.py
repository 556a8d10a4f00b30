"""A line without a name under the only line of its block repeats it."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.rulebook.packs import rule_packs

SHEET = """\
| | 2025 | 2024 |
|---|---|---|
| Fixed assets | | |
| Shares in group companies | 842.6 | 839.1 |
| | {now} | {before} |
| Current assets | | |
| Debtors | 127.3 | 118.4 |
| Cash at bank | 2.2 | 0.9 |
| | 129.5 | 119.3 |
"""
HEADLESS = """\
| | 2025 | 2024 |
|---|---|---|
| Grants carried over | 842.6 | 839.1 |
| | {now} | {before} |
| Debtors | 127.3 | 118.4 |
"""


def report_on(text):
    return document_report(readers.read(text.encode(), "sheet.md"), rule_packs())


@pytest.mark.parametrize(
    "text, now, before, found",
    [
        (SHEET, "842.6", "839.1", []),
        (SHEET, "482.6", "839.1", ["482.6", "842.6"]),
        (SHEET, "842.6", "836.1", ["836.1", "839.1"]),
        # what is between them is printed: another line was counted in
        (SHEET, "842.6", "720.7", []),
        # no slip makes the one of the other
        (SHEET, "711.4", "839.1", []),
        # nothing says that it repeats it
        (SHEET, "482.6", "389.1", []),
        (HEADLESS, "482.6", "839.1", []),
    ],
)
def test_a_nameless_line_repeats_the_only_line_of_its_block(text, now, before, found):
    findings = report_on(text.format(now=now, before=before)).findings
    assert sorted(c.text for f in findings for c in f.citations) == found


def test_what_repeats_its_line_is_tied():
    untied = {c.text for c in report_on(SHEET.format(now="842.6", before="839.1")).untied}
    assert untied.isdisjoint({"842.6", "839.1"})
