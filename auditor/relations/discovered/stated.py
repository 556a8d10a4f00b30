"""Stated: sentences of which every slot is filled, against the tables that print what they claim.

Evidence. "Revenue increased 11.8 % to $862.4 million compared to fiscal 2023" names a row, two
times and what is claimed of them, and no word is left that could narrow it. Where a table's row
comes out, the claim is tied to it. Where none does, and all rows of that name print the same, the
claim is wrong: an error where another claim of the same subject is borne out, or where a slip of
the pen explains it; else it is doubtful, for the table may be of another part of the company.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from auditor.model.fact import Fact, Measure
from auditor.model.relation import Relation
from auditor.model.scene import Scene
from auditor.relations.discovered._crossed_rows import CrossedRows
from auditor.relations.discovered._either_way import comes_out_turned
from auditor.relations.discovered._series import Series, groups_near, nearest, series_in
from auditor.relations.discovered._stated_amounts import amount
from auditor.relations.discovered._stated_evidence import Judged, convicted, group_of
from auditor.relations.discovered._stated_movements import KINDS, movement
from auditor.relations.discovered._stated_points import points
from auditor.relations.discovered._stated_shares import share
from auditor.relations.discovered._stated_thresholds import CLAIM_REACH

ORDER = 33
SHARES = (Measure.SHARE, Measure.AMOUNT)
MOVEMENTS = (*KINDS, Measure.POINTS)


class Rows(NamedTuple):
    """The rows of tables by concept and by table, and the amounts spoken of by block.

    ``amounts`` are the tables' rows of amounts, ``with_shares`` those of percentages too.
    """

    by_concept: Mapping[str, Sequence[Series]]
    amounts: Sequence[Sequence[Series]]
    with_shares: Sequence[Sequence[Series]]
    spoken: Mapping[int, Sequence[Fact]]
    crossed: CrossedRows

    def of_concept(self, claim: Fact) -> Sequence[Series]:
        """The rows of the claim's concept near it: hundreds of that name tell it nothing more."""
        return nearest(self.by_concept.get(claim.concept, ()), claim.block, CLAIM_REACH)


def discover(scene: Scene) -> Iterator[Relation]:
    """What certain claims repeat of the tables or say of two of their figures."""
    claims = [f for f in scene.facts if f.certain and not f.in_table and f.period and f.concept]
    if not claims:
        return
    by_concept: dict[str, list[Series]] = defaultdict(list)
    by_table: dict[int, list[Series]] = defaultdict(list)
    with_shares: dict[int, list[Series]] = defaultdict(list)
    for row in series_in(scene):
        by_concept[row.concept].append(row)
        with_shares[row.table].append(row)
        if not row.per_cent:
            by_table[row.table].append(row)
    spoken: dict[int, list[Fact]] = defaultdict(list)
    for claim in claims:
        if claim.measure is Measure.AMOUNT and not claim.figure.is_percent:
            spoken[claim.block].append(claim)
    amounts, shares = [*by_table.values()], [*with_shares.values()]
    rows = Rows(by_concept, amounts, shares, spoken, CrossedRows(scene))
    told = (_judged(claim, rows) for claim in claims)
    judged = [None if one and _is_worded_either_way(one, scene) else one for one in told]
    yield from convicted(list(_with_siblings(claims, judged, rows)), scene)


def _is_worded_either_way(one: Judged, scene: Scene) -> bool:
    """Whether a movement comes out in the other direction, and its words tell none."""
    moves = one.claim.measure in MOVEMENTS
    return one.fails is not None and moves and comes_out_turned(one.fails, scene)


def _with_siblings(
    claims: Sequence[Fact],
    judged: Sequence[Judged | None],
    rows: Rows,
) -> Iterator[Judged]:
    """The judgements, and those of claims that only the row of their siblings can decide.

    Of several rows of a name, a sentence speaks of the one that bears out its other figures.
    """
    borne: dict[tuple[int, str, str], set[tuple[int, int]]] = defaultdict(set)
    for one in judged:
        if one:
            borne[one.group] |= one.places
    unresolved = Counter(
        group_of(claim)
        for claim, one in zip(claims, judged, strict=True)
        if one is None or one.fails is not None
    )
    for claim, found in zip(claims, judged, strict=True):
        told = found
        places = borne.get(group_of(claim))
        if places and (found is None or found.choices > 1):
            own = [row for row in rows.of_concept(claim) if (row.table, row.row) in places]
            told = _of_rows(claim, own) or found
        alone = told is None or told.choices == 1 or unresolved[group_of(claim)] == 1
        if told is not None and alone:
            yield told._replace(echoed=rows.crossed.echoes(told.claim, told.wanted))


def _judged(claim: Fact, rows: Rows) -> Judged | None:
    """The claim against the rows of its concept; None where no table prints what it claims."""
    own = rows.of_concept(claim)
    crossed = rows.crossed.of(claim) if claim.loosely else ()
    told = _of_rows(claim, crossed) if crossed else None
    if told is not None:
        return told._replace(crossed=True)
    if crossed:  # rows of other parts bear it out at most
        told = _of_rows(claim, own)
        return told if told is not None and told.fails is None else None
    if claim.measure in KINDS:
        return movement(claim, own)
    if claim.measure is Measure.POINTS:
        return points(claim, groups_near(rows.with_shares, claim.block))
    per_cent = [row for row in own if row.per_cent] if claim.measure is Measure.SHARE else own
    found = amount(claim, per_cent) if claim.measure in SHARES else None
    if claim.measure is Measure.SHARE and found is not None and found.fails is not None:
        found = share(claim, groups_near(rows.amounts, claim.block), ()) or found
    if found is not None or not claim.figure.is_percent or claim.measure not in SHARES:
        return found
    tables = groups_near(rows.amounts, claim.block)
    return share(claim, tables, rows.spoken.get(claim.block, ()))


def _of_rows(claim: Fact, rows: Sequence[Series]) -> Judged | None:
    """An amount or a movement against these rows."""
    if claim.measure in KINDS:
        return movement(claim, rows)
    return amount(claim, rows) if claim.measure is Measure.AMOUNT else None
