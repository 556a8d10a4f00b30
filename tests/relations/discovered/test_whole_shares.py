"""Shares of the parts of a total, beside its 100 %."""

import pytest

from tests.relations.discovered.structure import alarms

MIX = """
| ($ million) | Sales | Share |
|---|---|---|
| Retail | 480 | {} |
| Wholesale | 330 | {} |
| Online | 190 | {} |
| Total | 1,000 | 100% |
"""


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        (("48%", "33%", "19%"), []),
        (("48%", "43%", "19%"), [("43%", "33%")]),
        (("48%", "33%", "18%"), []),  # made to add up with another
        (("61%", "12%", "27%"), []),  # of something else
    ],
)
def test_few_shares_in_whole_per_cent(shares, expected):
    found = alarms(MIX.format(*shares))
    assert [printed for printed, _ in found] == [printed for printed, _ in expected]


TWO_YEARS = """
| ($ million) | 2025 | % of total | 2024 | % of total |
|---|---|---|---|---|
| Fares | 801 | {} % | 742 | 50.2 % |
| Freight | 402 | {} % | 395 | 26.7 % |
| Charter | 318 | 20.9 % | 342 | {} % |
| Total | 1,521 | 100.0 % | 1,479 | 100.0 % |
"""


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        (("52.7", "26.4", "23.1"), []),
        (("57.2", "24.6", "23.1"), ["24.6 %", "57.2 %"]),
        (("52.7", "24.6", "32.1"), ["24.6 %", "32.1 %"]),
        (("61.0", "18.1", "23.1"), []),  # no slips: they are of something else
    ],
)
def test_two_wrong_shares_of_a_short_column_are_told_beside_its_sister(shares, expected):
    assert sorted(printed for printed, _ in alarms(TWO_YEARS.format(*shares))) == expected


ONE_YEAR = """
| ($ million) | 2025 | % of total |
|---|---|---|
| Fares | 801 | {} % |
| Freight | 402 | {} % |
| Charter | 318 | 19.9 % |
| Towage | 77 | 4.8 % |
| Total | 1,598 | 100.0 % |
"""


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        (("50.1", "25.2"), []),
        (("51.0", "22.5"), ["22.5 %", "51.0 %"]),
        (("61.7", "13.6"), []),
    ],
)
def test_without_a_sister_as_many_must_come_out(shares, expected):
    assert sorted(printed for printed, _ in alarms(ONE_YEAR.format(*shares))) == expected
