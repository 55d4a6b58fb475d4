"""Finds sweeps, and ranks the parameter sets that they tried."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from tapedeck.errors import AmbiguousError, NotFoundError, nearest
from tapedeck.grid import LESS_IS_BETTER
from tapedeck.parameters import typed, varying
from tapedeck.rows import Rows
from tapedeck.tables import Tables

HEADLINE = ("total_return", "sharpe", "max_drawdown", "round_trips", "fees")
READ_BY_SETS = ("sweep_runs", "runs", "run_metrics")
SET = ("position", "symbols", "run_window", "run_id", "status", "reason")


@dataclass(frozen=True)
class Sweep:
    """A sweep, as its row in `sweeps` says.

    Attributes:
        sweep_id: SHA-256 of its question and its data.
        plan_id: the plan in force.
        name: as in the job file.
        strategy: name of the strategy.
        rank_metric: column of `run_metrics` it ranks by.
        state: RUNNING or DONE.
        sets: parameter sets tried; what every headline figure was picked from.
        runs: runs asked for: sets times accounts times windows of dates.
        completed: runs completed so far, if somebody counted them.
        failed: runs failed so far, likewise.
        started_at: when its plan was stored.
        finished_at: when its last run was committed; None while it runs.
    """

    sweep_id: str
    plan_id: str
    name: str
    strategy: str
    rank_metric: str
    state: str
    sets: int
    runs: int
    completed: int | None
    failed: int | None
    started_at: dt.datetime
    finished_at: dt.datetime | None

    def __str__(self) -> str:
        return (
            f"sweep {self.name} ({self.sweep_id[:12]}): {self.strategy},"
            f" {self.sets:,} parameter sets tried in {self.runs:,} runs, {self.state}"
        )


def all_sweeps(tables: Tables) -> list[Sweep]:
    """All sweeps, the one that was started last first."""
    names = list(Sweep.__dataclass_fields__)
    rows = Rows(tables.read("sweeps", names)).polars()
    latest = rows.sort(["started_at", "sweep_id"], descending=[True, False])
    return [Sweep(**row) for row in latest.iter_rows(named=True)]


def find(tables: Tables, name: str = "") -> Sweep:
    """The sweep of this name (the last of them), or whose id begins so; the latest of all if empty.

    Raises:
        NotFoundError: if there is none; the message has the nearest names.
        AmbiguousError: if several ids begin so.
    """
    sweeps = all_sweeps(tables)
    if not sweeps:
        raise NotFoundError(f"lake {tables.root} holds no sweep: run tapedeck sweep")
    if not name:
        return sweeps[0]
    named = [sweep for sweep in sweeps if sweep.name == name]
    begun = [sweep for sweep in sweeps if sweep.sweep_id.startswith(name)]
    if named or len(begun) == 1:
        return (named or begun)[0]
    if begun:
        ids = ", ".join(sweep.sweep_id[: len(name) + 4] for sweep in begun)
        raise AmbiguousError(f"several sweeps begin with {name}: {ids}; give more of the id")
    known = [sweep.name for sweep in sweeps]
    raise NotFoundError(f"lake {tables.root} has no sweep {name}: {nearest(name, known)}")


def runs_of(tables: Tables, sweep: Sweep, columns: Sequence[str]) -> pl.DataFrame:
    """Committed runs of a sweep: position in its grid, window of dates, and these columns."""
    wanted = {"sweep_id": sweep.sweep_id, "plan_id": sweep.plan_id}
    runs = Rows(tables.read("runs", ["run_id", *columns])).polars(exact=True)
    places = Rows(tables.read("sweep_runs", ["position", "run_window", "run_id"], wanted)).polars(
        exact=True
    )
    return places.join(runs, on="run_id", how="inner", maintain_order="left")


def sets(tables: Tables, sweep: Sweep) -> Rows:
    """One row for each parameter set, account and window of dates of a sweep.

    Columns: position in the grid, symbols of the account joined by +, run_window, run_id, status,
    reason, the parameters with their types, and all of `run_metrics` (null for a failed run).
    """
    runs = runs_of(tables, sweep, ["commit_id", "symbols", "status", "reason", "parameters"])
    metrics = Rows(tables.read("run_metrics")).polars(exact=True)
    parameters = typed(runs["parameters"], (*SET, *metrics.columns))
    whole = runs.with_columns(pl.col("symbols").list.join("+")).select(*SET, "commit_id")
    joined = whole.hstack(parameters.get_columns()).join(
        metrics, on=["run_id", "commit_id"], how="left", maintain_order="left"
    )
    return Rows.of(joined.drop("commit_id").sort("position", "symbols", "run_window"))


def on_window(sweep: Sweep, rows: Rows, window: str) -> Rows:
    """Those of a sweep's sets that ran on this window of dates.

    Raises:
        NotFoundError: if the sweep has no such window.
    """
    frame = rows.polars(exact=True)
    there = frame["run_window"].unique().sort().to_list()
    if window not in there:
        raise NotFoundError(f"sweep {sweep.name} has no window {window}: {nearest(window, there)}")
    return Rows.of(frame.filter(pl.col("run_window") == window))


def parameters(tables: Tables, sweep: Sweep) -> Rows:
    """The parameters of each committed run of a sweep, numbers as numbers."""
    runs = runs_of(tables, sweep, ["symbols", "parameters"])
    keys = runs.select("run_id", "position", "run_window", pl.col("symbols").list.join("+"))
    return Rows.of(keys.hstack(typed(runs["parameters"], keys.columns).get_columns()))


def parameter_names(frame: pl.DataFrame, metrics: Sequence[str]) -> list[str]:
    """The columns of a frame of `sets` that are parameters."""
    return [name for name in frame.columns if name not in SET and name not in metrics]


def ranking(
    sweep: Sweep,
    tried: Rows,
    columns: Sequence[str],
    by: str | None = None,
    top: int | None = 20,
    window: str | None = None,
) -> Rows:
    """The best parameter sets of a sweep, as `tapedeck sweep` ranks them.

    Columns: rank from 1, sets_tried, position, symbols, the parameters that vary, run_id, the
    metric, then the headline figures; where the sweep kept dates apart the same figures on the
    other window follow, as in test_sharpe, with test_run_id. Infinite figures are ranked as
    undefined, and those last; ties go by position and symbols.

    Args:
        sweep: whose sets.
        tried: its sets.
        columns: of `run_metrics`.
        by: a column of `run_metrics`; the sweep's own if None.
        top: how many; all if None.
        window: the dates to rank on; all, or train where some were kept apart, if None.
    """
    metric = by or sweep.rank_metric
    frame = tried.polars(exact=True).filter(pl.col("status") == "COMPLETED")
    if metric not in columns:
        raise NotFoundError(f"run_metrics has no column {metric}: {nearest(metric, columns)}")
    windows = frame["run_window"].unique().sort().to_list()
    chosen = window or ("train" if "train" in windows else "all")
    if chosen not in windows:
        raise NotFoundError(
            f"sweep {sweep.name} has no window {chosen}: {nearest(chosen, windows)}"
        )
    names = parameter_names(frame, columns)
    shown = [metric, *(name for name in HEADLINE if name != metric and name in frame.columns)]
    keys = ["position", "symbols"]
    ranked = frame.filter(pl.col("run_window") == chosen)
    ranked = ranked.select(*keys, *varying(ranked.select(names)), "run_id", *shown)
    for other in [one for one in windows if one != chosen]:
        beside = frame.filter(pl.col("run_window") == other)
        renamed = {name: f"{other}_{name}" for name in ["run_id", *shown]}
        ranked = ranked.join(beside.select(*keys, *renamed).rename(renamed), on=keys, how="left")
    ordered = ranked.sort(
        _finite(ranked, metric),
        *(pl.col(key) for key in keys),
        descending=[metric not in LESS_IS_BETTER, False, False],
        nulls_last=True,
    )
    best = ordered if top is None else ordered.head(top)
    counted = best.select(
        pl.int_range(1, pl.len() + 1).alias("rank"),
        pl.lit(sweep.sets, pl.Int64).alias("sets_tried"),
        pl.all(),
    )
    return Rows.of(counted)


def _finite(frame: pl.DataFrame, metric: str) -> pl.Expr:
    column = pl.col(metric)
    if not frame.schema[metric].is_float():
        return column
    return pl.when(column.is_finite()).then(column)
