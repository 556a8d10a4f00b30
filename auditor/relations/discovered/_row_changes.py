"""Rows of percentages, as one row over another or as the growth of a row along its columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, permutations
from math import log2

from auditor.model.fact import Fact
from auditor.model.grid import Band
from auditor.model.period import Period
from auditor.model.relation import Kind
from auditor.notation.deferred import deferred
from auditor.relations.discovered._column_changes import CALLED_CHANGE, HeadedLine
from auditor.relations.discovered._foreign_words import CHANGES, REVENUES, TOTALS
from auditor.relations.discovered._lines import FactLine, lines_around, row_lines
from auditor.relations.discovered._quotient_pairs import Ranking, pairs_for, triples
from auditor.relations.discovered._quotients import (
    OF_AVERAGES,
    QuotientHypothesis,
    Triple,
    always_forced,
    weighed,
)
from auditor.relations.discovered._thresholds import (
    BASE_IS_OTHER,
    BASE_IS_WHOLE,
    BASE_NAMED,
    CALLED_GROWTH,
    PERCENTAGE_ENOUGH,
    ROW_JUST_BELOW,
    ROW_NAME_REPEATED,
    ROW_NAME_WITHIN,
    ROW_NO_WORD_SHARED,
    ROW_WORD_SHARED,
)

_WHOLE = deferred(rf"\btotal|revenue|\bsales\b|売上|合計|{TOTALS}|{REVENUES}", re.IGNORECASE)
_OF_SHARES = deferred(r"配当性向|\bpay-?out ratio", re.IGNORECASE)
"""Dividends over earnings per share: of years before a split they are printed by either count."""
_GROWTH = (
    r"wachstum|zuwachs|vorquartal|vorjahr|ggü\.?|croissance|crecimiento|crescimento|crescita|\bgroei\b"
    r"|\bt/t\b|\bqoq\b|\bgrowth\b|環比|环比|同比|增长|增長|增速|성장|증가율|前四半期比|trimestral|trimestrale?"
)
_CALLED_GROWTH = deferred(_GROWTH, re.IGNORECASE)
_GROWTH_WORDS = deferred(rf"{_GROWTH}|{CHANGES}", re.IGNORECASE)
_PLAIN_WORDS = deferred(r"[^\W\d_]{3,}")
_EMPTY_WORDS = frozenset(
    ("percent", "percentage", "the", "and", "for", "total", "net", "margin", "rate", "ratio")
)


def row_hypotheses(band: Band, columns: Sequence[HeadedLine]) -> Iterator[QuotientHypothesis]:
    """The best hypothesis of each row of percentages, where one gathers enough evidence."""
    stated = [row for row in _rows(band, columns) if len(row.facts) > 1]
    targets = [
        row
        for row in stated
        if all(f.figure.is_percent for f in row.facts.values()) and not _OF_SHARES.search(row.label)
    ]
    amounts = [row for row in stated if not any(f.figure.is_percent for f in row.facts.values())]
    if not amounts:
        return
    periods = {line.index: line.period for _, line in columns}
    for target in targets:
        found = (*_shares(target, amounts), *_growths(target, amounts, periods))
        best = max(found, key=lambda h: h.bits, default=None)
        if best is not None and best.bits >= PERCENTAGE_ENOUGH:
            yield best


def _rows(band: Band, columns: Sequence[HeadedLine]) -> list[FactLine]:
    """The band's rows with their facts by column, in the columns that state no change."""
    usable = [line for c, line in columns if line.facts and not CALLED_CHANGE.search(c.heading)]
    by_row: dict[int, dict[int, Fact]] = {}
    for line in usable:
        for r, fact in line.facts.items():
            by_row.setdefault(r, {})[line.index] = fact
    return row_lines(band, by_row)


def _shares(target: FactLine, amounts: Sequence[FactLine]) -> Iterator[QuotientHypothesis]:
    """The row as one row over another, column by column."""
    tried = 2 * log2(1 + len(amounts))
    ranking = Ranking(lines_around(amounts, target.index))
    for over, under in pairs_for(target.index, target.numbers, ranking, per=100.0):
        bits = _numerator_bits(target, over) + _base_bits(target, under) - tried
        found = weighed(Kind.RATIO, triples(target, over, under), bits, forced=always_forced)
        if found is not None:
            of_average = OF_AVERAGES.search(target.label)
            yield found._replace(fails=(), may_convict=False) if of_average else found


def _numerator_bits(target: FactLine, over: FactLine) -> float:
    """Bits for a row whose label the percentage repeats: "Gross margin" of "Gross margin %"."""
    own, its = _words(target.label), _words(over.label)
    if not own:
        return 0.0
    if own == its:
        return ROW_NAME_REPEATED
    near = ROW_JUST_BELOW if 0 < target.index - over.index < 3 else 0.0
    if its and (own <= its or its <= own):
        return near + ROW_NAME_WITHIN
    return near + (ROW_WORD_SHARED if own & its else ROW_NO_WORD_SHARED)


def _base_bits(target: FactLine, under: FactLine) -> float:
    """Bits for the row that a percentage is taken of: "% of revenue" of "Revenue"."""
    named = _words(target.label.partition(" of ")[2] or target.group.partition(" of ")[2])
    if named and named & _words(under.label):
        return BASE_NAMED
    return BASE_IS_WHOLE if _WHOLE.search(under.label) else BASE_IS_OTHER


def _words(label: str) -> frozenset[str]:
    before = label.casefold().partition(" as a percentage")[0]
    return frozenset(_PLAIN_WORDS.findall(before)) - _EMPTY_WORDS


def _growths(
    target: FactLine, amounts: Sequence[FactLine], periods: Mapping[int, Period | None]
) -> Iterator[QuotientHypothesis]:
    """The row as the growth of another from one column to the next."""
    called = f"{target.group} {target.label}"
    if not (CALLED_CHANGE.search(called) or _CALLED_GROWTH.search(called)):
        return
    tried = 1 + log2(1 + 3 * len(amounts))
    for row in amounts:
        bits = CALLED_GROWTH + _grown_bits(target, row) - tried
        for rows in _successions(target, row, periods):
            found = weighed(Kind.GROWTH, rows, bits)
            if found is not None:
                yield found


def _grown_bits(target: FactLine, row: FactLine) -> float:
    """Bits for a row whose name the growth repeats, or for a whole where it names none."""
    named = replace(target, label=_GROWTH_WORDS.sub(" ", target.label.casefold()))
    if not _words(named.label):
        return BASE_IS_WHOLE if _WHOLE.search(row.label) else 0.0
    return max(_numerator_bits(target, row), _numerator_bits(named, row), 0.0)


def _successions(
    target: FactLine, row: FactLine, periods: Mapping[int, Period | None]
) -> Iterator[list[Triple]]:
    """The row's figures paired with those a year before, to the left and to the right."""
    order = sorted(row.facts)
    years = {
        later: earlier
        for later, earlier in permutations(order, 2)
        if _is_year_before(periods.get(earlier), periods.get(later))
    }
    back = dict(pairwise(order))
    forth = {later: earlier for earlier, later in back.items()}
    for pairing in (years, forth, back):
        yield [
            (target.facts[p], row.facts[p], row.facts[q])
            for p, q in pairing.items()
            if p in target.facts
        ]


def _is_year_before(earlier: Period | None, later: Period | None) -> bool:
    return earlier is not None and later is not None and earlier == later.year_before
