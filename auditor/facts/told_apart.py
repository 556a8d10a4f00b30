"""Told apart: words for one concept that a document uses for two, such as revenue and net revenue.

Where one table prints different figures beside them they are two things, there and in the rest
of the document.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from auditor.model.document import Table
from auditor.notation.vocabulary import Lexicon, normal


def with_labels_told_apart(lexicon: Lexicon, tables: Iterable[Table]) -> Lexicon:
    """The lexicon without the words of a concept that some table tells from its name."""
    apart = frozenset(form for table in tables for form in _told_apart(lexicon, table))
    if not apart:
        return lexicon
    return lexicon._replace(concepts=lexicon.concepts.without(apart))


def _told_apart(lexicon: Lexicon, table: Table) -> Iterator[str]:
    """The labels, in normal form, of a concept that another row says other figures of.

    That row is called by the concept's name, or is the first. Percentages are no other figures:
    a margin has the name of its amounts.
    """
    rows: dict[str, dict[str, set[tuple[str, ...]]]] = defaultdict(lambda: defaultdict(set))
    for row in table.rows:
        label, *cells = (cell.text if cell else "" for cell in row)
        concept = lexicon.concepts.exact.get(normal(label)) if label else None
        if concept is not None and _states_amounts("".join(cells)):
            rows[concept][normal(label)].add(tuple(cells))
    for concept, forms in rows.items():
        own = forms.get(normal(concept)) or next(iter(forms.values()))
        yield from (form for form, said in forms.items() if said.isdisjoint(own))


def _states_amounts(cells: str) -> bool:
    return any(map(str.isdigit, cells)) and "%" not in cells
