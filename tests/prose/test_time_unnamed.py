"""Sentences that name no time, beside rows that print two spans of one end."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.rulebook.packs import rule_packs

TABLE = """# Zwischenbericht

| in Mio. Euro | 9M 2024 | 9M 2023 | Q3 2024 | Q3 2023 |
|---|---:|---:|---:|---:|
| Umsatzerlöse | 1.412,3 | 1.368,9 | 482,1 | 455,0 |
| EBITDA | 311,3 | 298,4 | 108,2 | 98,9 |
| EBIT | 189,7 | 180,4 | 67,2 | 59,3 |
| EBITDA-Marge | 22,0 % | 21,8 % | 22,4 % | 21,7 % |

Im dritten Quartal lag der Umsatz bei 482,1 Mio. Euro nach 455,0 Mio. Euro im Vorjahresquartal.
Das EBITDA stieg um 4,3 % auf 311,3 Mio. Euro{} {} (Vj. 21,8 %).
"""


def messages(clause, margin):
    text = TABLE.format(clause, margin)
    return [
        f.message
        for f in document_report(readers.read(text.encode(), "a.md"), rule_packs()).findings
    ]


def test_a_sentence_may_go_back_to_the_longer_span_without_a_word():
    assert messages(", die EBITDA-Marge auf", "22,0 %") == []


@pytest.mark.parametrize(
    ("clause", "margin"),
    [
        (", die EBITDA-Marge auf", "20,2 %"),
        (". Im dritten Quartal verbesserte sich die EBITDA-Marge auf", "22,0 %"),
    ],
)
def test_what_no_span_prints_or_is_of_a_named_quarter_is_told(clause, margin):
    found = messages(clause, margin)
    assert len(found) == 1
    assert margin in found[0]
