"""Signals that were written are signals that can be taken in."""

import datetime as dt
from pathlib import Path

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from tapedeck import TapedeckError, write_signals

NOON = dt.datetime(2024, 1, 8, 17, tzinfo=dt.UTC)  # 12:00 in New York
NANOS = 1_704_733_200_000_000_000
SIGNALS = pl.DataFrame(
    {"symbol": ["XYZ"], "ts_event": [NOON], "strategy": ["mine"], "side": [1], "strength": [0.5]}
)


def read(path: Path) -> pa.Table:
    with pa.ipc.open_file(path) as file:
        return file.read_all()


@pytest.mark.parametrize(
    "signals",
    [SIGNALS, SIGNALS.to_pandas(), SIGNALS.to_arrow()],
    ids=["polars", "pandas", "arrow"],
)
def test_the_file_has_the_columns_of_the_table_whoever_made_the_rows(
    signals: pl.DataFrame | pd.DataFrame | pa.Table, tmp_path: Path
) -> None:
    table = read(write_signals(signals, tmp_path / "signals.arrow"))

    assert table.to_pylist() == [
        {"symbol": "XYZ", "ts_event": NANOS, "strategy": "mine", "side": 1, "strength": 0.5}
    ]
    assert table.schema.field("ts_event").type == pa.int64()
    assert table.schema.field("side").type == pa.int8()


def test_a_time_in_new_york_is_written_in_utc(tmp_path: Path) -> None:
    there = SIGNALS.with_columns(pl.col("ts_event").dt.convert_time_zone("America/New_York"))

    assert read(write_signals(there, tmp_path / "s.feather"))["ts_event"].to_pylist() == [NANOS]


def test_csv_has_the_same_columns(tmp_path: Path) -> None:
    text = write_signals(SIGNALS, tmp_path / "signals.csv").read_text()

    assert text.replace('"', "").splitlines() == [
        "symbol,ts_event,strategy,side,strength",
        f"XYZ,{NANOS},mine,1,0.5",
    ]


@pytest.mark.parametrize(
    ("signals", "said"),
    [
        (SIGNALS.drop("side"), "side missing"),
        (SIGNALS.with_columns(size=1), "size unknown"),
        (SIGNALS.with_columns(side=2), "a side is .*was 2"),
        (SIGNALS.with_columns(symbol=pl.lit(None, pl.String)), "need symbol in every row: 1"),
        (SIGNALS.with_columns(pl.col("ts_event").dt.replace_time_zone(None)), "no time zone"),
    ],
)
def test_what_the_table_would_not_take_is_refused_at_once(
    signals: pl.DataFrame, said: str, tmp_path: Path
) -> None:
    with pytest.raises(TapedeckError, match=said):
        write_signals(signals, tmp_path / "signals.arrow")


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TapedeckError, match=r"\.arrow, \.feather or \.csv"):
        write_signals(SIGNALS, tmp_path / "signals.parquet")
