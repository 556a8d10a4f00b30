"""Flow: the paragraphs and tables of a story (the body, a note, a text box) in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from auditor.readers._docx.markup import W, standing
from auditor.readers._docx.paragraphs import Paragraph, Place, paragraph
from auditor.readers._docx.slots import PARAGRAPH, TABLE, Slots, slots
from auditor.readers._docx.styles import Styles
from auditor.readers._docx.tables import states_figures

if TYPE_CHECKING:
    from lxml.etree import _Element

_EMBEDDED = frozenset((W + "altChunk", W + "subDoc"))


class NumberedTable(NamedTuple):
    """A table with its number and the place of the story that it stands in."""

    number: int
    slots: Slots
    place: Place

    @property
    def anchored(self) -> tuple[_Element, ...]:
        """The notes and text boxes that hang on its cells."""
        return tuple(element for row in self.slots for slot in row for element in slot.anchored)


class EmbeddedDocument(NamedTuple):
    """A document that is embedded after the paragraph of that number."""

    place: Place
    paragraph: int


Item = Paragraph | NumberedTable | EmbeddedDocument


class _Level(NamedTuple):
    """Elements still to come, where they stand, and the numbers of their paragraphs."""

    elements: Iterator[_Element]
    place: Place
    numbers: Iterator[int]


def flow(story: _Element, place: Place, tables: Iterator[int], styles: Styles) -> Iterator[Item]:
    """The items of a story; ``tables`` numbers the document's tables.

    A table within a cell comes after the table that the cell is in. What stands in a table that
    states no figures comes in its place: such a table arranges text.
    """
    stack = [_Level(standing(story), place, count(1))]
    last = 0
    while stack:
        level = stack[-1]
        element = next(level.elements, None)
        if element is None:
            stack.pop()
        elif element.tag == PARAGRAPH:
            last = next(level.numbers)
            yield paragraph(element, level.place, last, styles)
        elif element.tag == TABLE:
            number, rows = next(tables), slots(element, styles)
            if states_figures(rows):
                yield NumberedTable(number, rows, level.place)
                nested = (inner for row in rows for slot in row for inner in slot.nested)
                stack.append(level._replace(elements=nested))
            else:
                there = place._replace(element=f"table {number}")
                inside = (each for row in rows for slot in row for each in slot.inside)
                stack.append(_Level(inside, there, count(1)))
        elif element.tag in _EMBEDDED:
            yield EmbeddedDocument(level.place, last)
