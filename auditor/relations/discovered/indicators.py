"""Indicators: rows that state a well-known ratio of other rows, such as return on equity.

Summaries of several years print few sums, and their ratios stand far from what they are computed
from. Here names say what is computed: every row so named is tried on the rows that its name asks
for, over a base at the year's end and over its average, as publishers do either. Where shares come
in classes, each class has its own row under each of the names. Evidence: a column whose figures
give the printed one is worth as many bits as chance would have needed; every pair of rows tried
costs. Two columns must agree, and twice as many as differ.

Equity less warrants and minorities, years restated later and shares since split differ from what
the table prints: a column that differs convicts nobody here, unless the document says in words
that the average is meant, three columns come out and it is the only one: then it is doubtful. Off
by a whole factor, as before a split, it does not speak against the others either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import product
from math import log2
from typing import NamedTuple

from auditor.model.fact import Fact
from auditor.model.grid import Band, Grid
from auditor.model.relation import Kind, Relation, Role, Severity, Term
from auditor.model.scene import Scene
from auditor.notation.deferred import deferred
from auditor.notation.vocabulary import normal
from auditor.relations.discovered._indicator_names import INDICATORS, Indicator
from auditor.relations.discovered._lines import FactLine, facts_both_ways, in_per_cent, rows_of_band
from auditor.relations.discovered._named_judging import is_nearly_right, slipped
from auditor.relations.discovered._relations import discovered
from auditor.relations.discovered._thresholds import (
    INDICATOR_ENOUGH,
    INDICATOR_FAR_OFF,
    MOST_NAMED_ROWS,
    MOST_SPLIT,
    PER_CENT_SPREAD,
    QUOTIENT_MOST,
    SUMMARY_AGREE_PER_DIFFERENCE,
    SUMMARY_FEWEST_AGREE,
)

ORDER = 24
FEWEST_OF_DECLARED = 3
"""Columns that come out, for the one that does not to be doubtful."""
_SAYS_AVERAGE = deferred(
    r"\b(?:average|mean)\b.{0,60}\b(?:equity|assets|funds)\b|期首.{0,12}期末.{0,12}平均|平均.{0,12}(?:資本|純資産|総資産)"
    r"|durchschnittliche[nrs]? .{0,20}eigenkapital",
    re.IGNORECASE,
)
ROUNDED, CUT_OFF = (-0.5, 0.5), (0.0, 1.0)
"""What a figure may have lost, in units of its last digit, under either convention."""


class PrintedRatio(NamedTuple):
    """A column's printed ratio with what it is computed from: one base, or one a year apart."""

    target: Fact
    over: Fact
    under: tuple[Fact, ...]


class IndicatorHypothesis(NamedTuple):
    """A row as one of the indicators: the columns that bear it out, and those that do not."""

    title: str
    holds: tuple[PrintedRatio, ...]
    fails: tuple[PrintedRatio, ...]
    bits: float


def discover(scene: Scene) -> Iterator[Relation]:
    """The indicators of every table."""
    for grid in scene.grids:
        for band in grid.bands:
            rows = _named_rows(grid, band, scene)
            for indicator in INDICATORS:
                for found in _hypotheses(indicator, rows):
                    tells = len(found.holds) > FEWEST_OF_DECLARED and not found.fails
                    yield from (
                        replace(_relation(found.title, ratio), tells=tells) for ratio in found.holds
                    )
                    yield from _mistyped(found)
                    if indicator.averaged and len(found.holds) >= FEWEST_OF_DECLARED:
                        yield from _against_the_note(found, scene)


def _mistyped(found: IndicatorHypothesis) -> Iterator[Relation]:
    """The one column that differs, where all others come out and a slip of the pen explains it."""
    if len(found.fails) == 1 and len(found.holds) >= FEWEST_OF_DECLARED:
        relation = _relation(found.title, found.fails[0])
        averages = len(found.fails[0].under) > 1 and not _is_far_off(found.fails[0])
        if slipped(relation) and not averages and not is_nearly_right(relation):
            yield replace(relation, severity=Severity.WARNING)


def _against_the_note(found: IndicatorHypothesis, scene: Scene) -> Iterator[Relation]:
    """The one column that differs, where the document says that an average is meant."""
    says = any(map(_SAYS_AVERAGE.search, scene.document.texts))
    if says and len(found.fails) == 1 and _is_far_off(found.fails[0]):
        relation = _relation(found.title, found.fails[0])
        yield replace(relation, severity=Severity.WARNING)


def _is_far_off(ratio: PrintedRatio) -> bool:
    """Whether no other average, such as one of quarters, may be meant."""
    apart = _apart(ratio)
    least = INDICATOR_FAR_OFF * abs(float(ratio.target.value))
    return len(ratio.under) > 1 and apart is not None and apart[0] > least


NamedRows = Sequence[tuple[str, str, FactLine]]
"""The rows of a table, each with its name and the class of shares that it is about."""


def _named_rows(grid: Grid, band: Band, scene: Scene) -> NamedRows:
    """The rows by their own names, and those about a class of shares by their group's as well.

    A group has no end: what follows the classes has a name that no indicator and no class has.
    """
    by_row, _ = facts_both_ways(grid, band, scene)
    found = []
    for row in rows_of_band(grid, band, scene):
        if not by_row[row.index]:
            continue
        name = normal(row.label)
        found.append((name, "", row))
        if _CLASS.fullmatch(name):
            found.append((normal(row.group), name, row))
    return found


_CLASS = deferred(
    r"\(?(?:(?:第?.{0,6}種|.{0,4})?(?:優先|普通|種類|劣後)株式?"
    r"|(?:class .{1,3} )?(?:common|ordinary|preferred|preference) (?:shares?|stock)"
    r"|class .{1,3}(?: (?:shares?|stock))?)\)?",
    re.IGNORECASE,
)


def _hypotheses(indicator: Indicator, rows: NamedRows) -> Iterator[IndicatorHypothesis]:
    """The best hypothesis of each row that has the indicator's name."""
    targets = [row for row in rows if indicator.name.fullmatch(row[0])]
    called = {
        class_: (_called(indicator.over, class_, rows), _called(indicator.under, class_, rows))
        for class_ in {class_ for _, class_, _ in targets}
    }
    for _, class_, target in targets:
        overs, unders = called[class_]
        ways = [_at_the_end(target, o, u) for o, u in product(overs, unders)]
        if indicator.averaged:
            ways += [_over_the_year(target, o, u) for o, u in product(overs, unders)]
        cost = log2(1 + len(ways))
        found = [_weighed(indicator.title, way, -cost) for way in ways]
        best = max(found, key=lambda h: h.bits, default=None)
        if best is not None and _is_enough(best):
            yield best


def _called(wanted: re.Pattern[str], class_: str, rows: NamedRows) -> list[FactLine]:
    found = [row for name, of, row in rows if of == class_ and wanted.fullmatch(name)]
    return found[:MOST_NAMED_ROWS]


def _is_enough(found: IndicatorHypothesis) -> bool:
    fewest = max(SUMMARY_FEWEST_AGREE, SUMMARY_AGREE_PER_DIFFERENCE * len(found.fails))
    return len(found.holds) >= fewest and found.bits >= INDICATOR_ENOUGH


def _at_the_end(target: FactLine, over: FactLine, under: FactLine) -> list[PrintedRatio]:
    """The columns with the base of their own date."""
    return [
        PrintedRatio(_as_per_cent(fact), over.facts[p], (under.facts[p],))
        for p, fact in target.facts.items()
        if p in over.facts and p in under.facts
    ]


def _over_the_year(target: FactLine, over: FactLine, under: FactLine) -> list[PrintedRatio]:
    """The columns with their own base and that of the column a year before."""
    at: Mapping[int, Fact] = {f.period.last: f for f in under.facts.values() if f.period}
    return [
        PrintedRatio(ratio.target, ratio.over, (at[own.period.last - 12], own))
        for ratio in _at_the_end(target, over, under)
        if (own := ratio.under[0]).period and own.period.last - 12 in at
    ]


def _as_per_cent(fact: Fact) -> Fact:
    return fact if fact.figure.is_percent else in_per_cent(fact)


def _weighed(title: str, ratios: Sequence[PrintedRatio], bits: float) -> IndicatorHypothesis:
    """The hypothesis with its evidence; the same figures over again are the same evidence."""
    holds: list[PrintedRatio] = []
    fails: list[PrintedRatio] = []
    seen: set[tuple[object, ...]] = set()
    for ratio in ratios:
        apart = _apart(ratio)
        if apart is None or (apart[0] > 0 and _is_split(ratio)):
            continue
        if apart[0] > 0:
            fails.append(ratio)
            continue
        holds.append(ratio)
        values = (ratio.target.value, ratio.over.value, *(f.value for f in ratio.under))
        if values not in seen:
            seen.add(values)
            bits += min(QUOTIENT_MOST, -log2(apart[1]))
    return IndicatorHypothesis(title, tuple(holds), tuple(fails), bits)


def _apart(ratio: PrintedRatio) -> tuple[float, float] | None:
    """(how far the printed ratio is from what its figures give, chance that it is not), in points.

    It must agree however the amounts lost their last digits. None where they do not say.
    """
    unit, printed = float(ratio.target.figure.last_unit), float(ratio.target.value)
    distance, widest = -unit, 0.0
    for lost in (ROUNDED, CUT_OFF):
        over, under = _range([ratio.over], lost), _range(ratio.under, lost)
        if under[0] <= 0 or not ratio.over.value:
            return None
        corners = [100 * a / b for a in over for b in under]
        low, high = min(corners) - unit / 2, max(corners) + unit / 2
        distance = max(distance, low - printed, printed - high)
        widest = max(widest, high - low)
    return distance, min(1.0, widest / PER_CENT_SPREAD)


def _range(facts: Sequence[Fact], lost: tuple[float, float]) -> tuple[float, float]:
    """What the mean of figures may be that lost so much of their last units, towards zero."""
    least, greatest = 0.0, 0.0
    for fact in facts:
        value, unit = float(fact.value), float(fact.figure.last_unit)
        low, high = lost if value > 0 else (-lost[1], -lost[0])
        least += value + low * unit
        greatest += value + high * unit
    return least / len(facts), greatest / len(facts)


def _is_split(ratio: PrintedRatio) -> bool:
    """Whether the ratio is off by a whole factor: shares were split, or units differ."""
    over, under = float(ratio.over.value), float(sum(f.value for f in ratio.under))
    computed = 100 * over * len(ratio.under) / under
    times = [Fraction(k) for k in range(2, MOST_SPLIT + 1)]
    factors = (*times, *(1 / k for k in times))
    half = float(ratio.target.figure.last_unit) / 2
    printed = float(ratio.target.value)
    return any(abs(computed * float(k) - printed) <= half * (1 + k) for k in factors)


def _relation(title: str, ratio: PrintedRatio) -> Relation:
    weight = Fraction(1, len(ratio.under))
    over = Term(ratio.over, 1, Role.NUMERATOR)
    under = (Term(fact, 1, Role.DENOMINATOR, weight) for fact in ratio.under)
    return discovered(Kind.RATIO, ratio.target, (over, *under), title)
