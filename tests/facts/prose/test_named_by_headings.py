"""Rows that a sentence names beside the word of the heading, and days that open sentences."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.rulebook.packs import rule_packs

INSURER = """# {company}

## {heading}

{unit}

|  | {now} | {then} |
|---|---|---|
| {first} | 194.168 | 193.645 |
| {second} | 77.811 | 76.397 |
| {total} | 271.979 | 270.042 |

{sentence}
"""


def messages(text):
    found = document_report(readers.read(text.encode(), "a.md"), rule_packs())
    return [f.message for f in found.findings], found


def told(heading, unit, labels, sentence, times=("31.12.2025", "31.12.2024")):
    first, second, total = labels
    return messages(
        INSURER.format(
            company="Alder", heading=heading, unit=unit, first=first, second=second, total=total,
            now=times[0], then=times[1], sentence=sentence,
        )
    )  # fmt: skip


CASES = [
    (
        "Beitragseinnahmen nach Sparten",
        "in Tsd. €",
        ("Kraftfahrt", "Unfall", "Gesamt"),
        "Die Beiträge in der Sparte Kraftfahrt beliefen sich im Jahr 2025 auf {} Tsd. €.",
    ),
    (
        "Primas por ramo",
        "miles de euros",
        ("Autos", "Hogar", "Total primas"),
        "Las primas de autos ascendieron a {} miles de euros en 2025.",
    ),
    (
        "Prémios por ramo",
        "milhares de euros",
        ("Automóvel", "Habitação", "Total"),
        "Os prémios do ramo automóvel totalizaram {} milhares de euros em 2025.",
    ),
    (
        "Cotisations par branche",
        "En milliers d'euros",
        ("Santé", "Épargne", "Total cotisations"),
        "Les cotisations santé s'élèvent à {} milliers d'euros en 2025.",
    ),
]


@pytest.mark.parametrize(("heading", "unit", "labels", "sentence"), CASES)
def test_a_row_is_named_beside_what_the_heading_says(heading, unit, labels, sentence):
    amount = "194.168" if "milliers" not in unit else "194 168"
    right, found = told(heading, unit, labels, sentence.format(amount))
    assert right == []
    assert found.tied == found.printed
    wrong, _ = told(heading, unit, labels, sentence.format(amount.replace("94", "64")))
    assert len(wrong) == 1


def test_another_noun_than_the_heading_says_names_another_thing():
    heading, unit, labels, _ = CASES[0]
    found, _ = told(
        heading, unit, labels, "Die Schäden in der Sparte Kraftfahrt betrugen 164.168 Tsd. €."
    )
    assert found == []


@pytest.mark.parametrize(
    ("sentence", "alarms"),
    [
        ("Zum 31. Dezember 2024 lag die Bilanzsumme noch bei 270.042 Tsd. €.", 0),
        ("Zum 31. Dezember 2024 lag die Bilanzsumme noch bei 240.042 Tsd. €.", 1),
        ("Per 31. Dezember 2025 betrug die Bilanzsumme 271.979 Tsd. €.", 0),
        ("Per 31. Dezember 2025 betrug die Bilanzsumme 241.979 Tsd. €.", 1),
    ],
)
def test_the_day_that_opens_a_sentence_is_its_time(sentence, alarms):
    labels = ("Vorräte", "Forderungen", "Bilanzsumme")
    found, _ = told("Bilanz per 31. Dezember 2025", "in Tsd. €", labels, sentence)
    assert len(found) == alarms


@pytest.mark.parametrize(
    ("sentence", "alarms"),
    [
        ("2025年增值税为39,184万元，比上年增加3,172万元。", 0),
        ("2025年增值税为39,884万元，比上年增加3,172万元。", 1),
        ("2025年资产减值损失为1,204万元，上年同期为988万元。", 0),
        ("2025年资产减值损失为1,204万元，上年同期为998万元。", 1),
        ("2025年资产减值损失为1,264万元。", 1),
    ],
)
def test_a_name_that_begins_as_a_movement_moves_nothing(sentence, alarms):
    table = (
        "# 临江县\n\n## 收入\n\n单位:万元\n\n|  | 2025年 | 2024年 |\n|---|---|---|\n"
        "| 增值税 | 39,184 | 36,012 |\n| 资产减值损失 | 1,204 | 988 |\n"
        "| 合计 | 40,388 | 37,000 |\n\n"
    )
    assert len(messages(table + sentence + "\n")[0]) == alarms
