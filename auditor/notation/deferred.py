"""Deferred patterns: regular expressions that stand in a module and are compiled at first use.

A small document needs a tenth of the patterns of the modules that read it, and to compile them
all takes longer than to audit it.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, Generic, cast

METHODS = ("finditer", "findall", "fullmatch", "match", "search", "split", "sub", "subn")


class Deferred(Generic[AnyStr]):
    """A pattern that is compiled when first asked for anything.

    Then its methods are the compiled pattern's own, so that a call takes no longer.
    """

    __slots__ = ("_flags", "_text", *METHODS)

    def __init__(self, text: AnyStr, flags: int) -> None:
        self._text: AnyStr = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # only of what is not there yet  # noqa: ANN401
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(self._text, self._flags)
        for method in METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


class Sought(Deferred[str]):
    """A pattern that fits no text without one of some words, which are looked for first.

    They are in small letters, as ``str.casefold`` makes them. Where none is there the pattern is
    not even compiled.
    """

    __slots__ = ("_searched", "needs")

    def __init__(self, text: str, needs: tuple[str, ...], flags: int) -> None:
        super().__init__(text, flags)
        self.needs = needs
        self._searched = Deferred(text, flags)
        self.search = self._search

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        found = super().__getattr__(name)
        self.search = self._search
        return found

    def _search(self, text: str, *bounds: int) -> re.Match[str] | None:
        folded = text.casefold()
        for word in self.needs:
            if word in folded:
                return cast("re.Pattern[str]", self._searched).search(text, *bounds)
        return None


def sought(text: str, *needs: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """A pattern to be searched for, that fits no text without one of the words it ``needs``."""
    return cast("re.Pattern[str]", Sought(text, needs, flags))


def deferred(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The pattern, for the name of a module: whoever uses it need not know."""
    return cast("re.Pattern[AnyStr]", Deferred(text, flags))
