"""Margins in sentences, by the words of the rows they are taken of."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.model.verdict import Status

TABLES = {
    "german": "in Mio. Euro|Umsatz|EBIT|Konzernüberschuss",
    "french": "En millions d'euros|Chiffre d'affaires|Résultat opérationnel|Résultat net",
    "spanish": "Millones de euros|Ingresos|Beneficio operativo|Beneficio neto",
    "italian": "Milioni di euro|Ricavi|Risultato operativo|Utile netto",
    "korean": "(단위: 억원)|매출액|영업이익|당기순이익",
}


def found(language, sentence):
    unit, *labels = TABLES[language].split("|")
    amounts: tuple[str, ...] = ("684,2 | 625,3", "71,8 | 63,0", "48,6 | 41,8")
    if language == "korean":
        amounts = tuple(a.replace(",", ".") for a in amounts)
    rows = "\n".join(f"| {a} | {b} |" for a, b in zip(labels, amounts, strict=True))
    text = f"# 2024\n\n{unit}\n\n|  | 2024 | 2023 |\n|---|---|---|\n{rows}\n\n{sentence}\n"
    report = document_report(readers.read(text.encode(), "release.md"), ())
    held = [v for v in report.checks if v.status is Status.HOLDS]
    return [f.printed for f in report.findings], [v.relation.target.text for v in held]


@pytest.mark.parametrize(
    ("language", "sentence", "wrong", "tied"),
    [
        ("german", "Die EBIT-Marge lag bei 10,5 % (Vorjahr: 10,1 %).", [], ["10,5 %", "10,1 %"]),
        ("german", "Die EBIT-Marge lag bei 15,0 % (Vorjahr: 10,1 %).", ["15,0 %"], ["10,1 %"]),
        ("german", "Die EBIT-Marge lag bei 10,5 % (Vorjahr: 11,0 %).", ["11,0 %"], ["10,5 %"]),
        ("german", "Die EBIT-Marge lag bei 10,5 %.", [], ["10,5 %"]),
        ("german", "Die EBIT-Marge lag bei 15,0 %.", ["15,0 %"], []),  # digits swapped
        ("german", "Die bereinigte EBIT-Marge lag bei 11,5 % (Vorjahr: 10,1 %).", [], []),
        ("german", "Die EBIT-Marge der Sparte lag bei 11,5 % (Vorjahr: 12,1 %).", [], []),
        ("german", "Die EBIT-Marge lag im 4. Quartal bei 11,5 % (Vorjahr: 10,1 %).", [], []),
        ("french", "La marge opérationnelle atteint 10,5 %.", [], ["10,5 %"]),
        ("french", "La marge nette est de 7,1 %.", [], ["7,1 %"]),
        ("spanish", "El margen operativo fue del 10,5 % en 2024.", [], ["10,5 %"]),
        ("italian", "Il margine operativo è pari al 10,5%.", [], ["10,5%"]),
        ("korean", "영업이익률은 10.5%를 기록했다.", [], ["10.5%"]),
    ],
)
def test_a_margin_is_that_of_the_rows_it_names(language, sentence, wrong, tied):
    assert found(language, sentence) == (wrong, tied)
