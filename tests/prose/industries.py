"""Releases of six industries in English words, as companies of each kind write them."""

from tests.prose.printed import Release

_FLUIDICS = {
    "Net sales": ("$350.5", "$318.2"),
    "Cost of sales": ("214.3", "199.8"),
    "Gross profit": ("136.2", "118.4"),
    "Selling and administrative expenses": ("71.9", "66.3"),
    "Research and development expenses": ("18.4", "17.2"),
    "Operating income": ("45.9", "34.9"),
    "Interest expense, net": ("6.2", "7.4"),
    "Income before income taxes": ("39.7", "27.5"),
    "Provision for income taxes": ("8.7", "6.6"),
    "Net income": ("$31.0", "$20.9"),
    "Diluted earnings per share": ("$1.27", "$0.86"),
    "Cash provided by operating activities": ("58.3", "44.1"),
    "Capital expenditures": ("13.6", "19.2"),
    "Free cash flow": ("44.7", "24.9"),
    "Backlog": ("412.8", "377.1"),
}
_DISCUSSED = {
    "Product revenue": ("184,215", "161,408"),
    "Service revenue": ("57,936", "49,272"),
    "Total revenue": ("242,151", "210,680"),
    "Cost of revenue": ("146,018", "131,254"),
    "Gross profit": ("96,133", "79,426"),
    "Selling, general and administrative": ("48,327", "42,915"),
    "Depreciation and amortization": ("11,284", "12,463"),
    "Operating income": ("36,522", "24,048"),
    "Interest income": ("1,743", "912"),
    "Interest expense": ("4,218", "5,106"),
    "Income before income taxes": ("34,047", "19,854"),
    "Income tax expense": ("7,831", "5,162"),
    "Net income": ("26,216", "14,692"),
    "Cash and cash equivalents": ("63,412", "51,877"),
}
_HALF_YEAR = {
    "Revenue": ("286.4", "263.9"),
    "Cost of sales": ("(171.2)", "(161.5)"),
    "Gross profit": ("115.2", "102.4"),
    "Distribution costs": ("(23.7)", "(22.9)"),
    "Administrative expenses": ("(48.3)", "(45.8)"),
    "Operating profit": ("43.2", "33.7"),
    "Finance costs": ("(5.1)", "(4.3)"),
    "Profit before tax": ("38.1", "29.4"),
    "Taxation": ("(9.2)", "(7.6)"),
    "Profit for the period": ("28.9", "21.8"),
    "Basic earnings per share (pence)": ("14.6", "11.1"),
    "Interim dividend per share (pence)": ("4.8", "4.2"),
    "Net debt": ("87.3", "102.6"),
}
_SOFTWARE = {
    "Subscription revenue": ("$142.7", "$111.3"),
    "Professional services revenue": ("16.8", "17.9"),
    "Total revenue": ("159.5", "129.2"),
    "Cost of revenue": ("41.6", "36.5"),
    "Gross profit": ("117.9", "92.7"),
    "Sales and marketing": ("63.2", "55.4"),
    "Research and development": ("38.4", "33.8"),
    "General and administrative": ("21.7", "19.6"),
    "Loss from operations": ("(5.4)", "(16.1)"),
    "Net loss": ("$(4.1)", "$(17.3)"),
    "Net loss per share": ("$(0.06)", "$(0.26)"),
    "Annual recurring revenue": ("604.2", "478.5"),
    "Customers": ("4,318", "3,672"),
    "Deferred revenue": ("218.6", "176.4"),
}
_BANK = {
    "Net interest income": ("412.6", "387.9"),
    "Fee and commission income": ("138.4", "129.7"),
    "Trading income": ("27.3", "31.8"),
    "Total income": ("578.3", "549.4"),
    "Operating expenses": ("319.7", "308.2"),
    "Impairment charges": ("42.8", "57.1"),
    "Profit before tax": ("215.8", "184.1"),
    "Income tax": ("51.2", "45.6"),
    "Net profit": ("164.6", "138.5"),
    "Loans to customers": ("18,436", "17,219"),
    "Customer deposits": ("21,874", "20,315"),
    "Total assets": ("29,612", "27,948"),
    "Return on equity": ("11.8%", "10.4%"),
    "Net interest margin": ("2.31%", "2.24%"),
    "CET1 ratio": ("15.2%", "14.7%"),
    "Cost-to-income ratio": ("55.3%", "56.1%"),
}
_SHOPS = {
    "Net sales": ("2,418.6", "2,273.5"),
    "Cost of goods sold": ("1,586.2", "1,517.4"),
    "Gross profit": ("832.4", "756.1"),
    "Selling, general and administrative expenses": ("614.8", "583.7"),
    "Operating income": ("217.6", "172.4"),
    "Interest expense": ("12.9", "15.3"),
    "Income tax expense": ("48.6", "37.2"),
    "Net earnings": ("156.1", "119.9"),
    "Diluted earnings per share": ("$3.42", "$2.51"),
    "Merchandise inventories": ("487.3", "514.6"),
    "Stores at period end": ("642", "618"),
    "Dividends paid": ("38.4", "33.7"),
}


def _release(name, words, rows, heads, corner):
    return Release(name, words.strip(), heads, rows, corner)


RELEASES = (
    _release("fluidics", """
# Kestrel Fluidics Reports 2024 Results

Kestrel today reported net sales of ${a|Net sales} for the year, compared with ${b|Net sales} in
2023.

Net sales rose {g|Net sales}% while cost of sales rose {g|Cost of sales}%, so that gross profit
was {g|Gross profit}% higher.

Gross profit was ${a|Gross profit} million, a margin of {s|Gross profit|Net sales}%.

Operating income came in at ${a|Operating income} million, for an operating margin of {s|Operating
income|Net sales}%, compared with ${b|Operating income} million and {t|Operating income|Net
sales}% a year ago.

At ${a|Operating income} million, operating income was {g|Operating income}% above the prior year.

Selling and administrative expenses of ${a|Selling and administrative expenses} million were
{s|Selling and administrative expenses|Net sales}% of net sales versus {t|Selling and
administrative expenses|Net sales}% of net sales in 2023.

Our tax provision was ${a|Provision for income taxes} million, an effective tax rate of
{s|Provision for income taxes|Income before income taxes}%.

Free cash flow was ${a|Free cash flow} million, or {s|Free cash flow|Net income:0}% of net income,
after capital expenditures of ${a|Capital expenditures} million.

We generated ${a|Cash provided by operating activities} million of cash from operating activities
and spent ${a|Capital expenditures} million on capital expenditures.

Backlog ended the year at ${a|Backlog} million, up ${c|Backlog} million, or {g|Backlog}%, from the
end of 2023.

Interest expense, net fell to ${a|Interest expense, net} million from ${b|Interest expense, net}
million.
""", _FLUIDICS, ("2024", "2023"), "(in millions, except per share amounts)"),
    _release("fluidics, per share", """
# Kestrel Fluidics Reports 2024 Results

Net income for the year increased {g|Net income}% to ${a|Net income}, or ${a|Diluted earnings per
share} per diluted share, from ${b|Net income}, or ${b|Diluted earnings per share} per diluted
share.

Earnings per diluted share of ${a|Diluted earnings per share} compare with ${b|Diluted earnings
per share} last year, an increase of ${c|Diluted earnings per share}.

R&D spending was {s|Research and development expenses|Net sales}% of net sales, compared with
{t|Research and development expenses|Net sales}% in 2023.

Gross margin of {s|Gross profit|Net sales}% was up {p|Gross profit|Net sales} basis points year
over year.

The gross margin improved to {s|Gross profit|Net sales}% from {t|Gross profit|Net sales}%.

Research and development expenses increased ${c|Research and development expenses} million to
${a|Research and development expenses} million.

Capital expenditures totaled ${a|Capital expenditures} million in 2024, down from ${b|Capital
expenditures} million in 2023.
""", _FLUIDICS, ("2024", "2023"), "(in millions, except per share amounts)"),
    _release("management's discussion", """
# Management's discussion and analysis of fiscal 2024

Total revenue for fiscal 2024 was $242.2 million, an increase of $31.5 million, or {g|Total
revenue}%, from $210.7 million for fiscal 2023.

Product revenue increased ${=22.8} million, or {g|Product revenue}%, in fiscal 2024. Service
revenue increased ${=8.7} million, or {g|Service revenue}%, for the same period.

Product revenue represented {s|Product revenue|Total revenue:0}% of total revenue in fiscal 2024
and {t|Product revenue|Total revenue:0}% in fiscal 2023.

Cost of revenue as a percentage of total revenue was {s|Cost of revenue|Total revenue}% in fiscal
2024 compared to {t|Cost of revenue|Total revenue}% in fiscal 2023.

Gross profit increased ${=16.7} million, or {g|Gross profit:0}%, and gross margin was {s|Gross
profit|Total revenue}%.

Depreciation and amortization decreased by {g|Depreciation and amortization}% to ${=11.3} million.

Our effective tax rate was {s|Income tax expense|Income before income taxes}% and {t|Income tax
expense|Income before income taxes}% for fiscal 2024 and 2023, respectively.

Interest income was ${=1.7} million and ${=0.9} million in fiscal 2024 and 2023, respectively.

As of the end of fiscal 2024, we had cash and cash equivalents of ${=63.4} million.

Selling, general and administrative expense was $48.3 million, or {s|Selling, general and
administrative|Total revenue}% of total revenue, compared with $42.9 million, or {t|Selling,
general and administrative|Total revenue}% of total revenue.

Net income more than tripled its dividend and nearly doubled, increasing {g|Net income:0}% to
${=26.2} million.
""", _DISCUSSED, ("Fiscal 2024", "Fiscal 2023"), "(in thousands)"),
    _release("half-year, in pounds", """
# Half-year results for the six months ended 30 June 2024

Revenue up {g|Revenue}% to £{a|Revenue}m (H1 2023: £{b|Revenue}m)

Operating profit increased by {g|Operating profit}% to £{a|Operating profit}m (H1 2023:
£{b|Operating profit}m), with operating margin up {p|Operating profit|Revenue} basis points to
{s|Operating profit|Revenue}% (H1 2023: {t|Operating profit|Revenue}%).

Profit before tax was £{a|Profit before tax}m (H1 2023: £{b|Profit before tax}m), representing
growth of {g|Profit before tax}%.

Basic earnings per share rose {g|Basic earnings per share (pence)}% to {a|Basic earnings per share
(pence)}p (H1 2023: {b|Basic earnings per share (pence)}p).

The Board has declared an interim dividend of {a|Interim dividend per share (pence)}p per share
(H1 2023: {b|Interim dividend per share (pence)}p), an increase of {g|Interim dividend per share
(pence)}%.

Net debt reduced by £{c|Net debt}m to £{a|Net debt}m (H1 2023: £{b|Net debt}m).

Administrative expenses were £{a|Administrative expenses}m (H1 2023: £{b|Administrative
expenses}m), or {s|Administrative expenses|Revenue}% of revenue.

The tax charge of £{a|Taxation}m represents an effective rate of {s|Taxation|Profit before tax}%
(H1 2023: {t|Taxation|Profit before tax}%).

Gross margin was {s|Gross profit|Revenue}% (H1 2023: {t|Gross profit|Revenue}%).

Finance costs increased to £{a|Finance costs}m (H1 2023: £{b|Finance costs}m).
""", _HALF_YEAR, ("H1 2024", "H1 2023"), "£m"),
    _release("software", """
# Tessel Cloud announces fiscal year 2024 financial results

- Total revenue was ${a|Total revenue} million, up {g|Total revenue:0}% year-over-year.
- Subscription revenue was ${a|Subscription revenue} million, up {g|Subscription revenue:0}%
year-over-year, and represented {s|Subscription revenue|Total revenue:0}% of total revenue.
- GAAP gross margin was {s|Gross profit|Total revenue}%, compared to {t|Gross profit|Total
revenue}% in 2023.
- GAAP operating loss was ${a|Loss from operations} million, or {s|Loss from operations|Total
revenue:0}% of total revenue, compared to ${b|Loss from operations} million, or {t|Loss from
operations|Total revenue:0}% of total revenue, in 2023.
- GAAP net loss was ${a|Net loss} million, or ${a|Net loss per share} per share, compared to
${b|Net loss} million, or ${b|Net loss per share} per share.
- ARR: Annual recurring revenue grew {g|Annual recurring revenue:0}% to ${a|Annual recurring
revenue} million.
- We ended the year with {a|Customers} customers, up {g|Customers:0}% from {b|Customers} a year
ago.

Sales and marketing expense was {s|Sales and marketing|Total revenue:0}% of revenue, down from
{t|Sales and marketing|Total revenue:0}% last year.

Deferred revenue as of year-end was ${a|Deferred revenue} million, an increase of {g|Deferred
revenue:0}%.

Professional services revenue declined {g|Professional services revenue:0}% to ${a|Professional
services revenue} million.

Net loss narrowed to ${a|Net loss} million from ${b|Net loss} million. Gross profit grew by
${c|Gross profit} million.
""", _SOFTWARE, ("2024", "2023"), "(in millions, except per share amounts)"),
    _release("bank", """
# Fjordland Bank: annual results 2024

Net profit amounted to EUR {a|Net profit} million (2023: EUR {b|Net profit} million), and return
on equity was {a|Return on equity}% ({b|Return on equity}%).

Net interest income increased by {g|Net interest income}% to EUR {a|Net interest income} million,
driven by higher volumes, and net interest margin widened to {a|Net interest margin}% from {b|Net
interest margin}%.

Fee and commission income was EUR {a|Fee and commission income} million, up {g|Fee and commission
income:0}% on 2023.

Trading income fell to EUR {a|Trading income} million from EUR {b|Trading income} million, while
impairment charges decreased by EUR {c|Impairment charges} million to EUR {a|Impairment charges}
million.

The cost-to-income ratio improved to {a|Cost-to-income ratio}% (2023: {b|Cost-to-income ratio}%).

The CET1 ratio stood at {a|CET1 ratio}% at year-end, up from {b|CET1 ratio}%.

Loans to customers grew {g|Loans to customers}% to EUR {=18.4} billion and customer deposits
{g|Customer deposits}% to EUR {=21.9} billion.

Operating expenses rose {g|Operating expenses}%, and total income {g|Total income}%.

Total assets were EUR {=29.6} billion, an increase of EUR {=1.7} billion.

Profit before tax of EUR {a|Profit before tax} million was {g|Profit before tax:0}% higher than in
2023.
""", _BANK, ("2024", "2023"), "EUR million"),
    _release("shops", """
# Marlowe & Pike Reports Fiscal 2024 Results

Net sales increased {g|Net sales}% to $2.42 billion compared to $2.27 billion in fiscal 2023.

Gross profit was ${a|Gross profit} million, or {s|Gross profit|Net sales}% of net sales, compared
to ${b|Gross profit} million, or {t|Gross profit|Net sales}% of net sales, in fiscal 2023.

SG&A expenses were ${a|Selling, general and administrative expenses} million, or {s|Selling,
general and administrative expenses|Net sales}% of net sales, compared to {t|Selling, general and
administrative expenses|Net sales}% of net sales in the prior year, a decrease of {p|Selling,
general and administrative expenses|Net sales} basis points.

Net earnings were ${a|Net earnings} million, or ${a|Diluted earnings per share} per diluted share,
versus ${b|Net earnings} million, or ${b|Diluted earnings per share} per diluted share.

Diluted earnings per share grew {g|Diluted earnings per share:0}% to ${a|Diluted earnings per
share}.

Merchandise inventories at year-end were ${a|Merchandise inventories} million, {g|Merchandise
inventories}% below last year.

The company opened {=24} net new stores and ended the year with {a|Stores at period end} stores,
compared with {b|Stores at period end} a year earlier.

During fiscal 2024, the company paid dividends of ${a|Dividends paid} million.

Operating income increased ${c|Operating income} million to ${a|Operating income} million; as a
percentage of net sales, operating income was {s|Operating income|Net sales}%.

Interest expense declined to ${a|Interest expense} million, a {g|Interest expense}% decrease.

Operating margin expanded {p|Operating income|Net sales} basis points to {s|Operating income|Net
sales}%.
""", _SHOPS, ("Fiscal 2024", "Fiscal 2023"), "(in millions, except per share amounts)"),
)  # fmt: skip
