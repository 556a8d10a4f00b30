"""Additivity: what a row or a column states, and whether that may be added up.

Flows and holdings add up. What is left of a programme, a rate, a price, an average, a life in
years, a rank and the number of a note do not: their words say so, or the way they are printed.
Every discovery that sums asks here, so that what is known of it stands in one place.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from enum import Enum
from functools import lru_cache

from auditor.model.figure import PERCENT, REMEMBERED, Figure
from auditor.model.grid import Column
from auditor.notation.deferred import deferred
from auditor.notation.units import names_its_price, says_per_cent
from auditor.relations.discovered._additivity_thresholds import FINER_THAN_AMOUNTS, LARGE_DIGITS
from auditor.relations.discovered._foreign_words import TAKEN

_OF_ONE = deferred(
    r"\baverage|\bavg\b|\bmean\b|\bmedian|\beps\b|\bprice per|\bper[- ](?:share|unit)\b"
    r"|\bper\s++(?!cents?\b|annum\b)(?:[\w'’-]++\s++){0,4}?"
    r"(?:share|unit|ads|adr|employee|day|capita|tonne?|barrel|ounce|boe|kwh|hour|head|room"
    r"|subscriber|customer|user|student|patient|passenger|guest|seat|bed|store|order)s?\b"
    r"|\b(?:a|an|each)\s(?:share|unit|employee|head|tonne?|barrel|ounce|subscriber|customer|user)\b"
    r"|(?:exercise|share|unit|stock|conversion|strike|purchase|grant|option)\s+prices?\b"
    r"|平均|1株|一株|１株|単価|率$|比率"
    r"|\bdurchschnitt|\b(?:je|pro)\s++(?:\w{1,20}?)?(?:aktie|stück|mitarbeiter)|\bpar\s+action\b"
    r"|\bmoyenn?e?\b|\bpor\s+acci[oó]n\b|\bper\s+azione\b"
    r"|\A(?:the\s+)?(?:max(?:imum|\.)?|min(?:imum|\.)?|highest|lowest|largest|smallest|peak"
    r"|std(?:ev|\.\s*dev\.)?|standard\s+deviation|最大値?|最小値?|最高|最低)\Z",
    re.IGNORECASE,
)
"""Prices, averages, rates by their names, amounts of one share, one unit, one employee; the largest
and the smallest of others."""
_TIME = deferred(
    r"\byears?\)|(?<!long[- ])(?<!short[- ])(?<!medium[- ])\bterm \(",
    re.IGNORECASE,
)
"""Lives and terms, in years."""
_LEFT = deferred(
    r"\b(?:may|can|could)\s+(?:yet|still)\s+be\b|\b(?:yet|still)\s+to\s+be\s+(?:re)?(?:purchased|acquired)"
    r"|\bremain(?:s|ing)?\s+(?:\w+\s+){0,3}?(?:authori[sz]ation|authori[sz]ed|to\s+be\s+(?:re)?purchased)"
    r"|\b(?:available|left)\s+(?:\w+\s+){0,2}?(?:for|under)\s+(?:\w+\s+){0,3}?(?:re)?purchases?\b"
    r"|\brunning\s+(?:balance|total)",
    re.IGNORECASE,
)
"""What is left of a programme, and balances that run on."""
_SHARE_COUNT = deferred(
    r"(?:shares|stock|units)\b.{0,40}\b(?:outstanding|used)|number of (?:\w+ ){0,3}shares",
    re.IGNORECASE,
)
_PAYMENT = deferred(
    r"\b(?:interim|final|special|ordinary|extraordinary|total|first|second|third|fourth|quarterly"
    r"|half[- ]year(?:ly)?|q[1-4]|h[12])\b.{0,40}\b(?:dividend|distribution)s?\b"
    r"|(?:zwischen|schluss|sonder|gesamt)dividende|\bacompte|(?:中間|期末|年間|特別).{0,6}配当",
    re.IGNORECASE,
)
"""Payments of one year, which add up though each is of one share."""
_RATE = deferred(
    r"\brates?\b(?! (?:swap|contract|derivative|hedge|option|future|loan|debt|note|mortgage)s?\b)"
    r"|\bratios?\b|\bmargins?\b|\byields?\b|\bturnover\b|\brank|\bindex\b|\bmultiple"
    r"|(?<!non-)\blife\b(?!,? (?:insur|assur|reinsur|annuit|scienc|polic|premium|fund|and |& ))"
    r"|\blives\b|\bcoupons?\b|\bbeta\b|zinss[aä]tz|\bquote\b|\brendite|\bmarge\b|\btaux\b"
    r"|\btasa\b|\btasso\b|金利|利率|利回り|割合|順位|年数|残存期間|\bnutzungsdauer",
    re.IGNORECASE,
)
"""Rates, ratios, ranks and lives, or amounts that are named after them: a tax at a rate."""
_RATE_FOR_SURE = deferred(
    r"\b(?:interest|coupon|nominal|occupancy)\s+rates?\b"
    r"|\bcoupons?\b|\byields?\b|\b(?:useful|remaining|contractual|expected)\s+(?:\w{1,20}\s+)?"
    r"(?:life|lives|term)\b|zinssatz|\bnutzungsdauer|\btaux\s+d.int[ée]r[êe]t|金利|利率|利回り|年数"
    r"|残存期間",
    re.IGNORECASE,
)
"""Names of rates and lives that hardly any amount bears, over a column of small figures."""
_REFERENCE_HEADING = deferred(
    r"^\W*(?:notes?|ref(?:erence)?s?\.?|footnotes?|(?:foot)?note\s+(?:no|nos|number|ref|reference)s?\.?"
    r"|no\.|nos\.|nr\.|#|№|s/n|sl\.?\s*no\.?|serial\s+(?:no\.?|number)|item\s+(?:no\.?|number)"
    r"|line\s+(?:no\.?|number)|rank(?:ing)?|注記?|注記\s*番号|注番号|番号|項番|順位|連番"
    r"|(?!to\s)(?:\w{1,20}\s++)?dates?|日付|datum|anhang(?:sangaben?)?|anhang\s*nr\.?|ziffer"
    r"|anm(?:erkung(?:en)?|\.)?|erläuterung(?:en)?|rang|lfd\.?\s*nr\.?)\W*$",
    re.IGNORECASE,
)
_TAKEN_AWAY = deferred(
    r"^less\b|\bless:|deduct|cost|expense|tax(?:es|ation)?\b|allowance|depreciation|amortization"
    r"|loss|charge|provision|eliminat|interest|liabilit|控除|費|原価|税|損失|負債"
    rf"|{TAKEN}",
    re.IGNORECASE,
)
_LONE_NOTE = deferred(r"\([1-9]\)")
_REFERENCE = deferred(r"[1-9]|[1-9][0-9]")


class Nature(Enum):
    """What the words of a line say that its figures are."""

    AMOUNT = "adds up, as far as words tell"
    OF_ONE = "a price, an average or the amount of one unit"
    TIME = "a life or a term"
    LEFT = "what is left of something, or a balance that runs on"
    RATE = "a share, a rate or the like, or a tax at one"
    REFERENCE = "the number of a note, a rank, a serial number"


@lru_cache(REMEMBERED)
def nature_of(label: str) -> Nature:
    """What a label says of its figures; counts of shares are amounts, and so is what names a price.

    "Tax at the statutory rate" is of the nature of a rate only by its words: whether its figures
    are is told by how they are printed.
    """
    if _REFERENCE_HEADING.match(label):
        return Nature.REFERENCE
    if _LEFT.search(label):
        return Nature.LEFT
    for pattern, nature in ((_OF_ONE, Nature.OF_ONE), (_TIME, Nature.TIME)):
        if pattern.search(label) and not _is_amount_all_the_same(label):
            return nature
    return Nature.RATE if _RATE.search(label) else Nature.AMOUNT


def _is_amount_all_the_same(label: str) -> bool:
    if _SHARE_COUNT.search(label) is not None or names_its_price(label):
        return True
    return _PAYMENT.search(label) is not None and "average" not in label.casefold()


def never_added(label: str) -> bool:
    """Whether a label names something that does not add up; counts of shares do."""
    return nature_of(label) in (Nature.OF_ONE, Nature.TIME)


@lru_cache(REMEMBERED)
def names_what_is_taken(label: str) -> bool:
    """Whether a line is called a cost, a loss or the like."""
    return _TAKEN_AWAY.search(label) is not None


def is_never_added(column: Column, values: Collection[int]) -> bool:
    """Whether a column's headings say that its figures do not add up.

    What is left of a programme does where what was taken stands in between, with its sign.
    """
    nature = nature_of(column.heading)
    if nature in (Nature.OF_ONE, Nature.TIME):
        return True
    if nature is Nature.LEFT and all(value >= 0 for value in values):
        return True
    return any(says_per_cent(t) or _REFERENCE_HEADING.match(t) for t in column.headings)


def per_cent_columns(figures: Mapping[tuple[int, int], Figure]) -> frozenset[int]:
    """Columns where only some percentages show their sign: those with one and nothing large."""
    if not any(f.unit == PERCENT for f in figures.values()):
        return frozenset()
    of_amounts = {row for (row, _), f in figures.items() if f.unit != PERCENT and not f.nil}
    signed = {
        column for (row, column), f in figures.items() if f.unit == PERCENT and row in of_amounts
    }
    return frozenset(
        signed
        - {at for (_, at), f in figures.items() if at in signed and abs(f.value) >= LARGE_DIGITS}
    )


def reference_columns(figures: Mapping[tuple[int, int], Figure]) -> frozenset[int]:
    """Columns of nothing but references to notes: "(3)" over and over, or a few small numbers.

    Where there is no note a cell is blank; a column that shows dashes states amounts.
    """
    columns: dict[int, list[Figure]] = {}
    dashed = {column for (_, column), figure in figures.items() if figure.nil}
    for (_, column), figure in figures.items():
        if not figure.nil:
            columns.setdefault(column, []).append(figure)
    rows = max((len(found) for found in columns.values()), default=0)
    large = any(abs(f.digits) >= LARGE_DIGITS for f in figures.values())
    return frozenset(
        column
        for column, found in columns.items()
        if (len(found) > 1 and all(_LONE_NOTE.fullmatch(f.text) for f in found))
        or (
            (large and column not in dashed and 2 * len(found) <= rows)
            and all(_REFERENCE.fullmatch(f.text) for f in found)
        )
    )


def row_states_rate(label: str, halves: Collection[int], usual: int) -> bool:
    """Whether a row named after a rate, a rank or the like is printed unlike the amounts.

    In half-units of the table's finest digit: those of the row's figures, and the usual one.
    """
    return any(half != usual for half in halves) and _RATE.search(label) is not None


def column_states_rate(heading: str, figures: Collection[tuple[int, int]], usual: int) -> bool:
    """The same of a column; by its name alone where that is a rate's and its figures are small.

    ``figures`` are values and half-units.
    """
    if row_states_rate(heading, [half for _, half in figures], usual):
        return True
    small = all(abs(value) < LARGE_DIGITS * 2 * half for value, half in figures)
    return small and _RATE_FOR_SURE.search(heading) is not None


def is_finer_than_amounts(halves: Collection[int], usual: int) -> bool:
    """Whether every figure of a line shows cents where the table's amounts are whole.

    Amounts per share stand among amounts so, whatever they are called.
    """
    return bool(halves) and all(half * FINER_THAN_AMOUNTS <= usual for half in halves)
