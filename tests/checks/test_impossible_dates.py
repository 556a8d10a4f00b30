"""Days that no calendar has."""

import pytest

from auditor import readers
from auditor.checks.impossible_dates import impossible_dates


def told(text):
    return [odd.cells[0].text for odd in impossible_dates(readers.read(text.encode(), "a.md"))]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("For the year ended February 30, 2025, sales rose.", ["February 30, 2025"]),
        ("Stand zum 31. Juni 2025", ["31. Juni 2025"]),
        ("As at 31 June 2025 and 31 June 2025", ["31 June 2025"]),  # told once
        ("Filed on 2025-02-29.", ["2025-02-29"]),
        ("2025年2月30日現在", ["2025年2月30日"]),
        ("| | September 31, 2025 |\n|---|---|\n| Sales | 412 |", ["September 31, 2025"]),
        ("For the year ended February 29, 2024", []),  # a leap year
        ("due Feb 30", []),  # a month of 2030
        ("In June 31 stores opened; by May 45 had closed.", []),
        ("31 December 2025 and 30 June 2025", []),
    ],
)
def test_a_day_that_there_is_not_is_told(text, dates):
    assert told(text) == dates
