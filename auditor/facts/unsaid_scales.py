"""Unsaid scales: sentences that write amounts as their tables do, without the word for the scale.

"Net sales were $350.5" beside a row of that name that prints 350.5 in millions: the sentence is in
millions, too. One figure of four digits that its own row prints tells it, or two of three, where
none tells another scale; then every certain claim of such a row is in that scale.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from auditor.facts.prose.row_labels import is_a_share
from auditor.facts.thresholds import TELLING_ALONE, TELLING_DIGITS, VOTES_NEEDED
from auditor.model.fact import Fact, Measure
from auditor.model.figure import POINTS


def with_unsaid_scales(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts, claims of sentences without a scale in that of the rows they speak of."""
    claims = [fact for fact in facts if _says_none(fact)]
    if not claims:
        return tuple(facts)
    rows = _rows({fact.concept for fact in claims}, facts)
    scale = _told(claims, rows)
    if not scale:
        return tuple(facts)
    return tuple(
        fact._replace(figure=fact.figure._replace(scale=scale))
        if _says_none(fact) and any(cell.figure.scale == scale for cell in rows[fact.concept])
        else fact
        for fact in facts
    )


def _says_none(fact: Fact) -> bool:
    """Whether a sentence claims an amount of money of a row, and no word says its scale."""
    figure, named = fact.figure, f"{fact.label} {fact.concept}".casefold()
    money = bool(figure.unit) and not figure.is_percent and figure.unit != POINTS
    of_money = money and not figure.scale and not figure.nil
    claimed = fact.certain and fact.measure in (Measure.AMOUNT, Measure.CHANGE)
    return not fact.in_table and of_money and claimed and not is_a_share(named)


def _rows(concepts: frozenset[str] | set[str], facts: Iterable[Fact]) -> Mapping[str, list[Fact]]:
    """The amounts that tables print of concepts."""
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        amount = fact.in_table and fact.measure is Measure.AMOUNT and not fact.figure.is_percent
        if amount and fact.concept in concepts and not fact.figure.nil:
            found[fact.concept].append(fact)
    return found


def _told(claims: Iterable[Fact], rows: Mapping[str, Sequence[Fact]]) -> int:
    """The one scale in which rows print what enough claims of them say; 0 where none is told."""
    votes: Counter[int] = Counter()
    for claim in claims:
        said, digits = abs(claim.figure.value), abs(claim.figure.digits)
        own = rows.get(claim.concept, ())
        if digits < TELLING_DIGITS or any(abs(cell.figure.value) == said for cell in own):
            continue  # the row is in full itself
        scales = {c.figure.scale for c in own if said * 10**c.figure.scale == abs(c.figure.value)}
        for scale in scales - {0}:
            votes[scale] += VOTES_NEEDED if digits >= TELLING_ALONE else 1
    return next(iter(votes)) if len(votes) == 1 and votes.total() >= VOTES_NEEDED else 0
