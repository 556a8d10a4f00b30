"""Which rules are asked, and how severe they are."""

import pytest

from auditor.model.relation import Severity
from auditor.model.selection import Selection


@pytest.mark.parametrize(
    "select, ignore, taken, left",
    [
        ((), (), ("core.tie", "sum"), ()),
        (("core",), (), ("core.tie", "core.growth"), ("sum", "corelli.tie", "tie")),
        (("sum",), (), ("sum",), ("core.tie", "iij.sum")),
        ((), ("core",), ("sum", "iij.growth"), ("core.tie",)),
        (("core",), ("core.tie",), ("core.growth",), ("core.tie", "sum")),
        (("core.tie", "sum"), ("core",), ("core.tie", "sum"), ("core.growth",)),
        (("core",), ("core",), (), ("core.tie",)),
        (("core.ti",), (), (), ("core.tie",)),  # names begin at a dot, not within a word
    ],
)
def test_the_longest_name_that_means_a_rule_decides(select, ignore, taken, left):
    selection = Selection(select, ignore)
    assert [rule for rule in taken if not selection.takes(rule)] == []
    assert [rule for rule in left if selection.takes(rule)] == []


@pytest.mark.parametrize(
    "rule, expected",
    [("core.tie", "note"), ("core.growth", "warning"), ("sum", "error"), ("tie", "error")],
)
def test_the_longest_name_decides_how_severe_a_rule_is(rule, expected):
    severity = (("core.tie", Severity.NOTE), ("core", Severity.WARNING))
    assert Selection(severity=severity).severity_of(rule, Severity.ERROR) == expected
