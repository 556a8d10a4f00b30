"""Lexemes: an English sentence cut into figures, periods, words, and wordings of one meaning."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from auditor.facts.prose.english.wordings import BY_WORDS, LONGEST, Means
from auditor.facts.thresholds import LEXEMES_REMEMBERED
from auditor.notation.deferred import deferred
from auditor.notation.periods import Mention

_PIECE = deferred(r"[^\W\d_]+(?:(?:['’&/.-]|-\n)[^\W\d_]+)*+|\d[\d.,]*+|[^\w\s]|_")


class Lexeme(NamedTuple):
    """Characters ``start`` to ``end`` of the passage's text, and what they mean."""

    means: Means
    start: int
    end: int


_STOPS = frozenset(",;—–()[]•.!?")


def lexemes(
    text: str,
    span: tuple[int, int],
    figures: Sequence[tuple[int, int]],
    mentions: Sequence[Mention],
    company: str = "",
) -> tuple[Lexeme, ...]:
    """The lexemes of a sentence at ``span`` of a text; figures and periods where they are known.

    The name of the ``company`` that reports says no more than "we" does.
    """
    fixed = sorted(
        [Lexeme(Means.FIGURE, a, b) for a, b in figures]
        + [
            Lexeme(Means.PERIOD, a, b)
            for a, b, _ in mentions
            if not any(a < end and start < b for start, end in figures)
        ],
        key=lambda one: one.start,
    )
    found: list[Lexeme] = []
    at = span[0]
    for one in fixed:
        stretch = _of_stretch(text, at, one.start, company)
        stretch = _led(found, text, stretch) if one.means is Means.FIGURE else stretch
        found += _behind(found, text, stretch)
        found.append(one)
        at = max(at, one.end)
    found += _behind(found, text, _of_stretch(text, at, min(span[1], len(text)), company))
    return tuple(found)


def _led(before: Sequence[Lexeme], text: str, found: list[Lexeme]) -> list[Lexeme]:
    """The lexemes that lead to a figure, those told apart that stand right in front of it."""
    return _after(before, text, _reduced(text, found))


def _reduced(text: str, found: list[Lexeme]) -> list[Lexeme]:
    """The lexemes; right in front of a figure "reduced by" moves: "net debt reduced by 5".

    What "was reduced by" it is one effect of several.
    """
    last = found[-1] if found else None
    words = text[last.start : last.end].casefold().split() if last else []
    if last is None or last.means is not Means.CAUSE or words != ["reduced", "by"]:
        return found
    by = last.end - len("by")
    moves = Lexeme(Means.FALLS, last.start, by - 1)
    return [*found[:-1], moves, Lexeme(Means.BY, by, last.end)]


def _after(before: Sequence[Lexeme], text: str, found: list[Lexeme]) -> list[Lexeme]:
    """The lexemes; between two figures "after" compares: "EUR 3.55 after EUR 2.97"."""
    words = [text[one.start : one.end].casefold() for one in found]
    if not before or before[-1].means is not Means.FIGURE:
        return found
    if words[-1:] not in (["after"], ["following"]) or words[:-1] not in ([], [","]):
        return found
    return [*found[:-1], found[-1]._replace(means=Means.COMPARED)]


def _ahead(before: Sequence[Lexeme], text: str, found: list[Lexeme]) -> list[Lexeme]:
    """The lexemes; behind a figure "ahead of", "above", "below" compare: "5 % above the 48"."""
    if not before or before[-1].means is not Means.FIGURE or len(found) < 2:
        return found
    word = text[found[0].start : found[0].end].casefold()
    if word == "ahead" and found[1].means is Means.OF:
        return [found[0], found[1]._replace(means=Means.COMPARED), *found[2:]]
    if word not in ("above", "below"):
        return found
    return [found[0], Lexeme(Means.COMPARED, found[0].end, found[0].end), *found[1:]]


def _behind(before: Sequence[Lexeme], text: str, found: list[Lexeme]) -> list[Lexeme]:
    """The lexemes; right behind a figure "more than" compares: "5 % more than in 2024"."""
    found = _ahead(before, text, found)
    if not before or before[-1].means is not Means.FIGURE or not found:
        return found
    one = found[0]
    words = text[one.start : one.end].split()
    if one.means is not Means.ABOUT or words[-1] != "than":
        return found
    kind = Means.FALL if words[0] == "less" else Means.RISE
    moves = Lexeme(kind, one.start, one.start + len(words[0]))
    return [moves, Lexeme(Means.COMPARED, one.end - len(words[-1]), one.end), *found[1:]]


_REST_OF_NAME = deferred(
    r"(?:,? (?:(?:Group|Holdings?|Corporation|Company|Limited|Incorporated|plc|PLC|LLC|AG|SE)(?!\w)"
    r"|(?:Inc|Corp|Ltd|Co|N\.V|S\.A)(?!\w)\.?),?){0,3}"
    r"(?: ?\((?:[A-Z][\w .]{1,24}: ?[A-Z][\w.]{0,9}|(?:the )?[“\"][^()\n]{1,60})\),?)?"
)
"""What may follow a company's short name: its legal form, its exchange and what it is called."""


def _of_stretch(text: str, start: int, end: int, company: str) -> list[Lexeme]:
    """The lexemes of a stretch without figures, the company's name as one of them."""
    at = text.find(company, start, end) if company else -1
    if at < 0:
        return _by_its_first_name(text, _of_words(text, start, end), company)
    behind = at + len(company)
    rest = _REST_OF_NAME.match(text, behind, end)
    behind = rest.end() if rest else behind
    behind += len("'s") if text[behind : behind + 2] in ("'s", "’s") else 0
    around = _of_words(text, start, at), _of_words(text, behind, end)
    return [*around[0], Lexeme(Means.ARTICLE, at, behind), *around[1]]


def _by_its_first_name(text: str, found: list[Lexeme], company: str) -> list[Lexeme]:
    """The lexemes, the company's first name as "we" where it records: "Kestrel today reported"."""
    first = company.partition(" ")[0]
    if len(first) < _SHORTEST_NAME:
        return found
    kinds = [one.means for one in found]
    return [
        one._replace(means=Means.ARTICLE)
        if one.means is Means.WORD
        and text[one.start : one.end] == first
        and next((k for k in kinds[at + 1 :] if k is not Means.ADVERB), None) is Means.RECORDS
        else one
        for at, one in enumerate(found)
    ]


_SHORTEST_NAME = 4
"""Letters of a company's first name that tell it. By judgement: "The", "New" and "All" do not."""


def _of_words(text: str, start: int, end: int) -> list[Lexeme]:
    """The lexemes of a stretch without figures: where several wordings begin, the longest."""
    pieces = [m.span() for m in _PIECE.finditer(text, start, end)]
    words = _plain_words(text, pieces)
    found: list[Lexeme] = []
    at = 0
    while at < len(words):
        longest = LONGEST.get(words[at])
        means, length = _wording_at(words, at, longest) if longest else (_of_one(words[at]), 1)
        found.append(Lexeme(means, pieces[at][0], pieces[at + length - 1][1]))
        at += length
    return found


def _plain_words(text: str, pieces: Sequence[tuple[int, int]]) -> list[str]:
    """The words at these places in small letters, with plain apostrophes, in one piece."""
    if not pieces:
        return []
    first = pieces[0][0]
    part = text[first : pieces[-1][1]]
    folded = part.casefold()
    if len(folded) != len(part) or "\n" in part:  # "ß" is two letters
        return [text[a:b].casefold().replace("’", "'").replace("\n", "") for a, b in pieces]
    folded = folded.replace("’", "'")
    return [folded[a - first : b - first] for a, b in pieces]


def _wording_at(words: Sequence[str], at: int, longest: int) -> tuple[Means, int]:
    """What the longest wording that begins at a word means, and of how many words it is."""
    for length in range(min(longest, len(words) - at), 0, -1):
        means = BY_WORDS.get(tuple(words[at : at + length]))
        if means is not None and not _opens_a_name(words[at : at + length + 1]):
            if words[at : at + length] == ["total"] and words[at + 1 : at + 2]:
                following = words[at + 1]
                if following.isalpha() and (following,) not in BY_WORDS:
                    return Means.WORD, 1  # "and total income 5.3 %"
            return means, length
    return _of_one(words[at]), 1


def _opens_a_name(words: Sequence[str]) -> bool:
    """Whether "in total" leads to a name that begins with "total": "in total revenue"."""
    alone = len(words) < 3 or words[:2] != ["in", "total"] or not words[2].isalpha()
    return not alone and (words[2],) not in BY_WORDS


@lru_cache(maxsize=LEXEMES_REMEMBERED)
def _of_one(word: str) -> Means:
    if word in _STOPS:
        return Means.STOP
    if word == ":":
        return Means.COLON
    if word[0].isdigit():
        return Means.NUMBER
    if not word[0].isalpha():
        return Means.MARK
    return Means.ADVERB if word.endswith("ly") and len(word) > len("only") else Means.WORD


def gap(found: Sequence[Lexeme]) -> list[list[Lexeme]]:
    """The lexemes before, between and behind the figures, in order."""
    runs: list[list[Lexeme]] = [[]]
    for is_figure, group in groupby(found, key=lambda one: one.means is Means.FIGURE):
        for one in group:
            if is_figure:
                runs.append([])
            else:
                runs[-1].append(one)
    return runs
