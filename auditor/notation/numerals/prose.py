"""Prose: the figures among the numbers of running text, by what surrounds them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache, partial
from itertools import pairwise
from typing import NamedTuple

from auditor.model.figure import PERCENT, POINTS, Figure, NumeralConvention
from auditor.notation.deferred import deferred
from auditor.notation.kanji_numerals import kanji_figures
from auditor.notation.mixed_numerals import MixedNumeral, mixed_numerals
from auditor.notation.numerals.compounds import compound_at
from auditor.notation.numerals.figure_pattern import figure_of, notation
from auditor.notation.numerals.narrowing import narrowed
from auditor.notation.numerals.not_amounts import is_glued, mention_end, word_end
from auditor.notation.numerals.prose_convention import ENGLISH_CONVENTION, ProseConvention
from auditor.notation.numerals.prose_words import meaning, scale_pattern, unit_pattern
from auditor.notation.numerals.thousands_marks import (
    NO_BREAK_GROUPS,
    NUMBER,
    ORDINARY_SPACE_GROUPS,
    PAIRS,
)
from auditor.notation.numerals.unit_words import CURRENCY
from auditor.notation.numerals.unknown_marks import (
    NUMBER_WITH_UNKNOWN_MARK,
    may_hold_unknown_marks,
)
from auditor.notation.prose_languages import ENGLISH, LANGUAGES, Language
from auditor.notation.thousand_captions import is_thousand_caption
from auditor.notation.thresholds import FROM_REACH, LARGEST_PER_CENT, SIGNS_BEFORE

_PROSE_GAP = r"[ \n]{0,3}"
_PAIRED = deferred(PAIRS)
_PROSE_NUMBER = deferred(rf"{PAIRS}(?![0-9]|[.,][0-9])|{NUMBER}")
_RUN = deferred(r"[0-9]+(?:[-–−.,/:'’~〜][0-9]+)*")
_HEAD = deferred(
    rf"(?:(?<![A-Za-z0-9$])(?:{CURRENCY}){_PROSE_GAP})?(?:\([ ]?)?"
    r"(?:(?<![A-Za-z0-9%).])[-+−–‐‑‒]|[△▲][ ]?)?"
    rf"(?:(?<![A-Za-z0-9$])(?:{CURRENCY}){_PROSE_GAP})?(?:(?<![A-Za-z0-9])\.)?\Z"
)
_JOINER = deferred(
    r",?[ \n](?:to|and|or|bis|und|oder|à|et|ou|y|o|e|a|al|tot|en|of)[ \n]|[ ]?[~〜至到][ ]?"
)
_FROM = deferred(r"\b(?:from|von|de|desde)[ \n]\Z", re.IGNORECASE)
_TO = deferred(r"[ \n](?:to|auf|bis|à|hasta|até|a)[ \n]")
_BETWEEN = deferred(r"\b(?:zwischen|entre|tra|tussen)[ \n]\Z", re.IGNORECASE)
_AND = deferred(r"[ \n](?:und|et|y|e|en)[ \n]")
_UP_TO = deferred(r"\b(?:to|auf)[ \n]\Z", re.IGNORECASE)
_AFTER = deferred(r"[ \n](?:from|nach)[ \n]")
_ADDRESS = deferred(r"[!-~]+")
_ADDRESS_MARKS = ("://", "@", "www.")


def figures(text: str, convention: ProseConvention = ENGLISH_CONVENTION) -> tuple[Figure, ...]:
    """The figures in running prose, in order; dates, years, references and durations are none."""
    if is_thousand_caption(text):
        return ()
    plain = _prose(convention.canonical(text))
    pattern = _pattern(convention.language)
    found: list[Figure] = []
    at = 0
    while run := _RUN.search(plain, at):
        figure = compound_at(text, plain, run.start())
        if figure is not None:
            at = figure.end
        else:
            running = Running(text, plain, pattern, convention.language, at)
            figure, at = _figure_around(running, run)
        if figure is not None:
            found.append(figure._replace(convention=_marks(figure, convention)))
    stated = _stated_in_full(plain, found)
    kanji, mixed = tuple(kanji_figures(text)), _read_in_part(text, stated)
    if not kanji and not mixed:
        return stated
    whole = (f for f in (*stated, *kanji) if not any(_meet(f, one) for one in mixed))
    read = (one.figure for one in mixed if one.figure is not None)
    return tuple(sorted((*whole, *read), key=lambda f: f.start))


def _read_in_part(text: str, stated: Sequence[Figure]) -> tuple[MixedNumeral, ...]:
    """The amounts of digits and Chinese characters that no figure is all of."""
    return tuple(
        one
        for one in mixed_numerals(text)
        if not any(f.start <= one.start and one.end <= f.end for f in stated)
    )


def _meet(figure: Figure, one: MixedNumeral) -> bool:
    """Whether a figure is but a part of an amount that is read whole, or of none."""
    return figure.start < one.end and one.start < figure.end


def _marks(figure: Figure, convention: ProseConvention) -> NumeralConvention:
    """The marks to print it with: in India's groups where it shows them itself."""
    own = convention.of_figures
    return replace(own, pairs=True) if _PAIRED.search(figure.text) else own


@lru_cache(maxsize=len(LANGUAGES))
def _pattern(language: Language) -> re.Pattern[str]:
    """Any notation of a figure with the words that a language sets around it."""
    number = rf"(?:{PAIRS}(?![0-9]|[.,][0-9])|{NUMBER})"
    around = notation(
        number, _PROSE_GAP, scale=scale_pattern(language), unit=unit_pattern(language)
    )
    return re.compile(f"(?P<notation>{around})")


class Running(NamedTuple):
    """A running text as printed and as it is read, with the pattern of its language's figures.

    ``after`` is where what is read already ends.
    """

    text: str
    plain: str
    pattern: re.Pattern[str]
    language: Language
    after: int


def _prose(text: str) -> str:
    """Narrowed text in which no-break spaces group digits visibly.

    Addresses and numbers in an unknown notation have no digits there.
    """
    if not text.isascii():
        text = NO_BREAK_GROUPS.sub(lambda m: re.sub(r"[^0-9]", "'", m[0]), text)
    plain = narrowed(text)
    if may_hold_unknown_marks(plain):
        plain = NUMBER_WITH_UNKNOWN_MARK.sub(_without_digits, plain)
    if any(mark in plain for mark in _ADDRESS_MARKS):
        return _ADDRESS.sub(_blank_address, plain)
    return plain


def _blank_address(match: re.Match[str]) -> str:
    return _without_digits(match) if any(m in match[0] for m in _ADDRESS_MARKS) else match[0]


def _without_digits(match: re.Match[str]) -> str:
    """Something as long; if blank, figures would reach over it."""
    return "@" * len(match[0])


def _figure_around(running: Running, run: re.Match[str]) -> tuple[Figure | None, int]:
    """The figure around a run of digits, if it is one, and where to read on."""
    start, end = run.span()
    plain = running.plain
    spaced = ORDINARY_SPACE_GROUPS.match(plain, start)
    if spaced:
        return None, spaced.end()
    match = _notation_around(running, start) if _PROSE_NUMBER.fullmatch(plain, start, end) else None
    if match is None or match.end("number") != end or is_glued(plain, match):
        return None, word_end(plain, end)
    no_amount = mention_end(plain, match)
    if no_amount is not None:
        return None, no_amount
    return figure_of(running.text, match, partial(meaning, language=running.language)), match.end()


def _notation_around(running: Running, start: int) -> re.Match[str] | None:
    """The widest notation whose number starts at an offset (a leading point may precede it)."""
    plain, pattern = running.plain, running.pattern
    head = _HEAD.search(plain, max(running.after, start - SIGNS_BEFORE), start)
    match = pattern.match(plain, head.start() if head else start)
    if match and match["open"] and (_is_aside(running, match) or not _is_enclosed(match)):
        return pattern.match(plain, match.end("open"))
    return match


def _is_aside(running: Running, match: re.Match[str]) -> bool:
    """Whether parentheses right behind an amount give another one: "76 379 € (83 275 €)"."""
    between = running.plain[running.after : match.start()]
    ends_with_unit = not running.plain[max(0, running.after - 1) : running.after].isdigit()
    behind = between.isspace() and running.after > 0 and ends_with_unit
    return behind and running.language is not ENGLISH


def _is_enclosed(match: re.Match[str]) -> bool:
    """Whether parentheses hold the figure and nothing else, as those that mean minus do."""
    if match["sign"] or not (match["tail"] or match["close"]):
        return False
    return bool(match["before"]) or not (match["close"] and match["scale"])


def _stated_in_full(plain: str, found: list[Figure]) -> tuple[Figure, ...]:
    """The figures less those that may borrow the next one's unit: "1.2 to 1.5 billion".

    Those that surely do have it: "rose from $241.2 to $286.6 million".
    """
    borrowing = {
        a.start
        for a, b in pairwise(found)
        if a.scale == 0 <= b.scale
        and ((b.scale and a.unit in ("", b.unit)) or _lacks_per_cent(a, b))
        and (_JOINER.fullmatch(plain, a.end, b.start) or _surely_borrows(plain, a, b))
    }
    return tuple(
        a._replace(scale=b.scale, unit=b.unit) if a.start in borrowing else a
        for a, b in pairwise([*found, *found[-1:]])
        if a.start not in borrowing or _surely_borrows(plain, a, b)
    )


def _surely_borrows(plain: str, a: Figure, b: Figure) -> bool:
    """Whether the next figure's scale is its own too: something moved from one to the other.

    "Von 30,1 auf 28,3 Mio. Euro", "auf 28,3 nach 30,1 Mio. Euro"; or lies between them.
    """
    if _joins(_BETWEEN, _AND, plain, a, b):
        return True
    if not b.scale or b.unit in (PERCENT, POINTS, "x"):
        return False
    return _joins(_FROM, _TO, plain, a, b) or _joins(_UP_TO, _AFTER, plain, a, b)


def _joins(
    lead: re.Pattern[str], joiner: re.Pattern[str], plain: str, a: Figure, b: Figure
) -> bool:
    """Whether one word leads to the first of two figures and another to the second."""
    led = lead.search(plain, max(0, a.start - FROM_REACH), a.start)
    return led is not None and joiner.fullmatch(plain, a.end, b.start) is not None


def _lacks_per_cent(a: Figure, b: Figure) -> bool:
    return not a.unit and abs(a.value) < LARGEST_PER_CENT and b.unit in (PERCENT, POINTS, "x")
