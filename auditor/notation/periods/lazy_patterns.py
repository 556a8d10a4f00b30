"""Lazy patterns: regular expressions that are compiled when a text may fit them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from auditor.model.period import Calendar, Period

Meaning = Callable[[re.Match[str], Calendar], Period | None]
"""What a matched form means under a calendar; None when it means nothing after all."""


class Form(NamedTuple):
    """A pattern compiled when first tried; only texts with one of ``needs`` can fit it.

    Together the patterns take longer to compile than a whole statement to audit. What fits begins
    with one of ``opens`` in small letters, with anything where that is empty.
    """

    text: str
    needs: tuple[str, ...] = ()
    flags: re.RegexFlag = re.IGNORECASE
    opens: str = ""

    def match(self, plain: str, at: int) -> re.Match[str] | None:
        return _compiled(self.text, self.flags).match(plain, at)

    def search(self, plain: str, at: int = 0) -> re.Match[str] | None:
        return _compiled(self.text, self.flags).search(plain, at)

    def fullmatch(self, plain: str) -> re.Match[str] | None:
        return _compiled(self.text, self.flags).fullmatch(plain)


@cache
def _compiled(text: str, flags: re.RegexFlag) -> re.Pattern[str]:
    return re.compile(text, flags)


def pattern(text: str, *needs: str, opens: str = "") -> Form:
    """A form in capitals or not."""
    return Form(text, needs, opens=opens)


def exact(text: str, *needs: str, opens: str = "") -> Form:
    """A form as it stands."""
    return Form(text, needs, re.NOFLAG, opens)
