"""How long a browser takes to open the HTML report of a document of 3,000 figures.

    python benchmarks/opening.py [FIGURES]

Needs Chromium. The time is from the request to the page being loaded and its first finding shown,
the median of five; the report's size is told with it.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from auditor.auditing.many_files import audit
from auditor.render import View
from auditor.render.html import render

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
TURNS = 5
ROWS, COLUMNS = 9, 10


def document(figures: int) -> str:
    """Tables of parts and their total, one total in thirty wrong, with a heading each."""
    tables = []
    for number in range(-(-figures // ((ROWS + 1) * COLUMNS))):
        rows = [[100 * r + 7 * c + number for c in range(COLUMNS)] for r in range(ROWS)]
        totals = [sum(column) for column in zip(*rows, strict=True)]
        totals[0] += 90 * (number % 3 == 0)
        lines = [
            f"## Table {number}",
            "",
            f"| | {' | '.join(str(2000 + c) for c in range(COLUMNS))} |",
        ]
        lines.append("|---" * (COLUMNS + 1) + "|")
        lines += [f"| Part {r} | {' | '.join(map(str, row))} |" for r, row in enumerate(rows)]
        tables.append("\n".join([*lines, f"| Total | {' | '.join(map(str, totals))} |"]))
    return "\n\n".join(tables) + "\n"


def main() -> None:
    """Prints the median time."""
    from playwright.sync_api import sync_playwright

    path = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if path is None:
        sys.exit("no Chromium found: on Debian and Ubuntu, apt install chromium")
    figures = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        source, page_file = Path(folder) / "a.md", Path(folder) / "report.html"
        source.write_text(document(figures), encoding="utf-8")
        report = audit([str(source)], shown=True)
        page_file.write_text(render(report, View()), encoding="utf-8")
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu"]
        )
        times = []
        for _ in range(TURNS):
            page = browser.new_page(viewport={"width": 1400, "height": 900})
            started = time.perf_counter()
            page.goto(page_file.as_uri())
            page.locator(".finding").first.wait_for(state="visible")
            times.append(time.perf_counter() - started)
            page.close()
        browser.close()
        size = page_file.stat().st_size / 1e6
    printed, found = report.documents[0].printed, len(report.findings)
    sys.stdout.write(
        f"{printed} figures, {found} findings, {size:.1f} MB:"
        f" open in {statistics.median(times):.2f} s (median of {TURNS})\n"
    )


if __name__ == "__main__":
    main()
