"""Remembered values: each is made once, and each who goes through them gets them all."""

from __future__ import annotations

from auditor.relations.discovered._remembered import Remembered


def counting(made):
    for number in range(4):
        made.append(number)
        yield number


def test_each_value_is_made_once():
    made: list[int] = []
    values = Remembered(counting(made))
    assert [*values] == [*values] == [0, 1, 2, 3]
    assert made == [0, 1, 2, 3]


def test_no_more_is_made_than_somebody_asks_for():
    made: list[int] = []
    values = Remembered(counting(made))
    assert next(iter(values)) == 0
    assert made == [0]


def test_who_goes_through_them_within_another_takes_none_away():
    values = Remembered(iter(range(3)))
    assert [(a, [*values]) for a in values] == [(a, [0, 1, 2]) for a in range(3)]
