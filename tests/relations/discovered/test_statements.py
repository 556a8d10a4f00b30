"""Statements: sentences of many languages against the table beside them, right and altered."""

from itertools import pairwise

import pytest

from auditor import readers
from auditor.auditing.many_files import facts_of
from auditor.auditing.pipeline import document_report
from auditor.model.verdict import Status
from auditor.rulebook.packs import rule_packs

ROWS = ("512,4 | 470,1", "206,3 | 188,8", "718,7 | 658,9", "88,4 | 79,6", "54,2 | 49,9")
EASTERN = ("5,124 | 4,701", "2,063 | 1,888", "7,187 | 6,589", "884 | 796", "542 | 499")
SWISS = ("1’512.4 | 1’470.1", "206.3 | 188.8", "1’718.7 | 1’658.9", "88.4 | 79.6", "54.2 | 49.9")
TABLES = {  # unit, heads, the labels of the rows, their figures
    "german": ("in Mio. Euro", "2024 | 2023", ROWS,
               "Maschinen, Dienste, Umsatzerlöse, Betriebsergebnis, Konzernergebnis"),
    "french": ("En millions d'euros", "2024 | 2023", ROWS,
               "Énergie, Services, Produits d'exploitation, Résultat d'exploitation, Résultat net"),
    "spanish": ("Millones de euros", "2024 | 2023", ROWS,
                "Energía, Servicios, Importe neto de la cifra de negocios, Beneficio, Neto"),
    "portuguese": ("Milhões de reais", "2024 | 2023", ROWS,
                   "Energia, Serviços, Receita líquida, Lucro operacional, Lucro líquido"),
    "italian": ("Milioni di euro", "2024 | 2023", ROWS,
                "Energia, Servizi, Ricavi, Risultato operativo, Utile netto"),
    "dutch": ("In miljoen euro", "2024 | 2023", ROWS,
              "Energie, Diensten, Omzet, Bedrijfsresultaat, Nettowinst"),
    "korean": ("(단위: 억원)", "2024년 | 2023년", EASTERN,
               "국내, 해외, 매출액, 영업이익, 당기순이익"),
    "chinese": ("单位：百万元", "2024年 | 2023年", EASTERN,
                "境内, 境外, 营业总收入, 营业利润, 净利润"),
    "swiss": ("in Mio. CHF", "2024 | 2023", SWISS,
              "Maschinen, Dienste, Umsatz, Betriebsergebnis, Jahresgewinn"),
}  # fmt: skip
STATED = [
    ("german", ("Die Umsatzerlöse erhöhten sich im Geschäftsjahr 2024 um 9,1 % auf 718,7 Mio. Euro"
               " (Vorjahr: 658,9 Mio. Euro).")),
    ("german", ("Im Jahr 2024 stiegen die Umsatzerlöse gegenüber dem Vorjahr deutlich um 9,1"
               " Prozent auf 718,7 Mio. Euro.")),
    ("german", "Das Betriebsergebnis wuchs um 11,1 % von 79,6 Mio. Euro auf 88,4 Mio. Euro."),
    ("german", ("Das Konzernergebnis verbesserte sich auf 54,2 Mio. Euro nach 49,9 Mio. Euro im"
               " Vorjahr.")),
    ("french", ("Les produits d'exploitation progressent de 9,1 % à 718,7 millions d'euros, contre"
               " 658,9 millions d'euros en 2023.")),
    ("french", ("Le résultat d'exploitation est passé de 79,6 M€ à 88,4 M€, soit une progression de"
               " 11,1 %.")),
    ("french", "Le résultat net s'établit à 54,2 M€ contre 49,9 M€ un an plus tôt."),
    ("spanish", ("El importe neto de la cifra de negocios creció un 9,1 % hasta los 718,7 millones"
                " de euros, frente a los 658,9 millones de 2023.")),
    ("spanish", ("El beneficio se situó en 88,4 millones de euros, un 11,1 % más que el año"
                " anterior.")),
    ("portuguese", ("A receita líquida cresceu 9,1% para R$ 718,7 milhões em 2024, ante"
                   " R$ 658,9 milhões em 2023.")),
    ("portuguese", "O lucro líquido passou de R$ 49,9 milhões para R$ 54,2 milhões."),
    ("italian", ("I ricavi sono aumentati del 9,1% a 718,7 milioni di euro rispetto ai 658,9"
                " milioni di euro del 2023.")),
    ("italian", ("Il risultato operativo ammonta a 88,4 milioni di euro, in crescita dell'11,1%"
                " rispetto all'esercizio precedente.")),
    ("dutch", "De omzet steeg met 9,1% naar 718,7 miljoen euro, tegen 658,9 miljoen euro in 2023."),
    ("dutch", "De nettowinst bedroeg 54,2 miljoen euro (2023: 49,9 miljoen euro)."),
    ("korean", "2024년 매출액은 7,187억원으로 전년 대비 9.1% 증가했다."),
    ("korean", "영업이익은 884억원을 기록하며 전년(796억원) 대비 11.1% 늘었다."),
    ("chinese", "2024年，公司实现营业总收入71.87亿元，同比增长9.1%。"),
    ("chinese", "净利润由2023年的4.99亿元增加至2024年的5.42亿元，增幅8.6%。"),
    ("german", ("Das Betriebsergebnis lag mit 88,4 Mio. Euro über dem Vorjahreswert von 79,6 Mio."
               " Euro.")),
    ("german", ("Die Umsatzerlöse beliefen sich 2024 auf 718,7 Mio. Euro und lagen damit 9,1 % über"
               " dem Vorjahreswert (658,9 Mio. Euro).")),
    ("french", ("Le résultat d'exploitation s'élève à 88,4 M€ (2023 : 79,6 M€), soit 12,3 % des"
               " produits d'exploitation.")),
    ("spanish", "El beneficio aumentó un 11,1 % y alcanzó los 88,4 millones de euros."),
    ("portuguese", ("A receita líquida cresceu 9,1% e atingiu R$ 718,7 milhões em 2024 (2023:"
                   " R$ 658,9 milhões).")),
    ("dutch", ("Het bedrijfsresultaat kwam met 88,4 miljoen euro boven het niveau van vorig jaar"
              " (79,6 miljoen euro) uit.")),
    ("korean", "2024년 매출액은 전년 대비 9.1% 증가한 7,187억원을 기록하였다."),
    ("korean", "당기순이익은 전년보다 8.6% 늘어난 542억원이다."),
    ("swiss", "Der Umsatz stieg um 3.6% auf CHF 1’718.7 Mio. (Vorjahr: CHF 1’658.9 Mio.)."),
    ("german", ("Die Umsatzerlöse lagen 2024 mit 718,7 Mio. Euro um 9,1 % über den 658,9 Mio. Euro"
               " des Jahres 2023.")),
    ("german", ("Das Betriebsergebnis betrug 88,4 Mio. Euro und damit 11,1 % mehr als die 79,6 Mio."
               " Euro des Vorjahres.")),
    ("spanish", ("El beneficio alcanzó 88,4 millones de euros, un 11,1 % más que los 79,6 millones"
                " de euros de 2023.")),
]  # fmt: skip
FIGURES = (
    "718,7", "658,9", "88,4", "79,6", "54,2", "49,9", "9,1", "11,1", "7,187", "884", "796", "71.87",
    "4.99", "5.42", "8.6", "9.1", "1’718.7", "1’658.9", "3.6",
    "12,3", "542",
)  # fmt: skip


def altered(figure):
    """The figure with its first two digits that differ swapped; None if none do."""
    places = [i for i, c in enumerate(figure) if c.isdigit()]
    for a, b in pairwise(places):
        if figure[a] != figure[b]:
            return figure[:a] + figure[b] + figure[a + 1 : b] + figure[a] + figure[b + 1 :]
    return None


def document(language, *sentences):
    unit, heads, rows, labels = TABLES[language]
    lines = [f"| {a.strip()} | {b} |" for a, b in zip(labels.split(","), rows, strict=True)]
    table = "\n".join([f"|  | {heads} |", "|---|---|---|", *lines])
    return f"# 2024\n\n{unit}\n\n{table}\n\n" + "\n\n".join(sentences) + "\n"


def report(text):
    packs = [p for p in rule_packs() if not p.applies]
    return document_report(readers.read(text.encode(), "release.md"), packs)


ALTERED = [
    (language, sentence, figure)
    for language, sentence in STATED
    for figure in FIGURES
    if figure in sentence and altered(figure)
]


@pytest.mark.parametrize(("language", "sentence"), STATED)
def test_a_right_sentence_is_silent_and_all_its_figures_are_tied(language, sentence):
    text = document(language, sentence)
    found = report(text)
    assert found.findings == ()
    facts = facts_of(readers.read(text.encode(), "release.md"))
    stated = {f.text for f in facts if not f.in_table}
    held = {f.text for v in found.checks if v.status is Status.HOLDS for f in v.relation.facts}
    assert len(stated) > 1
    assert stated <= held


@pytest.mark.parametrize(("language", "sentence", "figure"), ALTERED)
def test_one_altered_figure_of_a_sentence_is_found(language, sentence, figure):
    wrong = altered(figure)
    found = report(document(language, sentence.replace(figure, wrong))).findings
    assert [f for f in found if any(wrong in c.text for c in f.citations)] != []


@pytest.mark.parametrize(("language", "sentence"), STATED)
def test_a_line_break_in_place_of_a_blank_changes_no_claim(language, sentence):
    def claims(text):
        facts = facts_of(readers.read(document(language, text).encode(), "release.md"))
        return [(f.concept, f.measure, f.period, f.value) for f in facts if not f.in_table]

    assert claims(sentence.replace(" ", "\n")) == claims(sentence)


BASE_ALONE = (
    "Mit 718,7 Mio. Euro lagen die Umsatzerlöse um 9,1 % über dem Vorjahreswert von 658,9 Mio."
    " Euro."
)


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [("658,9", []), ("685,9", ["685,9 Mio. Euro"])],
)
def test_the_one_amount_of_a_subject_may_be_what_it_is_compared_with(wrong, expected):
    found = report(document("german", BASE_ALONE.replace("658,9", wrong))).findings
    assert [f.printed for f in found] == expected


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("german", "Währungsbereinigt stiegen die Umsatzerlöse um 12,4 % auf 718,7 Mio. Euro."),
        ("german", "Die Umsatzerlöse in Europa stiegen um 3,2 % auf 210,4 Mio. Euro."),
        ("german", "In Europa stiegen die Umsatzerlöse um 3,2 % auf 210,4 Mio. Euro."),
        ("german", "Ohne Sondereffekte lag das Betriebsergebnis bei 95,1 Mio. Euro."),
        ("german", "Im 4. Quartal 2024 stiegen die Umsatzerlöse um 5,0 % auf 190,3 Mio. Euro."),
        ("german", "Die Umsatzerlöse stiegen um knapp 10 % auf rund 720 Mio. Euro."),
        ("german", "Die Umsatzerlöse stiegen um mehr als 8 % auf über 700 Mio. Euro."),
        ("german", "Für 2025 erwarten wir Umsatzerlöse von 750 bis 780 Mio. Euro und 5 % bis 7 %."),
        ("german", "Die Umsatzerlöse sollen 2025 um 5,5 % auf 758,2 Mio. Euro steigen."),
        ("german", "Das Betriebsergebnis stieg aufgrund eines um 20,5 % höheren Auftragseingangs."),
        ("german", "Seit 2019 sind die Umsatzerlöse um 80,2 % auf 718,7 Mio. Euro gestiegen."),
        ("french", "Hors éléments exceptionnels, le résultat net ressort à 57,3 M€."),
        ("french", ("Les produits d'exploitation ont augmenté de plus de 8 % à près de 720 millions"
                   " d'euros.")),
        ("french", ("En Europe, les produits d'exploitation augmentent de 3,2 % à 210,4 millions"
                   " d'euros.")),
        ("spanish", "El beneficio neto creció por una subida de precios del 3,5 %."),
        ("german", "Das Konzernergebnis stieg aufgrund einer Lohnerhöhung von 3,5 %."),
        ("spanish", "El beneficio neto creció más de un 8 % hasta casi 55 millones de euros."),
        ("portuguese", ("No quarto trimestre de 2024 a receita líquida cresceu 5,0% para"
                       " R$ 190,3 milhões.")),
        ("italian", "A cambi costanti i ricavi sono aumentati del 12,4%."),
        ("dutch", "Organisch steeg de omzet met 12,4%."),
        ("korean", "2024년 4분기 매출액은 1,903억원으로 전년 동기 대비 5.0% 증가했다."),
        ("korean", "매출액은 약 7,200억원으로 전년 대비 9% 이상 증가했다."),
        ("chinese", "扣除非经常性损益后的净利润为5.71亿元，同比增长9.4%。"),
        ("chinese", "营业总收入约72亿元，同比增长近10%。"),
    ],
)  # fmt: skip
def test_what_speaks_of_something_else_convicts_nobody(language, sentence):
    beside = [right for of, right in STATED if of == language]
    assert report(document(language, sentence)).findings == ()
    assert report(document(language, *beside, sentence)).findings == ()


PARTS_OF_A_YEAR = {
    "german": "Q3 2024 | Q3 2023", "french": "S1 2024 | S1 2023", "spanish": "S1 2024 | S1 2023",
    "portuguese": "3T24 | 3T23", "korean": "2024년 3분기 | 2023년 3분기",
    "chinese": "2024年第三季度 | 2023年第三季度",
}  # fmt: skip
OF_THE_PART = [
    ("german", ("Im dritten Quartal stiegen die Umsatzerlöse um 9,1 % auf 718,7 Mio. Euro"
               " (Vorjahresquartal: 658,9 Mio. Euro).")),
    ("french", "Au premier semestre, les produits d'exploitation progressent de 9,1 % à 718,7 M€."),
    ("spanish", ("En el primer semestre el beneficio aumentó un 11,1 % hasta 88,4 millones de"
                " euros.")),
    ("portuguese", ("No terceiro trimestre, a receita líquida cresceu 9,1% e atingiu R$ 718,7"
                   " milhões.")),
    ("korean", ("3분기 매출액은 7,187억원으로 전년 동기 대비 9.1% 증가했으며, 영업이익은"
               " 884억원이다.")),
    ("chinese", "第三季度，公司实现营业总收入71.87亿元，同比增长9.1%。"),
]  # fmt: skip
OF_OTHER_PARTS = [
    ("german", ("In den ersten neun Monaten stiegen die Umsatzerlöse um 6,0 % auf 2.104,1 Mio."
               " Euro.")),
    ("german", "Im zweiten Quartal stiegen die Umsatzerlöse um 6,0 % auf 704,1 Mio. Euro."),
    ("german", ("Im dritten Quartal stiegen die Umsatzerlöse in Europa um 3,2 % auf 210,4 Mio."
               " Euro.")),
    ("german", "Für das vierte Quartal erwarten wir Umsatzerlöse von 790,3 Mio. Euro."),
    ("german", "Gegenüber dem zweiten Quartal stiegen die Umsatzerlöse um 2,1 %."),
    ("german", "Das Betriebsergebnis lag mit 88,4 Mio. Euro über der Prognose von 85,0 Mio. Euro."),
    ("french", ("Au deuxième trimestre, les produits d'exploitation progressent de 8,0 % à 365,0"
               " M€.")),
    ("french", ("Le résultat d'exploitation atteint 88,4 M€ (2023 : 79,6 M€), soit une marge de"
               " 12,3 %.")),
    ("spanish", ("El beneficio aumentó un 11,1 % y el de la filial alcanzó 12,5 millones de"
                " euros.")),
    ("portuguese", "Nos nove meses, a receita líquida cresceu 7,4% e atingiu R$ 2.104,1 milhões."),
    ("portuguese", "A receita líquida cresceu 9,1% e o aumento foi de R$ 59,8 milhões."),
    ("korean", "3분기 누적 매출액은 2조 1,041억원이다."),
    ("korean", "매출액은 9.1% 증가했으며, 이 중 수출은 3,210억원이다."),
    ("korean", "지배주주 당기순이익은 501억원이다."),
    ("chinese", "前三季度，公司实现营业总收入210.41亿元，同比增长7.4%。"),
    ("chinese", "营业总收入增长9.1%，其中海外收入20.63亿元，增长9.3%。"),
]  # fmt: skip


def of_part(language, sentence):
    _, years, _, _ = TABLES[language]
    text = document(language, sentence).replace(years, PARTS_OF_A_YEAR[language], 1)
    return report(text.replace("# 2024", "# Report", 1))


@pytest.mark.parametrize(("language", "sentence"), OF_THE_PART)
def test_a_part_of_the_year_that_the_table_is_about_is_read(language, sentence):
    assert of_part(language, sentence).findings == ()
    told = [figure for figure in FIGURES if figure in sentence and altered(figure)]
    assert told
    for figure in told:
        wrong = altered(figure)
        found = of_part(language, sentence.replace(figure, wrong)).findings
        assert [f for f in found if any(wrong in c.text for c in f.citations)] != []


@pytest.mark.parametrize(("language", "sentence"), OF_OTHER_PARTS)
def test_another_part_of_the_year_convicts_nobody(language, sentence):
    assert of_part(language, sentence).findings == ()


def test_a_lone_amount_is_convicted_by_a_slip_of_the_pen():
    wrong = "Das Konzernergebnis belief sich 2024 auf 45,2 Mio. Euro."
    beside = [right for of, right in STATED if of == "german"][:3]
    assert len(report(document("german", wrong)).findings) == 1
    assert len(report(document("german", *beside, wrong)).findings) == 1


def test_a_lone_amount_that_words_narrow_convicts_nobody():
    narrowed = [
        "Das Konzernergebnis der Sparte Papier belief sich 2024 auf 45,2 Mio. Euro.",
        "Das Konzernergebnis belief sich 2024 auf 45,2 Mio. Euro mit Papier.",
        "Im dritten Quartal belief sich das Konzernergebnis auf 45,2 Mio. Euro.",
        "Das bereinigte Konzernergebnis belief sich 2024 auf 45,2 Mio. Euro.",
        "Das Konzernergebnis belief sich 2024 auf rund 45,2 Mio. Euro.",
    ]
    for sentence in narrowed:
        assert report(document("german", sentence)).findings == ()


def test_two_slips_of_the_pen_are_two_findings():
    pair = [
        "Die Umsatzerlöse stiegen um 9,1 % auf 817,7 Mio. Euro.",
        "Das Betriebsergebnis stieg um 11,1 % auf 48,8 Mio. Euro.",
    ]
    assert len(report(document("german", *pair)).findings) == 2
    beside = [right for of, right in STATED if of == "german"]
    assert len(report(document("german", *beside, *pair)).findings) == 2
