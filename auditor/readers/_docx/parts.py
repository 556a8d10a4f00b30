"""Parts: the pieces of a Word document's archive, found by the relations between them."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from auditor.formats.archive import parts
from auditor.formats.unreadable import UnreadableError
from auditor.formats.xml import root

if TYPE_CHECKING:
    from lxml.etree import _Element

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TRANSITIONAL = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_STRICT_NAMES = {  # those that are read; every name is otherwise the same in both
    f"{_STRICT}wordprocessingml/main": f"{_TRANSITIONAL}wordprocessingml/2006/main",
    f"{_STRICT}officeDocument/relationships": f"{_TRANSITIONAL}officeDocument/2006/relationships",
    f"{_STRICT}officeDocument/math": f"{_TRANSITIONAL}officeDocument/2006/math",
    f"{_STRICT}drawingml/chart": f"{_TRANSITIONAL}drawingml/2006/chart",
    f"{_STRICT}drawingml/diagram": f"{_TRANSITIONAL}drawingml/2006/diagram",
    f"{_STRICT}drawingml/picture": f"{_TRANSITIONAL}drawingml/2006/picture",
}
_READ = frozenset(("styles", "settings", "footnotes", "endnotes", "header", "footer"))


class Relation(NamedTuple):
    """What a part refers to: the last word of the relation's type, and the part's name."""

    kind: str
    target: str


class Package(NamedTuple):
    """The document and the parts that it refers to by id, as XML by name.

    ``broken`` says of those that cannot be read why not.
    """

    main: _Element
    relations: Mapping[str, Relation]
    trees: Mapping[str, _Element]
    broken: tuple[str, ...]

    def tree(self, kind: str) -> _Element | None:
        """The part of a kind of which a document has one, such as its styles."""
        found = (r.target for r in self.relations.values() if r.kind == kind)
        return next((self.trees[name] for name in found if name in self.trees), None)


def package(data: bytes) -> Package:
    """The parts of an archive; raises UnreadableError if it holds no Word document."""
    found = parts(data)
    kinds = _relations(found, "").values()
    main = next((r.target for r in kinds if r.kind == "officeDocument"), "word/document.xml")
    if main not in found:
        raise UnreadableError(f"it holds no Word document: {main} is missing")
    document, relations = root(_transitional(found[main])), _relations(found, main)
    trees, broken = {}, []
    for name in dict.fromkeys(r.target for r in relations.values() if r.kind in _READ):
        try:
            trees[name] = root(_transitional(found[name]))
        except KeyError:
            broken.append(f"{name} is missing")
        except UnreadableError as reason:
            broken.append(f"{name}: {reason}")
    return Package(document, relations, trees, tuple(broken))


def _relations(found: Mapping[str, bytes], name: str) -> Mapping[str, Relation]:
    """What a part refers to within the archive, by id; the archive itself is the part ""."""
    folder, _, file = name.rpartition("/")
    written = found.get(posixpath.join(folder, "_rels", f"{file}.rels"))
    if written is None:
        return {}
    return {
        one.get("Id", ""): Relation(
            one.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, one.get("Target", "")))[1:],
        )
        for one in root(written).iter(_RELATIONSHIP)
        if one.get("TargetMode") != "External"
    }


def _transitional(data: bytes) -> bytes:
    """The XML with the names of the strict form of the standard made those of the usual one."""
    if _STRICT.encode() in data:
        for strict, usual in _STRICT_NAMES.items():
            data = data.replace(f'"{strict}"'.encode(), f'"{usual}"'.encode())
    return data
