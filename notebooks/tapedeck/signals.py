"""Writes signals in the layout that `tapedeck ingest --table signals` takes."""

from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.csv as pacsv

from tapedeck.errors import TapedeckError
from tapedeck.rows import Rows

LAYOUT = pa.schema(
    [
        pa.field("symbol", pa.string(), nullable=False),
        pa.field("ts_event", pa.int64(), nullable=False),
        pa.field("strategy", pa.string(), nullable=False),
        pa.field("side", pa.int8(), nullable=False),
        pa.field("strength", pa.float64()),
        pa.field("horizon", pa.int64()),
        pa.field("payload", pa.string()),
        pa.field("seq", pa.int64()),
    ]
)
MANDATORY = ("symbol", "ts_event", "strategy", "side")


def write_signals(
    signals: "pl.DataFrame | pd.DataFrame | pa.Table | Rows", path: str | Path
) -> Path:
    """Writes signals to a file: Arrow IPC (`.arrow`, `.feather`), or CSV if it is called `.csv`.

    Args:
        signals: rows with `symbol`; `ts_event`, a timestamp or whole nanoseconds since the epoch,
            UTC, at which the signal is known; `strategy`, the name of their maker; `side`, +1
            long, -1 short, 0 flat; and if wanted `strength` (from 0 to 1 by convention), `horizon`
            (nanoseconds), `payload` (text), `seq` (order inside one nanosecond).
        path: of the file; its folder must be there.

    Returns:
        The path, for `tapedeck ingest --table signals --source PATH`.

    Raises:
        TapedeckError: if a column is missing or unknown, a side is none of the three, or a time
            has no zone.
    """
    table = _layout(_arrow(signals))
    target = Path(path)
    if target.suffix == ".csv":
        pacsv.write_csv(table, target)
    elif target.suffix in (".arrow", ".feather"):
        with pa.OSFile(str(target), "wb") as sink, pa.ipc.new_file(sink, table.schema) as writer:
            writer.write_table(table)
    else:
        raise TapedeckError(f"{target}: signals are written to .arrow, .feather or .csv")
    return target


def _arrow(signals: Any) -> pa.Table:
    if isinstance(signals, pd.DataFrame):
        return pa.Table.from_pandas(signals, preserve_index=False)
    if isinstance(signals, Rows):
        return signals.arrow(exact=True)
    return pa.table(signals)


def _layout(given: pa.Table) -> pa.Table:
    unknown = sorted(set(given.column_names) - set(LAYOUT.names))
    missing = [name for name in MANDATORY if name not in given.column_names]
    if unknown or missing:
        raise TapedeckError(
            f"signals have the columns {', '.join(LAYOUT.names)}:"
            + (f" {', '.join(missing)} missing" if missing else "")
            + (f" {', '.join(unknown)} unknown" if unknown else "")
        )
    columns = {}
    for field in LAYOUT:
        if field.name in given.column_names:
            column = given[field.name]
            columns[field.name] = _nanos(column) if field.name == "ts_event" else column
    for name in MANDATORY:
        if columns[name].null_count:
            raise TapedeckError(
                f"signals need {name} in every row: {columns[name].null_count} lack it"
            )
    table = pa.table(columns).cast(pa.schema([one for one in LAYOUT if one.name in columns]))
    sides = set(table["side"].unique().to_pylist()) - {-1, 0, 1}
    if sides:
        raise TapedeckError(f"a side is +1, -1 or 0, was {sorted(sides)[0]}")
    return table


def _nanos(times: pa.ChunkedArray) -> pa.ChunkedArray:
    if pa.types.is_timestamp(times.type):
        if times.type.tz is None:
            raise TapedeckError(
                "ts_event has no time zone: say which, as in"
                " pl.col('ts_event').dt.replace_time_zone('UTC')"
            )
        return times.cast(pa.timestamp("ns", tz="UTC")).cast(pa.int64())
    return times
