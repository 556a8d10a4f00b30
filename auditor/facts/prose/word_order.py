"""Word order: the words that name a subject where verbs may stand in front of it or behind it."""

from __future__ import annotations

from collections.abc import Container

from auditor.facts.prose.surroundings import Surroundings
from auditor.facts.prose.wording import Wording
from auditor.facts.thresholds import WORDS_OF_AN_ADVERB


def subject_among(text: str, wording: Wording, around: Surroundings) -> str:
    """The subject among the words in front of a figure, verbs and fillers left aside.

    Verbs cut the words into pieces. A known concept is the subject where nothing but fillers
    stands before it, and behind it, past a verb, at most an adverb: "In Europe rose revenue" and
    "revenue rose in Europe" speak of a part of it. Else all words together name what is not known.
    """
    told = (_without_company(p, around.company) for p in wording.verb.split(text) if p)
    pieces = [p for piece in told if piece and (p := _of_concept(piece, wording, around))]
    pieces = [p for p in pieces if p and not wording.fillers.fullmatch(p)]
    if not pieces:
        return ""
    prepositions = {*wording.language.in_period, *wording.language.share_of}
    if around.known(pieces[0]) and all(_is_adverb(p, prepositions) for p in pieces[1:]):
        return pieces[0]
    return " ".join(pieces)


def _without_company(text: str, company: str) -> str:
    """The words behind those of the company's own name, which says no more than "we" does."""
    words, own = text.split(), company.split()
    while own and words and words[0].strip(",") in own:
        words = words[1:]
    return " ".join(words)


def _of_concept(text: str, wording: Wording, around: Surroundings) -> str:
    """The text trimmed, but for words that a concept's own name begins with: "당기순이익"."""
    whole = _without_tail(text, wording)
    return whole if around.known(whole) else trimmed(text, wording)


def trimmed(text: str, wording: Wording) -> str:
    """The text without the words around it that name nothing."""
    found = wording.trims[0].match(text)
    return _without_tail(text[found.end() :] if found else text, wording)


def _without_tail(text: str, wording: Wording) -> str:
    tail = wording.trims[1]
    while text and (end := tail.search(text, max(0, len(text) - 40))):
        text = text[: end.start()]
    return f"{text})" if text.count("(") > text.count(")") else text


def _is_adverb(piece: str, prepositions: Container[str]) -> bool:
    """Whether a piece is a word or two in small letters: "de nouveau", but not "en banca"."""
    words = piece.split()
    return piece == piece.lower() and (
        len(words) == 1 or (len(words) <= WORDS_OF_AN_ADVERB and words[0] not in prepositions)
    )
