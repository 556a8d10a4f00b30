"""Cells whose amounts take several words, or hold two figures: read in every format."""

from collections.abc import Sequence

import pytest

from tests.formats.everyformat import FORMATS, audited, statements
from tests.formats.statement import parsed

ENGLISH = "# Alder Lines Ltd\n\n## Income statement\n\n(USD thousand)\n\n"
KOREAN = "# 한빛물류 주식회사\n\n## 손익계산서\n\n"
JAPANESE = "# 北浜物流株式会社\n\n## 損益計算書\n\n"
INDIAN = "# Narmada Textiles Limited\n\n## Statement of Profit and Loss\n\n"
SHARES_OF_ALL = (
    ENGLISH,
    [
        ("", "2025", "2024"),
        ("Freight", "41,204 (71.7%)", "38,118 (71.2%)"),
        ("Storage", "12,815 (22.3%)", "11,406 (21.3%)"),
        ("Handling", "3,462 (6.0%)", "3,977 (7.4%)"),
        ("Total revenue", "57,481 (100.0%)", "53,501 (100.0%)"),
    ],
    16,
)
SHARES_BEHIND_SLASHES = (
    ENGLISH,
    [tuple(c.replace("(", "/ ").replace(")", "") for c in row) for row in SHARES_OF_ALL[1]],
    16,
)
ONE_SHARE = (
    ENGLISH,
    [
        ("", "2025", "2024"),
        ("Revenue", "41,204", "38,118"),
        ("Cost of sales", "37,578", "34,954"),
        ("Operating profit", "3,626 (8.8%)", "3,164 (8.3%)"),
        ("Finance costs", "462", "377"),
        ("Profit before tax", "3,164", "2,787"),
    ],
    10,
)
SHARES_OF_A_NAME_WITH_ARTICLES = (
    ENGLISH.replace("(USD thousand)", "USD thousand (% of net sales)"),
    [
        ("", "2025", "2024"),
        ("Net sales", "41,204", "38,118"),
        ("Operating profit", "3,626 (8.8%)", "3,164 (8.3%)"),
        ("Profit for the year", "2,431 (5.9%)", "2,021 (5.3%)"),
    ],
    10,
)
TRILLIONS = (
    KOREAN,
    [
        ("구분", "2025년", "2024년"),
        ("운송", "1조 2,345억원", "1조 1,008억원"),
        ("보관", "4,120억원", "3,905억원"),
        ("매출액 합계", "1조 6,465억원", "1조 4,913억원"),
        ("매출원가", "9,830억원", "9,102억원"),
        ("매출총이익", "6,635억원", "5,811억원"),
    ],
    10,
)
WITHOUT_WON = (KOREAN, [tuple(c.replace("원", "") for c in row) for row in TRILLIONS[1]], 10)
IN_JAPANESE = (
    JAPANESE,
    [
        ("区分", "2025年度", "2024年度"),
        ("運送", "1兆2,345億円", "1兆1,008億円"),
        ("保管", "4,120億円", "3,905億円"),
        ("売上高合計", "1兆6,465億円", "1兆4,913億円"),
        ("売上原価", "9,830億円", "9,102億円"),
        ("売上総利益", "6,635億円", "5,811億円"),
    ],
    10,
)
CRORES = (
    INDIAN,
    [
        ("Particulars", "FY 2024-25", "FY 2023-24"),
        ("Cement", "₹ 4,12,041 Cr", "₹ 3,81,180 Cr"),
        ("Power", "₹ 1,28,150 Cr", "₹ 1,14,060 Cr"),
        ("Steel", "₹ 34,620 Cr", "₹ 39,770 Cr"),
        ("Total income", "₹ 5,74,811 Cr", "₹ 5,35,010 Cr"),
        ("Total expenses", "₹ 3,12,400 Cr", "₹ 2,91,180 Cr"),
        ("Profit before tax", "₹ 2,62,411 Cr", "₹ 2,43,830 Cr"),
    ],
    12,
)
LAKHS = (
    INDIAN,
    [tuple(c.replace("₹", "Rs").replace("Cr", "lakh") for c in r) for r in CRORES[1]],
    12,
)
MIXED_SCALES = (
    ENGLISH.replace("(USD thousand)\n\n", ""),
    [
        ("", "2025", "2024"),
        ("Freight", "$1.24 bn", "$1.10 bn"),
        ("Storage", "$412 m", "$391 m"),
        ("Total revenue", "$1.65 bn", "$1.49 bn"),
        ("Cost of sales", "$983 m", "$910 m"),
        ("Gross profit", "$670 m", "$580 m"),
    ],
    10,
)
CHANGES = (
    ENGLISH,
    [
        ("", "2025", "2024", "Change"),
        ("Freight", "41,204", "38,118", "3,086 (8.1%)"),
        ("Storage", "12,815", "13,406", "-591 (-4.4%)"),
        ("Handling", "3,462", "3,977", "-515 (-12.9%)"),
        ("Total revenue", "57,481", "55,501", "1,980 (3.6%)"),
    ],
    16,
)
MILLIONS = (
    "# Erlenwerk AG\n\n## Gewinn- und Verlustrechnung\n\n",
    [
        ("", "2025", "2024"),
        ("Fracht", "1.234,5 Mio. €", "1.100,8 Mio. €"),
        ("Lager", "412,0 Mio. €", "390,5 Mio. €"),
        ("Umsatzerlöse gesamt", "1.646,5 Mio. €", "1.491,3 Mio. €"),
        ("Umsatzkosten", "983,0 Mio. €", "910,2 Mio. €"),
        ("Bruttoergebnis", "663,5 Mio. €", "581,1 Mio. €"),
    ],
    10,
)
KINDS: dict[str, tuple[str, Sequence[tuple[str, ...]], int]] = {
    "shares in parentheses": SHARES_OF_ALL,
    "shares behind slashes": SHARES_BEHIND_SLASHES,
    "one share": ONE_SHARE,
    "shares of a name with articles": SHARES_OF_A_NAME_WITH_ARTICLES,
    "trillions": TRILLIONS,
    "trillions, no won": WITHOUT_WON,
    "trillions of yen": IN_JAPANESE,
    "crores": CRORES,
    "lakhs": LAKHS,
    "mixed scales": MIXED_SCALES,
    "changes": CHANGES,
    "millions": MILLIONS,
}


def text_of(above, rows):
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return above + "\n".join((lines[0], "|---" * len(rows[0]) + "|", *lines[1:])) + "\n"


def reports(form, above, rows):
    return [
        audited(form, one).report
        for one in statements(form, parsed("two words", text_of(above, rows)))
    ]


@pytest.mark.parametrize("form", FORMATS, ids=lambda f: f.name)
@pytest.mark.parametrize("kind", KINDS)
def test_all_are_read_and_tied(form, kind):
    if kind == "changes" and form.name == "inline xbrl":
        pytest.skip("what is tagged keeps its columns")
    above, rows, tied = KINDS[kind]
    for report in reports(form, above, rows):
        assert report.not_understood == ()
        assert report.findings == ()
        assert report.tied == tied


@pytest.mark.parametrize("form", FORMATS, ids=lambda f: f.name)
@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        ("shares in parentheses", "57,481", "75,481"),
        ("shares in parentheses", "22.3%", "32.3%"),
        ("shares behind slashes", "22.3%", "32.3%"),
        ("one share", "3,626", "3,926"),
        ("shares of a name with articles", "5.9%", "9.5%"),
        ("trillions", "1조 6,465", "1조 9,465"),
        ("trillions of yen", "1兆6,465", "1兆9,465"),
        ("crores", "5,74,811", "5,47,811"),
        ("lakhs", "5,74,811", "5,47,811"),
        ("mixed scales", "$1.65", "$1.95"),
        ("millions", "1.646,5", "1.946,5"),
    ],
)
def test_a_wrong_one_is_the_one_finding(form, kind, right, wrong):
    above, rows, _ = KINDS[kind]
    altered = [tuple(cell.replace(right, wrong) for cell in row) for row in rows]
    for report in reports(form, above, altered):
        assert [f.printed.replace("Rs.", "₹") for f in report.findings if wrong in f.printed]
        assert len(report.findings) == 1
