"""Rules between files: the records of several files by their keys, as those of one are checked."""
