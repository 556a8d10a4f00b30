from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from auditor.model.report import Report
from auditor.render import View
from auditor.render.markdown import LONGEST, code, escaped, render

HOSTILE = [
    "<script>alert(1)</script>",
    "**bold** _it_ `code` [link](https://x.example)",
    "| cell | cell |",
    "@everyone #1",
    "# heading",
    "$x^2$ ~no~",
]


def shown(text):
    """What a reader sees of Markdown: the text of its tokens."""
    tokens = MarkdownIt().parse(text)
    return "".join(c.content for t in tokens for c in t.children or [])


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_shown_as_it_is(text):
    assert shown(escaped(text)).replace("\u200b", "") == text
    assert not any(
        t.type in ("html_block", "heading_open") for t in MarkdownIt().parse(escaped(text))
    )


@pytest.mark.parametrize("text", [*HOSTILE[:2], "`", "``a`", "+5.6%"])
def test_code_is_shown_as_it_is(text):
    assert shown(code(text)) == text


def test_a_report_says_what_is_wrong_and_what_to_print(report):
    text = render(report, View())
    assert text.startswith("## ❌ Statement audit: 1 error, 1 warning\n")
    assert "- printed `+5.6%`, expected `+5.8%`" in text
    assert "- likely wrong: `+5.6%` at 31:27 should read `+5.8%`" in text
    assert "- **scan.pdf**: it has no text, only pictures" in text
    assert "A note" not in text


def test_a_clean_report_says_so(make_document):
    text = render(Report((make_document(findings=()),)), View())
    assert "## ✅ Statement audit: 0 errors, 0 warnings" in text
    assert "No discrepancy; 3 of 5 figures tied." in text


def test_nothing_checked_is_no_success(make_document):
    nothing = make_document(findings=(), tied=0, checks=(), labels=())
    assert "**Nothing was checked:**" in render(Report((nothing,)), View())


def test_what_was_not_checked_is_said_with_the_reasons(make_document):
    (one, *_) = make_document().untied
    document = make_document(findings=(), untied=(replace(one, reason="nothing compares it"),))
    text = render(Report((document,)), View())
    assert "1 document; 3 of 5 figures tied; 1 of 5 checks could not be made." in text
    assert "**Not checked:** 2 of 5 figures are not tied; 1 of 5 checks could not be made." in text
    assert "- 1: nothing compares it\n" in text
    assert "- found nothing to check: core/cash-flow" in text
    assert "- line 142: a row has more cells" in text
    assert render(Report((document.brief,)), View()) == text


def test_where_all_is_checked_nothing_is_said_of_it(make_document):
    whole = make_document(findings=(), printed=3, tied=3, contradicted=0, untied=(), unbound=())
    assert "Not checked" not in render(Report((replace(whole, remarks=()),)), View())


def test_rare_reasons_are_counted(make_document):
    (one, *_) = make_document().untied
    many = tuple(replace(one, reason=f"reason {n:02}") for n in range(12))
    text = render(Report((make_document(printed=20, untied=many),)), View())
    assert text.count("reason 0") == 8
    assert "- 4 other reasons" in text


def test_what_does_not_fit_is_counted(make_document):
    document = make_document()
    many = tuple(replace(document.findings[-1], id=str(n)) for n in range(400))
    text = render(Report((replace(document, findings=many),)), View())
    assert len(text) < LONGEST + 100
    assert "more blocks did not fit into this comment" in text


@pytest.mark.parametrize("shows", [escaped, code])
@pytest.mark.parametrize("text", ["\x1b[31mred", "a\x08b", "a\u202eb", "a\x9bb", "a\u2028b"])
def test_no_control_character_is_written(shows, text):
    assert shows(text).isprintable()
