"""True sentences of six industries that tempt: parts, other bases, other times, effects, plans."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.model.relation import Severity
from auditor.rulebook.packs import rule_packs
from tests.prose.industries import RELEASES
from tests.prose.printed import right

SENTENCES = {
    "fluidics": """
Organic net sales rose 7.1%, and net sales in Asia were $96.4 million.
Kestrel Valves reported net sales of $96.4 million for the year.
Kestrel reported adjusted operating income of $51.2 million, a margin of 14.6%.
Gross profit was $136.2 million, a segment margin of 41.0% in Valves.
Adjusted gross profit was $140.1 million, a margin of 40.0%.
Operating income before restructuring was $49.9 million, a margin of 14.2%.
At $96.4 million, net sales in Asia were 12.4% above the prior year.
At $51.2 million, adjusted operating income was 20.3% above the prior year.
Net debt was reduced by $40.0 million after a $12.5 million buyback.
Operating income was reduced by $3.1 million of restructuring costs.
Net income was reduced by $2.4 million because of a legal settlement.
Cost of sales was reduced by $5.2 million through lean programs.
The company spent $18.4 million on acquisitions and $4.7 million on new software.
The company spent $3.3 million on capital expenditures in Asia.
We generated $31.6 million of cash in Europe.
Driven by higher prices, net sales in Europe rose 12.4%.
Due to lower freight, wages and cost of sales rose 4.0% in Asia.
Backlog in Asia ended the year at $96.4 million.
Backlog ended the third quarter at $398.1 million.
The tax charge on the disposal was $1.9 million.
The cash tax charge was $7.3 million.
The deferred tax charge was $0.9 million.
An effective tax rate of 24% is expected for 2025.
Total orders rose 9.1%, and total shipments 6.2%.
Net sales grew 10.2%, and total headcount 3.1%.
Return on equity was 14.2%, up from 11.9%.
Operating income was $45.9 million, for an incremental margin of 34.1%.
Net sales were $350.5 million, compared with guidance of $340.0 million.
Operating income of $45.9 million, a margin of 13.1%, compares with a budget of $44.0 million.
Capital expenditures were $13.6 million, with maintenance of $8.1 million.
R&D spending in software rose 14.0%.
Selling spending was up 9.0% in Asia.
Research spending was $11.2 million.
""",
    "half-year, in pounds": """
Like-for-like revenue up 5.1% (H1 2023: 3.8%)
Adjusted operating profit increased by 21.4% to £46.7m (H1 2023: £38.5m).
Adjusted operating margin was up 170 basis points to 16.3% (H1 2023: 14.6%).
Statutory profit before tax was £38.1m (H1 2023: £29.4m) after £4.8m of exceptional costs.
Net debt reduced by £30.1m in the last twelve months.
Revenue in Scotland up 8.0% to £31.4m (H1 2023: £29.1m)
Underlying tax charge was £10.4m, an underlying effective rate of 25.0%.
Order book of £412m (31 December 2023: £386m)
Revenue for the year ended 31 December 2023 was £541.3m.
Free cash flow of £21.6m (H1 2023: £14.2m)
""",
    "bank": """
Return on tangible equity was 13.1% (11.7%).
Net interest margin in retail banking widened to 2.84% from 2.71%.
Driven by corporate clients, loans to customers in Norway grew 9.4%.
The Tier 1 ratio stood at 16.4%.
Total costs rose 2.9%, and total income excluding trading 6.2%.
Impairment charges in retail banking decreased by EUR 6.1 million to EUR 18.2 million.
""",
    "shops": """
Comparable store sales increased 3.9%, while online net sales rose 11.8%.
The company ended the year with 412 stores in the United States, compared with 405 a year earlier.
The company ended the year with 31 outlets.
Gross profit as a percentage of net sales improved 20 basis points excluding freight.
Net sales per square foot were $412.
""",
}
CASES = [(name, line) for name, lines in SENTENCES.items() for line in lines.strip().splitlines()]


@pytest.mark.parametrize("beside", [True, False], ids=["beside a claim", "alone"])
@pytest.mark.parametrize(("name", "sentence"), CASES)
def test_a_true_and_tempting_sentence_raises_nothing(name, sentence, beside):
    release = next(one for one in RELEASES if one.name == name)
    title, claim, *_, table = right(release).text.split("\n\n")
    pieces = (title, sentence, claim, table) if beside else (title, sentence, table)
    report = document_report(readers.read("\n\n".join(pieces).encode(), "r.md"), rule_packs())
    assert [f.message for f in report.findings if f.severity is not Severity.NOTE] == []
