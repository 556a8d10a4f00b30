"""Names of balances: which lines open and close a roll-forward, and which take away from it."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from auditor.model.figure import REMEMBERED
from auditor.notation.deferred import deferred
from auditor.notation.vocabulary import normal

_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    r"|januar|februar|märz|mai|juni|juli|oktober|dezember"
    r"|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre"
    r"|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)"
)
_DATE = deferred(
    rf"\b(?:{_MONTHS}\b\.? ?(?:\d{{1,2}}\b)?(?: ?, ?)?(?:(?:19|20)\d\d\b)?"
    rf"|\d{{1,2}}(?:er|\.)? (?:de )?{_MONTHS}\b\.?(?: (?:de )?(?:19|20)\d\d\b)?"
    r"|\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d\b|(?:19|20)\d\d-\d\d-\d\d\b"
    r"|(?:19|20)\d\d\b)"
    r"|(?:19|20)\d\d年(?:度|\d{1,2}月(?:\d{1,2}日|期)?)?",
    re.IGNORECASE,
)
_OPENS = deferred(
    r"\b(?:beginning|start|opening|brought forward)\b|期首|前期末|\banfang\b|anfangsbestand"
    r"|\b(?:à l'ouverture|d'ouverture|début)\b|\b(?:inicial|inicio|apertura)\b",
    re.IGNORECASE,
)
_CLOSES = deferred(
    r"\b(?:end|ending|closing|carried forward)\b|期末|\bende\b|endbestand"
    r"|\b(?:à la clôture|de clôture|fin)\b|\b(?:final|cierre)\b",
    re.IGNORECASE,
)
_LEVEL = deferred(
    r"\b(?:balances?|outstanding|non-?vested|unvested|restricted|reserves?|liability|allowance"
    r"|deficit|equity|stand|bestand|solde|saldos?|backlog|stores)\b|残高",
    re.IGNORECASE,
)
_TAKES = deferred(
    r"\b(?:forfeit\w*|exercis\w*|vested|released|expired?|expirations?|cancel\w*|redeem\w*"
    r"|redemptions?|repurchas\w*|retire\w*|clos(?:ed|ures?|ings?)|sold|dispos\w*|settle\w*|paid"
    r"|payments?|repa\w+|charge-?offs?|charged off|write-?offs?|written off|deduct\w*|reductions?"
    r"|decreases?|us(?:ed|age)|utili[sz]\w*|withdraw\w*|lapse\w*|matur\w+|distributions?|dividends?"
    r"|less|abgang|abgänge|verbrauch|auflösung|sorties|reprises|bajas)\b|減少|取崩|支払|償却",
    re.IGNORECASE,
)
_ADDS_UP = deferred(
    r"\b(?:sub)?-?total\b|^net\b.*\b(?:change|comprehensive|activity)\b|comprehensive|合計|総計|小計|計\Z",
    re.IGNORECASE,
)
_FILLERS = deferred(
    r"\b(?:as|at|of|on|the|for|year|years|period|quarter|fiscal|am|au|al)\b|[,.:;()当-]"
)
_SPACES = deferred(r"\s+")


class End(Enum):
    """Which end of a roll-forward a balance stands at."""

    OPENING = auto()
    CLOSING = auto()
    EITHER = auto()  # told by its date only


class BalanceName(NamedTuple):
    """A balance: of what, and which end it is; ``is_level`` where words say that it is one."""

    of: str
    end: End
    is_level: bool


@lru_cache(REMEMBERED)
def balance_name(label: str) -> BalanceName | None:
    """What a line's label says of a balance; None where it names none."""
    text = normal(label)
    if opens := _OPENS.search(text):
        return BalanceName(_stem(text, opens), End.OPENING, True)
    if closes := _CLOSES.search(text):
        return BalanceName(_stem(text, closes), End.CLOSING, True)
    if _DATE.search(text) and (of := _stem(text, None)):
        return BalanceName(of, End.EITHER, _LEVEL.search(text) is not None)
    return None


def takes_away(label: str) -> bool:
    """Whether a movement's name says that it lessens the balance."""
    return _TAKES.search(label) is not None


def adds_movements_up(label: str) -> bool:
    """Whether a line among movements may be the sum of those above it, by its name."""
    return _ADDS_UP.search(normal(label)) is not None


def _stem(text: str, end: re.Match[str] | None) -> str:
    """What the balance is of: the label without its date and the word for its end."""
    kept = text if end is None else text[: end.start()] + " " + text[end.end() :]
    return _SPACES.sub(" ", _FILLERS.sub(" ", _DATE.sub(" ", kept))).strip()
