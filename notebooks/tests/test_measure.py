"""How long each cell of notebook 1 takes on a sweep of ten thousand runs; measured, not asserted.

.mvn/python notebooks -m pytest -n 0 -m measure -s          makes the lake first, some minutes
TAPEDECK_MEASURE_LAKE=lake .mvn/python notebooks -m pytest -n 0 -m measure -s
"""

import os
from pathlib import Path

import executing
import market
import pytest

import tapedeck

JOB = """\
name: ten thousand
universe: [XYZ]
strategy:
  name: sma-cross
  parameters:
    fast: {from: 2, to: 101, step: 1}
    slow: {from: 110, to: 355, step: 5}
    size: 100
train: {from: 2024-01-08, to: 2024-01-10}
test: {from: 2024-01-11, to: 2024-01-12}
rank: sharpe
start_cash: 20000
fees: {per_share: 0.005, minimum: 1.00}
slippage_bps: 0.5
latency: {feed: 1ms, entry: 5ms, response: 5ms}
"""


def swept(folder: Path) -> Path:
    """A lake with 100 x 50 sets on two windows of dates."""
    market.write(folder / "equity", "XYZ", 1)
    lake, job = folder / "lake", folder / "job.yaml"
    job.write_text(JOB)
    source = folder / "equity"
    tapedeck.cli.run(["ingest", "--profile", "lean-equity", "--source", source, "--lake", lake])
    tapedeck.cli.run(["sweep", job, "--lake", lake])
    return lake


@pytest.mark.measure
def test_seconds_of_each_cell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given = os.environ.get("TAPEDECK_MEASURE_LAKE", "")
    lake = Path(given).resolve() if given else swept(tmp_path)
    monkeypatch.setenv("JAVA_HOME", "/nowhere")  # no Java from here on
    path = executing.MODULE / "1-explore-a-sweep.ipynb"

    rounds = [
        executing.seconds(executing.execute(path, tmp_path, lake_path=str(lake))) for _ in range(3)
    ]

    with capsys.disabled():
        print(f"\nload {os.getloadavg()[0]:.1f}; seconds of each cell, three times:")
        for cell in rounds[0]:
            print(" ".join(f"{one[cell]:6.2f}" for one in rounds), cell)
