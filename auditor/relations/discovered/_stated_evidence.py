"""Evidence on what sentences state: whether tables that contradict a claim convict it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from math import log2
from typing import NamedTuple

from auditor.checks.slips import slip_cost
from auditor.checks.thresholds import NO_SLIP
from auditor.checks.verdict import allowed
from auditor.model.document import Passage
from auditor.model.fact import Fact, Measure
from auditor.model.figure import Figure, Rounding
from auditor.model.interval import Interval
from auditor.model.period import MONTHS_OF_A_YEAR, Period
from auditor.model.relation import Kind, Relation, Severity
from auditor.model.scene import Scene
from auditor.notation.periods import periods
from auditor.relations.discovered._crossed_rows import left_unsaid
from auditor.relations.discovered._stated_elsewhere import Elsewhere
from auditor.relations.discovered._stated_thresholds import (
    CLAIMS_PER_FAILURE,
    FEW_TABLES,
    FEWEST_SWAPPED,
    NEAR,
    SLIP_ALONE,
    SLIP_FAR_OFF,
    SLIP_OF_ITSELF,
    TABLES_IN_FRONT,
    TELLING_DIGITS,
)

Group = tuple[int, str, str]
"""What claims share that are made of one subject in one breath: block, concept, label."""


class Judged(NamedTuple):
    """A claim with the relation that holds, or with the one that tables contradict it by.

    ``wanted`` is what the tables leave the claim's figure, ``tables`` are the numbers of the tables
    that it was compared with. ``doubtful`` is whether it may speak of another time than was read,
    ``shifted`` whether the row prints it for another time. A claim ``supports`` others of its
    subject where it comes out, be it of too few digits to be tied: ``places`` are the rows
    (table and row) that bear it out. Of several values that rows of
    its name print, it fails by the likeliest of so many ``choices``. It is ``crossed`` where what
    its words hold beside a row's name is said over that row, ``echoed`` where that row prints
    what the claim should be.
    """

    claim: Fact
    holds: Relation | None = None
    fails: Relation | None = None
    wanted: Interval | None = None
    tables: frozenset[int] = frozenset()
    doubtful: bool = False
    shifted: bool = False
    supports: bool = False
    places: frozenset[tuple[int, int]] = frozenset()
    choices: int = 1
    crossed: bool = False
    echoed: bool = False

    @property
    def group(self) -> Group:
        """What it shares with the claims that are made of the same subject in one breath."""
        return group_of(self.claim)

    @property
    def bits(self) -> float:
        """Bits for a slip of the pen, by the digits that chance would have needed; 0 for none.

        It may be the table's as well as the sentence's.
        """
        facts = () if self.fails is None else (term.fact for term in self.fails.inputs)
        table = ((f.figure, self._wanted_of(f)) for f in facts if f.in_table)
        most = max(
            slip_bits(figure, wanted)
            for figure, wanted in (*table, (self.claim.figure, self.wanted))
        )
        return max(0.0, most - log2(self.choices))

    @property
    def is_loose(self) -> bool:
        """Whether its words hold more than rows say."""
        return self.claim.loosely and not self.crossed

    def _wanted_of(self, fact: Fact) -> Interval | None:
        """What a figure of a table would be for a claimed difference to be right.

        None for other claims: the same figure may slip either way, and growth leaves a figure so
        much room that some slip always fits.
        """
        if self.fails is None or self.fails.kind is not Kind.DIFFERENCE:
            return None
        wanted = allowed(self.fails, fact.number, Rounding.NEAREST)
        return -wanted if wanted is not None and fact.sign < 0 else wanted

    @property
    def is_surely_a_slip(self) -> bool:
        """Whether a slip explains the figure that hardly any other figure would offer."""
        return self.bits >= (SLIP_OF_ITSELF if self.is_near else SLIP_FAR_OFF)

    @property
    def is_near(self) -> bool:
        """Whether the figure is of the size that the tables ask for."""
        if self.wanted is None:
            return False
        meant, said = abs(self.wanted.low), abs(self.claim.figure.value)
        return meant <= NEAR * said and said <= NEAR * meant


def group_of(claim: Fact) -> Group:
    """What a claim shares with those that are made of the same subject in one breath."""
    return claim.block, claim.concept, claim.label.casefold() if claim.loosely else ""


def likeliest(found: Sequence[Judged]) -> Judged | None:
    """Of failures against several values, the one that a slip explains; None where none does."""
    choices = len({(one.wanted.low, one.wanted.high) for one in found if one.wanted})
    best = max((one._replace(choices=choices) for one in found), key=lambda one: one.bits)
    return best if best.bits >= SLIP_ALONE else None


def slip_bits(figure: Figure, wanted: Interval | None) -> float:
    """Bits for a slip of the pen that turned what is wanted into a figure; 0 where none did."""
    cost = slip_cost(figure, wanted)
    return max(0.0, log2(max(1, abs(figure.digits))) - cost) if cost < NO_SLIP else 0.0


def convicted(judged: Sequence[Judged], scene: Scene) -> Iterator[Relation]:
    """The relations that hold, and those that fail where the evidence convicts the claim.

    Where several claims of one subject fail and none holds, the subject is of another part of the
    company, and nothing is wrong. One that fails beside one that holds is an error. Alone it is one
    if a slip of the pen explains it, and doubtful if it is near and many others hold, or the
    document is short, but where more fail for no reason than hold, the words mean something else.
    One whose words hold more than a row's name is judged only beside one that holds, one that is
    given as a cause of another figure only where a slip explains it.
    """
    short = len(scene.grids) <= FEW_TABLES
    judged = judged if short else _of_the_whole(judged)
    held = Counter(one.group for one in judged if one.holds or one.supports)
    yield from _telling(judged, held, short=short)
    borne_out = _borne_out(judged, held, scene, short=short)
    left = [one for one in judged if one.fails is not None and borne_out.leaves(one)]
    unexplained = sum(one.bits < SLIP_ALONE for one in left if not held[one.group])
    for one in left:
        if one.claim.segment or one.fails is None:
            continue
        if held[one.group] or (one.bits >= SLIP_ALONE and len(held) >= unexplained):
            yield one.fails
        elif _is_doubtful(one, len(held), len(left), short=short):
            yield replace(one.fails, severity=Severity.WARNING)


def _telling(
    judged: Iterable[Judged], held: Mapping[Group, int], *, short: bool
) -> Iterator[Relation]:
    """The relations that hold, and whether each would tell if its claim were wrong."""
    for one in judged:
        if one.holds is not None:
            in_table = [t.fact for t in one.holds.inputs if t.fact.in_table]
            least = min(abs(f.figure.digits) for f in (one.claim, *in_table))
            enough = least >= TELLING_DIGITS and one.holds.kind in (Kind.TIE, Kind.DIFFERENCE)
            tells = held[one.group] > 1 or enough or len(held) >= CLAIMS_PER_FAILURE
            yield replace(one.holds, tells=(tells or short) and not one.claim.segment)


@dataclass(frozen=True, slots=True)
class BorneOut:
    """What the claims that hold tell of those that fail.

    ``held`` and ``failing`` count claims by what they share; ``surely`` is what a table itself
    bears out; ``owners`` whose tables they are; ``spans`` the time said of a figure, by its
    number; ``spoken`` the times by table; ``said`` those that passages name.
    """

    held: Mapping[Group, int]
    failing: Mapping[Group, int]
    surely: AbstractSet[Group]
    owners: AbstractSet[tuple[frozenset[str], int]]
    spans: Mapping[int, Period | None]
    spoken: AbstractSet[tuple[int | None, Period | None]]
    said: AbstractSet[tuple[int, Period | None]]
    elsewhere: Elsewhere
    scene: Scene
    short: bool

    def leaves(self, one: Judged) -> bool:
        """Whether a claim that fails is read right, as far as what holds can tell."""
        return (
            (bool(self.held[one.group]) or self.failing[one.group] == 1)
            and not (one.doubtful and _time_said(one.claim) not in self.said)
            and (self._is_of_its_time(one) or self._is_of_its_row(one))
            and (one.group in self.surely or _means_the_row(one, self.owners, short=self.short))
            and not _is_of_another_span(one, self.spans)
            and not (one.fails and self.elsewhere.gives(one.fails))
            and (not one.claim.explains or _is_surely_explained(one, short=self.short))
        )

    def _is_of_its_time(self, one: Judged) -> bool:
        """Whether a value that its row prints for another time is stated for the time said."""
        named = one.shifted and _names_its_time(one.claim, self.scene)
        return named and _is_read_right(one, self.spoken)

    def _is_of_its_row(self, one: Judged) -> bool:
        """Whether neither another time of its row nor another row explains what is claimed."""
        if one.shifted and (one.group not in self.surely or one.claim.assumed_time):
            return False
        known = bool(self.held[one.group])
        return known or not _may_be_of_another(one, self.elsewhere, short=self.short)


def _borne_out(
    judged: Sequence[Judged], held: Mapping[Group, int], scene: Scene, *, short: bool
) -> BorneOut:
    ties = [
        (fact, one.claim.period)
        for one in judged
        if one.holds is not None and one.holds.kind is Kind.TIE
        for fact in one.holds.facts
    ]
    return BorneOut(
        held=held,
        failing=Counter(one.group for one in judged if one.fails is not None),
        surely={one.group for one in judged if one.holds and one.tables},
        owners={o for one in judged if one.holds and one.is_loose for o in _owners(one)},
        spans={fact.number: period for fact, period in ties},
        spoken={(fact.source.table, period) for fact, period in ties if fact.in_table},
        said={_time_said(one.claim) for one in judged if _says_when(one.claim, scene)},
        elsewhere=Elsewhere(scene.facts),
        scene=scene,
        short=short,
    )


def _means_the_row(
    one: Judged, owners: AbstractSet[tuple[frozenset[str], int]], *, short: bool
) -> bool:
    """Whether a claim is of the row that it names, be it among words that rows do not say."""
    if not one.is_loose or (short and one.is_surely_a_slip):
        return True
    return not owners.isdisjoint(_owners(one))


def _is_surely_explained(one: Judged, *, short: bool) -> bool:
    """Whether a cause is mistyped: on a page by any slip, else by one that hardly another offers.

    In a long document words like "accounts payable" are rows of several statements.
    """
    return one.bits > 0 if short else one.is_near and one.bits >= SLIP_ALONE


def _owners(one: Judged) -> Iterator[tuple[frozenset[str], int]]:
    """What a claim says beside its row's name, with each table that it is compared with.

    "CMS sales" that a table's sales bear out tell whose operating income that table prints.
    """
    relation = one.holds or one.fails
    cells = [f for f in relation.facts if f.in_table] if relation else []
    for label in {cell.source.row_label or "" for cell in cells}:
        said = left_unsaid(one.claim, label)
        yield from ((said, table) for table in one.tables if said)


def _of_the_whole(judged: Sequence[Judged]) -> list[Judged]:
    """The judgements without points of which a long document's sentences give several figures.

    Each part of a company has a margin, and two digits meet that of another by chance.
    """
    said: dict[tuple[str, Period | None], set[Fraction]] = defaultdict(set)
    for one in judged:
        if one.claim.measure is Measure.POINTS:
            said[one.claim.concept, one.claim.period].add(one.claim.value)
    return [
        one
        for one in judged
        if one.claim.measure is not Measure.POINTS
        or len(said[one.claim.concept, one.claim.period]) == 1
    ]


def _is_read_right(one: Judged, spoken: AbstractSet[tuple[int | None, Period | None]]) -> bool:
    """Whether other sentences are borne out by the claim's time in the tables that fail it."""
    return all((table, one.claim.period) in spoken for table in one.tables)


def _may_be_of_another(one: Judged, elsewhere: Elsewhere, *, short: bool) -> bool:
    """Whether another row prints what is claimed, so that it may speak of that.

    Two digits meet some cell by chance: on one page, against a row that is named to the word, they
    say nothing.
    """
    few = abs(one.claim.figure.digits) < FEWEST_SWAPPED
    return not (short and few and not one.is_loose) and elsewhere.prints(one.claim)


def _is_of_another_span(one: Judged, spans: Mapping[int, Period | None]) -> bool:
    """Whether another claim, of a quarter as this is of the half-year, says what the table prints.

    A column headed by a date alone does not tell how long its span is.
    """
    assert one.fails is not None
    own = one.claim.period
    return one.fails.kind is Kind.TIE and any(
        spans.get(fact.number, own) != own for fact in one.fails.facts
    )


def _is_doubtful(one: Judged, held: int, left: int, *, short: bool) -> bool:
    """Whether a claim that nothing explains is to be looked at, by how many hold and fail."""
    if short:
        return held >= (left - 1 if one.is_near or one.bits else left)
    fewest = CLAIMS_PER_FAILURE - bool(one.bits)  # a slip stands for a subject
    return (one.is_near or one.echoed) and held >= fewest * left


def _says_when(claim: Fact, scene: Scene) -> bool:
    """Whether the passage itself names the claim's period, or the table in front of it no other."""
    passage = scene.document.blocks[claim.block]
    label = claim.period.label if claim.period else ""
    headings = passage.headings if isinstance(passage, Passage) and label else ()
    if _names_its_time(claim, scene) or any(
        label in heading.text and not _names_another_span(heading, claim, scene)
        for heading in headings
    ):
        return True
    return claim.period is not None and _spans_in_front(scene, claim) == {claim.period.first}


def _names_another_span(heading: Passage, claim: Fact, scene: Scene) -> bool:
    """Whether a heading names a quarter and its year, so that either may be spoken of below it."""
    own = claim.period
    return own is not None and any(
        found.last == own.last and found.first != own.first and not found.is_instant
        for _, _, found in periods(heading.text, scene.calendar)
    )


def _names_its_time(claim: Fact, scene: Scene) -> bool:
    """Whether the passage itself names the claim's period."""
    passage = scene.document.blocks[claim.block]
    label = claim.period.label if claim.period else ""
    return isinstance(passage, Passage) and bool(label) and label in passage.text


def _spans_in_front(scene: Scene, claim: Fact) -> set[int | None]:
    """Where the spans begin that end as the claim's, in the nearest table in front with any."""
    assert claim.period is not None
    tables = _spans(scene)
    at = bisect_left(tables, claim.block, key=lambda table: table[0])
    for _, spans in reversed(tables[max(0, at - TABLES_IN_FRONT) : at]):
        own = {first for first, last in spans if last == claim.period.last}
        if own:
            return own
    return set()


@lru_cache(maxsize=1)
def _spans(scene: Scene) -> tuple[tuple[int, frozenset[tuple[int | None, int]]], ...]:
    """The block of each table with the first and the last month of the spans that it prints."""
    found: dict[int, set[tuple[int | None, int]]] = defaultdict(set)
    for fact in scene.facts:
        if fact.in_table and fact.period and not fact.period.is_instant:
            found[fact.block].add((fact.period.first, fact.period.last))
    return tuple((block, frozenset(spans)) for block, spans in sorted(found.items()))


def rows_of(facts: Iterable[Fact]) -> frozenset[tuple[int, int]]:
    """The rows, by table, that facts of tables stand in."""
    return frozenset((f.source.table or 0, f.source.row or 0) for f in facts if f.in_table)


def _time_said(claim: Fact) -> tuple[int, Period | None]:
    """The passage and the time that its words name for the claim; of a base, what it is before."""
    period = claim.period
    if period is not None and claim.assumed_time:
        period = period.shifted(MONTHS_OF_A_YEAR)
    return claim.block, period


def numbers(facts: Iterable[Fact]) -> frozenset[int]:
    """The tables that facts stand in."""
    return frozenset(fact.source.table or 0 for fact in facts)
