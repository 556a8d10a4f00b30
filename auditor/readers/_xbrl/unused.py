"""Unused: the texts with digits of an instance that no figure comes of, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.model.tagging import UnusedText
from auditor.readers._xbrl.elements import LINK, XBRLI, Element, Scan
from auditor.readers._xbrl.tags import NIL, Shared, element_place, is_nested
from auditor.readers._xbrl.thresholds import LONGEST_SHOWN
from auditor.readers._xbrl.values import written_digits

NO_FIGURE = "a text of the filing, not a figure"
WITHIN_TUPLE = "it stands within a tuple, whose figures take part in nothing"
NO_CONTEXT = "nothing says what it is about: its context is not there"
NIL_WITH_TEXT = "it says that it states nothing, and holds a text"
NO_NUMBER = "it is no number in the format that it names"
OF_FRACTION = "part of a fraction, which takes part in no sum"
_ELSEWHERE = {
    (XBRLI, "numerator"): OF_FRACTION,
    (XBRLI, "denominator"): OF_FRACTION,
    (LINK, "footnote"): NO_FIGURE,
}
"""Where digits stand that belong to no fact of one number."""

_DIGIT = re.compile(r"\d")


def unused_texts(scan: Scan, shared: Shared, path: str) -> Iterator[UnusedText]:
    """What an instance states with digits and its tags do not, in the order of the file."""
    for element in scan.elements:
        if not _DIGIT.search(element.text):
            continue
        elsewhere = _ELSEWHERE.get((element.uri, element.local), "")
        if elsewhere:
            yield _unused(element, scan, path, elsewhere, is_understood=True)
        if "contextRef" not in element.attributes:
            continue
        is_understood = "unitRef" not in element.attributes
        reason = NO_FIGURE if is_understood else _why_not(element, shared)
        if reason:
            yield _unused(element, scan, path, reason, is_understood=is_understood)


def _why_not(element: Element, shared: Shared) -> str:
    """Why no figure comes of a numeric fact; "" where one does."""
    if is_nested(element):
        return WITHIN_TUPLE
    if element.attributes["contextRef"] not in shared.contexts:
        return NO_CONTEXT
    if element.attributes.get(NIL) in ("true", "1"):
        return NIL_WITH_TEXT
    return NO_NUMBER if written_digits(element.text) is None else ""


def _unused(
    element: Element, scan: Scan, path: str, reason: str, *, is_understood: bool
) -> UnusedText:
    text = " ".join(element.text.split())
    shown = text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
    place = element_place(element, scan)
    return UnusedText(shown, *place, element.attributes.get("id"), path, reason, is_understood)
