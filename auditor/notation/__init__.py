"""Notation: what is printed, to what it means, and back."""
