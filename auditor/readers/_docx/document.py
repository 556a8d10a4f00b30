"""Document: a Word file as blocks, those of the body before those of its other stories."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from auditor.formats.unreadable import UnreadableError
from auditor.model.document import Block, Document, Passage
from auditor.readers._continued import joined
from auditor.readers._docx.blocks import StoryBlock, story_blocks
from auditor.readers._docx.flow import EmbeddedDocument, flow
from auditor.readers._docx.lines import lines
from auditor.readers._docx.markup import W
from auditor.readers._docx.paragraphs import Place
from auditor.readers._docx.parts import package
from auditor.readers._docx.remarks import remarks
from auditor.readers._docx.stories import Notes, Story, margins, notes, without_page_numbers
from auditor.readers._docx.styles import Styles, styles
from auditor.readers._docx.thresholds import MOST_CELLS
from auditor.readers._outline import outlined
from auditor.readers._thresholds import HEADINGS_KEPT

Headings = tuple[Passage, ...]


def document(data: bytes, path: str) -> Document:
    """The document; raises UnreadableError if the archive or its main part cannot be read."""
    archive = package(data)
    body = archive.main.find(W + "body")
    if body is None:
        raise UnreadableError("it holds no Word document: its main part has no body")
    cells = sum(1 for _ in body.iter(W + "tc"))
    if cells > MOST_CELLS:
        raise UnreadableError(f"it has {cells:,} table cells; the limit is {MOST_CELLS:,}")
    stories = Stories(path, styles(archive.tree("styles")), Notes(body, notes(archive)))
    blocks = [*stories.blocks(Story("", body))]
    for margin in margins(archive):
        blocks += map(without_page_numbers, stories.blocks(margin))
    return Document(
        path,
        hashlib.sha256(data).hexdigest(),
        joined(blocks).blocks,
        remarks=tuple(remarks(body, archive.tree("styles"))),
        unread=(*archive.broken, *stories.unread),
    )


class Stories:
    """The stories of one document, of which the body has no name; tables count through all.

    ``unread`` are the places of what those given so far hold and is not read.
    """

    def __init__(self, path: str, styles: Styles, notes: Notes) -> None:
        self._path, self._styles, self._notes = path, styles, notes
        self._tables = count(1)
        self.unread: list[str] = []

    def blocks(self, first: Story) -> Iterator[Block]:
        """A story's blocks, then those of the notes and text boxes that hang on it.

        These stand under the headings of the block they hang on, and under their own.
        """
        waiting: deque[tuple[Story, Headings]] = deque([(first, ())])
        while waiting:
            story, over = waiting.popleft()
            found = self._story_blocks(story)
            blocks = outlined(one.block for one in found if one.block is not None)
            here = over
            for one in found:
                if one.block is not None:
                    block = _under(over, next(blocks))
                    here = _headings_after(block)
                    yield block
                anchored = (self._notes.story(element) for element in one.anchored)
                waiting += [(other, here) for other in anchored if other is not None]

    def _story_blocks(self, story: Story) -> list[StoryBlock]:
        place = Place(self._path, story.name or None)
        items = list(flow(story.element, place, self._tables, self._styles))
        self.unread += [_unread(item) for item in items if isinstance(item, EmbeddedDocument)]
        return list(story_blocks(lines(items), self._tables))


def _under(over: Headings, block: Block) -> Block:
    """The block under headings further out than its own."""
    return replace(block, headings=(*over, *block.headings)[-HEADINGS_KEPT:]) if over else block


def _headings_after(block: Block) -> Headings:
    """The headings that what hangs on a block stands under."""
    if isinstance(block, Passage) and block.level:
        return (*(h for h in block.headings if h.level < block.level), block)
    return block.headings


def _unread(embedded: EmbeddedDocument) -> str:
    names = filter(None, (embedded.place.element, f"paragraph {embedded.paragraph}"))
    return f"after {', '.join(names)}: another document is embedded, which is not read"
