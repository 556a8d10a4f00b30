"""The machinery that reads workbooks: parts, number formats, tables, formulas."""
