"""From the bytes of a data file to its columns: texts, and the figures that they print."""
