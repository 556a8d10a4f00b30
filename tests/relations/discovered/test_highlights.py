"""Highlights: bullets under a label, time told by the heading, what is compared in them."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.rulebook.packs import rule_packs

SOFTWARE = """\
# Larkspur Software Reports Third Quarter Fiscal 2026 Results

Larkspur Software today announced results for its third quarter ended October 31, 2025.

## Third Quarter Fiscal 2026 Financial Highlights

- **Revenue:** Total revenue was $214.6 million, up 23% year-over-year.
- **Gross margin:** GAAP gross margin was 77.0%, compared to 75.4% in the third quarter of \
fiscal 2025.
- **Operating loss:** GAAP operating loss was $8.9 million, or 4.1% of total revenue, compared to \
$19.2 million, or 11.0% of total revenue, in the third quarter of fiscal 2025.
- **Net loss:** GAAP net loss was $6.2 million, or $0.07 per share, compared to a net loss of \
$17.3 million, or $0.21 per share.

(in thousands, except per share data)

| | Three Months Ended October 31, 2025 | Three Months Ended October 31, 2024 \
| Nine Months Ended October 31, 2025 | Nine Months Ended October 31, 2024 |
|---|---|---|---|---|
| Total revenue | $ 214,591 | $ 174,471 | $ 615,623 | $ 498,979 |
| Total cost of revenue | 49,356 | 42,920 | 144,252 | 126,240 |
| Gross profit | 165,235 | 131,551 | 471,371 | 372,739 |
| Total operating expenses | 174,125 | 150,719 | 508,576 | 441,954 |
| Loss from operations | (8,890) | (19,168) | (37,205) | (69,215) |
| Net loss | $ (6,195) | $ (17,282) | $ (29,605) | $ (63,960) |
| Net loss per share, basic and diluted | $ (0.07) | $ (0.21) | $ (0.35) | $ (0.78) |
"""
BANK = """\
# Tamarack Bancorp, fourth quarter 2025

Net income was $52.8 million, or $1.14 per diluted share, compared with $49.6 million, or $1.06 \
per diluted share, in the third quarter of 2025 and $45.1 million, or $0.95 per diluted share, in \
the fourth quarter of 2024. The efficiency ratio improved to 56.4% from 57.9%. Nonperforming loans \
were 0.48% of total loans, down 5 basis points from 0.53% at September 30, 2025.

| (dollars in millions) | 4Q25 | 3Q25 | 4Q24 |
|---|---|---|---|
| Total revenue | 209.8 | 203.6 | 194.1 |
| Noninterest expense | 118.4 | 117.9 | 114.6 |
| Net income | 52.8 | 49.6 | 45.1 |
| Diluted EPS | $1.14 | $1.06 | $0.95 |
| Efficiency ratio | 56.4% | 57.9% | 59.0% |

| Loans (millions) | Dec 31, 2025 | Sep 30, 2025 |
|---|---|---|
| Total loans | 16,917 | 16,764 |
| Nonperforming loans | 81 | 89 |
"""


HALF_YEAR = """\
# Brackenhall plc: half-year results for the six months ended 30 June 2025

- Revenue up 8.0% to £412.3m (H1 2024: £381.8m), with organic growth of 6.1%
- Adjusted operating profit up 12.0% to £58.9m (H1 2024: £52.6m)
- Adjusted basic EPS up 11.3% to 21.6p (H1 2024: 19.4p)
- Interim dividend of 6.4p per share (H1 2024: 5.9p), up 8.5%
- Net debt reduced to £96.2m (H1 2024: £110.7m), 0.8x EBITDA

| | H1 2025 | H1 2024 | Change |
|---|---|---|---|
| Revenue | £412.3m | £381.8m | +8.0% |
| Adjusted operating profit | £58.9m | £52.6m | +12.0% |
| Adjusted basic EPS | 21.6p | 19.4p | +11.3% |
| Interim dividend per share | 6.4p | 5.9p | +8.5% |
| Net debt | £96.2m | £110.7m | (13.1)% |
"""


def found(text):
    report = document_report(readers.read(text.encode(), "release.md"), rule_packs())
    return [citation.text for f in report.findings for citation in f.citations]


@pytest.mark.parametrize("text", [SOFTWARE, BANK, HALF_YEAR], ids=["software", "bank", "half-year"])
def test_a_right_release_is_silent(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text, right, wrong",
    [
        (SOFTWARE, "$214.6 million", "$241.6 million"),
        (SOFTWARE, "up 23%", "up 28%"),
        (SOFTWARE, "77.0%", "71.0%"),
        (SOFTWARE, "75.4%", "76.4%"),
        (SOFTWARE, "$8.9 million", "$6.9 million"),
        (SOFTWARE, "4.1% of", "4.7% of"),
        (SOFTWARE, "$19.2 million", "$12.9 million"),
        (SOFTWARE, "11.0% of", "17.0% of"),
        (SOFTWARE, "$6.2 million", "$2.6 million"),
        (SOFTWARE, "$0.07 per", "$0.09 per"),
        (SOFTWARE, "$17.3 million", "$13.7 million"),
        (SOFTWARE, "$0.21 per", "$0.12 per"),
        (BANK, "$52.8 million", "$58.2 million"),
        (BANK, "$1.14 per", "$1.41 per"),
        (BANK, "$49.6 million", "$46.9 million"),
        (BANK, "$45.1 million", "$41.5 million"),
        (BANK, "0.48% of", "0.84% of"),
        (BANK, "5 basis points", "9 basis points"),
        (BANK, "0.53% at", "0.35% at"),
        (HALF_YEAR, "8.0% to", "6.0% to"),
        (HALF_YEAR, "£412.3m (", "£421.3m ("),
        (HALF_YEAR, ": £381.8m", ": £318.8m"),
        (HALF_YEAR, "11.3% to", "13.1% to"),
        (HALF_YEAR, "21.6p (", "26.1p ("),
        (HALF_YEAR, ": 19.4p", ": 14.9p"),
        (HALF_YEAR, "6.4p per", "4.6p per"),
        (HALF_YEAR, ": 5.9p", ": 9.5p"),
        (HALF_YEAR, "£96.2m (", "£69.2m ("),
    ],
)
def test_a_wrong_figure_in_words_is_told(text, right, wrong):
    assert text.count(right) == 1
    printed = wrong.removeprefix("up ").strip(" (:").removesuffix(" per").removesuffix(" to")
    assert printed.removesuffix(" of").removesuffix(" at") in found(text.replace(right, wrong))


@pytest.mark.parametrize(
    "bullet",
    [
        "- **Europe:** Total revenue was $61.2 million, up 9% year-over-year.",
        "- **Cloud:** Gross margin was 81.3%, compared to 79.9% a year ago.",
        "- **Free cash flow:** It was $27.8 million, a margin of 13.0%.",
        "- **Margins:** We expect a gross margin of 78.0%.",
        "- **Loss:** The operating loss of our services unit was $3.1 million, from $2.2 million.",
    ],
)
def test_a_label_that_names_a_part_keeps_its_meaning(bullet):
    where = "- **Revenue:**"
    assert found(SOFTWARE.replace(where, f"{bullet}\n{where}")) == []


LEAD = """\
# Acme Reports Second Quarter 2025 Results

{lead} net income of $164.6 million, or $2.66 per diluted share, for the quarter ended \
June 30, 2025, compared to net income of $139.0 million, or $2.19 per diluted share, for the \
quarter ended June 30, 2024.

| | Three months ended June 30, 2025 | Three months ended June 30, 2024 |
|---|---|---|
| Revenue | 2,418.0 | 2,297.0 |
| Expenses | (2,253.4) | (2,158.0) |
| Net income | 164.6 | 139.0 |
| Diluted earnings per share | $2.66 | $2.19 |
"""


@pytest.mark.parametrize(
    "lead",
    [
        "Acme today reported",
        "Acme Group Ltd. today reported",
        "Acme Holdings, Inc. (NYSE: ACM) reported",
        "Acme Corporation (“Acme” or the “Company”) announced",
        "Acme plc (LSE: ACM) reported second quarter 2025",
    ],
)
@pytest.mark.parametrize(
    "right, wrong",
    [
        ("$164.6 million", "$146.6 million"),
        ("$2.66 per", "$2.96 per"),
        ("$139.0 million", "$193.0 million"),
        ("$2.19 per", "$2.91 per"),
    ],
)
def test_the_lead_of_a_release_is_read_whoever_reports(lead, right, wrong):
    text = LEAD.format(lead=lead)
    assert found(text) == []
    assert wrong.removesuffix(" per") in found(text.replace(right, wrong))
