"""Tags: the tagged figures of an inline filing and of an instance."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from auditor.model.tagging import Context, Tag
from auditor.readers._xbrl.contexts import HOLDERS, qualified
from auditor.readers._xbrl.elements import IX, LINK, XBRLI, XSI, Element, Scan
from auditor.readers._xbrl.schemas import Schemas
from auditor.readers._xbrl.thresholds import LARGEST_SCALE
from auditor.readers._xbrl.values import (
    Digits,
    accuracy,
    displayed_digits,
    is_known,
    is_no_digit_good,
    written_digits,
)

NIL = f"{XSI}}}nil"


class UnlabelledTag(NamedTuple):
    """A tag without what only the filing tells: its label, its members', and its page."""

    concept: str
    members: tuple[str, ...]
    tag: Callable[[str, str, str], Tag]


class FiledTags(NamedTuple):
    """The tags of a file, and how many could not be read because of their format or context.

    ``within_tuples`` are the concepts of figures that stand within tuples, which are no tags.
    """

    tags: list[UnlabelledTag]
    unread: int
    within_tuples: frozenset[str] = frozenset()


class Shared(NamedTuple):
    """What the pages of a filing share: contexts and units by their ids, prefixes and schemas."""

    contexts: Mapping[str, Context]
    units: Mapping[str, str]
    prefixes: Mapping[str, str]
    schemas: Schemas


TagsOf = Callable[[Scan, Shared], FiledTags]


def references(scan: Scan) -> list[str]:
    """The schemas and linkbases that the file names."""
    return [
        element.attributes.get("http://www.w3.org/1999/xlink}href", "")
        for element in scan.elements
        if element.uri == LINK and element.local in ("schemaRef", "linkbaseRef")
    ]


def inline_tags(scan: Scan, shared: Shared) -> FiledTags:
    """The figures that an inline filing tags: those of its own report, and not within tuples."""
    tags = [
        element
        for element in scan.elements
        if element.uri in IX
        and element.local == "nonFraction"
        and "target" not in element.attributes
    ]
    alone = [element for element in tags if "tupleRef" not in element.attributes]
    nested = [element for element in tags if "tupleRef" in element.attributes]
    within = {qualified(e.attributes.get("name", ""), scan, shared.prefixes) for e in nested}
    return _filed(scan, shared, alone, _inline)._replace(within_tuples=frozenset(within))


def instance_tags(scan: Scan, shared: Shared) -> FiledTags:
    """The numeric facts of an instance; those within tuples take part in no calculation."""
    facts = [
        element
        for element in scan.elements
        if "unitRef" in element.attributes
        and element.parent is not None
        and element.uri not in (XBRLI, LINK)
        and not is_fraction(element)
    ]
    alone = [element for element in facts if not is_nested(element)]
    within = {_concept(element, shared) for element in facts if is_nested(element)}
    return _filed(scan, shared, alone, _written)._replace(within_tuples=frozenset(within))


def is_nested(fact: Element) -> bool:
    """Whether a fact of an instance stands elsewhere than right within it: in a tuple."""
    return fact.parent is None or (fact.parent.uri, fact.parent.local) != (XBRLI, "xbrl")


def is_fraction(element: Element) -> bool:
    """Whether a fact is stated by a numerator and a denominator: no calculation takes any."""
    return any((c.uri, c.local) == (XBRLI, "numerator") for c in element.children)


class _TagContent(NamedTuple):
    """A tag's concept, text, number and power of ten, as its own kind of file states them.

    ``decimals`` and ``precision`` are what it says, or leaves its schema to say, of its accuracy.
    """

    concept: str
    text: str
    digits: Digits | None
    scale: int
    decimals: str | None
    precision: str | None
    known: bool = True


def _filed(
    scan: Scan,
    shared: Shared,
    elements: list[Element],
    content: Callable[[Element, Scan, Shared], _TagContent],
) -> FiledTags:
    tags, unread = [], 0
    for element in elements:
        context = shared.contexts.get(element.attributes.get("contextRef", ""))
        one = content(element, scan, shared)
        if context is None or not one.known:
            unread += 1
            continue
        unit = shared.units.get(element.attributes.get("unitRef", ""), "")
        tags.append(_unlabelled(element, one, context, unit, scan))
    return FiledTags(tags, unread)


def _unlabelled(
    element: Element, content: _TagContent, context: Context, unit: str, scan: Scan
) -> UnlabelledTag:
    attributes = element.attributes
    nil = attributes.get(NIL) in ("true", "1")
    digits = None if nil else content.digits
    value = Fraction(0)
    if digits is not None:
        value = digits.value * Fraction(10) ** (digits.exponent + content.scale)
    good_to = accuracy(content.decimals, content.precision, value)
    line, column, end = element_place(element, scan)
    hidden = any(above.local == "hidden" and above.uri in IX for above in element.ancestors)

    def tag(label: str, about: str, path: str) -> Tag:
        return Tag(
            content.concept,
            label,
            context,
            about,
            unit,
            content.text,
            digits.value if digits else None,
            digits.exponent if digits else 0,
            content.scale,
            good_to,
            line,
            column,
            end,
            attributes.get("id"),
            hidden,
            "" if nil or digits else content.text or "nothing",
            path,
            is_no_digit_good(content.decimals, content.precision),
        )

    members = tuple(member for axis, member in context.parts if axis not in HOLDERS)
    return UnlabelledTag(content.concept, members, tag)


def _inline(element: Element, scan: Scan, shared: Shared) -> _TagContent:
    """What an inline tag states: its text in its format, with its sign and power of ten."""
    attributes = element.attributes
    text = element.text.strip()
    name = attributes.get("format", "").rpartition(":")[2].replace("-", "").lower()
    digits = displayed_digits(text, name)
    if digits is not None and attributes.get("sign") == "-":
        digits = Digits(-digits.value, digits.exponent)
    scale = _scale(attributes)
    concept = qualified(attributes.get("name", ""), scan, shared.prefixes)
    known = is_known(name) and scale is not None
    good_to = attributes.get("decimals"), attributes.get("precision")
    return _TagContent(concept, text, digits, scale or 0, *good_to, known)


def _written(element: Element, _scan: Scan, shared: Shared) -> _TagContent:
    """What a fact of an instance states, itself or by its schema."""
    text, schemas = shared.schemas.content(element), shared.schemas
    decimals = schemas.attribute(element, "decimals")
    precision = None if decimals is not None else schemas.attribute(element, "precision")
    return _TagContent(
        _concept(element, shared), text, written_digits(text), 0, decimals, precision
    )


def _concept(element: Element, shared: Shared) -> str:
    """The name of what a fact of an instance states."""
    prefix = shared.prefixes.get(element.uri, "")
    return f"{prefix}:{element.local}" if prefix else element.local


def _scale(attributes: Mapping[str, str]) -> int | None:
    text = attributes.get("scale", "0").strip()
    try:
        scale = int(text)
    except ValueError:
        return None
    return scale if abs(scale) <= LARGEST_SCALE else None


def element_place(element: Element, scan: Scan) -> tuple[int, int, int]:
    """The line, column and end column of the text, or of the tag where it has none."""
    first = element.start if element.first is None else element.first
    last = first if element.last is None else element.last
    line, column = scan.places.place(first)
    end_line, end = scan.places.place(last)
    return line, column, end if end_line == line else column + 1


def labelled(filed: FiledTags, label: Callable[[str], str], path: str) -> Iterator[Tag]:
    """The tags of a page with their concepts and members in words."""
    for one in filed.tags:
        yield one.tag(label(one.concept), ", ".join(map(label, one.members)), path)
