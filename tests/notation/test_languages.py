import pytest

from auditor.notation.languages import writes_decimal_commas


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Umsatz stieg im Jahr und die Kosten sanken", True),
        ("Le chiffre d’affaires et les coûts de la société", True),
        ("(Miles de euros) Resultado de la explotación", True),
        ("Revenue of the year and the costs", False),
        ("La Mer and the sea in the total of the year", False),
        ("売上高", False),
        ("", False),
    ],
)
def test_small_words_tell_how_numbers_are_written(text, expected):
    assert writes_decimal_commas([text]) is expected
