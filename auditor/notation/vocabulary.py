"""Vocabulary lookup: which concept, measure, scenario or scope a printed wording names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from auditor.model.document import Document
from auditor.model.fact import Measure
from auditor.model.rule import Pack, Section, Vocabulary
from auditor.notation.thresholds import LABELS_REMEMBERED, WORDINGS_REMEMBERED

_UNIT_IN_BRACKETS = re.compile(
    r"[(（\[](?:[^()（）]{0,60}(?:[%％]|円|\b(?:millions?|thousands?|billions?|yen|dollars?|euros?)\b"
    r"|\b(?:JPY|USD|EUR|GBP)\b|\bunits?\s*:)[^()（）]{0,60}|\d{1,2}|[a-z])[)）\]]",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[*†‡§¹²³⁴⁵⁶⁷⁸⁹]+|[:：.,]+$|^[●◆■○・\-–—•+\s]+")
_SPACES = re.compile(r"\s+")


@lru_cache(maxsize=LABELS_REMEMBERED)
def normal(label: str) -> str:
    """A label without case, units, footnote marks and odd spaces, for comparing."""
    text = _UNIT_IN_BRACKETS.sub(" ", label)
    text = _MARKS.sub(" ", text.strip()).replace("’", "'").replace("–", "-").replace("—", "-")
    return _SPACES.sub(" ", text).strip(" :：.,").casefold()


def cleaned(label: str) -> str:
    """A label without units and footnote marks, for showing."""
    text = _UNIT_IN_BRACKETS.sub(" ", label)
    return _SPACES.sub(" ", _MARKS.sub(" ", text.strip())).strip(" :：.,")


class Wordings(NamedTuple):
    """Ways of writing, compiled: exact ones by normal form, and patterns with a "*" in them."""

    exact: Mapping[str, str]
    patterns: tuple[tuple[re.Pattern[str], str], ...]
    names: frozenset[str]

    def name(self, text: str) -> str | None:
        """What the whole text names."""
        form = normal(text)
        found = self.exact.get(form)
        if found is not None:
            return found
        return next((name for p, name in self.patterns if p.fullmatch(form)), None)

    def rest(self, text: str) -> str:
        """What stood for the "*" of the pattern that the text matches ("" if none)."""
        form = normal(text)
        match = next((m for p, _ in self.patterns if (m := p.fullmatch(form))), None)
        return match[1].strip() if match and match.groups() else ""


def wordings(entries: Iterable[tuple[str, tuple[str, ...]]]) -> Wordings:
    """Compiled wordings; each canonical name is a wording of itself."""
    exact: dict[str, str] = {}
    patterns = []
    for name, ways in entries:
        exact.setdefault(normal(name), name)
        for way in ways:
            if "*" in way:
                patterns.append((pattern(way), name))
            else:
                exact.setdefault(normal(way), name)
    return Wordings(exact, tuple(patterns), frozenset(exact.values()))


@lru_cache(maxsize=WORDINGS_REMEMBERED)
def pattern(text: str) -> re.Pattern[str]:
    """A wording with "*" for anything, as a regular expression on normal forms."""
    parts = [re.escape(normal_part(part)) for part in text.split("*")]
    return re.compile("(.*)".join(parts), re.IGNORECASE | re.DOTALL)


def normal_part(part: str) -> str:
    """A piece of a pattern in normal form, its outer blanks kept."""
    return _SPACES.sub(" ", part.replace("–", "-").replace("—", "-")).casefold()


def found_in(wording: str, text: str) -> bool:
    """Whether the wording ("*" for anything) stands somewhere in the text."""
    flat = normal_part(text.replace("’", "'"))
    return pattern(wording).search(flat) is not None


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


def lexicon(vocabulary: Vocabulary, sections: Iterable[Section]) -> Lexicon:
    """The lookup for a vocabulary."""
    concepts = wordings(vocabulary.concepts)
    return Lexicon(
        concepts,
        frozenset(vocabulary.stocks),
        wordings(vocabulary.measures),
        wordings(vocabulary.scenarios),
        wordings(vocabulary.scopes),
        tuple(sections),
    )


def applies(pack: Pack, document: Document) -> bool:
    """Whether a pack is for this document: one of its patterns stands in it, or it has none."""
    if not pack.applies:
        return True
    return any(found_in(pattern, text) for text in document.texts for pattern in pack.applies)
