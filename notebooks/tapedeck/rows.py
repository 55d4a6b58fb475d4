"""Rows as they were read, handed over to whichever library one works with."""

from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa

NANOS = pa.timestamp("ns", tz="UTC")
SHOWN = 24
TIMES = frozenset({"bar_open", "bar_close", "session_open", "session_close"})


def is_time(name: str) -> bool:
    """Whether a whole-number column of this name counts nanoseconds since the epoch, UTC."""
    return name.startswith("ts_") or name in TIMES


def for_plotting(table: pa.Table) -> pa.Table:
    """Decimals as float64, nanoseconds since the epoch as timestamps in UTC; the rest as it is."""
    for i, field in enumerate(table.schema):
        wanted = _plotted(field)
        if wanted != field.type:
            column = (
                _nearest(table[i]) if pa.types.is_decimal(field.type) else table[i].cast(wanted)
            )
            table = table.set_column(i, pa.field(field.name, wanted), column)
    return table


def _nearest(decimals: pa.ChunkedArray) -> pa.Array:
    """The nearest float64 of each; Arrow's own cast misses it by a bit in two of five."""
    column = pl.from_arrow(decimals)
    assert isinstance(column, pl.Series)  # a column is never a frame
    return column.cast(pl.Float64).to_arrow()


def _plotted(field: pa.Field) -> pa.DataType:
    if pa.types.is_decimal(field.type):
        return pa.float64()
    if pa.types.is_int64(field.type) and is_time(field.name):
        return NANOS
    return field.type


class Rows:
    """Rows of a table or an answer.

    Every method takes `exact`. Without it decimals come as float64 and nanoseconds since the epoch
    as timestamps in UTC, which is what plots want. With it every value is as stored: decimals of
    nine places, times as whole nanoseconds.
    """

    def __init__(self, table: pa.Table) -> None:
        self._table = table

    @staticmethod
    def of(frame: pl.DataFrame) -> "Rows":
        """The rows of a Polars frame."""
        return Rows(frame.to_arrow())

    def arrow(self, *, exact: bool = False) -> pa.Table:
        """As an Arrow table."""
        return self._table if exact else for_plotting(self._table)

    def polars(self, *, exact: bool = False) -> pl.DataFrame:
        """As a Polars frame."""
        frame = pl.from_arrow(self.arrow(exact=exact))
        assert isinstance(frame, pl.DataFrame)  # a table is never a series
        return frame

    def pandas(self, *, exact: bool = False) -> pd.DataFrame:
        """As a pandas frame; exact decimals are `decimal.Decimal`, whole numbers stay whole."""
        table = self.arrow(exact=exact)
        return pd.DataFrame({name: _series(table[name], exact) for name in table.column_names})

    def duckdb(
        self, *, exact: bool = False, connection: duckdb.DuckDBPyConnection | None = None
    ) -> duckdb.DuckDBPyRelation:
        """As a DuckDB relation."""
        return (connection or connect()).from_arrow(self.arrow(exact=exact))

    @property
    def columns(self) -> list[str]:
        """Names of the columns, in order."""
        return list(self._table.column_names)

    def __len__(self) -> int:
        return int(self._table.num_rows)

    def __arrow_c_stream__(self, requested_schema: object = None) -> Any:
        """The exact rows, for any library that speaks Arrow."""
        return self._table.__arrow_c_stream__(requested_schema)

    def __repr__(self) -> str:
        return repr(self.polars())

    def _repr_html_(self) -> str:
        with pl.Config(tbl_rows=SHOWN, tbl_cols=SHOWN, float_precision=4):
            return self.polars()._repr_html_()


def connect() -> duckdb.DuckDBPyConnection:
    """A DuckDB in memory that shows times in UTC and downloads nothing."""
    connection = duckdb.connect(config={"autoinstall_known_extensions": False})
    connection.execute("SET TimeZone = 'UTC'")
    return connection


def _series(column: pa.ChunkedArray, exact: bool) -> "pd.Series[Any]":
    if pa.types.is_integer(column.type) and column.null_count:
        values = column.to_pandas(types_mapper={column.type: pd.Int64Dtype()}.get)
    else:
        values = column.to_pandas(date_as_object=exact)
    series: pd.Series[Any] = values
    return series
