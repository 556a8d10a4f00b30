"""Word documents: what is said in every way that Word has is understood as plain Markdown is."""

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.rulebook.packs import rule_packs
from tests.readers.wordfile import p, r, sdt_of, span, tbl, tc, tr, word

MARKDOWN = """\
# Results for the First Half of 2026

Revenue was JPY 2,005 million, up 14.6% from JPY 1,750 million.

## Segments

(JPY million)

| | 1H26 | Share | 1H25 | Share |
|---|---|---|---|---|
| Water | 1,204 | 60.0% | 1,050 | 60.0% |
| Heat | 801 | 40.0% | 700 | 40.0% |
| Total revenue | 2,{total} | 100.0% | 1,750 | 100.0% |
| Costs | (1,504) | (75.0%) | (1,350) | (77.1%) |
| Operating income | 501 | 25.0% | 400 | 22.9% |

- Operating income rose 25.3% to JPY 501 million.
"""
MARK = '<w:vertAlign w:val="superscript"/>'


def amounts(*texts):
    """A row that sets each amount into cells of its own: its sign, its digits, what closes it."""
    label, *figures = texts
    cells = [tc(label)]
    for text in figures:
        digits = text.rstrip("%)")
        cells += [tc(), tc(digits), tc(text[len(digits) :])]
    return tr(*cells)


def release(total):
    """The release with revisions, controls, merged cells, notes and all that Word has."""
    gone = "<w:del><w:r><w:delText>1,9</w:delText></w:r></w:del>"
    heads = [tc(text, span(3)) for text in ("1H26", "Share", "1H25", "Share")]
    body = (
        p("Results for the First Half of 2026", "Titel")
        + sdt_of(p(r("Revenue was JPY ") + gone + f"<w:ins>{r('2,005')}</w:ins>" + r(
            " million, up 14.6%") + r("1", MARK) + r(" from JPY ") + r("9", "<w:vanish/>")
            + r("1,750 million.")))
        + p("Segments", "berschrift2")
        + p("(JPY million)")
        + tbl(
            tr(tc(), *heads),
            amounts("Water", "1,204", "60.0%", "1,050", "60.0%"),
            sdt_of(amounts("Heat", "801", "40.0%", "700", "40.0%")),
            tr(tc("Gone"), tc("9"), properties="<w:del/>"),
            amounts("Total revenue", f"2,{total}", "100.0%", "1,750", "100.0%"),
            amounts("Costs", "(1,504)", "(75.0%)", "(1,350)", "(77.1%)"),
            amounts("Operating income", "501", "25.0%", "400", "22.9%"),
        )
        + p(r("Operating income rose 25.3% to JPY 501 million."), "Liste")
    )  # fmt: skip
    return word(body)


def audited(data, path):
    return document_report(readers.read(data, path), rule_packs())


def told(report):
    """What a report says, places apart."""
    facts = [
        (f.label, f.concept, f.measure, f.period, f.value, f.figure.unit, f.source.column_label)
        for f in report.facts
    ]
    findings = [(f.kind, f.printed, f.expected, f.severity) for f in report.findings]
    return facts, findings, report.printed, report.tied


def test_the_same_facts_and_findings_as_in_markdown():
    for total, findings in (("005", 0), ("050", 1)):
        markdown = audited(MARKDOWN.format(total=total).encode(), "a.md")
        document = audited(release(total), "a.docx")
        assert told(document) == told(markdown)
        assert len(document.findings) == findings


def test_the_wrong_figure_is_cited_by_its_cell():
    (finding,) = audited(release("050"), "a.docx").findings
    at = finding.suspects[0].citation.source
    assert (at.table, at.row, at.col, at.row_label) == (1, 4, 2, "Total revenue")
