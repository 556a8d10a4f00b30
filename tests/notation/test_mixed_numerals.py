"""Amounts of digits and Chinese characters in one are read whole, or not at all."""

from __future__ import annotations

import pytest

from auditor.notation.numerals import figures


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1億二千万円", 120_000_000),
        ("12億三千万円", 1_230_000_000),
        ("1億二千三百45万円", 123_450_000),
        ("三億5千万円", 350_000_000),
        ("3千5百万円", 35_000_000),
        ("2千万円", 20_000_000),
        ("十億2千万円", 1_020_000_000),
        ("1億2千万円", 120_000_000),
        ("1億2,000万円", 120_000_000),
        ("5億円", 500_000_000),
    ],
)
def test_an_amount_is_read_whole(text, value):
    (figure,) = figures(f"売上高は{text}となりました。")
    assert (figure.text, figure.value) == (text, value)


@pytest.mark.parametrize("text", ["1億二億円", "3千二千万円"])
def test_powers_that_do_not_fall_are_no_number(text):
    assert not figures(f"売上高は{text}となりました。")
