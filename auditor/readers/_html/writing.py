"""Writing: lines of runs as one text, every character with its place in the page."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Sequence

from auditor.model.document import Anchor, Source
from auditor.model.places.line import LinePlace
from auditor.readers._html.flow import LineOfRuns, Mark, PlacedText, Run
from auditor.readers._html.signs import Part, at_digits

_SPACES = str.maketrans(
    dict.fromkeys(
        map(chr, (0x09, 0xA0, 0x1680, *range(0x2000, 0x200C), 0x202F, 0x205F, 0x2060)), " "
    )
    | dict.fromkeys("\u3000\ufeff\xad", " ")
)
_WITHIN_NUMBER = re.compile("(?<=[0-9.,'’])[\u200b\u2060\ufeff\xad](?=[0-9.,'’])")
_JOINER = "\u200d"
_UNSPACED = re.compile("[\u3001-\u30ff\u3400-\u9fff\uff00-\uffef]{2}")
_RAISED = str.maketrans("0123456789,", "⁰¹²³⁴⁵⁶⁷⁸⁹ ")
_NOTE_NUMBERS = re.compile(r"\s*[0-9]{1,2}(?:\s*,\s*[0-9]{1,2}){0,9}\s*")
_NOTE_LETTER = re.compile(r"\s*([a-z])\s*")


def written(lines: Iterable[LineOfRuns], between: str) -> PlacedText:
    """The lines as one text, set apart by one character; blanks around each are left out.

    A space is left out between characters of scripts that are written without.
    """
    parts: list[str] = []
    marks: list[Mark] = []
    offset = 0
    for line in lines:
        text, places = _line(line)
        if not text:
            continue
        if parts and not (between == " " and _UNSPACED.match(parts[-1][-1] + text[0])):
            parts.append(between)
            offset += 1
        marks += [mark._replace(offset=mark.offset + offset) for mark in places]
        parts.append(text)
        offset += len(text)
    return PlacedText("".join(parts), tuple(marks))


def _spaced(text: str) -> str:
    """The text with plain blanks; what has no width parts no number, though it may part words."""
    if text.isascii():
        return text.replace("\t", " ")
    return _WITHIN_NUMBER.sub(_JOINER, text).translate(_SPACES)


def typed_line(line: LineOfRuns) -> PlacedText:
    """A line as typed, its blanks kept."""
    parts: list[str] = []
    marks: list[Mark] = []
    offset = 0
    for run in line:
        marks.append(Mark(offset, run.start, run.end, run.whole, run.element))
        parts.append(_spaced(run.text))
        offset += len(parts[-1])
    return PlacedText("".join(parts), tuple(marks))


def _line(line: LineOfRuns) -> PlacedText:
    if len(line) == 1:
        return _plain(line[0])
    parts: list[Part] = []
    offset = 0
    runs = [(run, *_shown(run)) for run in line]
    all_of_it = _spaced("".join(shown for _, shown, _ in runs))
    for run, shown, whole in runs:
        text = all_of_it[offset : offset + len(shown)]
        parts.append(Part(text, Mark(offset, run.start, run.end, whole, run.element)))
        offset += len(text)
    return _stripped("".join(part.text for part in parts), at_digits(parts))


def _plain(run: Run) -> PlacedText:
    """The text of a run that is all of its line."""
    text = _spaced(run.text)
    kept = text.strip()
    start, end = run.start, run.end
    if not run.whole:
        start += len(text) - len(text.lstrip())
        end = start + len(kept)
    return PlacedText(kept, (Mark(0, start, end, run.whole, run.element),))


def _shown(run: Run) -> tuple[str, bool]:
    """A run's text, and whether it is cited as a whole; raised notes are told from digits."""
    if run.raised:
        if _NOTE_NUMBERS.fullmatch(run.text):
            return run.text.translate(_RAISED), run.whole
        if letter := _NOTE_LETTER.fullmatch(run.text):
            return f"({letter[1]})", True
    return run.text, run.whole


def _stripped(text: str, marks: Sequence[Mark]) -> PlacedText:
    """The text without the blanks around it."""
    kept = text.strip()
    lead = len(text) - len(text.lstrip())
    end = lead + len(kept)
    found = []
    for mark, following in zip(marks, [*(m.offset for m in marks[1:]), len(text)], strict=True):
        if following <= lead or mark.offset >= end:
            continue
        cut = max(lead - mark.offset, 0)
        start, stop = mark.start + cut, mark.end - max(following - end, 0)
        if mark.whole:
            start, stop = mark.start, mark.end
        found.append(mark._replace(offset=max(mark.offset - lead, 0), start=start, end=stop))
    return PlacedText(kept, tuple(found))


class Places:
    """Sources of a page's offsets."""

    def __init__(self, text: str, path: str) -> None:
        self.path = path
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]

    def source(
        self, mark: Mark, table: int | None = None, row: int | None = None, col: int | None = None
    ) -> Source:
        """The place of a mark, in a cell of a table if given; of several lines the first."""
        start, end = mark.start, mark.end
        at = bisect.bisect_right(self._lines, start)
        column = start - self._lines[at - 1] + 1
        if at < len(self._lines) and end > self._lines[at]:
            end = self._lines[at] - 1
        past = max(column + end - start, column)
        return Source(self.path, LinePlace(at, column, past, mark.element), table, row, col)

    def line(self, offset: int) -> int:
        """The line of an offset."""
        return bisect.bisect_right(self._lines, offset)

    def anchors(self, marks: Iterable[Mark]) -> tuple[Anchor, ...]:
        """An anchor for each mark."""
        return tuple(Anchor(mark.offset, self.source(mark), mark.whole) for mark in marks)
