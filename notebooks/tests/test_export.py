"""Files that `tapedeck export` writes open in every library with the values of the table."""

from pathlib import Path

import duckdb
import polars as pl
import pyarrow as pa
import pyarrow.feather as feather

import tapedeck
from tapedeck import Lake


def test_exported_fills_are_the_fills_of_the_table(lake: Lake, tmp_path: Path) -> None:
    run = lake.run(lake.ranking("cross", top=1).polars()["run_id"][0])
    columns = ["number", "ts_event", "order_side", "price", "size", "slippage", "fee"]
    expected = lake.fills(run).polars(exact=True).select(columns).rows()
    file = tmp_path / "fills.arrow"

    tapedeck.cli.run(["export", "fills", "--lake", lake.root, "--run", run.run_id, "--out", file])

    with pa.ipc.open_file(file) as opened:
        table = opened.read_all()
    assert pa.types.is_decimal128(table.schema.field("price").type)
    assert [tuple(row.values()) for row in table.select(columns).to_pylist()] == expected
    assert feather.read_table(file).equals(table)
    assert pl.read_ipc(file).select(columns).rows() == expected
    assert duckdb.from_arrow(table).select(*columns).fetchall() == expected
