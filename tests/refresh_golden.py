"""Writes the golden reports anew; look at the difference before committing it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from auditor.render import View

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "reports" / "examples"
SCHEMA = ROOT / "reports" / "auditor-report-1.schema.json"
SAMPLES = ("samples/iij-2q06.md", "samples/harbour-light-1h25.md")
BEGINS = f"<!-- report: {SAMPLES[0]} -->"
ENDS = "<!-- end of report -->"
README = ROOT / "README.md"
SUFFIXES = {
    "terminal": "txt",
    "junit": "junit.xml",
    "github": "github.txt",
    "markdown": "markdown.md",
    "records": "records.csv",
}
"""What the files of a format end in, where that is not its name."""
PIPED = View().width
WIDTHS = (60, 80, 120)
"""Cells of terminals that the report is kept for besides, which a person may have."""
BINARY = ("xlsx",)
"""Formats that are no text: nobody could read what changed in them."""


def rendered(sample: str, name: str, width: int = PIPED) -> str:
    """The report on a sample in one format, as ``auditor check`` prints it when piped."""
    from auditor.auditing.many_files import audit
    from auditor.render import rendering, shows_documents

    shown = View(width=width)
    written = rendering(name)(audit([sample], shown=shows_documents(name)), shown)
    return written if isinstance(written, str) else written.decode()


def golden(sample: str, name: str, width: int = PIPED) -> Path:
    """Where the golden report is kept."""
    wide = "" if width == PIPED else f".{width}"
    return EXAMPLES / f"{Path(sample).stem}{wide}.{SUFFIXES.get(name, name)}"


def readme(text: str) -> str:
    """The README with the sample's terminal report between its markers."""
    head, rest = text.split(BEGINS)
    _, tail = rest.split(ENDS)
    return f"{head}{BEGINS}\n```\n{rendered(SAMPLES[0], 'terminal')}```\n{ENDS}{tail}"


def schema(text: str) -> str:
    """The schema of the JSON report with every kind of place described."""
    from auditor.render.json import place_schema

    described = json.loads(text)
    described["$defs"]["source"] = place_schema()
    return json.dumps(described, indent=2, ensure_ascii=False) + "\n"


def main() -> None:
    """Refreshes the schema and every golden report; run from the top of the repository."""
    from auditor.render import formats

    SCHEMA.write_text(schema(SCHEMA.read_text(encoding="utf-8")), encoding="utf-8")
    EXAMPLES.mkdir(exist_ok=True)
    for sample in SAMPLES:
        for name in sorted({*formats()} - {*BINARY}):
            golden(sample, name).write_text(rendered(sample, name), encoding="utf-8")
            sys.stdout.write(f"{golden(sample, name).relative_to(ROOT)}\n")
        for width in WIDTHS:
            kept = golden(sample, "terminal", width)
            kept.write_text(rendered(sample, "terminal", width), encoding="utf-8")
    README.write_text(readme(README.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
