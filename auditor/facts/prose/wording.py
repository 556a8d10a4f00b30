"""Wording: what the words of a language around a figure look like, as patterns made from its data.

English and Japanese, which releases mix, have patterns of their own; every other language has them
from its lists of words.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from auditor.notation.deferred import deferred
from auditor.notation.month_names import FOREIGN
from auditor.notation.prose_languages import ENGLISH, LANGUAGES, Language
from auditor.notation.prose_languages.language import Words, any_of, whole

UP = (
    r"increas\w*|r[io]se[ns]?|grew|grow\w*|up|improv\w*|gained|higher|climb\w*|expanded|widened"
    r"|advanced|jumped|surged|soared|strengthened|増\w?"
)
DOWN = (
    r"decreas\w*|declin\w*|f[ae]ll\w*|down|dropp?\w*|lower\w*|deteriorat\w*|contracted|narrowed"
    r"|slipped|shrank|減\w?"
)


class Wording(NamedTuple):
    """The patterns by which a sentence of one language is read.

    ``direction`` finds words that move a figure, ``direction_after`` those right behind it;
    ``base``, ``arrives``, ``about`` and ``bound`` end where the figure begins, ``period_after``,
    ``after_base``, ``about_after`` and ``bound_after`` begin where it ends. ``noun_before`` is "an
    increase of", which leads to no base. ``trims`` are the words that name no subject, in front of
    one and behind it. ``base_in_brackets`` ends where "above the year before (" does, ``levels``
    where an amount begins that stands somewhere, ``states`` find verbs that move nothing.
    ``shares`` end where a figure begins that is a share, ``share_of`` lead from it to what it is
    of. ``whole_year`` says that a sentence is about a year, whatever its parts around it.
    """

    language: Language
    direction: re.Pattern[str]
    direction_after: re.Pattern[str]
    base: re.Pattern[str]
    noun_before: re.Pattern[str]
    after_base: re.Pattern[str]
    arrives: re.Pattern[str]
    period_after: re.Pattern[str]
    clause: re.Pattern[str]
    verb: re.Pattern[str]
    fillers: re.Pattern[str]
    cue: re.Pattern[str]
    year_before: re.Pattern[str]
    about: re.Pattern[str]
    bound: re.Pattern[str]
    about_after: re.Pattern[str]
    bound_after: re.Pattern[str]
    part_of_year: re.Pattern[str]
    sentence_end: re.Pattern[str]
    trims: tuple[re.Pattern[str], re.Pattern[str]]
    leads_to_amounts: re.Pattern[str] = re.compile(r"(?!)")
    then_arrives: re.Pattern[str] = re.compile(r"(?!)")
    base_in_brackets: re.Pattern[str] = re.compile(r"(?!)")
    levels: re.Pattern[str] = re.compile(r"(?!)")
    states: re.Pattern[str] = re.compile(r"(?!)")
    shares: re.Pattern[str] = re.compile(r"(?!)")
    share_of: re.Pattern[str] = re.compile(r"(?!)")
    whole_year: re.Pattern[str] = re.compile(r"(?!)")

    @property
    def is_english(self) -> bool:
        """Whether subjects, bases and comparisons are found by English word order."""
        return self.language is ENGLISH


@lru_cache(maxsize=len(LANGUAGES))
def wording_of(language: Language) -> Wording:
    """The patterns of a language."""
    return _english() if language is ENGLISH else _from_words(language)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_NOTHING = re.compile(r"(?!)")
_OPENS_GERMAN = (
    "Der|Die|Das|Den|Dem|Des|Im|In|Am|An|Auf|Aus|Bei|Beim|Mit|Nach|Von|Vom|Zum|Zur|Für|Gegenüber"
    "|Dies|Diese|Dieser|Dabei|Damit|Davon|Daraus|Darin|Zudem|Ferner|Insgesamt|Es|Er|Sie|Wir|Unser"
    "|Unsere|Ein|Eine|Während|Trotz|Aufgrund|Infolge|Dank|Durch|Ohne|Per|Als|Auch"
)
"""Words with a capital behind "5 Mio." that open a sentence, as no noun does."""
_CALLED_BY_ORDINALS = "|".join(
    ("Quartal", "Halbjahr", "Semester", "Geschäftsjahr", *(n.capitalize() for n in FOREIGN))
)
"""What stands behind an ordinal with its point: "im 4. Quartal", "am 31. Dezember"."""
_SENTENCE_END = deferred(
    r"(?<=[.!?])(?<!ca\.)(?<!Vj\.)(?:(?<!Mio\.)(?<!Mrd\.)(?<!Tsd\.)(?<!mln\.)(?<!mld\.)"
    rf"|(?=\s{{1,3}}(?:{_OPENS_GERMAN})\s))"
    rf"(?!(?<=\d\.)\s{{1,3}}(?:{_CALLED_BY_ORDINALS})\b)"
    r"\s+(?=[A-ZÀ-ÖØ-Þ(\"“\uac00-\ud7a3])|(?<=[;；])\s*|(?<=。)|(?<=[다요]\.)\s+(?=[0-9])"
)
_OPENS_ENGLISH = (
    "The|In|For|Our|We|This|These|Those|That|As|At|On|During|It|Its|They|Their|However|Additionally"
    "|Also|While|Although|If|There|Such|Other|Under|From|By|To|A|An|Net|Total|Revenues?|Sales|Gross"
    "|Operating|Income|Profit|Earnings|Cash|Cost|Costs|Interest|Diluted|Basic|Excluding|Including"
)
"""Words that open a sentence behind "in the U.S." as no name goes on."""
_SENTENCE_ENDS_IN_ENGLISH = deferred(
    r"(?<=[.!?])(?:(?<!U\.S\.)(?<!U\.K\.)(?<!E\.U\.)"
    rf"|(?=\s{{1,3}}(?:{_OPENS_ENGLISH})\b))\s+(?=[A-Z\"“])"
    r"|(?<=[.!?])(?<!Inc\.)(?<!Ltd\.)(?<!Corp\.)(?<!Co\.)\s+(?=\()|(?<=。)"
)
_ARTICLE = {"french": r"(?:les?|la|l['’]|des?|du)\s?", "german": r"(?:de[rmn]|die|das)\s"}


def _english() -> Wording:
    return Wording(
        ENGLISH,
        _compiled(rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\b"),
        _compiled(
            r"\s*(?:(?P<up>increase|growth|rise|gain|増)|(?P<down>decrease|decline|fall|drop|減))"
        ),
        _compiled(
            r"\b(?:from|than|versus|vs\.?|against|over|compared\s+(?:to|with))\s+(?:the\s+)?\Z"
        ),
        _NOTHING,
        _NOTHING,
        _compiled(r"\b(?:to|at)\s+(?:the\s+level\s+of\s+)?\Z"),
        _compiled(r"\s+(?:in|for|during|of|as\s+of|at|on)\s+(?:the\s+)?"),
        _compiled(r"\b(?:due|because|reflecting|mainly|primarily|offset)\b"),
        _compiled(
            r"\b(?:was|were|is|are|has|have|amount\w*|total(?:l?ed)|reach\w*|came|represent\w*"
            rf"|{UP}|{DOWN})\b|[:：]"
        ),
        _compiled(
            r"(?:(?:and|or|by|to|an?|the|of|at|also|about|approximately|some|it|this|total|for|in|as)"
            r"\b\W*)*"
        ),
        _compiled(
            r"\b(?:compared\s+(?:to|with)|from|versus|vs\.?|over|than|against)\s+"
            r"(?:(?:in|for|during)\s+)?(?:the\s+|that\s+of\s+)?"
        ),
        _compiled(
            r"year[\s-]over[\s-]year|year[\s-]on[\s-]year|\by/y\b|\byoy\b|a\s+year\s+(?:ago|earlier)"
            r"|(?:same|corresponding)\s+(?:period|quarter)\s+(?:of|in|a)\s+(?:the\s+)?(?:prior|previous|last)"
            r"\s+(?:fiscal\s+)?year|prior[\s-]year\s+(?:period|quarter)|前年同期比|前年同期"
        ),
        _ends_with(ENGLISH, ENGLISH.about),
        _ends_with(ENGLISH, ENGLISH.bound),
        _compiled(r"[ ]?(?:程度|前後)"),
        _compiled(r"[ ]?(?:以上|以下|未満|超|弱|強|[ ]or (?:more|less)\b)"),
        _NOTHING,
        _SENTENCE_ENDS_IN_ENGLISH,
        (_NOTHING, _NOTHING),
    )


def _from_words(of: Language) -> Wording:
    up, down = whole(of, of.up), whole(of, of.down)
    gap = r"\s{0,3}" if not of.has_blanks else r"\s{1,3}"
    article = f"(?:{_ARTICLE[of.name]})?" if of.name in _ARTICLE else ""
    stop = "" if not of.has_blanks else r"(?!\w)"
    names = rf"(?!{any_of(of.no_moves)}){whole(of, (*of.states, *of.up, *of.down))}"
    return Wording(
        of,
        _compiled(rf"(?!{any_of(of.no_moves)})(?:(?P<up>{up})|(?P<down>{down}))"),
        _compiled(
            rf"\s{{0,3}}(?:(?P<up>{any_of(of.up_after)})|(?P<down>{any_of(of.down_after)})){stop}"
        ),
        _compiled(
            rf"(?:{_start(of)}(?:{any_of(of.base)}){gap}|[(（]\s?(?:{any_of(of.base)}){gap}){article}\Z"
        ),
        _compiled(rf"(?:{whole(of, of.change_nouns)}){gap}(?:{any_of(of.base)}){gap}\Z"),
        _compiled(rf"[^\S\n]{{0,2}}(?:{any_of(of.after_base)}){stop}"),
        _compiled(rf"{_start(of)}(?:{any_of(of.arrives)}){gap}{article}\Z"),
        _compiled(
            rf"\s{{1,3}}(?:{any_of(of.in_period)}){gap}" if of.in_period else r"\s{0,3}[(（]?"
        ),
        _compiled(whole(of, of.causes)),
        _compiled(rf"{names}|[:：]"),
        _compiled(rf"(?:[\W_]*+(?>{whole(of, of.fillers)}))*+[\W_]*+"),
        _compiled(rf"{_start(of)}(?:{any_of(of.base)}){gap}{article}"),
        _compiled(whole(of, of.year_before)),
        _ends_with(of, of.about),
        _ends_with(of, of.bound),
        _compiled(rf"\s?(?:{any_of(of.about_after)}){stop}"),
        _compiled(rf"\s?(?:{any_of(of.bound_after)}){stop}"),
        _compiled(any_of(of.part_of_year)),
        _SENTENCE_END,
        _trims(of),
        _compiled(rf"{_start(of)}(?:{any_of(of.leads_to_amounts)}){gap}\Z"),
        _compiled(rf"[^.;\d]{{0,30}}{whole(of, of.arrives)}\s"),
        _compiled(rf"{_start(of)}(?:{any_of(of.year_before)})\s?[(（]\s?\Z"),
        _compiled(rf"{_start(of)}(?:{any_of(of.levels)}){gap}\Z"),
        _compiled(whole(of, of.states)),
        _compiled(rf"{whole(of, of.shares)}(?:\s{{1,3}}{whole(of, of.fillers)}){{0,3}}\s{{0,3}}\Z"),
        _compiled(rf"\s{{0,3}}(?:{any_of(of.share_of)})(?:(?<=['’])|\s{{1,3}})"),
        _compiled(any_of(of.whole_year)),
    )


def led_by_comparison(text: str, start: int) -> bool:
    """Whether a percentage stands in a text, and words right before an offset compare with it."""
    before = text[max(0, start - LONGEST_COMPARISON) : start]
    return _PER_CENT.search(text, 0, start) is not None and bool(_comparing().search(before))


LONGEST_COMPARISON = 40
"""Characters in front of a time in which words may compare with it. By judgement: four words."""
_PER_CENT = deferred(r"[0-9][ \u00a0\u202f]?[%％]")


@lru_cache(maxsize=1)
def _comparing() -> re.Pattern[str]:
    """The words of every language that lead to what is compared with."""
    words = tuple(word for each in LANGUAGES for word in each.base if each.has_blanks)
    english = r"than|versus|vs\.?|over|against|above|below|compared\s(?:to|with)"
    return _compiled(rf"(?<!\w)(?:{any_of(words)}|{english})\s{{1,3}}(?:the\s)?\Z")


def _start(of: Language) -> str:
    return r"(?<!\w)" if of.has_blanks else ""


def _ends_with(of: Language, words: Words) -> re.Pattern[str]:
    """One of the wordings in front of a figure."""
    return _compiled(rf"{_start(of)}(?:{any_of(words)})\s{{0,3}}\Z")


def _trims(of: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The words in front of a subject, and the last one behind it; each takes linear time."""
    lead = any_of((*of.lead, *of.fillers)) if of.has_blanks else any_of(of.lead)
    if not of.has_blanks:
        particle = any_of(of.particles)
        return (
            _compiled(rf"(?:[\W_]*+(?>{lead}))*+[\W_]*+"),
            _compiled(rf"(?:{particle})[\W_]{{0,9}}\Z|[\W_]{{1,9}}\Z"),
        )
    return (
        _compiled(rf"(?:[\W_]*+(?>(?<!\w)(?:{lead})(?![\w'’])))*+[\W_]*+(?:[ld]['’])?"),
        _compiled(rf"(?<!\w)(?:{any_of(of.fillers)})[\W_]{{0,9}}\Z|[\W_]{{1,9}}\Z"),
    )
