"""No pattern of the package costs more than in proportion to the text, in processor time."""

import importlib
import re
import signal
import sys
from pathlib import Path

import pytest

import auditor
from auditor.notation.needed_words import folded, needed_words
from tests.patterns import (
    Found,
    deferred_of,
    hidden_imports,
    made_when_run,
    patterns_of,
    plain_ways,
    slow_on,
    sought_of,
    texts_of,
)

ROOT = Path(auditor.__file__).parent
MADE_WHEN_RUN = {
    "datafiles/verdicts/sound_values.py:form_of": (),  # what the author of a rule wrote
    "rulebook/files/dataset_mistakes.py:_why_no_pattern": (),  # likewise
    "facts/prose/wording.py:_compiled": (),  # called on import, and for each language
    "facts/prose/worded.py:_tail": (),  # whole words behind three blanks at most
    "formats/ignoring.py:_name": (),  # of fnmatch, whose patterns do not backtrack
    "notation/periods/lazy_patterns.py:_compiled": (),  # every form is found by itself
    "notation/deferred.py:__getattr__": (),  # every deferred pattern hangs on a name
    "notation/numerals/prose.py:_pattern": (),  # called on import, and for each convention
    "relations/discovered/statements.py:_restated": (),  # whole words, each as it is
    "readers/_html/markup.py:_end_of_raw": ((r"</script(?=[\s/>])[^>]*+(?:>|\Z)", "search"),),
}
"""Functions that make a pattern of a text, with examples of what they make."""

PLANTED = r"""
import re
from auditor.notation.periods.lazy_patterns import pattern

EXPONENTIAL = re.compile(r"(a+)+b")
_QUADRATIC = re.compile(r"\s+$")
_OF_SEVERAL = {"one": re.compile(r"\s*x?\s*y?\s*:")}
_AS_A_WHOLE = re.compile(r"[0-9]+\.?[0-9]*")
_FROM_THE_START = re.compile(r"<a [^>]*>")
_LAZY = pattern(r"(?:x|xx)*y")

class Held:
    BYTES = re.compile(rb"<!--.*?-->")

def stripped(text):
    return _QUADRATIC.sub("", text) or _OF_SEVERAL["one"].match(text) or _AS_A_WHOLE.fullmatch(text)

def tags(text):
    return _FROM_THE_START.findall(text), re.search(r"(?i)b*c", text), re.sub(r"\d+x", "", text)

def opened(text):
    return _AS_A_WHOLE.match(text), re.compile(r"(?<!\s)\s++x").search(text)
"""

needs_timer = pytest.mark.skipif(
    not hasattr(signal, "setitimer"), reason="nothing here ends a pattern that takes for ever"
)


def named(one):
    return f"{one.where} {one.text!r} {one.methods}"


@needs_timer
def test_every_pattern_is_linear():
    found = patterns_of(auditor)
    found += [Found(n, text, 0, (m,)) for n, made in MADE_WHEN_RUN.items() for text, m in made]
    assert len(found) > 300
    assert {named(one): slow for one in found if (slow := slow_on(one))} == {}


def test_what_a_pattern_needs_is_in_all_that_it_fits():
    found = sought_of(auditor)
    assert found
    for one in found:
        missing = {way for way in plain_ways(one.pattern) if not any(w in way for w in one.needs)}
        assert missing == set(), one.pattern
    assert plain_ways(r"\bab(?:c|d+)e?") == {"abc\0", "abd\0\0"}


def test_what_is_read_off_a_pattern_is_in_all_that_it_fits():
    found = [
        (one, needed_words(one.pattern, one.flags & ~re.UNICODE)) for one in deferred_of(auditor)
    ]
    assert sum(bool(words) for _, words in found) > 300
    for one, words in found:
        for text in texts_of(one.pattern, one.flags) if words else ():
            plain = folded(text) if one.flags & re.IGNORECASE else text
            assert any(word in plain for word in words), (one.pattern, text)


def test_every_pattern_is_found():
    assert made_when_run(ROOT) == sorted(MADE_WHEN_RUN)
    assert hidden_imports(ROOT) == []


@pytest.fixture
def planted(tmp_path, monkeypatch):
    folder = tmp_path / "planted_patterns"
    folder.mkdir()
    (folder / "__init__.py").write_text('"""Planted."""\n', encoding="utf-8")
    (folder / "held.py").write_text(PLANTED, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield importlib.import_module("planted_patterns")
    for name in [name for name in sys.modules if name.startswith("planted_patterns")]:
        del sys.modules[name]


@needs_timer
def test_slow_patterns_are_caught(planted):
    found = {one.text: slow_on(one) for one in patterns_of(planted) if "planted" in one.where}
    found |= {
        one.text: slow_on(one)
        for one in patterns_of(planted)
        if one.where.startswith("held.py") or one.text == r"(?:x|xx)*y"
    }
    assert {text for text, slow in found.items() if slow} == {
        r"(a+)+b",  # exponential
        r"\s+$",  # quadratic where it is searched for
        r"\s*x?\s*y?\s*:",  # cubic, in a collection
        r"[0-9]+\.?[0-9]*",  # quadratic as a whole
        r"<a [^>]*>",  # quadratic where it begins again and again
        r"(?:x|xx)*y",  # compiled when first tried
        rb"<!--.*?-->",  # in a class, of bytes
        r"(?i)b*c",  # in a call
        r"\d+x",
    }
    assert found[r"(?<!\s)\s++x"] is None
