"""A lake: the way in to all its tables."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow.compute as pc

from tapedeck import grid, market, query, runs, sweeps
from tapedeck.errors import NotFoundError
from tapedeck.market import Dates
from tapedeck.parameters import varying
from tapedeck.rows import Rows
from tapedeck.runs import Run
from tapedeck.sweeps import Sweep
from tapedeck.tables import LAKE_TABLES, RESULT_TABLES, Tables, Where, is_local

VARIABLE = "TAPEDECK_LAKE"


def open_lake(path: str | Path = "", *, storage_options: Mapping[str, str] | None = None) -> "Lake":
    """The lake in a folder or at a URI; the one that TAPEDECK_LAKE names if none is given.

    Args:
        path: folder or URI.
        storage_options: credentials and endpoints of an object store, as deltalake names them.

    Raises:
        NotFoundError: if there is no lake.
    """
    given = str(path) or os.environ.get(VARIABLE, "")
    if not given:
        raise NotFoundError(f"no lake is named: give open_lake a path, or set {VARIABLE}")
    root = str(Path(given).expanduser()) if is_local(given) and "://" not in given else given
    tables = Tables(root.rstrip("/"), storage_options=dict(storage_options or {}))
    if not any(tables.has(name) for name in LAKE_TABLES + RESULT_TABLES):
        what = "holds no table of a lake" if Path(root).is_dir() else "does not exist"
        raise NotFoundError(
            f"no lake at {given}, which {what if is_local(root) else 'holds no table of a lake'}:"
            f" name its folder, or make one with: tapedeck ingest --lake {given}"
        )
    return Lake(tables)


class Lake:
    """The tables of a lake, read without Java.

    What returns `Rows` is handed over with `.polars()`, `.pandas()`, `.duckdb()` or `.arrow()`,
    each with `exact=True` for decimals and whole nanoseconds. Rows that an interrupted sweep left
    behind are never seen. Where a run or a sweep is asked for, the object, its id or the beginning
    of its id will do, and the name of a sweep.
    """

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._sets: dict[str, tuple[list[int], Rows]] = {}

    @property
    def root(self) -> str:
        """Folder or URI of the lake."""
        return self._tables.root

    def __repr__(self) -> str:
        return f"Lake({self.root!r})"

    def at(self, versions: Mapping[str, int]) -> "Lake":
        """The same lake as it was: these tables at these versions, the others at their latest.

        `lake.at(run.table_versions)` has the ticks that a run read.
        """
        return Lake(Tables(self.root, dict(versions), self._tables.storage_options))

    # ---- tables

    def tables(self) -> Rows:
        """What is in the lake: table, version, rows in its files, files, bytes, partitioned by."""
        rows = []
        for name in LAKE_TABLES + RESULT_TABLES:
            if self._tables.has(name):
                table = self._tables.open(name)
                files = pl.DataFrame(table.get_add_actions(flatten=True))
                rows.append(
                    {
                        "table": name,
                        "version": table.version(),
                        "rows": int(files["num_records"].sum()),
                        "files": len(files),
                        "bytes": int(files["size_bytes"].sum()),
                        "partitioned_by": ", ".join(table.metadata().partition_columns),
                    }
                )
        return Rows.of(pl.DataFrame(rows))

    def read(
        self,
        table: str,
        columns: Sequence[str] | None = None,
        where: Where = None,
        version: int | None = None,
    ) -> Rows:
        """Rows of any table; only the files, columns and row groups that are needed are read.

        Args:
            table: its name, as in `data-lake/SCHEMA.md`.
            columns: all if None.
            where: `{"symbol": "BAC", "date": slice("2013-10-07", "2013-10-09")}`, with both ends
                in it; or an expression of `pyarrow.compute`.
            version: the latest, or that of `at`, if None.
        """
        return Rows(self._tables.read(table, columns, where, version))

    def sql(self, question: str) -> Rows:
        """The answer of DuckDB; every table goes by its name."""
        return query.sql(self._tables, question)

    # ---- market data

    def symbols(self, table: str = "trades") -> list[str]:
        """Instruments that a table of trades, quotes, bars or signals has, by name."""
        return market.symbols(self._tables, table)

    def ticks(self, symbol: str, dates: Dates = None, table: str = "trades") -> Rows:
        """Trades or quotes of an instrument on session dates, in tape order.

        Args:
            symbol: the instrument.
            dates: one date, `(first, last)`, or None for all; ISO text will do.
            table: trades or quotes.
        """
        return market.ticks(self._tables, table, symbol, dates)

    def bars(
        self, symbol: str, bar: str = "1m", dates: Dates = None, price_kind: str = "LAST"
    ) -> Rows:
        """Bars of an instrument; price_kind is LAST, BID, ASK or MID."""
        return market.bars(self._tables, symbol, bar, dates, price_kind)

    # ---- sweeps

    def sweeps(self) -> list[Sweep]:
        """All sweeps, the one that was started last first."""
        return sweeps.all_sweeps(self._tables)

    def sweep(self, name: str = "") -> Sweep:
        """The sweep of this name (the last of them), or whose id begins so; the latest if empty."""
        return sweeps.find(self._tables, name)

    def sets(self, sweep: Sweep | str = "", window: str | None = None) -> Rows:
        """Each set, account and window of a sweep: its parameters, typed, and all its metrics."""
        found = self._sweep(sweep)
        versions = [self._tables.open(name).version() for name in sweeps.READ_BY_SETS]
        kept = self._sets.get(found.plan_id)
        if kept is None or kept[0] != versions:
            kept = versions, sweeps.sets(self._tables, found)
            self._sets = {found.plan_id: kept}  # of the sweep that is looked at
        return kept[1] if window is None else sweeps.on_window(found, kept[1], window)

    def parameters(self, sweep: Sweep | str = "") -> Rows:
        """The parameters of each committed run of a sweep, numbers as numbers."""
        return sweeps.parameters(self._tables, self._sweep(sweep))

    def parameter_values(self, sweep: Sweep | str = "") -> dict[str, list[Any]]:
        """The values that a sweep tried of each parameter it varies, ascending."""
        frame = self.sets(sweep).polars()
        return {
            name: frame[name].drop_nulls().unique().sort().to_list()
            for name in self._varying(frame)
        }

    def ranking(
        self,
        sweep: Sweep | str = "",
        by: str | None = None,
        top: int | None = 20,
        window: str | None = None,
    ) -> Rows:
        """The best sets by a metric, the sets tried in every row; see `sweeps.ranking`."""
        found = self._sweep(sweep)
        return sweeps.ranking(found, self.sets(found), self._metrics(), by, top, window)

    def heat_map(
        self,
        sweep: Sweep | str,
        across: str,
        down: str,
        metric: str | None = None,
        window: str | None = None,
    ) -> grid.HeatMap:
        """A metric over two parameters, the others marginalised by the median."""
        found = self._sweep(sweep)
        frame, chosen = self._window(found, window)
        return grid.heat_map(
            frame, across, down, metric or found.rank_metric, sets_tried=found.sets, window=chosen
        )

    def slices(
        self, sweep: Sweep | str = "", metric: str | None = None, window: str | None = None
    ) -> Rows:
        """For each value of each parameter, how the sets that have it did."""
        found = self._sweep(sweep)
        frame, _ = self._window(found, window)
        return Rows.of(grid.slices(frame, self._varying(frame), metric or found.rank_metric))

    def stability(
        self,
        sweep: Sweep | str = "",
        metric: str | None = None,
        top: int = 10,
        window: str | None = None,
    ) -> Rows:
        """The best sets beside their neighbours in the grid."""
        found = self._sweep(sweep)
        frame, _ = self._window(found, window)
        return Rows.of(
            grid.stability(frame, self._varying(frame), metric or found.rank_metric, top)
        )

    # ---- runs

    def runs(self, sweep: Sweep | str | None = None, status: str | None = None) -> Rows:
        """Committed runs of a sweep, or of the whole lake; of one status if wanted."""
        where = None if status is None else pc.field("status") == status.upper()
        rows = self._tables.read("runs", where=where)
        if sweep is None:
            return Rows(rows)
        of_sweep = sweeps.runs_of(self._tables, self._sweep(sweep), [])["run_id"]
        return Rows(rows.filter(pc.is_in(rows["run_id"], of_sweep.to_arrow())))

    def metrics(self, sweep: Sweep | str | None = None) -> Rows:
        """`run_metrics` of a sweep, or of the whole lake."""
        rows = self._tables.read("run_metrics")
        if sweep is None:
            return Rows(rows)
        of_sweep = sweeps.runs_of(self._tables, self._sweep(sweep), [])["run_id"]
        return Rows(rows.filter(pc.is_in(rows["run_id"], of_sweep.to_arrow())))

    def run(self, run: str) -> Run:
        """The committed run whose id is this or begins so."""
        return runs.find(self._tables, run)

    def equity(self, run: Run | str) -> Rows:
        """Equity over time: ts_event and equity, from the money before the first session on."""
        return runs.equity(self._tables, self._run(run))

    def daily(self, run: Run | str) -> Rows:
        """The books at each session close; needs `record: daily`."""
        return self._details("run_daily", run, "date")

    def orders(self, run: Run | str) -> Rows:
        """Orders, those its own gate denied included; needs `record: fills`."""
        return self._details("orders", run, "order_id")

    def fills(self, run: Run | str) -> Rows:
        """Fills in order; needs `record: fills`."""
        return self._details("fills", run, "number")

    def round_trips(self, run: Run | str) -> Rows:
        """Trades from flat to flat, and those open at the end; needs `record: fills`."""
        return self._details("round_trips", run, "number")

    def risk_events(self, run: Run | str) -> Rows:
        """What the risk gate refused and its guards did; needs `record: fills`."""
        return self._details("risk_events", run, "number")

    def positions(self, run: Run | str) -> Rows:
        """Signed size and cost after each fill; needs `record: full`."""
        return self._details("positions", run, "number")

    # ---- what was meant

    def _sweep(self, sweep: Sweep | str) -> Sweep:
        return sweep if isinstance(sweep, Sweep) else self.sweep(sweep)

    def _run(self, run: Run | str) -> Run:
        return run if isinstance(run, Run) else self.run(run)

    def _details(self, table: str, run: Run | str, *order: str) -> Rows:
        return runs.details(self._tables, table, self._run(run), order)

    def _window(self, sweep: Sweep, window: str | None) -> tuple[pl.DataFrame, str]:
        there = self.sets(sweep).polars()["run_window"].unique()
        chosen = window or ("train" if "train" in there else "all")
        return self.sets(sweep, chosen).polars(), chosen

    def _varying(self, frame: pl.DataFrame) -> list[str]:
        return varying(frame.select(sweeps.parameter_names(frame, self._metrics())))

    def _metrics(self) -> list[str]:
        return list(self._tables.dataset("run_metrics").schema.names)
