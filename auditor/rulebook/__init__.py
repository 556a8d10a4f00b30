"""The rulebook: from rule files to rules."""
