"""From the verdicts on a data file to findings, and the report that holds them."""
