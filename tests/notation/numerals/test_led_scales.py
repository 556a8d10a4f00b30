"""Letters of a scale at a currency, and the scales of languages whose words are few."""

from fractions import Fraction

import pytest

from auditor.model.figure import NumeralConvention
from auditor.notation.numerals import cell_figure, figures
from auditor.notation.numerals.prose_convention import ProseConvention
from auditor.notation.prose_languages import LANGUAGES
from auditor.notation.scales import power_of

BY_NAME = {language.name: language for language in LANGUAGES}


def read(text, language, *, by_spaces=False):
    of = BY_NAME[language]
    found = figures(text, ProseConvention(of, of.decimal_comma, by_spaces))
    return [(figure.value, figure.unit) for figure in found]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("TEUR 12.405", 12_405_000, "EUR"),
        ("T€ 12.405", 12_405_000, "EUR"),
        ("kEUR 98,7", 98_700, "EUR"),
        ("TCHF 640", 640_000, "CHF"),
        ("MUSD 12,5", 12_500_000, "USD"),
        ("12.405 TEUR", 12_405_000, "EUR"),
        ("98,7 MEUR", 98_700_000, "EUR"),
    ],
)
def test_a_letter_at_a_currency_is_a_scale(text, value, unit):
    assert read(f"Das Ergebnis betrug {text}.", "german") == [(value, unit)]


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.name)
def test_every_scale_of_a_language_is_a_power_of_ten(language):
    assert all(power_of(word) > 0 for word in language.scales)


def test_a_letter_at_a_currency_is_one_in_english_and_in_cells():
    assert read("Net sales were MSEK 1,240.", "english") == [(1_240_000_000, "SEK")]
    cell = cell_figure("TEUR 1,240")
    assert cell is not None
    assert cell.value == 1_240_000
    assert cell.unit == "EUR"


@pytest.mark.parametrize("text", ["TEUR 5 Mio.", "MEUR 5 Mrd."])
def test_two_scales_clash(text):
    assert (5_000_000, "EUR") not in read(f"Es waren {text}", "german")


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [
        ("swedish", "98,7 Mkr", 98_700_000, ""),
        ("swedish", "98,7 miljoner kronor", 98_700_000, "SEK"),
        ("danish", "1.240,5 mio. kr.", 1_240_500_000, "kr"),
        ("finnish", "98,7 miljoonaa euroa", 98_700_000, "EUR"),
        ("polish", "98,7 tys. zł", 98_700, "PLN"),
        ("polish", "1,5 mld zł", 1_500_000_000, "PLN"),
        ("czech", "98,7 tis. Kč", 98_700, "CZK"),
        ("turkish", "1.240,5 milyon TL", 1_240_500_000, "TRY"),
        ("indonesian", "1,5 miliar rupiah", 1_500_000_000, "IDR"),
    ],
)
def test_every_language_has_its_scales(language, text, value, unit):
    assert read(f"x {text}, y", language) == [(value, unit)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("R$ 812 mil", 812_000, "BRL"),
        ("R$ 8,1 bi", 8_100_000_000, "BRL"),
        ("Rs. 8,12,417/-", 812_417, "INR"),
        ("₹ 8,12,417/=", 812_417, "INR"),
    ],
)
def test_cells_close_a_number_as_brazil_and_india_do(text, value, unit):
    marks = NumeralConvention(",", ".") if "R$" in text else NumeralConvention(pairs=True)
    figure = cell_figure(text, marks)
    assert figure is not None
    assert (figure.value, figure.unit) == (value, unit)


def test_a_thousand_of_other_dollars_is_not_meant():
    assert cell_figure("$ 812 mil") is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("atteint 76 379 k€ (83 275 k€ en 2024)", [76_379_000, 83_275_000]),
        ("atteint 76 379 € (83 275 €)", [76_379, 83_275]),
        ("une perte de (83 275 €)", [-83_275]),
    ],
)
def test_an_amount_in_brackets_behind_another_is_no_negative_one(text, told):
    assert [value for value, _ in read(text, "french", by_spaces=True)] == told


def test_the_currency_in_front_says_what_the_unit_is_of():
    (told,) = read("收入為港幣41,437千元", "chinese")
    assert told == (Fraction(41_437_000), "HKD")
