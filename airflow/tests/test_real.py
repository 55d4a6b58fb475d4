"""The real DAGs on a real lake with the real spark-submit, in ``local[2]``."""

import json
import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import conftest
import pytest
import real
import runs
from deltalake import DeltaTable

JOB = """\
name: cross
universe: [BAC]
train: {from: 2013-10-07, to: 2013-10-07}
test: {from: 2013-10-08, to: 2013-10-08}
strategy:
  name: sma-cross
  parameters: {fast: [10, 20], slow: [100, 200], size: 100}
rank: total_return
fees: {per_share: 0.005}
"""


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


@pytest.fixture(autouse=True)
def real_spark(monkeypatch: pytest.MonkeyPatch) -> None:
    """Our spark-submit on the PATH, in front; Tapedeck is found beside these tests."""
    monkeypatch.setenv("PATH", f"{real.LAUNCHERS}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("TAPEDECK_MASTER", "local[2]")  # for what is done by hand


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


def test_a_sweep_in_two_shards_is_whole_and_is_not_computed_twice(world: World) -> None:
    job = world.folder / "cross.yaml"
    job.write_text(JOB)
    conf = {"job": str(job), "lake": str(world.lake), "shards": 2, "top": 3}

    done = runs.run("tapedeck_sweep", conf)

    assert done.state == "success", runs.states(done)
    shards = [runs.answer(done, "shards", index) for index in (0, 1)]
    assert [shard["shard"] for shard in shards] == ["1/2", "2/2"]
    verified = runs.answer(done, "verify")
    # 2 fast times 2 slow, each on the days of train and of test
    assert (verified["state"], verified["planned"], verified["completed"]) == ("DONE", 8, 8)
    assert sum(shard["computed"] for shard in shards) == 8
    assert runs.answer(done, "merge")["computed"] == 0
    assert len(runs.answer(done, "rank")["best"]) == 3
    assert Path(runs.answer(done, "report")["report"]).is_file()

    sweeps = DeltaTable(str(world.lake / "results" / "sweeps"))
    (row,) = sweeps.to_pyarrow_table().to_pylist()
    assert (row["sweep_id"], row["state"]) == (verified["sweep_id"], "DONE")
    of_runs = DeltaTable(str(world.lake / "results" / "runs")).to_pyarrow_table()
    assert of_runs.num_rows == 8
