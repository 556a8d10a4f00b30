"""The machinery of the Word reader: from the parts of the archive to blocks with their places."""
