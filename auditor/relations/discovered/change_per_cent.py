"""Changes in per cent: a column that is called no more than "%", right behind one of changes.

Evidence. Another discovery found how the changes come about, from which two columns; what stands in
per cent behind them is the same change over the earlier of the two. Two rows must come out, and two
for each that does not; that one is an error where a slip of the pen explains it, else doubtful.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from auditor.model.fact import Fact
from auditor.model.relation import Kind, Relation, Role, Term
from auditor.model.scene import Scene, Unfinished
from auditor.notation.deferred import deferred
from auditor.relations.discovered._lines import in_per_cent
from auditor.relations.discovered._named_judging import judged
from auditor.relations.discovered._named_thresholds import (
    CHANGE_ROWS_FEWEST,
    CHANGE_ROWS_PER_FAILURE,
)
from auditor.relations.discovered._relations import discovered

ORDER = 38
TITLE = "The change in per cent is that of the amounts before it"

_BARE = deferred(
    r"(?:change |variance |increase |in )?[(（]?(?:[%％]|percent|pct\.?)[)）]?"
    r"(?: change| variance| chg\.?)?|増減率[(（]?[%％]?[)）]?|veränderung in %"
)


def discover_beyond(scene: Scene, found: Iterable[Relation | Unfinished]) -> Iterator[Relation]:
    """The percentages behind the changes that others found."""
    relations = [one for one in found if not isinstance(one, Unfinished)]
    stated = {r.target.number for r in relations if r.kind in (Kind.GROWTH, Kind.RATIO)}
    columns: dict[tuple[int, int], list[Relation]] = defaultdict(list)
    for relation in relations:
        growth = _growth(relation, scene) if relation.kind is Kind.DIFFERENCE else None
        if growth is not None:
            source = growth.target.source
            columns[source.table or 0, source.col or 0].append(growth)
    for growths in columns.values():
        told = judged(growths, fewest=CHANGE_ROWS_FEWEST, per_failure=CHANGE_ROWS_PER_FAILURE)
        yield from (growth for growth in told if growth.target.number not in stated)


def _growth(change: Relation, scene: Scene) -> Relation | None:
    """The percentage right behind a change, as that of the same two amounts."""
    source = change.target.source
    if source.table is None or source.row is None or source.col is None:
        return None
    behind = scene.at.get((source.table, source.row - 1, source.col))
    if len(change.inputs) != 2 or behind is None or not _is_in_per_cent(behind):
        return None
    later, earlier = (term.fact for term in change.inputs)
    if later.value <= 0 or earlier.value <= 0 or later.figure.is_percent:
        return None
    terms = Term(later, 1, Role.LATER), Term(earlier, 1, Role.EARLIER)
    return discovered(Kind.GROWTH, in_per_cent(behind), terms, TITLE)


def _is_in_per_cent(fact: Fact) -> bool:
    """Whether a figure's column is called no more than a percentage, or a change in per cent."""
    heading = (fact.source.column_label or "").strip().casefold()
    own = heading.rsplit(" ", 1)[-1] if not _BARE.fullmatch(heading) else heading
    return not fact.figure.nil and _BARE.fullmatch(own) is not None
