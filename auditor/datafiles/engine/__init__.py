"""Data files: records under a declared schema and declared rules, checked all at once."""
