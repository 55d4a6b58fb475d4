"""One run, and the details that were kept of it."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from tapedeck.errors import AmbiguousError, NotFoundError
from tapedeck.rows import Rows
from tapedeck.tables import Tables

SHORT = 12
QUOTE = '"'
DAY = dt.timedelta(days=1)
NEEDS = {
    "run_daily": "daily",
    "orders": "fills",
    "fills": "fills",
    "round_trips": "fills",
    "risk_events": "fills",
    "equity": "full",
    "positions": "full",
}
LEVELS = ("METRICS", "DAILY", "FILLS", "FULL")


@dataclass(frozen=True)
class Run:
    """A committed run, as its row in `runs` says.

    Attributes:
        run_id: SHA-256 of all that determines it.
        strategy: name of the strategy.
        parameters: every parameter, numbers as numbers.
        symbols: instruments of its account.
        first_date: first session.
        last_date: last session.
        currency: of its money.
        start_cash: money at the start, in that currency.
        record: details kept: METRICS, DAILY, FILLS or FULL.
        status: COMPLETED, FAILED or ABANDONED.
        reason: why it is not COMPLETED.
        warnings: optimistic assumptions and gaps, by name.
        table_versions: Delta versions that it read, by table.
        sets_tried: sets of the largest sweep it belongs to: what it was picked from; 1 if none.
    """

    run_id: str
    strategy: str
    parameters: Mapping[str, Any]
    symbols: Sequence[str]
    first_date: dt.date
    last_date: dt.date
    currency: str | None
    start_cash: float
    record: str
    status: str
    reason: str | None
    warnings: Sequence[str]
    table_versions: Mapping[str, int]
    sets_tried: int

    def keeps(self, table: str) -> bool:
        """Whether a table of details (fills, round_trips, equity, ...) has the run's rows."""
        return LEVELS.index(self.record.upper()) >= LEVELS.index(NEEDS[table].upper())

    def __str__(self) -> str:
        given = ", ".join(
            f"{name} {json.dumps(value).strip(QUOTE)}" for name, value in self.parameters.items()
        )
        tried = "of 1 set tried" if self.sets_tried == 1 else f"of {self.sets_tried:,} sets tried"
        return (
            f"run {self.run_id[:SHORT]}: {self.strategy} ({given}) on {'+'.join(self.symbols)},"
            f" {self.first_date} to {self.last_date}, {self.status}, {tried}"
        )


def find(tables: Tables, run: str) -> Run:
    """The committed run whose id is this or begins so.

    Raises:
        NotFoundError: if there is none.
        AmbiguousError: if several begin so.
    """
    ids = Rows(tables.read("runs", ["run_id"])).polars()["run_id"]
    begun = ids.filter(ids.str.starts_with(run))
    if begun.is_empty() or not run:
        raise NotFoundError(
            f"lake {tables.root} has no committed run {run or '(an empty id)'}: lake.runs() lists"
            f" all {len(ids):,}"
        )
    if len(begun) > 1:
        some = ", ".join(one[: len(run) + 4] for one in begun.head(3))
        raise AmbiguousError(f"{len(begun):,} runs begin with {run}: {some}; give more of the id")
    names = [
        name
        for name in Run.__dataclass_fields__
        if name not in ("sets_tried", "parameters", "table_versions")
    ]
    wanted = {"run_id": begun[0]}
    table = tables.read("runs", [*names, "parameters_json", "table_versions"], wanted)
    row = table.to_pylist()[0]
    return Run(
        **{name: row[name] for name in names} | {"start_cash": float(row["start_cash"])},
        parameters=json.loads(row["parameters_json"]),
        table_versions=dict(row["table_versions"]),
        sets_tried=_sets_tried(tables, begun[0]),
    )


def details(tables: Tables, name: str, run: Run, order: Sequence[str]) -> Rows:
    """The rows of a run in a table of details, in order, without the ids that name it.

    Raises:
        NotFoundError: if the run kept no such details; the message says how to keep them.
    """
    needed = NEEDS[name]
    if not run.keeps(name):
        raise NotFoundError(
            f"run {run.run_id[:SHORT]} kept no {name} (record: {run.record.lower()}): sweep its"
            f" set again with --set record={needed}"
        )
    if not tables.has(name):
        return Rows(pl.DataFrame().to_arrow())
    table = tables.read(name, where={"run_id": run.run_id})
    kept = table.drop_columns(["run_id", "commit_id"])
    return Rows(kept.sort_by([(column, "ascending") for column in order]))


def equity(tables: Tables, run: Run) -> Rows:
    """Cash plus positions at the mark, over time: columns ts_event and equity.

    Every second that changed it if the run kept `full`, else the close of each session; the first
    row is the money before the first session.
    """
    if run.record == "FULL":
        curve = details(tables, "equity", run, ["number"]).polars(exact=True)
        curve = curve.select("ts_event", "equity")
        start = curve["ts_event"].min()
    else:
        days = details(tables, "run_daily", run, ["date"]).polars(exact=True)
        ends = _session_ends(tables, run, days["date"])
        curve = days.select(ends.alias("ts_event"), "equity")
        start = _midnight(run.first_date)
    first = pl.DataFrame(
        {"ts_event": [start], "equity": [_start_cash(tables, run)]},
        schema={"ts_event": pl.Int64, "equity": curve.schema["equity"]},
    )
    return Rows.of(pl.concat([first, curve]))


def _start_cash(tables: Tables, run: Run) -> Any:
    table = tables.read("runs", ["start_cash"], {"run_id": run.run_id})
    return table["start_cash"][0].as_py()


def _session_ends(tables: Tables, run: Run, dates: pl.Series) -> pl.Series:
    """Session closes in nanoseconds, by the run's calendar; the end of the UTC day without one."""
    instruments = tables.read("instruments", ["calendar"], {"symbol": run.symbols[0]})
    closes: dict[dt.date, int] = {}
    if instruments.num_rows:
        wanted = {
            "calendar": instruments["calendar"][0].as_py(),
            "date": slice(run.first_date, run.last_date),
        }
        rows = tables.read("calendars", ["date", "session_close"], wanted).to_pylist()
        closes = {row["date"]: row["session_close"] for row in rows}
    ends = [closes.get(date, _midnight(date + DAY)) for date in dates]
    return pl.Series("ts_event", ends, dtype=pl.Int64)


def _midnight(date: dt.date) -> int:
    moment = dt.datetime(date.year, date.month, date.day, tzinfo=dt.UTC)
    return int(moment.timestamp()) * 1_000_000_000


def _sets_tried(tables: Tables, run_id: str) -> int:
    if not tables.has("sweep_runs"):
        return 1
    plans = Rows(tables.read("sweep_runs", ["sweep_id"], {"run_id": run_id})).polars()
    counts = Rows(tables.read("sweeps", ["sweep_id", "sets"])).polars()
    most = counts.join(plans, on="sweep_id", how="semi")["sets"].max()
    return int(most) if isinstance(most, int) else 1
