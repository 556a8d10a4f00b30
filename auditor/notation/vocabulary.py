"""Vocabulary lookup: which concept, measure, scenario or scope a printed wording names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from auditor.model.document import Document
from auditor.model.fact import Measure
from auditor.model.rule import Pack, Section, Vocabulary
from auditor.notation.deferred import deferred
from auditor.notation.thresholds import (
    LABELS_REMEMBERED,
    VOCABULARIES_REMEMBERED,
    WORDINGS_REMEMBERED,
)

_UNIT_IN_BRACKETS = deferred(
    r"[(（\[](?:[^()（）]{0,60}(?:[%％]|円|\b(?:millions?|thousands?|billions?|yen|dollars?|euros?)\b"
    r"|\b(?:JPY|USD|EUR|GBP)\b|\bunits?\s*:)[^()（）]{0,60}|(?:注|※|note\s)?\s?\d{1,2}|[a-oq-z]"
    r"|(?:(?:[A-Z]{0,3}[£$€]|(?:Rs\.?|INR|₹)) ?)?(?:mn?|bn|k|['’]?000s?|crores?|lakhs?|cr)"
    r"|[A-Z]{0,3}[£$€])[)）\]]",
    re.IGNORECASE,
)
_HALF_BRACKETED = deferred(r"(?<=[^\W\d_][ \u00a0\u3000])[0-9]{1,2}[)）]\Z")
"""The mark of a note that one bracket closes: "Nettoerlös 1)"."""
_FOOTNOTES = frozenset("*†‡§¹²³⁴⁵⁶⁷⁸⁹")
_CLOSES = ":：.,"
_BULLETS = "●◆■○・-–—•+"
_MARKS = deferred(r"[*†‡§¹²³⁴⁵⁶⁷⁸⁹]+|(?<![:：.,])[:：.,]++$|^[●◆■○・\-–—•+\s]+")
_LOSS_FIRST = deferred(r"\(loss\) (income|profit|earnings)\b(?! \(loss\))")
"""A row of the year that it was a loss in: "net (loss) income" says what "income (loss)" does."""
_SPACES = deferred(r"\s{2,}+|[^\S ]")
"""All blanks but single plain ones."""


@lru_cache(maxsize=LABELS_REMEMBERED)
def normal(label: str) -> str:
    """A label without case, units, footnote marks and odd spaces, for comparing."""
    text = _without_marks(label).replace("’", "'").replace("–", "-").replace("—", "-")
    flat = " ".join(text.split()).replace("ﬁ", "fi").replace("ﬂ", "fl")
    flat = flat.strip(" :：.,").casefold()
    return _LOSS_FIRST.sub(r"\1 (loss)", flat) if "(loss)" in flat else flat


def cleaned(label: str) -> str:
    """A label without units and footnote marks, for showing."""
    return " ".join(_without_marks(label).split()).strip(" :：.,")


def _without_marks(label: str) -> str:
    """The label without what brackets say of units, footnote marks and bullets."""
    text = label
    if "(" in text or "[" in text or "（" in text:
        text = _UNIT_IN_BRACKETS.sub(" ", text)
    elif text.endswith((")", "）")):
        text = _HALF_BRACKETED.sub("", text)
    text = text.strip()
    if text[-1:] in _CLOSES or text[:1] in _BULLETS or not _FOOTNOTES.isdisjoint(text):
        return _MARKS.sub(" ", text)
    return text


class Starred(NamedTuple):
    """A wording with "*" for anything, as its parts around them in normal form.

    No regular expression: one with several of ``.*`` would try every way to share out the text.
    """

    parts: tuple[str, ...]

    def first(self, form: str) -> str | None:
        """What its first "*" stands for in a text, at its longest; None if it does not fit."""
        start, end = self.parts[0], self.parts[-1]
        if not form.startswith(start) or not form.endswith(end):
            return None
        at = len(form) - len(end)
        if at < len(start):
            return None
        for part in self.parts[-2:0:-1]:
            at = form.rfind(part, len(start), at)
            if at < 0:
                return None
        return form[len(start) : at]


class Wordings(NamedTuple):
    """Ways of writing: exact ones by normal form, and those with a "*" in them."""

    exact: Mapping[str, str]
    starred: tuple[tuple[Starred, str], ...]
    names: frozenset[str]

    def name(self, text: str) -> str | None:
        """What the whole text names."""
        form = normal(text)
        found = self.exact.get(form)
        if found is not None:
            return found
        for one, name in self.starred:
            if form.startswith(one.parts[0]) and one.first(form) is not None:
                return name
        return None

    def without(self, forms: Collection[str]) -> Wordings:
        """The wordings but for some exact ones, in normal form."""
        kept = {form: name for form, name in self.exact.items() if form not in forms}
        return self._replace(exact=kept)

    def rest(self, text: str) -> str:
        """What stood for the "*" of the wording that the text matches ("" if none)."""
        form = normal(text)
        return next(
            (rest for one, _ in self.starred if (rest := one.first(form)) is not None), ""
        ).strip()


def wordings(entries: Iterable[tuple[str, tuple[str, ...]]]) -> Wordings:
    """The ways of writing; each canonical name is a wording of itself."""
    exact: dict[str, str] = {}
    starred = []
    for name, ways in entries:
        exact.setdefault(normal(name), name)
        for way in ways:
            if "*" in way:
                starred.append((Starred(_parts(way)), name))
            else:
                exact.setdefault(normal(way), name)
    return Wordings(exact, tuple(starred), frozenset(exact.values()))


@lru_cache(maxsize=WORDINGS_REMEMBERED)
def _parts(wording: str) -> tuple[str, ...]:
    """What stands around each "*", in normal form."""
    return tuple(map(normal_part, wording.split("*")))


def normal_part(part: str) -> str:
    """A piece of a pattern in normal form, its outer blanks kept."""
    return _SPACES.sub(" ", part.replace("–", "-").replace("—", "-")).casefold()


def found_in(wording: str, text: str) -> bool:
    """Whether the wording ("*" for anything) stands somewhere in the text."""
    flat, at = _searched(text), 0
    for part in _parts(wording):
        at = flat.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return True


@lru_cache(maxsize=LABELS_REMEMBERED)
def _searched(text: str) -> str:
    """A text in normal form, for many wordings to be looked for in it."""
    return normal_part(text.replace("’", "'"))


class Lexicon(NamedTuple):
    """The words of the packs that apply to a document."""

    concepts: Wordings
    stocks: frozenset[str]
    measures: Wordings
    scenarios: Wordings
    scopes: Wordings
    sections: tuple[Section, ...]

    def concept(self, label: str) -> str:
        """The canonical name of what a label names; itself in normal form when not known."""
        return self.concepts.name(label) or normal(label)

    @property
    def known(self) -> frozenset[str]:
        """Every concept that the vocabulary names."""
        return self.concepts.names

    def measure(self, heading: str) -> Measure | None:
        found = self.measures.name(heading)
        return Measure(found) if found else None

    def segment(self, concept: str, headings: Iterable[str]) -> str:
        """The segment that a generic concept means under these headings ("" for the company)."""
        for heading in headings:
            for section in self.sections:
                if concept in section.narrows and found_in(section.heading, heading):
                    return section.segment
        return ""


@lru_cache(maxsize=VOCABULARIES_REMEMBERED)
def _remembered(entries: tuple[tuple[str, tuple[str, ...]], ...]) -> Wordings:
    """The ways of writing, looked up once for all documents of the same packs."""
    return wordings(entries)


def lexicon(vocabulary: Vocabulary, sections: Iterable[Section]) -> Lexicon:
    """The lookup for a vocabulary."""
    return Lexicon(
        _remembered(vocabulary.concepts),
        frozenset(vocabulary.stocks),
        _remembered(vocabulary.measures),
        _remembered(vocabulary.scenarios),
        _remembered(vocabulary.scopes),
        tuple(sections),
    )


def applies(pack: Pack, document: Document) -> bool:
    """Whether a pack is for this document: one of its patterns stands in it, or it has none."""
    if not pack.applies:
        return True
    return any(found_in(pattern, text) for text in document.texts for pattern in pack.applies)
