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
