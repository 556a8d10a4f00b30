"""What repeats itself is searched once, and what differs in what the search sees is not alike."""

import pytest

from auditor.relations.discovered._alike_lines import AlikeLines
from auditor.relations.discovered._matrix import Entry, IntegerLine, Matrix
from auditor.relations.discovered._search import _Search
from auditor.relations.discovered._thresholds import NEARBY
from tests.relations.discovered.structure import sums

BLOCK = ("Ferries", 61), ("Buses", 240), ("Total", 301), ("Crew of all piers", 17)
BLOCKS = 100
FIRST, SECOND = 4 * 50 + 2, 4 * 51 + 2
"""Totals of two blocks in the midst of all."""


def matrix(changed=None, **change):
    """The block over and over, one line of it changed."""
    found = []
    for n in range(BLOCKS * len(BLOCK)):
        label, value = BLOCK[n % len(BLOCK)]
        line = {"label": label, "group": "", "added": True, "value": value}
        line |= change if n == changed else {}
        entries = {1: Entry(2 * line.pop("value"), 1, nil=False)}
        found.append(IntegerLine(index=n, entries=entries, grain=1, **line))
    return Matrix(tuple(found), (1,), downward=True)


@pytest.mark.parametrize(
    "changed, change, alike",
    [
        (None, {}, True),
        (FIRST + NEARBY + 8, {"value": 99}, True),  # too far away to be seen from either
        (FIRST, {"value": 302}, False),
        (FIRST - 1, {"value": 241}, False),
        (FIRST - 1, {"label": "Trams"}, False),
        (FIRST - 2, {"group": "Abroad"}, False),
        (FIRST - 3, {"added": False}, False),  # where the lines to add up begin
        (FIRST - NEARBY, {"value": 99}, False),  # a figure nearby explains a gap
    ],
)
def test_totals_are_alike_where_the_search_sees_the_same(changed, change, alike):
    known = AlikeLines(matrix(changed, **change))
    first, second = (known.of(at, (at - 2, at - 1)) for at in (FIRST, SECOND))
    assert (first == second) is alike
    assert known.of(FIRST, (FIRST - 2, FIRST - 1)) == first
    assert known.of(FIRST, (FIRST - 3, FIRST - 1)) != first


def test_a_table_that_does_not_repeat_itself_has_nothing_alike():
    lines = matrix().lines[: len(BLOCK) * 2]
    known = AlikeLines(Matrix(lines, (1,), downward=True))
    assert known.of(2, (0, 1)) != known.of(6, (4, 5))


def test_no_more_is_tried_for_more_repetitions_of_what_adds_up_to_nothing(monkeypatch):
    tried, found = [], _Search._found
    monkeypatch.setattr(_Search, "_found", lambda one, *a: tried.append(a) or found(one, *a))
    rows = "| Ferries | 61 | 58 |\n| Buses | 240 | 191 |\n| Total | 998 | 777 |\n"
    made = []
    for count in (150, 300):
        tried.clear()
        assert not sums("| EUR | 2025 | 2024 |\n|---|---|---|\n" + rows * count)
        made.append(len(tried))
    assert 0 < made[1] <= made[0]
