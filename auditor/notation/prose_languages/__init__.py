"""Languages: which one a text is written in, of those whose words are known."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import islice

from auditor.notation.prose_languages.chinese import LANGUAGE as CHINESE
from auditor.notation.prose_languages.dutch import LANGUAGE as DUTCH
from auditor.notation.prose_languages.english import LANGUAGE as ENGLISH
from auditor.notation.prose_languages.french import LANGUAGE as FRENCH
from auditor.notation.prose_languages.german import LANGUAGE as GERMAN
from auditor.notation.prose_languages.italian import LANGUAGE as ITALIAN
from auditor.notation.prose_languages.korean import LANGUAGE as KOREAN
from auditor.notation.prose_languages.language import Language
from auditor.notation.prose_languages.portuguese import LANGUAGE as PORTUGUESE
from auditor.notation.prose_languages.spanish import LANGUAGE as SPANISH
from auditor.notation.thresholds import TELLING_PART, TELLING_WORDS, TEXTS_THAT_TELL

__all__ = ["ENGLISH", "LANGUAGES", "Language", "language_of", "usual_language"]

LANGUAGES = (
    ENGLISH, GERMAN, FRENCH, SPANISH, PORTUGUESE, ITALIAN, DUTCH, KOREAN, CHINESE,
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_KANA = re.compile("[\u3041-\u30ff]")
_HAN = re.compile("[\u4e00-\u9fff]")


def usual_language(texts: Iterable[str]) -> Language:
    """The language that most of the texts, of which the first are enough, are written in.

    Kana tell Japanese, which is read with English: a document that shows any has no Chinese.
    """
    found: Counter[Language] = Counter()
    kana = False
    for text in islice(texts, TEXTS_THAT_TELL):
        kana = kana or _KANA.search(text) is not None
        told = _told(text, ENGLISH)
        found[told or ENGLISH] += len(text) if told else 0
    usual = max(LANGUAGES, key=lambda each: found[each])
    return ENGLISH if usual is CHINESE and kana else usual


def language_of(text: str, usual: Language) -> Language:
    """The language of a text; the document's usual one where the text does not tell."""
    told = _told(text, usual)
    return usual if told is None or (told is CHINESE and usual is not CHINESE) else told


def _told(text: str, usual: Language) -> Language | None:
    """The language that letters or function words tell."""
    if not text.isascii():
        if _HANGUL.search(text):
            return KOREAN
        if _KANA.search(text):
            return ENGLISH
        if _HAN.search(text):
            return CHINESE
    words = Counter(word.lower() for word in _WORD.findall(text[:TELLING_PART]))
    told = {each: sum(words[w] for w in each.function_words) for each in LANGUAGES}
    best = max(LANGUAGES, key=lambda each: (told[each], each is usual))
    return best if told[best] >= TELLING_WORDS else None
