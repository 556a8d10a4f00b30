from fractions import Fraction

import pytest

from auditor.notation.numerals import cell_figure
from auditor.readers._xlsx.display import shown_number, shown_text
from auditor.readers._xlsx.numbers import general, stored_number

ACCOUNTING = '_(* #,##0_);_(* \\(#,##0\\);_(* "—"_);_(@_)'


def shown(value, code, *, since_1904=False):
    number = stored_number(value)
    assert number is not None
    return shown_number(number, code, since_1904=since_1904)


@pytest.mark.parametrize(
    "code, value, text",
    [
        # digits
        ("0", "1234.5", "1235"),  # half away from zero
        ("0", "-1234.5", "-1235"),
        ("0", "0.5", "1"),
        ("0.00", "1.005", "1.01"),
        ("0.00", "2.6749999999999998", "2.68"),  # 2.675 to fifteen digits
        ("0.0", "18", "18.0"),
        ("#.##", "0.5", ".5"),
        ("0.##", "5", "5"),  # no point that nothing follows
        ("0.0#", "5.25", "5.25"),
        ("0.0??", "5.5", "5.5"),
        ("000", "7", "007"),
        ("#,##0", "1234567", "1,234,567"),
        ("#,##0.0", "-1234.56", "-1,234.6"),
        ("#,#", "0", ""),
        ("# ##0", "1234567", "1234 567"),  # literals stay where they stand
        ("0000-0000", "12345678", "1234-5678"),
        # sections
        ("#,##0_);(#,##0)", "-1234", "(1,234)"),
        ("#,##0_);(#,##0)", "1234", "1,234"),
        ("#,##0\\ ;\\(#,##0\\)", "-81", "(81)"),
        (ACCOUNTING, "0", "—"),
        (ACCOUNTING, "-337", "(337)"),
        ('#,##0;-#,##0;"nil"', "0", "nil"),
        ("+0;-0", "5", "+5"),
        ("△#,##0", "5", "△5"),
        ('#,##0;"△"#,##0', "-5", "△5"),
        ("0;0;;@", "0", ""),
        (";;;", "5", ""),
        ("0;-0", "-0.3", "-0"),
        # conditions
        ("[<1000]0;0.0,\\K", "999", "999"),
        ("[<1000]0;0.0,\\K", "12340", "12.3K"),
        ('[>=1000000]0.0,,"M";[>=1000]0.0,"K";0', "-5", "-5"),
        ('[>=1000000]0.0,,"M";[<=-1000000]-0.0,,"M";0', "-2500000", "-2.5M"),
        ('[Red][<0]"neg "0;0', "-3", "-neg 3"),
        # per cent, scale, exponent
        ("0%", "0.125", "13%"),
        ("0.0%", "-0.1234", "-12.3%"),
        ("0.0%;(0.0%)", "-0.1234", "(12.3%)"),
        ("#,##0,", "1234567", "1,235"),
        ("#,##0.0,,", "1234567", "1.2"),
        ('#,##0.0,"K"', "12345", "12.3K"),
        ("#,##0,.0", "12345", "12.3"),
        ("0.00E+00", "123456", "1.23E+05"),
        ("0.0E-0", "0.00012", "1.2E-4"),
        ("##0.0E+0", "123456", "123.5E+3"),
        ("0.0E+0", "9.96", "1.0E+1"),
        # fractions
        ("# ?/?", "1.5", "1 1/2"),
        ("# ??/??", "0.25", "1/4"),
        ("?/8", "0.5", "4/8"),
        ("# ?/?", "3", "3"),
        # literals, currencies, locales
        ('"$"#,##0.00', "-5", "-$5.00"),
        ('_("$"* #,##0_);_("$"* (#,##0)', "-1234", "$(1,234)"),
        ("[$€-407] #,##0", "5", "€ 5"),
        ("#,##0 [$€-407]", "1234", "1,234 €"),
        ("[$CHF] #,##0", "1234", "CHF 1,234"),
        ("[$-409]#,##0", "1234", "1,234"),
        ("#,##0\\ \\€", "5", "5 €"),
        ('0.0"x"', "2.5", "2.5x"),
        ('0" bps"', "25", "25 bps"),
        ("@", "5", "5"),
        ("General_)", "5", "5"),
        ('General" t"', "-5", "-5 t"),
        ("[Blue]General", "5", "5"),
        ('"total"', "5", "total"),
        ("[h]:mm", "1.5", "36:00"),
        ("0.0;[Magenta]-0.0", "-1.25", "-1.3"),
        ('"unclosed', "1", "unclosed"),
    ],
)
def test_a_number_is_shown_as_its_format_says(code, value, text):
    assert shown(value, code).text == text


@pytest.mark.parametrize(
    "value, text",
    [
        ("0", "0"),
        ("-5", "-5"),
        ("2024", "2024"),
        ("0.1", "0.1"),
        ("0.10000000000000001", "0.1"),
        ("1234567.891234", "1234567.891"),
        ("-1234567.891234", "-1234567.891"),
        ("0.123456789012", "0.123456789"),
        ("0.33333333333333331", "0.333333333"),
        ("12345678901", "12345678901"),
        ("123456789012", "1.23457E+11"),
        ("1E+21", "1E+21"),
        ("0.00001", "0.00001"),
        ("0.0000123456", "1.23456E-05"),
        ("99999999999.6", "1E+11"),
        ("123456789.55", "123456789.6"),
    ],
)
def test_without_a_format_eleven_characters_are_shown(value, text):
    number = stored_number(value)
    assert number is not None
    assert general(number) == text


@pytest.mark.parametrize("text", ["", "abc", "NaN", "Infinity", "1E+999", "1E-999", "0x10"])
def test_what_is_no_number_is_none(text):
    assert stored_number(text) is None


@pytest.mark.parametrize(
    "code, serial, text",
    [
        ("yyyy-mm-dd", "45382", "2024-03-31"),
        ("mmm-yy", "45382", "Mar-2024"),  # no reader may take 24 for a day
        ("mmm\\'yy", "45382", "Mar 2024"),
        ("d-mmm-yy", "45382", "31-Mar-2024"),
        ("dd.mm.yyyy", "45291", "31.12.2023"),
        ("dd/mm/yyyy", "45355", "2024-03-04"),  # else April 3 to an American
        ("m/d/yy", "45355", "3/4/2024"),
        ("mm/yyyy", "45355", "2024/03"),
        ("yyyy", "45355", "2024"),
        ('"FY"yyyy', "45355", "FY2024"),
        ('"As of "mmmm d, yyyy', "45355", "As of March 4, 2024"),
        ("[$-407]d. mmmm yyyy;@", "45355", "4. March 2024"),
        ("dddd", "45355", "Monday"),
        ('yyyy"年"m"月"d"日"', "45355", "2024年3月4日"),
        ('[$-411]ggge"年"m"月"', "45355", "令和6年3月"),
        ("h:mm AM/PM", "0.75", "6:00 PM"),
        ("hh:mm:ss", "0.5", "12:00:00"),
        ("mm:ss.0", "0.00001", "00:00.9"),
        ("[h]:mm:ss", "2.25", "54:00:00"),
        ("yyyy-mm-dd", "59", "1900-02-28"),
        ("yyyy-mm-dd", "61", "1900-03-01"),
        ("yyyy-mm-dd", "-1", "-1"),  # no such day
        ("yyyy-mm-dd", "99999999", "99999999"),
    ],
)
def test_dates_are_shown_so_that_they_cannot_be_mistaken(code, serial, text):
    assert shown(serial, code).text == text


def test_days_may_be_counted_from_1904():
    assert shown("43920", "yyyy-mm-dd", since_1904=True).text == "2024-03-31"


@pytest.mark.parametrize(
    "code, value, text, by_colour, unsigned",
    [
        ("0;[Red]0", "-5", "-5", True, False),
        ("#,##0.0;[Color 3]#,##0.0", "-5", "-5.0", True, False),
        ("0;[Red]-0", "-5", "-5", False, False),
        ("0;[Red](0)", "-5", "(5)", False, False),
        ("0;0", "-5", "5", False, True),
        ("0;[Red]0", "5", "5", False, False),
        ("0;[Red]0;[Red]0", "0", "0", False, False),
    ],
)
def test_a_negative_told_by_its_colour_only_keeps_its_minus(code, value, text, by_colour, unsigned):
    assert shown(value, code)[0::2] == (text, by_colour)
    assert shown(value, code).unsigned is unsigned


@pytest.mark.parametrize(
    "code, value, text, scale",
    [
        ('0.0,"K"', "12345", "12.3K", 3),
        ('0,"K"', "12345", "12 thousand", 3),  # 12K and 12M may be anything
        ('0,,"M"', "12345678", "12 mn", 6),
        ('"$"0,,"M"', "12345678", "$12M", 6),
        ('(0,,"M")', "12345678", "(12 mn)", 6),
        ('0,," mn"', "12345678", "12 mn", 6),
        ('0.0,,,"B"', "1234567890", "1.2B", 9),
    ],
)
def test_a_scale_that_a_format_shows_is_read(code, value, text, scale):
    seen = shown(value, code)
    figure = cell_figure(seen.text)
    assert seen.text == text
    assert figure is not None
    assert figure.scale == scale
    assert seen.shift == 0


@pytest.mark.parametrize(
    "code, value",
    [("#,##0,", "1234567"), ("0.0%", "0.1234"), ("0.0,%", "123.4"), ('0.0,"K"', "12345")],
)
def test_the_shift_leads_from_the_figure_to_what_is_stored(code, value):
    seen = shown(value, code)
    figure = cell_figure(seen.text)
    assert figure is not None
    factor = Fraction(10) ** seen.shift
    assert abs(figure.value * factor - Fraction(value)) * 2 <= figure.last_unit * factor


@pytest.mark.parametrize(
    "code, text",
    [
        ("General", "n/a"),
        (ACCOUNTING, "n/a"),
        ('0;-0;0;"see "@', "see n/a"),
        ('0;-0;0;"hidden"', "hidden"),
        ('"note "@', "note n/a"),
    ],
)
def test_a_text_is_shown_in_the_section_for_texts(code, text):
    assert shown_text("n/a", code).strip() == text
