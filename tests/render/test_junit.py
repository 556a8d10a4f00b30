from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from auditor.model.report import Report
from auditor.model.verdict import Status
from auditor.model.waiver import Waived, Waiver
from auditor.render import View
from auditor.render.junit import render

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "junit-10.xsd"))


def suites(report, **view):
    root = etree.fromstring(render(report, View(**view)).encode())
    SCHEMA.assertValid(root)
    return root


def cases(root, path):
    return [(c.get("name"), [child.tag for child in c]) for c in root.xpath(path)]


def test_errors_and_warnings_fail_and_other_rules_pass(report):
    root = suites(report)
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("6", "2", "1")
    assert cases(root, "testsuite[1]/testcase") == [
        ("sum 55:16 4,862 [aa00]", ["failure"]),
        ("revenue-against-target 31:27 +5.6% [6f1c2a90d7be]", ["failure"]),
        ("cost-against-target", ["skipped"]),
        ("gross-margin", ["system-out"]),
        ("heading-names-its-columns", ["system-out"]),
    ]


def test_what_was_not_read_is_an_error(report):
    (error,) = suites(report).xpath("testsuite[@name='scan.pdf']/testcase/error")
    assert error.get("message") == "it has no text, only pictures"


def test_notes_pass_and_are_for_the_strict(report):
    named = "A note about the last digit."
    assert named not in render(report, View())
    assert suites(report, strict=True).xpath("//testcase/system-out[. = $n]", n=named)


def test_a_failure_tells_the_figures(report):
    (failure,) = suites(report).xpath("//failure[@type='error']")
    assert "printed +5.6%, expected +5.8%" in failure.text
    assert "samples/iij-2q06.md:30:22: 26,444  Total revenues" in failure.text


def test_a_waived_finding_is_skipped(make_document):
    document = make_document()
    error = document.findings[-1]
    waived = replace(document, findings=(), waived=(Waived(error, Waiver(error.id, "known")),))
    (skipped,) = suites(Report((waived,))).xpath("//skipped[starts-with(@message, 'waived')]")
    assert skipped.get("message") == "waived: known"


@pytest.mark.parametrize("text", ["a\x00b", "<script>&", "\x1b[31m", "\ud800", "]]>"])
def test_no_text_breaks_the_xml(make_document, text):
    document = make_document()
    broken = replace(document.findings[-1], message=text, printed=text)
    assert suites(Report((replace(document, findings=(broken,)),))) is not None


def test_a_brief_report_counts_the_same(report, make_document):
    brief = Report((make_document().brief,), report.unread)
    assert render(brief, View()) == render(report, View())
    assert brief.documents[0].count(Status.HOLDS) == report.documents[0].count(Status.HOLDS)
