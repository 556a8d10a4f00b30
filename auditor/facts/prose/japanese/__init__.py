"""Japanese: what its sentences claim, read from both sides of each figure."""

from __future__ import annotations

from auditor.facts.prose.japanese.claims import claimed, is_japanese

__all__ = ["claimed", "is_japanese"]
