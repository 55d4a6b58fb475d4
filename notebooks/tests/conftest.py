"""The lake that the tests read: made once, by the command line itself."""

import os
import shutil
from pathlib import Path
from typing import Any

import market
import pytest
from xdist.scheduler import LoadScopeScheduling

import tapedeck

JOB = """\
name: cross
universe: [XYZ]
strategy:
  name: sma-cross
  parameters:
    fast: [10, 20, 40, 80, 120]
    slow: [150, 250, 400, 600]
    allowShort: [false, true]
    size: 100
train: {from: 2024-01-08, to: 2024-01-10}
test: {from: 2024-01-11, to: 2024-01-12}
rank: sharpe
record: full
start_cash: 20000
fees: {per_share: 0.005, minimum: 1.00}
slippage_bps: 0.5
latency: {feed: 1ms, entry: 5ms, response: 5ms}
risk: {daily_loss: 0.5%}
"""


# Jobs of seconds never earn back what the optimising compiler and generated code cost.
SMALL_JOBS = (
    "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC "
    "-Dspark.sql.codegen.wholeStage=false -Dspark.sql.codegen.factoryMode=NO_CODEGEN "
    "-Dspark.sql.adaptive.enabled=false -Dspark.sql.shuffle.partitions=1"
)


def pytest_configure() -> None:
    os.environ.setdefault("JAVA_TOOL_OPTIONS", SMALL_JOBS)


class ByLake(LoadScopeScheduling):
    """Tests that share a lake run in one process, so that it is made once."""

    def _split_scope(self, nodeid: str) -> str:
        return "reports" if "/report/" in nodeid else "others"


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByLake:
    """The scheduler of this session."""
    return ByLake(config, log)


@pytest.fixture(scope="session")
def lake_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A lake with five days of two shares, minute bars of one, and a sweep of 40 sets."""
    kept = os.environ.get("TAPEDECK_TEST_LAKE", "")  # of an earlier session: it saves a minute
    if kept:
        return Path(kept)
    folder = tmp_path_factory.mktemp("lake-on-the-spot")
    for seed, symbol in enumerate(("XYZ", "ABC"), start=1):
        market.write(folder / "equity", symbol, seed)
    lake = folder / "lake"
    job = folder / "cross.yaml"
    job.write_text(JOB)
    os.environ.setdefault("TAPEDECK_MASTER", "local[2]")
    tapedeck.cli.run(
        ["ingest", "--profile", "lean-equity", "--source", folder / "equity", "--lake", lake]
    )
    tapedeck.cli.run(["bars", "--lake", lake, "--length", "1m"])
    tapedeck.cli.run(["sweep", job, "--lake", lake])
    return lake


@pytest.fixture
def lake(lake_folder: Path) -> tapedeck.Lake:
    """That lake, for reading."""
    return tapedeck.open_lake(lake_folder)


@pytest.fixture
def own_lake(lake_folder: Path, tmp_path: Path) -> Path:
    """A copy of that lake, for writing."""
    return Path(shutil.copytree(lake_folder, tmp_path / "lake"))
