"""English: what its sentences claim, read by a grammar of lexemes."""

from __future__ import annotations

from auditor.facts.prose.english.carried import carried
from auditor.facts.prose.english.claims import claimed

__all__ = ["carried", "claimed"]
