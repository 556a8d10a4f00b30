"""Statements of nine languages: silent while they are right, heard when one figure is altered."""

from __future__ import annotations

from itertools import groupby

import pytest

from tests.languages.altered import (
    ALTERED,
    FORMATS,
    LANGUAGES,
    NUMBERS,
    RIGHT,
    Altered,
    alarms,
    report,
)

MARKDOWN, *OTHERS = FORMATS
TIED = 0.8
"""Of a statement's figures, those of prose included, the part that checks must cover."""
ONE_EACH = [next(of) for _, of in groupby(ALTERED, lambda a: (a.language, a.sheet.name))]
"""The first alteration of each statement: other formats are read alike, and take longer."""

every_right = pytest.mark.parametrize("right", RIGHT, ids=lambda a: a.name)
every_format = pytest.mark.parametrize("form", [*FORMATS, NUMBERS], ids=lambda f: f.name)


def printed(right: Altered) -> int:
    """How many cells of a statement show a figure."""
    cells = ((r, c) for r in range(len(right.sheet.rows)) for c in range(len(right.sheet.columns)))
    return sum(bool(right.sheet.printed(cell)) for cell in cells)


def test_each_language_has_five_statements():
    assert {language: len(sheets) for language, sheets in LANGUAGES.items()} == dict.fromkeys(
        LANGUAGES, 5
    )


@every_right
@every_format
def test_a_right_statement_is_read_whole_and_raises_no_alarm(form, right):
    found = report(form, right)
    assert [f.message for f in alarms(found)] == []
    assert [(c.text, c.reason) for c in found.not_understood] == []
    assert sum(fact.in_table for fact in found.facts) == printed(right)
    assert found.tied >= TIED * found.printed


def only_the_altered_figure(form, altered) -> bool:
    found = alarms(report(form, altered))
    return len(found) == 1 and any(map(altered.is_cited, found[0].citations))


@pytest.mark.parametrize("altered", ALTERED, ids=lambda a: a.name)
def test_an_altered_figure_is_the_one_finding(altered):
    assert only_the_altered_figure(MARKDOWN, altered)


@pytest.mark.parametrize("altered", ONE_EACH, ids=lambda a: a.name)
@pytest.mark.parametrize("form", [*OTHERS, NUMBERS], ids=lambda f: f.name)
def test_an_altered_figure_is_found_in_every_format(form, altered):
    assert only_the_altered_figure(form, altered)
