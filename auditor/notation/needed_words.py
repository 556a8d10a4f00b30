"""Needed words: the words one of which stands in every text that a pattern fits.

They are read off the pattern as it is written, which takes a hundredth of the time that it takes to
compile it. A text without any of them need not be searched, and most texts have none: to look for a
word takes a fraction of what each alternative of a pattern takes at each place of the text.
"""

from __future__ import annotations

import re

FLAGS = re.IGNORECASE
"""What a pattern whose words are looked for may be compiled with."""
MOST_WORDS = 80
"""Words that are looked for at most. By judgement: in more a pattern is not slower."""
_COMMON = frozenset(" abcdefghijklmnoprstuvwyABCDEFGHIJKLMNOPRSTUVWY0123456789")
"""Characters that nearly every text has."""
_HEX = {"x": 2, "u": 4, "U": 8}
_QUANTIFIER = re.compile(r"\?|\*|\+|\{(\d*+)(,?)\d*+\}")
_OPENING = re.compile(r"\((?:\?(?::|>|P<\w+>))?(?!\?)")

Words = tuple[str, ...]
"""Words one of which is needed; none where it is not known that any is."""


def needed_words(text: str, flags: int) -> Words:
    """Words, in small letters if the pattern fits either, one of which all that it fits has."""
    if flags & ~FLAGS:
        return ()
    try:
        found, end = _alternatives(text, 0)
    except _UnreadError:
        return ()
    if end < len(text) or len(found) > MOST_WORDS or any(map(_says_little, found)):
        return ()
    return tuple(dict.fromkeys(map(folded, found) if flags & re.IGNORECASE else found))


def folded(text: str) -> str:
    """A text in small letters, so that what differs in case alone, for a pattern, is alike."""
    if text.isascii():
        return text.lower()
    return text.replace("İ", "i").replace("ı", "i").casefold()


def _says_little(word: str) -> bool:
    """Whether nearly every text has the word."""
    return len(word) == 1 and word in _COMMON


class _UnreadError(Exception):
    """The pattern has what is not read here."""


def _alternatives(text: str, at: int) -> tuple[Words, int]:
    """The words of alternatives up to the bracket that ends them; none if one needs none."""
    found: list[str] = []
    known = True
    while True:
        words, at = _sequence(text, at)
        known = known and bool(words) and "" not in words
        found += words
        if at == len(text) or text[at] == ")":
            return (tuple(dict.fromkeys(found)) if known else ()), at
        at += 1  # the bar


def _sequence(text: str, at: int) -> tuple[Words, int]:
    """The words of what stands in a row up to a bar or a bracket: those of its best piece."""
    pieces: list[Words] = []
    run = ""
    while at < len(text) and text[at] not in "|)":
        words, literal, end = _atom(text, at)
        least, behind = _repeats(text, end)
        if literal and behind == end:
            run += literal
        else:
            pieces.append((run + literal if literal and least else run,))
            run = ""
            if words and least:
                pieces.append(words)
        at = behind
    pieces.append((run,))
    return max(pieces, key=_worth), at


def _worth(words: Words) -> tuple[int, int]:
    """How much is gained by looking for these words: long ones, and few of them."""
    shortest = min(map(len, words))
    return (min(shortest, 3), -len(words)) if shortest else (0, 0)


def _repeats(text: str, at: int) -> tuple[int, int]:
    """How often at least the atom before is there, and where what says so ends."""
    found = _QUANTIFIER.match(text, at)
    if found is None:
        return 1, at
    mark = found.group()
    least = 1 if mark == "+" else int(found[1] or 0) if mark[0] == "{" else 0
    end = found.end()
    return least, end + 1 if text[end : end + 1] in ("?", "+") else end


def _atom(text: str, at: int) -> tuple[Words, str, int]:
    """What one atom needs: the words of a group, or the character that it is; and its end."""
    char = text[at]
    if char == "\\":
        return _escaped(text, at + 1)
    if char == "[":
        return (), "", _end_of_set(text, at)
    if char == "(":
        return _group(text, at)
    if char in ".^$":
        return (), "", at + 1
    if char in "{}*+?":
        raise _UnreadError
    return (), char, at + 1


def _escaped(text: str, at: int) -> tuple[Words, str, int]:
    char = text[at]
    if char in _HEX:
        return (), "", at + 1 + _HEX[char]
    if char == "N" or char.isdigit():
        raise _UnreadError
    return (), "" if char.isalnum() else char, at + 1


def _end_of_set(text: str, at: int) -> int:
    """Where a set of characters ends: a bracket right after it opens is one of them."""
    at += 2 if text[at + 1] == "^" else 1
    at += text[at] == "]"
    while text[at] != "]":
        at += 2 if text[at] == "\\" else 1
    return at + 1


def _group(text: str, at: int) -> tuple[Words, str, int]:
    """A group with its words; one that looks ahead or behind is passed over."""
    if text.startswith(("(?=", "(?!", "(?<=", "(?<!"), at):
        skipped = 4 if text[at + 2] == "<" else 3
        _, end = _closed(text, at + skipped)
        return (), "", end
    opening = _OPENING.match(text, at)
    if opening is None:
        raise _UnreadError
    words, end = _closed(text, opening.end())
    return words, "", end


def _closed(text: str, at: int) -> tuple[Words, int]:
    """The words of a group whose inside begins here, and where it ends."""
    words, end = _alternatives(text, at)
    if end == len(text):
        raise _UnreadError
    return words, end + 1
