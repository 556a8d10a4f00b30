"""Deferred patterns: regular expressions that stand in a module and are compiled at first use.

A small document needs a tenth of the patterns of the modules that read it, and to compile them
all takes longer than to audit it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, AnyStr, Generic, cast

from auditor.notation.needed_words import folded, needed_words

METHODS = ("finditer", "findall", "fullmatch", "match", "search", "split", "sub", "subn")
Search = Callable[..., re.Match[Any] | None]


class Deferred(Generic[AnyStr]):
    """A pattern that is compiled when first asked for anything.

    Then its methods are the compiled pattern's own, so that a call takes no longer. It is searched
    for where one of the words stands that all it fits has; before, it is not even compiled for it.
    """

    __slots__ = ("_compiled", "_flags", "_text", *METHODS)

    _compiled: re.Pattern[Any]

    def __init__(self, text: AnyStr, flags: int) -> None:
        self._text: AnyStr = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # only of what is not there yet  # noqa: ANN401
        if name.startswith("__"):
            raise AttributeError(name)
        if name == "_compiled":
            self._compiled = re.compile(self._text, self._flags)
            return self._compiled
        found = self._searching() if name == "search" else getattr(self._compiled, name)
        if name in METHODS:
            setattr(self, name, found)
        return found

    def _searching(self) -> Search:
        """How it is searched for."""
        words = self._words()
        if not words:
            return cast("Search", self._compiled.search)
        folds = bool(self._flags & re.IGNORECASE)

        def search(text: str, *bounds: int) -> re.Match[Any] | None:
            plain = text
            if folds:
                plain = text.lower() if text.isascii() else folded(text)
            for word in words:
                if word in plain:
                    return self._compiled.search(text, *bounds)
            return None

        return search

    def _words(self) -> tuple[str, ...]:
        """Words, folded if its case is, without which it fits nothing; none where none are known.

        A single one that is spelt in one way the compiled pattern looks for itself.
        """
        if isinstance(self._text, bytes):
            return ()
        words = needed_words(self._text, self._flags)
        return words if len(words) > 1 or self._flags & re.IGNORECASE else ()


class Sought(Deferred[str]):
    """A pattern that fits no text without one of some words, which are looked for first.

    They are in small letters, as ``folded`` makes them: those that cannot be read off the pattern,
    or fewer.
    """

    __slots__ = ("needs",)

    def __init__(self, text: str, needs: tuple[str, ...], flags: int) -> None:
        super().__init__(text, flags)
        self.needs = needs

    def _words(self) -> tuple[str, ...]:
        return self.needs


def sought(text: str, *needs: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """A pattern to be searched for, that fits no text without one of the words it ``needs``."""
    return cast("re.Pattern[str]", Sought(text, needs, flags))


def deferred(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The pattern, for the name of a module: whoever uses it need not know."""
    return cast("re.Pattern[AnyStr]", Deferred(text, flags))
