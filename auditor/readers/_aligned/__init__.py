"""Aligned words: tables and paragraphs told from where words stand, whatever format they are of.

A page of a PDF and a fixed-width text look alike from here: words with a left and a right edge, in
points or in character columns. ``tables`` is the way in.
"""
