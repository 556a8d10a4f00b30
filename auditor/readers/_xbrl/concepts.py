"""Concepts: the names by which tags, locators and schemas mean the same concept, and its words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from itertools import groupby

from auditor.model.tagging import Calculation
from auditor.readers._xbrl.linkbases import Arc, Taxonomy, in_force

_HUMPS = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|[0-9]+")
_KIND = re.compile(
    r"(?:(?<!\s)\s++)?\[(?:Member|Abstract|Axis|Domain|Line Items|Table)\]\s*$", re.IGNORECASE
)
_NUMBERED_TITLE = re.compile(r"^\s*[\[(]?\d+[\])]?\s*-\s*(?:[A-Z][a-z]+\s*-\s*)?")
PLAIN_ROLE = "link"


class Concepts:
    """What the concepts of a filing are called.

    Tags name a concept ``prefix:Name``; locators name it by its id in the schema, which is
    ``prefix_Name`` by the custom of all published taxonomies, or as a schema beside the filing
    declares it. Where a filing writes another prefix than the taxonomy, the name alone tells,
    if only one of the filing's concepts bears it.
    """

    def __init__(
        self, taxonomy: Taxonomy, used: Collection[str], prefixes: Mapping[str, str]
    ) -> None:
        self._known = taxonomy
        self._by_id = {name.replace(":", "_", 1): name for name in used}
        for id_, declared in taxonomy.declared.items():
            prefix = prefixes.get(declared.namespace)
            if prefix is not None:
                self._by_id[id_] = f"{prefix}:{declared.name}" if prefix else declared.name
        self._ids = {name: id_ for id_, name in self._by_id.items()}
        self._by_name = _by_lone_name(used)
        self._usual = {id_.partition("_")[0] for arc in taxonomy.arcs for id_ in arc[2:4]}

    def named(self, id_: str) -> str:
        """The concept that a locator means."""
        found = self._by_id.get(id_)
        if found is None:
            other = self._by_name.get(id_.rpartition("_")[2])
            if other is not None and other.rpartition(":")[0] not in self._usual:
                found = other
        return found or id_.replace("_", ":", 1)

    def label(self, concept: str) -> str:
        """The concept in words: its standard label, else its name, taken apart."""
        id_ = self._ids.get(concept, concept.replace(":", "_", 1))
        said = self._known.labels.get(id_)
        return _KIND.sub("", said) if said else in_words(concept.partition(":")[2] or concept)

    def calculations(self) -> Iterator[Calculation]:
        """The sums that the filing declares, statement by statement."""
        arcs = in_force(self._known.arcs)
        arcs = [a._replace(total=self.named(a.total), item=self.named(a.item)) for a in arcs]
        ordered = sorted(arcs, key=_network)  # the items stay in their own order
        for (role, _, total), group in groupby(ordered, key=_network):
            yield self._calculation(role, total, list(group))

    def _calculation(self, role: str, total: str, arcs: list[Arc]) -> Calculation:
        names = [arc.item for arc in arcs]
        short = re.split(r"[/#]", role.rstrip("/"))[-1]
        title = _NUMBERED_TITLE.sub("", self._known.titles.get(role, ""))
        return Calculation(
            "calculation" if short == PLAIN_ROLE else short,
            title or ("" if short == PLAIN_ROLE else in_words(short)),
            total,
            tuple((arc.item, arc.weight) for arc in arcs),
            self.label(total),
            tuple(sorted({self.label(name) for name in names if names.count(name) > 1})),
            arcs[0].path,
            min((a.line for a in arcs if a.line), default=None),
        )


def _network(arc: Arc) -> tuple[str, str, str]:
    return arc.role, arc.arcrole, arc.total


def in_words(name: str) -> str:
    """A name such as ``CashAndCashEquivalents`` as "Cash and cash equivalents"."""
    words = _HUMPS.findall(name.removesuffix("Member"))
    if not words:
        return name
    lowered = [w if len(w) > 1 and w.isupper() else w.lower() for w in words]
    return " ".join((words[0], *lowered[1:]))


def _by_lone_name(concepts: Collection[str]) -> dict[str, str]:
    """The concepts by their names without prefix, those left out that share one."""
    found: dict[str, list[str]] = defaultdict(list)
    for concept in concepts:
        found[concept.rpartition(":")[2]].append(concept)
    return {name: alike[0] for name, alike in found.items() if len(alike) == 1}
