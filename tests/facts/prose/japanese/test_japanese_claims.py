"""Japanese claims: subjects by their particles, growth by what follows it."""

import pytest

from auditor import readers
from auditor.auditing.many_files import facts_of

TABLE = """\
# 2025年3月期 決算短信

（単位：百万円）

|  | 前連結会計年度 | 当連結会計年度 |
|---|---:|---:|
| 売上高 | 21,880 | 24,310 |
| 営業利益 | 1,420 | 1,240 |

"""


def certain(sentence):
    document = readers.read((TABLE + sentence).encode(), "minato.md")
    return [
        (f.text if f.sign > 0 else f"less {f.text}", str(f.measure), f.concept)
        for f in facts_of(document)
        if not f.in_table and f.certain
    ]


@pytest.mark.parametrize(
    "sentence, slots",
    [
        (
            "売上高は前期比11.1％増の24,310百万円、営業利益は同12.7％減の1,240百万円となりました。",
            [
                ("11.1%", "growth", "Total Revenues"),
                ("24,310百万円", "amount", "Total Revenues"),
                ("less 12.7%", "growth", "Operating Income"),
                ("1,240百万円", "amount", "Operating Income"),
            ],
        ),
        (
            "当連結会計年度の売上高は24,310百万円（前期比11.1％増）となりました。",
            [("24,310百万円", "amount", "Total Revenues"), ("11.1%", "growth", "Total Revenues")],
        ),
        ("国内事業の売上高は12,000百万円となりました。", []),
        ("国内事業は、売上高12,000百万円（前期比3.0％増）となりました。", []),
        ("国内事業の業績は、売上高12,000百万円となりました。", []),
        ("為替の影響を除く売上高は前期比9.0％増となりました。", []),
    ],
)
def test_what_words_fill(sentence, slots):
    assert certain(sentence) == slots


def test_columns_of_this_and_last_year_are_placed_by_the_heading():
    document = readers.read(TABLE.encode(), "minato.md")
    assert [f.period and f.period.last // 12 for f in facts_of(document)][:2] == [2024, 2025]


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("売上高は24,310百万円となりました。", [2025]),
        (
            "2025年3月期の売上高は24,310百万円、2024年3月期の売上高は21,880百万円でした。",
            [2025, 2024],
        ),
        ("前期の売上高は21,880百万円でした。", [2024]),
        ("当期の売上高は24,310百万円、前期は21,880百万円でした。", [2025, 2024]),
        ("当期の売上高は24,310百万円でした。", [2025]),
        ("2024年3月期は、売上高が21,880百万円となりました。", [2024]),
        ("2024年3月期の売上高は前期比3.1％増となりました。", [2024]),
        ("翌期の売上高は25,000百万円となる見通しです。", []),
        ("2024年3月期から2025年3月期の売上高は24,310百万円でした。", []),  # which?
    ],
)
def test_a_subject_and_the_opening_of_a_sentence_say_when(sentence, years):
    document = readers.read((TABLE + sentence).encode(), "minato.md")
    claims = [f for f in facts_of(document) if not f.in_table and f.certain]
    periods = [(f.period, f.against and f.against.period) for f in claims]
    assert [own.last // 12 for own, _ in periods if own] == years
    assert all(base in (None, own.year_before) for own, base in periods if own)
