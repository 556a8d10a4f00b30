"""Digits of every script are read as what they are worth, and printed back as they were."""

import unicodedata

import pytest

from auditor.notation.numerals import cell_figure, narrowed
from auditor.notation.numerals.scripts import in_script_of

DECIMALS = [c for n in range(0x80, 0x20000) if unicodedata.decimal(c := chr(n), None) is not None]


def test_every_decimal_digit_of_this_unicode_is_known_or_told():
    unknown = [c for c in DECIMALS if narrowed(c) != str(unicodedata.decimal(c))]
    assert not [c for c in unknown if unicodedata.unidata_version < "15"]
    assert len(unknown) < len(DECIMALS) / 10  # scripts that are younger than this table


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("١٬٢٠٤", "1204"),  # Arabic
        ("١٬٢٠٤٫٥", "1204.5"),
        ("(٤٠٫٥٪)", "-40.5"),
        ("۱,۲۰۴", "1204"),  # Persian
        ("१२,०४,५००", ""),  # in lakhs, which the table must tell
        ("१,२०४", "1204"),  # Devanagari
        ("๑,๒๐๔.๕", "1204.5"),  # Thai
        ("𝟏,𝟐𝟎𝟒", "1204"),  # styled
        ("1,२04", "1204"),
    ],
)
def test_a_cell_of_another_script(text, value):
    figure = cell_figure(text)
    assert value == ("" if figure is None else f"{float(figure.digits * 10.0**figure.exponent):g}")
    assert figure is None or figure.text == text


@pytest.mark.parametrize(
    ("digits", "like", "expected"),
    [("57,481", "١٬٢٠٤", "٥٧,٤٨١"), ("9", "１２", "９"), ("9", "12", "9"), ("9", "", "9")],
)
def test_digits_are_printed_in_the_script_of_others(digits, like, expected):
    assert in_script_of(digits, like) == expected
