"""Style: how an element looks, as far as a reader of figures must know."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from auditor.readers._html.thresholds import LONGEST_STYLE

_HIDDEN = re.compile(
    r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)"
    r"|font-size\s*:\s*0(?:\.0*)?(?:p[xt]|em|%)?\s*(?:;|!|$))"
)
_WEIGHT = re.compile(
    r"(?:^|[;\s])font(?:-weight)?\s*:(?:[^;\s]|\s(?!font(?:-weight)?\s*:))*?\b(bold(?:er)?|[1-9]00|normal|lighter)\b"
)
_ALIGN = re.compile(r"(?:^|[;\s])text-align\s*:\s*(\w+)")
_RAISED = re.compile(
    r"(?:^|[;\s])(?:vertical-align\s*:\s*(?:super|text-top|[1-9.])|top\s*:\s*-\s*[.0-9]*[1-9])"
)
_LEVEL = re.compile(r"(?:^|[;\s])vertical-align\s*:\s*(?:sub|-)")
_MARKED = re.compile(
    r"(?:^|[;\s])(?:text-decoration(?:[^;\s]|\s(?!text-decoration))*?underline"
    r"|font-style\s*:\s*italic)"
)
_BOLD = frozenset(("bold", "bolder", "600", "700", "800", "900"))

_COMMENT = re.compile(r"/\*(?s:.*?)(?:\*/|\Z)|<!--|-->")
_SELECTOR = re.compile(r"([a-z][a-z0-9]*)?((?:[.#][\w-]+)?)", re.IGNORECASE)


class Look(NamedTuple):
    """What a style says; None where it says nothing."""

    hidden: bool = False
    bold: bool | None = None
    align: str | None = None
    raised: bool | None = None
    marked: bool | None = None


PLAIN = Look()

StyleRules = Mapping[str, Look]
"""Looks by simple selector: "td", ".total", "td.total", "#cover"."""


@lru_cache(maxsize=4096)
def look(style: str) -> Look:
    """What a style attribute says."""
    if len(style) > LONGEST_STYLE:
        return PLAIN
    text = style.lower()
    weight, align = _WEIGHT.search(text), _ALIGN.search(text)
    raised = True if _RAISED.search(text) else (False if _LEVEL.search(text) else None)
    return Look(
        _HIDDEN.search(text) is not None,
        weight[1] in _BOLD if weight else None,
        align[1] if align else None,
        raised,
        True if _MARKED.search(text) else None,
    )


def style_rules(text: str) -> dict[str, Look]:
    """The looks that a style sheet gives to simple selectors; rules for print alone are none.

    Selectors of several parts are left out: what they mean needs the whole page.
    """
    found: dict[str, Look] = {}
    for rule in _outside_blocks(_COMMENT.sub(" ", text)).split("}"):
        selectors, _, declarations = rule.partition("{")
        said = look(declarations)
        for selector in selectors.split(",") if said != PLAIN else ():
            name = selector.strip()
            if name and (parts := _SELECTOR.fullmatch(name)):
                key = (parts[1] or "").lower() + parts[2]
                found[key] = over(found.get(key, PLAIN), said)
    return found


def _outside_blocks(text: str) -> str:
    """The text without blocks such as "@media print { ... }", which hold rules of their own."""
    if "@" not in text:
        return text
    kept, depth, at = [], 0, 0
    for brace in re.finditer(r"@[^{};]*+[;{]?|[{}]", text):
        mark = brace[0]
        if not mark.endswith((";", "{", "}")):
            continue  # an at sign that begins nothing
        if depth == 0 and mark.startswith("@"):
            kept.append(text[at : brace.start()])
            at, depth = brace.end(), int(mark.endswith("{"))
        elif depth:
            depth += 1 if mark.endswith("{") else -1 if mark == "}" else 0
            at = brace.end()
    return "".join([*kept, text[at:]])


def over(below: Look, above: Look) -> Look:
    """Two looks of one element, the second in force where it says something."""
    if above == PLAIN:
        return below
    said = {field: value for field, value in above._asdict().items() if value is not None}
    return below._replace(**said | {"hidden": below.hidden or above.hidden})


def look_of(name: str, attributes: Mapping[str, str], rules: StyleRules) -> Look:
    """How the element looks by the style sheet and its own attributes."""
    found = rules.get(name, PLAIN)
    if "class" in attributes and rules:
        for word in attributes["class"].split():
            found = over(found, rules.get("." + word, PLAIN))
            found = over(found, rules.get(f"{name}.{word}", PLAIN))
    if "id" in attributes and rules:
        found = over(found, rules.get("#" + attributes["id"], PLAIN))
        found = over(found, rules.get(f"{name}#{attributes['id']}", PLAIN))
    if "align" in attributes:
        found = found._replace(align=attributes["align"].lower())
    if "style" in attributes:
        found = over(found, look(attributes["style"]))
    return found._replace(hidden=True) if "hidden" in attributes else found
