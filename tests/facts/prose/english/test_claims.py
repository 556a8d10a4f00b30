"""English claims: the slots that a sentence fills for each of its figures."""

import pytest

from auditor import readers
from auditor.auditing.many_files import facts_of

TABLE = """\
# Results of 2024

| (in millions, except per share) | 2024 | 2023 |
|---|---:|---:|
| Ferry fares | 310.4 | 288.1 |
| Harbour dues | 120.6 | 118.9 |
| Net sales | 431.0 | 407.0 |
| Operating income | 61.2 | 52.3 |
| Income taxes | 14.4 | 12.9 |
| Net income (loss) | 40.1 | (3.3) |
| Basic earnings per share | 2.05 | 1.70 |
| Diluted earnings per share | 2.01 | 1.66 |
| Dividends declared per share | 0.80 | 0.76 |
| Net cash provided by operating activities | 77.5 | 70.2 |

"""
SALES, INCOME, NET = "Total Revenues", "Operating Income", "Net Income"


def certain(sentence):
    """(text, measure, concept, year, what it is against) of what is certain and names no more."""
    document = readers.read((TABLE + sentence).encode(), "ferries.md")
    return [
        (
            f.text if f.sign > 0 else f"less {f.text}",
            str(f.measure),
            f.concept,
            f.period and f.period.last // 12,
            f.against and (f.against.concept or f.against.text),
        )
        for f in facts_of(document)
        if not f.in_table and f.certain and not f.loosely
    ]


def test_a_span_without_its_year_ends_with_the_latest():
    text = """\
# Third quarter 2025

For the nine months, net sales were $130.2 million.

Net sales rose to $45.1 million from $40.3 million.

| (in millions) | Q3 2025 | Q3 2024 | 9M 2025 | 9M 2024 |
|---|---|---|---|---|
| Net sales | 45.1 | 40.3 | 130.2 | 118.4 |
"""
    facts = [f for f in facts_of(readers.read(text.encode(), "a.md")) if not f.in_table]
    spans = [(f.text, f.period and f.period.months, f.certain) for f in facts]
    assert spans == [
        ("$130.2 million", 9, True),
        ("$45.1 million", 3, True),
        ("$40.3 million", 3, True),
    ]


def declined(sentence):
    document = readers.read((TABLE + sentence).encode(), "ferries.md")
    return [(f.text, f.concept) for f in facts_of(document) if not f.in_table and f.declined]


@pytest.mark.parametrize(
    "sentence, slots",
    [
        (
            "Net sales of $431.0 million increased 5.9% compared to 2023.",
            [
                ("$431.0 million", "amount", SALES, 2024, None),
                ("5.9%", "growth", SALES, 2024, "2023"),
            ],
        ),
        (
            "Operating income rose 17.0% to $61.2 million from $52.3 million in 2023.",
            [
                ("17.0%", "growth", INCOME, 2024, "2023"),
                ("$61.2 million", "amount", INCOME, 2024, None),
                ("$52.3 million", "amount", INCOME, 2023, None),
            ],
        ),
        (
            "Ferry fares were up 7.7% from the prior year.",
            [("7.7%", "growth", "ferry fares", 2024, "prior year")],
        ),
        (
            "In 2024, harbour dues grew by $1.7 million, or 1.4%, over 2023.",
            [
                ("$1.7 million", "change", "harbour dues", 2024, "2023"),
                ("1.4%", "growth", "harbour dues", 2024, "2023"),
            ],
        ),
        (
            "Ferry fares and harbour dues were $310.4 million and $120.6 million, respectively.",
            [
                ("$310.4 million", "amount", "ferry fares", 2024, None),
                ("$120.6 million", "amount", "harbour dues", 2024, None),
            ],
        ),
        (
            "Harbour dues were $120.6 million and $118.9 million in 2024 and 2023, respectively.",
            [
                ("$120.6 million", "amount", "harbour dues", 2024, None),
                ("$118.9 million", "amount", "harbour dues", 2023, None),
            ],
        ),
        (
            "Harbour dues were $120.6 million in 2024 and $118.9 million in 2023.",
            [
                ("$120.6 million", "amount", "harbour dues", 2024, None),
                ("$118.9 million", "amount", "harbour dues", 2023, None),
            ],
        ),
        (
            "Net income was $40.1 million, or $2.01 per diluted share, in 2024.",
            [
                ("$40.1 million", "amount", NET, 2024, None),
                ("$2.01", "amount", "diluted earnings per share", 2024, None),
            ],
        ),
        (
            "Basic earnings were 205 cents per share in 2024.",
            [("205", "amount", "basic earnings per share", 2024, None)],
        ),
        (
            "The dividend was raised to $0.80 per share.",
            [("$0.80", "amount", "dividends declared per share", 2024, None)],
        ),
        (
            "The dividend for the year was $0.80 per share.",
            [("$0.80", "amount", "dividends declared per share", 2024, None)],
        ),
        (
            "Operating income was $61.2 million, or 14.2% of net sales.",
            [
                ("$61.2 million", "amount", INCOME, 2024, None),
                ("14.2%", "share", INCOME, 2024, SALES),
            ],
        ),
        (
            "Operating income was $6.2 million compared to $5.1 million, or 13.5% of net sales.",
            [
                ("$6.2 million", "amount", INCOME, 2024, None),
                ("$5.1 million", "amount", INCOME, 2023, None),
                ("13.5%", "share", INCOME, 2023, SALES),
            ],
        ),
        (
            "Ferry fares accounted for 72% of net sales.",
            [("72%", "share", "ferry fares", 2024, SALES)],
        ),
        (
            "The effective tax rate was 26.4%.",
            [("26.4%", "amount", "Effective Tax Rate", 2024, None)],
        ),
        (
            "Income taxes decreased 1.2 percentage points as a share of net sales.",
            [("less 1.2 percentage points", "points", "income taxes", 2024, SALES)],
        ),
        (
            "The net loss was $3.3 million in 2023.",
            [("less $3.3 million", "amount", NET, 2023, None)],
        ),
        (
            "Operating activities provided $77.5 million of cash in 2024.",
            [("$77.5 million", "amount", "net cash provided by operating activities", 2024, None)],
        ),
        ("Net sales for the year and the half-year rose by $24.0 million and $9.0 million.", []),
        (
            "Net sales increased by 5.9% to $431.0 million in 2024 (2023: $407.0 million).",
            [
                ("5.9%", "growth", SALES, 2024, "2023"),
                ("$431.0 million", "amount", SALES, 2024, None),
                ("$407.0 million", "amount", SALES, 2023, None),
            ],
        ),
        ("Ferry fares in Norway were $12.0 million.", []),
        ("Ferry fares increased 5.9% in Norway.", []),
        ("In Norway, ferry fares were $12.0 million.", []),
        ("Ferry fares were more than $310 million.", []),
        ("Fares for lorries were $12.0 million.", []),
    ],
)
def test_what_words_fill(sentence, slots):
    assert certain(sentence) == slots


@pytest.mark.parametrize(
    "sentence, figures",
    [
        ("Net sales increased 3.0% at constant currency.", ["3.0%"]),
        ("On an organic basis, net sales increased 3.0%.", ["3.0%"]),
        ("Operating income was $70.0 million excluding a charge.", ["$70.0 million"]),
        ("Operating income rose due to a 20% increase in fares.", ["20%"]),
        ("Income taxes were reduced by $3.0 million of credits.", ["$3.0 million"]),
        ("Net sales include several items, including $9.0 million of fees.", ["$9.0 million"]),
        ("We expect net sales of $450.0 million.", ["$450.0 million"]),
        ("Income taxes decreased 1.2% as a percentage of net sales.", ["1.2%"]),
    ],
)
def test_what_tables_do_not_report_states_nothing(sentence, figures):
    found = declined(sentence)
    assert all(concept == "" for _, concept in found)
    assert [text for text, _ in found] == figures
