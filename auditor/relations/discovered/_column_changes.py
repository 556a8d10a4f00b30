"""Columns of percentages, as computed from two other columns or from a row of one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from math import log2

from auditor.model.fact import Fact
from auditor.model.grid import Column
from auditor.model.relation import Kind
from auditor.notation.deferred import deferred
from auditor.notation.units import says_per_cent
from auditor.relations.discovered._forced_shares import forced_to_fit, other_wholes
from auditor.relations.discovered._foreign_words import CHANGES
from auditor.relations.discovered._lines import FactLine
from auditor.relations.discovered._quotient_pairs import triples
from auditor.relations.discovered._quotient_slips import misprint_bits
from auditor.relations.discovered._quotients import (
    WHOLE,
    QuotientHypothesis,
    Triple,
    weighed,
)
from auditor.relations.discovered._steps import Steps
from auditor.relations.discovered._thresholds import (
    ADJACENT_COLUMN,
    CALLED_GROWTH,
    CALLED_POINTS,
    CALLED_SHARE,
    CHANGE_REACH,
    COMPANION_DIVIDES,
    COMPANION_FEWEST,
    COMPANION_MOST,
    DOUBT,
    HEADINGS_ALIKE,
    LENGTHS_DIFFER,
    MOST_WHOLES,
    NOT_CALLED_GROWTH,
    NOT_CALLED_POINTS,
    NOT_CALLED_SHARE,
    PERCENTAGE_ENOUGH,
    PERIOD_BEFORE,
    PERIOD_EARLIER,
    PERIOD_NOT_EARLIER,
    RESTATED_OF_PLAIN,
)
from auditor.relations.discovered._totals import is_strong_total

HeadedLine = tuple[Column, FactLine]
"""A column with its headings, and the same as a line of facts."""

CALLED_CHANGE = deferred(
    r"chang|\bchg\b|variance|\bvar\b|increase|decrease|growth|\bvs\.?\b|y/y|yoy|y-o-y|q/q|qoq"
    r"|\bdifferences?\b|\binc\b.{0,4}\bdec\b"
    rf"|\bover\b|\b(?:un)?favou?rable|\bbetter\b|増減|前期比|前年|伸び|{CHANGES}",
    re.IGNORECASE,
)
"""Words for a column or row of percentages that states changes."""
_SHARE = deferred(
    r"(?:%|％|percent(?:(?!percent)\w)*)\s*(?:of|to|do|da|de|du|del|della|der|vom|von)\b|anteil|\bof\s+(?:total|net|revenue|sales)|share"
    r"|mix|構成比|売上比|구성비|비중|占比|佔比|比重|\bpeso\b|\bpoids\b|participa[cç]|margin|\bratio",
    re.IGNORECASE,
)
_RESTATED = deferred(
    r"constant|currency|organic|\boper(?:\.|ational)|comparable|like.for.like|\blfl\b|normali[sz]ed"
    r"|adjusted|\bexcl|underlying|pro.?forma",
    re.IGNORECASE,
)
_DATES = deferred(
    r"\d+|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|\W+", re.IGNORECASE
)


def column_hypotheses(columns: Sequence[HeadedLine], steps: Steps) -> Iterator[QuotientHypothesis]:
    """The best hypothesis of each column of percentages, where one gathers enough evidence."""
    stated = [(c, line) for c, line in columns if line.facts]
    targets = [(c, line) for c, line in stated if _states_per_cent(c, line.facts.values())]
    percent = [line for _, line in targets]
    places = {line.index for line in percent}
    amounts = [line for _, line in stated if line.index not in places]
    tried = [
        [*_of_amounts(c, line, amounts, steps), *_of_points(c, line, percent, steps)]
        if len(line.facts) > 1
        else []  # one figure alone proves nothing
        for c, line in targets
    ]
    companions = _companions(tried)
    for i, hypotheses in enumerate(tried):
        supported = [_with_slips(_with_companions(h, i, companions)) for h in hypotheses]
        best = max(supported, key=lambda h: h.bits_with_slips, default=None)
        if best is not None and best.bits >= PERCENTAGE_ENOUGH:
            yield _undisputed(best, supported)


def _states_per_cent(column: Column, facts: Iterable[Fact]) -> bool:
    """Whether a column states percentages, by its figures or by its headings."""
    stated = [f.figure.is_percent for f in facts]
    return sum(stated) * 2 > len(stated) or any(says_per_cent(t) for t in column.headings)


def _with_slips(hypothesis: QuotientHypothesis) -> QuotientHypothesis:
    """The hypothesis with the bits of the slips that explain what fails."""
    if not hypothesis.fails or hypothesis.bits < PERCENTAGE_ENOUGH:
        return hypothesis
    signed = any(target.value < 0 for target, _, _ in hypothesis.holds)
    slips = sum(
        misprint_bits(hypothesis.kind, triple)
        for triple in hypothesis.fails
        if signed or _rises(triple)
    )
    return hypothesis._replace(slips=slips)


def _rises(triple: Triple) -> bool:
    """Whether the figures went up: a decline without a sign may be a style of the table."""
    _, later, earlier = triple
    return later.value > earlier.value


def _undisputed(
    best: QuotientHypothesis, hypotheses: Iterable[QuotientHypothesis]
) -> QuotientHypothesis:
    """The best hypothesis without the failures that another one, hardly less likely, bears out."""
    borne_out = {
        target.number
        for h in hypotheses
        if best.bits_with_slips - h.bits_with_slips < DOUBT
        for target, _, _ in h.holds
    }
    kept = tuple(triple for triple in best.fails if triple[0].number not in borne_out)
    return best._replace(fails=kept)


Alike = tuple[Kind, int, int]
"""What columns computed alike share: how, and how far away the two others stand."""


def _companions(
    tried: Iterable[Iterable[QuotientHypothesis]],
) -> Mapping[Alike, Sequence[tuple[float, int]]]:
    """The bits of columns, by their places, that are computed so without exception: the best two.

    Two are enough: one of them is another column's.
    """
    best: dict[Alike, dict[int, float]] = {}
    for i, hypotheses in enumerate(tried):
        for h in hypotheses:
            sound = not h.fails and len(h.holds) >= COMPANION_FEWEST
            if h.under and sound and h.bits >= PERCENTAGE_ENOUGH:
                of_column = best.setdefault((h.kind, h.over, h.under), {})
                of_column[i] = max(h.bits, of_column.get(i, h.bits))
    return {
        alike: nlargest(2, ((bits, i) for i, bits in of_column.items()))
        for alike, of_column in best.items()
    }


def _with_companions(
    hypothesis: QuotientHypothesis,
    column: int,
    companions: Mapping[Alike, Sequence[tuple[float, int]]],
) -> QuotientHypothesis:
    """The hypothesis with bits for another column computed alike, from columns as far away."""
    found = companions.get((hypothesis.kind, hypothesis.over, hypothesis.under), ())
    alike = max((bits for bits, i in found if i != column), default=0.0)
    more = min(COMPANION_MOST, alike / COMPANION_DIVIDES)
    return hypothesis._replace(bits=hypothesis.bits + more)


def _of_amounts(
    column: Column, target: FactLine, amounts: Sequence[FactLine], steps: Steps
) -> Iterator[QuotientHypothesis]:
    """The column as growth or shares of each column of amounts."""
    growth = CALLED_GROWTH if CALLED_CHANGE.search(column.heading) else NOT_CALLED_GROWTH
    share = CALLED_SHARE if _SHARE.search(column.heading) else NOT_CALLED_SHARE
    restated = column.headings and _RESTATED.search(column.headings[-1])
    tried = 1 + 2 * log2(1 + len(amounts))
    adjacent = [line.index for line in amounts if line.index < target.index][-2:]
    near = _near(target, amounts)
    for over in near:
        restates = restated and not _RESTATED.search(over.label)
        odd = RESTATED_OF_PLAIN if restates else 0.0
        for under in near:
            if over is under:
                continue
            if not steps.allow(len(target.facts)):
                return
            rows = triples(target, over, under)
            bits = growth + _pair_bits(over, under, adjacent) + odd - tried
            growth_of = weighed(Kind.GROWTH, rows, bits)
            if growth_of is None or not (restates and growth_of.fails):
                yield from _placed(growth_of, target, over, under)
            yield from _placed(weighed(Kind.RATIO, rows, share - tried), target, over, under)
        bits = share + (ADJACENT_COLUMN if over.index in adjacent else 0.0) - tried
        for whole in _wholes(target, over):
            rows = _shares_of(target, over, whole)
            of_row = weighed(
                Kind.RATIO, rows, bits, forced=forced_to_fit, elsewhere=other_wholes(rows)
            )
            yield from _placed(of_row, target, over, target)


def _near(target: FactLine, lines: Sequence[FactLine]) -> Sequence[FactLine]:
    """Those of the lines, from left to right, that stand nearest to a target, to either side."""
    place = bisect_left(lines, target.index, key=lambda line: line.index)
    return lines[max(0, place - CHANGE_REACH) : place + CHANGE_REACH]


def _pair_bits(later: FactLine, earlier: FactLine, adjacent: Sequence[int]) -> float:
    """Bits of the periods and places of two columns for a growth from one to the other."""
    near = sum(ADJACENT_COLUMN for line in (later, earlier) if line.index in adjacent)
    when = _period_bits(later, earlier)
    return max(near, when) + min(when, 0.0)


def _shares_of(target: FactLine, amounts: FactLine, whole: int) -> list[Triple]:
    """The column's percentages with the amounts of their rows and that of one row."""
    return [
        (fact, amounts.facts[r], amounts.facts[whole])
        for r, fact in target.facts.items()
        if r in amounts.facts
    ]


def _of_points(
    column: Column, target: FactLine, percent: Sequence[FactLine], steps: Steps
) -> Iterator[QuotientHypothesis]:
    """The column as one column of percentages less another."""
    tried = 2 * log2(1 + len(percent))
    named = CALLED_POINTS if CALLED_CHANGE.search(column.heading) else NOT_CALLED_POINTS
    near = _near(target, percent)
    for later in near:
        for earlier in near:
            if not steps.allow(len(target.facts)):
                return
            if target.index not in (later.index, earlier.index) and later is not earlier:
                found = weighed(Kind.POINTS, triples(target, later, earlier), named - tried)
                yield from _placed(found, target, later, earlier)


def _placed(
    hypothesis: QuotientHypothesis | None, target: FactLine, over: FactLine, under: FactLine
) -> Iterator[QuotientHypothesis]:
    """The hypothesis, if there is one, with the distances of its lines."""
    if hypothesis is not None:
        yield hypothesis._replace(over=over.index - target.index, under=under.index - target.index)


def _period_bits(later: FactLine, earlier: FactLine) -> float:
    """Bits for two columns whose headings differ in their periods, the right way round, only."""
    if later.period is None or earlier.period is None:
        return 0.0
    if later.period.months != earlier.period.months:
        return LENGTHS_DIFFER
    alike = HEADINGS_ALIKE if _undated(later.label) == _undated(earlier.label) else 0.0
    if earlier.period in (later.period.year_before, later.period.preceding):
        return PERIOD_BEFORE + alike
    is_earlier = earlier.period.last < later.period.last
    return PERIOD_EARLIER + alike if is_earlier else PERIOD_NOT_EARLIER


def _undated(heading: str) -> str:
    return _DATES.sub(" ", heading).strip().casefold()


def _wholes(target: FactLine, amounts: FactLine) -> Sequence[int]:
    """The rows that shares may be shares of: those of 100 %, of the largest amount, or totals."""
    full = [r for r, f in target.facts.items() if f.value == WHOLE and r in amounts.facts]
    if full:
        return full[:MOST_WHOLES]
    largest = max(amounts.facts, key=lambda r: abs(amounts.facts[r].value))
    totals = [r for r, f in amounts.facts.items() if is_strong_total(f.source.row_label or "")]
    return [*dict.fromkeys((largest, *totals))][:MOST_WHOLES]
