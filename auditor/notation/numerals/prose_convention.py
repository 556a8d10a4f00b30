"""Convention of prose: how a document's running text writes its numbers, decided once.

All its numbers are asked which mark can only open decimals; where they do not tell, the language
of its words does. A passage in a convention of its own language is read in the canonical one,
commas between thousands and a decimal point, by marks that are swapped one for one, so that every
offset and the printed text stay true.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from auditor.model.figure import DECIMAL_POINTS, NumeralConvention
from auditor.notation.deferred import deferred
from auditor.notation.prose_languages import ENGLISH, Language, language_of
from auditor.notation.thresholds import FEWEST_FOREIGN_COMMAS

_SPACE = r"[ \u00a0\u2007\u2009\u202f]"
_ONLY_COMMA = deferred(
    rf"(?<![0-9.,])(?:[0-9]{{1,3}}(?:(?:\.|{_SPACE}|['’´ʼ])[0-9]{{3}}){{1,6}},[0-9]{{1,9}}"
    r"|[0-9]{1,3}(?:\.[0-9]{3}){2,6}|[0-9]{1,12},[0-9]{1,2})(?![0-9]|[.,][0-9])"
)
_ONLY_POINT = deferred(
    r"(?<![0-9.,])(?:[0-9]{1,3}(?:[,'’´ʼ][0-9]{3}){1,6}\.[0-9]{1,9}|[0-9]{1,3}(?:,[0-9]{3}){2,6}"
    r"|[0-9]{1,12}\.[0-9]{1,2}(?=[ ]?[%$€£]|[ ](?:[mb]illion|per)))(?![0-9]|[.,][0-9])"
)
_MAY_GROUP = deferred(r"(?<![0-9.,])[0-9]{1,3},[0-9]{3}(?![0-9]|[.,][0-9])")
_SPACED = deferred(rf"(?<![0-9.,])[1-9][0-9]{{0,2}}(?:{_SPACE}[0-9]{{3}}){{1,6}}(?![0-9])")
_SPACED_FOR_SURE = deferred(
    rf"(?<![0-9.,])[1-9][0-9]{{0,2}}(?:{_SPACE}[0-9]{{3}}){{1,6}}"
    rf"(?:,[0-9]{{1,2}}(?![0-9])|{_SPACE}(?:milhares|milhões|milliers|millions|miles|millones"
    r"|Tausend|Mio|Mrd|TEUR|k€|M€|€|euros?)(?!\w))"
)
"""With decimals behind it, or a word that one number alone stands in front of."""
_SPACED_ALONE = deferred(rf"[-−–(]?[1-9][0-9]{{0,2}}(?:{_SPACE}[0-9]{{3}}){{1,6}}\)?")
_COMMA_NUMBER = deferred(
    r"(?<![0-9.,])(?:[0-9]{1,3}(?:\.[0-9]{3}){1,6}(?:,[0-9]{1,12})?|[0-9]{1,21},[0-9]{1,12}"
    r"|[0-9]{1,3}(?:'[0-9]{3}){1,6},[0-9]{1,12})(?![0-9]|[.,][0-9])"
)
_SWISS = deferred(r"(?<=[0-9])[’´ʼ‘`](?=[0-9]{3}(?![0-9]))")
_MARK_WITHIN = deferred(r"[0-9][.,][0-9]")
"""What each number has that tells which mark opens decimals; most sentences have none."""
_ELIDED = deferred(r"(?<=[A-Za-z])['’](?=[0-9])")
"""As in "dell'11 %"."""
_SWAPPED = str.maketrans(".,", ",.")
_JOINED = deferred(_SPACE)


class ProseConvention(NamedTuple):
    """How a passage writes numbers, and the language whose words stand around them."""

    language: Language = ENGLISH
    decimal_comma: bool = False
    groups_by_spaces: bool = False

    def of(self, text: str) -> ProseConvention:
        """The convention of one passage: in another language than the document's, its own."""
        language = language_of(text, self.language)
        if language is self.language:
            return self
        return convention_of((text,), language)

    @property
    def of_figures(self) -> NumeralConvention:
        """The marks that its figures are printed with."""
        if not self.decimal_comma:
            return DECIMAL_POINTS
        return NumeralConvention(",", " " if self.groups_by_spaces else ".")

    def canonical(self, text: str) -> str:
        """The text, as long as it was, with numbers as they are written in English."""
        if not text.isascii():
            text = _SWISS.sub("'", text)
        if self.language is not ENGLISH:
            text = _ELIDED.sub(" ", text)
        if self.groups_by_spaces:
            text = _SPACED.sub(lambda m: _JOINED.sub("'", m[0]), text)
        if self.decimal_comma:
            text = _COMMA_NUMBER.sub(lambda m: m[0].translate(_SWAPPED), text)
        return text


ENGLISH_CONVENTION = ProseConvention()
"""That of a text of which nothing is known."""


class Told(NamedTuple):
    """How many numbers of some texts tell which mark opens decimals, and which may be groups."""

    commas: int = 0
    points: int = 0
    may_group: int = 0
    spaced: int = 0


def convention_of(texts: Iterable[str], language: Language) -> ProseConvention:
    """The convention that the numbers of all texts, and then their language, tell."""
    return _convention(_told(texts), language)


def convention_within(
    prose: Iterable[str], texts: Iterable[str], language: Language
) -> ProseConvention:
    """The same of prose: by its own numbers, and by those of all texts where its own tell nothing.

    The cells of a workbook are shown as the program that opens it writes numbers, sentences in it
    stay as they were typed.
    """
    own, of_all = _told(prose), _told(texts)
    if own.commas or own.points:
        return _convention(own._replace(spaced=own.spaced + of_all.spaced), language)
    return _convention(of_all, language)


def _told(texts: Iterable[str]) -> Told:
    commas = points = may_group = spaced = 0
    for text in texts:
        if "," not in text and "." not in text:
            spaced += _SPACED_ALONE.fullmatch(text) is not None  # a cell of a table
            continue
        if _MARK_WITHIN.search(text) is None:
            continue
        points += len(_ONLY_POINT.findall(text))
        commas += len(_ONLY_COMMA.findall(text))
        if "," in text:
            may_group += len(_MAY_GROUP.findall(text))
            spaced += len(_SPACED_FOR_SURE.findall(text))
    return Told(commas, points, may_group, spaced)


def _convention(told: Told, language: Language) -> ProseConvention:
    if language.decimal_comma:
        decimal_comma = told.commas >= told.points
    else:
        enough = told.commas >= FEWEST_FOREIGN_COMMAS
        decimal_comma = enough and not (told.points or told.may_group)
    by_spaces = decimal_comma and (language.groups_by_spaces or told.spaced > 0)
    return ProseConvention(language, decimal_comma, by_spaces)
