"""A wrong figure in the middle of two sums is told, be there but one other column."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.rulebook.packs import rule_packs

TAX = """
| | 2024 | 2023 |
|---|---|---|
| Gross tax assets | 7,694 | 4,731 |
| Allowance for losses | (4,970) | (2,191) |
| Tax assets, net of allowance | {net} | {before} |
| Plant | (57) | (565) |
| Intangibles | (47) | (38) |
| Total tax liabilities | (104) | (603) |
| Net tax assets | 2,620 | 1,937 |
"""

RESULT = """
| | 2024 | 2023 |
|---|---|---|
| Operating result | 828 | 713 |
| Interest | (119) | (136) |
| Other financial items | (12) | (5) |
| Financial result | {net} | {before} |
| Result before taxes | 697 | 572 |
"""


def found(text):
    report = document_report(readers.read(text.encode(), "x.md"), rule_packs())
    return [(f.suspects[0].citation.text, f.expected) for f in report.findings]


@pytest.mark.parametrize(
    "table, net, before, expected",
    [
        (TAX, "2,724", "2,540", []),
        (TAX, "2,724", "9,540", [("9,540", "2,540")]),
        (TAX, "7,724", "2,540", [("7,724", "2,724")]),
        (RESULT, "(131)", "(141)", []),
        (RESULT, "(137)", "(141)", [("(137)", "(131)")]),
        # in neither column, so that nothing says what the line is
        (RESULT, "(911)", "(904)", []),
        # no slip leads to it: something else may be in it
        (TAX, "2,724", "3,816", []),
    ],
)
def test_a_line_that_its_parts_and_a_total_below_leave_out_is_convicted(
    table, net, before, expected
):
    assert found(table.format(net=net, before=before)) == expected
