"""Balance sheets: both sides carry one total, and the right one is liabilities and equity.

Evidence. The names say it all, in whatever language, so that one column is enough to look: the two
totals of a column state the same. That total liabilities and total equity make the right side is
asked where nothing stands between them that is neither. One row of each name is wanted; where a
table prints several companies below each other, each has its own total assets before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from auditor.model.fact import Fact
from auditor.model.grid import Band, Grid
from auditor.model.relation import Relation
from auditor.model.scene import Scene
from auditor.notation.deferred import deferred
from auditor.notation.vocabulary import normal
from auditor.relations.discovered._lines import facts_both_ways
from auditor.relations.discovered._named_judging import judged, parted
from auditor.relations.discovered._relations import sum_of, tie

ORDER = 8
TITLE = "Liabilities and equity make one side of the balance sheet"

_OWNERS = (
    r"(?:(?:share|stock)(?:holders?|owners?)'?s?'? |(?:owners|members|partners|unit ?holders)'? )"
)
_EQUITY = (
    rf"(?:total )?{_OWNERS}?(?:equity|capital|deficiency|\(?deficit\)?|funds|net assets)"
    r"(?: ?\((?:deficit|deficiency|net assets)\)| ?/ ?\(?deficit\)?)?"
)
_ASSETS = deferred(
    r"(?:total )?assets|assets,? total|資産(?:の部)?(?:合計|計)|総資産(?:合計)?"
    r"|(?:summe (?:der )?|gesamt)?(?:aktiva|vermögenswerte)(?: gesamt| insgesamt)?"
    r"|total (?:de l')?actifs?|total (?:del? )?activos?|totale (?:dell')?attiv(?:o|ità)"
    r"|total do ativo|totaal activa",
    re.IGNORECASE,
)
_BOTH = deferred(
    r"(?:total )?(?:liabilities(?:,? (?:[\w' ]{0,60}))?(?: and|,|/|&) ?" + _EQUITY +
    r"|(?:equity|" + _EQUITY + r")(?: and|,|/|&) ?(?:total )?liabilities)"
    r"|負債(?:及び|・|、|および)?(?:純資産|資本|株主資本)(?:の部)?(?:合計|計)"
    r"|資本(?:及び|・|、|および)負債(?:の部)?(?:合計|計)"
    r"|(?:summe (?:der )?)?(?:passiva|eigenkapital und schulden)(?: gesamt| insgesamt)?"
    r"|total (?:du )?passifs?(?: et (?:des )?capitaux propres)?"
    r"|total (?:del? )?(?:pasivos? y patrimonio(?: neto)?|patrimonio(?: neto)? y pasivos?)",
    re.IGNORECASE,
)  # fmt: skip
_LIABILITIES = deferred(
    r"total liabilities|負債(?:の部)?(?:合計|計)|(?:summe (?:der )?)(?:schulden|verbindlichkeiten)"
    r"|(?:schulden|verbindlichkeiten) (?:gesamt|insgesamt)",
    re.IGNORECASE,
)
_ALL_EQUITY = deferred(
    r"total " + _EQUITY.removeprefix("(?:total )?") + r"|(?:純資産|資本)(?:の部)?(?:合計|計)"
    r"|(?:summe (?:des )?)eigenkapitals?|eigenkapital (?:gesamt|insgesamt)",
    re.IGNORECASE,
)
_BETWEEN = deferred(
    r"redeemable|mezzanine|temporary|non-?controlling|minority|preferred|preference|convertible"
    r"|commitments|contingen|puttable|subject to|非支配|少数株主|新株予約権|minderheit",
    re.IGNORECASE,
)


class Sheet(NamedTuple):
    """The rows of one balance sheet; None where it prints none of the name."""

    assets: Mapping[int, Fact]
    both: Mapping[int, Fact]
    liabilities: Mapping[int, Fact] | None
    equity: Mapping[int, Fact] | None


def discover(scene: Scene) -> Iterator[Relation]:
    """The identities of every balance sheet, column by column."""
    for grid in scene.grids:
        for band in grid.bands:
            sheet = _sheet(grid, band, scene)
            if sheet is not None:
                yield from _two_sides(sheet)
                yield from _right_side(sheet)


def _sheet(grid: Grid, band: Band, scene: Scene) -> Sheet | None:
    """The balance sheet that a band states, if it states just one."""
    labels = [normal(row.label) for row in band.rows]
    if not any(map(_ASSETS.fullmatch, labels)) or not any(map(_BOTH.fullmatch, labels)):
        return None
    by_row, _ = facts_both_ways(grid, band, scene)
    facts = [by_row[row.index] for row in band.rows]
    names = [label if own else "" for label, own in zip(labels, facts, strict=True)]  # no headings
    assets, both = _only(_ASSETS, names), _only(_BOTH, names)
    if assets is None or both is None:
        return None
    liabilities, equity = _only(_LIABILITIES, names), _only(_ALL_EQUITY, names)
    if liabilities is None or equity is None or any(map(_BETWEEN.search, names)):
        return Sheet(facts[assets], facts[both], None, None)
    return Sheet(facts[assets], facts[both], facts[liabilities], facts[equity])


def _only(pattern: re.Pattern[str], names: Sequence[str]) -> int | None:
    """The only line of a name."""
    found = [at for at, name in enumerate(names) if pattern.fullmatch(name)]
    return found[0] if len(found) == 1 else None


def _amounts(facts: Mapping[int, Fact]) -> Mapping[int, Fact]:
    return {c: f for c, f in facts.items() if not (f.figure.nil or f.figure.is_percent)}


def _two_sides(sheet: Sheet) -> Iterator[Relation]:
    """Both totals of each column; columns of changes and shares differ all together."""
    assets, both = _amounts(sheet.assets), _amounts(sheet.both)
    ties = [tie(both[c], fact) for c, fact in assets.items() if c in both]
    held, failed = parted(ties)
    yield from held
    if len(failed) <= max(1, len(held)):
        yield from failed


def _right_side(sheet: Sheet) -> Iterator[Relation]:
    if sheet.liabilities is None or sheet.equity is None:
        return
    both, equity = _amounts(sheet.both), _amounts(sheet.equity)
    sums = [
        sum_of(both[c], (fact, equity[c]), TITLE)
        for c, fact in _amounts(sheet.liabilities).items()
        if c in both and c in equity
    ]
    yield from judged(sums, fewest=1, per_failure=2)
