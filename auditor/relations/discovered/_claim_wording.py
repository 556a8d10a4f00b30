"""Claims in words: how a sentence joins a change with the figures that it leads from and to."""

from __future__ import annotations

import re

from auditor.notation.deferred import deferred, sought

_BACK = r"\b(?:from|compared\s+(?:to|with)|versus|vs\.?|as\s+against)\s+(?:approximately\s+)?"
_JOINS = r"(?:,|\(|or|by|and)\s*+"
_LINK = rf"(?:\s*+{_JOINS}(?:{_JOINS}){{0,2}})?"
STEPS = {
    "or": deferred(rf"{_LINK}"),
    "to": deferred(
        r"(?:(?![.;:]\s).){0,70}?(?<!addition )\b(?:to|at)\s+(?:approximately\s+)?", re.DOTALL
    ),
    "from": deferred(rf"(?:(?![.;:]\s).){{0,90}}?{_BACK}", re.DOTALL | re.IGNORECASE),
    "by": deferred(
        r"(?:(?![.;:]\s).){0,70}?(?:,|\(|[-–—])\s*(?:(?:or|up|down|an?|representing|which|is|was)\s+)*"
        r"(?:(?:increase|decrease|growth|decline|gain|rise|improvement|reduction)d?\s+)?(?:of\s+|by\s+)?",
        re.DOTALL | re.IGNORECASE,
    ),
    "is up": deferred(
        r"\s+(?:(?:was|were|is|are|has|have|had)\s+)?(?:up|down|increased|decreased|grew|grown|rose"
        r"|risen|fell|fallen|declined)\s+(?:by\s+)?(?:approximately\s+)?",
        re.IGNORECASE,
    ),
    "over": deferred(
        r",?(?:(?![.;:]\s)[^\d,;]){0,40}?"
        rf"(?:{_BACK}|\b(?:over|on|than)\s+)(?:the\s+|our\s+)?",
        re.DOTALL | re.IGNORECASE,
    ),
    "増の": deferred(r"\s*(?:の)?(?:増|減)\w{0,4}?[のと、]?[^\d。]{0,6}"),
    "前年": deferred(r"[^\d。]{0,12}(?:前年|前期|前第)(?:(?![比かよ])[^\d。]){0,14}"),
    "から": deferred(r"\s*(?:から|に(?:対し|比べ)て?、?)[^\d。]{0,8}"),
}
"""What may stand between one figure of a claim and the next, by what it leads to."""
FORMS = (
    (("change", "later", "earlier"), ("to", "from")),
    (("change", "earlier", "later"), ("from", "to")),
    (("later", "earlier", "change"), ("from", "by")),
    (("earlier", "later", "change"), ("to", "by")),
    (("later", "change", "earlier"), ("by", "over")),
    (("later", "change", "earlier"), ("is up", "over")),
    (("change", "later", "earlier"), ("増の", "前年")),
    (("earlier", "change", "later"), ("から", "増の")),
)
"""The order in which a claim may print its figures, with what leads from each to the next."""
_MOVES = (
    r"\b(?:(?P<up>increas\w*|r[io]se[ns]?|rising|grew|grow\w*|up|gain\w*|higher|improv\w*|climb\w*"
    r"|expand\w*|widen\w*|advanc\w*|jump\w*|surg\w*|soar\w*|strengthen\w*)"
    r"|(?P<down>decreas\w*|declin\w*|f[ae]ll\w*|fell|down|dropp?\w*|lower\w*|reduc\w*|contract(?:ed|s)|narrow\w*"
    r"|slip\w*|shr[aiu]nk\w*|compress\w*|dipp?ed|weaken\w*|tumbl\w*|plung\w*))\b"
    r"|(?P<zou>増)|(?P<gen>減)"
)
DIRECTION = deferred(_MOVES, re.IGNORECASE)
FOLLOWS = deferred(rf"\s*(?:{_MOVES})", re.IGNORECASE)
RESTATED = sought(
    r"constant[\s-]+(?:currency|exchange)|organic|like[\s-]for[\s-]like|pro[\s-]forma|annuali[sz]ed"
    r"|excluding|adjusted\s+for|comparable|CAGR|compound",
    "constant", "organic", "like", "forma", "annuali", "excluding", "adjusted", "comparable",
    "cagr", "compound",
)  # fmt: skip
LEADS_TO_AN_AMOUNT = deferred(
    r"\b(?:from|to|at|with)\s+(?:approximately\s+|about\s+)?\Z", re.IGNORECASE
)
SENTENCE_END = deferred(r"(?<=[.!?;])\s+(?=[A-Z(\"“])|(?<=。)")
