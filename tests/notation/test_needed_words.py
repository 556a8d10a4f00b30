"""Needed words: what a pattern fits without them it must not fit at all."""

import re

import pytest

from auditor.notation.deferred import deferred
from auditor.notation.needed_words import folded, needed_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (r"\btotal|\bnet\b", ("total", "net")),
        (r"over \(?under", ("over ",)),  # the first of those that say as much
        (r"\b(?:un)?favou?rable", ("favo",)),
        (r"(?:income|\(loss\))\s+(?:before|from operations)", ("income", "(loss)")),
        (r"ab+c|de?f", ()),  # one letter says little
        (r"x(?=abc)y|(?!no)yes", ("x", "yes")),
        (r"[)\]abc]total", ("total",)),
        (r"合計|計", ("合計", "計")),
        (r"(?:abc|def){2}", ("abc", "def")),
        (r"(?:abc|def)*", ()),
        (r"abc|\d+", ()),
        (r"(?i:abc)", ()),
        (r"(?P<name>abc)(?P=name)", ()),
        (r"\u3000abc", ("abc",)),
        (r"(abc", ()),
    ],
)
def test_the_words_that_a_pattern_needs(text, words):
    found = needed_words(text, re.IGNORECASE)
    assert set(found) == set(words)


def test_flags_that_change_what_a_pattern_says_are_not_read():
    assert needed_words("a b c total", re.VERBOSE) == ()


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("Toplam İndirim", "indirim|toplamlar"),
        ("kımıl", "kimil|kumul"),
        ("ſales of SALES", "sales|trade"),
        ("Straße", "straße|platz"),
        ("µg", "μg|mg"),
        ("273 K", "k|m"),
    ],
)
def test_letters_that_a_pattern_takes_for_others_are_folded_so_too(text, pattern):
    expected = re.compile(pattern, re.IGNORECASE).search(text)
    found = deferred(pattern, re.IGNORECASE).search(text)
    assert (found and found.span()) == (expected and expected.span())


def test_whatever_two_letters_a_pattern_takes_for_one_are_folded_to_one():
    letters = [chr(code) for code in range(0x2C00)]
    for letter in letters:
        pattern = re.compile(re.escape(letter), re.IGNORECASE)
        for other in {letter.lower(), letter.upper(), letter.casefold(), "i", "s", "k"}:
            if len(other) == 1 and pattern.fullmatch(other):
                assert folded(letter) == folded(other), (letter, other)
