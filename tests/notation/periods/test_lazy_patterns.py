"""Lazy patterns: a form begins with none but the characters that it says it opens with."""

from __future__ import annotations

import string
import warnings
from collections.abc import Iterable
from typing import Any

import pytest

from auditor.notation.periods.forms import FORMS
from auditor.notation.periods.lazy_patterns import Form, pattern

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    from re import _constants as code  # type: ignore[attr-defined]
    from re import _parser as parser  # type: ignore[attr-defined]

EVERY = frozenset(string.digits + string.ascii_lowercase)
OPENING = [form for form, _ in FORMS if form.opens]


def first_characters(items: Iterable[Any]) -> tuple[frozenset[str], bool]:
    """The characters in small letters that a parsed pattern may begin with, and if it may be empty.

    Anything but literals, sets, groups, branches and repetitions of them may be any of them all.
    """
    found: frozenset[str] = frozenset()
    for kind, value in items:
        own, may_be_empty = _of_one(kind, value)
        found |= own
        if not may_be_empty:
            return found, False
    return found, True


def _of_one(kind: Any, value: Any) -> tuple[frozenset[str], bool]:
    if kind in (code.ASSERT, code.ASSERT_NOT, code.AT):
        return frozenset(), True
    if kind in (code.LITERAL, code.IN):
        sets = value if kind is code.IN else [(kind, value)]
        return frozenset[str]().union(*(_of_set(*one) for one in sets)), False
    if kind is code.SUBPATTERN:
        return first_characters(value[3])
    if kind is code.BRANCH:
        each = [first_characters(one) for one in value[1]]
        return frozenset[str]().union(*(own for own, _ in each)), any(empty for _, empty in each)
    if kind in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
        own, may_be_empty = first_characters(value[2])
        return own, may_be_empty or value[0] == 0
    return EVERY, False


def _of_set(kind: Any, value: Any) -> frozenset[str]:
    if kind is code.LITERAL:
        return frozenset(chr(value).lower())
    if kind is code.RANGE:
        return frozenset(chr(at).lower() for at in range(value[0], value[1] + 1))
    return EVERY


def characters_of(form: Form) -> frozenset[str]:
    found, may_be_empty = first_characters(parser.parse(form.text, int(form.flags)))
    assert not may_be_empty
    return found


@pytest.mark.parametrize("form", OPENING, ids=[form.text[:40] for form in OPENING])
def test_a_form_begins_with_what_it_says(form):
    assert characters_of(form) <= frozenset(form.opens)


def test_most_forms_say_what_they_begin_with():
    assert len(OPENING) > 10


def test_one_that_says_too_little_is_found():
    assert characters_of(pattern("(?:q|h)?[1-4]x", opens="qh")) == frozenset("qh1234")
