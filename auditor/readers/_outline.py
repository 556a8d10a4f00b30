"""Outline: under which headings and notes each passage and table of a document stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from auditor.model.document import Block, Passage, Table
from auditor.notation.deferred import deferred
from auditor.notation.thousand_captions import is_thousand_caption
from auditor.notation.units import stated_unit
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
_ABBREVIATION_ENDS = deferred(r"(?<=[\s.][^\W\d_]{2})\.\Z|(?<=[\s.][^\W\d_]{3})\.\Z")
"""The point behind "Rs. Cr.", "t.kr." and "тыс. руб.", which ends no sentence."""
_DIGIT = deferred(r"[0-9]")
_LETTER = deferred(r"[^\W\d_]")


def outlined(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, each with the headings in force, and tables with the notes above them too.

    They are given in reading order, headings by their level.
    """
    headings: tuple[Passage, ...] = ()
    notes: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    after_heading = False
    for block in blocks:
        if isinstance(block, Table):
            after_heading = False
            yield replace(block, headings=headings, notes=(*notes, *above, *block.notes))
            above = ()
            continue
        above = (block.text.strip(),) if _is_caption(block) else ()
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


def _is_caption(passage: Passage) -> bool:
    """Whether a line of its own says in what unit the table right below it is.

    "Miles de euros", "in Mio. CHF", "단위: 십억원", "Purchase price, $ million": it has no figure.
    """
    if passage.level or len(passage.text.strip()) > HEADING_LENGTH + 1:  # it may end in a full stop
        return False
    text = _ABBREVIATION_ENDS.sub("", passage.text.strip())
    if NOTE.fullmatch(text) or not reads_as_heading(text):
        return False
    has_figure = _DIGIT.search(text) is not None and not is_thousand_caption(text)
    return not has_figure and stated_unit((text,)) is not None


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
