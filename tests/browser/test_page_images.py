"""Pages of a PDF in the HTML report, in a real browser: boxes are figures like any other."""

from pathlib import Path

import pytest

from tests.render.test_page_images import PLAIN, ROWS, html, pdf


@pytest.fixture
def opened(chromium, tmp_path):
    """A function that opens the report on a PDF of two pages."""
    pages = []

    def opens(width=1200, **options):
        file = tmp_path / "report.html"
        file.write_text(html(pdf(ROWS, PLAIN)), encoding="utf-8")
        page = chromium.new_page(viewport={"width": width, "height": 700}, **options)
        page.said = []
        page.on("console", lambda message: page.said.append(message.text))
        page.goto(file.as_uri())
        pages.append(page)
        return page

    yield opens
    for page in pages:
        page.close()


def box(page, text):
    return page.locator("#documents .box", has_text=text)


def test_the_picture_is_shown_under_the_policy_of_the_page(opened):
    page = opened()
    sizes = page.eval_on_selector_all(".paper img", "all => all.map(e => e.naturalWidth)")
    assert sizes == [900, 900]
    assert page.said == []


def test_choosing_a_box_tells_what_its_figure_was_tied_to(opened):
    page = opened()
    box(page, "7,377").click()
    assert page.inner_text("#figure .value") == "7,377"
    assert "9,486 = 7,377 + 2,109" in page.inner_text("#figure")
    page.locator("#figure a", has_text="9,486").click()
    assert box(page, "9,486").get_attribute("class").endswith("chosen")


def test_a_finding_leads_to_its_box_and_the_box_to_its_finding(opened):
    page = opened()
    page.locator(".finding .message").first.click()
    assert "chosen" in box(page, "10,560").get_attribute("class")
    page.keyboard.press("Escape")
    box(page, "10,560").click()
    assert page.evaluate("document.activeElement.classList.contains('finding')")


@pytest.mark.parametrize("keys, expected", [
    (["ArrowRight"], "7,001"),
    (["ArrowDown"], "2,109"),
    (["ArrowDown", "ArrowDown", "ArrowUp"], "2,109"),
    (["ArrowDown", "ArrowLeft"], "2,238"),
])  # fmt: skip
def test_arrows_go_over_the_page_as_it_looks(opened, keys, expected):
    page = opened()
    box(page, "7,377").click()
    for key in keys:
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.textContent") == expected


def test_the_text_of_a_page_folds_out_and_leads_to_the_box(opened):
    page = opened()
    page.locator(".as-text summary").first.click()
    page.locator(".as-text .f", has_text="2,109").click()
    assert page.inner_text("#figure .value") == "2,109"
    assert "chosen" in box(page, "2,109").get_attribute("class")


@pytest.mark.parametrize("width", [1400, 700, 360])
def test_boxes_stay_on_their_figures_whatever_the_width(opened, width):
    page = opened(width)
    paper = page.locator(".paper").first.bounding_box()
    figure = box(page, "10,560").bounding_box()
    assert (figure["x"] - paper["x"]) / paper["width"] == pytest.approx(0.451, abs=0.01)
    assert (figure["y"] - paper["y"]) / paper["height"] == pytest.approx(0.406, abs=0.01)
    assert paper["x"] + paper["width"] <= width


def test_on_paper_a_page_is_a_page(opened):
    page = opened()
    page.emulate_media(media="print")
    paper = page.locator(".paper").first.bounding_box()
    assert paper["height"] < 245 / 25.4 * 96
    assert paper["width"] / paper["height"] == pytest.approx(600 / 840, abs=0.01)
    assert not page.locator(".as-text").first.is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 700])
def test_nothing_keeps_anybody_out(opened, scheme, width):
    import axe_core_python

    axe = (Path(axe_core_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    page = opened(width, color_scheme=scheme, bypass_csp=True)
    box(page, "7,377").click()
    page.locator(".as-text summary").first.click()
    page.wait_for_timeout(400)
    page.evaluate(axe)
    found = page.evaluate("axe.run(document).then(r => r.violations.map(v => [v.id, v.impact]))")
    assert found == []
