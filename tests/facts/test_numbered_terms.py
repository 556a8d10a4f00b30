"""Numbered terms: which year "第18期" is."""

from __future__ import annotations

import pytest

from auditor.facts.numbered_terms import numbered_terms
from auditor.model.period import Calendar


@pytest.mark.parametrize(
    ("texts", "ends"),
    [
        (["第18期", "第17期"], {"第18期": (18, 12), "第17期": (17, 12)}),  # nothing tells
        (["第18期(2026年3月期)", "第17期"], {"第17期": (2025, 3)}),
        (
            ["第42期", "第41期", "2026-03-31", "2025-03-31"],
            {"第42期": (2026, 3), "第41期": (2025, 3)},
        ),
        (
            ["제 18 기", "제17기", "2025.12.31", "2024.12.31"],
            {"제 18 기": (2025, 12), "제17기": (2024, 12)},
        ),
        (["第18期", "2026-03-31"], {"第18期": (18, 12)}),  # one date alone is of anything
        (["第1四半期", "第18期第2四半期", "18期", "期"], {}),
    ],
)
def test_a_number_is_of_the_year_that_dates_tell(texts, ends):
    found = numbered_terms(texts, Calendar())
    assert {t: (p.last // 12, p.last % 12 + 1) for t, p in found.items()} == ends
    assert all(p.months == 12 for p in found.values())
