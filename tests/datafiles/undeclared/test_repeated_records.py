"""Records that stand twice in a file without a rule file are told; it is read all the same."""

import pytest

from auditor.datafiles import data_report
from auditor.model.relation import Severity

CLEAN = ["period,segment,metric,value"] + [
    f"2025-Q{quarter},{segment},{metric},{value}"
    for quarter in range(1, 5)
    for metric, base in (("Revenue", 100), ("Cost", 60))
    for segment, value in (
        ("Cloud", base + quarter),
        ("Devices", 2 * base + 3 * quarter),
        ("Services", base // 2 + 2 * quarter),
        ("Total", base + quarter + 2 * base + 3 * quarter + base // 2 + 2 * quarter),
    )
]


@pytest.fixture
def told(tmp_path):
    """The findings in a file of these lines; None where it is no list of records with a key."""

    def of(lines):
        file = tmp_path / "a.csv"
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        report = data_report(str(file), [])
        return report and [(one.rule, one.severity, one.message) for one in report.findings]

    return of


def test_where_none_stands_twice_nothing_is_said(told):
    assert told(CLEAN) == []


@pytest.mark.parametrize("again", ["", "9"])
def test_a_record_that_stands_twice_is_a_warning(told, again):
    copy = next(line for line in CLEAN if line.startswith("2025-Q2,Devices,Cost"))
    value = copy.rpartition(",")[2]
    lines = [*CLEAN, copy + again]
    ((rule, severity, message),) = told(lines)
    assert (rule, severity) == ("found.key", Severity.WARNING)
    key = "period 2025-Q2, segment Devices, metric Cost"
    assert message.startswith(f"The key {key} stands twice: at line 15 ({value})")


def test_a_list_in_which_many_agree_has_no_key(told):
    sales = ["day,shop,amount", *(f"2025-01-0{n % 3 + 1},A,{n}" for n in range(40))]
    assert told(sales) is None
