"""Shares: percentages that a verb says are a part of a named row, where words are read by lists.

"Soit 12,3 % du chiffre d'affaires", "das entspricht 11,7 % des Umsatzes": neither the amount nor
the growth of what the sentence speaks of.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.facts.prose.sentence import Sentence
from auditor.facts.prose.worded_names import revenue_row
from auditor.model.fact import Comparison
from auditor.model.figure import POINTS, Figure
from auditor.notation.deferred import deferred

REACH = 40
"""Characters in front of a figure in which a verb may lead to it. By judgement: three words."""
_NAME = deferred(r"[^,.;:()]{1,60}")
_ENDINGS = ("es", "s", "n")
"""What a genitive puts behind the name of a row."""


def says_a_share(sentence: Sentence, figure: Figure, before: Figure | None = None) -> bool:
    """Whether a verb right in front of a percentage makes of it a share of what follows.

    Or an amount, ``before``, with a comma and no word more, of a row that is known: "57,9 Mio. €,
    10,7 % vom Umsatz".
    """
    if before is not None and _stands_beside(sentence, before, figure):
        return share_of(sentence, figure) is not None
    start = max(sentence.start, figure.start - REACH)
    lead = sentence.text[start : figure.start]
    of = sentence.wording.share_of.match(sentence.text, figure.end)
    return figure.is_percent and of is not None and bool(sentence.wording.shares.search(lead))


def _stands_beside(sentence: Sentence, before: Figure, figure: Figure) -> bool:
    """Whether but a comma parts a percentage from an amount in front of it."""
    between = sentence.text[before.end : figure.start].strip()
    is_amount = bool(before.unit) and not before.is_percent and before.unit != POINTS
    return figure.is_percent and is_amount and between == "," and before.start >= sentence.start


def share_of(sentence: Sentence, figure: Figure) -> Comparison | None:
    """What a share is taken of, where a row of that name is known."""
    of = sentence.wording.share_of.match(sentence.text, figure.end)
    named = _NAME.match(sentence.text, of.end()) if of else None
    own = sentence.wording.language
    for words in _wordings(named[0]) if named else ():
        concept = sentence.around.known(words)
        if words.casefold() in own.revenues:
            concept = concept or revenue_row(sentence.around, own)
        if concept:
            return Comparison(concept=concept, text=words)
    return None


def _wordings(text: str) -> Iterator[str]:
    """The text and its beginnings, the longest first, each also without a genitive's ending."""
    words = text.split()
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        yield name
        yield from (name.removesuffix(ending) for ending in _ENDINGS if name.endswith(ending))
