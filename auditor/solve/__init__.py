"""Solving: all relations of a document together."""
