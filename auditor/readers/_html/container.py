"""Containers: the paragraphs of a page or of a cell while they are being written."""

from __future__ import annotations

from auditor.readers._html.elements import Opened
from auditor.readers._html.flow import LineOfRuns, Paragraph, Preformatted, Run, ShownBlock
from auditor.readers._html.markup import Piece, Words, pieces
from auditor.readers._html.thresholds import LONGEST_RUN


class Container:
    """The page, or a cell: the blocks it holds so far, and the paragraph being written."""

    __slots__ = ("blocks", "centered", "item", "level", "line", "lines", "text", "typed")

    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks: list[ShownBlock] = []
        self.lines: list[LineOfRuns] = []
        self.line: list[Run] = []
        self.level = 0
        self.centered = False
        self.item = False
        self.typed: list[list[Run]] = [[]]

    def words(self, words: Words, look: Opened) -> None:
        """Add text to the line."""
        for piece in pieces(self.text, words):
            self._write(piece, look)

    def end_line(self) -> None:
        """Break the line; a blank line ends the paragraph."""
        if any(run.text.strip() for run in self.line):
            self.lines.append(tuple(self.line))
        elif self.lines:
            self.end_paragraph()
        self.line = []

    def end_paragraph(self) -> None:
        """End the paragraph, if there is one."""
        if any(run.text.strip() for run in self.line):
            self.lines.append(tuple(self.line))
        self.line = []
        if self.lines:
            self.blocks.append(
                Paragraph(tuple(self.lines), self.level, self.centered, item=self.item)
            )
            self.lines = []

    def type_words(self, words: Words, top: Opened) -> None:
        """Add text as typed, line by line."""
        at = words.start
        look = (top.element, top.bold, top.raised, top.marked)
        for line in self.text[words.start : words.end].split("\n"):
            if at > words.start:
                self.typed.append([])
            for piece in pieces(self.text, Words(at, at + len(line))):
                text = piece.text if piece.whole else self.text[piece.start : piece.end]
                self.typed[-1].append(Run(text, piece.start, piece.end, piece.whole, *look))
            at += len(line) + 1

    def end_typed(self) -> None:
        """Show the lines typed so far."""
        if any(run.text.strip() for line in self.typed for run in line):
            self.blocks.append(Preformatted(tuple(map(tuple, self.typed))))
        self.typed = [[]]

    def _write(self, piece: Piece, top: Opened) -> None:
        """Add a piece to the line, unless it is a blank that shows nothing there."""
        line = self.line
        if piece.text == " " and (not line or line[-1].text.endswith(" ")):
            return
        if not self.lines and not line:
            self.level, self.centered = top.level, top.align in ("center", "-moz-center")
            self.item = top.item
        last = line[-1] if line else None
        look = (top.element, top.bold, top.raised, top.marked)
        one_for_one = not piece.whole and piece.end - piece.start == len(piece.text)
        if (
            last is not None
            and one_for_one
            and not last.whole
            and last.end == piece.start
            and last[4:] == look
            and len(last.text) < LONGEST_RUN
            and self.text[last.end - 1] != "\n"
        ):
            line[-1] = last._replace(text=last.text + piece.text, end=piece.end)
            return
        line.append(Run(piece.text, piece.start, piece.end, not one_for_one, *look))
