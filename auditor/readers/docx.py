"""Word documents (.docx): paragraphs and tables as they stand once all revisions are accepted.

A passage is cited by ``paragraph``, which counts the body's paragraphs from 1 as they stand in the
file, blank ones and those in content controls or of insertions included, those in tables and what
was moved or deleted together with its frame not. A paragraph whose mark is deleted counts, though
it runs on into the next. ``column`` counts the characters of a paragraph's accepted text: tabs
and line breaks are one each; hidden text, field instructions and soft hyphens are none. Within a
footnote, an endnote, a text box, a header or a footer ``element`` names it ("footnote 3") and the
paragraphs are its own; so it is in a table that states no figures but arranges text ("table 2").

A table's cells are cited by ``table``, ``row`` and ``col`` alone. Rows are those of the accepted
version; one that stacks figures in lines is as many rows. Columns are logical: a sign in a cell of
its own belongs to the figure beside it, blank columns do not count, and what spans several stands
in the first. Lines set with tab stops are tables, numbered after those of their story, and their
cells are cited by paragraph and column too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.formats.archive import is_zipped, part_names

if TYPE_CHECKING:
    from auditor.model.document import Document

SUFFIXES = (".docx", ".docm")

_FOLDER = "word/"


def accepts(data: bytes) -> bool:
    """Whether the bytes are an archive: a broken one of this name is told to be broken."""
    return is_zipped(data)


def recognises(data: bytes) -> bool:
    """Whether the bytes are an archive with the parts of a Word document."""
    return is_zipped(data) and any(name.startswith(_FOLDER) for name in part_names(data))


def read(data: bytes, path: str) -> Document:
    """The document; raises UnreadableError for a broken archive or one without a Word document."""
    from auditor.readers._docx.document import document

    return document(data, path)
