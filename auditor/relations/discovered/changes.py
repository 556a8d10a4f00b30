"""Percentages: growth and shares that two other figures of the table explain.

Evidence. A column of percentages is tried against the pairs of amount columns, as the growth of
one over the other or as the share of one in the other or in one of its own rows; a row of
percentages against the pairs of rows, or as the growth of one row from column to column. Each
percentage that comes out right is worth the bits that chance would have needed, given how finely
it is printed. Words such as "change" or "% of", periods a year apart, standing next to the pair
and a second column computed alike are worth a few more; every pair tried costs. The reading that
most figures confirm convicts the one that differs, unless it differs by a last digit only, which
forced totals and loose rounding do, or a reading hardly less likely bears it out. A slip of the
pen that explains the difference speaks for conviction.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, permutations
from math import log2

from auditor.model.fact import Fact
from auditor.model.grid import Band, Column, Grid
from auditor.model.period import Period
from auditor.model.relation import Kind, Relation
from auditor.model.scene import Scene
from auditor.notation.units import says_per_cent
from auditor.relations.discovered._misprints import misprint_bits
from auditor.relations.discovered._quotients import (
    Line,
    Reading,
    Triple,
    always,
    line,
    made_to_fit,
    pairs_for,
    relation,
    triples,
    weighed,
)

ORDER = 20
ENOUGH = 9.0
"""Bits at which a reading is accepted."""
CONVICTS = 13.0
"""Bits at which it convicts the figures that differ."""
DOUBT = 2.0
"""Bits by which a reading must surpass another that bears out what it convicts."""
COMPANION = 8.0
"""Bits that a column computed alike without exception adds at most."""

_CHANGE = re.compile(
    r"chang|\bchg\b|variance|\bvar\b|increase|decrease|growth|\bvs\.?\b|y/y|yoy|y-o-y|q/q|qoq"
    r"|\bover\b|増減|前期比|前年|伸び|Δ",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"(?:%|％|percent\w*)\s*(?:of|to)\b|\bof\s+(?:total|net|revenue|sales)|share|mix|構成比|売上比"
    r"|margin|\bratio",
    re.IGNORECASE,
)
_RESTATED = re.compile(
    r"constant|currency|organic|operational|comparable|like.for.like|\blfl\b|normali[sz]ed"
    r"|adjusted|\bexcl|underlying|pro.?forma",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\btotal|revenue|\bsales\b|売上|合計", re.IGNORECASE)
_PLAIN_WORDS = re.compile(r"[^\W\d_]{3,}")
_EMPTY_WORDS = frozenset(
    ("percent", "percentage", "the", "and", "for", "total", "net", "margin", "rate", "ratio")
)


def discover(scene: Scene) -> Iterator[Relation]:
    """The percentages of every table that two other figures of the table explain."""
    for grid in scene.grids:
        for band in grid.bands:
            columns = _columns(grid, band, scene)
            for reading in (*_of_columns(columns), *_of_rows(_rows(band, columns), columns)):
                convicted = reading.fails if _bits(reading) >= CONVICTS else ()
                for triple in (*reading.holds, *convicted):
                    yield relation(reading, triple)


def _columns(grid: Grid, band: Band, scene: Scene) -> list[tuple[Column, Line]]:
    """The band's columns with their facts by row."""
    found = []
    for column in band.columns:
        facts = {
            row.index: fact
            for row in band.rows
            if (fact := scene.at.get((grid.table.number, row.index, column.index))) is not None
        }
        period = next((f.period for f in facts.values() if f.period), None)
        label = " ".join(t for t in column.headings if not t.startswith("("))  # notes say units
        found.append((column, line(column.index, label, "", facts, period)))
    return found


def _states_per_cent(column: Column, facts: Iterable[Fact]) -> bool:
    """Whether a column states percentages, by its figures or by its headings."""
    stated = [f.figure.is_percent for f in facts]
    return sum(stated) * 2 > len(stated) or any(says_per_cent(t) for t in column.headings)


def _of_columns(columns: Sequence[tuple[Column, Line]]) -> Iterator[Reading]:
    """The best reading of each column of percentages, where one gathers enough evidence."""
    stated = [(c, ln) for c, ln in columns if ln.facts]
    targets = [(c, ln) for c, ln in stated if _states_per_cent(c, ln.facts.values())]
    percent = [ln for _, ln in targets]
    amounts = [ln for _, ln in stated if ln not in percent]
    tried = [
        [*_column_readings(c, ln, amounts), *_point_readings(c, ln, percent)] for c, ln in targets
    ]
    for i, readings in enumerate(tried):
        others = [r for other in (*tried[:i], *tried[i + 1 :]) for r in other]
        supported = [_with_slips(r.with_bits(_companions(r, others))) for r in readings]
        best = max(supported, key=_bits, default=None)
        if best is not None and best.bits >= ENOUGH:
            yield _undisputed(best, supported)


def _bits(reading: Reading) -> float:
    return reading.bits + reading.slips


def _with_slips(reading: Reading) -> Reading:
    """The reading with the bits of the slips that explain what fails."""
    if not reading.fails or reading.bits < ENOUGH:
        return reading
    signed = any(target.value < 0 for target, _, _ in reading.holds)
    slips = sum(
        misprint_bits(reading.kind, triple) for triple in reading.fails if signed or _rises(triple)
    )
    return reading._replace(slips=slips)


def _rises(triple: Triple) -> bool:
    """Whether the figures went up: a decline without a sign may be a style of the table."""
    _, later, earlier = triple
    return later.value > earlier.value


def _undisputed(best: Reading, readings: Iterable[Reading]) -> Reading:
    """The best reading without the failures that another one, hardly less likely, bears out."""
    borne_out = {
        target.number
        for r in readings
        if _bits(best) - _bits(r) < DOUBT
        for target, _, _ in r.holds
    }
    kept = tuple(triple for triple in best.fails if triple[0].number not in borne_out)
    return best._replace(fails=kept)


def _companions(reading: Reading, others: Iterable[Reading]) -> float:
    """Bits for another column computed alike, from columns that stand as far away."""
    alike = [
        other.bits
        for other in others
        if not other.fails
        and len(other.holds) > 2
        and other.bits >= ENOUGH
        and (other.kind, other.over, other.under) == (reading.kind, reading.over, reading.under)
        and reading.under
    ]
    return min(COMPANION, max(alike, default=0.0) / 2)


def _column_readings(column: Column, target: Line, amounts: Sequence[Line]) -> Iterator[Reading]:
    growth = 4.0 if _CHANGE.search(column.heading) else -4.0
    share = 4.0 if _SHARE.search(column.heading) else -2.0
    tried = 1 + 2 * log2(1 + len(amounts))
    beside = [ln.index for ln in amounts if ln.index < target.index][-2:]
    restated = _RESTATED.search(column.headings[-1]) if column.headings else None
    for later in amounts:
        near = 3.0 if later.index in beside else 0.0
        odd = -8.0 if restated and not _RESTATED.search(later.label) else 0.0
        for earlier in amounts:
            if later is earlier:
                continue
            rows = triples(target, later, earlier)
            close = 3.0 if earlier.index in beside else 0.0
            when = _apart_bits(later, earlier)
            bits = growth + max(near + close, when) + min(when, 0.0) + odd - tried
            yield from _placed(weighed(Kind.GROWTH, rows, bits), target, later, earlier)
            yield from _placed(weighed(Kind.RATIO, rows, share - tried), target, later, earlier)
        for whole in _wholes(target, later):
            rows = [
                (f, later.facts[r], later.facts[whole])
                for r, f in target.facts.items()
                if r in later.facts
            ]
            yield from _placed(
                weighed(Kind.RATIO, rows, share + near - tried, forced=made_to_fit),
                target,
                later,
                target,
            )


def _point_readings(column: Column, target: Line, percent: Sequence[Line]) -> Iterator[Reading]:
    """The column as one column of percentages less another."""
    tried = 2 * log2(1 + len(percent))
    bits = (2.0 if _CHANGE.search(column.heading) else -4.0) - tried
    for later in percent:
        for earlier in percent:
            if target.index not in (later.index, earlier.index) and later is not earlier:
                reading = weighed(Kind.POINTS, triples(target, later, earlier), bits)
                yield from _placed(reading, target, later, earlier)


def _placed(reading: Reading | None, target: Line, over: Line, under: Line) -> Iterator[Reading]:
    """The reading with the distances of its lines."""
    if reading is not None:
        yield Reading(
            reading.kind,
            reading.holds,
            reading.fails,
            reading.bits,
            over.index - target.index,
            under.index - target.index,
        )


def _apart_bits(later: Line, earlier: Line) -> float:
    """Bits for two columns whose headings differ in their periods, the right way round, only."""
    if later.period is None or earlier.period is None:
        return 0.0
    if later.period.months != earlier.period.months:
        return -2.0
    alike = 2.0 if _undated(later.label) == _undated(earlier.label) else 0.0
    if earlier.period in (later.period.year_before, later.period.preceding):
        return 4.0 + alike
    return 2.0 + alike if earlier.period.last < later.period.last else -3.0


_DATES = re.compile(
    r"\d+|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|\W+", re.IGNORECASE
)


def _undated(heading: str) -> str:
    return _DATES.sub(" ", heading).strip().casefold()


def _wholes(target: Line, amounts: Line) -> Sequence[int]:
    """The row that shares may be shares of: its own is 100 %, or its amount is the largest."""
    full = [r for r, f in target.facts.items() if f.value == 100 and r in amounts.facts][:3]
    return full or [max(amounts.facts, key=lambda r: abs(amounts.facts[r].value))]


def _rows(band: Band, columns: Sequence[tuple[Column, Line]]) -> list[Line]:
    """The band's rows with their facts by column, in the columns that state no change."""
    usable = [ln for c, ln in columns if ln.facts and not _CHANGE.search(c.heading)]
    by_row: dict[int, dict[int, Fact]] = {}
    for ln in usable:
        for r, fact in ln.facts.items():
            by_row.setdefault(r, {})[ln.index] = fact
    return [line(r.index, r.label, r.group, by_row.get(r.index, {})) for r in band.rows]


def _of_rows(rows: Sequence[Line], columns: Sequence[tuple[Column, Line]]) -> Iterator[Reading]:
    """The best reading of each row of percentages."""
    stated = [row for row in rows if len(row.facts) > 1]
    targets = [row for row in stated if all(f.figure.is_percent for f in row.facts.values())]
    amounts = [row for row in stated if not any(f.figure.is_percent for f in row.facts.values())]
    if len(amounts) < 1:
        return
    periods = {ln.index: ln.period for _, ln in columns}
    for target in targets:
        readings = (*_row_shares(target, amounts), *_row_growths(target, amounts, periods))
        best = max(readings, key=_bits, default=None)
        if best is not None and best.bits >= ENOUGH:
            yield best


def _row_shares(target: Line, amounts: Sequence[Line]) -> Iterator[Reading]:
    """The row as one row over another, column by column."""
    tried = 2 * log2(1 + len(amounts))
    for over, under in pairs_for(target, amounts, per=100.0):
        bits = _numerator_bits(target, over) + _denominator_bits(target, under) - tried
        reading = weighed(Kind.RATIO, triples(target, over, under), bits, forced=always)
        yield from _placed(reading, target, over, under)


def _numerator_bits(target: Line, over: Line) -> float:
    """Bits for a row whose label the percentage repeats: "Gross margin" of "Gross margin %"."""
    own, its = _words(target.label), _words(over.label)
    if not own:
        return 0.0
    near = 1.0 if 0 < target.index - over.index < 3 else 0.0
    if own == its:
        return 6.0
    return near + (4.0 if its and (own <= its or its <= own) else 1.0 if own & its else -1.0)


def _denominator_bits(target: Line, under: Line) -> float:
    named = _words(target.label.partition(" of ")[2] or target.group.partition(" of ")[2])
    if named and named & _words(under.label):
        return 4.0
    return 3.0 if _WHOLE.search(under.label) else -1.0


def _words(label: str) -> frozenset[str]:
    before = label.casefold().partition(" as a percentage")[0]
    return frozenset(_PLAIN_WORDS.findall(before)) - _EMPTY_WORDS


def _row_growths(
    target: Line, amounts: Sequence[Line], periods: Mapping[int, Period | None]
) -> Iterator[Reading]:
    """The row as the growth of another from one column to the next."""
    if not _CHANGE.search(f"{target.group} {target.label}"):
        return
    tried = 1 + log2(1 + 3 * len(amounts))
    for row in amounts:
        bits = 4.0 + max(_numerator_bits(target, row), 0.0) - tried
        for rows in _successions(target, row, periods):
            yield from _placed(weighed(Kind.GROWTH, rows, bits), target, row, row)


def _successions(
    target: Line, row: Line, periods: Mapping[int, Period | None]
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
