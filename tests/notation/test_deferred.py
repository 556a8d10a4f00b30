"""Deferred patterns: compiled when first asked, and no different from any other."""

import re

import pytest

from auditor.notation.deferred import METHODS, deferred, sought


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


@pytest.mark.parametrize("text", ["a Bx", "x", "bx", "", "ſx bx"])
def test_one_that_needs_words_finds_what_it_would_find_without(text):
    pattern = sought(r"b\s?x", "b")
    expected = re.compile(r"b\s?x", re.IGNORECASE)
    for bounds in ((), (1,), (1, 3)):
        assert _span(pattern.search(text, *bounds)) == _span(expected.search(text, *bounds))
    assert pattern.findall(text) == expected.findall(text)
    assert _span(pattern.search(text)) == _span(expected.search(text))


def _span(found):
    return found and found.span()


def test_one_that_needs_words_is_not_compiled_before_one_is_there():
    pattern = sought("(", "open", "shut")
    assert pattern.search("aside") is None
    with pytest.raises(re.error):
        pattern.search("Open")
