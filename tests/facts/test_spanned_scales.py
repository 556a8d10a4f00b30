"""Spanned scales: a heading over some columns tells the scale of those that they add up to."""

import pytest

from auditor import readers
from auditor.auditing.facts import facts_of

TABLE = """\
| | | | Payments due by period (in millions) | |
|---|---|---|---|---|
| Obligations | Total | Within a year | 1-3 years | Later |
| Ferry loans | $1,206.6 | $120.6 | $534.8 | $551.2 |
| Berths | {berths} | 26.1 | 41.0 | 98.3 |
| Fuel | {fuel} | 52.1 | 86.4 | 174.1 |
| Total | $1,684.6 | $198.8 | $662.2 | $823.6 |
"""


@pytest.mark.parametrize(
    ("berths", "fuel", "scales"),
    [
        ("165.4", "312.6", {6}),
        ("164.5", "312.6", {6}),  # one row is wrong
        ("24", "7", {0, 6}),  # a count
    ],
)
def test_columns_that_add_up_in_their_rows_are_in_one_scale(berths, fuel, scales):
    text = TABLE.format(berths=berths, fuel=fuel)
    facts = facts_of(readers.read(text.encode(), "ferries.md"))
    assert {f.figure.scale for f in facts if f.in_table} == scales
