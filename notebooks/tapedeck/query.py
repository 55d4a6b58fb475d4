"""SQL over all tables of a lake, through DuckDB."""

import re

import duckdb

from tapedeck.errors import TapedeckError
from tapedeck.rows import Rows, connect
from tapedeck.tables import LAKE_TABLES, RESULT_TABLES, Tables, rule

OPEN_ROWS = "tapedeck_files_of_"


def sql(tables: Tables, query: str) -> Rows:
    """The answer to a query in which every table of the lake goes by its name.

    The rows that do not count are left out; filters and columns are pushed down to the files.

    Raises:
        TapedeckError: if DuckDB refuses the query; the message is DuckDB's own.
    """
    words = {word.lower() for word in re.findall(r"\w+", query)}
    with connect() as connection:
        for name in [*RESULT_TABLES, *LAKE_TABLES]:
            if name in words and tables.has(name):
                register(tables, connection, name)
        try:
            return Rows(connection.sql(query).to_arrow_table())
        except duckdb.Error as refused:
            raise TapedeckError(f"DuckDB refuses the query: {refused}") from refused


def register(tables: Tables, connection: duckdb.DuckDBPyConnection, name: str) -> None:
    """Makes a table of the lake known to DuckDB under its own name."""
    marker, keys = rule(name)
    for one in (marker, name) if marker else (name,):
        if tables.has(one):  # the markers first: they are committed last
            connection.register(OPEN_ROWS + one, tables.dataset(one))
    rows = f"SELECT * FROM {OPEN_ROWS}{name}"
    if marker:
        there = tables.has(marker)
        rows += (
            f" SEMI JOIN {OPEN_ROWS}{marker} USING ({', '.join(keys)})" if there else " WHERE false"
        )
    connection.execute(f'CREATE OR REPLACE VIEW "{name}" AS {rows}')
