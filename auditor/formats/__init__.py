"""Formats: bytes to text, within limits, whatever the document is."""
