"""Rule files: YAML that an accountant writes, read into packs of rules."""

from auditor.model.mistake import Mistake
from auditor.rulebook.files.loading import json_schema, load_pack, load_packs

__all__ = ["Mistake", "json_schema", "load_pack", "load_packs"]
