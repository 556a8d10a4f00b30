"""Indicators: rows that state a well-known ratio of other rows, such as return on equity.

Summaries of several years print few sums, and their ratios stand far from what they are computed
from. Here names say what is computed: every row so named is tried on the rows that its name asks
for, over a base at the year's end and over its average, as publishers do either. Where shares come
in classes, each class has its own row under each of the names. Evidence: a column whose figures
give the printed one is worth as many bits as chance would have needed; every pair of rows tried
costs. Two columns must agree, and twice as many as differ.

Equity less warrants and minorities, years restated later and shares since split differ from what
the table prints. So a column that differs is left alone, unless three or more agree, it is the only
one, its base is a single figure, and one slip of the pen, well beyond the last digit, explains it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from math import log2
from typing import NamedTuple

from auditor.discover._misprints import misprint_bits
from auditor.discover._quotients import MOST, SPREAD, Line, facts_both_ways, in_per_cent, line
from auditor.fact import Fact
from auditor.grid import Band, Grid
from auditor.relation import Kind, Origin, Relation, Role, Term
from auditor.scene import Scene
from auditor.vocabulary import normal

ORDER = 24
ENOUGH = 12.0
"""Bits at which a row is taken to be the ratio that its name says."""
AGREE_PER_DIFFERENCE = 2
FEWEST_TO_CONVICT = 3
SLIPPED = 8.0
"""Bits that the slip which explains a difference must be worth."""
NEAR = 5
"""Units of the last digit within which a difference is one of definition."""
MOST_ROWS = 4
"""Rows of one name that are tried."""
MOST_SPLIT = 20
"""Shares that one is split into, at most."""
ROUNDED, CUT_OFF = (-0.5, 0.5), (0.0, 1.0)
"""What a figure may have lost, in units of its last digit, under either convention."""

_NET_INCOME = (
    r"(?:親会社株主に帰属する|親会社の所有者に帰属する)?(?:当期純?利益|当期純損益)(?!率)(?:又は.*)?"
    r"|(?:net (?:income|profit|earnings)|profit)(?: for the (?:year|period))?"
    r"(?: attributable to (?:the )?(?:owners|shareholders|stockholders)\b.*)?(?: ?\(loss\))?"
)
_EQUITY = (
    r"(?:純資産|自己資本|株主資本|株主持分)(?:額|合計)?|親会社の?所有者に?帰属する?持分(?:合計)?"
    r"|(?:total )?(?:(?:share|stock)holders'? ?|net )?(?:equity|assets)(?<!^total assets)"
    r"(?: attributable to (?:the )?owners\b.*)?"
)
_ASSETS = r"総資産額?|資産合計|資産総額|total assets"
_EARNINGS_PER_SHARE = (
    r"(?:基本的)?1株当たり(?:親会社株主に帰属する)?当期(?:純利益|利益|純損益)(?:金額)?(?:又は.*)?"
    r"|(?:basic )?(?:net )?(?:earnings|income|profit)(?: \(loss\))? per (?:common )?share"
    r"(?:[ ,-]+basic)?|(?:basic )?eps"
)
_DIVIDEND = (
    r"1株当たり(?:年間)?(?:配当額|配当金|年間配当金)(?:合計)?"
    r"|(?:annual |total |cash )*dividends?(?: declared| paid)? per (?:common )?share"
    r"|dps"
)
_ASSETS_PER_SHARE = (
    r"1株当たり(?:純資産額?|親会社所有者帰属持分)"
    r"|(?:net assets|book value|equity)(?: attributable to owners\b.*)? per (?:common )?share|bps"
)
_RETURN = r"(?:rate of )?return on (?:average )?"


class Indicator(NamedTuple):
    """What rows of a name state: rows ``over`` those ``under``, which may be a year's average."""

    name: re.Pattern[str]
    over: re.Pattern[str]
    under: re.Pattern[str]
    title: str
    averaged: bool


def _at_the_end(name: str, over: str, under: str, title: str) -> Indicator:
    return Indicator(_pattern(name), _pattern(over), _pattern(under), title, averaged=False)


def _over_the_year(name: str, over: str, under: str, title: str) -> Indicator:
    return Indicator(_pattern(name), _pattern(over), _pattern(under), title, averaged=True)


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{text})", re.IGNORECASE)


INDICATORS = (
    _at_the_end(
        r"(?:連結)?配当性向|(?:dividend )?pay-?out ratio",
        _DIVIDEND,
        _EARNINGS_PER_SHARE,
        "The payout ratio is the dividend over the earnings, both per share",
    ),
    _at_the_end(
        r"(?:自己資本|株主資本|株主持分|純資産|親会社所有者帰属持分)比率"
        r"|(?:(?:share|stock)holders'? ?)?equity(?:[- ]to[- ]assets?)? ratio",
        _EQUITY,
        _ASSETS,
        "The equity ratio is equity over total assets",
    ),
    _over_the_year(
        r"(?:自己資本|株主資本|株主持分|純資産|親会社所有者帰属持分)(?:当期)?(?:純)?利益率|roe"
        rf"|{_RETURN}(?:(?:share|stock)holders'? ?)?equity(?: \(roe\))?",
        _NET_INCOME,
        _EQUITY,
        "Return on equity is profit over the average of the equity at both ends of the year",
    ),
    _over_the_year(
        rf"総資産(?:当期)?(?:純)?利益率|roa|{_RETURN}(?:total )?assets(?: \(roa\))?",
        _NET_INCOME,
        _ASSETS,
        "Return on assets is profit over the average of the assets at both ends of the year",
    ),
    _over_the_year(
        r"総資産経常利益率|(?:ratio of )?ordinary (?:profit|income) to total assets",
        r"経常利益(?:又は.*)?|ordinary (?:profit|income)",
        _ASSETS,
        "Ordinary profit is taken over the average of the assets at both ends of the year",
    ),
    _over_the_year(
        r"(?:純資産|自己資本|株主資本|親会社所有者帰属持分)配当率(?:\(doe\))?"
        r"|dividends? (?:on|to) equity(?: ratio)?(?: \(doe\))?|doe",
        _DIVIDEND,
        _ASSETS_PER_SHARE,
        "Dividends on equity are those per share over the average of the equity per share",
    ),
    _at_the_end(
        r"売上高営業利益率|営業利益率|operating (?:profit |income )?margin(?: ratio)?",
        r"営業利益(?:又は.*)?|operating (?:profit|income)(?: \(loss\))?",
        r"売上高|売上収益|営業収益|net sales|(?:total )?(?:net )?revenues?|sales",
        "The operating margin is operating profit over revenue",
    ),
)


class Instance(NamedTuple):
    """A column's printed ratio with what it is computed from: one base, or one a year apart."""

    target: Fact
    over: Fact
    under: tuple[Fact, ...]


class Reading(NamedTuple):
    """A row as one of the indicators: the columns that bear it out, and those that do not."""

    title: str
    holds: tuple[Instance, ...]
    fails: tuple[Instance, ...]
    bits: float


def discover(scene: Scene) -> Iterator[Relation]:
    """The indicators of every table."""
    for grid in scene.grids:
        for band in grid.bands:
            rows = _named_rows(grid, band, scene)
            for indicator in INDICATORS:
                for reading in _readings(indicator, rows):
                    for instance in (*reading.holds, *_convicted(reading)):
                        yield _relation(reading.title, instance)


Rows = Sequence[tuple[str, str, Line]]
"""The rows of a table, each with its name and the class of shares that it is about."""


def _named_rows(grid: Grid, band: Band, scene: Scene) -> Rows:
    """The rows by their own names, and those about a class of shares by their group's as well.

    A group has no end: what follows the classes has a name that no indicator and no class has.
    """
    by_row, _ = facts_both_ways(grid, band, scene)
    found = []
    for row in band.rows:
        if not by_row[row.index]:
            continue
        stated = line(row.index, row.label, row.group, by_row[row.index])
        found.append((normal(row.label), "", stated))
        if _CLASS.fullmatch(normal(row.label)):
            found.append((normal(row.group), normal(row.label), stated))
    return found


_CLASS = re.compile(
    r"\(?(?:(?:第?.{0,6}種|.{0,4})?(?:優先|普通|種類|劣後)株式?"
    r"|(?:class .{1,3} )?(?:common|ordinary|preferred|preference) (?:shares?|stock)"
    r"|class .{1,3}(?: (?:shares?|stock))?)\)?",
    re.IGNORECASE,
)


def _readings(indicator: Indicator, rows: Rows) -> Iterator[Reading]:
    """The best reading of each row that has the indicator's name."""
    for name, class_, target in rows:
        if not indicator.name.fullmatch(name):
            continue
        overs = _called(indicator.over, class_, rows)
        unders = _called(indicator.under, class_, rows)
        ways = [_instances(target, o, u) for o, u in product(overs, unders)]
        if indicator.averaged:
            ways += [_yearly(target, o, u) for o, u in product(overs, unders)]
        cost = log2(1 + len(ways))
        readings = [_weighed(indicator.title, way, -cost) for way in ways]
        best = max(readings, key=lambda r: r.bits, default=None)
        if best is not None and _is_enough(best):
            yield best


def _called(wanted: re.Pattern[str], class_: str, rows: Rows) -> list[Line]:
    found = [row for name, of, row in rows if of == class_ and wanted.fullmatch(name)]
    return found[:MOST_ROWS]


def _is_enough(reading: Reading) -> bool:
    agree = len(reading.holds)
    return (
        agree > 1 and agree >= AGREE_PER_DIFFERENCE * len(reading.fails) and reading.bits >= ENOUGH
    )


def _instances(target: Line, over: Line, under: Line) -> list[Instance]:
    return [
        Instance(_as_per_cent(fact), over.facts[p], (under.facts[p],))
        for p, fact in target.facts.items()
        if p in over.facts and p in under.facts
    ]


def _yearly(target: Line, over: Line, under: Line) -> list[Instance]:
    """The columns with their own base and that of the column a year before."""
    at: Mapping[int, Fact] = {f.period.last: f for f in under.facts.values() if f.period}
    return [
        Instance(i.target, i.over, (at[own.period.last - 12], own))
        for i in _instances(target, over, under)
        if (own := i.under[0]).period and own.period.last - 12 in at
    ]


def _as_per_cent(fact: Fact) -> Fact:
    return fact if fact.figure.is_percent else in_per_cent(fact)


def _weighed(title: str, instances: Sequence[Instance], bits: float) -> Reading:
    """The reading with its evidence; the same figures over again are the same evidence."""
    holds: list[Instance] = []
    fails: list[Instance] = []
    seen: set[tuple[object, ...]] = set()
    for instance in instances:
        apart = _apart(instance)
        if apart is None or (apart[0] > 0 and _is_split(instance)):
            continue
        if apart[0] > 0:
            fails.append(instance)
            continue
        holds.append(instance)
        values = (instance.target.value, instance.over.value, *(f.value for f in instance.under))
        if values not in seen:
            seen.add(values)
            bits += min(MOST, -log2(apart[1]))
    return Reading(title, tuple(holds), tuple(fails), bits)


def _apart(instance: Instance) -> tuple[float, float] | None:
    """(how far the printed ratio is from what its figures give, chance that it is not), in points.

    It must agree however the amounts lost their last digits. None where nothing is told.
    """
    unit, printed = float(instance.target.figure.last_unit), float(instance.target.value)
    distance, widest = -unit, 0.0
    for lost in (ROUNDED, CUT_OFF):
        over, under = _range([instance.over], lost), _range(instance.under, lost)
        if under[0] <= 0 or not instance.over.value:
            return None
        corners = [100 * a / b for a in over for b in under]
        low, high = min(corners) - unit / 2, max(corners) + unit / 2
        distance = max(distance, low - printed, printed - high)
        widest = max(widest, high - low)
    return distance, min(1.0, widest / SPREAD)


def _range(facts: Sequence[Fact], lost: tuple[float, float]) -> tuple[float, float]:
    """What the mean of figures may be that lost so much of their last units, towards zero."""
    ends = [0.0, 0.0]
    for fact in facts:
        value, unit = float(fact.value), float(fact.figure.last_unit)
        low, high = lost if value > 0 else (-lost[1], -lost[0])
        ends[0] += value + low * unit
        ends[1] += value + high * unit
    return ends[0] / len(facts), ends[1] / len(facts)


def _is_split(instance: Instance) -> bool:
    """Whether the ratio is off by a whole factor: shares were split, or units differ."""
    over, under = float(instance.over.value), float(sum(f.value for f in instance.under))
    computed = 100 * over * len(instance.under) / under
    times = [Fraction(k) for k in range(2, MOST_SPLIT + 1)]
    factors = (*times, *(1 / k for k in times))
    half = float(instance.target.figure.last_unit) / 2
    printed = float(instance.target.value)
    return any(abs(computed * float(k) - printed) <= half * (1 + k) for k in factors)


def _convicted(reading: Reading) -> tuple[Instance, ...]:
    if len(reading.holds) < FEWEST_TO_CONVICT or len(reading.fails) != 1:
        return ()
    failing = reading.fails[0]
    apart = _apart(failing)
    if apart is None or len(failing.under) > 1:
        return ()
    far = apart[0] > NEAR * float(failing.target.figure.last_unit)
    slip = misprint_bits(Kind.RATIO, (failing.target, failing.over, failing.under[0]))
    return (failing,) if far and slip >= SLIPPED else ()


def _relation(title: str, instance: Instance) -> Relation:
    weight = Fraction(1, len(instance.under))
    return Relation(
        Kind.RATIO,
        instance.target,
        (
            Term(instance.over, 1, Role.NUMERATOR),
            *(Term(fact, 1, Role.DENOMINATOR, weight) for fact in instance.under),
        ),
        str(Kind.RATIO),
        title,
        origin=Origin.DISCOVERED,
        confidence=0.9,
    )
