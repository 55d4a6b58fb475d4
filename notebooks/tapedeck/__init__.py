"""Reads the tables of a Tapedeck lake, runs its command line, and draws what came out.

No Java is needed to read: tables are opened with deltalake and answered as Polars, pandas, DuckDB
or Arrow.

    import tapedeck

    lake = tapedeck.open_lake("lake")
    sweep = lake.sweep()                             # the latest
    lake.ranking(sweep, top=10).polars()             # float64 and UTC timestamps, for plotting
    lake.fills(run).pandas(exact=True)               # decimals and whole nanoseconds, as stored
    lake.sql("select count(*) from runs").duckdb()
"""

from tapedeck import cli, plot
from tapedeck.errors import (
    AmbiguousError,
    CommandError,
    NotFoundError,
    TapedeckError,
)
from tapedeck.grid import HeatMap, expected_best, heat_map, slices, stability
from tapedeck.lake import Lake, open_lake
from tapedeck.rows import Rows
from tapedeck.runs import Run
from tapedeck.session import spark
from tapedeck.signals import write_signals
from tapedeck.sweeps import Sweep

__all__ = [
    "AmbiguousError",
    "CommandError",
    "HeatMap",
    "Lake",
    "NotFoundError",
    "Rows",
    "Run",
    "Sweep",
    "TapedeckError",
    "cli",
    "expected_best",
    "heat_map",
    "open_lake",
    "plot",
    "slices",
    "spark",
    "stability",
    "write_signals",
]
