"""How long the review desk takes from a file that is dropped to its report, by clock and processor.

    python benchmarks/desk.py release.pdf [times]

The clock is what a person waits: the file is sent, the page asks until it is audited, and takes the
report. The processor's seconds are those of the audit alone, in a process that is warm.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ASKED_EVERY = 0.05


def seconds_waited(address: str, file: Path) -> float:
    """From the first byte sent to the report's last, of a page of its own."""
    with urllib.request.urlopen(address) as page:  # noqa: S310  # the desk's own address
        visit = page.geturl()
    origin = "/".join(address.split("/")[:3])
    name = urllib.parse.quote(file.name)
    began = time.perf_counter()
    drop = urllib.request.Request(  # noqa: S310  # likewise
        f"{visit}files?name={name}", file.read_bytes(), {"Origin": origin}, method="PUT"
    )
    with urllib.request.urlopen(drop) as taken:  # noqa: S310  # likewise
        document = json.load(taken)["id"]
    while _document(visit)["state"] in ("waiting", "auditing"):
        time.sleep(ASKED_EVERY)
    with urllib.request.urlopen(f"{visit}documents/{document}/report") as report:  # noqa: S310
        report.read()
    waited = time.perf_counter() - began
    while not _document(visit)["copied"]:  # which nobody waits for, and the next drop must not
        time.sleep(ASKED_EVERY)
    return waited


def _document(visit: str) -> dict[str, Any]:
    with urllib.request.urlopen(f"{visit}state") as answer:  # noqa: S310  # likewise
        document: dict[str, Any] = json.load(answer)["documents"][0]
    return document


def processor_seconds(file: Path) -> float:
    """Of one audit with all that is written beside it, rules and words being loaded."""
    from auditor.desk import warm
    from auditor.desk.audits import DROPPED, Options, Order, audited

    assert warm.WARMED
    with TemporaryDirectory() as folder:
        place = Path(folder, DROPPED)
        place.mkdir()
        (place / file.name).write_bytes(file.read_bytes())
        began = time.process_time()
        audited(Order(folder, file.name, "", Options()))
        took = time.process_time() - began
        os.chdir(file.parent)
    return took


def main(name: str, times: int) -> None:
    file = Path(name).absolute()
    command = [sys.executable, "-m", "auditor", "serve", "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as desk:
        assert desk.stdout is not None
        said = iter(desk.stdout.readline, "")
        address = next(found[0] for line in said if (found := re.search(r"http://\S+", line)))
        time.sleep(3)  # a person looks at the page first, and it loads meanwhile
        waited = sorted(seconds_waited(address, file) for _ in range(times))
        desk.terminate()
    print(f"{file.name}: {waited[len(waited) // 2]:.2f} s waited (median of {times}),", end=" ")
    print(f"{waited[0]:.2f} at best; {processor_seconds(file):.2f} s of processor an audit")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 5)
