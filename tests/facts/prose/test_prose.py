"""Prose: what each figure in a sentence states, and of what it states nothing."""

import pytest

from auditor import readers
from auditor.auditing.many_files import facts_of

TABLE = """\
(JPY million)

|  | 2Q06 | 2Q05 |
|---|---|---|
| Net sales | 24,310 | 21,880 |
| Operating income | 1,240 | 930 |
| Harbour dues | 415 | 398 |

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
                "- Net sales: JPY 48,150 million"
                " (+17.4% compared to 1H05, +3.1% compared to the initial target)"
            ),
            [
                ("JPY 48,150 million", "amount", "", SALES),
                ("+17.4%", "growth", "1H05", SALES),
                ("+3.1%", "growth", "the initial target", SALES),
            ],
        ),
        (
            "- Net sales decreased 0.4% compared to 1Q06 and by 8.6% compared to 2Q05 in storms.",
            [
                ("less 0.4%", "growth", "1Q06", SALES),
                ("less 8.6%", "growth", "2Q05", SALES),
            ],
        ),
        (
            "- Number of berths: 9,640 (+310, +3.3% from 1Q06, +1,150, +13.5% from 2Q05)",
            [
                ("9,640", "amount", "", "number of berths"),
                ("+310", "change", "1Q06", "number of berths"),
                ("+3.3%", "growth", "1Q06", "number of berths"),
                ("+1,150", "change", "2Q05", "number of berths"),
                ("+13.5%", "growth", "2Q05", "number of berths"),
            ],
        ),
        (
            "- Gross margin ratio improved by 0.9 percentage points compared to 1Q06.",
            [("0.9 percentage points", "points", "1Q06", MARGIN)],
        ),
        (
            "- Net sales: JPY 24,310 million\n (+10.5% from 1Q06, -3.0% from 2Q05)",
            [
                ("JPY 24,310 million", "amount", "", SALES),
                ("+10.5%", "growth", "1Q06", SALES),
                ("-3.0%", "growth", "2Q05", SALES),
            ],
        ),
        (
            "Net sales increased 7.5% year-on-year to JPY 24,310 million.",
            [
                ("7.5%", "growth", "year-on-year", SALES),
                ("JPY 24,310 million", "amount", "", SALES),
            ],
        ),
        (
            "Operating income was JPY 1,240 million, up 3.0% from 1Q06.",
            [("JPY 1,240 million", "amount", "", INCOME), ("3.0%", "growth", "1Q06", INCOME)],
        ),
        (
            "Operating income showed a 3.0% decrease from 1Q06.",
            [("less 3.0%", "growth", "1Q06", "Operating Income")],
        ),
        (  # nothing says what it is compared with
            "- Net sales decreased 0.7% mainly due to storms after 1Q06.",
            [("less 0.7%", "growth", "", SALES)],
        ),
    ],
)
def test_each_figure_states_a_measure_against_what_the_words_name(line, expected):
    assert claims(SECTION + line) == expected


@pytest.mark.parametrize(
    "prose, expected",
    [
        (SECTION + "- Operating income increased by 44.1%.", INCOME),
        (SECTION + "- **Harbour dues:** Revenues increased 2.9%.", "harbour dues"),
        (SECTION + "- **Harbour dues: 415**", "harbour dues"),
        (SECTION + "Operating income: JPY 1,240 million", INCOME),
        (SECTION + "Financial highlights: net sales were JPY 5 million.", SALES),
        (SECTION + "For 2Q06: net sales were JPY 5 million.", SALES),
        ("<Operating Income - 2Q06>\n\n- Increased by 44.1% compared to 2Q05.", INCOME),
        ("## Operating income (2Q06)\n\n### By port\n\n- Rose 5%.", INCOME),
        (SECTION + "- Anchorage fees amounted to JPY 5 million.", "anchorage fees"),
        ("## 2024年3月期\n\n売上高は1,200百万円", SALES),
    ],
)
def test_the_subject_is_named_by_the_bullet_its_label_or_the_section(prose, expected):
    assert subjects(prose) == [expected]


@pytest.mark.parametrize(
    "line, expected",
    [
        (
            "Net sales were JPY 24,310 million and operating income was JPY 1,240 million.",
            [SALES, INCOME],
        ),
        (
            "Net sales rose 3.0% and operating income fell 5.0% compared to 2Q05.",
            [SALES, INCOME],
        ),
        (
            "Net sales were JPY 24,310 million and ticket income rose 5.0%.",
            [SALES, "ticket income"],
        ),
        (
            "Income tax was JPY 109 million, because of deferred benefits of JPY 66 million.",
            ["income tax", ""],
        ),
        ("Net sales were JPY 24,310 million (JPY 9 million).", [SALES, ""]),
    ],
)
def test_a_second_figure_in_a_sentence_has_its_own_subject(line, expected):
    assert subjects(SECTION + line) == expected


@pytest.mark.parametrize(
    "line, place",
    [
        ("Net sales fell 0.7% due to a decrease of JPY 187 million in dredging.", 1),
        ("A decrease in harbour dues of 5.0% weighed on net sales.", 0),
        ("Net sales were JPY 20 million and JPY 15 million, respectively.", 0),
    ],
)
def test_causes_and_lists_state_nothing_of_the_subject(line, place):
    assert subjects(SECTION + line)[place] == ""


def test_a_cause_that_names_a_row_states_how_far_that_moved():
    line = "Net sales fell 0.7% due to a decrease of JPY 187 million in harbour dues."
    assert subjects(SECTION + line) == [SALES, "harbour dues"]


@pytest.mark.parametrize(
    "line, year",
    [
        ("Operating income was JPY 1,240 million, compared with JPY 930 million in 2Q05.", 2005),
        ("Operating income rose to JPY 1,240 million from JPY 930 million.", 2005),
        (
            "Operating income was JPY 9 million and JPY 8 million in 2Q06 and 2Q05, respectively.",
            2005,
        ),
    ],
)
def test_a_base_and_a_listed_figure_have_the_time_that_is_named(line, year):
    facts = facts_of(readers.read((TABLE + SECTION + line).encode(), "ferries.md"))
    period = facts[-1].period
    assert period is not None
    assert (facts[-1].concept, period.last // 12) == (INCOME, year)


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
        ("Net sales rose to JPY 24,310 million.", "amount"),
        ("Gross margin ratio improved to 21.6%.", "amount"),
        ("Gross margin ratio was 21.6%.", "amount"),
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
        ("Berths: 9,640", "", 0),  # a bare number is no amount of money
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
