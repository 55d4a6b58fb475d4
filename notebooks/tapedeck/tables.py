"""Opens the tables of a lake and lets through the rows that count."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias
from urllib.parse import urlsplit

import polars as pl
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as pads
from deltalake import DeltaTable

from tapedeck.errors import NotFoundError, nearest

LAKE_TABLES = (
    "trades",
    "quotes",
    "bars",
    "signals",
    "instruments",
    "calendars",
    "ingests",
    "quarantine",
    "partition_digests",
)
RESULT_TABLES = (
    "sweeps",
    "sweep_units",
    "sweep_runs",
    "runs",
    "run_metrics",
    "run_daily",
    "orders",
    "fills",
    "round_trips",
    "equity",
    "risk_events",
    "positions",
)
COMMIT = ("run_id", "commit_id")
PLAN = ("sweep_id", "plan_id")

Where: TypeAlias = Mapping[str, Any] | pc.Expression | None
"""Rows wanted: column to a value, a list of values or a `slice(from, to)` with both ends in it;
or an Arrow expression."""


@dataclass(frozen=True)
class Tables:
    """The tables of one lake.

    Attributes:
        root: folder or URI of the lake.
        versions: versions to read instead of the latest, by table.
        storage_options: credentials and endpoints of an object store, as deltalake names them.
    """

    root: str
    versions: Mapping[str, int] = field(default_factory=dict)
    storage_options: Mapping[str, str] = field(default_factory=dict)
    _datasets: dict[str, tuple[int, pads.Dataset]] = field(
        default_factory=dict, repr=False, compare=False
    )
    _marked: dict[str, tuple[int, pl.DataFrame]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def path(self, name: str) -> str:
        """Where a table lies."""
        if name not in LAKE_TABLES + RESULT_TABLES:
            known = LAKE_TABLES + RESULT_TABLES
            raise NotFoundError(f"a lake has no table called {name}: {nearest(name, known)}")
        return f"{self.root}/results/{name}" if name in RESULT_TABLES else f"{self.root}/{name}"

    def has(self, name: str) -> bool:
        """Whether the table has been made."""
        return DeltaTable.is_deltatable(self.path(name), dict(self.storage_options) or None)

    def open(self, name: str, version: int | None = None) -> DeltaTable:
        """The table at a version, or at the latest.

        Raises:
            NotFoundError: if it has not been made, or not this version of it.
        """
        wanted = self.versions.get(name) if version is None else version
        if not self.has(name):
            made = [one for one in LAKE_TABLES + RESULT_TABLES if self.has(one)]
            raise NotFoundError(
                f"lake {self.root} has no table {name} yet: {_remedy(name)}"
                + (f" (it has {', '.join(made)})" if made else "")
            )
        table = DeltaTable(self.path(name), storage_options=dict(self.storage_options) or None)
        if wanted is None or wanted == table.version():
            return table
        if not 0 <= wanted <= table.version():
            raise NotFoundError(
                f"table {name} of {self.root} has no version {wanted}: the latest is"
                f" {table.version()}"
            )
        table.load_as_version(wanted)
        return table

    def dataset(self, name: str, version: int | None = None) -> pads.Dataset:
        """All rows of a table, those that do not count included; nothing is read yet.

        The list of files is kept as long as the version stays.
        """
        table = self.open(name, version)
        kept = self._datasets.get(name)
        if kept is None or kept[0] != table.version():
            kept = self._datasets[name] = table.version(), table.to_pyarrow_dataset()
        return kept[1]

    def read(
        self,
        name: str,
        columns: Sequence[str] | None = None,
        where: Where = None,
        version: int | None = None,
    ) -> pa.Table:
        """The rows of a table that count; filters and columns are pushed down to its files.

        A row of a run counts only if `runs` has its run and commit; a row of a sweep's plan only
        if `sweeps` has that plan. Columns that the table has gained since the lake was made, and
        that it does not have yet, are null.
        """
        markers = self._markers(name, where)  # before the rows: these are committed first
        rows = self.dataset(name, version)
        there = [column for column in columns or rows.schema.names if column in rows.schema.names]
        extra = [key for key in markers.columns if key not in there] if markers is not None else []
        table = _read(rows, there + extra, expression(where, rows.schema))
        if markers is not None:
            table = _keep(table, markers).drop_columns(extra)
        return table if columns is None else with_columns(table, columns)

    def _markers(self, name: str, where: Where) -> pl.DataFrame | None:
        source, keys = rule(name)
        if not source:
            return None
        if not self.has(source):
            return pl.DataFrame(schema=dict.fromkeys(keys, pl.String))
        if isinstance(where, Mapping) and keys[0] in where:
            return _frame(self.read(source, list(keys), {keys[0]: where[keys[0]]}))
        version = self.open(source).version()
        kept = self._marked.get(source)
        if kept is None or kept[0] != version:
            kept = self._marked[source] = version, _frame(self.read(source, list(keys)))
        return kept[1]


def rule(name: str) -> tuple[str, tuple[str, ...]]:
    """The table without whose rows those of a table do not count, and the columns they share."""
    if name in ("runs", "sweeps") or name in LAKE_TABLES:
        return "", ()
    if name.startswith("sweep_"):
        return "sweeps", PLAN
    return "runs", COMMIT


def expression(where: Where, schema: pa.Schema) -> pc.Expression | None:
    """The filter that Arrow pushes down.

    Raises:
        NotFoundError: if the table has no such column.
    """
    if where is None or isinstance(where, pc.Expression):
        return where
    whole: pc.Expression | None = None
    for column, wanted in where.items():
        if column not in schema.names:
            raise NotFoundError(f"there is no column {column}: {nearest(column, schema.names)}")
        part = _condition(pc.field(column), wanted, schema.field(column).type)
        if part is not None:
            whole = part if whole is None else whole & part
    return whole


def _condition(column: pc.Expression, wanted: Any, kind: pa.DataType) -> pc.Expression | None:
    if isinstance(wanted, slice):
        ends = []
        if wanted.start is not None:
            ends.append(column >= _scalar(wanted.start, kind))
        if wanted.stop is not None:
            ends.append(column <= _scalar(wanted.stop, kind))
        return ends[0] & ends[1] if len(ends) == 2 else ends[0] if ends else None
    if isinstance(wanted, list | tuple | set | frozenset):
        return column.isin(pa.array([_scalar(one, kind).as_py() for one in wanted], kind))
    return column == _scalar(wanted, kind)


def _scalar(value: Any, kind: pa.DataType) -> pa.Scalar:
    if pa.types.is_date(kind) and isinstance(value, str):
        value = dt.date.fromisoformat(value)
    return pa.scalar(value, kind)


def _read(rows: pads.Dataset, columns: list[str], wanted: pc.Expression | None) -> pa.Table:
    try:
        return rows.to_table(columns=columns, filter=wanted)
    except pa.ArrowNotImplementedError:
        # delta-rs writes text as string views, which Arrow 26 compares in memory only
        return rows.to_table().filter(wanted).select(columns)


def with_columns(table: pa.Table, columns: Sequence[str]) -> pa.Table:
    """These columns in this order; null where the table has none of that name."""
    for name in columns:
        if name not in table.column_names:
            table = table.append_column(name, pa.nulls(table.num_rows))
    return table.select(list(columns))


def _keep(table: pa.Table, markers: pl.DataFrame) -> pa.Table:
    keys = _frame(table.select(markers.columns)).with_row_index("row")
    kept = keys.join(markers, on=markers.columns, how="semi")["row"].sort()
    return table if len(kept) == table.num_rows else table.take(kept.to_arrow())


def _frame(table: pa.Table) -> pl.DataFrame:
    frame = pl.from_arrow(table)
    assert isinstance(frame, pl.DataFrame)  # a table is never a series
    return frame


def _remedy(name: str) -> str:
    if name in RESULT_TABLES:
        return "run tapedeck sweep"
    return "run tapedeck bars" if name == "bars" else "run tapedeck ingest"


def is_local(root: str) -> bool:
    """Whether a lake is a folder of this machine."""
    return urlsplit(root).scheme in ("", "file")
