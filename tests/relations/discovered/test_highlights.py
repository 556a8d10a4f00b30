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


def found(text):
    report = document_report(readers.read(text.encode(), "release.md"), rule_packs())
    return [citation.text for f in report.findings for citation in f.citations]


@pytest.mark.parametrize("text", [SOFTWARE, BANK], ids=["software", "bank"])
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
    ],
)
def test_a_wrong_figure_in_words_is_told(text, right, wrong):
    assert text.count(right) == 1
    printed = wrong.removeprefix("up ").removesuffix(" of").removesuffix(" per")
    assert printed.removesuffix(" at") in found(text.replace(right, wrong))


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
