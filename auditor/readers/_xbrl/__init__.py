"""The machinery of the XBRL readers: elements, contexts, values, linkbases, files beside."""
