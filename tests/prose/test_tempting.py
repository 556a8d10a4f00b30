"""True but tempting: sentences beside a table that speak of something else raise nothing."""

from __future__ import annotations

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.model.relation import Severity
from auditor.rulebook.packs import rule_packs

TABLE = """\

(in millions, except per share amounts)

| | 2024 | 2023 |
|---|---:|---:|
| Drills | 412.9 | 371.6 |
| Saws | 203.4 | 187.5 |
| Accessories | 131.3 | 124.2 |
| Revenue | 747.6 | 683.3 |
| Cost of revenue | 436.9 | 402.7 |
| Gross profit | 310.7 | 280.6 |
| Selling expenses | 127.8 | 121.3 |
| Research and development | 61.4 | 57.1 |
| Operating income | 121.5 | 102.2 |
| Interest expense | 8.7 | 9.6 |
| Income before income taxes | 112.8 | 92.6 |
| Income taxes | 26.4 | 21.7 |
| Net income | 86.4 | 70.9 |
| Diluted earnings per share | $2.37 | $1.94 |
| Net cash provided by operating activities | 131.6 | 118.2 |
"""
SENTENCES = """\
Quarterly net income came to $24.3 million in the fourth quarter.
Revenue in Norway rose due to a $14.3 million increase in drills.
Revenue in Norway was $57.0 million, consisting of $42.9 million of drills and $14.1 of saws.
Drills rose on the back of a $34.1 million increase in drills sold to contractors.
Norway's revenue rose 9.1% and its operating income fell $1.9 million.
Expense related to research and development tax credits as of December 31, 2024 was $16.4 million.
Revenue grew 12.1% at constant exchange rates in 2024.
On a constant-currency basis, revenue rose 12.1% over 2023.
Organic revenue growth was 7.3% in 2024.
Organically, drills grew 8.2% compared with 2023.
Excluding acquisitions, revenue increased 6.8% over the prior year.
Excluding $0.18 per share of charges, diluted earnings per share was $2.55, up 15%.
Excluding a gain of $3.1 million on land, net income was $83.3 million, up 17.5% from 2023.
Revenue, excluding currency effects, increased 10.2% to $752.9 million.
Like-for-like revenue rose 4.1% in 2024.
Comparable revenue was up 4.1% from last year.
Adjusted operating income was $129.3 million, or 17.3% of revenue.
Adjusted for the fire, operating income was $127.1 million in 2024.
Operating income before restructuring was $126.6 million in 2024.
Underlying operating income grew 22.4% to $125.1 million.
Normalized net income was $91.2 million, up 19.0% from 2023.
Pro forma revenue for 2024 was $771.3 million.
Annualized revenue reached $812.4 million.
Revenue has grown at a compound annual rate of 8.8% since 2019.
Over five years, revenue has increased 52.4%.
Since 2020, gross profit has risen 61.2%.
On a two-year stack basis, revenue was up 19.4%.
Over a four-year period, revenue is up 44.1%.
Net income has more than doubled in five years.
Compared to pre-pandemic 2019, revenue rose 51.7%.
Revenue was $747.6 million, up 8.2% from $690.9 million as originally reported for 2023.
Operating income rose 20.2% from the $101.1 million first reported in 2023.
Fourth-quarter revenue was $203.7 million, up 6.4% from the fourth quarter of 2023.
In the fourth quarter of 2024, revenue was $203.7 million.
Second-half operating income was $64.9 million.
Revenue for the nine months ended September 30, 2024 was $543.9 million.
First-quarter net income was $18.3 million.
Operating income for the first half was $56.6 million.
Revenue in 2022 was $641.7 million.
Net income was $66.1 million in 2022.
Revenue rose 6.5% in 2023 from 2022.
In 2023, revenue increased 6.5% to $683.3 million.
We expect revenue of $790.0 million to $810.0 million in 2025.
Revenue is expected to grow 6.0% to 8.0% in 2025.
Guidance for 2025 calls for operating income of $131.0 million.
The board targets an operating margin of 18.0%.
Net income should reach $93.0 million in 2025.
Revenue could fall 4.0% if tariffs were raised.
A 10% fall of the dollar would have reduced revenue by $21.3 million.
Without the strike, revenue would have been $759.4 million.
Revenue in Germany increased 15.2% to $88.4 million.
In Germany, revenue increased 15.2% compared to 2023.
Revenue from rentals was $38.7 million in 2024.
Revenue of the rental business rose 27.4% over 2023.
Online revenue accounted for 18.3% of revenue.
Revenue from our largest customer was $81.2 million, or 10.9% of revenue.
Sales of cordless drills increased 21.3% in 2024.
Drills for professionals grew 14.4% compared with 2023.
Saws sold in Asia were $41.7 million in 2024.
Drills revenue in Europe was $107.9 million.
Cost of revenue for rentals was $21.9 million in 2024.
Selling expenses in Asia rose 9.3% in 2024.
Research and development of cordless tools cost $18.6 million in 2024.
Operating income of the saws division was $31.7 million in 2024.
Segment operating income was $148.8 million in 2024.
Net income attributable to noncontrolling interests was $2.6 million.
Income taxes paid were $24.1 million in 2024.
Deferred income taxes were $4.3 million in 2024.
Interest expense on leases was $2.9 million in 2024.
Interest paid was $9.3 million in 2024.
Gross profit on accessories was $57.7 million.
Gross margin on drills was 44.7% in 2024.
Operating cash flow after investments was $88.2 million.
Capital expenditure was $43.4 million, or 5.8% of revenue.
The statutory tax rate was 21.0% in 2024.
The effective tax rate excluding discrete items was 24.9%.
Adjusted diluted earnings per share were $2.55.
Diluted earnings per share excluding the fire were $2.48 in 2024.
Diluted earnings per share for the fourth quarter were $0.66.
Basic earnings per share were $2.41 in 2024.
The quarterly dividend was raised 8.3% to $0.26 per share.
Book value per share was $14.83 at year-end.
Operating income rose due to a 14.2% increase in volumes.
Revenue increased mainly because of a 3.0% rise in prices.
Gross profit benefited from $5.2 million of lower freight.
Selling expenses increased on $3.7 million of higher wages.
Selling expenses rose as advertising grew 12.8%.
Net income was reduced by a $4.4 million write-down.
Operating income was affected by a $4.4 million write-down in 2024.
Income taxes included a $1.8 million charge for earlier years.
Operating income included a gain of $2.2 million on a sale of land.
Interest expense includes $1.1 million of fees.
Revenue includes $12.6 million from a company bought in May.
Revenue, of which $12.6 million came from a company bought in May, increased.
Revenue increased, with prices adding 3.0% and volumes 6.4%.
Currency lowered revenue by 2.7% in 2024.
Acquisitions contributed 2.6% to revenue.
Price increases added $20.4 million to revenue.
Selling expenses fell 0.7 percentage points as a share of revenue in Germany.
Selling expenses decreased 0.7% as a percentage of revenue.
Operating margin in the fourth quarter was 17.1%.
Operating margin before restructuring was 16.9%.
Gross margin guidance for 2025 is 42.0% to 42.5%.
Revenue grew more than 9% in 2024.
Revenue rose nearly 10% to almost $750 million.
Net income was just under $87 million.
About $27 million of income taxes were due.
Revenue was over $740 million in 2024.
Revenue per employee rose 3.6% to $312,400 in 2024.
Revenue per store was $1.9 million in 2024.
Operating income per employee was $50,760.
Steel rose 13.0%, and cost of revenue followed.
Orders rose 12.3% in 2024, while revenue lagged.
The backlog stood at $96.4 million, up 17.2% from 2023.
Revenue recognized over time was $62.3 million in 2024.
Unearned revenue was $23.9 million at year-end.
Research and development tax credits were $3.4 million in 2024.
Research and development headcount increased 7.9% in 2024.
Net income margin guidance for 2025 is 11.8%.
One customer accounted for 10.9% of revenue.
Employees numbered 2,394, of whom 412 work in research and development.
Revenue growth of 9.4% in 2024 compares with growth of 6.5% in 2023.
"""
TRUE = "Operating income increased 18.9% to $121.5 million compared to $102.2 million in 2023."


@pytest.mark.parametrize("more", [TRUE, ""], ids=["beside a claim", "alone"])
@pytest.mark.parametrize("sentence", SENTENCES.splitlines())
def test_a_true_and_tempting_sentence_raises_nothing(sentence, more):
    text = f"# Tolliver Tools reports 2024 results\n\n{sentence} {more}\n{TABLE}"
    report = document_report(readers.read(text.encode(), "release.md"), rule_packs())
    assert [f.message for f in report.findings if f.severity is not Severity.NOTE] == []
