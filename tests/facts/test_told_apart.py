"""Told apart: two words for one concept that a table prints different figures beside."""

import pytest

from auditor import readers
from auditor.facts.usage import usage_of
from auditor.model.rule import Vocabulary
from auditor.notation.vocabulary import lexicon

WORDS = lexicon(Vocabulary(concepts=(("Revenue", ("Net revenue", "Turnover")),)), ())


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["Revenue | 103 | 104", "Royalties | 10 | 10", "Net revenue | 93 | 94"], "net revenue"),
        (["Turnover | 103 | 104", "Net revenue | 93 | 94"], "net revenue"),  # the first keeps it
        (["Net revenue | 93 | 94", "Revenue | 103 | 104"], "net revenue"),  # or the name itself
        (["Revenue | 103 | 104", "Net revenue | 103 | 104"], "Revenue"),  # the same figures
        (["Revenue | 103 | 104", "Net revenue | 9 % | 8 %"], "Revenue"),  # its margin or growth
        (["Revenue | |", "Net revenue | 93 | 94"], "Revenue"),  # a heading
        (["Net revenue | 93 | 94"], "Revenue"),
    ],
)
def test_a_table_that_prints_both_tells_them_apart(rows, expected):
    table = "\n".join(["|  | 2025 | 2024 |", "|---|---|---|", *(f"| {row} |" for row in rows)])
    document = readers.read(f"# Oil\n\n{table}\n".encode(), "oil.md")
    assert usage_of(document, WORDS).lexicon.concept("Net revenue") == expected
