import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from statistics import median

import pytest

from auditor.auditing.many_files import audit
from auditor.findings.places import place
from auditor.model.citation import Citation
from auditor.model.document import Source
from auditor.model.finding import Finding, Suspect
from auditor.model.places.line import LinePlace
from auditor.model.places.page import PagePlace
from auditor.model.places.paragraph import ParagraphPlace
from auditor.model.places.sheet import SheetPlace
from auditor.model.relation import Kind, Origin, Severity
from auditor.model.report import Excerpt, Report, Unread
from auditor.model.verdict import Slack, Status
from auditor.model.waiver import Standing, Waived, Waiver, WaiverStanding
from auditor.render import UnknownFormatError, View, formats, rendering
from auditor.render.terminal import render

ESCAPE = "\x1b"


def finding(text, column, end_column, **changes):
    source = Source("a.md", LinePlace(1, column, end_column))
    made = Finding(
        id="1",
        rule="sum",
        kind=Kind.SUM,
        origin=Origin.DISCOVERED,
        severity=Severity.ERROR,
        message="The total is wrong.",
        printed=text,
        expected="9",
        expected_interval=None,
        suspects=(),
        citations=(Citation("target", text, source),),
    )
    return replace(made, **changes)


@pytest.mark.parametrize("folder, shown", [
    ("{0}/", "b/r.md"), ("{0}/b/", "r.md"), ("{0}/c/", "{0}/b/r.md"), ("", "{0}/b/r.md"),
])  # fmt: skip
def test_paths_are_shown_from_where_the_reader_stands(tmp_path, folder, shown):
    file = tmp_path / "b" / "r.md"
    file.parent.mkdir()
    file.write_text(TABLE_OFF, encoding="utf-8")
    view = View(folder=folder.format(tmp_path))
    title, _, heading, *_ = render(audit([str(file)], shown=True), view).splitlines()
    assert title == shown.format(tmp_path)
    assert heading.startswith(f"ERROR  {shown.format(tmp_path)}:5:")


TABLE_OFF = """\
| (JPY million) | 2025 | 2024 | 2023 |
|---|---|---|---|
| Fares | 8,412 | 7,377 | 7,001 |
| Freight | 2,238 | 2,109 | 1,950 |
| Total | 10,560 | 9,486 | 8,951 |
"""

BRIEFLY = """\
samples/iij-2q06.md

ERROR  samples/iij-2q06.md:31:27  growth  revenue-against-target
  Total revenues of 26,444 are said to be +5.6% compared to the initial target, but they are +5.8%
  above the target of 25,000.

  31 | (+21.3% compared to 1H05, +5.6% compared to the initial target)
     |                           ^^^^^

  should read   +5.8%, not +5.6%  (between 5.7719 and 5.7801)  (92 % likely)
                or 25,042, not 25,000 at 53:16  (8 % likely)
"""
DETAILS = """\
  why           The release compares its results with the targets it published at the start of the
                year.
  working       26,444 / 25,000 - 1 = 5.776 %
                5.776 % is printed as +5.8%, not +5.6%
  also fails    target-in-words
  figures       31:27   +5.6%  Total revenues / compared to the target  (target)
                30:22  26,444  Total revenues  (later)
                53:16  25,000  Total Revenues / 1H06 / Initial Targets  (earlier)
"""
NEXT = """\
  id            6f1c2a90d7be

WARNING  samples/iij-2q06.md:55:16  sum  (discovered)
"""


@pytest.mark.parametrize("all_of_it, details", [(False, ""), (True, DETAILS)])
def test_a_finding_reads_from_the_claim_to_what_it_should_be(report, all_of_it, details):
    text = render(report, View(width=100, show_checks=all_of_it))
    assert text.startswith(BRIEFLY + details + NEXT)


def many(count, **changes):
    """Findings one below the other, each surer than the one before."""
    return tuple(
        finding(
            str(number), 1, 2, id=f"id{number}",
            suspects=(
                Suspect(
                    Citation("target", str(number), Source("a.md", LinePlace(number, 1, 2))),
                    number / 100, "9",
                ),
            ),
            citations=(
                Citation("target", str(number), Source("a.md", LinePlace(number, 1, 2))),
            ),
            **changes,
        )
        for number in range(1, count + 1)
    )  # fmt: skip


def test_the_surest_finding_comes_first(make_document):
    findings = (*many(3, severity=Severity.WARNING), *many(2))
    text = render(Report((make_document(path="a.md", findings=findings),)), View())
    heads = re.findall(r"^(ERROR|WARNING)  a\.md:(\d+)", text, re.MULTILINE)
    assert heads == [
        ("ERROR", "2"), ("ERROR", "1"), ("WARNING", "3"), ("WARNING", "2"), ("WARNING", "1"),
    ]  # fmt: skip


@pytest.mark.parametrize("count, listed", [(5, False), (6, True), (12, True)])
def test_more_than_a_few_are_listed_first(make_document, count, listed):
    text = render(Report((make_document(path="a.md", findings=many(count)),)), View())
    assert (f"{count} findings, the surest first\n" in text) is listed
    assert (f"    1  ERROR    {count}:1" in text) is listed
    assert (f"\n{count}. ERROR  a.md:1:1" in text) is listed


def test_the_file_is_named_once_in_a_finding(report):
    text = render(report, View(show_checks=True))
    told = text.partition("WARNING")[0].partition("\n\n")[2]
    assert told.count("samples/iij-2q06.md") == 1


def test_a_figure_of_another_file_has_its_file_named(make_document):
    other = Citation("later", "5", Source("b.md", LinePlace(3, 1, 2)))
    told = finding("4", 1, 2, suspects=(Suspect(other, 0.5, "6"),))
    told = replace(told, citations=(*told.citations, other))
    text = render(Report((make_document(path="a.md", findings=(told,)),)), View(show_checks=True))
    assert "not 5 at b.md:3:1" in text
    assert "b.md:3:1  5  (later)" in text


def lines_of_findings(text):
    """How many lines each finding takes, the blank one after it included."""
    told = text.partition("  Coverage")[0]
    heads = [m.start() for m in re.finditer(r"^(?:\d+\. )?(?:ERROR|WARNING)  ", told, re.MULTILINE)]
    return [told[a:b].count("\n") for a, b in zip(heads, [*heads[1:], len(told)], strict=True)]


@pytest.mark.parametrize("width, most", [(60, 14), (80, 13), (100, 12), (120, 12)])
def test_a_finding_takes_few_lines(report, width, most):
    samples = audit(["samples/iij-2q06.md", "samples/harbour-light-1h25.md"])
    counts = [
        count
        for one in (report, samples)
        for count in lines_of_findings(render(one, View(width=width)))
    ]
    assert len(counts) > 3
    assert median(counts) <= most


def test_a_report_ends_in_what_was_covered(report):
    assert render(report, View()).endswith(
        """\
  Coverage
  figures       5 printed, 3 tied, 2 not tied
  checks        3 held, 1 violated, 1 not checkable
  rule packs    core, iij
  unbound       found nothing to check: core/cash-flow
  remarks       line 142: a row has more cells than the table's header

UNREAD  scan.pdf  it has no text, only pictures

1 note not shown; --strict shows them
1 error, 1 warning in 1 document; 5 checks, 1 not checkable; 3 of 5 figures tied; 1 file not read
"""
    )


def test_checks_and_untied_figures_are_listed_when_asked_for(report):
    text = render(report, View(width=140, show_checks=True))
    assert (
        """\
  Checks
  violated       31:27  growth  +5.6% = 26,444 / 25,000 - 1  \
revenue-against-target
  holds          55:16  difference  4,862 = 26,444 - 21,582  gross-margin
  holds          55:16  difference  4,862 = 26,444 - 21,582  gross-margin\
  (within rounding)
  not checkable  31:27  growth  +5.6% = 21,582 / ? - 1  \
cost-against-target  (not printed: Total Costs, initial target)
  holds          48:36  label  1H06 over 1H06  heading-names-its-columns

  Figures not tied
  31:27   +5.6%  Total revenues / compared to the target  (growth)
"""
        in text
    )


@pytest.mark.parametrize(
    "units, said",
    [
        (
            (0, 0, 3, 1),
            (
                "precision 2 figures proved to the last digit; 2 figures could be slightly"
                " misprinted without our noticing (half of them by no more than 3 units of the"
                " last digit); 1 figure no check covers"
            ),
        ),
        ((0, 2, 2, None), "more than 2 units of the last digit); 2 figures no check covers"),
        ((0,), "precision 1 figure proved to the last digit; 4 figures no check covers"),
        ((None,), "precision 5 figures no check covers"),
    ],
)
def test_slack_is_summed_up_when_it_was_computed(make_document, units, said):
    cited = make_document().untied[0]
    slack = tuple(Slack(cited, most) for most in units)
    assert said in " ".join(render(Report((make_document(slack=slack),)), View()).split())


@pytest.mark.parametrize(
    ("strict", "severities"),
    [(False, ["ERROR", "WARNING"]), (True, ["ERROR", "WARNING", "NOTE"])],
)
def test_errors_come_first_and_notes_only_for_the_strict(report, strict, severities):
    text = render(report, View(strict=strict))
    assert re.findall(r"^(ERROR|WARNING|NOTE) ", text, re.MULTILINE) == severities


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {"printed": 0, "tied": 0, "checks": (), "labels": ()},
            "no figures were found in this document.",
        ),
        (
            {"tied": 0, "checks": (), "labels": ()},
            "5 figures printed, but no relation between them was found.",
        ),
    ],
)
def test_nothing_checked_never_looks_like_success(make_document, changes, said):
    report = Report((make_document(findings=(), **changes),))
    text = render(report, View())
    assert f"NOTHING WAS CHECKED: {said}" in text
    assert text.splitlines()[-1] == "NOTHING WAS CHECKED: this is no sign that all is well."
    assert f"{ESCAPE}[32m0 errors" not in render(report, View(color=True))


def test_checks_that_could_not_be_carried_out_are_no_success(make_document):
    checks = make_document().checks[-1:]
    text = render(Report((make_document(findings=(), checks=checks, labels=()),)), View())
    assert "NOTHING WAS CHECKED: none of 1 check could be carried out." in text
    assert text.splitlines()[-1].startswith("NOTHING WAS CHECKED")


def test_headings_alone_are_checks_too(make_document):
    document = make_document(findings=(), checks=(), printed=0, tied=0)
    assert "NOTHING" not in render(Report((document,)), View())


@pytest.mark.parametrize(
    ("paths", "said"),
    [
        ((), "tied\n"),
        (("a.pdf",), "; 1 file not read\n"),
        (("a.pdf", "b.pdf"), "; 2 files not read\n"),
        (("samples/iij-2q06.md", "samples/iij-2q06.md"), "; 1 file not fully read\n"),
    ],
)
def test_the_summary_says_what_was_not_read(make_document, paths, said):
    unread = tuple(Unread(path, "its second table is a picture") for path in paths)
    assert render(Report((make_document(),), unread), View(width=200)).endswith(said)


def test_a_run_without_documents_never_looks_like_success():
    text = render(Report((), (Unread("a.pdf", "it is encrypted"),)), View())
    assert "UNREAD  a.pdf  it is encrypted" in text
    assert text.splitlines()[-1].startswith("NOTHING WAS CHECKED")


def test_one_checked_document_is_enough_to_be_quiet(make_document):
    quiet = make_document(findings=())
    assert "NOTHING" not in render(Report((quiet,)), View())


@pytest.mark.parametrize("width", [40, 80, 100, 140])
@pytest.mark.parametrize("color", [False, True])
def test_folding_keeps_every_word_and_the_width(report, width, color):
    text = render(report, View(color=color, width=width, show_checks=True, strict=True))
    uncoloured = re.sub(r"\x1b\[[0-9;]*m", "", text)
    wide = render(report, View(width=10_000, show_checks=True, strict=True))
    excerpts = re.compile(r"^ +\d* \|.*\n", re.MULTILINE)
    assert excerpts.sub("", uncoloured).split() == excerpts.sub("", wide).split()
    unbreakable = max(len(word) for word in wide.split())
    assert max(map(len, uncoloured.splitlines())) <= max(width, 17 + unbreakable)


def test_there_are_escape_codes_only_in_colour(report):
    assert ESCAPE not in render(report, View())
    assert ESCAPE in render(report, View(color=True))


def test_uncoloured_output_needs_no_rich():
    script = (
        "import sys; from auditor.model.report import Report;"
        "from auditor.render import View, rendering;"
        "rendering('terminal')(Report(()), View()); sys.exit('rich' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


@pytest.mark.parametrize("color", [False, True])
@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("[bold]12[/bold]", "[bold]12[/bold]"),
        ("1\x1b[2J2", r"1\x1b[2J2"),
        ("12\r34", r"12\r34"),
        ("12\u202e34", r"12\u202e34"),
        ("1\x9b2", r"1\x9b2"),
        ("1\u20282", r"1\u20282"),
        ("{12} %s", "{12} %s"),
    ],
)
def test_nothing_in_a_document_is_interpreted(make_document, printed, shown, color):
    text = f"Total\t{printed}"
    hostile = finding(printed, 7, 7 + len(printed), message=printed)
    (cited,) = hostile.citations
    around = Excerpt(cited.source, printed, "1", text, 6, 6 + len(printed))
    document = make_document(path=f"{printed}.md", findings=(hostile,), excerpts=(around,))
    written = render(Report((document,)), View(color=color))
    uncoloured = re.sub(r"\x1b\[[0-9;]*m", "", written)
    assert f"1 | Total    {shown}\n" in uncoloured
    assert f"\n  {shown}\n" in uncoloured
    assert uncoloured.startswith(f"{shown}.md\n")
    assert printed == shown or printed not in written


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (Source("a.md", LinePlace(3, 7, 9)), "a.md:3:7"),
        (Source("a.md", LinePlace(3)), "a.md:3"),
        (Source("a.xlsx", SheetPlace("P&L", "B7"), table=1, row=7, col=2), "a.xlsx P&L!B7"),
        (
            Source("a.pdf", PagePlace(4), table=2, row=3, col=1),
            "a.pdf page 4 table 2 row 3 column 1",
        ),
        (Source("a.pdf", PagePlace(4, (1.0, 2.0, 3.0, 4.0))), "a.pdf page 4"),
        (Source("a.docx", ParagraphPlace(12, 7, 9)), "a.docx paragraph 12"),
        (
            Source("a.docx", ParagraphPlace(1, element="footnote 3")),
            "a.docx footnote 3 paragraph 1",
        ),
        (Source("a.docx", ParagraphPlace(element="text box 1")), "a.docx text box 1"),
        (
            Source("a.docx", ParagraphPlace(element="text box 1"), table=3, row=5, col=2),
            "a.docx table 3 row 5 column 2",
        ),
        (Source("a.docx", table=3, row=5, col=2), "a.docx table 3 row 5 column 2"),
        (
            Source("a.docx", ParagraphPlace(40, 1), table=3, row=5, col=2),
            "a.docx table 3 row 5 column 2",
        ),
        (Source("a.html", LinePlace(9, 81, 86), table=4, row=12, col=3), "a.html:9:81"),
        (
            Source("a.html", LinePlace(1, 81_234, 81_239), table=4, row=12, col=3),
            "a.html:1:81234 table 4 row 12 column 3",
        ),
        (Source("a.html", LinePlace(1, 81_234)), "a.html:1:81234"),
        (Source("a.xlsx", SheetPlace("Notes")), "a.xlsx Notes"),
        (Source("a.bin"), "a.bin"),
    ],
)
def test_every_format_has_a_place(source, expected):
    assert place(source) == expected


@pytest.mark.parametrize(
    ("confidence", "said"), [(0.004, "1 %"), (0.5, "50 %"), (0.999, "99 %"), (1.0, "100 %")]
)
def test_only_certainty_is_called_certain(make_document, report, confidence, said):
    suspect = replace(report.documents[0].findings[-1].suspects[0], confidence=confidence)
    findings = (finding("1", 1, 2, suspects=(suspect,)),)
    text = render(Report((make_document(findings=findings),)), View())
    assert f"({said} likely)" in text


def test_an_unknown_line_needs_no_excerpt(make_document):
    document = make_document(findings=(finding("12", 1, 3, citations=()),), excerpts=())
    assert "ERROR  sum  (discovered)\n  The total is wrong.\n" in render(
        Report((document,)), View()
    )


def test_every_status_has_its_word(report):
    text = render(report, View(show_checks=True))
    assert all(status.replace("_", " ") in text for status in Status)


@pytest.mark.parametrize("name", formats())
def test_a_rendering_is_found_by_its_file_name(name):
    module = sys.modules[rendering(name).__module__]
    assert module.__name__ == f"auditor.render.{name}"


def test_an_unknown_format_names_the_known():
    with pytest.raises(UnknownFormatError, match=r"'xml'; choose from .*json.*terminal"):
        rendering("xml")


def test_naming_the_renderings_imports_none():
    script = (
        "import sys; from auditor.render import formats; assert formats();"
        "sys.exit(any(f'auditor.render.{name}' in sys.modules for name in formats()))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_waivers_are_told(make_document):
    error = make_document().findings[-1]
    waiver = Waiver(error.id, "known", "M. Sato", date(2027, 3, 31), "auditor.toml", 4)
    stale = replace(waiver, finding="000000000000", expires=None)
    document = make_document(findings=(), waived=(Waived(error, waiver),))
    standings = (WaiverStanding(waiver, Standing.USED), WaiverStanding(stale, Standing.UNUSED))
    text = " ".join(render(Report((document,), (), standings), View()).split())
    assert "WAIVED Total revenues of 26,444 are said" in text
    assert "6f1c2a90d7be (known, M. Sato, until 2027-03-31)" in text
    assert "UNUSED WAIVER auditor.toml:4 000000000000: no finding has this id" in text
    assert "; 1 finding waived" in text


@pytest.mark.parametrize(
    "command", ["::error::x", "::add-mask::1", "##[error]x", " ::error file=a::x"]
)
@pytest.mark.parametrize("width", [20, 100])
def test_no_line_is_a_command_to_a_build_server(make_document, command, width):
    document = make_document()
    told = replace(
        document.findings[0], message=f"{'so much ' * 3}{command} {'more ' * 9}{command}"
    )
    text = render(Report((replace(document, path=command, findings=(told,)),)), View(width=width))
    assert not any(row.lstrip().startswith("::") for row in text.splitlines())
    assert "##[" not in text
