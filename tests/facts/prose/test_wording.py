"""Wording: what the words around a figure make of it, in languages with lists of words."""

from fractions import Fraction

import pytest

from auditor import readers
from auditor.auditing.many_files import facts_of
from auditor.facts.prose.wording import wording_of
from auditor.notation.prose_languages import LANGUAGES, language_of, usual_language
from auditor.notation.prose_languages.language import Language

GERMAN = "# 2024\n\nin Mio. Euro\n\n|  | 2024 | 2023 |\n|---|---|---|\n| Umsatz | 71,8 | 65,8 |\n\n"
ENGLISH = "# 2024\n\n|  | 2024 | 2023 |\n|---|---|---|\n| Fares | 71.8 | 65.8 |\n\n"


def stated(text):
    """(text, measure, concept, the year before or the year itself) of each figure in the prose."""
    facts = facts_of(readers.read(text.encode(), "release.md"))
    return [
        (f.sign * f.figure.value, str(f.measure), f.concept, f.period and f.period.last // 12)
        for f in facts
        if not f.in_table
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Der Umsatz sank um 5,5 % auf 62 Euro (Vorjahr: 65 Euro).",
         [(Fraction("-5.5"), "growth", "umsatz", 2024), (62, "amount", "umsatz", 2024),
          (65, "amount", "umsatz", 2023)]),
        ("Gegenüber dem Vorjahr ging der Umsatz um 3,5 % zurück.",
         [(Fraction("-3.5"), "growth", "umsatz", 2024)]),
        ("Der Umsatz stieg von 60 Euro im Jahr 2023 auf 62 Euro im Jahr 2024.",
         [(60, "amount", "umsatz", 2023), (62, "amount", "umsatz", 2024)]),
        # a part of the company, a part of the year, a bound: none of them the row's own figure
        ("Der Umsatz in Asien betrug 12 Euro.", [(12, "amount", "umsatz in asien", 2024)]),
        ("Der Umsatz betrug im dritten Quartal 2024 rund 12 Euro.",
         [(12, "amount", "umsatz", 2024)]),
        ("Der Umsatz betrug mehr als 12 Euro.", [(12, "amount", "", 2024)]),
    ],
)  # fmt: skip
def test_a_german_figure_states_its_row_its_time_and_its_direction(sentence, expected):
    assert stated(GERMAN + sentence) == expected


@pytest.mark.parametrize(
    ("text", "accuracies"),
    [
        (ENGLISH + "Fares were about 70 in 2024.", [20]),
        (ENGLISH + "Fares were approximately 71.8 in 2024.", [Fraction("0.2")]),
        (ENGLISH + "Fares were 71.8 in 2024.", [None]),
        (GERMAN + "Der Umsatz betrug rund 70 Euro.", [20]),
        (GERMAN + "Der Umsatz betrug 71,8 Euro.", [None]),
    ],
)
def test_an_approximate_figure_is_as_good_as_its_last_digit_that_is_no_nought(text, accuracies):
    facts = facts_of(readers.read(text.encode(), "release.md"))
    assert [f.figure.accuracy for f in facts if not f.in_table] == accuracies


@pytest.mark.parametrize(
    "sentence", ["Fares grew by more than 12% over 2023.", "Fares were nearly 80 in 2024."]
)
def test_a_bound_states_nothing_that_a_table_could_contradict(sentence):
    assert [concept for _, _, concept, _ in stated(ENGLISH + sentence)] == [""]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Der Umsatz stieg und die Marge auch.", "german"),
        ("Le résultat de la société est en hausse.", "french"),
        ("El resultado de la empresa fue de un año.", "spanish"),
        ("A receita do ano foi maior em relação ao ano.", "portuguese"),
        ("I ricavi della società sono stati di più.", "italian"),
        ("De omzet van het jaar is niet gestegen.", "dutch"),
        ("매출액은 증가했다.", "korean"),
        ("营业收入增长。", "chinese"),
        ("売上高は増加しました。", "english"),  # Japanese is read with English
        ("The revenue of the year was up.", "english"),
    ],
)
def test_letters_and_function_words_tell_a_language(text, name):
    assert usual_language([text]).name == name


def test_a_text_that_tells_nothing_is_in_the_documents_language():
    german = next(each for each in LANGUAGES if each.name == "german")
    assert language_of("Umsatz: 12,5", german) is german
    assert usual_language(["売上高は増加", "営業利益"]).name == "english"  # no Chinese beside kana


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_patterns(language: Language):
    assert wording_of(language).language is language


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_in_lower_case_and_given_once(language: Language):
    for words in (language.up, language.down, language.base, language.fillers, language.states):
        assert len(set(words)) == len(words)
        assert all(word == word.lower() for word in words)
