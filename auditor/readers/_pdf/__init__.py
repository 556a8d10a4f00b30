"""PDF: pages as words with boxes, and what they add up to."""
