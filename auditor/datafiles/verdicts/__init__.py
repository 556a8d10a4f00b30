"""From the columns of a data file to verdicts: what each check and each cell comes to."""
