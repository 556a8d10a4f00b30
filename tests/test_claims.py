"""Prose: what each figure in a sentence states, and of what it states nothing."""

import pytest

from auditor import readers
from auditor.pipeline import facts_of

TABLE = """\
(JPY million)

|  | 2Q06 | 2Q05 |
|---|---|---|
| Net sales | 14,007 | 11,929 |
| Operating income | 811 | 507 |
| Harbour dues | 606 | 682 |

"""
SECTION = "## Results of 2Q06\n\n"
SALES, INCOME, MARGIN = "Total Revenues", "Operating Income", "Gross Margin Ratio"


def claims(prose, table=TABLE):
    """(text, measure, what it is compared with, concept) of each figure in the prose."""
    document = readers.read((table + prose).encode(), "ferries.md")
    return [
        (
            f.text if f.sign > 0 else f"less {f.text}",
            str(f.measure),
            f.against.text if f.against else "",
            f.concept,
        )
        for f in facts_of(document)
        if not f.in_table
    ]


def subjects(prose, table=TABLE):
    return [concept for *_, concept in claims(prose, table)]


@pytest.mark.parametrize(
    "line, expected",
    [
        (
            (
                "- Net sales: JPY 26,444 million"
                " (+21.3% compared to 1H05, +5.6% compared to the initial target)"
            ),
            [
                ("JPY 26,444 million", "amount", "", SALES),
                ("+21.3%", "growth", "1H05", SALES),
                ("+5.6%", "growth", "the initial target", SALES),
            ],
        ),
        (
            "- Net sales decreased 0.2% compared to 1Q06 and by 11.2% compared to 2Q05 in storms.",
            [
                ("less 0.2%", "growth", "1Q06", SALES),
                ("less 11.2%", "growth", "2Q05", SALES),
            ],
        ),
        (
            "- Number of berths: 16,112 (+758, +4.9% from 1Q06, +3,410, +26.8% from 2Q05)",
            [
                ("16,112", "amount", "", "number of berths"),
                ("+758", "change", "1Q06", "number of berths"),
                ("+4.9%", "growth", "1Q06", "number of berths"),
                ("+3,410", "change", "2Q05", "number of berths"),
                ("+26.8%", "growth", "2Q05", "number of berths"),
            ],
        ),
        (
            "- Gross margin ratio improved by 1.1 percentage points compared to 1Q06.",
            [("1.1 percentage points", "points", "1Q06", MARGIN)],
        ),
        (
            "- Net sales: JPY 14,007 million\n (+12.6% from 1Q06, -3.0% from 2Q05)",
            [
                ("JPY 14,007 million", "amount", "", SALES),
                ("+12.6%", "growth", "1Q06", SALES),
                ("-3.0%", "growth", "2Q05", SALES),
            ],
        ),
        (
            "Net sales increased 9.5% year-on-year to JPY 14,007 million.",
            [
                ("9.5%", "growth", "year-on-year", SALES),
                ("JPY 14,007 million", "amount", "", SALES),
            ],
        ),
        (
            "Operating income was JPY 811 million, up 3.0% from 1Q06.",
            [("JPY 811 million", "amount", "", INCOME), ("3.0%", "growth", "1Q06", INCOME)],
        ),
        (
            "Operating income showed a 3.0% decrease from 1Q06.",
            [("less 3.0%", "growth", "1Q06", "operating income showed a")],
        ),
        (  # nothing says what it is compared with
            "- Net sales decreased 0.3% mainly due to storms after 1Q06.",
            [("less 0.3%", "growth", "", SALES)],
        ),
    ],
)
def test_each_figure_states_a_measure_against_what_the_words_name(line, expected):
    assert claims(SECTION + line) == expected


@pytest.mark.parametrize(
    "prose, expected",
    [
        (SECTION + "- Operating income increased by 59.9%.", INCOME),
        (SECTION + "- **Harbour dues:** Revenues increased 2.7%.", "harbour dues"),
        (SECTION + "- **Harbour dues: 606**", "harbour dues"),
        (SECTION + "Operating income: JPY 811 million", INCOME),
        (SECTION + "Financial highlights: net sales were JPY 5 million.", SALES),
        (SECTION + "For 2Q06: net sales were JPY 5 million.", SALES),
        ("<Operating Income - 2Q06>\n\n- Increased by 59.9% compared to 2Q05.", INCOME),
        ("## Operating income (2Q06)\n\n### By port\n\n- Rose 5%.", INCOME),
        (SECTION + "- Anchorage fees amounted to JPY 5 million.", "anchorage fees"),
        ("## 2024年3月期\n\n売上高は1,200百万円", "売上高は"),
    ],
)
def test_the_subject_is_named_by_the_bullet_its_label_or_the_section(prose, expected):
    assert subjects(prose) == [expected]


@pytest.mark.parametrize(
    "line, expected",
    [
        (
            "Net sales were JPY 14,007 million and operating income was JPY 811 million.",
            [SALES, INCOME],
        ),
        (
            "Net sales rose 3.0% and operating income fell 5.0% compared to 2Q05.",
            [SALES, INCOME],
        ),
        (
            "Net sales were JPY 14,007 million and ticket income rose 5.0%.",
            [SALES, "ticket income"],
        ),
        (
            "Income tax was JPY 109 million, because of deferred benefits of JPY 66 million.",
            ["income tax", "because of deferred benefits"],
        ),
        ("Net sales were JPY 14,007 million (JPY 9 million).", [SALES, ""]),
    ],
)
def test_a_second_figure_in_a_sentence_has_its_own_subject(line, expected):
    assert subjects(SECTION + line) == expected


@pytest.mark.parametrize(
    "line, place",
    [
        ("Net sales fell 0.3% due to a decrease of JPY 234 million in harbour dues.", 1),
        ("A decrease in harbour dues of 5.0% weighed on net sales.", 0),
        ("Net sales rose to JPY 14,007 million from JPY 11,929 million.", 1),
        ("Operating income was JPY 811 million, compared with JPY 507 million in 2Q05.", 1),
        ("Net sales were JPY 20 million and JPY 15 million in 2Q06 and 2Q05, respectively.", 0),
    ],
)
def test_causes_bases_and_lists_state_nothing_of_the_subject(line, place):
    assert subjects(SECTION + line)[place] == ""


@pytest.mark.parametrize(
    "line",
    [
        "- Norwegian ports: net sales were JPY 20 million.",
        "- Norwegian ports: JPY 20 million of net sales, operating income JPY 3 million.",
        "- Norwegian ports: it snowed. Operating income was JPY 3 million.",
        "- Net sales: fell. Operating income of the ports was JPY 3 million.",
    ],
)
def test_words_under_a_label_name_a_part_of_it_and_not_the_whole_company(line):
    assert not {SALES, INCOME} & set(subjects(SECTION + line))


@pytest.mark.parametrize(
    "line, measure",
    [
        ("Net sales rose to JPY 14,007 million.", "amount"),
        ("Gross margin ratio improved to 18.3%.", "amount"),
        ("Gross margin ratio was 18.3%.", "amount"),
        ("Net sales rose by JPY 78 million.", "change"),
        ("Net sales rose, reflecting orders of JPY 78 million.", "amount"),
    ],
)
def test_a_verb_of_movement_leads_to_a_movement_or_to_where_it_arrives(line, measure):
    assert [m for _, m, _, _ in claims(SECTION + line)] == [measure]


@pytest.mark.parametrize(
    "prose, expected",
    [
        (SECTION + "Net sales were JPY 5 million.", "2Q06"),
        (SECTION + "Net sales for 1H06 were JPY 5 million.", "1H06"),
        (SECTION + "Net sales were JPY 5 million in 2Q05.", "2Q05"),
        (SECTION + "Cash was JPY 5 million as of March 31, 2006.", "March 31, 2006"),
        (SECTION + "Compared with 1Q06, net sales rose 5%.", "2Q06"),
        ("Net sales were JPY 5 million.", "2Q06"),  # as the table above
        ("## Outlook for FY2007\n\nNet sales will be JPY 5 million.", "FY2007"),
    ],
)
def test_the_period_is_the_one_named_nearest_or_that_of_the_section(prose, expected):
    document = readers.read((TABLE + prose).encode(), "ferries.md")
    period = facts_of(document)[-1].period
    assert period is not None
    assert period.label == expected


@pytest.mark.parametrize(
    "line, unit, scale",
    [
        ("Net sales were JPY 5 million.", "JPY", 6),
        ("Net sales were 5 million.", "JPY", 6),  # the table's currency
        ("Net sales were $5 million.", "USD", 6),
        ("Berths: 16,112", "", 0),  # a bare number is no amount of money
    ],
)
def test_a_scale_word_alone_means_the_currency_of_the_document(line, unit, scale):
    document = readers.read((TABLE + SECTION + line).encode(), "ferries.md")
    figure = facts_of(document)[-1].figure
    assert (figure.unit, figure.scale) == (unit, scale)


def test_a_claim_cites_the_characters_it_is_read_from():
    text = "Results of 2Q06\n\nNet sales were\n**JPY 5 million** then."
    (fact,) = facts_of(readers.read(text.encode(), "ferries.md"))
    lines = text.split("\n")
    source = fact.source
    assert source.line is not None
    assert source.column is not None
    assert source.end_column is not None
    assert lines[source.line - 1][source.column - 1 : source.end_column - 1] == "JPY 5 million"


def test_a_very_long_sentence_takes_no_time():
    sentence = "Net sales rose " + ", ".join(f"{n}.5% from 2Q05" for n in range(4_000))
    assert len(claims(sentence, table="")) == 4_000
