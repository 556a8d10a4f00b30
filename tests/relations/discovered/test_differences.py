"""Lines that are one less another, wherever in the table they stand."""

import pytest

from tests.relations.discovered.structure import alarms, sums

LEFT_OVER = """\
| Hours | Hull | Engine | Deck | Radio | Galley | Crew | Cargo |
|---|---|---|---|---|---|---|---|
| Planned | 4,914 | 9,000 | 2,070 | 1,530 | 3,118 | 7,702 | 5,519 |
| Weeks | 31 | 52 | 17 | 12 | 22 | 48 | 39 |
| Price an hour | 46 | 55 | 41 | 60 | 39 | 44 | 47 |
| Used | 2,635 | 288 | 1,701 | 1,306 | 2,244 | 6,011 | 1,873 |
| Ships | 3 | 4 | 2 | 2 | 3 | 5 | 4 |
| Remaining | 2,279 | 8,712 | 369 | 224 | 874 | 1,691 | 3,646 |
"""
COPIED = """\
| Hours | Hull | Engine | Deck | Radio | Galley |
|---|---|---|---|---|---|
| Planned | 4,914 | 9,000 | 2,070 | 1,530 | 3,118 |
| Weeks | 31 | 52 | 17 | 12 | 22 |
| Agreed | 4,914 | 9,000 | 2,070 | 1,530 | 3,118 |
| Idle | 0 | 0 | 0 | 0 | 0 |
"""


@pytest.mark.parametrize(
    "table, expected",
    [
        (LEFT_OVER, {"Remaining = Planned - Used"}),
        (LEFT_OVER.replace("1,691", "1,961"), set()),  # once is enough to leave it alone
        (COPIED, set()),
    ],
)
def test_differences_far_apart_are_seen_where_they_always_hold(table, expected):
    assert sums(table) == expected
    assert alarms(table) == []
