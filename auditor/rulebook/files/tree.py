"""YAML text to values that know their place, every scalar left as it is written.

Built from the parser's events, not from ``yaml.compose``: composing recurses in C and ends
the process on a small file of a few hundred thousand brackets, and it hides aliases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.model.mistake import Mistake
from auditor.rulebook.files.thresholds import MOST_DEPTH, MOST_NODES

if TYPE_CHECKING:
    from yaml import Event, Mark, MarkedYAMLError
    from yaml._yaml import Mark as CMark

NESTED = f"nested more than {MOST_DEPTH} deep"
UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# YAML ends a line at these, editors do not: as spaces they leave line numbers alone.
ODD_BREAKS = str.maketrans("\x85\u2028\u2029", "   ")


@dataclass(frozen=True, slots=True)
class Place:
    """A line and a column, both from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Scalar:
    """Text, None where nothing is written; a block (``|``) has its text from ``text_line`` on."""

    text: str | None
    place: Place
    text_line: int


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    nodes: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Entries:
    """A mapping; every key once."""

    pairs: tuple[tuple[Scalar, Node], ...]
    place: Place

    def __getitem__(self, key: str) -> Node:
        return next(node for name, node in self.pairs if name.text == key)

    def __contains__(self, key: object) -> bool:
        return any(name.text == key for name, _ in self.pairs)

    def key_place(self, key: str) -> Place:
        return next(name.place for name, _ in self.pairs if name.text == key)


Node = Scalar | Items | Entries
Plain = str | None | list["Plain"] | dict[str, "Plain"]


def tree(text: str, path: str) -> tuple[Node | None, tuple[Mistake, ...]]:
    """The value a YAML text holds (None when it cannot be read), with every mistake on the way."""
    import yaml

    if odd := UNPRINTABLE.search(text):
        place = _place_in(text, odd.start())
        message = f"a character that cannot be printed (U+{ord(odd[0]):04X})"
        return None, (Mistake(path, place.line, place.column, message),)
    growth = _Growth(path)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = text.translate(ODD_BREAKS)
    try:
        root = growth.root(yaml.parse(text, Loader=loader))
    except _UnreadableError as stop:
        return None, (*growth.mistakes, growth.mistake(stop.place, stop.message))
    except yaml.MarkedYAMLError as error:
        return None, (*growth.mistakes, _syntax_mistake(error, text, path))
    return root, tuple(growth.mistakes)


def plain(node: Node) -> Plain:
    """The value without its places."""
    match node:
        case Items(nodes=nodes):
            return [plain(item) for item in nodes]
        case Entries(pairs=pairs):
            return {key.text or "": plain(value) for key, value in pairs}
        case _:
            return node.text


class _UnreadableError(Exception):
    """Nothing after this place can be read."""

    def __init__(self, place: Place, message: str) -> None:
        super().__init__(message)
        self.place = place
        self.message = message


class _Growth:
    """One pass over the events of a file; ``mistakes`` and ``size`` grow as it goes."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.mistakes: list[Mistake] = []
        self.size = 0
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.events: Iterator[Event] = iter(())

    def root(self, events: Iterator[Event]) -> Node | None:
        import yaml

        self.events = events
        next(events)
        if isinstance(next(events), yaml.StreamEndEvent):
            return None
        root = self.node(next(events), depth=1)
        next(events)
        if not isinstance(after := next(events), yaml.StreamEndEvent):
            raise _UnreadableError(
                _place(after.start_mark), "`---` begins a second document: a file holds one pack"
            )
        return root

    def node(self, event: Event, depth: int) -> Node:
        import yaml

        place = _place(event.start_mark)
        if isinstance(event, yaml.AliasEvent):
            return self.alias(str(event.anchor), place)
        self.grown(1, place)
        if depth > MOST_DEPTH:
            raise _UnreadableError(place, NESTED)
        before = self.size
        assert isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent)
        if event.tag is not None:
            self.mistakes.append(self.mistake(place, "YAML tags (!) have no meaning here"))
        node = self.untagged(event, place, depth)
        if event.anchor is not None:
            self.anchors[event.anchor] = (node, self.size - before + 1)
        return node

    def untagged(self, event: Event, place: Place, depth: int) -> Node:
        import yaml

        if isinstance(event, yaml.ScalarEvent):
            nothing = event.value == "" and not event.style
            below = 1 if event.style in ("|", ">") else 0
            return Scalar(None if nothing else event.value, place, place.line + below)
        if isinstance(event, yaml.SequenceStartEvent):
            return Items(tuple(self.items(depth + 1)), place)
        return Entries(tuple(self.pairs(depth + 1)), place)

    def items(self, depth: int) -> Iterator[Node]:
        import yaml

        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            yield self.node(event, depth)

    def pairs(self, depth: int) -> Iterator[tuple[Scalar, Node]]:
        import yaml

        seen: dict[str, Place] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.node(event, depth)
            value = self.node(next(self.events), depth)
            place = _place(event.start_mark)  # of the key as used, should it be an alias
            if not isinstance(key, Scalar) or key.text is None:
                self.mistakes.append(self.mistake(place, "a key must be text"))
            elif key.text in seen:
                first = seen[key.text].line
                message = f"key `{key.text}` is already used at line {first}"
                self.mistakes.append(self.mistake(place, message))
            else:
                seen[key.text] = place
                yield Scalar(key.text, place, place.line), value

    def alias(self, anchor: str, place: Place) -> Node:
        """The value an alias repeats; an anchor still being read does not count as known."""
        if anchor not in self.anchors:
            raise _UnreadableError(
                place, f"*{anchor} repeats nothing: text that begins with * must stand in quotes"
            )
        node, size = self.anchors[anchor]
        self.grown(size, place)
        return node

    def grown(self, size: int, place: Place) -> None:
        self.size += size
        if self.size > MOST_NODES:
            raise _UnreadableError(place, f"more than {MOST_NODES:,} values, aliases written out")

    def mistake(self, place: Place, message: str) -> Mistake:
        return Mistake(self.path, place.line, place.column, message)


def _place(mark: Mark | CMark | None) -> Place:
    return Place(1, 1) if mark is None else Place(mark.line + 1, mark.column + 1)


def _place_in(text: str, offset: int) -> Place:
    return Place(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def _syntax_mistake(error: MarkedYAMLError, text: str, path: str) -> Mistake:
    place = _place(error.problem_mark or error.context_mark)
    start = _place(error.context_mark or error.problem_mark)
    problem = error.problem or "unreadable"
    if "nesting depth" in problem:  # the parser's own limit, which newer ones have, is beyond ours
        return Mistake(path, place.line, place.column, NESTED)
    if "end of stream" in problem:
        place, cause = start, "these quotes are not closed"
    elif "':'" in problem:
        place, cause = start, "this is neither `key: value` nor an item of a list"
    elif "',' or" in problem:
        cause = f"the bracket opened at line {start.line} is not closed, or a comma is missing"
    else:
        cause = _cause(problem, error.context or "", _character(text, place))
    return Mistake(path, place.line, place.column, f"not valid YAML: {cause}")


def _cause(problem: str, context: str, character: str) -> str:
    """What usually brings the parser to this problem, in the words of one who writes rules."""
    if "tab" in problem or ("any token" in problem and character == "\t"):
        return "a line is indented with a tab; indent with spaces"
    if "any token" in problem:
        return f"text that begins with {character} must stand in quotes"
    if "alphabetic or numeric" in problem:
        return "text that begins with * or & must stand in quotes"
    if "mapping values" in problem:
        return "text with a colon and a space in it must stand in quotes"
    if "block" in context:
        return "indented differently from its neighbours, or text goes on after closing quotes"
    return problem


def _character(text: str, place: Place) -> str:
    lines = text.split("\n")
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    return line[place.column - 1 : place.column]
