"""Labels of totals: what the words of lines, and their periods, say of a sum."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from auditor.model.figure import REMEMBERED
from auditor.model.period import Period
from auditor.notation.deferred import deferred
from auditor.relations.discovered._additivity import names_what_is_taken
from auditor.relations.discovered._foreign_words import RESULTS, TOTALS
from auditor.relations.discovered._matrix import CALLED_DIFFERENCE, IntegerLine, Matrix
from auditor.relations.discovered._thresholds import (
    CHANGE_ADDS_UP,
    COSTS_TAKEN,
    DIFFERENCE_CALLED_CHANGE,
    DIFFERENCE_UNNAMED,
    NAMES_ITS_GROUP,
    OUTRIGHT_TOTAL_TAKES,
    PERIODS_UNLIKE,
    REACHES_BACK,
    TOTAL_BEFORE_PARTS,
    TOTAL_NAME,
    TOTAL_OUTRIGHT,
    UNNAMED_TAKES,
)
from auditor.relations.discovered._trials import Parts, Step, SumHypothesis, Trial

_TOTAL = deferred(
    r"\btotals?\b|\bsum\b|\bnet\b|合計|総計|小計|^計$|純額|差引|\bgross\b|\bend(?:ing)?\b|\bprofit\b"
    r"|\bincome\b|\bearnings\b|\ball\b|\boverall\b|\bcombined\b|\bconsolidated\b"
    rf"|現金.{{0,12}}[増減加少]額|{TOTALS}|{RESULTS}",
    re.IGNORECASE,
)
_CALLED_TOTAL = deferred(
    r"^\W*(?:net|gross|operating|comprehensive|consolidated|combined)\b|\bprofit\b|純|利益"
    r"|\b(?:income|earnings|loss|\(loss\))\s+(?:before|from operations)"
    r"|\bend(?:ing)?\b|\bbalances?\b(?:(?!\bbalances?\b).)*\bend|\bcomprehensive income\b"
    rf"|{RESULTS}",
    re.IGNORECASE,
)
_STRONG_TOTAL = deferred(rf"\b(?:sub)?-?totals?\b|合計|総計|小計|^計$|{TOTALS}", re.IGNORECASE)


@lru_cache(REMEMBERED)
def is_called_total(label: str) -> bool:
    """Whether a line's label is what totals are called; a line without one often is a total."""
    return not label or is_strong_total(label) or _CALLED_TOTAL.search(label) is not None


def is_called_result(label: str) -> bool:
    """Whether a line is named for what is left of another: profit, income before tax."""
    return bool(label) and is_called_total(label) and not is_strong_total(label)


@lru_cache(REMEMBERED)
def is_strong_total(label: str) -> bool:
    """Whether a line is called a total outright."""
    return _STRONG_TOTAL.search(label) is not None


@lru_cache(REMEMBERED)
def called_bits(label: str) -> float:
    """Bits for a line's label being what totals are called."""
    if is_strong_total(label) or not label:
        return TOTAL_OUTRIGHT
    return TOTAL_NAME if _TOTAL.search(label) else 0.0


def most_word_bits(trial: Trial | Step, *, turns: bool) -> float:
    """The most that ``word_bits`` can come to for the run, with lines subtracted or without."""
    lines = trial.matrix.lines
    bits = trial.called + (TOTAL_BEFORE_PARTS if trial.before else 0.0)
    if turns:
        bits += COSTS_TAKEN if trial.matrix.downward else DIFFERENCE_CALLED_CHANGE
    if trial.reaches_back and not trial.before:
        bits += REACHES_BACK
    run = trial.run
    named = lines[run[0]].group or lines[run[-1]].group or lines[run[-2]].group
    return bits + (NAMES_ITS_GROUP if named else 0)


def word_bits(trial: Trial, parts: Parts) -> float:
    """Bits from words, from where the run begins and from the periods of columns."""
    lines, line = trial.matrix.lines, trial.line
    bits = TOTAL_BEFORE_PARTS if trial.before else 0.0
    bits += trial.called
    taken = [lines[i].label for i, sign in parts if sign < 0]
    if trial.matrix.downward:
        bits += _subtraction(line.label, taken) if taken else 0.0
    else:
        bits += _across(line, [lines[i] for i, _ in parts], subtracts=bool(taken))
    if not trial.before and trial.reaches_back:
        bits += REACHES_BACK
    group = lines[parts[0][0]].group
    return bits + (NAMES_ITS_GROUP if group and _same_words(group, line.label) else 0)


def _across(line: IntegerLine, parts: Sequence[IntegerLine], *, subtracts: bool) -> float:
    """Bits for columns: differences are called changes, and sums are of the same or parted time."""
    change = CALLED_DIFFERENCE.search(f"{line.group} {line.label}") is not None
    if subtracts:
        return DIFFERENCE_CALLED_CHANGE if change else DIFFERENCE_UNNAMED
    bits = CHANGE_ADDS_UP if change else 0.0
    periods = [part.period for part in parts if part.period]
    if line.period is None or len(periods) < len(parts):
        return bits
    same = all(p == line.period for p in periods)
    return bits if same or _makes_up(line.period, periods) else bits + PERIODS_UNLIKE


def _makes_up(whole: Period, parts: Sequence[Period]) -> bool:
    """Whether consecutive spans make up the whole one."""
    spans = sorted((p.first, p.last) for p in parts if p.first is not None)
    joined = all(a[1] + 1 == b[0] for a, b in pairwise(spans))
    return (
        len(spans) == len(parts)
        and joined
        and (spans[0][0], spans[-1][1]) == (whole.first, whole.last)
    )


def _subtraction(label: str, taken: Sequence[str]) -> float:
    """Bits for a total that takes lines away: plain where words say so, odd where they do not."""
    if all(names_what_is_taken(text) for text in taken):
        return COSTS_TAKEN
    if is_strong_total(label):
        return OUTRIGHT_TOTAL_TAKES
    return 0.0 if called_bits(label) else UNNAMED_TAKES


@lru_cache(REMEMBERED)
def _same_words(group: str, label: str) -> bool:
    """Whether a total's label names the heading over its parts."""
    named = set(re.findall(r"\w{3,}", group.casefold()))
    return bool(named) and named <= set(re.findall(r"\w{3,}", label.casefold()))


def takes_away(matrix: Matrix, hypothesis: SumHypothesis) -> bool:
    """Whether words say that lines are taken away: costs, or what profits and changes are left."""
    lines = matrix.lines
    label = lines[hypothesis.total].label
    if not matrix.downward:
        return CALLED_DIFFERENCE.search(f"{lines[hypothesis.total].group} {label}") is not None
    taken = [lines[i].label for i, sign in hypothesis.parts if sign < 0]
    return not is_strong_total(label) and all(names_what_is_taken(t) for t in taken)
