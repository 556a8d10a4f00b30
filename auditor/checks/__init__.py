"""Checks: from one relation to a verdict."""
