"""Languages: by their small words, whether a text writes its numbers with decimal commas."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_WITH_COMMAS = {
    "German": "und der die das des für zum mit aus von im nicht",
    "French": "et les des du aux pour dans sur en le la",
    "Spanish": "de los las del y por el para",
    "Italian": "di della dei delle per gli il al",
    "Portuguese": "da do dos das em ao",
    "Dutch": "het van een voor op te",
    "Swedish": "och av för till ett på",
    "Danish, Norwegian": "og af til fra",
    "Finnish": "ja sekä oyj tuhatta euroa",
    "Polish": "oraz w na z roku",
    "Turkish, Indonesian": "ve ile için dan yang untuk",
}
_WITH_POINTS = {
    "English": "the of and in to for from as at by is are other total net year ended income",
}
_WORD = re.compile(r"[^\W\d_]+")


def writes_decimal_commas(texts: Iterable[str]) -> bool:
    """Whether the words of these texts are mostly of languages that open decimals with a comma."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(word.lower() for word in _WORD.findall(text))
    return _of(_WITH_COMMAS, counts) > 2 * _of(_WITH_POINTS, counts)


def _of(languages: dict[str, str], counts: Counter[str]) -> int:
    """How many of the words are small words of some of the languages."""
    words = {word for small in languages.values() for word in small.split()}
    return sum(counts[word] for word in words)
