"""Named operands: labels that say which two rows they are the quotient of.

"Allowance / total loans", "Operating costs as % of revenue", "AISC per ounce sold". The rows are
found by their words: each of the operand's stands in the row's label, or is made of its initials.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from auditor.model.figure import REMEMBERED
from auditor.notation.deferred import deferred
from auditor.notation.vocabulary import normal

_IN_ONE_UNIT = deferred(
    r"(?:(?:the )?(?:ratio|proportion) of (?:the )?)?(?P<over>.{2,60}?)"
    r"(?: ?/ ?| to | over | divided by | (?:as )?(?:an? )?(?:%|per ?cent(?:age)?) (?:of|to) "
    r"| in (?:%|per ?cent) of )"
    r"(?:the )?(?P<under>[^/]{2,60}?)(?: (?:ratio|multiple|rate))?(?: ?\([^()]{1,30}\))?",
)
_LINKS = ("/", " to ", " of ", " over ", " by ", " per ")
"""What links two operands; sooner looked for than the whole pattern is tried."""
_PER_ONE = deferred(
    r"(?P<over>.{2,60}?) per (?P<under>[\w-]+(?: [\w-]+){0,2})(?: ?\([^()]{1,30}\))?"
)
_OF_ONE = deferred(
    r"(?P<a>.{2,60}?)[- ](?:ratio|rate|quote|anteil)|(?P<b>[^ ]{2,40})(?:quote|anteil)"
    r"|(?:ratio|rate|taux|tasa|índice|taxa|rácio|tasso|indice) "
    r"(?:of |of the |des? |du |de la |de l'|del |do |da |dos |das |di |dei )?(?P<c>.{2,60}?)"
    r"|(?P<d>[^\W\d_]{2,20})(?:比率|比例|占比|率|비율|률|율)"
)
"""A quotient that names its numerator only: "NPL ratio", "CET1-Quote", "taux de créances"."""
_RATIO_WORDS = (
    "ratio", "rate", "quote", "anteil", "taux", "tasa", "índice", "taxa", "rácio", "tasso",
    "indice", "率", "比例", "占比", "률", "율",
)  # fmt: skip
_WORDS = deferred(r"[^\W\d_]+")
_EMPTY = frozenset({"the", "of", "and", "for", "in", "total", "a", "an", "net"})
"""Words that an operand may leave out or add without naming another row."""

_UNITS = {
    "oz": "ounce", "koz": "ounce", "t": "tonne", "kt": "tonne", "mt": "tonne", "lb": "pound",
    "bbl": "barrel", "mbbl": "barrel", "l": "litre", "kg": "kilogram", "sqm": "metre",
}  # fmt: skip
"""Short names of units, with what a price is said to be per."""


class Operands(NamedTuple):
    """What a label divides by what; ``in_one_unit``: no power of ten may lie between."""

    over: str
    under: str
    in_one_unit: bool


@lru_cache(REMEMBERED)
def operands(label: str) -> Operands | None:
    """The operands that a label names, in normal form; None where it names none."""
    text = normal(label)
    if not any(link in text for link in _LINKS):
        return None
    if found := _IN_ONE_UNIT.fullmatch(text):
        return Operands(found["over"], found["under"], in_one_unit=True)
    if found := _PER_ONE.fullmatch(text):
        return Operands(found["over"], found["under"], in_one_unit=False)
    return None


@lru_cache(REMEMBERED)
def numerator(label: str) -> str:
    """What a label says that it states the ratio of, in normal form; "" where it names none."""
    text = normal(label)
    if not any(word in text for word in _RATIO_WORDS) or operands(label):
        return ""
    found = _OF_ONE.fullmatch(text.partition(" (")[0])
    return next((named for named in found.groups() if named), "") if found else ""


def rows_called(name: str, labels: Sequence[str]) -> list[int]:
    """The places of the rows that an operand means: those of its name, else of its words."""
    exact = [i for i, label in enumerate(labels) if label == name]
    if exact:
        return exact
    wanted = _own_words(name)
    plain = (i for i, label in enumerate(labels) if label and operands(label) is None)
    return [i for i in plain if wanted and wanted <= _words(labels[i])]


@lru_cache(REMEMBERED)
def _words(label: str) -> frozenset[str]:
    """The words of a label, the plural as the singular, with what their initials make."""
    initials = "".join(word[0] for word in _WORDS.findall(label))
    units = {_UNITS[word] for word in _WORDS.findall(label) if word in _UNITS}
    return _own_words(label) | units | {initials}


def _own_words(name: str) -> frozenset[str]:
    words = frozenset(_WORDS.findall(name)) - _EMPTY
    return frozenset(word.removesuffix("s") for word in words)
