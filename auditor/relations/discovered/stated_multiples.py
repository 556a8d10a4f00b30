"""Stated multiples: ratios of sentences whose names say which two rows they are taken of.

Evidence. "Net debt to EBITDA was 1.8x, compared with 2.2x a year earlier" names two rows, "the
current ratio" names them by what it is called. A figure that comes out is tied to them. One that
does not is an error where the other of its sentence comes out, and doubtful alone: the ratio may
be defined otherwise. What is a covenant's, adjusted, averaged or expected is not asked.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import NamedTuple

from auditor.checks.verdict import verdict
from auditor.model.document import Passage
from auditor.model.fact import Fact, Measure
from auditor.model.figure import PERCENT, Rounding, of_one_unit
from auditor.model.period import MONTHS_OF_A_YEAR, Period
from auditor.model.relation import PER_CENT, Kind, Relation, Role, Severity, Term
from auditor.model.scene import Scene
from auditor.model.verdict import Status
from auditor.notation.deferred import deferred
from auditor.notation.vocabulary import normal
from auditor.relations.discovered._claim_wording import RESTATED, SENTENCE_END
from auditor.relations.discovered._quotient_names import QUOTIENTS
from auditor.relations.discovered._relations import discovered
from auditor.relations.discovered._stated_thresholds import NEAR

ORDER = 40
_IN_EVERY_NAME = (" to ", "-to-", "ratio")
_NAME = deferred(
    r"(?:\A|[.;,(]\s?|\b(?:and|while|but|in|with)\s)(?:(?:an?|the|our|its|their)\s)?(?:ratio of\s)?"
    r"(?:(?P<called>(?:current|efficiency|book[- ]to[- ]bill|loan[- ]to[- ]deposit)(?: ratio)?)"
    r"|(?P<over>(?:[^\W\d_]+ ){0,3}[^\W\d_]+)[ -]to[ -](?P<under>(?:[^\W\d_]+ ){0,2}?[^\W\d_]+)"
    r"(?: ratio)?)\)?"
    r"(?=\s(?:was|is|were|stood|amounted|improved|rose|fell|increased|decreased|declined|of)\b)",
    re.IGNORECASE,
)
_IN_FRONT = deferred(
    r"\s*(?:(?:in|at|as of|on)\s[^,;()]{0,30}(?:\d{4}|end)|the [a-z ]{0,20}\sratio\s?"
    r"|(?!(?:in|for|at|within|under|of|as|on|with|by|excluding|including)\b)[^();]{20,120}"
    r")?(?:, resulting)?",
    re.IGNORECASE,
)
"""What may stand in front of a name: a date, or a clause that has ended."""
_ENDS = deferred(r"\s?(?:[.;,()]|\Z)|\s(?:at|in|from|compared|as|versus|against|on|and)\b")
_LEADS = deferred(
    r"\s(?:(?:was|is|were|stood|of)(?: at)?|amounted to"
    r"|(?:improved|rose|fell|increased|decreased|declined)(?: (?:slightly|further))? to)\s",
    re.IGNORECASE,
)
_BACK = deferred(
    r"(?:\s(?:in|for|at the end of)\s(?:fiscal )?(?:the year\s)?\d{4})?,?\s(?:(?:up|down)\s)?"
    r"(?:from|compared (?:to|with)|versus|against)\s|\s\((?:prior year|previous year|\d{4}):\s",
    re.IGNORECASE,
)
_OTHER_TIME = deferred(r"quarter|months|half|week|covenant|average", re.IGNORECASE)
_OF_ANOTHER_KIND = deferred(
    r"covenant|adjusted|average|target|expect|permitted|required|maximum|minimum|exceed|trailing"
    r"|rolling|last twelve|guidance|defined|net of|underlying|at least|not more|parent|segment"
    r"|division|region|subsidiar|'s\b|’s\b|\bbank|peer|industry|issuer|borrower|lender",
    re.IGNORECASE,
)


class _Said(NamedTuple):
    """A ratio that a sentence names, with its figures: the later one first."""

    over: re.Pattern[str] | str
    under: re.Pattern[str] | str
    figures: Sequence[Fact]


def discover(scene: Scene) -> Iterator[Relation]:
    """The ratios that sentences state, over the rows that their names ask for."""
    spoken: dict[int, list[Fact]] | None = None
    rows: Mapping[str, Sequence[Fact]] = {}
    for block, passage in enumerate(scene.document.blocks):
        if not isinstance(passage, Passage) or not _may_say(passage.text):
            continue
        for found in _NAME.finditer(passage.text):
            if spoken is None:
                spoken, rows = _by_block(scene), _rows(scene)
            said = _said(passage.text, found, spoken.get(block, ()))
            if said is not None:
                yield from _judged([_asked(f, said, rows) for f in said.figures])


def _may_say(text: str) -> bool:
    """Whether a text holds what every such name does, which is seen much sooner."""
    folded = text.casefold()
    return any(part in folded for part in _IN_EVERY_NAME)


def _by_block(scene: Scene) -> dict[int, list[Fact]]:
    found: dict[int, list[Fact]] = defaultdict(list)
    for fact in scene.facts:
        if not fact.in_table:
            found[fact.block].append(fact)
    return found


def _rows(scene: Scene) -> Mapping[str, Sequence[Fact]]:
    """The amounts that tables state, by the label of their row."""
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in scene.facts:
        amount = fact.measure is Measure.AMOUNT and not fact.figure.is_percent
        if fact.in_table and fact.period and amount:
            found[normal(fact.label)].append(fact)
    return found


def _said(text: str, found: re.Match[str], facts: Sequence[Fact]) -> _Said | None:
    """The ratio of a name and its figures, where nothing says that it is of another kind."""
    start, end = _sentence(text, found.start(), found.end())
    behind = [f for f in facts if found.end() <= f.figure.start < end]
    if not behind or not _is_plain(text, found, start, end):
        return None
    first = behind[0].figure
    if not (_LEADS.fullmatch(text, found.end(), first.start) and _ENDS.match(text, first.end)):
        return None
    figures = [f for f in _with_base(text, behind) if f.period]
    if not all(f.figure.unit in ("x", "", PERCENT) for f in figures):
        return None
    if found["called"] is None:
        return _Said(normal(found["over"]), normal(found["under"]), figures)
    called = normal(found["called"])
    own = next((each for each in QUOTIENTS if each.name.fullmatch(called)), None)
    return _Said(own.over, own.under, figures) if own else None


def _is_plain(text: str, found: re.Match[str], start: int, end: int) -> bool:
    """Whether a sentence speaks of the whole company and of a year, as reported."""
    narrowed = _OF_ANOTHER_KIND.search(text, start, end) or RESTATED.search(text[start:end])
    other = narrowed or _OTHER_TIME.search(text, found.end(), end)
    return not other and _IN_FRONT.fullmatch(text, start, found.start()) is not None


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence of a place begins and ends."""
    begins = max((m.end() for m in SENTENCE_END.finditer(text, 0, start)), default=0)
    ends = SENTENCE_END.search(text, end)
    return begins, ends.start() if ends else len(text)


def _with_base(text: str, facts: Sequence[Fact]) -> Sequence[Fact]:
    """The first figure, and the one of the year before that it is compared with."""
    later = facts[0]
    if len(facts) < 2 or later.period is None:
        return facts[:1]
    earlier = facts[1]
    if not _BACK.fullmatch(text, later.figure.end, earlier.figure.start):
        return facts[:1]
    if later.figure.unit != earlier.figure.unit:
        return facts[:1]
    return later, earlier._replace(period=later.period.year_before)


def _asked(fact: Fact, said: _Said, rows: Mapping[str, Sequence[Fact]]) -> Relation | None:
    """The figure over the two amounts of its time, if the tables state one of each."""
    assert fact.period is not None
    over, under = _stated(said.over, fact.period, rows), _stated(said.under, fact.period, rows)
    pairs = list(product(over, under))
    if not pairs or len({(a.value, b.value) for a, b in pairs}) > 1:
        return None
    above, below = pairs[0]
    if not of_one_unit(above.figure, below.figure) or above.value <= 0 or below.value <= 0:
        return None
    terms = Term(above, 1, Role.NUMERATOR), Term(below, 1, Role.DENOMINATOR)
    return discovered(Kind.RATIO, fact._replace(measure=Measure.SHARE, sign=1), terms)


def _stated(
    name: re.Pattern[str] | str, period: Period, rows: Mapping[str, Sequence[Fact]]
) -> list[Fact]:
    """What rows of a name state for a year or for its last day."""
    if isinstance(name, str):
        facts = rows.get(name, rows.get(f"total {name}", ()))
    else:
        facts = [f for label, own in rows.items() if name.fullmatch(label) for f in own]
    is_year = period.is_instant or period.months == MONTHS_OF_A_YEAR
    return [f for f in facts if is_year and f.period in (period, period.end)]


def _judged(asked: Sequence[Relation | None]) -> Iterator[Relation]:
    """What comes out; what does not, as sure as the other figure of the sentence makes it."""
    told = [(one, verdict(one, Rounding.NEAREST).status) for one in asked if one]
    holds = any(status is Status.HOLDS for _, status in told)
    for one, status in told:
        if status is Status.HOLDS:
            yield one
        elif status is Status.VIOLATED and (holds or (len(told) == 1 and _is_near(one))):
            yield one if holds else replace(one, severity=Severity.WARNING)


def _is_near(relation: Relation) -> bool:
    """Whether the figure is about as large as the ratio: what is farther off is of other rows."""
    over, under = (term.fact.value for term in relation.inputs)
    figure = relation.target.figure
    value = relation.target.value * under * (PER_CENT if figure.is_percent else 1)
    return over < value * NEAR and value < over * NEAR
