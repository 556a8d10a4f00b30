"""Schemas: what the facts of an instance, and the parts of its contexts, hold and leave unsaid.

An attribute or a content that a schema gives by default is there. Segments and scenarios are
compared as XML Schema reads them (XBRL 2.1, section 4.10): numbers by their value.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from auditor.readers._xbrl.elements import SEPARATOR, Element
from auditor.readers._xbrl.values import written_digits

if TYPE_CHECKING:
    from lxml.etree import _Element

XSD = "http://www.w3.org/2001/XMLSchema"
DEEPEST_TYPE = 20
"""Types that one is made from. By judgement: published schemas derive two or three times."""
_OF_LINKS = ("http://www.w3.org/1999/xlink", "http://www.w3.org/2001/XMLSchema-instance")
_NUMBERS = frozenset((
    "decimal", "integer", "nonPositiveInteger", "negativeInteger", "nonNegativeInteger",
    "positiveInteger", "long", "int", "short", "byte", "unsignedLong", "unsignedInt",
    "unsignedShort", "unsignedByte", "double", "float",
))  # fmt: skip
_TRUTH: Mapping[str, str] = {"1": "true", "0": "false"}

Name = tuple[str, str]
"""A namespace and a name in it."""


class _Declared(NamedTuple):
    """The type of an element or attribute, by name or as it stands there, and its default."""

    type: Name | _Element | None
    default: str | None


@dataclass(slots=True)
class Schemas:
    """What the schemas beside a filing declare of elements, attributes and types."""

    elements: dict[Name, _Declared] = field(default_factory=dict)
    attributes: dict[Name, _Declared] = field(default_factory=dict)
    types: dict[Name, _Element] = field(default_factory=dict)
    groups: dict[Name, _Element] = field(default_factory=dict)

    def learn(self, schema: _Element) -> None:
        """Takes in one schema; elements declared within types count by their names, too."""
        namespace = schema.get("targetNamespace") or ""
        for one in schema.iter(f"{{{XSD}}}element"):
            self.elements.setdefault((namespace, one.get("name") or ""), _declared(one))
        tops = {"attribute": self._attribute, "attributeGroup": self._group}
        for one in schema.iterchildren():
            kind = str(one.tag).rpartition("}")[2]
            name = (namespace, one.get("name") or "")
            if kind in tops:
                tops[kind](name, one)
            elif kind in ("simpleType", "complexType"):
                self.types[name] = one

    def _attribute(self, name: Name, one: _Element) -> None:
        self.attributes[name] = _declared(one)

    def _group(self, name: Name, one: _Element) -> None:
        self.groups[name] = one

    def said(self, element: Element) -> str:
        """All that an element says, so that two are equal as XBRL compares them."""
        declared = self.elements.get((element.uri, element.local), _Declared(None, None))
        stated = {n: v for n, v in element.attributes.items() if not _is_aside(n)}
        kinds = dict(self._attributes_of(declared.type))
        defaults = {n: d.default for n, d in kinds.items() if d.default is not None}
        attributes = sorted(
            f"{name}={self._value(text, kinds[name].type if name in kinds else None)}"
            for name, text in {**defaults, **stated}.items()
        )
        text = element.text.strip()
        if not text and not element.children and declared.default is not None:
            text = declared.default
        inner = [f"{c.uri}}}{c.local}:{self.said(c)};" for c in element.children]
        return " ".join(filter(None, (self._value(text, declared.type), *attributes, *inner)))

    def content(self, element: Element) -> str:
        """The text of an element, or what its declaration gives to one without any."""
        text = element.text.strip()
        if text or element.children:
            return text
        declared = self.elements.get((element.uri, element.local))
        return "" if declared is None else (declared.default or "").strip()

    def attribute(self, element: Element, name: str) -> str | None:
        """An attribute as stated, or as its element's type gives it to one without; else None."""
        stated = element.attributes.get(name)
        declared = self.elements.get((element.uri, element.local))
        if stated is not None or declared is None:
            return stated
        # a type comes before those that it is made from
        return next((d.default for n, d in self._attributes_of(declared.type) if n == name), None)

    def _value(self, text: str, kind: Name | _Element | None) -> str:
        """A text as its type compares it; as it stands where no type is known."""
        built_in = self._built_in(kind)
        bare = " ".join(text.split())
        if built_in in _NUMBERS:
            number = written_digits(bare)
            return bare if number is None else str(number.value * Fraction(10) ** number.exponent)
        return _TRUTH.get(bare, bare) if built_in == "boolean" else text

    def _built_in(self, kind: Name | _Element | None) -> str:
        """The type of XML Schema's own that a type's content is made from."""
        for name in self._lineage(kind):
            if isinstance(name, tuple):
                return name[1]
        return ""

    def _attributes_of(self, kind: Name | _Element | None) -> Iterator[tuple[str, _Declared]]:
        """The attributes that a type declares, its own first."""
        for one in self._lineage(kind):
            if not isinstance(one, tuple):
                yield from self._attributes_in(one, DEEPEST_TYPE)

    def _attributes_in(self, one: _Element, deepest: int) -> Iterator[tuple[str, _Declared]]:
        for attribute in one.iter(f"{{{XSD}}}attribute"):
            name, declared = attribute.get("name"), _declared(attribute)
            if name:
                yield f"{_attribute_namespace(attribute)}{name}", declared
            elif attribute.get("ref"):
                there = _named(attribute, attribute.get("ref") or "")
                known = self.attributes.get(there, declared)
                default = known.default if declared.default is None else declared.default
                yield f"{there[0]}{SEPARATOR}{there[1]}", _Declared(known.type, default)
        for group in one.iter(f"{{{XSD}}}attributeGroup"):
            found = self.groups.get(_named(group, group.get("ref") or ""))
            if found is not None and deepest:
                yield from self._attributes_in(found, deepest - 1)

    def _lineage(self, kind: Name | _Element | None) -> Iterator[Name | _Element]:
        """A type, those that it is made from, and the built-in one at their root."""
        for _ in range(DEEPEST_TYPE):
            if kind is None:
                return
            if isinstance(kind, tuple):
                found = self.types.get(kind)
                if found is None:
                    if kind[0] == XSD:
                        yield kind
                    return
                kind = found
            yield kind
            made = (
                one
                for name in ("extension", "restriction")
                for one in kind.iter(f"{{{XSD}}}{name}")
            )
            base = next((one for one in made if one.get("base")), None)
            kind = None if base is None else _named(base, base.get("base") or "")


def _declared(one: _Element) -> _Declared:
    default = one.get("default")
    default = one.get("fixed") if default is None else default
    if one.get("type"):
        return _Declared(_named(one, one.get("type") or ""), default)
    inside = [c for kind in ("simpleType", "complexType") for c in one.iterchildren(_xsd(kind))]
    return _Declared(inside[0] if inside else None, default)


def _xsd(name: str) -> str:
    return f"{{{XSD}}}{name}"


def _named(one: _Element, name: str) -> Name:
    """The namespace and the name that a prefixed name means where it stands."""
    prefix, _, local = name.strip().rpartition(":")
    return one.nsmap.get(prefix or None) or "", local


def _attribute_namespace(one: _Element) -> str:
    """The namespace before an attribute's name: none, unless the schema qualifies local names."""
    schema = one.getroottree().getroot()
    form = one.get("form") or schema.get("attributeFormDefault")
    return f"{schema.get('targetNamespace') or ''}{SEPARATOR}" if form == "qualified" else ""


def _is_aside(name: str) -> bool:
    """Whether an attribute says nothing of what is meant: its id, links, and XML Schema's own."""
    return name == "id" or name.startswith(tuple(f"{uri}{SEPARATOR}" for uri in _OF_LINKS))
