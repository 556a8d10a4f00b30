"""The process of a batch: reads it from standard input and answers on standard output."""

from __future__ import annotations

import pickle
import sys

from auditor.auditing.batches import outcomes
from auditor.formats.writing import own_output


def main() -> None:
    """What libraries print goes to standard error: only the answer goes out."""
    batch = pickle.load(sys.stdin.buffer)  # noqa: S301  # from the process that started this one
    with own_output() as answer:
        pickle.dump(outcomes(batch), answer)


if __name__ == "__main__":
    main()
