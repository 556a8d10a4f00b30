"""Times: which period a cell names, and whose operand it is."""

import pytest

from auditor.datafiles.columns.periods import Day, have_parts, is_date, served, time_of
from auditor.model.dataset import Shift
from auditor.model.period import Period, month

Y25, Q1_25 = Period(month(2025, 1), month(2025, 12)), Period(month(2025, 1), month(2025, 3))


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2025", Y25),
        ("FY2025", Y25),
        ("2025-Q1", Q1_25),
        ("2025Q1", Q1_25),
        ("Q1 2025", Q1_25),
        ("1Q25", Q1_25),
        ("2025-H2", Period(month(2025, 7), month(2025, 12))),
        ("2025-03", Period(month(2025, 3), month(2025, 3))),
        ("202503", Period(month(2025, 3), month(2025, 3))),
        ("2025-M3", Period(month(2025, 3), month(2025, 3))),
        ("2025-03-30", Day(month(2025, 3), 30)),
        ("2025-02-28", Day(month(2025, 2), 31)),  # the last of its month
        ("20250331", Day(month(2025, 3), 31)),
        ("2025-03-31T00:00:00", Day(month(2025, 3), 31)),
        ("2025-13", None),
        ("2025-02-30", None),
        ("2025-H3", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_cell_names(text, time):
    assert time_of(text) == time


@pytest.mark.parametrize(
    ("values", "shift", "places"),
    [
        (["2024-Q1", "2025-Q1", "2025-Q2"], Shift.YEAR_BEFORE, [1, -1, -1]),
        (["2024-Q4", "2025-Q1", "2025-Q2"], Shift.PRECEDING, [1, 2, -1]),
        (["2024", "2025", "x"], Shift.PRECEDING, [1, -1, -1]),
        (["2024-02-29", "2025-02-28"], Shift.YEAR_BEFORE, [1, -1]),
        (["2024-05-30", "2025-05-31"], Shift.YEAR_BEFORE, [-1, -1]),
        (["2025-Q1", "2025", "2025-Q4", "2024-Q4"], Shift.ITS_QUARTERS, [1, -1, 1, -1]),
        (["2025-H1", "2025-H2", "2025"], Shift.ITS_HALVES, [2, 2, -1]),
    ],
)
def test_a_time_serves(values, shift, places):
    assert served(values, shift) == places


def test_only_years_have_quarters():
    assert have_parts(["2025", "2025-Q1", "2025-03-31", ""], Shift.ITS_QUARTERS) == [
        True, False, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "date"), [("2025-03-31", True), ("2025-3-31", False), ("2025-02-30", False)]
)
def test_a_date_is_as_iso_writes_it(text, date):
    assert is_date(text) is date
