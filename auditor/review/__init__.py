"""Review: what people accepted, and what changed between drafts."""
