"""Stated claims against tables: wrong ones are found, true and tempting ones raise nothing."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.rulebook.packs import rule_packs

TABLE = """\

(in millions, except per share amounts)

| | 2024 | 2023 |
|---|---:|---:|
| Ferry fares | 310.4 | 288.1 |
| Harbour dues | 120.6 | 118.9 |
| Net sales | 431.0 | 407.0 |
| Cost of sales | 265.3 | 251.2 |
| Gross profit | 165.7 | 155.8 |
| Operating expenses | 104.5 | 103.5 |
| Operating income | 61.2 | 52.3 |
| Interest expense | 6.7 | 7.0 |
| Income before income taxes | 54.5 | 45.3 |
| Income taxes | 14.4 | 12.9 |
| Net income | 40.1 | 32.4 |
| Diluted earnings per share | $2.01 | $1.66 |
| Dividends declared per share | $0.80 | $0.76 |
"""
TRUE = "Operating income increased 17.0% to $61.2 million compared to $52.3 million in 2023. "


def found(sentence, more=TRUE):
    """(severity, the figures suspected) of each finding that is no note."""
    text = f"# Kestrel Ferries reports 2024 results\n\n{sentence} {more}\n{TABLE}"
    packs = [p for p in rule_packs() if not p.applies]
    report = document_report(readers.read(text.encode(), "ferries.md"), packs)
    return [
        (str(f.severity), [s.citation.text for s in f.suspects])
        for f in report.findings
        if str(f.severity) != "note"
    ]


@pytest.mark.parametrize(
    "sentence, printed",
    [
        ("Net sales for 2024 were $413.0 million.", "$413.0 million"),
        ("Net sales of $431.0 million increased 9.5% compared to 2023.", "9.5%"),
        ("Net sales of $413.0 million increased 5.9% compared to 2023.", "$413.0 million"),
        ("Net sales increased by $42.0 million, or 5.9%, over 2023.", "$42.0 million"),
        ("Net sales rose 5.9% to $441.0 million.", "$441.0 million"),
        ("Ferry fares were up 7.7% to $310.4 million from $281.8 million in 2023.", None),
        ("Net income was $40.1 million, or $2.10 per diluted share.", "$2.10"),
        ("Net income was $40.1 million, compared to $34.2 million in 2023.", "$34.2 million"),
        ("Operating income was $61.2 million, or 12.4% of net sales.", "12.4%"),
        ("Ferry fares accounted for 27.0% of net sales.", "27.0%"),
        ("The effective tax rate was 24.6%.", "24.6%"),
        ("Gross margin was 34.8%.", "34.8%"),
        (
            "Ferry fares and harbour dues were $301.4 million and $120.6 million, respectively.",
            "$301.4 million",
        ),
        ("Harbour dues were $120.6 million in 2024 and $181.9 million in 2023.", "$181.9 million"),
        ("Ferry fares were $301.4 million and $288.1 million in 2024 and 2023.", "$301.4 million"),
        ("Kestrel announced today that net income for 2024 was $41.0 million.", "$41.0 million"),
        ("Harbour dues Harbour dues rose 1.4% to $162.0 million in 2024.", "$162.0 million"),
        ("Net sales rose 5.9% (4.1% organically) to $413.0 million in 2024.", "$413.0 million"),
        ("Income taxes – The effective income tax rate was 24.6% in 2024.", "24.6%"),
        ("Fares of ferries were $301.4 million in 2024.", "$301.4 million"),
        ("Gross margin improved to 34.8% of net sales in 2024.", "34.8%"),
        ("Earnings were $2.01 per diluted share on net income of $41.0 million.", "$41.0 million"),
        (
            "Net sales rose, driven by an increase in ferry fares of $23.2 million.",
            "$23.2 million",
        ),
        (
            "Net sales rose, mainly due to a $23.2 million increase in ferry fares.",
            "$23.2 million",
        ),
        (
            (
                "Net sales rose due to a $22.3 million increase in ferry fares and a $7.1 million"
                " increase in harbour dues."
            ),
            "$7.1 million",
        ),
        ("There was a 9.5% increase in net sales in 2024.", "9.5%"),
        (
            (
                "Net sales and gross profit rose 9.5% and 6.4%, respectively, to $431.0 million and"
                " $165.7 million."
            ),
            "9.5%",
        ),
        (
            (
                "Net sales and gross profit rose 5.9% and 6.4%, respectively, to $431.0 million and"
                " $156.7 million."
            ),
            "$156.7 million",
        ),
        (
            (
                "Ferry fares and harbour dues accounted for 27.0% and 28.0% of net sales,"
                " respectively."
            ),
            "27.0%",
        ),
        ("Ferry fares represented 72% of net sales in 2024 and 17% in 2023.", "17%"),
        ("Net sales rose to $431.0 million and gross profit to $156.7 million.", "$156.7 million"),
        ("Net sales were 5.9% more than in the prior year ($470.0 million).", "$470.0 million"),
    ],
)
@pytest.mark.parametrize("more", [TRUE, ""])
def test_a_wrong_claim_is_found_beside_others_and_alone(sentence, printed, more):
    findings = found(sentence, more)
    assert len(findings) == 1
    if printed:
        assert printed in findings[0][1]


@pytest.mark.parametrize(
    "sentence",
    [
        "Net sales increased 3.0% at constant currency.",
        "Organic net sales increased 3.0% compared to 2023.",
        "Net sales increased 3.0% on an organic basis compared to 2023.",
        "Excluding fuel surcharges, net sales increased 3.0% compared to 2023.",
        "Net sales in Norway increased 3.0% compared to 2023.",
        "In Norway, net sales increased 3.0% compared to 2023.",
        "Net sales of lorry tickets were $31.0 million in 2024.",
        "Fourth-quarter net sales were $101.2 million.",
        "Net sales in the fourth quarter of 2024 were $101.2 million, up 2.0%.",
        "Net sales for 2022 were $377.7 million.",
        "We expect net sales of $450.0 million in 2025.",
        "Net sales are expected to increase 4.0% in 2025.",
        "Net sales should reach $450.0 million in 2025.",
        "Operating income rose due to a 20% increase in fares compared with 2023.",
        "Operating income was reduced by $3.0 million of storm damage in 2024.",
        "Operating income for 2024 was $65.0 million excluding a charge of $3.8 million.",
        "Operating income was affected by a charge of $3.8 million in 2024.",
        "Adjusted operating income was $65.0 million in 2024.",
        "Operating income before storm damage was $65.0 million in 2024.",
        "Operating expenses decreased 1.2 percentage points as a share of net sales.",
        "Operating expenses decreased 1.2% as a percentage of net sales.",
        "Income taxes paid in 2024 were $10.2 million.",
        "Net income attributable to noncontrolling interests was $1.4 million.",
        "Since 2019, net sales have increased 80% to $431.0 million.",
        "Net sales have grown at a compound annual rate of 6.1%.",
        "Net sales grew more than 5% to about $430 million in 2024.",
        "Net sales rose nearly 6% compared to 2023.",
        "Almost $14 million of income taxes were due in 2024.",
        "Net sales growth of 5.9% in 2024 compares with growth of 3.1% in 2023.",
        "A 1% change in fares would change net sales by $3.1 million.",
        "If fares fell 5%, net sales would decrease 3.6%.",
        "Net sales would have increased 8.0% without the storms.",
        "Ferry fares, which include lorry tickets of $31.0 million, rose.",
        "Interest expense includes $1.5 million of fees in 2024.",
        "Harbour dues were $30.2 million per port in 2024.",
        "Adjusted diluted earnings per share were $2.24 in 2024.",
        "The quarterly dividend was raised to $0.20 per share.",
        "Segment operating income was $80.4 million in 2024.",
        "Net sales to one customer were 11% of net sales in 2024.",
        "One customer accounted for 11% of net sales in 2024.",
        "Gross margin on lorry tickets was 51.0% in 2024.",
        "The statutory tax rate was 21.0%.",
        "Operating income margin guidance for 2025 is 15.0%.",
        "Cost of sales rose on a 6.5% increase in wages.",
        "Fuel rose 12.0%, and net sales followed.",
        "Net sales were hurt by 3.0% by the strike.",
        "Net sales of $431.0 million include $12.0 million of grants.",
        "Net sales rose, driven by a $32.3 million increase in ferry fares from Norway.",
        "Net sales in Norway rose due to a $32.3 million increase in ferry fares.",
        (
            "Net sales in Norway were $43.0 million, consisting of $30.4 million of ferry fares and"
            " $12.6 million of harbour dues."
        ),
        "Kestrel's ferries sold tickets, and their harbour dues were $12.6 million.",
        "The decrease in interest expense of $3.0 million on bonds was offset by leases.",
        "Net sales outside of ferry fares were $301.4 million in 2024.",
        "Norway's net sales rose 9.5% and its operating income fell $1.9 million.",
        "Deferred revenue related to ferry fares as of December 31, 2024 was $30.4 million.",
        "Net sales benefited from a 53rd week, which added 1.8%.",
        "Currency reduced net sales by 1.2% in 2024.",
        "Pricing added 2.0% and volume 3.9% to net sales.",
        "Net sales also rose by $3.0 million in 2024 as a port was opened.",
        "Other income rose by volume year over year of $4.0 million and by $2.0 million of prices.",
        "Subsidies included in net sales were $6.2 million in 2024.",
        "The result of the ports includes operating income of $9.0 million in 2024.",
        "Net sales rose, driven by an increase in lorry tickets of $8.1 million.",
        "We had recognized net sales of $12.0 million from the backlog of 2022.",
        "Ferry fares decreased by (7.7)% at constant currency.",
    ],
)
def test_a_true_and_tempting_sentence_raises_nothing(sentence):
    assert found(sentence) == []


ANOTHER_TABLE = """
Sales of parts and services, fares and dues without subscriptions:

| | 2024 | 2023 |
|---|---:|---:|
| Ferry fares | {fares} | 251.6 |
| Harbour dues | 102.3 | 101.8 |
"""


@pytest.mark.parametrize("fares, findings", [("279.9", 0), ("262.2", 1)])
def test_a_change_that_another_row_of_that_name_gives_is_of_that_row(fares, findings):
    more = f"{TRUE} {ANOTHER_TABLE.format(fares=fares)}"
    assert len(found("Ferry fares rose $28.3 million in 2024.", more)) == findings


QUARTERS = """\

| (in thousands) | Three Months Ended Dec. 31, 2025 | Three Months Ended Dec. 31, 2024 \
| Year Ended Dec. 31, 2025 | Year Ended Dec. 31, 2024 |
|---|---|---|---|---|
| Revenues | 163,204 | 158,377 | 640,118 | 598,405 |
| Gross margin | 58,610 | 55,274 | 232,940 | 209,640 |
| Funds from operations | 72,801 | 66,810 | 281,226 | 270,123 |
| Net income | 30,215 | 28,440 | 121,004 | 114,380 |
"""
BOTH = "# Gannet Offices announces fourth quarter and full year 2025 results\n\n"


def errors(sentence):
    packs = [p for p in rule_packs() if not p.applies]
    written = (BOTH + sentence + "\n" + QUARTERS).encode()
    report = document_report(readers.read(written, "gannet.md"), packs)
    return [s.citation.text for f in report.findings for s in f.suspects[:1]]


FUNDS = (
    "Funds from operations were ${} million, or $0.65 per diluted share, for the fourth quarter of "
    "2025, compared to $66.8 million, or $0.60 per diluted share, for the fourth quarter of 2024. "
    "For the full year, net income was $121.0 million."
)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (FUNDS.format("72.8"), []),
        (FUNDS.format("78.2"), ["$78.2 million"]),
        ("Gross margin was 35.9% of revenues, compared to 34.9% a year ago.", []),
        ("Net income was $30.2 million, compared to $28.4 million a year ago.", []),
    ],
)
def test_a_heading_of_a_quarter_and_its_year_says_of_neither_that_it_is_meant(sentence, expected):
    assert errors(sentence) == expected
