"""The real thing: the built jars, spark-submit in ``local[2]``, and lakes read without a JVM."""

import json
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import conftest
import pyarrow as pa
from deltalake import DeltaTable

ROOT = conftest.MODULE.parent
MARKET = ROOT.parent / "shared" / "market-data" / "equity" / "bac"
TABLES = ("trades", "quotes", "bars", "instruments", "partition_digests", "ingests", "quarantine")


def tapedeck(*words: str) -> dict[str, Any]:
    """Run a verb by hand; its answer."""
    done = subprocess.run(
        [str(conftest.LAUNCHERS / "tapedeck"), *words, "--json"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def rows(lake: Path, table: str) -> pa.Table:
    """All rows of a table in an order of their own, without when they were written."""
    if not (lake / table).exists():
        return pa.table({})
    read: pa.Table = DeltaTable(str(lake / table)).to_pyarrow_table()
    kept = read.drop_columns([name for name in read.column_names if name.endswith("ed_at")])
    plain = [field.name for field in kept.schema if not pa.types.is_nested(field.type)]
    return kept.select(sorted(kept.column_names)).sort_by([(name, "ascending") for name in plain])


def contents(lake: Path) -> dict[str, pa.Table]:
    """All of a lake that is to be the same however it came there."""
    return {table: rows(lake, table) for table in TABLES}


def versions(lake: Path) -> dict[str, int]:
    """The version of each table that exists."""
    found = [table for table in TABLES if (lake / table).exists()]
    return {table: DeltaTable(str(lake / table)).version() for table in found}


def two_days_of_trades(folder: Path) -> None:
    """BAC's trades of two days in LEAN's format: the real ones where they are, else made ones."""
    target = folder / "bac"
    target.mkdir(parents=True)
    for day in ("20131007", "20131008"):
        name = f"{day}_trade.zip"
        if (MARKET / name).exists():
            (target / name).write_bytes((MARKET / name).read_bytes())
        else:
            with zipfile.ZipFile(target / name, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr(f"{day}_bac_trade_tick.csv", made_trades(int(day)))


def made_trades(seed: int) -> str:
    """A trade each five seconds from 09:30 to 16:00, one to five cents around 14 dollars."""
    opening, closing = 34_200_000, 57_600_000
    lines = []
    for count, millis in enumerate(range(opening, closing, 5_000)):
        price = 140_000 + 100 * ((count * 7 + seed + count // 60) % 11 - 5)
        lines.append(f"{millis},{price},{100 + count % 3 * 100},P,0,0\n")
    return "".join(lines)
