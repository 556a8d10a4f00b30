"""Foreign forms: quarters, halves, spans and days as other languages name them."""

from __future__ import annotations

import pytest

from auditor.model.period import Calendar, month
from auditor.notation.periods import periods


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("3. Quartal 2025", (2025, 7), (2025, 9)),
        ("im dritten Quartal des Geschäftsjahres 2025", (2025, 7), (2025, 9)),
        ("1. Halbjahr 2025", (2025, 1), (2025, 6)),
        ("den ersten neun Monaten 2025", (2025, 1), (2025, 9)),
        ("1. Januar bis 30. September 2025", (2025, 1), (2025, 9)),
        ("GJ 2024/25", (2024, 1), (2024, 12)),
        ("T3 2025", (2025, 7), (2025, 9)),
        ("3e trimestre 2025", (2025, 7), (2025, 9)),
        ("premier semestre 2025", (2025, 1), (2025, 6)),
        ("du 1er janvier au 30 juin 2025", (2025, 1), (2025, 6)),
        ("tercer trimestre de 2025", (2025, 7), (2025, 9)),
        ("enero a septiembre de 2025", (2025, 1), (2025, 9)),
        ("terceiro trimestre de 2025", (2025, 7), (2025, 9)),
        ("3T25", (2025, 7), (2025, 9)),
        ("1S25", (2025, 1), (2025, 6)),
        ("2025년 3분기", (2025, 7), (2025, 9)),
        ("2025년 3분기 누적", (2025, 1), (2025, 9)),
        ("2025년 상반기", (2025, 1), (2025, 6)),
        ("2025年第三季度", (2025, 7), (2025, 9)),
        ("2025年前三季度", (2025, 1), (2025, 9)),
        ("2025年1-9月", (2025, 1), (2025, 9)),
        ("1. HJ 2025", (2025, 1), (2025, 6)),
        ("2. Hj. 2025", (2025, 7), (2025, 12)),
        ("nueve primeros meses de 2025", (2025, 1), (2025, 9)),
        ("2025年6月30日止六個月", (2025, 1), (2025, 6)),
        ("2025年3月31日止年度", (2024, 4), (2025, 3)),
        ("31. Dezember 2025", None, (2025, 12)),
        ("31 de diciembre de 2025", None, (2025, 12)),
        ("31 décembre 2025", None, (2025, 12)),
        ("2025년 12월 31일", None, (2025, 12)),
        ("2025.9말", None, (2025, 9)),
        ("2025년 9월말", None, (2025, 9)),
        ("2025年9月末", None, (2025, 9)),
    ],
)
def test_a_period_is_known_in_the_words_of_its_language(text, first, last):
    ((_, _, period),) = periods(text, Calendar())
    assert (period.first, period.last) == (first and month(*first), month(*last))


@pytest.mark.parametrize("text", ["3. Quartal", "Tier 1", "T-bills 2", "2024-2028", "5 Mars bars"])
def test_what_names_no_year_is_no_period(text):
    assert periods(text, Calendar()) == ()
