"""Suggestion: what was discovered in a document as a rule file for a person to review."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import NamedTuple

from auditor.facts.locators import Atlas
from auditor.model.document import Document
from auditor.model.fact import Fact
from auditor.model.relation import Relation
from auditor.model.rule import Pack, Rule
from auditor.model.verdict import Status, Verdict
from auditor.notation.vocabulary import applies
from auditor.suggest.drafts import DraftContext, arithmetic_of, drafts
from auditor.suggest.placed_relations import FactPlaces, placed_relation
from auditor.suggest.signatures import signatures
from auditor.suggest.thresholds import FEWEST_LETTERS, LONGEST_COMPANY_LINE, TOP_LINES
from auditor.suggest.titles import worded
from auditor.suggest.written import yaml_of
from auditor.suggest.written_data import data_yaml_of

__all__ = ["PACK", "Suggested", "data_yaml_of", "suggested", "yaml_of"]

PACK = "suggested"
_COMPANY = re.compile(
    r"\b(?:Inc|Corp|Corporation|Company|Co|Ltd|Limited|Holdings|Group|PLC|LLC|LP|L\.P|AG|SE|SA|S\.A"
    r"|N\.V|NV|GmbH|AB|ASA|Oyj|S\.p\.A)\b|株式会社",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"(?<!\S)[^\s\d]*+\d\S*+")
_LETTERS = re.compile(r"[^\W\d_]")


class Suggested(NamedTuple):
    """A pack of rules for a document, and how many relations they declare and leave out."""

    pack: Pack
    relations: int
    left_out: int


def suggested(
    document: Document,
    atlas: Atlas,
    facts: Sequence[Fact],
    verdicts: Sequence[Verdict],
    declared: Callable[[Rule], Iterable[Relation]],
) -> Suggested:
    """Rules that declare the relations of these verdicts, one rule a signature.

    ``declared`` gives the relations of a rule in this document that can be checked.
    """
    status = {arithmetic_of(v.relation): v.status for v in verdicts}
    context = DraftContext(atlas, declared, frozenset(status))
    places = FactPlaces(atlas, {f.number: f for f in facts}, dict(_order_in_passages(facts)))
    found = [placed_relation(v.relation, places) for v in verdicts]
    made = [
        draft
        for signature in signatures([i for i in found if i is not None])
        for draft in drafts(signature, context)
    ]
    rules = _with_distinct_ids(
        worded(draft, lambda r: status[arithmetic_of(r)] is Status.HOLDS) for draft in made
    )
    kept = sum(len(draft.signature.instances) for draft in made)
    pack = Pack(PACK, _title(document), applies=_header(document), rules=tuple(rules))
    return Suggested(pack, kept, len(verdicts) - kept)


def _order_in_passages(facts: Iterable[Fact]) -> Iterator[tuple[int, int]]:
    """Each figure of prose by its number, with its place among those of its passage."""
    count: Counter[int] = Counter()
    for fact in facts:
        if not fact.in_table:
            count[fact.block] += 1
            yield fact.number, count[fact.block]


def _with_distinct_ids(rules: Iterable[Rule]) -> Iterator[Rule]:
    """The rules with ids that differ."""
    used: set[str] = set()
    times: Counter[str] = Counter()  # those before of a name: counting anew would take their square
    for rule in rules:
        times[rule.id] += 1
        name = rule.id if times[rule.id] == 1 else f"{rule.id}-{times[rule.id]}"
        while name in used:
            times[rule.id] += 1
            name = f"{rule.id}-{times[rule.id]}"
        used.add(name)
        yield replace(rule, id=name)


def _title(document: Document) -> str:
    name = " ".join(PurePath(document.path).name.split())
    return f"What was discovered in {name or 'the document'}"


def _header(document: Document) -> tuple[str, ...]:
    """A pattern by which the document is known again, its figures left open; () if none is."""
    for line in _identifying_lines(document):
        pattern = " ".join(_FIGURE.sub("*", line).split()).strip(" *")
        for way in (pattern, "*".join(pattern.split())):
            identifies = len(_LETTERS.findall(way)) >= FEWEST_LETTERS
            if identifies and applies(Pack("", "", applies=(way,)), document):
                return (way,)
    return ()


def _identifying_lines(document: Document) -> list[str]:
    """Lines that may say what the document is, the likeliest first.

    One near the top that names a company, then any of text, then those of tables.
    """
    text = [line for p in document.passages for line in p.text.splitlines()]
    first = [line for line in text[:TOP_LINES] if len(line) <= LONGEST_COMPANY_LINE]
    cells = [row[0].text for t in document.tables for row in t.rows if row and row[0]]
    return [*filter(_COMPANY.search, first), *first, *text, *cells]
