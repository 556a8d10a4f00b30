"""Rule files: YAML that an accountant writes, read into packs of rules."""

from auditor.mistake import Mistake
from auditor.rulebook.loading import json_schema, load_pack, load_packs

__all__ = ["Mistake", "json_schema", "load_pack", "load_packs"]
