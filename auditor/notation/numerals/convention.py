"""Convention: how a table writes its numbers, inferred once from all its cells together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from auditor.model.figure import DECIMAL_POINTS, Cr, NumeralConvention
from auditor.notation.deferred import deferred
from auditor.notation.numerals.cells import DECIMAL_COMMAS, NOTES_BEFORE, states_figure
from auditor.notation.numerals.narrowing import narrowed, visible
from auditor.notation.numerals.not_amounts import is_time_at
from auditor.notation.thresholds import (
    FEWEST_BARE_OF_A_UNIT,
    FEWEST_DECIMAL_COMMAS,
    FEWEST_MINUSES_BEHIND,
    FEWEST_OF_A_UNIT,
    TEXTS_REMEMBERED,
)

_APOSTROPHES = dict.fromkeys(map(ord, "’´`ʼ′‘"), "'")
# A number with what may stand around it in a cell: a sign, a currency, a unit, the mark of a note.
_ONE_NUMBER = deferred(
    rf"\s*{NOTES_BEFORE}"
    r"[^0-9A-Za-z]{0,6}(?:(?P<lead>[A-Z]{1,4}|[RD][rs]|Cr)\.?[^0-9A-Za-z]{0,3})?"
    r"(?P<number>[0-9]+(?:[.,' ][0-9]+)*)(?P<rest>[^0-9]{0,40}|[^0-9]{0,3}\([0-9]{1,2}\))"
)
_MARK = deferred(r"[.,' ]")
_YEAR = deferred(r"(?:19|20)[0-9]{2}")
_BEHIND = deferred(r"[-−–]\s{0,3}(?:%|[€$£]|[A-Z]{3})?\s*")
_CR = deferred(r"\s{0,3}\(?(CR|DR|DB|Cr|Dr|Db|cr|dr)\.?\)?(?![A-Za-z])")
_CONTINENTAL = deferred(
    r"(?<![^\W\d_])(?:mio|mrd|mia|mld|mln|milj|md|tsd|tkr|mkr|kr|t?eur|zł|kč)(?![^\W\d_])|€",
    re.IGNORECASE,
)
"""Scales and currencies that stand behind numbers where points group thousands."""
_SIDE = deferred(r"\s{1,3}(?P<letter>[SHDC])\s*")
_SIDES = ("SH", "DC")
_UP_OR_DOWN = deferred(r"[▼▽↓↑↘↗]")
_OWN_UNIT = deferred(
    r"\s{0,3}(?P<word>(?:[^\W\d_]{2,8}|[\u3400-\u9fff\uac00-\ud7af])(?:/[^\W\d_]{1,6})?)\.?\s*"
)
_COIN = deferred(r"p(?![A-Za-z])")
_POUNDS = deferred(r"£|\bGBP\b|\bpence\b|\bplc\b|per share|dividend", re.IGNORECASE)
_RUPEES = deferred(r"₹|\bRs\b|\bINR\b|\bcrores?\b|\blakhs?\b|rupee", re.IGNORECASE)


class Proof(Enum):
    """What the marks of one number say of the marks of its table."""

    COMMA = auto()  # decimals open with a comma: "4.812,6", "1.647.302"
    COMMA_LIKELY = auto()  # "12,5", unless it is a list
    POINT = auto()
    POINT_LIKELY = auto()
    COMMA_EITHER = auto()  # "1,234" may be either
    POINT_EITHER = auto()
    TRIPLES = auto()  # "1,234,567"
    PAIRS = auto()  # "12,34,567" in lakhs


class _Shown(NamedTuple):
    """What one cell shows of its table's convention; ``groups`` is "" where nothing groups."""

    proof: Proof | None
    groups: str
    marked: bool  # whether some mark stands within its number
    is_year: bool
    rest: str
    lead: str
    text: str


def document_convention(tables: Iterable[Iterable[str]]) -> NumeralConvention | None:
    """What is usual in a document by the cells of its tables; None where none of them tells."""
    marks = Counter(_decimal_mark(_proofs(_all_shown(cells)), ".") for cells in tables)
    if not marks[","] and not marks["."]:
        return None
    return DECIMAL_COMMAS if marks[","] > marks["."] else DECIMAL_POINTS


def table_convention(
    cells: Iterable[str], around: str, usual: NumeralConvention
) -> NumeralConvention:
    """How the cells are written, by what is ``usual`` in the document where they do not tell.

    ``around`` is what stands around the numbers, such as the table's headings and labels.
    """
    shown = _all_shown(cells)
    proofs = _proofs(shown)
    decimal = _decimal_mark(proofs, usual.decimal)
    if decimal is None:
        decimal = "," if _groups_by_points(shown, proofs) else usual.decimal
    plain = DECIMAL_COMMAS if decimal == "," else DECIMAL_POINTS
    groups = Counter(f.groups for f in shown if f.groups and f.groups != decimal)
    return NumeralConvention(
        decimal,
        groups.most_common(1)[0][0] if groups else plain.groups,
        proofs[Proof.PAIRS] > proofs[Proof.TRIPLES],
        _minus_stands_behind(shown),
        _writes_coins(shown, around),
        words=True,
        arrows=any(_UP_OR_DOWN.search(found.text) for found in shown),
        cr=_cr(shown, around),
        sides=_sides(shown),
        units=_own_units(shown),
    )


def _all_shown(cells: Iterable[str]) -> list[_Shown]:
    return [found for text in cells if (found := _shown(text)) is not None]


def _proofs(shown: Iterable[_Shown]) -> Counter[Proof | None]:
    return Counter(found.proof for found in shown)


def _decimal_mark(proofs: Counter[Proof | None], usual: str) -> str | None:
    """The mark that opens decimals, None where the numbers do not tell.

    A few decimals with a point, in a document of decimal commas, are numbers of notes.
    """
    commas, likely = proofs[Proof.COMMA], proofs[Proof.COMMA_LIKELY]
    points = proofs[Proof.POINT] + proofs[Proof.PAIRS] + proofs[Proof.TRIPLES]
    unlikely = proofs[Proof.POINT_LIKELY]
    if commas or points:
        opposed = max(points, proofs[Proof.COMMA_EITHER])
        return "," if commas + likely > opposed + unlikely and commas > points else "."
    if unlikely and not (usual == "," and unlikely <= likely + proofs[Proof.POINT_EITHER]):
        return "."
    if likely >= FEWEST_DECIMAL_COMMAS and not proofs[Proof.COMMA_EITHER]:
        return ","
    return None


def _groups_by_points(shown: Iterable[_Shown], proofs: Counter[Proof | None]) -> bool:
    """Whether "1.204 mio. kr." beside "87 mio. kr." are thousands: words of the continent say so.

    Decimals of a table are as many in each of its numbers.
    """
    if not proofs[Proof.POINT_EITHER] or proofs[Proof.COMMA_EITHER]:
        return False
    found = [f for f in shown if not f.is_year]
    whole = any(f.proof is None and not f.marked for f in found)
    return whole and any(_CONTINENTAL.search(f.rest) for f in found)


@lru_cache(maxsize=TEXTS_REMEMBERED)
def _shown(text: str) -> _Shown | None:
    """What a cell that consists of one number shows."""
    match = _ONE_NUMBER.fullmatch(narrowed(visible(text).translate(_APOSTROPHES)))
    if match is None:
        return None
    number = match["number"]
    marks, parts = _MARK.findall(number), _MARK.split(number)
    proof, groups = _proof(marks, parts) if marks else (None, "")
    if groups in (" ", "'"):
        groups = next(c for c in text if c != "-" and narrowed(c).translate(_APOSTROPHES) == groups)
    is_year = _YEAR.fullmatch(number) is not None
    lead = match["lead"] or ""
    return _Shown(proof, groups, bool(marks), is_year, match["rest"], lead, text)


def _proof(marks: Sequence[str], parts: Sequence[str]) -> tuple[Proof | None, str]:
    """What the marks between the digits of a number prove, and which of them groups."""
    first, last = marks[0], marks[-1]
    whole, tail = parts[:-1], parts[-1]
    if len(set(marks)) == 1:
        return _proof_of_one(first, parts) if len(marks) == 1 else _proof_of_groups(first, parts)
    if last in " '" or last in marks[:-1] or len(set(marks[:-1])) > 1:
        return None, ""
    if first == "," and last == "." and _in_pairs(whole):
        return Proof.PAIRS, ","
    if not _in_threes(whole) or (first in " '" and len(tail) == 3):
        return None, ""  # "1 284,113" may be the mark of a note and a figure
    return (Proof.COMMA if last == "," else Proof.POINT), first


def _proof_of_groups(mark: str, parts: Sequence[str]) -> tuple[Proof | None, str]:
    """What several marks of one kind prove: they all group."""
    if mark == "," and _in_pairs(parts):
        return Proof.PAIRS, mark
    if not _in_threes(parts):
        return None, ""
    proofs = {".": Proof.COMMA, ",": Proof.TRIPLES}
    return proofs.get(mark), mark


def _proof_of_one(mark: str, parts: Sequence[str]) -> tuple[Proof | None, str]:
    """What a lone mark proves: by the digits behind it, decimals or nothing."""
    whole, tail = parts
    if mark in " '":
        return None, mark if _in_threes(parts) else ""
    if _in_threes(parts) and whole[0] != "0":
        return (Proof.COMMA_EITHER if mark == "," else Proof.POINT_EITHER), mark
    if mark == ",":
        return (Proof.COMMA_LIKELY if len(tail) < 3 or whole == "0" else None), ""
    return (None if _YEAR.fullmatch(whole) else Proof.POINT_LIKELY), ""


def _in_threes(parts: Sequence[str]) -> bool:
    return len(parts[0]) <= 3 and all(len(part) == 3 for part in parts[1:])


def _in_pairs(parts: Sequence[str]) -> bool:
    pairs = parts[1:-1]
    return len(pairs) > 0 and len(parts[0]) < 3 and len(parts[-1]) == 3 and _all_two(pairs)


def _all_two(parts: Iterable[str]) -> bool:
    return all(len(part) == 2 for part in parts)


def _minus_stands_behind(shown: Iterable[_Shown]) -> bool:
    """Whether dashes right behind numbers are signs: behind thousands or decimals, or several."""
    behind = [f for f in shown if _BEHIND.fullmatch(f.rest) and not f.is_year]
    return any(f.marked for f in behind) or len(behind) >= FEWEST_MINUSES_BEHIND


def _writes_coins(shown: Iterable[_Shown], around: str) -> bool:
    """Whether "p" behind a number is pence and no mark: on most of them, or beside pounds."""
    found = list(shown)
    coins = sum(_COIN.match(f.rest) is not None for f in found)
    return coins > 0 and (2 * coins > len(found) or _POUNDS.search(around) is not None)


def _cr(shown: Iterable[_Shown], around: str) -> Cr | None:
    """What "Cr" means: with rupees and no debits ("Dr") ten millions, else a credit."""
    found = list(shown)
    sides = {m[1].upper() for one in found if (m := _CR.match(one.rest))}
    sides |= {one.lead.upper() for one in found} & {"CR", "DR", "DB"}
    in_rupees = _RUPEES.search(around) or any(_RUPEES.search(one.text) for one in found)
    if sides == {"CR"} and in_rupees:
        return Cr.CRORE
    return Cr.CREDIT if sides else None


def _sides(shown: Iterable[_Shown]) -> str:
    """The letters for debit and credit, where numbers are followed by both of them."""
    letters = {m["letter"] for found in shown if (m := _SIDE.fullmatch(found.rest))}
    return next((pair for pair in _SIDES if set(pair) <= letters), "")


def _own_units(shown: Iterable[_Shown]) -> tuple[str, ...]:
    """Words that nobody knows behind several numbers of which some are plainly amounts: "kt"."""
    counts: Counter[str] = Counter()
    plain: set[str] = set()
    for found in shown:
        match = _OWN_UNIT.fullmatch(found.rest) if found.rest and not found.is_year else None
        if match is not None and not states_figure(found.text) and not is_time_at(found.rest):
            counts[match["word"]] += 1
            plain.update([match["word"]] if found.marked else [])
    told = [
        word
        for word, count in counts.items()
        if count >= (FEWEST_OF_A_UNIT if word in plain else FEWEST_BARE_OF_A_UNIT)
    ]
    return tuple(sorted(told, key=lambda word: (-len(word), word)))
