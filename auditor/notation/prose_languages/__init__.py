"""Languages: which one a text is written in, of those whose words are known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from itertools import islice

from auditor.notation.deferred import deferred
from auditor.notation.prose_languages.chinese import LANGUAGE as CHINESE
from auditor.notation.prose_languages.czech import LANGUAGE as CZECH
from auditor.notation.prose_languages.danish import LANGUAGE as DANISH
from auditor.notation.prose_languages.dutch import LANGUAGE as DUTCH
from auditor.notation.prose_languages.english import LANGUAGE as ENGLISH
from auditor.notation.prose_languages.finnish import LANGUAGE as FINNISH
from auditor.notation.prose_languages.french import LANGUAGE as FRENCH
from auditor.notation.prose_languages.german import LANGUAGE as GERMAN
from auditor.notation.prose_languages.indonesian import LANGUAGE as INDONESIAN
from auditor.notation.prose_languages.italian import LANGUAGE as ITALIAN
from auditor.notation.prose_languages.korean import LANGUAGE as KOREAN
from auditor.notation.prose_languages.language import Language
from auditor.notation.prose_languages.polish import LANGUAGE as POLISH
from auditor.notation.prose_languages.portuguese import LANGUAGE as PORTUGUESE
from auditor.notation.prose_languages.spanish import LANGUAGE as SPANISH
from auditor.notation.prose_languages.swedish import LANGUAGE as SWEDISH
from auditor.notation.prose_languages.turkish import LANGUAGE as TURKISH
from auditor.notation.thresholds import (
    LETTERS_OF_A_WORD,
    PASSAGES_REMEMBERED,
    TELLING_PART,
    TELLING_WORDS,
    TEXTS_THAT_TELL,
)

__all__ = ["ENGLISH", "LANGUAGES", "Language", "language_of", "usual_language"]

LANGUAGES = (
    ENGLISH, GERMAN, FRENCH, SPANISH, PORTUGUESE, ITALIAN, DUTCH, KOREAN, CHINESE, SWEDISH, DANISH,
    FINNISH, POLISH, CZECH, TURKISH, INDONESIAN,
)  # fmt: skip
_WORD = deferred(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_PLAIN_WORD = deferred(r"[a-z]+(?:'[a-z]+)?")
"""The same in small letters of ASCII, which takes half the time."""
_HANGUL = deferred("[\uac00-\ud7a3]")
_KANA = deferred("[\u3041-\u30ff]")
_HAN = deferred("[\u4e00-\u9fff]")
_EASTERN = deferred("[\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")


def usual_language(texts: Iterable[str]) -> Language:
    """The language that most of the texts, of which the first are enough, are written in.

    Kana tell Japanese, which is read with English: a document that shows any has no Chinese.
    """
    found: Counter[str] = Counter()
    kana = False
    for text in islice(texts, TEXTS_THAT_TELL):
        kana = kana or (not text.isascii() and _KANA.search(text) is not None)
        for language, count in _words_told(text).items():
            found[language.name] += count
    usual = max(LANGUAGES, key=lambda each: found[each.name])
    return ENGLISH if found[usual.name] < TELLING_WORDS or (usual is CHINESE and kana) else usual


def language_of(text: str, usual: Language) -> Language:
    """The language of a text; the document's usual one where the text does not tell."""
    told = _told(text, usual)
    return usual if told is None or (told is CHINESE and usual is not CHINESE) else told


def _told(text: str, usual: Language) -> Language | None:
    """The language that letters or function words tell."""
    found = _words_told(text)
    most = max(found.values(), default=0)
    if most < TELLING_WORDS:
        return None
    if found.get(usual) == most:
        return usual
    best = [each for each, count in found.items() if count == most]
    return min(best, key=LANGUAGES.index)


@lru_cache(PASSAGES_REMEMBERED)
def _words_told(text: str) -> Mapping[Language, int]:
    """How many words of a text tell each language; by its letters, all of them."""
    if not text.isascii() and _EASTERN.search(text):
        for letters, language in ((_HANGUL, KOREAN), (_KANA, ENGLISH), (_HAN, CHINESE)):
            if letters.search(text):
                return {language: max(TELLING_WORDS, len(text) // LETTERS_OF_A_WORD)}
    part = text[:TELLING_PART]
    plain = part.isascii()
    words = _PLAIN_WORD.findall(part.lower()) if plain else map(str.lower, _WORD.findall(part))
    found: dict[int, int] = {}
    for telling in filter(None, map(_languages_by_word().get, words)):
        for at in telling:
            found[at] = found.get(at, 0) + 1
    return {LANGUAGES[at]: count for at, count in found.items()}


@cache
def _languages_by_word() -> Mapping[str, tuple[int, ...]]:
    """The languages, by their place among all, that each of their function words tells."""
    words = frozenset[str]().union(*(each.function_words for each in LANGUAGES))
    own = [(at, each.function_words) for at, each in enumerate(LANGUAGES)]
    return {word: tuple(at for at, told in own if word in told) for word in words}
