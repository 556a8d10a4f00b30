"""Releases whose sentences leave out what was said before, or compare with several times."""

from tests.prose.english import QUARTERS, ROWS, SEGMENTS, release

_RUNNING = {
    "Revenue": ("27.1", "25.1", "24.6"),
    "Cost of revenue": ("15.8", "14.9", "14.4"),
    "Gross profit": ("11.3", "10.2", "10.2"),
    "Operating expenses": ("8.0", "7.7", "7.6"),
    "Operating income": ("3.3", "2.5", "2.6"),
}
_ENDS = ("September 30, 2024", "June 30, 2024", "September 30, 2023")
_LOSSES = {
    "Revenues": ("27,318", "30,942"),
    "Cost of revenues": ("(19,206)", "(20,118)"),
    "Gross profit": ("8,112", "10,824"),
    "Operating expenses": ("(13,944)", "(10,211)"),
    "Operating (loss) income": ("(5,832)", "613"),
}
_PENCE = {
    "Turnover": ("1,204", "1,103"),
    "Operating profit": ("187", "201"),
    "Profit after tax": ("131", "142"),
    "Basic earnings per share (pence)": ("24.6", "26.4"),
}

RELEASES = (
    release(
        "explained in passing",
        """
# Tolliver Tools reports 2024 results

Net sales, our broadest measure, were ${c|Net sales} million higher than in 2023. At the same time,
gross profit moved from {b|Gross profit} to {a|Gross profit} million. Operating income of
${a|Operating income} million (2023: ${b|Operating income} million) represents growth of
{g|Operating income}%. Net sales rose {g|Net sales}% (2023: ${b|Net sales} million) and gross profit
by {g|Gross profit}%.
""",
    ),
    release(
        "the verb left out",
        """
# Tolliver Tools reports 2024 results

Net sales increased {g|Net sales}% to ${a|Net sales} million and gross profit {g|Gross profit}% to
${a|Gross profit} million. Operating income was ${a|Operating income} million, ${c|Operating income}
million more than in 2023. Interest expense was {g|Interest expense}% less than a year ago, and
income taxes rose {g|Income taxes}% year over year.

R&D expense fell {g|Research and development}%. SG&A expenses were
${a|Selling, general and administrative expenses} million in 2024.
""",
        rows=ROWS,
    ),
    release(
        "what a row was brought to",
        """
# Tolliver Tools reports 2024 results

Lower prices of steel reduced research and development to ${a|Research and development} million.
Net sales rose {g|Net sales}% to ${a|Net sales} million. Our new plant raised gross profit to
${a|Gross profit} million in 2024.
""",
        rows=ROWS,
    ),
    release(
        "two figures a year, respectively",
        """
# Tolliver Tools reports 2024 results

Revenue increased $31.3 million or 8.0% and ${=22.1} million or {=6.0}% for 2024 and 2023,
respectively, when compared to the previous fiscal year. Cost of revenue increased $20.0 million and
decreased ${=4.9} million for 2024 and 2023, respectively.
""",
        rows={
            "Revenue": ("422.3", "391.0", "368.9"),
            "Cost of revenue": ("280.0", "260.0", "264.9"),
            "Gross profit": ("142.3", "131.0", "104.0"),
        },
        heads=("2024", "2023", "2022"),
    ),
    release(
        "growth with a sign",
        """
# Tolliver Tools reports 2024 results

Net sales: ${a|Net sales} million, +{g|Net sales}% YoY.

Gross profit: ${a|Gross profit} million, +{g|Gross profit}% YoY.
""",
        rows=ROWS,
    ),
    release(
        "two times, respectively",
        """
# Tolliver Tools: the year

Revenue in 2024 and 2023 was ${a|Revenue} million and ${b|Revenue} million, respectively, an
increase of {g|Revenue}%.
""",
        rows=SEGMENTS,
    ),
    release(
        "the quarter before and the year before",
        """
# Pellam Devices reports third quarter 2024

Revenue was $27.1 million, up from ${!=25.1} million in the prior quarter and ${=24.6} million a
year ago. Operating expenses increased {!=4}% sequentially and {!=5}% year over year.

Gross profit was ${=11.3} million, compared to ${=10.2} million in the prior quarter and ${!=10.2}
million from a year ago. Sequentially, revenue rose {!=8}%; year over year, it rose {=10}%.

Revenue in the September quarter was ${=27.1} million, up {=8}% from the June quarter.
""",
        rows=_RUNNING,
        heads=_ENDS,
        corner="Three months ended (in millions)",
    ),
    release(
        "a part of the year named in front",
        """
# Tolliver Tools: third quarter of 2024

Third-quarter revenue was ${a|Revenue} million, {g|Revenue}% more than in the third quarter of 2023.
For the nine months 2024, revenue was ${=402.6} million.

Nine-month operating profit grew {=17.2}% to ${=70.9} million.
""",
        rows=QUARTERS,
        heads=("Q3 2024", "Q3 2023", "Nine months 2024", "Nine months 2023"),
    ),
    release(
        "a loss named first",
        """
# Zephyrine Drones: results for 2024

Our operating loss was ${=5.8} million in 2024, compared to operating income of ${!=0.6} million in
2023. Revenues fell {g|Revenues}% to ${a|Revenues:1/1000} million.
""",
        rows=_LOSSES,
        corner="(in thousands)",
    ),
    release(
        "pence, and no year in the title",
        """
# Colne Valley Brewing preliminary results

Turnover was £{a|Turnover} million (2023: £{b|Turnover} million).

Basic earnings per share were {=24.6} pence (2023: {=26.4} pence).
""",
        rows=_PENCE,
        corner="£ million",
    ),
)
