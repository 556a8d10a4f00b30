"""The number of employees, repeated where employees are listed."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.rulebook.packs import rule_packs

REPORT = """\
| 決算年月 |  | 2022年3月 | 2023年3月 |
|---|---|---|---|
| 従業員数 | (名) | 1,820 | 1,904 |
| (外、平均臨時雇用者数) |  | (402) | (433) |

## 従業員の状況

| セグメントの名称 | 従業員数(名) |  |
|---|---|---|
| 海運 | 1,204 | (333) |
| 港湾 | {part} | (100) |
| 合計 | {total} | {temporary} |

|  | 従業員数(名) | 平均年齢(歳) |
|---|---|---|
|  | {only} | 41.2 |
"""


@pytest.mark.parametrize(
    ("part", "total", "temporary", "only", "expected"),
    [
        ("700", "1,904", "(433)", "1,904", ["1,904", "(433)", "1,904"]),
        ("700", "1,904", "(433)", "1,880", ["1,904", "(433)"]),  # the parent alone
        ("700", "1,904", "(434)", "612", []),  # counted otherwise
        ("702", "1,906", "(433)", "612", []),
    ],
)
def test_the_latest_headcount_is_tied_to_where_it_is_repeated(
    part, total, temporary, only, expected
):
    text = REPORT.format(part=part, total=total, temporary=temporary, only=only)
    report = document_report(readers.read(text.encode(), "ferries.md"), rule_packs())
    found = [v for v in report.checks if v.relation.title.startswith("The number of employees")]
    assert [v.relation.target.text for v in found] == expected
    assert not [f for f in report.findings if f.kind == "tie"]


@pytest.mark.parametrize(
    ("heading", "expected"), [("Number of employees", 1), ("Employees", 1), ("Vessels", 0)]
)
def test_english_names_are_known(heading, expected):
    text = (
        "|  | FY2022 | FY2023 |\n|---|---|---|\n| Number of employees | 11,820 | 12,904 |\n\n"
        f"## Staff\n\n| Segment | {heading} |\n|---|---|\n"
        "| Ferries | 8,204 |\n| Ports | 4,700 |\n| Total | 12,904 |\n"
    )
    report = document_report(readers.read(text.encode(), "ferries.md"), rule_packs())
    ties = [v for v in report.checks if v.relation.title.startswith("The number of employees")]
    assert len(ties) == expected
