"""Chained results: each is the one before it and the lines between, in a column of its own.

Revenue and costs to gross profit, and what follows to operating profit, to profit before tax and so
on; net income to EBITDA to adjusted EBITDA; debts to gross debt to net debt. Evidence. The names
say that each line is a result, and another link of the chain comes out in the same column, with
the same signs: costs as they are printed, or taken where none shows a sign. One link that does not
come out is doubtful where a slip of the pen explains it and no line of the column does. Where two
links that share a result miss it by the same, on either side, that result is wrong.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from auditor.model.fact import Fact
from auditor.model.grid import Band, Row
from auditor.model.relation import Kind, Relation, Severity
from auditor.model.scene import Scene, Unfinished
from auditor.notation.deferred import deferred
from auditor.notation.vocabulary import normal
from auditor.relations.discovered._additivity import names_what_is_taken
from auditor.relations.discovered._footings import Footing, of_one_unit
from auditor.relations.discovered._lines import facts_both_ways
from auditor.relations.discovered._named_thresholds import CHAIN_LONGEST, TOTAL_LEAST
from auditor.relations.discovered._total_names import adds_down, is_named_total, is_no_part

ORDER = 43
TITLE = "A result is the one before it and what stands between"
Entry = tuple[Row, Fact]

_RESULT = deferred(
    r"(?:(?:adjusted|underlying|normali[sz]ed|consolidated) )?(?:"
    r"(?:gross|operating|net|pre-?tax|trading) (?:profit|income|loss|earnings|result|surplus)"
    r"(?: ?\(loss\))?"
    r"(?: (?:for the \w{1,20}|from (?:continuing )?operations|(?:before|after) .{1,60}))?"
    r"|(?:profit|income|earnings|surplus|result|loss)(?: ?\(loss\))?"
    r" (?:for the \w{1,20}|from (?:continuing )?operations|(?:before|after) .{1,60})"
    r"|gross margin|ebitda[rx]?|ebita?)"
    r"|(?:gross|net) (?:financial )?(?:debt|borrowings|indebtedness)"
)


def discover_beyond(scene: Scene, found: Iterable[Relation | Unfinished]) -> Iterator[Relation]:
    """The results of every table of which no other discovery would tell that they are wrong."""
    sums = [one for one in found if not isinstance(one, Unfinished) and _is_sum(one)]
    known = {one.target.number for one in sums if one.tells}
    for grid in scene.grids:
        for band in grid.bands:
            if sum(_is_result(row.label) for row in band.rows) > 1:
                _, by_column = facts_both_ways(grid, band, scene)
                columns = [by_column[c.index] for c in band.columns if adds_down(c.heading)]
                yield from _told([_chain(band, facts) for facts in columns], known)


def _is_sum(relation: Relation) -> bool:
    return relation.kind in (Kind.SUM, Kind.DIFFERENCE)


def _is_result(label: str) -> bool:
    return _RESULT.fullmatch(normal(label)) is not None


def _chain(band: Band, facts: Mapping[int, Fact]) -> Sequence[Footing]:
    """The results of a column, each with the one before it and the lines between."""
    entries = [
        (row, facts[row.index])
        for row in band.rows
        if row.index in facts and not facts[row.index].figure.is_percent
        if _is_result(row.label) or is_named_total(row.label) or not is_no_part(row.label)
    ]
    if len(entries) > CHAIN_LONGEST:
        return ()
    ways = [list(_links(entries, taken=taken)) for taken in (False, True)]
    return max(ways, key=lambda links: sum(one.holds for one in links))


def _links(entries: Sequence[Entry], *, taken: bool) -> Iterator[Footing]:
    """The links of a chain; ``taken``: costs without a sign are subtracted."""
    before: list[tuple[Fact, int]] = []
    block: list[tuple[Fact, int]] = []
    for row, fact in entries:
        sign = -1 if taken and fact.value > 0 and names_what_is_taken(row.label) else 1
        if _is_result(row.label):
            parts = (*before, *block)
            amounts = [part for part, _ in parts if not part.figure.nil]
            if len(amounts) > 1 and not fact.figure.nil and of_one_unit([fact, *amounts]):
                yield Footing(fact, parts)
            before, block = [(fact, 1)], []
        elif is_named_total(row.label):
            before, block = [*before, (fact, sign)], []
        else:
            block.append((fact, sign))


def _told(chains: Sequence[Sequence[Footing]], known: Collection[int]) -> Iterator[Relation]:
    """What holds beside other links, and what does not in the one column where some do not."""
    broken = [chain for chain in chains if not all(one.holds for one in chain)]
    for chain in chains:
        held = [one for one in chain if one.holds and _is_large(one)]
        tells = len(held) > 1 and not broken
        for one in held:
            if tells and one.total.number not in known:
                yield one.relation(TITLE)
        if len(broken) == 1 and chain is broken[0] and held:
            yield from _wrong(chain, known)


def _wrong(chain: Sequence[Footing], known: Collection[int]) -> Iterator[Relation]:
    """The link that does not come out, or the two that miss the result they share by the same."""
    failed = [one for one in chain if not one.holds]
    if any(one.total.number in known or not _is_large(one) for one in failed):
        return
    if len(failed) == 1 and failed[0].slipped and not _is_printed(failed[0].gap, chain):
        yield failed[0].relation(TITLE, Severity.WARNING)
    elif len(failed) == 2 and _miss_alike(*failed):
        sure = all(one.slipped for one in failed)
        for one in failed:
            yield one.relation(TITLE, Severity.ERROR if sure else Severity.WARNING)


def _miss_alike(one: Footing, other: Footing) -> bool:
    """Whether the result that two links share is off by the same in both."""
    shared = other.parts[0][0] is one.total
    return shared and abs(one.gap + other.gap) <= one.room + other.room


def _is_large(footing: Footing) -> bool:
    return abs(footing.total.figure.digits) >= TOTAL_LEAST


def _is_printed(gap: Fraction, chain: Sequence[Footing]) -> bool:
    """Whether a gap is a figure of the column, once or twice: then it was left out or turned."""
    facts = [fact for one in chain for fact in (one.total, *(part for part, _ in one.parts))]
    return any(abs(gap) in (abs(fact.value), 2 * abs(fact.value)) for fact in facts)
