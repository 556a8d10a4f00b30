"""What groups should have, as most of their peers and a neighbour have it."""

import numpy as np
import pytest

from auditor.datafiles.verdicts.keys import groups_of
from auditor.datafiles.verdicts.peers import Series, are_holes, is_missing, may_be_missing


def series(size, *, timed=True):
    return Series(np.zeros(size, np.int64), np.arange(size), timed)


@pytest.mark.parametrize(
    ("has", "missing", "holes", "maybe"),
    [
        ("xxxx", [], [], []),
        ("xx.xx", [2], [2], []),
        (".xxxx", [0], [], []),
        ("xxxx.", [4], [], []),
        ("xxx..", [], [], [3]),  # it ended, or its last is missing
        ("xx..xxx", [], [], [2, 3]),
        ("x.x.x", [1, 3], [1, 3], []),
        ("..x.x..", [], [3], [1, 5]),
        ("x..", [], [], [1]),
        ("x.", [], [], []),  # of two nothing tells which is as it should be
        ("", [], [], []),
    ],
)
def test_neighbours_in_time_tell(has, missing, holes, maybe):
    flags = np.array([one == "x" for one in has], np.bool_)
    alike = series(len(has))
    assert np.flatnonzero(is_missing(alike, flags)).tolist() == missing
    assert np.flatnonzero(are_holes(alike, flags)).tolist() == holes
    assert np.flatnonzero(may_be_missing(alike, flags)).tolist() == maybe


def test_without_a_time_most_peers_tell_and_nothing_is_a_hole():
    flags = np.array([True, True, False, True])
    alike = series(4, timed=False)
    assert np.flatnonzero(is_missing(alike, flags)).tolist() == [2]
    assert not are_holes(alike, flags).any()
    assert not may_be_missing(alike, flags).any()


@pytest.mark.parametrize("sizes", [(3, 2), (1 << 20, 1 << 20)])
def test_groups_and_their_last_records(sizes):
    columns = [np.array(codes, np.int32) for codes in ([0, 2, 0, 2, 1], [1, 0, 1, 0, 1])]
    found = groups_of(columns, sizes, 5)
    assert found.size == 3
    assert sorted(found.last.tolist()) == [2, 3, 4]
    assert found.of[0] == found.of[2] != found.of[4]
    assert groups_of([], [], 4).last.tolist() == [3]
