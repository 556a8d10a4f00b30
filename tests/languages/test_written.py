"""Releases and statements of nine languages, in sentences and tables: read whole, silent, heard."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.languages.altered import FORMATS, LANGUAGES, NUMBERS, alarms
from tests.languages.written import report, sample, written_texts

MARKDOWN, PDF = FORMATS[0], FORMATS[2]
SAMPLED = [one for written in written_texts() for one in sample(written)]


def test_each_language_has_three_of_them():
    assert Counter(one.language for one in written_texts()) == dict.fromkeys(LANGUAGES, 3)


@pytest.mark.parametrize("written", written_texts(), ids=lambda one: one.name)
@pytest.mark.parametrize("form", [MARKDOWN, NUMBERS, PDF], ids=lambda form: form.name)
def test_a_right_text_is_read_whole_and_raises_no_alarm(form, written):
    found = report(form, written)
    assert [f.message for f in alarms(found)] == []
    assert [(c.text, c.reason) for c in found.not_understood] == []
    assert found.printed == len(written.figures)


@pytest.mark.parametrize("altered", SAMPLED, ids=lambda one: one.name)
def test_an_altered_figure_is_suspected_and_no_other_alarm_is_raised(altered):
    found = alarms(report(MARKDOWN, altered.written, altered))
    assert len(found) == 1
    assert any(altered.is_cited(suspect.citation) for suspect in found[0].suspects)
