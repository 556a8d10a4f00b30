"""Discoveries that are not loaded for a document without tables would have found nothing in it."""

import pkgutil
from importlib import import_module

import pytest

from auditor import readers
from auditor.auditing.facts import document_facts
from auditor.auditing.relations import scene_of
from auditor.relations import discovered

PROSE = """\
# Results for the year ended March 31, 2025

Net sales increased 25.0% to $1,250 million from $1,000 million. The operating margin was 12.0%.
Operating income was $150 million. Net sales were $1,260 million in all. There were no dividends.

Der Umsatz stieg um 25,0 % auf 1.250 Mio. Euro. Die Marge betrug 12,0 %.
"""


def test_each_is_there():
    found = {module.name for module in pkgutil.iter_modules(discovered.__path__)}
    assert found >= discovered.OF_TABLES


@pytest.mark.parametrize("name", sorted(discovered.OF_TABLES))
def test_none_finds_anything_in_prose(name):
    scene = scene_of(document_facts(readers.read(PROSE.encode(), "x.md"), ()))
    assert scene.facts
    module = import_module(f"auditor.relations.discovered.{name}")
    if hasattr(module, "discover_beyond"):
        assert list(module.discover_beyond(scene, ())) == []
    else:
        assert list(module.discover(scene)) == []
