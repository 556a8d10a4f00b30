"""Stated shares: percentages of which a sentence says what they are taken of.

"Operating income was 15.2 % of net sales" names both rows; "the effective tax rate", "gross margin"
and the like are taken of two rows by their name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from auditor.checks.verdict import allowed, verdict
from auditor.model.fact import Fact
from auditor.model.figure import Rounding, of_one_unit
from auditor.model.relation import Kind, Relation, Role, Term
from auditor.model.verdict import Status
from auditor.notation.deferred import deferred
from auditor.notation.prose_languages import LANGUAGES
from auditor.relations.discovered._relations import discovered
from auditor.relations.discovered._series import Series, key_of
from auditor.relations.discovered._stated_amounts import is_ambiguous, keys
from auditor.relations.discovered._stated_evidence import Judged


class Ratio(NamedTuple):
    """What rows of a name state over those of another."""

    name: re.Pattern[str]
    over: re.Pattern[str]
    under: re.Pattern[str]


def _ratio(name: str, over: str, under: str) -> Ratio:
    return Ratio(*(deferred(rf"(?:{text})", re.IGNORECASE) for text in (name, over, under)))


_REVENUE = (
    r"total revenues|(?:total |net |total net |total operating |group )?(?:operating )?"
    r"(?:revenues?|sales)"
)
_TAXES = (
    r"(?:total )?(?:provision for |benefit from )?(?:\(?provision\)? )?(?:income )?tax(?:es|ation)?"
    r"(?: expense| provision| charge)?(?: \(benefit\))?|provision for income taxes"
    r"|(?:total )?income tax (?:expense|provision)(?: \(benefit\))?|法人税等(?:合計)?"
    r"|(?:ertrags?|einkommen)steuern(?: vom einkommen(?: und (?:vom )?ertrag)?)?"
    r"|steuern(?: vom einkommen und (?:vom )?ertrag)?|steueraufwand"
    r"|imp[ôo]ts?(?: sur les (?:résultats|bénéfices|sociétés))?|charge d'impôt"
    r"|impuestos?(?: sobre (?:beneficios|sociedades|las ganancias))?"
)
_BEFORE_TAXES = (
    r"income before tax|(?:income|profit|earnings|loss|income \(loss\)) before"
    r"(?: provision for)? (?:income )?tax(?:es)?(?: expense)?|税引前.{0,4}利益"
    r"|(?:konzern)?ergebnis vor (?:ertrag)?steuern|gewinn vor steuern|ebt"
    r"|résultat avant imp[ôo]ts?|(?:resultado|beneficio) antes de impuestos"
)
_TAX_RATES = (re.escape(rate) for each in LANGUAGES for rate in each.tax_rates)
_EQUITY = (
    r"(?:純資産|自己資本|株主資本)(?:額|合計)?"
    r"|(?:total |group )?(?:(?:share|stock)holders['’] )?equity"
)
RATIOS = (
    _ratio(
        r"effective (?:income )?tax rate|実効税率|" + "|".join(_TAX_RATES), _TAXES, _BEFORE_TAXES
    ),
    _ratio(r"gross margin(?: ratio)?|売上総利益率", r"gross margin|売上総利益", _REVENUE),
    _ratio(r"operating margin ratio|(?:売上高)?営業利益率", r"operating income|営業利益", _REVENUE),
    _ratio(
        r"net margin(?: ratio)?|net profit margin",
        r"net income|profit for the (?:year|period)",
        _REVENUE,
    ),
    _ratio(r"equity ratio", _EQUITY, r"total assets|総資産|資産合計"),
)


def share(claim: Fact, tables: Sequence[Sequence[Series]], spoken: Sequence[Fact]) -> Judged | None:
    """A percentage against the two rows that it is taken of, in the tables that print both.

    Where none does, against two amounts that are ``spoken`` of in the same passage.
    """
    return _of_rows(claim, tables) or _of_amounts(claim, spoken)


def _of_amounts(claim: Fact, spoken: Sequence[Fact]) -> Judged | None:
    """The claim over two amounts of its passage that its name asks for."""
    ratio = next((r for r in RATIOS if r.name.fullmatch(claim.concept)), None)
    if ratio is None:
        return None
    over = [f for f in spoken if ratio.over.fullmatch(f.concept) and f.period == claim.period]
    under = [f for f in spoken if ratio.under.fullmatch(f.concept) and f.period == claim.period]
    if len(over) != 1 or len(under) != 1:
        return None
    relation = _quotient(claim, over[0], under[0])
    if relation is None:
        return None
    if verdict(relation, Rounding.NEAREST).status is Status.HOLDS:
        return Judged(claim, relation)
    return Judged(claim, fails=relation, wanted=allowed(relation, claim.number, Rounding.NEAREST))


def _of_rows(claim: Fact, tables: Sequence[Sequence[Series]]) -> Judged | None:
    """The claim over two rows of a table."""
    failing: list[tuple[Relation, int]] = []
    for rows in (*tables, *_from_two(claim, tables)):
        table = rows[0].table
        for relation in _quotients(claim, rows):
            status = verdict(relation, Rounding.NEAREST).status
            if status is Status.HOLDS:
                return Judged(claim, relation, tables=frozenset((table,)))
            if status is Status.VIOLATED:
                failing.append((relation, table))
    alike = {tuple(t.fact.value for t in r.inputs) for r, _ in failing}
    if len(alike) != 1:
        return None
    relation = failing[0][0]
    wanted = allowed(relation, claim.number, Rounding.NEAREST)
    failed = frozenset(table for _, table in failing)
    named = (row for rows in tables if rows[0].table in failed for row in operands(claim, rows)[1])
    doubtful = any(is_ambiguous(claim, row) for row in named)
    return Judged(claim, fails=relation, wanted=wanted, tables=failed, doubtful=doubtful)


def _from_two(claim: Fact, tables: Sequence[Sequence[Series]]) -> Iterator[Sequence[Series]]:
    """The two rows, where one table has the one and another the other, and none has both.

    Equity stands on one side of a balance sheet, total assets on the other.
    """
    over, under = operands(claim, [row for rows in tables for row in rows])
    if len(over) == len(under) == 1 and over[0].table != under[0].table:
        yield [*over, *under]


def _quotients(claim: Fact, rows: Sequence[Series]) -> Iterator[Relation]:
    """The claim over each two rows of a table that it may be taken of."""
    assert claim.period is not None
    key = key_of(claim.period, claim)
    if not any(key in row.at for row in rows):
        key = key_of(claim.period.end, claim)  # balances head their columns with its last day
    if not any(key in row.at for row in rows):  # "31 December 2024" beside "2024"
        key = next((k for row in rows for k in keys(claim, claim.period, row)), key)
    over, under = operands(claim, [row for row in rows if key in row.at])
    for above in over:
        for below in under:
            if above is not below:
                made = _quotient(claim, above.at[key].fact, below.at[key].fact)
                if made:
                    yield made


def operands(claim: Fact, rows: Sequence[Series]) -> tuple[list[Series], list[Series]]:
    """The rows that a share names, or those of the ratio that the claim is called."""
    if claim.against and claim.against.concept:
        return (
            [row for row in rows if row.concept == claim.concept],
            [row for row in rows if row.concept == claim.against.concept],
        )
    for ratio in RATIOS:
        if ratio.name.fullmatch(claim.concept):
            return (
                [row for row in rows if ratio.over.fullmatch(row.concept)],
                [row for row in rows if ratio.under.fullmatch(row.concept)],
            )
    return [], []


def _quotient(claim: Fact, over: Fact, under: Fact) -> Relation | None:
    """The quotient of two rows; a cost in brackets is taken as it is spoken of."""
    if under.value <= 0 or not over.value or not of_one_unit(over.figure, under.figure):
        return None
    above = over._replace(sign=-over.sign) if over.value < 0 < claim.value else over
    return discovered(
        Kind.RATIO, claim, (Term(above, 1, Role.NUMERATOR), Term(under, 1, Role.DENOMINATOR))
    )
