"""The failing records, one row each: CSV, or Parquet or JSON where the file is called so."""

from __future__ import annotations

import io

from auditor.model.record_frames import records_frame
from auditor.model.report import Report
from auditor.render import CannotRenderError, View
from auditor.render.csv import as_csv

LISTS_RECORDS = True
NO_PYARROW = "records as Parquet need pyarrow: pip install pyarrow"
ENDINGS = ("", ".csv", ".json", ".parquet")


def render(report: Report, view: View) -> str | bytes:
    """The columns of ``auditor.model.record_frames.record_columns``.

    Raises CannotRenderError for a file whose name ends in something else, or without pyarrow.
    """
    if view.ending not in ENDINGS:
        raise CannotRenderError(
            f"records are written to .csv, .json or .parquet, not {view.ending}"
        )
    frame = records_frame(report)
    if view.ending == ".parquet":
        written = io.BytesIO()
        try:
            frame.to_parquet(written, index=False)
        except ImportError as missing:
            raise CannotRenderError(NO_PYARROW) from missing
        return written.getvalue()
    if view.ending == ".json" and frame.empty:
        return "[]\n"
    if view.ending == ".json":
        said: str = frame.to_json(orient="records", indent=2, force_ascii=False)
        return f"{said}\n"
    return as_csv(frame)
