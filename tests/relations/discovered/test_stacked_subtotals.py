"""Blocks that each end in their own sum, under a total of those sums."""

import pytest

from tests.relations.discovered.structure import alarms

HARVEST = """
| (thousand m³) | 2024 |
|---|---|
| Spruce | 1,410 |
| Pine | 2,265 |
| Softwood | 3,675 |
| Beech | 380 |
| Oak | 147 |
| Birch | 902 |
| Hardwood | 1,429 |
| Total harvest | 5,104 |
"""


def test_what_comes_out_is_silent():
    assert alarms(HARVEST) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("5,104", "5,109"),
        ("3,675", "3,765"),  # the total is right with its parts
        ("1,410", "1,470"),  # the total is right with the subtotal
        ("1,429", "1,492"),
    ],
)
def test_a_slip_is_told(right, wrong):
    assert len(alarms(HARVEST.replace(right, wrong))) == 1


@pytest.mark.parametrize(
    "text",
    [
        HARVEST.replace("Total harvest | 5,104", "Total harvest | 6,420"),  # more than is printed
        HARVEST.replace("| Oak | 147 |\n", ""),  # a line is left out: no slip explains it
        HARVEST.replace("1,429", "1,300").replace("3,675", "3,501"),  # no blocks
    ],
)
def test_what_no_slip_explains_is_silent(text):
    assert alarms(text) == []
