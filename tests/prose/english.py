"""Releases in English words: claims of every kind, in many wordings."""

from tests.prose.printed import Release

YEARS = ("2024", "2023")
FISCAL = ("Fiscal 2024", "Fiscal 2023")
ROWS = {
    "Net sales": ("748.6", "681.3"),
    "Cost of goods sold": ("436.9", "402.7"),
    "Gross profit": ("311.7", "278.6"),
    "Research and development": ("61.4", "66.2"),
    "Selling, general and administrative expenses": ("128.3", "117.9"),
    "Operating income": ("122.0", "94.5"),
    "Interest expense": ("8.7", "9.6"),
    "Income before income taxes": ("113.3", "84.9"),
    "Income taxes": ("26.8", "19.3"),
    "Net income": ("86.5", "65.6"),
    "Diluted earnings per share": ("$2.37", "$1.74"),
    "Dividends declared per share": ("$0.64", "$0.58"),
}
SEGMENTS = {
    "Drills": ("412.9", "371.6"),
    "Saws": ("203.4", "187.5"),
    "Accessories": ("131.3", "124.2"),
    "Revenue": ("747.6", "683.3"),
    "Cost of revenue": ("436.9", "402.7"),
    "Gross profit": ("310.7", "280.6"),
    "Operating expenses": ("189.2", "178.4"),
    "Operating income": ("121.5", "102.2"),
    "Income taxes": ("28.3", "24.9"),
    "Net income": ("93.2", "77.3"),
}
_THOUSANDS = {
    "Revenues": ("58,274", "51,936"),
    "Cost of revenues": ("33,817", "30,642"),
    "Gross profit": ("24,457", "21,294"),
    "Operating expenses": ("15,328", "14,875"),
    "Operating profit": ("9,129", "6,419"),
    "Income tax expense": ("2,175", "1,538"),
    "Net profit": ("6,954", "4,881"),
}
_LOSSES = {
    "Revenue": ("27,413", "31,862"),
    "Cost of revenue": ("(18,294)", "(19,733)"),
    "Gross profit": ("9,119", "12,129"),
    "Operating expenses": ("(14,627)", "(11,748)"),
    "Operating income (loss)": ("(5,508)", "381"),
    "Other income (expense)": ("274", "(68)"),
    "Net income (loss)": ("(5,234)", "313"),
    "Net cash used in operating activities": ("(6,418)", "(1,927)"),
    "Net cash used in investing activities": ("(2,935)", "(3,176)"),
    "Net cash provided by financing activities": ("8,264", "6,137"),
    "Net change in cash": ("(1,089)", "1,034"),
}
QUARTERS = {
    "Revenue": ("138.2", "127.9", "402.6", "371.4"),
    "Operating costs": ("112.4", "106.3", "331.7", "310.9"),
    "Operating profit": ("25.8", "21.6", "70.9", "60.5"),
}
_THREE_AND_NINE = ("Q3 2024", "Q3 2023", "9M 2024", "9M 2023")
_FILED = ("Three months ended September 30, 2024", "Three months ended September 30, 2023")


def release(name, words, rows=ROWS, heads=YEARS, corner="(in millions, except per share amounts)"):
    return Release(name, words.strip(), heads, rows, corner)


RELEASES = (
    release(
        "amount first",
        """
# Tolliver Tools reports 2024 results

Net sales of ${a|Net sales} million grew {g|Net sales}% compared with 2023.

Gross profit of ${a|Gross profit} million was up {g|Gross profit}% from 2023.
""",
    ),
    release(
        "amount first, named year",
        """
# Tolliver Tools announces results for fiscal 2024

Net sales of ${a|Net sales} million were up {g|Net sales}% versus fiscal 2023. Net income of
${a|Net income} million rose {g|Net income}% over fiscal 2023.
""",
        heads=FISCAL,
    ),
    release(
        "in thousands",
        """
# Wickham Forge announces 2024 results

Revenues of $58.3 million advanced {g|Revenues}% on the prior year. Operating profit climbed
{g|Operating profit}% from last year. Net profit was {g|Net profit}% higher than a year ago.
""",
        rows=_THOUSANDS,
        corner="(in thousands)",
    ),
    release(
        "compared with last year",
        """
# Wickham Forge announces 2024 results

Revenues grew {g|Revenues}% year on year. Gross profit increased {g|Gross profit}% versus last
year. Operating profit was up {g|Operating profit}% against the previous year. Net profit jumped
{g|Net profit}% from a year earlier.
""",
        rows=_THOUSANDS,
        corner="(in thousands)",
    ),
    release(
        "year-over-year",
        """
# Wickham Forge: fiscal 2024

Revenues rose by {g|Revenues}% year-over-year. Net profit rose {g|Net profit}% compared to the
prior year. Operating expenses increased {g|Operating expenses}% over the prior year.
""",
        rows=_THOUSANDS,
        corner="(in thousands)",
        heads=FISCAL,
    ),
    release(
        "causes",
        """
# Tolliver Tools reports 2024 results

Selling, general and administrative expenses rose {g|Selling, general and administrative
expenses}% to ${a|Selling, general and administrative expenses} million from ${b|Selling, general
and administrative expenses} million in 2023, due to a {!=14}% increase in wages. Research and
development fell {g|Research and development}% to ${a|Research and development} million,
reflecting a {!=9}% reduction in staff.
""",
    ),
    release(
        "by",
        """
# Tolliver Tools reports 2024 results

Net sales increased by ${c|Net sales} million compared with 2023. Income taxes rose by ${c|Income
taxes} million over 2023. Research and development decreased by ${c|Research and development}
million from 2023.
""",
    ),
    release(
        "respectively",
        """
# Tolliver Tools reports 2024 results

Net sales and gross profit were ${a|Net sales} million and ${a|Gross profit} million,
respectively. Operating income and net income totaled ${a|Operating income} million and ${a|Net
income} million, respectively.
""",
    ),
    release(
        "respectively, two years",
        """
# Tolliver Tools reports 2024 results

Net sales were ${a|Net sales} million and ${b|Net sales} million in 2024 and 2023, respectively.
Interest expense was ${a|Interest expense} million and ${b|Interest expense} million for 2024 and
2023, respectively.
""",
    ),
    release(
        "directions",
        """
# Tolliver Tools reports 2024 results

Net income climbed {g|Net income}% to ${a|Net income} million from ${b|Net income} million in
2023. Interest expense declined {g|Interest expense}% to ${a|Interest expense} million from
${b|Interest expense} million in 2023.
""",
    ),
    release(
        "points, both ends",
        """
# Tolliver Tools reports 2024 results

Operating margin expanded {p|Operating income|Net sales} basis points to {s|Operating income|Net
sales}% from {t|Operating income|Net sales}%. Gross margin widened {p|Gross profit|Net sales}
basis points to {s|Gross profit|Net sales}% compared to {t|Gross profit|Net sales}% in 2023.
""",
    ),
    release(
        "points, one end",
        """
# Tolliver Tools reports 2024 results

Gross margin expanded {p|Gross profit|Net sales} basis points to {s|Gross profit|Net sales}%.
Operating margin rose {q|Operating income|Net sales} percentage points to {s|Operating income|Net
sales}%.
""",
    ),
    release(
        "points, no end",
        """
# Tolliver Tools reports 2024 results

Gross margin improved {p|Gross profit|Net sales} basis points. Operating margin increased by
{p|Operating income|Net sales} basis points compared to 2023.
""",
    ),
    release(
        "margins",
        """
# Tolliver Tools reports 2024 results

Gross margin was {s|Gross profit|Net sales}%, compared to {t|Gross profit|Net sales}% in 2023.
Operating margin reached {s|Operating income|Net sales}%. Gross profit as a percentage of net
sales was {s|Gross profit|Net sales}%.
""",
    ),
    release(
        "constant currency",
        """
# Tolliver Tools reports 2024 results

Net sales grew {!=11.9}% in constant currency in 2024 compared with 2023, and {!=10.7}%
organically. On a reported basis, net sales grew {g|Net sales}%.

Gross profit climbed {g|Gross profit}% to ${a|Gross profit} million compared with ${b|Gross
profit} million in 2023.
""",
    ),
    release(
        "flat",
        """
# Whiteley Canals reports 2024 results

Revenue was unchanged at ${a|Revenue} million, compared with ${b|Revenue} million in 2023.
Operating costs rose {g|Operating costs}% from 2023.

The dividend for the year was held at ${a|Dividends declared per share} per share. Basic earnings
for 2024 were {=187} cents per share.
""",
        rows={
            "Revenue": ("286.4", "286.1"),
            "Operating costs": ("211.9", "203.7"),
            "Operating profit": ("74.5", "82.4"),
            "Interest and taxes": ("28.7", "33.1"),
            "Net income": ("45.8", "49.3"),
            "Shares outstanding": ("24.5", "24.9"),
            "Basic earnings per share": ("$1.87", "$1.98"),
            "Dividends declared per share": ("$1.20", "$1.20"),
        },
    ),
    release(
        "dividend",
        """
# Tolliver Tools reports 2024 results

The dividend declared for 2024 was ${a|Dividends declared per share} per share, compared to
${b|Dividends declared per share} per share in 2023. Dividends of {=64} cents per share were
declared in 2024.
""",
    ),
    release(
        "guidance",
        """
# Tolliver Tools reports 2024 results and gives outlook

For 2025, we expect net sales of ${!=786} million to ${!=816} million, representing growth of
{=5}% to {=9}%.

At the midpoint of ${=801} million, net sales would be up {!=7}%.

We expect diluted earnings per share of ${!=2.50} to ${!=2.70}, compared to ${b|Fake} in 2024.
""".replace("{b|Fake}", "{a|Diluted earnings per share}"),
    ),
    release(
        "guidance, between",
        """
# Tolliver Tools reports 2024 results and gives outlook

The company anticipates 2025 net sales between ${!=786} million and ${!=816} million, an increase
of {=5}% to {=9}% over 2024. The midpoint of the range is ${=801} million.
""",
    ),
    release(
        "half-year",
        """
# Corriden Lifts: nine months of 2024

Revenue for the first nine months of 2024 was ${=402.6} million, an increase of {=8.4}% over the
first nine months of 2023. Third-quarter revenue was ${=138.2} million.

Operating profit for the first nine months of 2024 was ${=70.9} million. Operating profit for the
quarter was ${=25.8} million, up {=19.4}% from the third quarter of 2023.
""",
        rows=QUARTERS,
        heads=_THREE_AND_NINE,
        corner="(in millions)",
    ),
    release(
        "quarter, compact",
        """
# Corriden Lifts reports third quarter 2024 results

Third quarter revenue increased {=8.1}% to ${=138.2} million. Nine-month revenue was ${=402.6}
million, up {=8.4}% from the same period last year. In the third quarter, operating profit rose
{=19.4}% year over year to ${=25.8} million.
""",
        rows=QUARTERS,
        heads=_THREE_AND_NINE,
        corner="(in millions)",
    ),
    release(
        "short",
        """
# Balfour Kilns: second quarter of 2024

Sales for the second quarter of 2024 were ${=37.4} million.
""",
        rows={
            "Sales": ("37.4", "34.9"),
            "Operating costs": ("29.6", "28.3"),
            "Operating profit": ("7.8", "6.6"),
        },
        heads=("Q2 2024", "Q2 2023"),
        corner="(in millions)",
    ),
    release(
        "short release",
        """
# Balfour Kilns grows net sales {g|Net sales:0}% to ${a|Net sales} million in 2024

Net sales grew {g|Net sales}% to ${a|Net sales} million. Diluted earnings per share were
${a|Diluted earnings per share}. Operating margin was {s|Operating income|Net sales}%.
""",
    ),
    release(
        "headline",
        """
# Balfour Kilns reports 2024 net sales of ${a|Net sales} million, up {g|Net sales}%; diluted EPS
of ${a|Diluted earnings per share}

The results were helped by mild weather.
""",
    ),
    release(
        "two tables",
        """
# Tolliver Tools reports 2024 results

Revenue for 2024 was ${a|Revenue} million. Operating income for 2024 was ${a|Operating income}
million.

"It was a year of $0.7 billion of revenue and of steady hands," said the chief executive.

## Revenue by product

| (in millions) | 2024 | 2023 |
|---|---:|---:|
| Drills | 412.9 | 371.6 |
| Saws | 203.4 | 187.5 |
| Accessories | 131.3 | 124.2 |
| Revenue | 747.6 | 683.3 |

## Statements of income
""",
        rows=SEGMENTS,
    ),
    release(
        "losses",
        """
# Orlo Robotics reports 2024 results

Net loss was ${a|Net income (loss):1/1000} million compared to net income of ${b|Net income
(loss):1/1000} million in 2023, a change of ${=5.5} million. Revenue fell {g|Revenue}% to
${a|Revenue:1/1000} million.

Operating activities used ${a|Net cash used in operating activities:1/1000} million of cash in
2024. Investing activities used ${a|Net cash used in investing activities:1/1000} million, while
financing activities provided ${a|Net cash provided by financing activities:1/1000} million.
""",
        rows=_LOSSES,
        corner="(in thousands)",
    ),
    release(
        "losses, otherwise",
        """
# Orlo Robotics reports 2024 results

The company recorded a net loss of ${a|Net income (loss):1/1000} million in 2024, versus net
income of ${b|Net income (loss):1/1000} million in 2023. The operating loss was ${a|Operating
income (loss):1/1000} million, compared with operating income of ${b|Operating income
(loss):1/1000} million a year earlier. Net cash used in operating activities was ${a|Net cash used
in operating activities:1/1000} million. Cash provided by financing activities totaled ${a|Net
cash provided by financing activities:1/1000} million in 2024, compared to ${b|Net cash provided
by financing activities:1/1000} million in 2023.
""",
        rows=_LOSSES,
        corner="(in thousands)",
    ),
    release(
        "parts",
        """
# Longmire Parks: the year 2024 in figures

In 2024 we invested ${=86.0} million, including ${=52.0} million in rides and ${=34.0} million in
hotels.

The workforce at year-end was {=2,140}, comprising {=1,310} in parks, {=520} in hotels and {=310}
in offices.

Hotel revenue more than doubled to ${!=18.4} million from ${!=8.3} million in 2023, and catering
revenue almost tripled to ${!=11.6} million from ${!=4.1} million.

Ticket revenue was ${a|Ticket revenue} million, {!=20}% of which, or ${=42.9} million, came from
season passes.
""",
        rows={
            "Ticket revenue": ("214.7", "203.5"),
            "Hotel revenue": ("18.4", "8.3"),
            "Catering revenue": ("11.6", "4.1"),
            "Total revenue": ("244.7", "215.9"),
        },
    ),
    release(
        "per share",
        """
# Brandreth Valves reports 2024 results

Net income was ${a|Net income} million, or ${a|Diluted earnings per share} per diluted share,
compared with ${b|Net income} million, or ${b|Diluted earnings per share} per diluted share, in
2023.

Operating income was ${a|Operating income} million, or {s|Operating income|Net sales}% of net
sales. The effective tax rate was {s|Income taxes|Income before income taxes}%, versus {t|Income
taxes|Income before income taxes}% in 2023.
""",
    ),
    release(
        "per share, otherwise",
        """
# Brandreth Valves reports 2024 results

Diluted earnings per share rose {g|Diluted earnings per share}% to ${a|Diluted earnings per share}
from ${b|Diluted earnings per share} in 2023. Net income totaled ${a|Net income} million
(${a|Diluted earnings per share} per diluted share). The company earned ${a|Net income} million,
or ${a|Diluted earnings per share} a share, in 2024.
""",
    ),
    release(
        "eps",
        """
# Brandreth Valves reports 2024 results

Diluted EPS was ${a|Diluted earnings per share}, compared to ${b|Diluted earnings per share} in
2023. Earnings per diluted share increased {g|Diluted earnings per share}%.
""",
    ),
    release(
        "shares of a total",
        """
# Tolliver Tools reports 2024 results

Drills accounted for {s|Drills|Revenue}% of total revenue. Saws represented {s|Saws|Revenue}% of
revenue, compared to {t|Saws|Revenue}% in 2023. Accessories made up {s|Accessories|Revenue:0}% of
revenue. Net income was ${a|Net income} million, or {s|Net income|Revenue}% of revenue.
""",
        rows=SEGMENTS,
    ),
    release(
        "as a percentage",
        """
# Tolliver Tools reports 2024 results

Operating expenses were ${a|Operating expenses} million, representing {s|Operating
expenses|Revenue}% of revenue. As a percentage of revenue, operating expenses were {s|Operating
expenses|Revenue}%. Gross profit was {s|Gross profit|Revenue}% of revenue, compared with {t|Gross
profit|Revenue}% of revenue in 2023.
""",
        rows=SEGMENTS,
    ),
    release(
        "qualifiers",
        """
# Tolliver Tools reports 2024 results

Revenue rose {g|Revenue}% to ${a|Revenue} million from ${b|Revenue} million in 2023.

Revenue rose {!=12.2}% on a constant-currency basis in 2024 compared to 2023. Operating income for
2024 was ${!=133.4} million excluding a charge of ${!=11.9} million. Operating expenses fell
{!=0.8} percentage points as a share of revenue.
""",
        rows=SEGMENTS,
    ),
    release(
        "share of revenue",
        """
# Tolliver Tools reports fiscal 2024

Operating expenses decreased {!=3.1}% in fiscal 2024 compared to fiscal 2023 as a percentage of
revenue.

Operating expenses rose {g|Operating expenses}% to ${a|Operating expenses} million from
${b|Operating expenses} million in fiscal 2023.
""",
        rows=SEGMENTS,
        heads=FISCAL,
    ),
    release(
        "10-K prose",
        """
# Results of operations

Revenue increased ${c|Revenue} million, or {g|Revenue}%, in 2024 compared to 2023, primarily due
to higher volumes of drills. Cost of revenue increased ${c|Cost of revenue} million, or {g|Cost of
revenue}%, to ${a|Cost of revenue} million, as freight became dearer. Operating expenses increased
by {g|Operating expenses}% to ${a|Operating expenses} million in 2024, with most of the growth in
wages. Income taxes were ${a|Income taxes} million in 2024, an increase of ${c|Income taxes}
million, or {g|Income taxes}%, from 2023.
""",
        rows=SEGMENTS,
    ),
    release(
        "10-K prose, for the year",
        """
# Results of operations

For the year ended December 31, 2024, revenue was ${a|Revenue} million, compared to ${b|Revenue}
million for the year ended December 31, 2023, an increase of {g|Revenue}%. The increase in revenue
of ${c|Revenue} million was driven by new products. We recorded net income of ${a|Net income}
million in 2024 as compared to ${b|Net income} million in 2023.
""",
        rows=SEGMENTS,
    ),
    release(
        "bullets",
        """
# Second look at 2024

- Revenue: ${a|Revenue} million, up {g|Revenue}%
- Gross profit: ${a|Gross profit} million, up {g|Gross profit}%
- Operating income of ${a|Operating income} million, an increase of {g|Operating income}%
- Net income: ${a|Net income} million (2023: ${b|Net income} million)
""",
        rows=SEGMENTS,
    ),
    release(
        "bold and brackets",
        """
# Tolliver Tools: full-year 2024 results

Full-year revenue increased {g|Revenue}% to ${a|Revenue} million (2023: ${b|Revenue} million).
Operating income rose to ${a|Operating income} million (2023: ${b|Operating income} million). Net
income (${a|Net income} million) was {g|Net income}% above the prior year.
""",
        rows=SEGMENTS,
    ),
    release(
        "from to",
        """
# Tolliver Tools: full-year 2024 results

Revenue rose from ${b|Revenue} million to ${a|Revenue} million. Operating income grew from
${b|Operating income} million in 2023 to ${a|Operating income} million in 2024. Net income of
${a|Net income} million compares with ${b|Net income} million in 2023.
""",
        rows=SEGMENTS,
    ),
    release(
        "other scope",
        """
# Tolliver Tools reports 2024 results

Revenue advanced {g|Revenue}% to ${a|Revenue} million compared with ${b|Revenue} million in 2023.
First quarter revenue was ${!=171.3} million, up {!=5}% from the first quarter of 2023.

Revenue from rentals rose {!=27}% in 2024 compared with 2023. Adjusted operating income for 2024
was ${!=131.7} million. Income taxes paid in 2024 were ${!=19.4} million.
""",
        rows=SEGMENTS,
    ),
    release(
        "about",
        """
# Tolliver Tools reports 2024 results

Revenue grew more than {!=9}% to about ${!=748} million in 2024 compared with 2023. Operating
income rose nearly {!=19}% from 2023, and gross margin was over {!=41}%.

Gross profit rose {g|Gross profit}% to ${a|Gross profit} million compared with ${b|Gross profit}
million in 2023.
""",
        rows=SEGMENTS,
    ),
    release(
        "two years",
        """
# Tolliver Tools reports 2024 results

Revenue growth of {!=9.4}% in 2024 compares with growth of {!=6.2}% in 2023. Since 2019, revenue
has risen {!=74}% to ${!=747.6} million, a compound annual rate of {!=11.7}%. Net income rose
${c|Net income} million, or {g|Net income}%, in 2024 compared to 2023, and ${!=3.1} million, or
{!=4.2}%, in 2023 compared to 2022.
""",
        rows=SEGMENTS,
    ),
    release(
        "points of a share",
        """
# Tolliver Tools reports 2024 results

Operating expenses as a percentage of revenue decreased {p|Operating expenses|Revenue} basis points
to {s|Operating expenses|Revenue}%. Operating expenses decreased {q|Operating expenses|Revenue}
percentage points as a percentage of revenue. Cost of revenue as a percentage of revenue fell
{p|Cost of revenue|Revenue} basis points to {s|Cost of revenue|Revenue}% from
{t|Cost of revenue|Revenue}% in 2023.
""",
        rows=SEGMENTS,
    ),
)
