"""Times written as a file writes its own."""

import pytest

from auditor.datafiles.columns.periods import Day, time_of
from auditor.datafiles.columns.written_times import written_like


@pytest.mark.parametrize(
    ("text", "months", "expected"),
    [
        ("2024-Q4", 3, "2025-Q1"),
        ("Q3 2024", 3, "Q4 2024"),
        ("4Q24", 3, "1Q25"),
        ("2024-H2", 6, "2025-H1"),
        ("FY2024", 12, "FY2025"),
        ("2019", 12, "2020"),
        ("2024-12", 1, "2025-01"),
        ("202412", 1, "202501"),
        ("2024M9", 1, "2024M10"),
        ("2024-02-29", 1, "2024-03-31"),
        ("20241231", 2, "20250228"),
        ("2024/12/15", 1, "2025/01/15"),
        ("2012-12", 1, "2013-01"),  # the year's digits are the month's too
    ],
)
def test_the_next_is_written_alike(text, months, expected):
    time = time_of(text)
    assert time is not None
    later = Day(time.month + months, time.day) if isinstance(time, Day) else time.shifted(months)
    assert written_like(text, later) == expected
