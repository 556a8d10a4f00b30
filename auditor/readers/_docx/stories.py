"""Stories: what Word sets apart from the body: notes, text boxes, headers and footers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from auditor.model.document import Block, Table
from auditor.readers._docx.markup import DELETED, MC, R, W, attribute, switch
from auditor.readers._docx.parts import Package

if TYPE_CHECKING:
    from lxml.etree import _Element

_NOT_STANDING = DELETED | {MC + "Fallback"}
_PAGE_NUMBER = re.compile(
    r"(?<![^\t\n])[^\w\t\n]*+"
    r"(?:(?:page|p|pg|seite|página|pagina|sida|side|ページ)\b\.?[ ]*)?\d{1,4}"
    r"(?:[ ]*(?:of|/|von|de|di|sur|van|av|af)[ ]*\d{1,4})?"
    r"[ ]*+(?:ページ|頁)?[^\w\t\n]*+(?![^\t\n])",
    re.IGNORECASE,
)
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}


class Story(NamedTuple):
    """A text of its own and what it is called: "footnote 3", "text box 1"; the body has no name."""

    name: str
    element: _Element


class Notes:
    """The notes by the references to them, and text boxes in the order they are come upon."""

    def __init__(self, body: _Element, notes: Mapping[tuple[str, str], _Element]) -> None:
        self._notes = dict(notes)
        self._numbers = _numbers(body)
        self._boxes = count(1)

    def story(self, element: _Element) -> Story | None:
        """What a reference or a text box holds; None for a note that is missing or was given."""
        kind = _NOTES.get(element.tag.removeprefix(W))
        if kind is None:
            return Story(f"text box {next(self._boxes)}", element)
        key = kind, attribute(element, "id")
        note = self._notes.pop(key, None)
        return None if note is None else Story(f"{kind} {self._numbers.get(key, key[1])}", note)


def _numbers(body: _Element) -> dict[tuple[str, str], int]:
    """The number that each note of the body bears: they count in the order of reference."""
    found: dict[tuple[str, str], int] = {}
    for name, kind in _NOTES.items():
        numbers = count(1)
        for reference in body.iter(W + name):
            if not any(outer.tag in _NOT_STANDING for outer in reference.iterancestors()):
                found.setdefault((kind, attribute(reference, "id")), next(numbers))
    return found


def notes(package: Package) -> dict[tuple[str, str], _Element]:
    """The footnotes and endnotes by kind and id."""
    trees = ((kind, package.tree(f"{kind}s")) for kind in _NOTES.values())
    return {
        (kind, attribute(note, "id")): note
        for kind, tree in trees
        for note in ([] if tree is None else tree.iterchildren(W + kind))
    }


def margins(package: Package) -> Iterator[Story]:
    """The headers and footers that are shown, each once, in the order of the sections."""
    for kind in ("header", "footer"):
        names = dict.fromkeys(_shown(package, kind))
        trees = (package.trees[name] for name in names if name in package.trees)
        for number, tree in enumerate(trees, start=1):
            yield Story(f"{kind} {number}", tree)


def without_page_numbers(block: Block) -> Block:
    """A header's or footer's block, what is nothing but the number of a page made blank."""
    if isinstance(block, Table):
        return block
    return replace(block, text=_PAGE_NUMBER.sub(lambda found: " " * len(found[0]), block.text))


def _shown(package: Package, kind: str) -> Iterator[str]:
    """The parts that sections show; that of a first or an even page only if it is to differ."""
    even = "even" if switch(package.tree("settings"), "evenAndOddHeaders") else ""
    for section in package.main.iter(W + "sectPr"):
        shown = {"default", even, "first" if switch(section, "titlePg") else ""}
        for reference in section.iterchildren(f"{W}{kind}Reference"):
            relation = package.relations.get(reference.get(R + "id", ""))
            if relation is not None and (attribute(reference, "type") or "default") in shown:
                yield relation.target
