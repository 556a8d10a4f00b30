"""Draws the pictures that the README shows, of HTML report and review desk; needs Chromium."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, FilePayload, Page, sync_playwright

from tests.refresh_golden import EXAMPLES, SAMPLES, rendered

REPORT, DESK = EXAMPLES / f"{Path(SAMPLES[0]).stem}.png", EXAMPLES / "desk.png"
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
SIZES = {REPORT: (1200, 720), DESK: (1360, 800)}


def main() -> None:
    """Draws both pictures; run from the top of the repository."""
    browser_path = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if browser_path is None:
        sys.exit("no Chromium found: on Debian and Ubuntu, apt install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"]
        )
        draw_report(browser)
        draw_desk(browser)
        browser.close()


def draw_report(browser: Browser) -> None:
    """The report on the sample, with a figure chosen that is tied."""
    with tempfile.TemporaryDirectory() as folder:
        page_file = Path(folder) / "report.html"
        page_file.write_text(rendered(SAMPLES[0], "html"), encoding="utf-8")
        page = opened(browser, REPORT, page_file.as_uri())
        page.locator("#documents td .f.tied", has_text="4,862").first.click()
        drawn(page, REPORT)


def draw_desk(browser: Browser) -> None:
    """The desk with two drafts of the sample, the one finding of the first mended."""
    before = Path(SAMPLES[0]).read_text(encoding="utf-8")
    after = before.replace("+5.6% compared", "+5.8% compared")
    with desk() as address:
        page = opened(browser, DESK, address)
        for text in (before, after):
            file = FilePayload(name="release.md", mimeType="text/markdown", buffer=text.encode())
            page.set_input_files("#files", [file])
            page.locator("#documents .findings").wait_for(timeout=60_000)
        page.locator(".changes li").first.wait_for(timeout=60_000)
        frame = page.frame_locator("#report iframe")
        frame.locator("#documents td .f.tied", has_text="4,862").first.click()
        drawn(page, DESK)


@contextmanager
def desk() -> Iterator[str]:
    """The address of a desk that runs meanwhile."""
    command = [sys.executable, "-m", "auditor", "serve", "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        said = iter(running.stdout.readline, "")
        yield next(found[0] for line in said if (found := re.search(r"http://\S+", line)))
        running.send_signal(signal.SIGINT)


def opened(browser: Browser, picture: Path, address: str) -> Page:
    width, height = SIZES[picture]
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme="light")
    page.goto(address)
    return page


def drawn(page: Page, picture: Path) -> None:
    page.wait_for_timeout(800)
    page.screenshot(path=picture)
    page.close()
    sys.stdout.write(f"{picture}\n")


if __name__ == "__main__":
    main()
