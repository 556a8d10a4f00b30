"""Languages: the small words by which one tells what marks the numbers of a text are written with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_COMMAS = frozenset(
    "und der die das des für zum mit aus von im nicht "  # German
    "et les des du aux pour dans sur en le la "  # French
    "de los las del y por el para "  # Spanish
    "di della dei delle per gli il al "  # Italian
    "da do dos das em ao "  # Portuguese
    "het van een voor op te "  # Dutch
    "och av för till ett på "  # Swedish
    "og af til på fra "  # Danish, Norwegian
    "ja sekä oyj tuhatta euroa "  # Finnish
    "oraz w na z roku "  # Polish
    "dan yang untuk ve ile için".split()  # Indonesian, Turkish
)
_POINTS = frozenset(
    "the of and in to for from as at by is are other total net year ended income other".split()
)
_WORD = re.compile(r"[^\W\d_]+")


def writes_decimal_commas(texts: Iterable[str]) -> bool:
    """Whether the words of these texts are mostly of languages that open decimals with a comma."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(word.lower() for word in _WORD.findall(text))
    commas = sum(counts[word] for word in _COMMAS)
    return commas > 2 * sum(counts[word] for word in _POINTS)
