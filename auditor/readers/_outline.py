"""Outline: under which headings and notes each passage and table of a document stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from auditor.model.document import Block, Passage, Table
from auditor.notation.deferred import deferred
from auditor.readers._thresholds import HEADING_LENGTH, HEADINGS_KEPT

NOTE = deferred(
    r"\s*+(?:[(（\[].*[)）\]]|単位.*+|unit.{0,3}:.*+|(?:in\s)?['’]?[€£$¥₹₩]\s?['’´`]?(?:000s?)?"
    r"|(?:all\s|alle\s|tous\sles\s|todos\s(?:os|los)\s)?(?:amounts|figures|values|numbers|angaben|beträge"
    r"|montants|chiffres|importes|cifras|valores|importi|valori|bedragen|belopp|beløb|beløp)\s"
    r"[^.,;]{0,30}(?:in|en|em|i)\s[^;]{1,70})\s*+$",
    re.IGNORECASE,
)
"""A short line beside a table, such as "(JPY million)", "£’000", "All figures are in EUR."."""

_BULLET = deferred(r"\s*(?:[-*+○●◆■◇▪–]\s+|[•・]\s*|\(?\d{1,2}[.)]\s+|\([a-z]\)\s+)\S")
_ENDS_SENTENCE = tuple(".,;。、；")
_LETTER = deferred(r"[^\W\d_]")


def outlined(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, each with the headings in force, and tables with the notes above them too.

    They are given in reading order, headings by their level.
    """
    headings: tuple[Passage, ...] = ()
    notes: tuple[str, ...] = ()
    after_heading = False
    for block in blocks:
        if isinstance(block, Table):
            after_heading = False
            yield replace(block, headings=headings, notes=(*notes, *block.notes))
            continue
        passage = replace(block, headings=headings)
        if passage.level:
            headings = _nested(headings, passage, after_heading)
            notes = notes if after_heading else ()
            after_heading = True
        elif NOTE.fullmatch(passage.text):
            notes = (*notes, passage.text.strip())
        else:
            after_heading = False
        yield passage


def _nested(
    headings: tuple[Passage, ...], new: Passage, after_heading: bool
) -> tuple[Passage, ...]:
    """The headings in force: outer ones stay, and so do peers with nothing between them."""
    kept = tuple(
        h for h in headings if h.level < new.level or (after_heading and h.level == new.level)
    )
    return (*kept, new)[-HEADINGS_KEPT:]


def is_bullet(line: str) -> bool:
    """Whether a line begins a list item."""
    return _BULLET.match(line) is not None


def reads_as_heading(line: str) -> bool:
    """Whether one line that stands alone reads as a heading: short, of words, and no sentence."""
    text = line.strip()
    return (
        len(text) <= HEADING_LENGTH
        and not text.endswith(_ENDS_SENTENCE)
        and not NOTE.fullmatch(text)
        and not is_bullet(line)
        and _LETTER.search(text) is not None
    )
