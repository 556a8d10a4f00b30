"""``auditor init``: writes settings to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from auditor.cli._shared import refuse, write_out

ORDER = 6
NAME = "auditor.toml"


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="The folder to write it in.")
    ] = Path(),
) -> None:
    """Write auditor.toml, in which every setting is explained; nothing is overwritten.

    Exit status: 0 it was written, 2 there is one already, or it cannot be written.

    Example: auditor init
    """
    from auditor.configuration.starting_file import starting_file
    from auditor.formats.writing import write_new_file

    file = folder / NAME
    try:
        write_new_file(file, starting_file().encode())
    except FileExistsError:
        refuse(f"{file.as_posix()} is there already: nothing was written")
    except OSError as error:
        refuse(f"{file.as_posix()}: {error.strerror or error}")
    write_out(f"{file.as_posix()} written\n")
