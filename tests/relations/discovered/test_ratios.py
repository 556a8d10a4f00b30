"""Plain ratios: which of three lines states the quotient of the other two."""

import pytest

from auditor.auditing.facts import document_facts
from auditor.auditing.relations import document_relations
from auditor.model.relation import Kind
from auditor.rulebook.packs import rule_packs
from tests.relations.discovered.structure import read

NAMED = """
| Item | 2019 | 2020 | 2021 | 2022 | 2023 |
|---|---|---|---|---|---|
| Assets | 278.8230 | 301.7606 | 339.9332 | 418.4939 | 449.1818 |
| Debt | 48.5010 | 52.8251 | 58.0997 | 69.3410 | 77.0442 |
| Debt/asset ratio | 17.3949 | 17.5056 | 17.0915 | 16.5692 | 17.1521 |
"""
COPIED = """
| Party | Fixed price | Volume | Price | Amount |
|---|---|---|---|---|
| Ash | 15.18 | 15,500 | 15.18 | 235,290.00 |
| Birch | 15.55 | 12,250 | 15.55 | 190,487.50 |
| Cedar | 14.10 | 31,005 | 14.10 | 437,170.50 |
| Elm | 10.04 | 32,252 | 10.04 | 323,810.08 |
| Fir | 12.95 | 22,860 | 12.95 | 296,037.00 |
"""


def quotients(text):
    facts = document_facts(read(text), rule_packs())
    found = document_relations(facts, discover=True).discovered
    ratios = [r for r in found if r.kind is Kind.RATIO]
    return {tuple(f.source.row if text == NAMED else f.source.col for f in r.facts) for r in ratios}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (NAMED, {(4, 3, 2)}),  # the line called a ratio, not the one with the most digits
        (COPIED, {(3, 5, 4)}),  # an amount is made of the price that stands beside it
    ],
)
def test_the_quotient_is_where_words_and_place_say(text, expected):
    assert quotients(text) == expected
