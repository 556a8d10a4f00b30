"""Row labels: the names that a document's tables give to concepts, found from parts of a text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice, takewhile

from auditor.notation.deferred import deferred
from auditor.notation.thresholds import LABELS_REMEMBERED

_PER_SHARE = deferred(
    r"\bper\b.{0,20}\bshare\b|\beps\b|\bdividends?\b.{0,30}\((?:cents?|pence|p|c)\)"
)


def is_a_share(form: str) -> bool:
    """Whether a label in normal form is of an amount a share."""
    return _PER_SHARE.search(form) is not None


_ABBREVIATED = deferred(
    r"(.{4,60}) \((ebit|ebitda|ebita|ebt|ebitdar|ffo|affo|fcf|arr|mrr|gmv|nii|nim|opex|capex)\)"
)
"""A label with what it is abbreviated to: "Operating result (EBIT)"."""


def is_tax(text: str) -> bool:
    """Whether a label names the income taxes of a statement, and no part of them."""
    return _TAXES.fullmatch(text) is not None


_TAXES = deferred(
    r"(?:total |group )?(?:provision for (?:income )?tax(?:es)?"
    r"|(?:income )?tax(?:es|ation)?(?: expenses?| provision| charge| cost)?"
    r"|(?:income )?tax(?:es|ation)? on (?:profit|income|ordinary activities))",
    re.IGNORECASE,
)
_OF_A_ROW = deferred(r"\b(?:growth|margin|change|increase|decrease)\b|%")
"""What a label adds to the name of a row that it says something of."""
_WORD = deferred(r"[^\W\d_]+")
_EMPTY = frozenset(
    (
        "a",
        "an",
        "the",
        "of",
        "and",
        "for",
        "in",
        "on",
        "our",
        "its",
        "to",
        "from",
        "by",
        "total",
        "group",
        "company",
        "consolidated",
    )
)


@lru_cache(maxsize=LABELS_REMEMBERED)
def words_of_a_name(text: str) -> tuple[str, ...]:
    """The words of a name, sorted, without those that only join them and the endings of plurals."""
    words = (w for w in _WORD.findall(text.casefold().replace("'s", "")) if w not in _EMPTY)
    return tuple(sorted(_singular(word) for word in words))


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and word[-2] not in "su" else word


@dataclass(frozen=True)  # no slots: the indexes are made when first asked for
class RowLabels:
    """The concept of each row label by its normal form.

    Indexed, so that the time that a sentence takes does not grow with the number of labels.
    """

    concepts: Mapping[str, str]

    def concept(self, form: str) -> str | None:
        """The concept of a label with that normal form."""
        return self.concepts.get(form) or self._by_abbreviation.get(form)

    def of_words(self, text: str) -> str | None:
        """The concept of the labels that hold the same words in any order, if they have but one."""
        return self._by_words.get(words_of_a_name(text))

    def only_longer(self, form: str) -> str | None:
        """The concept of the labels that begin with these words, if they have but one.

        What a label says of a movement or a quotient is none of the row that it is taken of.
        """
        start = form + " "
        first = bisect_left(self._sorted, start)
        longer = takewhile(lambda s: s.startswith(start), islice(self._sorted, first, None))
        found: set[str] = set()
        for label in longer:
            if _OF_A_ROW.search(label, len(start)):
                continue
            found.add(self.concepts[label])
            if len(found) > 1:
                return None
        return next(iter(found), None)

    def in_front_of_brackets(self, form: str) -> str | None:
        """The concept of the labels that say these words and, in brackets, more."""
        return self._in_front_of_brackets.get(form)

    @cached_property
    def named(self) -> frozenset[str]:
        """The concepts that labels name."""
        return frozenset(self.concepts.values())

    def within(self, form: str) -> Iterator[tuple[str, str]]:
        """Each label that stands in the text as whole words, commas left aside, and its concept."""
        padded = f" {form} "
        words = f" {' '.join(form.replace(',', ' ').split())} "
        blanks = [i for i, mark in enumerate(words) if mark == " "]
        for start in blanks:
            last = bisect_right(blanks, start + 1 + self._longest)
            for end in blanks[bisect_right(blanks, start) : last]:
                label = words[start + 1 : end]
                own = self._without_commas.get(label)
                if own is not None and ("," in own or own in padded):
                    yield own, self.concepts[own]

    def only_with(self, name: str, word: str) -> str | None:
        """The concept of the labels that hold a name and a word, if they have but one."""
        found = {c for form, c in self.concepts.items() if name in form and word in form}
        return found.pop() if len(found) == 1 else None

    @cached_property
    def _by_abbreviation(self) -> dict[str, str]:
        """The concepts of labels that end with what they are abbreviated to, by either name."""
        found: dict[str, set[str]] = {}
        for form, concept in self.concepts.items():
            parts = _ABBREVIATED.fullmatch(form)
            for name in parts.groups() if parts else ():
                found.setdefault(name, set()).add(concept)
        return {name: min(own) for name, own in found.items() if len(own) == 1}

    @cached_property
    def _in_front_of_brackets(self) -> dict[str, str]:
        """By the words of labels in front of brackets their concept, if they have but one."""
        found: dict[str, set[str]] = {}
        for form, concept in self.concepts.items():
            words, opens, _ = form.partition(" (")
            if opens:
                found.setdefault(words, set()).add(concept)
        return {words: min(own) for words, own in found.items() if len(own) == 1}

    @cached_property
    def taxes(self) -> str | None:
        """The concept of the labels of income taxes, if they have but one."""
        found = {c for form, c in self.concepts.items() if is_tax(form)}
        return found.pop() if len(found) == 1 else None

    @cached_property
    def _by_words(self) -> dict[tuple[str, ...], str | None]:
        found: dict[tuple[str, ...], str | None] = {}
        for form, concept in self.concepts.items():
            bag = words_of_a_name(form)
            found[bag] = concept if len(bag) > 1 and found.get(bag, concept) == concept else None
        return found

    @cached_property
    def per_share(self) -> tuple[tuple[str, str], ...]:
        """The labels of amounts a share, with their concepts."""
        return tuple((form, c) for form, c in self.concepts.items() if is_a_share(form))

    @cached_property
    def _without_commas(self) -> dict[str, str]:
        """Each label by its words alone."""
        return {" ".join(form.replace(",", " ").split()): form for form in self.concepts}

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self.concepts)

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self.concepts), default=0)
