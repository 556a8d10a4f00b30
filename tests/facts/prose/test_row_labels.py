import pytest

from auditor.facts.prose.row_labels import RowLabels

LABELS = RowLabels(
    {"harbour dues": "dues", "harbour dues, net": "net dues", "bus": "bus", "bus fares": "fares"}
)


@pytest.mark.parametrize(
    "form, expected",
    [
        ("harbour", None),  # two concepts
        ("bus", "fares"),
        ("harbour dues", None),  # "harbour dues, net" goes on with a comma, not with a word
        ("tram", None),
    ],
)
def test_the_beginning_of_row_labels_names_their_only_concept(form, expected):
    assert LABELS.only_longer(form) == expected


@pytest.mark.parametrize(
    "heading, expected",
    [
        ("services - harbour dues", {"dues"}),
        ("bus fares, harbour dues", {"bus", "fares", "dues"}),
        ("harbour duesday", set()),  # no whole word
        ("harbour, dues", set()),
        ("", set()),
    ],
)
def test_row_labels_stand_in_a_heading_as_whole_words(heading, expected):
    assert {concept for _, concept in LABELS.within(heading)} == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("dues of the harbour", "dues"),
        ("fare of buses", None),  # "buses" is no plural that is known
        ("fares for the bus", "fares"),
        ("bus", None),  # one word names nothing for certain
        ("harbour dues and fees", None),
    ],
)
def test_the_same_words_in_another_order_name_a_row(text, expected):
    assert LABELS.of_words(text) == expected
