"""Sentences that name a row otherwise than its label, or a time otherwise than its column."""

from __future__ import annotations

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.model.relation import Severity
from auditor.rulebook.packs import rule_packs

BALANCE = """# Ostwind Energie AG

## Bilanz

in TEUR

| | 31.12.2025 | 31.12.2024 |
|---|---|---|
| Anlagevermögen | 412.305 | 398.112 |
| Umlaufvermögen | 187.640 | 176.203 |
| Summe Aktiva | 599.945 | 574.315 |
| Eigenkapital | 301.172 | 288.640 |
| Fremdkapital | 298.773 | 285.675 |
| Summe Passiva | 599.945 | 574.315 |
"""
QUARTERS = """# Kern Optik AG

## Quartale

in Mio. Euro

| | Q3 2025 | Q4 2025 | 2025 |
|---|---|---|---|
| Umsatz | 312,4 | 341,9 | 1.287,5 |
| Aufwand | 262,3 | 281,2 | 1.071,3 |
| EBIT | 50,1 | 60,7 | 216,2 |
| EBIT-Marge | 16,0 % | 17,8 % | 16,8 % |
"""
SEGMENTS = """# Groupe Valoire

## Chiffre d'affaires par activité

En millions d'euros

| | 2025 | 2024 |
|---|---|---|
| Carton | 716,1 | 624,1 |
| Services | 402,8 | 389,5 |
| Total | 1 118,9 | 1 013,6 |
"""
BRAZILIAN = """# Serra Clara S.A.

## Resultado

R$ milhões

| | 2025 | 2024 |
|---|---|---|
| Receita líquida | 1.930,7 | 1.762,1 |
| Custos | 1.609,2 | 1.448,6 |
| EBITDA | 321,5 | 313,5 |
"""
TERMS = """# 株式会社あおば計器

## 損益計算書

（単位：百万円）

| | 第18期 | 第17期 |
|---|---|---|
| 売上高（注1） | 183,502 | 173,115 |
| 売上原価 | 115,279 | 105,236 |
| 売上総利益 | 68,223 | 67,879 |
| 資本金 | 350 | 350 |
"""
KOREAN = """# 한결정밀

## 분기 실적

(단위: 백만원)

| 구분 | 2025년 3분기 | 2025년 4분기 | 2025년 연간 |
|---|---|---|---|
| 매출액 | 138,402 | 141,870 | 538,736 |
| 영업비용 | 113,199 | 121,167 | 452,170 |
| 영업이익 | 25,203 | 20,703 | 86,566 |
| 영업이익률 | 18.2% | 14.6% | 16.1% |
"""
SAID = [  # a table, a right sentence, the figure that is altered, and into what
    (
        BALANCE,
        "Die Bilanzsumme betrug zum 31. Dezember 2025 599.945 TEUR.",
        "599.945",
        "569.945",
    ),
    (
        BALANCE,
        "Die Eigenkapitalquote lag zum 31. Dezember 2025 bei 50,2 %.",
        "50,2",
        "56,2",
    ),
    (
        QUARTERS,
        "Im 4. Quartal 2025 lag das EBIT bei 60,7 Mio. Euro.",
        "60,7",
        "67,7",
    ),
    (
        QUARTERS,
        (
            "Der Umsatz betrug 2025 1.287,5 Mio. Euro. Im 4. Quartal 2025 lag das EBIT bei"
            " 60,7 Mio. Euro (3. Quartal: 50,1 Mio. Euro)."
        ),
        "60,7",
        "67,7",
    ),
    (
        QUARTERS,
        (
            "Das EBIT lag im vierten Quartal 2025 bei 60,7 Mio. Euro nach 50,1 Mio. Euro im"
            " dritten Quartal."
        ),
        "50,1",
        "90,1",
    ),
    (
        SEGMENTS,
        (
            "L'activité Carton réalise un chiffre d'affaires de 716,1 millions d'euros en"
            " 2025, contre 624,1 millions d'euros en 2024."
        ),
        "624,1",
        "684,1",
    ),
    (
        BRAZILIAN,
        (
            "A receita líquida atingiu R$ 1.930,7 milhões em 2025, crescimento de 9,6% em"
            " relação a 2024 (R$ 1.762,1 milhões)."
        ),
        "1.762,1",
        "1.702,1",
    ),
    (
        BRAZILIAN,
        "O EBITDA de 2025 somou R$ 321,5 milhões, com margem de 16,7%.",
        "16,7",
        "19,7",
    ),
    (
        TERMS,
        "当期の売上高は183,502百万円（前期は173,115百万円）となりました。",
        "173,115",
        "178,115",
    ),
    (
        KOREAN,
        (
            "2025년 연간 매출액은 538,736백만원입니다. 2025년 4분기 영업이익은"
            " 20,703백만원으로 전분기(25,203백만원) 대비 17.9% 감소했습니다."
        ),
        "17.9",
        "47.9",
    ),
]
OF_A_YEAR = [  # what is of the whole year is not held against its last quarter
    (QUARTERS, "Die EBIT-Marge lag im Gesamtjahr bei 16,8 %."),
    (KOREAN, "연간 영업이익률은 16.1%입니다."),
    (TERMS, "当期の資本金は三億五千万円です。"),
]


def alarms(text):
    found = document_report(readers.read(text.encode(), "a.md"), rule_packs()).findings
    return [f for f in found if f.severity is not Severity.NOTE]


@pytest.mark.parametrize(("table", "sentence"), [*(said[:2] for said in SAID), *OF_A_YEAR])
def test_a_right_sentence_raises_no_alarm(table, sentence):
    assert [f.message for f in alarms(f"{table}\n{sentence}\n")] == []


@pytest.mark.parametrize(("table", "sentence", "figure", "altered"), SAID)
def test_an_altered_figure_of_it_is_cited(table, sentence, figure, altered):
    [found] = alarms(f"{table}\n{sentence.replace(figure, altered)}\n")
    assert any(altered in citation.text for citation in found.citations)
