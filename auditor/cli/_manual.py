"""The manual's reference of rules, written from the rule files themselves.

``python -m auditor.cli._manual`` prints it; ``make docs`` keeps it in docs/rule-reference.md.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable

from auditor.model.rule import Pack
from auditor.rulebook.builtin import BUILT_IN
from auditor.rulebook.describe import as_markdown, built_in, declared
from auditor.rulebook.packs import rule_packs

HEAD = """\
# Rule reference

<!-- Written by `make docs` from the rule files. Changes belong there. -->

Every rule that comes with the auditor. `auditor explain RULE` shows the same at a terminal,
`auditor rules` lists them with those of your own files, and
[configuration.md](configuration.md) says how to leave rules out or take them less seriously.
"""
DISCOVERED = """\
## Without any rule file

What the auditor finds in the document itself. The calculations of an XBRL filing are checked too,
under the name of the statement that they belong to.
"""


def reference(packs: Iterable[Pack]) -> str:
    """The whole page."""
    parts = [HEAD]
    for pack in packs:
        if pack.rules:
            parts.append(f"## {pack.title} (`{pack.id}`)\n")
            parts += (as_markdown(declared(rule)) for rule in pack.rules)
    parts.append(DISCOVERED)
    parts += (as_markdown(built_in(rule)) for rule in BUILT_IN.values())
    return "\n".join(parts)


def shipped_reference() -> str:
    """The page on what comes with the auditor."""
    return reference(rule_packs())


if __name__ == "__main__":
    sys.stdout.write(shipped_reference())
