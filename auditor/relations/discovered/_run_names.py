"""Names of runs: rows whose names say that one is the others before it, added up."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from auditor.model.grid import Row
from auditor.notation.deferred import deferred
from auditor.notation.vocabulary import normal
from auditor.relations.discovered._run_words import (
    ACTIVITIES,
    BELOW_OPERATING,
    CHANGE_IN_CASH,
    NET_RESULT,
    OF_CASH,
    OPERATING_FLOW,
    OPERATING_RESULT,
    OTHER_FLOW,
)
from auditor.relations.discovered._share_names import counts_shares, dilution

Asks = Callable[[Row], bool]


class NamedRun(NamedTuple):
    """Rows one after another: the ``first``, ``steps`` from it, and the ``last`` they lead to.

    At ``most`` so many rows lead from the first to the last; ``fewest`` columns must come out for
    another to be told; ``in_per_cent``: all are percentages.
    """

    is_first: Asks
    is_step: Asks
    is_last: Asks
    most: int
    fewest: int
    in_per_cent: bool
    title: str


_CONTINUING = deferred(r"(?<!dis)continuing operations?\b")
_DISCONTINUED = deferred(r"\bdiscontinued operations?\b")
_BEFORE = deferred(r"\bbefore\b|\btax(?:es)? (?:on|from)\b|\bmargin|\brate\b|%")
_WHOLE = deferred(
    r"(?:consolidated |total )?(?:basic |diluted )?(?:net )?"
    r"(?:income|earnings|profit|loss|result)s?"
    r"(?: ?\(loss(?:es)?\)| ?/ ?\(?loss(?:es)?\)?)?(?: for the (?:year|period|quarter))?"
    r"(?:,? per [^()]{1,60}(?:\((?:basic|diluted)\))?| ?[-–—,(] ?(?:basic|diluted)\)?)?"
    r"|(?:total )?(?:basic |diluted )?eps|total"
)
_DILUTES = deferred(
    r"dilut|\boptions?\b|\brestricted\b|\bawards?\b|\bconvertible\b|\bwarrants?\b|\b[rp]sus?\b"
    r"|\b(?:stock|share|equity)[- ](?:based|units?|purchase)\b|\bespp\b|\bperformance\b"
)
_EFFECT = deferred(r"\beffects?\b|\bimpact\b|\bassumed\b|\A(?!.{0,80}\baverage\b).*\bdilutive\b")
_STATUTORY = deferred(r"\bstatutory\b")
_RATE = deferred(r"\brates?\b")
_EFFECTIVE = deferred(
    r"(?:(?:reported|total|consolidated|actual|company's|our) )?effective (?:income )?(?:tax )?"
    r"rates?(?: ?\(benefit\))?"
)
_BETWEEN = deferred(
    r"\b(?:before|after|of which|thereof|including|vor|nach|davon|avant|après|dont|antes|después)\b"
    r"|\b(?:incluid|prima|dopo|di cui|depois|dos quais|del que|de los que)"
)
"""A result between the two, or a part of a line."""
_OF_CASH, _ACTIVITIES = map(deferred, (OF_CASH, ACTIVITIES))
_OPERATING_FLOW, _OTHER_FLOW, _CHANGE_IN_CASH = map(
    deferred, (OPERATING_FLOW, OTHER_FLOW, CHANGE_IN_CASH)
)
_OPERATING_RESULT, _BELOW_OPERATING, _NET_RESULT = map(
    deferred, (OPERATING_RESULT, BELOW_OPERATING, NET_RESULT)
)


def _of_continuing(row: Row) -> bool:
    name = normal(row.label)
    return _CONTINUING.search(name) is not None and _BEFORE.search(name) is None


def _of_discontinued(row: Row) -> bool:
    name = normal(row.label)
    return _DISCONTINUED.search(name) is not None and _BEFORE.search(name) is None


def _is_whole(row: Row) -> bool:
    return _WHOLE.fullmatch(normal(row.label)) is not None


def _counts_basic(row: Row) -> bool:
    """Basic shares, or those that nothing calls diluted: what dilutes them must follow."""
    is_basic = dilution(row.group, row.label) is False
    return _counts(row) and (is_basic or not _may_be_diluted(row))


def _may_be_diluted(row: Row) -> bool:
    return _DILUTES.search(normal(f"{row.group} {row.label}")) is not None


def _dilutes(row: Row) -> bool:
    return _DILUTES.search(normal(row.label)) is not None and not _counts_diluted(row)


def _counts_diluted(row: Row) -> bool:
    is_effect = _EFFECT.search(normal(row.label)) is not None
    return _counts(row) and dilution(row.group, row.label) is True and not is_effect


def _counts(row: Row) -> bool:
    return counts_shares(f"{row.group} {row.label}")


def _is_statutory(row: Row) -> bool:
    name = normal(row.label)
    return _STATUTORY.search(name) is not None and _RATE.search(name) is not None


def _changes_rate(row: Row) -> bool:
    return not _is_statutory(row)


def _is_effective(row: Row) -> bool:
    return _EFFECTIVE.fullmatch(normal(row.label)) is not None


def _called(pattern: re.Pattern[str]) -> Asks:
    """Whether a row's label is what a pattern finds."""
    return lambda row: pattern.search(normal(row.label)) is not None


_is_change_in_cash, _is_net_result = _called(_CHANGE_IN_CASH), _called(_NET_RESULT)
_is_other_flow, _is_below_operating = _called(_OTHER_FLOW), _called(_BELOW_OPERATING)


def is_flow_total(row: Row) -> bool:
    """Whether a row is called the flow of operating, investing or financing activities."""
    name = normal(row.label)
    return _OF_CASH.search(name) is not None and _ACTIVITIES.search(name) is not None


def is_change_in_cash(row: Row) -> bool:
    """Whether a row is called what all flows make."""
    return _is_change_in_cash(row)


def is_effect_of_exchange(row: Row) -> bool:
    """Whether a row is called what exchange rates did to cash."""
    return _is_other_flow(row) and not is_flow_total(row)


def is_net_result(row: Row) -> bool:
    """Whether a row is called the net result."""
    return _is_net_result(row)


def is_between(row: Row) -> bool:
    """Whether a row is called a result between two others, or a part of a line."""
    return _BETWEEN.search(normal(row.label)) is not None


def _flows(row: Row) -> bool:
    return _is_other_flow(row) and not _is_change_in_cash(row)


def _leads_to_net(row: Row) -> bool:
    is_other = _is_net_result(row) or _BETWEEN.search(normal(row.label)) is not None
    return _is_below_operating(row) and not is_other


RUNS = (
    NamedRun(
        _of_continuing,
        _of_discontinued,
        _is_whole,
        most=3,
        fewest=1,
        in_per_cent=False,
        title="Continuing and discontinued operations make the whole",
    ),
    NamedRun(
        _counts_basic,
        _dilutes,
        _counts_diluted,
        most=9,
        fewest=1,
        in_per_cent=False,
        title="Diluted shares are the basic ones and what dilutes",
    ),
    NamedRun(
        _is_statutory,
        _changes_rate,
        _is_effective,
        most=25,
        fewest=2,
        in_per_cent=True,
        title="The effective rate is the statutory one and what changes it",
    ),
    NamedRun(
        _called(_OPERATING_FLOW),
        _flows,
        _is_change_in_cash,
        most=4,
        fewest=1,
        in_per_cent=False,
        title="The change in cash is what the flows make",
    ),
    NamedRun(
        _called(_OPERATING_RESULT),
        _leads_to_net,
        _is_net_result,
        most=6,
        fewest=1,
        in_per_cent=False,
        title="The net result is the operating result and what stands between",
    ),
)
"""The runs whose names leave no doubt about what adds up. ``most`` is by judgement: it keeps the
time linear. ``fewest`` likewise: the names say the rest, but of rates some are often left out."""
