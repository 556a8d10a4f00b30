"""PDF in other scripts: what a font's map says its characters are is what is read."""

import pytest

from auditor import readers
from auditor.auditing.many_files import facts_of
from auditor.auditing.pipeline import document_report
from auditor.rulebook.packs import rule_packs

ROWS = (
    ("Rail", "31,204", "30,118"),
    ("Bus", "12,877", "12,040"),
    ("Ferry", "5,530", "5,611"),
    ("Total", "49,611", "47,769"),
)
SCRIPTS = {"arabic": "\u0660", "persian": "\u06f0", "devanagari": "\u0966", "thai": "\u0e50"}


def stream(data, extra=""):
    return f"<< {extra}/Length {len(data)} >>\nstream\n{data}\nendstream"


def mapped(zero, comma):
    """The map of a font's characters: digits to those of a script, commas to its thousands mark."""
    pairs = [(0x30 + n, ord(zero) + n) for n in range(10)] + [(0x2C, ord(comma))]
    lines = "\n".join(f"<{code:02x}> <{to:04x}>" for code, to in pairs)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(pairs)} beginbfchar\n{lines}\nendbfchar\n"
        "3 beginbfrange <20> <2b> <0020> <2d> <2f> <002d> <3a> <7e> <003a> endbfrange\n"
        "endcmap end end"
    )


def page(rows, zero, comma=","):
    """A page with the rows, in a font whose digits are those of a script."""
    shown = []
    for down, row in enumerate((("", "2025", "2024"), *rows)):
        for across, text in enumerate(row):
            left = 60 if across == 0 else 200 + 100 * across - 6 * len(text)
            code = text.replace("(", "\\(").replace(")", "\\)")
            shown.append(f"BT /F1 10 Tf {left} {740 - 15 * down} Td ({code}) Tj ET")
    parts = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
            " /Resources << /Font << /F1 4 0 R >> >> >>"
        ),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /ToUnicode 6 0 R >>",
        stream("\n".join(shown)),
        stream(mapped(zero, comma)),
    )
    made, places = "%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(made))
        made += f"{number} 0 obj\n{part}\nendobj\n"
    table = "".join(f"{at:010} 00000 n \n" for at in places)
    head = f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{table}"
    made += f"{head}trailer << /Size {len(parts) + 1} /Root 1 0 R >>\n"
    return (made + f"startxref\n{made.index('xref')}\n%%EOF\n").encode("latin-1")


def in_script(number, zero):
    return "".join(chr(ord(zero) + int(c)) if c.isdigit() else c for c in number)


@pytest.mark.parametrize("zero", SCRIPTS.values(), ids=SCRIPTS)
def test_digits_of_a_script_are_figures_under_their_years(zero):
    document = readers.read(page(ROWS, zero), "a.pdf")
    facts = [f for f in facts_of(document) if f.in_table]
    assert [f.value for f in facts] == [
        int(n.replace(",", "")) for _, *numbers in ROWS for n in numbers
    ]
    assert facts[0].figure.text == in_script("31,204", zero)
    assert {f.period.last // 12 for f in facts if f.period} == {2025, 2024}


def test_the_thousands_mark_of_arabic_groups_digits():
    document = readers.read(page(ROWS, SCRIPTS["arabic"], "\u066c"), "a.pdf")
    assert [f.value for f in facts_of(document)][:2] == [31_204, 30_118]


@pytest.mark.parametrize("zero", SCRIPTS.values(), ids=SCRIPTS)
def test_a_wrong_total_is_found_and_set_right_in_its_script(zero):
    wrong = (*ROWS[:3], ("Total", "49,161", "47,769"))
    report = document_report(readers.read(page(wrong, zero), "a.pdf"), rule_packs())
    (finding,) = report.findings
    assert finding.printed == in_script("49,161", zero)
    assert finding.expected == in_script("49,611", zero)
    assert document_report(readers.read(page(ROWS, zero), "a.pdf"), rule_packs()).findings == ()
