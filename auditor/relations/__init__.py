"""Relations: from facts to what they must satisfy, one folder a source."""
