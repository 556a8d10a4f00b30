"""Draws the picture of the HTML report that the README shows; needs Chromium."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from tests.refresh_golden import EXAMPLES, SAMPLES, rendered

PICTURE = EXAMPLES / f"{Path(SAMPLES[0]).stem}.png"
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
SIZE = {"width": 1200, "height": 720}


def main() -> None:
    """Opens the report on the sample, chooses a figure that is tied and takes the picture."""
    from playwright.sync_api import sync_playwright

    browser_path = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if browser_path is None:
        sys.exit("no Chromium found: on Debian and Ubuntu, apt install chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "report.html"
        page_file.write_text(rendered(SAMPLES[0], "html"), encoding="utf-8")
        browser = playwright.chromium.launch(
            executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport=SIZE, color_scheme="light")  # type: ignore[arg-type]  # a size
        page.goto(page_file.as_uri())
        page.locator("#documents td .f.tied", has_text="4,862").first.click()
        page.wait_for_timeout(800)
        page.screenshot(path=PICTURE)
        browser.close()
    sys.stdout.write(f"{PICTURE}\n")


if __name__ == "__main__":
    main()
