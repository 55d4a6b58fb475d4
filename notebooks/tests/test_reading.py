"""What the package reads is what is in the files, whichever library it comes in."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import by_hand
import market
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from deltalake import DeltaTable, write_deltalake

import tapedeck
from tapedeck import Lake


def best(lake: Lake) -> tapedeck.Run:
    return lake.run(lake.ranking("cross", top=1).polars()["run_id"][0])


def test_fills_equal_plain_sql_in_every_library_to_the_last_decimal(
    lake: Lake, lake_folder: Path
) -> None:
    run = best(lake)
    columns = ["number", "ts_event", "price", "size", "slippage", "fee"]
    expected = by_hand.rows(
        f"SELECT {', '.join(columns)} FROM {by_hand.committed(lake_folder, 'fills')}"
        f" WHERE run_id = '{run.run_id}' ORDER BY number"
    )
    fills = lake.fills(run)

    assert len(expected) > 3
    assert fills.polars(exact=True).select(columns).rows() == expected
    assert fills.duckdb(exact=True).select(*columns).fetchall() == expected
    assert list(fills.pandas(exact=True)[columns].itertuples(index=False, name=None)) == expected
    arrow = fills.arrow(exact=True).select(columns)
    assert [tuple(row.values()) for row in arrow.to_pylist()] == expected


def test_for_plotting_decimals_are_float64_and_times_are_utc_to_the_nanosecond(lake: Lake) -> None:
    fills = lake.fills(best(lake))
    whole = fills.polars(exact=True)["ts_event"].to_list()

    polars, pandas, duck = fills.polars(), fills.pandas(), fills.duckdb()

    assert polars.schema["ts_event"] == pl.Datetime("ns", "UTC")
    assert polars["ts_event"].dt.timestamp("ns").to_list() == whole
    assert str(pandas["ts_event"].dtype) == "datetime64[ns, UTC]"
    assert [stamp.value for stamp in pandas["ts_event"]] == whole
    assert duck.select("epoch_ns(ts_event)").fetchall() == [(nanos,) for nanos in whole]
    prices = [float(price) for price in fills.polars(exact=True)["price"]]
    assert polars["price"].to_list() == prices
    assert pandas["price"].to_list() == prices
    assert [row[0] for row in duck.select("price").fetchall()] == prices


def test_a_session_that_opens_half_past_nine_in_new_york_is_shown_in_utc(lake: Lake) -> None:
    first = lake.ticks("XYZ", "2024-01-08", "quotes").polars()["ts_event"][0]

    assert first == dt.datetime(2024, 1, 8, 14, 30, 1, tzinfo=dt.UTC)  # 09:30:01 at UTC-5


def test_metrics_of_a_sweep_equal_plain_sql(lake: Lake, lake_folder: Path) -> None:
    order = "ORDER BY run_id"
    expected = by_hand.rows(
        f"SELECT run_id, end_equity, fees, sharpe, fills"
        f" FROM {by_hand.committed(lake_folder, 'run_metrics')} {order}"
    )
    ours = lake.sql(f"SELECT run_id, end_equity, fees, sharpe, fills FROM run_metrics {order}")
    read = lake.metrics("cross").polars(exact=True).sort("run_id")

    assert len(expected) == 40 * 2  # sets times windows of dates
    assert ours.polars(exact=True).rows() == expected
    assert read.select("run_id", "end_equity", "fees", "sharpe", "fills").rows() == expected


def test_the_ranking_is_that_of_the_command_line(lake: Lake, lake_folder: Path) -> None:
    """Ranked by hand: the metric on train, largest first, then the position."""
    sweep = lake.sweep("cross")
    expected = by_hand.rows(
        f"""SELECT s.position, s.run_id, m.sharpe
            FROM {by_hand.files(lake_folder, "results/sweep_runs")} s
            JOIN {by_hand.committed(lake_folder, "run_metrics")} m ON s.run_id = m.run_id
            WHERE s.sweep_id = '{sweep.sweep_id}' AND s.plan_id = '{sweep.plan_id}'
              AND s.run_window = 'train'
            ORDER BY CASE WHEN isfinite(m.sharpe) THEN m.sharpe END DESC NULLS LAST, s.position"""
    )

    ranking = lake.ranking(sweep, top=None).polars()

    assert ranking.select("position", "run_id", "sharpe").rows() == expected
    assert ranking["rank"].to_list() == list(range(1, 41))
    assert ranking["sets_tried"].unique().to_list() == [40]
    assert ranking["test_run_id"].null_count() == 0


def test_numbers_among_the_parameters_are_numbers(lake: Lake) -> None:
    parameters = lake.parameters("cross").polars()

    assert parameters.schema["fast"] == pl.Int64
    assert parameters.schema["allowShort"] == pl.Boolean
    assert lake.parameter_values("cross") == {
        "allowShort": [False, True],
        "fast": [10, 20, 40, 80, 120],
        "slow": [150, 250, 400, 600],
    }


def test_rows_without_their_commit_do_not_exist(own_lake: Path) -> None:
    lake = tapedeck.open_lake(own_lake)
    run = best(lake)
    before = {name: len(lake.read(name)) for name in ("fills", "run_metrics", "sweep_runs")}
    orphan(own_lake / "results/fills", {"run_id": run.run_id, "commit_id": "interrupted"})
    orphan(own_lake / "results/run_metrics", {"run_id": "never", "commit_id": "committed"})
    orphan(own_lake / "results/sweep_runs", {"plan_id": "never came into force"})

    after = {name: len(lake.read(name)) for name in before}
    by_sql = {
        name: lake.sql(f"SELECT count(*) AS n FROM {name}").polars()["n"][0] for name in before
    }

    assert after == before
    assert by_sql == before
    assert len(lake.fills(run)) == len(lake.fills(best(lake)))
    assert len(lake.sets("cross")) == 40 * 2


def orphan(table: Path, changed: dict[str, str]) -> None:
    """Writes a copy of one row of a table that no commit or plan speaks for."""
    row = DeltaTable(table).to_pyarrow_table().slice(0, 1)
    for name, value in changed.items():
        place = row.schema.get_field_index(name)
        row = row.set_column(place, row.schema.field(name), pa.array([value]))
    write_deltalake(table, row, mode="append")


def test_ticks_come_from_their_partition_alone_and_in_tape_order(
    lake: Lake, lake_folder: Path
) -> None:
    expected = by_hand.rows(
        f"""SELECT ts_event, price, size FROM {by_hand.files(lake_folder, "trades")}
            WHERE source_file LIKE 'xyz/20240109%' ORDER BY ts_event, seq"""
    )

    ticks = lake.ticks("XYZ", "2024-01-09")
    span = lake.ticks("XYZ", ("2024-01-09", "2024-01-10"))

    assert ticks.polars(exact=True).select("ts_event", "price", "size").rows() == expected
    assert set(span.polars()["date"].to_list()) == {dt.date(2024, 1, 9), dt.date(2024, 1, 10)}
    assert lake.symbols("trades") == ["ABC", "XYZ"]


def test_bars_open_in_order_and_are_known_when_they_close(lake: Lake) -> None:
    bars = lake.bars("XYZ", "1m", ("2024-01-08", "2024-01-08")).polars()

    assert bars["bar_open"].is_sorted()
    lengths = (bars["bar_close"] - bars["bar_open"]).unique().to_list()
    assert lengths == [dt.timedelta(minutes=1)]
    assert set(bars["date"].to_list()) == {dt.date(2024, 1, 8)}


def test_columns_and_filters_are_as_asked(lake: Lake) -> None:
    import pyarrow.compute as pc

    some = lake.read(
        "quotes",
        ["ask_price", "symbol"],
        {"symbol": ["XYZ"], "date": slice("2024-01-08", "2024-01-09")},
    )
    same = lake.read(
        "quotes",
        ["ask_price", "symbol"],
        (pc.field("symbol") == "XYZ") & (pc.field("date") <= dt.date(2024, 1, 9)),
    )

    assert some.columns == ["ask_price", "symbol"]
    assert len(some) == 2 * market.QUOTES_A_DAY
    assert some.arrow(exact=True).equals(same.arrow(exact=True))


def test_a_column_that_the_lake_has_not_yet_is_null(lake: Lake) -> None:
    read = lake.read("sweeps", ["name", "of_a_later_version"]).polars()

    assert read.rows() == [("cross", None)]


def test_the_equity_of_a_full_run_starts_with_its_money_and_ends_as_its_metrics_say(
    lake: Lake,
) -> None:
    run = best(lake)
    curve = lake.equity(run).polars(exact=True)
    end = lake.read("run_metrics", ["end_equity"], {"run_id": run.run_id})

    assert curve["equity"][0] == Decimal("20000.000000000")
    assert curve["equity"][-1] == end.polars(exact=True)["end_equity"][0]
    assert curve["ts_event"].is_sorted()


def test_a_run_that_kept_days_has_its_equity_at_session_closes(own_lake: Path) -> None:
    lake = tapedeck.open_lake(own_lake)
    run = best(lake)
    runs = DeltaTable(own_lake / "results/runs")
    runs.update(predicate=f"run_id = '{run.run_id}'", updates={"record": "'DAILY'"})

    curve = lake.equity(run.run_id).polars(exact=True)

    last = dt.timedelta(hours=21)  # 16:00 in New York
    closes = [dt.datetime(2024, 1, day, tzinfo=dt.UTC) + last for day in (8, 9, 10)]
    nanos = [int(close.timestamp()) * 1_000_000_000 for close in closes]
    assert curve["ts_event"].to_list()[1:] == nanos
    assert curve["equity"][0] == Decimal("20000.000000000")
    with pytest.raises(tapedeck.NotFoundError, match=r"kept no fills.*record=fills"):
        lake.fills(run.run_id)


def test_older_versions_of_a_table_can_be_read(own_lake: Path) -> None:
    lake = tapedeck.open_lake(own_lake)
    run = best(lake)
    before = lake.ticks("XYZ").arrow(exact=True)
    DeltaTable(own_lake / "trades").delete("symbol = 'XYZ' AND date = '2024-01-09'")

    then = lake.at(run.table_versions)

    assert len(lake.ticks("XYZ")) < before.num_rows
    assert then.ticks("XYZ").arrow(exact=True).equals(before)
    assert len(lake.read("trades", version=run.table_versions["trades"])) == len(
        then.read("trades")
    )
    with pytest.raises(tapedeck.NotFoundError, match="has no version 99: the latest is"):
        lake.read("trades", version=99)


def test_whole_numbers_with_gaps_stay_whole_in_pandas() -> None:
    rows = tapedeck.Rows(pa.table({"ts_recv": pa.array([1_704_724_200_000_000_001, None])}))

    exact = rows.pandas(exact=True)["ts_recv"]

    assert exact[0] == 1_704_724_200_000_000_001  # a float64 would end in 000
    assert exact[1] is pd.NA


def test_the_tables_of_a_lake_are_listed_with_their_rows(lake: Lake) -> None:
    tables = lake.tables().polars()
    rows = dict(tables.select("table", "rows").iter_rows())

    assert rows["quotes"] == 2 * 5 * market.QUOTES_A_DAY  # symbols, days
    assert rows["runs"] == 40 * 2
    assert "signals" not in rows


def test_what_a_guard_did_belongs_to_its_run(lake: Lake, lake_folder: Path) -> None:
    committed = by_hand.committed(lake_folder, "risk_events")
    [(run_id, events)] = by_hand.rows(
        f"SELECT run_id, count(*) AS events FROM {committed} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 1"
    )

    assert events > 0  # a daily loss of half a per cent stops some sets
    assert len(lake.risk_events(run_id)) == events
