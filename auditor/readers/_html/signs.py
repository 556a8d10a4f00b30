"""Signs: currencies, brackets and the like, cited at the digits that they belong to.

A figure may be in pieces, "(" before an element that holds "335" and ")" behind it, or each in a
cell of its own. Its place is that of its digits, so that it is within one element and on one line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from auditor.readers._html.flow import Mark, PlacedText

_BEFORE = " $€£¥₩₹(△▲+-−–"
_AFTER = " )%"


class Part(NamedTuple):
    """A text and where it stands."""

    text: str
    mark: Mark


def with_signs(before: str, core: PlacedText, after: str) -> PlacedText:
    """A text with what cells of their own put around it."""
    start, end = core.marks[0].start, core.marks[-1].end
    around = Mark(0, start, end, whole=True, element=core.marks[0].element)
    marks = [around] if before else []
    marks += [mark._replace(offset=mark.offset + len(before)) for mark in core.marks]
    if after:
        marks.append(around._replace(offset=len(before) + len(core.text)))
    return PlacedText(before + core.text + after, tuple(marks))


def at_digits(runs: Iterable[Part]) -> list[Mark]:
    """The marks of texts that follow each other, those of signs moved to the digits beside.

    A sign that adjoins its digits in the file, be it as an entity, stays where it is.
    """
    parts = [part for run in runs for part in _parts(run)]
    found = [part.mark for part in parts]
    digits: Mark | None = None
    for n, (text, mark) in enumerate(parts):
        if text.strip(_AFTER):
            digits = mark if text[-1].isdigit() else None
        elif digits and text.strip() and digits.end != mark.start:
            found[n] = digits._replace(offset=mark.offset, whole=True)
    digits = None
    for n, (text, mark) in reversed(tuple(enumerate(parts))):
        if text.strip(_BEFORE):
            digits = mark if text.lstrip()[:1].isdigit() else None
        elif digits and text.strip() and mark.end != digits.start:
            found[n] = digits._replace(offset=mark.offset, whole=True)
    return found


def _parts(run: Part) -> Iterator[Part]:
    """A text cut behind the signs that it begins with and before those that it ends with."""
    text, mark = run
    first = len(text) - len(text.lstrip(_AFTER))
    last = len(text.rstrip(_BEFORE))
    if not text[:first].strip():
        first = 0
    if not text[last:].strip():
        last = len(text)
    if mark.whole or first >= last:
        yield run
        return
    for start, end in ((0, first), (first, last), (last, len(text))):
        if start < end:
            place = mark.start
            yield Part(
                text[start:end],
                mark._replace(offset=mark.offset + start, start=place + start, end=place + end),
            )
