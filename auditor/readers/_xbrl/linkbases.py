"""Linkbases: what a filing's schema and linkbases say of its concepts: sums, labels, names.

Arcs and locators by XBRL 2.1, section 3.5; prohibition and overriding by section 3.5.3.9.7.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from auditor.readers._xbrl.elements import LINK, XLINK
from auditor.readers._xbrl.schemas import XSD, Schemas

if TYPE_CHECKING:
    from lxml.etree import _Element

SUMMATION_ITEM = (
    "http://www.xbrl.org/2003/arcrole/summation-item",
    "https://xbrl.org/2023/arcrole/summation-item",
)
CONCEPT_LABEL = "http://www.xbrl.org/2003/arcrole/concept-label"
STANDARD_LABEL = "http://www.xbrl.org/2003/role/label"
PROHIBITED = "prohibited"

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_DECIMAL = re.compile(r"[+-]?(?:[0-9]++(?:\.[0-9]*+)?|\.[0-9]++)")


class Arc(NamedTuple):
    """A summation arc between the ids of two concepts, in an extended link role.

    ``same`` tells equivalent arcs: all that XBRL compares of them.
    """

    role: str
    arcrole: str
    total: str
    item: str
    weight: Fraction
    order: Decimal
    priority: int
    prohibited: bool
    same: tuple[str, ...]
    path: str
    line: int | None


class DeclaredElement(NamedTuple):
    """An element that a schema declares: its namespace and name."""

    namespace: str
    name: str


@dataclass(slots=True)
class Taxonomy:
    """What the files beside a filing say, as far as they were read.

    Concepts are known by the id that locators name, ``prefix_Name``; ``declared`` are those of
    local schemas. ``titles`` are the names of extended link roles, ``labels`` the standard labels,
    ``schemas`` what tells whether two contexts are equal.
    """

    arcs: list[Arc] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    declared: dict[str, DeclaredElement] = field(default_factory=dict)
    references: list[str] = field(default_factory=list)
    schemas: Schemas = field(default_factory=Schemas)

    def learn(self, root: _Element, path: str) -> None:
        """Takes in a linkbase, or a schema with those embedded in it."""
        for link in _found(root, LINK, "calculationLink"):
            self.arcs += _calculation_arcs(link, path)
        for link in _found(root, LINK, "labelLink"):
            for concept, text in _labels(link):
                self.labels.setdefault(concept, text)
        if root.tag == f"{{{XSD}}}schema":
            self._learn_schema(root)
        self.references += _references(root)

    def _learn_schema(self, root: _Element) -> None:
        namespace = root.get("targetNamespace") or ""
        self.schemas.learn(root)
        for role in _found(root, LINK, "roleType"):
            words = next((d.text for d in _found(role, LINK, "definition") if d.text), "")
            self.titles[role.get("roleURI") or ""] = " ".join(words.split())
        for element in root.iterchildren(f"{{{XSD}}}element"):
            id_, name = element.get("id"), element.get("name")
            if id_ and name:
                self.declared[id_] = DeclaredElement(namespace, name)


def in_force(arcs: Iterable[Arc]) -> list[Arc]:
    """The arcs that are neither prohibited nor overridden, one of each that are equivalent."""
    alike: dict[object, list[Arc]] = defaultdict(list)
    for arc in arcs:
        alike[arc.role, arc.arcrole, arc.total, arc.item, arc.same].append(arc)
    found = []
    for group in alike.values():
        highest = max(arc.priority for arc in group)
        leading = [arc for arc in group if arc.priority == highest]
        if not any(arc.prohibited for arc in leading):
            found.append(leading[0])
    return sorted(found, key=lambda arc: arc.order)


def _found(root: _Element, namespace: str, name: str) -> Iterator[_Element]:
    return root.iter(f"{{{namespace}}}{name}")


def _calculation_arcs(link: _Element, path: str) -> Iterator[Arc]:
    role = link.get(f"{{{XLINK}}}role") or ""
    concepts = _located(link)
    for element in link.iterchildren(f"{{{LINK}}}calculationArc"):
        arcrole = element.get(f"{{{XLINK}}}arcrole")
        weight = _number(element.get("weight"))
        if arcrole not in SUMMATION_ITEM or weight is None or not weight:
            continue
        order = _number(element.get("order")) or Decimal(1)
        priority = _number(element.get("priority")) or Decimal(0)
        prohibited = element.get("use") == PROHIBITED
        same = _compared(element, weight, order)
        for total in concepts.get(element.get(f"{{{XLINK}}}from") or "", ()):
            for item in concepts.get(element.get(f"{{{XLINK}}}to") or "", ()):
                yield Arc(
                    role,
                    arcrole,
                    total,
                    item,
                    Fraction(weight),
                    order,
                    int(priority),
                    prohibited,
                    same,
                    path,
                    _line(element),
                )


def _compared(element: _Element, weight: Decimal, order: Decimal) -> tuple[str, ...]:
    """The attributes that tell arcs apart: all but use, priority and those of XLink."""
    attributes = {str(name): str(value) for name, value in element.attrib.items()}
    others = sorted(
        f"{name}={value}"
        for name, value in attributes.items()
        if not name.startswith("{") and name not in ("use", "priority", "weight", "order")
    )
    return (str(weight.normalize()), str(order.normalize()), *others)


def _line(element: _Element) -> int | None:
    line: Any = element.sourceline  # which the stubs do not know
    return line if isinstance(line, int) else None


def _located(link: _Element) -> Mapping[str, list[str]]:
    """The ids of the concepts that each locator label names."""
    found: dict[str, list[str]] = defaultdict(list)
    for locator in link.iterchildren(f"{{{LINK}}}loc"):
        fragment = (locator.get(f"{{{XLINK}}}href") or "").rpartition("#")[2]
        if fragment:
            found[locator.get(f"{{{XLINK}}}label") or ""].append(fragment)
    return found


def _labels(link: _Element) -> Iterator[tuple[str, str]]:
    """The standard label of each concept, an English one where there are several."""
    said: dict[str, list[tuple[bool, str]]] = defaultdict(list)
    for label in link.iterchildren(f"{{{LINK}}}label"):
        if label.get(f"{{{XLINK}}}role", STANDARD_LABEL) == STANDARD_LABEL:
            words = " ".join("".join(map(str, label.itertext())).split())
            foreign = not (label.get(_XML_LANG) or "en").lower().startswith("en")
            said[label.get(f"{{{XLINK}}}label") or ""].append((foreign, words))
    concepts = _located(link)
    for arc in link.iterchildren(f"{{{LINK}}}labelArc"):
        known = arc.get(f"{{{XLINK}}}arcrole") == CONCEPT_LABEL and arc.get("use") != PROHIBITED
        texts = said.get(arc.get(f"{{{XLINK}}}to") or "", []) if known else []
        for concept in concepts.get(arc.get(f"{{{XLINK}}}from") or "", ()) if texts else ():
            yield concept, min(texts, key=lambda text: text[0])[1]


def _references(root: _Element) -> Iterator[str]:
    """The schemas and linkbases that a file names."""
    for name in ("schemaRef", "linkbaseRef"):
        for element in _found(root, LINK, name):
            yield element.get(f"{{{XLINK}}}href") or ""
    for name in ("import", "include"):
        for element in root.iterchildren(f"{{{XSD}}}{name}"):
            yield element.get("schemaLocation") or ""


def _number(text: str | None) -> Decimal | None:
    try:
        return Decimal(text.strip()) if text and _DECIMAL.fullmatch(text.strip()) else None
    except InvalidOperation:
        return None
