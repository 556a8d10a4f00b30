"""What stands around a figure tells which of several slips was made."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.rulebook.packs import rule_packs


def first_suspect(table, prose=""):
    rows = [row.split() for row in table.strip().splitlines()]
    width = max(map(len, rows))
    lines = ["| " + " | ".join(row + [""] * (width - len(row))) + " |" for row in rows]
    lines.insert(1, "|" + "---|" * width)
    text = "\n".join(lines) + f"\n\n{prose}\n"
    report = document_report(readers.read(text.encode(), "x.md"), rule_packs())
    (finding,) = report.findings
    return finding.suspects[0].citation.text


@pytest.mark.parametrize(
    "table, prose, expected",
    [
        # 4,318 fell to 1,118 or 1,302 rose to 4,502: the other years tell
        (
            """
            Item 2023 2022 2021
            Rent 4,502 1,266 1,240
            Wages 4,318 4,207 4,150
            Power 690 655 612
            Total 6,310 6,128 6,002
            """,
            "",
            "4,502",
        ),
        # swapped digits in either of two: one of the values meant is printed again
        (
            """
            Item 2023 2022
            Rent 2,351 2,440
            Wages 4,817 4,790
            Power 7,351 7,440
            Total 14,699 14,670
            """,
            "Wages of 4,817 were paid, and power of 7,351 was used.",
            "2,351",
        ),
        # a sign that none of the row has, and none of the column, is not what was meant
        (
            """
            Item 2023 2022
            Rent 40 44
            Wages 691 602
            Power 120 118
            Total 771 764
            """,
            "",
            "691",
        ),
        # all around end with noughts
        (
            """
            Item 2023 2022
            Rent 58,080 55,000
            Wages 21,000 20,000
            Power 7,000 6,000
            Total 86,000 81,000
            """,
            "",
            "58,080",
        ),
        # nobody writes 013
        (
            """
            Item 2023 2022
            Rent 013 117
            Wages 214 209
            Power 151 150
            Total 478 476
            """,
            "",
            "013",
        ),
    ],
    ids=["other years", "printed again", "sign", "noughts", "nought in front"],
)
def test_of_several_slips_the_likeliest_is_that_of_a_figure_unlike_those_around(
    table, prose, expected
):
    assert first_suspect(table, prose) == expected
