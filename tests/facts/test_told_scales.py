"""Told scales: a table without a scale is in the one that sentences about its rows tell."""

import pytest

from auditor import readers
from auditor.auditing.facts import facts_of

TABLE = """\
| | 2024 | 2023 |
|---|---|---|
| Fares collected | 310,442 | 288,117 |
| Harbour dues | 120,618 | 118,931 |

"""


@pytest.mark.parametrize(
    ("sentence", "scale"),
    [
        ("Fares collected were $310.4 million in 2024.", 3),
        ("Fares collected were $310.4 billion in 2024.", 6),
        ("Harbour dues were $310.4 million in 2024.", 0),  # of another row
        ("Fares collected were $315.4 million in 2024.", 0),
        ("Fares collected were $310.4 million, and harbour dues $120.6 billion.", 0),  # at odds
        ("Fares collected were $0.31 billion in 2024.", 0),  # too few digits
    ],
)
def test_a_sentence_tells_the_scale_of_the_row_it_names(sentence, scale):
    facts = facts_of(readers.read((TABLE + sentence).encode(), "ferries.md"))
    assert {f.figure.scale for f in facts if f.in_table} == {scale}
