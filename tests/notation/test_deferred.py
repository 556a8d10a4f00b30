"""Deferred patterns: compiled when first asked, and no different from any other."""

import re

import pytest

from auditor.notation.deferred import METHODS, deferred


@pytest.mark.parametrize(
    ("text", "flags", "asked"),
    [
        ("b+", 0, "aBBc"),
        ("b+", re.IGNORECASE, "aBBc"),
        (b"b+", 0, b"abbc"),
    ],
)
def test_it_finds_what_the_compiled_pattern_finds(text, flags, asked):
    found = deferred(text, flags).search(asked)
    expected = re.compile(text, flags).search(asked)
    assert (found and found.span()) == (expected and expected.span())


def test_its_methods_become_those_of_the_compiled_pattern():
    pattern = deferred("b+")
    assert pattern.sub("x", "abbc") == "axc"
    assert [getattr(pattern, name) for name in METHODS] == [
        getattr(re.compile("b+"), name) for name in METHODS
    ]
    assert (pattern.pattern, pattern.flags) == ("b+", re.compile("b+").flags)


def test_a_broken_one_is_told_when_it_is_asked():
    pattern = deferred("(")
    with pytest.raises(re.error):
        pattern.search("")
