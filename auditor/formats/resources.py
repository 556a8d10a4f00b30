"""Locations: the folders of data files that ship with the auditor."""

from __future__ import annotations

from functools import cache
from pathlib import Path


def rules_folder() -> Path:
    """The folder of the built-in rule packs."""
    return _data_folder("rules")


def reports_folder() -> Path:
    """The folder of the report template, the JSON schema and the example reports."""
    return _data_folder("reports")


@cache
def _data_folder(name: str) -> Path:
    """Inside the package where a wheel put it; beside the package in a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "_data" / name
    return installed if installed.is_dir() else package.parent / name
