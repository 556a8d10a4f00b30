"""The HTML report in a real browser: what a person does, what a hostile document cannot."""

from pathlib import Path

import openpyxl
import pytest

from auditor.auditing.many_files import audit
from auditor.render import View
from auditor.render.html import render

STATEMENT = """\
# Acme plc

## Revenue

(USD million)

| | 2025 | 2024 | 2023 |
|---|---|---|---|
| North | 120.4 | 110.2 | 99.1 |
| South | 80.3 | 75.8 | 70.0 |
| East | 45.1 | 41.0 | 39.9 |
| Total | 255.8 | 227.0 | 209.0 |

## Outlook

Fares were $250.7 million, up 8.1% on $222.6 million.

{filler}

## Costs

(USD million)

| | 2025 | 2024 | 2023 |
|---|---|---|---|
| Wages | 20.4 | 10.2 | 9.1 |
| Fuel | 8.3 | 7.8 | 7.0 |
| Ports | 4.1 | 4.0 | 3.9 |
| Total | 32.8 | 23.0 | 20.0 |
""".format(
    filler="\n\n".join(f"Paragraph {n} says nothing." for n in "abcdefghijklmnopqrstuvwxyz" * 3)
)
HOSTILE = STATEMENT.replace(
    "North", "<script>window.pwned=1</script><img src=x onerror=window.pwned=2>"
).replace("Acme plc", '"><svg onload=window.pwned=3> javascript:window.pwned=4')


@pytest.fixture
def opened(chromium, tmp_path):
    """A function that opens the report on a text; the page has a list of what it asked for."""
    pages = []

    def opens(text, name="a.md", **options):
        if text is not None:
            (tmp_path / name).write_text(text, encoding="utf-8")
        report = audit([str(tmp_path / name)], shown=True)
        (tmp_path / "report.html").write_text(render(report, View()), encoding="utf-8")
        page = chromium.new_page(viewport={"width": 1200, "height": 700}, **options)
        page.asked, page.said = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: page.said.append(message.text))
        page.on("dialog", lambda dialog: page.said.append(dialog.message))
        page.goto((tmp_path / "report.html").as_uri())
        pages.append(page)
        return page

    yield opens
    for page in pages:
        page.close()


def in_view(page, selector):
    return page.eval_on_selector(
        selector,
        "e => {const r = e.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight}",
    )


def chosen(page):
    return [e.inner_text() for e in page.query_selector_all(".f.chosen")]


def test_clicking_a_finding_scrolls_to_its_figure_and_marks_it(opened):
    page = opened(STATEMENT)
    findings = page.query_selector_all(".finding")
    assert len(findings) == 3
    last = page.locator(".finding", has_text="Total (2025)").first
    for text in ("255.8", "250.7"):
        page.locator(".finding .message", has_text=text).first.click()
        page.wait_for_timeout(500)
        assert any(text in one for one in chosen(page))
        assert in_view(page, "#documents .f.chosen.wrong")
    assert last.is_visible()


def test_clicking_a_figure_leads_to_its_finding(opened):
    page = opened(STATEMENT)
    page.locator("#documents .f.wrong").first.click()
    focused = page.evaluate("document.activeElement.dataset.id")
    assert (
        focused in page.locator("#documents .f.wrong").first.get_attribute("data-findings").split()
    )


def test_keys_go_from_finding_to_finding_and_to_the_figure(opened):
    page = opened(STATEMENT)
    ids = page.eval_on_selector_all(".finding", "all => all.map(e => e.dataset.id)")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.dataset.id") == ids[0]
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.dataset.id") == ids[1]
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.dataset.id") == ids[0]
    page.keyboard.press("Enter")
    assert ids[0] in page.evaluate("document.activeElement.dataset.findings").split()


@pytest.mark.parametrize("name, value, left", [
    ("kind", "growth", 1),
    ("kind", "sum", 2),
    ("section", "Costs", 1),
    ("section", "Outlook", 1),
])  # fmt: skip
def test_filters_leave_what_is_asked_for(opened, name, value, left):
    page = opened(STATEMENT)
    page.select_option(f"select[name={name}]", value)
    assert page.locator(".finding:visible").count() == left
    assert page.inner_text("#shown") == f"{left} of 3 findings shown"


def test_a_severity_can_be_hidden(opened):
    page = opened(STATEMENT)
    page.uncheck("input[value=error]")
    assert page.locator(".finding.error:visible").count() == 0


def panel(page):
    return page.inner_text("#figure")


def test_choosing_a_figure_shows_what_it_was_tied_to(opened):
    page = opened(STATEMENT)
    page.locator("#documents .f.tied", has_text="110.2").click()
    assert "tied" in panel(page)
    assert "227.0 = 110.2 + 75.8 + 41.0, to the digit" in panel(page)
    assert chosen(page) == ["110.2"]


def test_a_tie_is_followed_to_where_it_stands(opened):
    page = opened(STATEMENT)
    page.locator("#documents .f.tied", has_text="110.2").click()
    page.locator("#figure a", has_text="227.0").click()
    assert chosen(page) == ["227.0"]
    assert in_view(page, "#documents .f.chosen")
    assert page.inner_text("#figure .value") == "227.0"
    assert page.evaluate("document.activeElement.innerText") == "227.0"


def test_a_figure_that_nothing_ties_says_why(opened):
    page = opened(STATEMENT.replace("# Acme plc", "# Acme plc\n\nA ticket costs $12.40."))
    page.locator("#documents .f.untied", has_text="12.40").click()
    assert "no check covers it" in panel(page)


def test_a_wrong_figure_shows_the_check_that_fails(opened):
    page = opened(STATEMENT)
    page.locator("#documents td .f.wrong").first.click()
    assert "fails" in panel(page)
    assert "= 245.8, but 255.8 is printed" in panel(page)


@pytest.mark.parametrize("keys, expected", [
    (["ArrowRight"], "75.8"),
    (["ArrowDown"], "45.1"),
    (["ArrowDown", "ArrowUp"], "80.3"),
    (["ArrowRight", "ArrowRight", "ArrowLeft"], "75.8"),
    (["ArrowUp", "ArrowRight"], "110.2"),
])  # fmt: skip
def test_arrows_go_from_figure_to_figure(opened, keys, expected):
    page = opened(STATEMENT)
    page.locator("#documents .f", has_text="80.3").first.click()
    page.focus("#documents .f[tabindex='0']")
    for key in keys:
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.innerText") == expected
    page.keyboard.press("Enter")
    assert page.inner_text("#figure .value") == expected


def test_escape_closes_the_panel_and_leads_back(opened):
    page = opened(STATEMENT)
    page.locator("#documents .f.tied", has_text="110.2").click()
    page.keyboard.press("Escape")
    assert not page.locator("#figure").is_visible()
    assert page.evaluate("document.activeElement.innerText") == "110.2"


def test_one_figure_is_reached_by_tab(opened):
    page = opened(STATEMENT)
    assert page.locator("#documents .f[tabindex='0']").count() == 1


@pytest.mark.parametrize("width, first", [(1400, "documents"), (700, "findings")])
def test_findings_come_first_where_there_is_no_room_beside(opened, width, first):
    page = opened(STATEMENT)
    page.set_viewport_size({"width": width, "height": 900})
    tops = "id => (r => [r.top, r.left])(document.getElementById(id).getBoundingClientRect())"
    places = {name: page.evaluate(tops, name) for name in ("documents", "findings")}
    assert min(places, key=places.__getitem__) == first


def test_a_link_to_a_finding_opens_on_it(opened):
    page = opened(STATEMENT)
    last = page.locator(".finding").last.get_attribute("id")
    page.evaluate(f"location.hash = '{last}'")
    page.wait_for_timeout(200)
    assert page.locator(".finding.chosen").get_attribute("id") == last


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 700])
def test_nothing_keeps_anybody_out(opened, scheme, width):
    import axe_core_python

    axe = (Path(axe_core_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    page = opened(STATEMENT, color_scheme=scheme, bypass_csp=True)
    page.set_viewport_size({"width": width, "height": 900})
    page.locator("#documents .f.tied").first.click()
    page.locator(".coverage summary").first.click()
    page.wait_for_timeout(400)
    page.evaluate(axe)
    found = page.evaluate("axe.run(document).then(r => r.violations.map(v => [v.id, v.impact]))")
    assert found == []


def test_on_paper_the_findings_come_first_and_nothing_is_cut(opened):
    page = opened(STATEMENT)
    page.emulate_media(media="print")
    top = "id => document.getElementById(id).getBoundingClientRect().top"
    assert page.evaluate(top, "findings") < page.evaluate(top, "documents")
    assert not page.locator("#filters").is_visible()
    overflow = "all => all.map(one => getComputedStyle(one).overflowX)"
    assert set(page.eval_on_selector_all(".wide", overflow)) == {"visible"}


def test_every_checked_figure_is_ticked_and_others_are_not(opened):
    page = opened(STATEMENT)
    states = page.eval_on_selector_all(
        "#documents .f", "all => all.map(e => [e.innerText, e.className])"
    )
    assert ["110.2", "f tied"] in states
    assert ["255.8", "f wrong"] in states


def test_nothing_is_fetched(opened):
    page = opened(STATEMENT)
    assert [url.partition(":")[0] for url in page.asked] == ["file"]


def test_a_hostile_document_is_shown_as_text(opened):
    page = opened(HOSTILE)
    page.locator(".finding").first.click()
    assert page.evaluate("window.pwned") is None
    assert not page.said
    assert "<script>window.pwned=1</script>" in page.inner_text("#documents")
    assert [url.partition(":")[0] for url in page.asked] == ["file"]


@pytest.mark.parametrize(
    "scheme, ground", [("light", "rgb(251, 250, 247)"), ("dark", "rgb(22, 24, 27)")]
)
def test_it_is_light_or_dark_as_the_reader_likes(opened, scheme, ground):
    page = opened(STATEMENT, color_scheme=scheme)
    assert page.eval_on_selector("body", "e => getComputedStyle(e).backgroundColor") == ground


def test_a_broken_sum_is_drawn(opened):
    page = opened(STATEMENT)
    bridge = page.locator("svg.bridge").first
    assert bridge.locator("rect").count() == 5
    assert "printed" in bridge.get_attribute("aria-label")


PAGES_BEGUN = """
    () => [...document.querySelectorAll('#documents tr')]
        .filter((row) => getComputedStyle(row).breakAfter === 'page').length
"""


def test_a_sheet_is_printed_with_its_letters_over_it(opened, tmp_path):
    book = openpyxl.Workbook()
    heads = ["", *(f"Underlying operating profit of region {n}" for n in "abcdefgh")]
    sheet = book.worksheets[0]
    for row in (heads, ["Fares", *range(20, 28)], ["Freight", *range(30, 38)]):
        sheet.append(row)
    sheet.append(["Total", *range(50, 66, 2)])
    book.save(tmp_path / "a.xlsx")
    page = opened(None, name="a.xlsx")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 703, "height": 1000})  # A4 within its margins
    assert page.locator("#documents tr.letters td", has_text="C").count() == 1
    assert page.evaluate(PAGES_BEGUN) == 0
    assert page.locator("#documents td.at").first.bounding_box()["width"] < 60
