"""``auditor schema``: prints the JSON Schema of rule files."""

from __future__ import annotations

from auditor.cli._shared import write_out

ORDER = 9


def schema() -> None:
    """Print the JSON Schema of rule files, for completion in an editor.

    Example: auditor schema > auditor-rules.schema.json
    """
    import json

    from auditor.rulebook.files import json_schema

    write_out(json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n")
