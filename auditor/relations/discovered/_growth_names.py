"""Names of rows of growth, and of the rows that they are the growth of."""

from __future__ import annotations

import re

from auditor.notation.deferred import deferred
from auditor.notation.vocabulary import normal

_YEARS = (
    r"(?:yoy|y/y|y-o-y|year[- ](?:over|on)[- ]year|annual"
    r"|(?:vs\.?|versus|over|on|from|since) (?:the )?(?:prior|previous|last|preceding) year)"
)
_BARE = deferred(
    r"(?:percent(?:age)?|per cent|%) ?(?:of )?"
    r"(?:change|increase|decrease|growth|var(?:iance|\.)?|chg\.?)"
    r"(?: ?\(?(?:decrease|decline)\)?)?"
    rf"|{_YEARS}(?: (?:change|growth|increase|rate))*"
    rf"|(?:change|growth|increase|variance)(?: rate)?(?:,? {_YEARS})?"
    r"|growth rate|rate of (?:growth|change|increase)|increase \(decrease\)"
    r"|(?:対?前[年期]度?(?:同期)?比?)?(?:増減|増加|成長|伸び)率"
    r"|(?:同比)?(?:增长|增減|增减|变动|變動|成長)(?:率|幅度)?|同比"
    r"|(?:전년 ?(?:동기)? ?대비 ?)?(?:증감|증가|성장)[률율]"
    r"|(?:jährliche |prozentuale )?(?:veränderung|wachstum|wachstumsrate|zuwachs)"
    r"(?: (?:zum|ggü\.?|gegenüber(?: dem)?) vorjahr)?"
    r"|(?:taux de )?(?:variation|évolution|croissance)(?: annuelle)?"
    r"|(?:tasa de )?(?:variación|crecimiento|incremento)(?: (?:anual|interanual))?"
    r"|(?:taxa de )?(?:variação|crescimento)(?: anual)?"
    r"|(?:variazione|crescita)(?: annua)?|groei|mutatie",
    re.IGNORECASE,
)
_IN_PER_CENT = deferred(
    r",? ?(?:\bin |\ben |\bem )?[(（\[]?(?:in |en |em )?"
    r"(?:[%％]|percent|per cent|prozent)[)）\]]?\Z"
    r"|\A[%％] "
)
_AFTER = deferred(
    rf"(?:'s)? (?:{_YEARS} )?(?:growth|growth rate|increase)(?: rate)?(?:,? {_YEARS})?\Z"
    r"|s?(?:wachstum|veränderung|zuwachs)\Z"
    r"|(?:の)?(?:増減|増加|成長|伸び)率\Z"
    r"|(?:同比)?(?:增长|增减|变动|成長)(?:率|幅度)\Z|同比(?:增长|增减)\Z"
    r"| ?(?:증감|증가|성장)[률율]\Z"
)
_BEFORE = deferred(
    r"\A(?:growth|change|increase|wachstum|veränderung|(?:taux de )?(?:croissance|variation)"
    r"|(?:tasa de )?(?:crecimiento|variación)|(?:taxa de )?(?:crescimento|variação)|crescita)"
    r" (?:in |of |de la |de las |de los |del |de |du |des |d'|da |das |do |dos |dei |der )"
    r"(?:the |l')?",
)


def growth_of(label: str) -> str | None:
    """What a row's label says that it states the growth of, in normal form.

    "" where it says growth alone, as a row does beneath its amounts; None where it names none.
    """
    form = _IN_PER_CENT.sub("", normal(label)).strip()
    if _BARE.fullmatch(form):
        return ""
    after = _AFTER.search(form)
    if after and after.start():
        return form[: after.start()]
    before = _BEFORE.match(form)
    return form[before.end() :] or None if before else None
