"""Sentences that say beside a figure what it is of: right ones pass, wrong ones are found.

Shares behind a comma, asides, plans, parts of the year, times that a passage goes on with.
"""

from __future__ import annotations

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.model.relation import Severity
from auditor.rulebook.packs import rule_packs

ENGLISH = (
    """\
# Tarn Tools Inc. Reports Third Quarter 2025 Results

Operating profit was $8.7 million, 17.9% of revenue. Gross profit of $20.1 million, 41.4% of
revenue, rose 9.8%.

Momentum carried the quarter: revenue rose 5.2% to $48.6 million.

Sites added the most: revenue rose 3.1% to $12.2 million.

GAAP net loss: $4.1 million, compared to a GAAP net loss of $6.2 million in the third quarter of
2024.

Selling expense was $8.2 million and $7.9 million in the third quarter of 2025 and 2024,
respectively, representing 16.9% and 17.1% of revenue, respectively.

Growth was led by Norway contributing $3.1 million (Q3 2024: $2.6 million) and Selling $1.2 million
(Q3 2024: $1.1 million).
""",
    """
| (in millions) | Q3 2025 | Q3 2024 |
|---|---|---|
| Revenue | 48.6 | 46.2 |
| Gross profit | 20.1 | 18.3 |
| Selling expense | 8.2 | 7.9 |
| Operating profit | 8.7 | 8.0 |
| Net income (loss) | (4.1) | (6.2) |
""",
)
YEAR = (
    """\
# Tarn Tools Inc. Reports Fourth Quarter Fiscal 2025 Results

Revenue for the quarter was $1,204 million. Operating income of $122 million for the year increased
$25 million from fiscal 2024. Operating income as a share of revenue was 2.8%.

Selling expenses were $1,466 million, or 33.4% of revenue, for fiscal 2025.
""",
    """
| (in millions) | Q4 FY2025 | Q4 FY2024 | FY2025 | FY2024 |
|---|---|---|---|---|
| Revenue | 1,204 | 1,232 | 4,386 | 4,242 |
| Selling expenses | 386 | 399 | 1,466 | 1,417 |
| Operating income | 28 | 21 | 122 | 97 |
""",
)
FRENCH = (
    """\
# Résultats du premier semestre 2025

L'Europe, qui représente 58 % du chiffre d'affaires, progresse de 2,8 % à 372,9 M€.

Le résultat courant atteint 71,3 M€, soit 11,1 % du chiffre d'affaires, contre 65,2 M€ un an plus
tôt. Le résultat opérationnel, après 6,4 M€ de charges de restructuration, s'élève à 64,9 M€.

Pour l'exercice, le groupe vise un résultat courant de 150 M€ au premier semestre 2025.
""",
    """
| En M€ | S1 2025 | S1 2024 |
|---|---|---|
| Europe | 372,9 | 362,8 |
| Amérique | 269,9 | 252,3 |
| Chiffre d'affaires | 642,8 | 615,1 |
| Résultat courant | 71,3 | 65,2 |
| Charges de restructuration | (6,4) | (4,7) |
| Résultat opérationnel | 64,9 | 60,5 |
""",
)
PORTUGUESE = (
    """\
# Resultados do 3T25

A receita líquida atingiu R$ 1.284,5 milhões no 3T25, crescimento de 8,3% em relação ao 3T24 e de
2,6% frente ao 2T25.

O lucro líquido foi de R$ 98,7 milhões, 7,7% da receita líquida, o maior desde 2020.
""",
    """
| R$ milhões | 3T25 | 3T24 | 2T25 |
|---|---|---|---|
| Receita líquida | 1.284,5 | 1.186,1 | 1.252,0 |
| Lucro líquido | 98,7 | 84,2 | 95,1 |
""",
)
JAPANESE = (
    """\
# 2026年3月期 決算説明資料

当期の売上高は482億60百万円、営業利益は36億40百万円となりました。第1四半期の売上高は108億30百万円、営業利益は8億10百万円でした。

第4四半期の売上高は131億40百万円でした。翌期の売上高は500億円を見込んでおります。
""",
    """
| (百万円) | 第1四半期 | 第2四半期 | 第3四半期 | 第4四半期 | 通期 |
|---|---|---|---|---|---|
| 売上高 | 10,830 | 11,950 | 12,340 | 13,140 | 48,260 |
| 営業利益 | 810 | 950 | 990 | 890 | 3,640 |

| (百万円) | 2025年3月期 | 2026年3月期 |
|---|---|---|
| 売上高 | 45,440 | 48,260 |
| 営業利益 | 3,390 | 3,640 |
""",
)
RELEASES = (ENGLISH, YEAR, FRENCH, PORTUGUESE, JAPANESE)
NAMES = ("English", "for the year", "French", "Portuguese", "Japanese")


def alarms(text: str) -> set[str]:
    report = document_report(readers.read(text.encode(), "release.md"), rule_packs())
    return {f.message for f in report.findings if f.severity is not Severity.NOTE}


@pytest.mark.parametrize(("words", "table"), RELEASES, ids=NAMES)
def test_right_sentences_raise_nothing(words, table):
    assert not alarms(words + table)


@pytest.mark.parametrize(
    ("release", "right", "wrong"),
    [
        (ENGLISH, "17.9%", "19.7%"),
        (ENGLISH, "41.4%", "44.1%"),
        (ENGLISH, "$48.6 million", "$46.8 million"),
        (ENGLISH, "loss: $4.1", "loss: $4.7"),
        (ENGLISH, "loss of $6.2", "loss of $2.6"),
        (ENGLISH, "16.9% and", "19.6% and"),
        (YEAR, "33.4%", "34.3%"),
        (YEAR, "$1,466", "$1,646"),
        (FRENCH, "2,8 %", "8,2 %"),
        (FRENCH, "64,9 M€", "69,4 M€"),
        (PORTUGUESE, "2,6%", "6,2%"),
        (PORTUGUESE, "7,7%", "7,1%"),
        (JAPANESE, "108億30", "180億30"),
        (JAPANESE, "131億40", "131億90"),
    ],
)
def test_a_wrong_figure_is_found(release, right, wrong):
    words, table = release
    assert right in words
    assert alarms(words.replace(right, wrong, 1) + table)
