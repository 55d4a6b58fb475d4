"""The real `tapedeck_daily` on a real lake with the real spark-submit, in ``local[2]``."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import conftest
import pytest
import real
import runs

pytestmark = pytest.mark.usefixtures("real_spark")


@dataclass(frozen=True)
class World:
    """A folder of files, a lake, and the parameters that take the one into the other."""

    folder: Path

    @property
    def market(self) -> Path:
        return self.folder / "equity"

    @property
    def lake(self) -> Path:
        return self.folder / "lake"

    @property
    def daily(self) -> dict[str, Any]:
        only = "*/%Y%m%d_*.zip"
        source = {"profile": "lean-equity", "source": str(self.market), "only": only}
        return {"lake": str(self.lake), "sources": [source], "bars": ["1m"], "symbols": ["BAC"]}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    made = World(tmp_path_factory.mktemp("real"))
    real.two_days_of_trades(made.market)
    return made


def test_a_damaged_file_fails_its_task_by_the_jobs_own_words_until_it_is_mended(
    world: World,
) -> None:
    damaged = world.market / "bac" / "20131008_trade.zip"
    whole = damaged.read_bytes()
    damaged.write_bytes(whole[: len(whole) // 2])
    conf = {**world.daily, "trade_date": "2013-10-08"}

    log = conftest.airflow("dags", "test", "tapedeck_daily", "--conf", json.dumps(conf), code=1)

    own_words = (
        "tapedeck ingest: 1 of 1 files refused and left as they were: "
        "refused bac/20131008_trade.zip (DAMAGED)"
    )
    assert f"AirflowFailException: exit code 3 (input refused), not retried: {own_words}" in log
    states = runs.states(runs.latest("tapedeck_daily"))
    assert states["ingest[0]"] == "failed"
    blocked = ("validate", "compact", "bars", "survey", "publish")
    assert {states[name] for name in blocked} == {"upstream_failed"}

    damaged.write_bytes(whole)
    mended = runs.run("tapedeck_daily", conf)
    assert mended.state == "success", runs.states(mended)
    assert set(real.rows(world.lake, "trades")["date"].to_pylist()) == {date(2013, 10, 8)}


def test_days_taken_in_one_by_one_and_one_of_them_again_are_one_ingest_by_hand(
    world: World,
) -> None:
    first, last = (datetime(2013, 10, day, tzinfo=UTC) for day in (7, 8))
    made = runs.backfill("tapedeck_daily", first, last, world.daily)
    assert made == {"2013-10-07": "success", "2013-10-08": "success"}

    by_hand = world.folder / "by-hand"
    lake = f"--lake={by_hand}"
    real.tapedeck("ingest", lake, "--profile=lean-equity", f"--source={world.market}")
    real.tapedeck("bars", lake, "--length=1m", "--symbols=BAC")

    scheduled, manual = real.contents(world.lake), real.contents(by_hand)
    for table in real.TABLES:
        assert scheduled[table] == manual[table], table
    assert scheduled["partition_digests"].num_rows >= 3  # trades of two days, bars of a month
    assert scheduled["trades"].num_rows > 9_000
