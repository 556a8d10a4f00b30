"""Facts: from a document to its figures with their meaning."""
