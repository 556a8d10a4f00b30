import pytest

from auditor.notation.prose_languages import usual_language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Umsatz stieg im Jahr und die Kosten sanken", True),
        ("Le chiffre d’affaires et les coûts de la société", True),
        ("(Miles de euros) Resultado de la explotación", True),
        ("Revenue of the year and the costs", False),
        ("La Mer and the sea in the total of the year", False),
        ("売上高", False),
        ("Rörelsens intäkter och resultat för året", True),
        ("Przychody ze sprzedaży w roku oraz zysk na akcję", True),
        ("Liikevaihto ja tulos, miljoonaa euroa", True),
        ("Driftsinntekter og resultat av driften", True),
        ("Satışların maliyeti ve dönem kârı", True),
        ("", False),
    ],
)
def test_small_words_tell_how_numbers_are_written(text, expected):
    assert usual_language([text]).decimal_comma is expected
