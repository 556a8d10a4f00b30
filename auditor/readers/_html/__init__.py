"""HTML: from markup through paragraphs and tables to blocks, every character at its place."""
