"""Plain SQL over the files of a lake: what the package must agree with, written without it."""

from pathlib import Path
from typing import Any

import duckdb
from deltalake import DeltaTable


def files(lake: Path, table: str) -> str:
    """DuckDB's reader over the Parquet files of a table's latest version."""
    found = [uri.removeprefix("file://") for uri in DeltaTable(lake / table).file_uris()]
    quoted = ", ".join("'" + name.replace("'", "''") + "'" for name in found)
    return f"read_parquet([{quoted}], hive_partitioning=false, union_by_name=true)"


def committed(lake: Path, table: str) -> str:
    """A subquery: rows of a run table whose run and commit stand in `runs`."""
    rows, runs = files(lake, f"results/{table}"), files(lake, "results/runs")
    return f"""(SELECT t.* FROM {rows} t JOIN {runs} r
                ON t.run_id = r.run_id AND t.commit_id = r.commit_id)"""


def rows(query: str) -> list[tuple[Any, ...]]:
    """The answer."""
    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'UTC'")
        return connection.sql(query).fetchall()
