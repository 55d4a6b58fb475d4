"""The real `tapedeck_sweep` on a real lake with the real spark-submit, in ``local[2]``."""

from pathlib import Path

import pytest
import real
import runs
from deltalake import DeltaTable

pytestmark = pytest.mark.usefixtures("real_spark")

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


def test_a_sweep_in_two_shards_is_whole_and_is_not_computed_twice(tmp_path: Path) -> None:
    market, lake, job = tmp_path / "equity", tmp_path / "lake", tmp_path / "cross.yaml"
    real.two_days_of_trades(market)
    real.tapedeck("ingest", f"--lake={lake}", "--profile=lean-equity", f"--source={market}")
    job.write_text(JOB)
    conf = {"job": str(job), "lake": str(lake), "shards": 2, "top": 3}

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

    sweeps = DeltaTable(str(lake / "results" / "sweeps"))
    (row,) = sweeps.to_pyarrow_table().to_pylist()
    assert (row["sweep_id"], row["state"]) == (verified["sweep_id"], "DONE")
    of_runs = DeltaTable(str(lake / "results" / "runs")).to_pyarrow_table()
    assert of_runs.num_rows == 8
