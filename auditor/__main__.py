"""The program: ``auditor``, or ``python -m auditor``."""

from __future__ import annotations

import gc
import os


def main() -> None:
    """Run the command line; who interrupts it before it is all loaded gets no traceback either."""
    gc.disable()  # what is loaded stays: there is nothing to collect yet
    try:
        from auditor.cli import main as run
    except KeyboardInterrupt:
        os.write(2, b"auditor: interrupted\n")
        raise SystemExit(130) from None
    run()


if __name__ == "__main__":
    main()
