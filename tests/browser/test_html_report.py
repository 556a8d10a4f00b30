"""The HTML report in a real browser: what a person does, what a hostile document cannot."""

import os
import shutil

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
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SWITCHES = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync",
    "--disable-component-update", "--no-first-run",
]  # fmt: skip


@pytest.fixture(scope="module")
def chromium():
    path = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if path is None and os.environ.get("CI"):
        pytest.fail("no Chromium: CI installs it (see .ci/run)")
    if path is None:
        pytest.skip("THE HTML REPORT IS NOT TESTED: no Chromium found (apt install chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=SWITCHES)
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium, tmp_path):
    """A function that opens the report on a text; the page has a list of what it asked for."""
    pages = []

    def opens(text, **options):
        (tmp_path / "a.md").write_text(text, encoding="utf-8")
        report = audit([str(tmp_path / "a.md")], shown=True)
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
