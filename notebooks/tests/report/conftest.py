"""A small real lake with the reports of a sweep and of one of its runs, and a browser to open them in."""

import json
import os
import random
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

HOME = Path(__file__).parents[3]
TAPEDECK = HOME / "jobs" / "bin" / "tapedeck"
WORK = HOME / "notebooks" / "target" / "report-tests"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

MAPPING = """\
name: walk
table: bars
symbol: {constant: BTC/USD}
time: {column: ts, unit: S}
columns: {open: open, high: high, low: low, close: close, volume: volume}
bars: {length: 1h, stamp: open}
instrument: {asset_class: CRYPTO, currency: USD, calendar: 24/7, price_quantum: 0.01,
             size_quantum: 0.01, price_increment: 0.01}
"""

JOB = """\
name: cross under costs
tables: [bars]
tape_bars: 1h
universe: [BTC/USD]
benchmark: BTC/USD
strategy:
  name: sma-cross
  parameters:
    fast: [4, 8, 16, 32]
    slow: [16, 32, 64, 96, 128]
    allowShort: [false, true]
    size: 10
train: {from: 2024-01-01, to: 2024-04-14}
test: {from: 2024-04-15, to: 2024-05-29}
rank: sharpe
record: fills
start_cash: 10000
fees: {bps: 5}
slippage_bps: 1
"""


@dataclass(frozen=True)
class ReportLake:
    """A lake and the pages made of it."""

    root: Path
    sweep: Path
    run: Path
    index: Path


def tapedeck(*words: str) -> dict[str, Any]:
    """The final object of a verb; the test fails with the verb's own words if it does."""
    done = subprocess.run(
        [str(TAPEDECK), *words, "--json"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def walk(file: Path, days: int) -> None:
    """Hourly bars of a random walk whose drift turns every nine days; the same in every run."""
    luck = random.Random(7)
    price, drift, lines = 100.0, 0.0, ["ts,open,high,low,close,volume"]
    for hour in range(24 * days):
        if hour % 216 == 0:
            drift = luck.uniform(-0.0006, 0.0008)
        first, price = price, max(5.0, price * (1 + drift + luck.gauss(0, 0.003)))
        high = max(first, price) * (1 + luck.random() * 0.001)
        low = min(first, price) * (1 - luck.random() * 0.001)
        cents = ",".join(f"{each:.2f}" for each in (first, high, low, price))
        lines.append(f"{1_704_067_200 + 3600 * hour},{cents},{luck.randint(1000, 9000)}.00")
    file.write_text("\n".join(lines) + "\n")


def made_from() -> str:
    """What the lake is made from: it is made anew when this or the jobs change."""
    jars = sorted((HOME / "jobs" / "target" / "app" / "lib").glob("tapedeck-*.jar"))
    stamps = [f"{jar.name} {jar.stat().st_size} {jar.stat().st_mtime_ns}" for jar in jars]
    return "\n".join([MAPPING, JOB, *stamps])


def make(root: Path) -> None:
    """The whole way: files, lake, sweep, the reports of the sweep and of its best run."""
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    mapping, job, bars = root / "walk.yaml", root / "job.yaml", root / "walk.csv"
    mapping.write_text(MAPPING)
    job.write_text(JOB)
    walk(bars, days=150)
    lake = str(root / "lake")
    tapedeck("ingest", "--mapping", str(mapping), "--source", str(bars), "--lake", lake)
    swept = tapedeck("sweep", str(job), "--lake", lake, "--accept-failed")
    sweep = tapedeck("report", "--lake", lake)
    run = tapedeck("report", swept["ranking"][0]["run_id"], "--lake", lake)
    pages = {"sweep": sweep["report"], "run": run["report"], "index": run["index"]}
    (root / "pages.json").write_text(json.dumps(pages))
    (root / "made-from.txt").write_text(made_from())


@pytest.fixture(scope="session")
def report_lake() -> ReportLake:
    """Made once and kept below target/ until the jobs change."""
    stamp = WORK / "made-from.txt"
    if not stamp.is_file() or stamp.read_text() != made_from():
        make(WORK)
    pages = json.loads((WORK / "pages.json").read_text())
    return ReportLake(
        WORK / "lake", Path(pages["sweep"]), Path(pages["run"]), Path(pages["index"])
    )


def browser_of_the_machine() -> str:
    """The browser to open pages in; without one the tests are skipped, but fail in CI."""
    named = os.environ.get("TAPEDECK_CHROMIUM", "")
    found = named or next((path for each in BROWSERS if (path := shutil.which(each))), "")
    if not found:
        reason = (
            "no Chromium is found: install one (Debian and Ubuntu: apt-get install chromium)"
            " or name it in TAPEDECK_CHROMIUM"
        )
        if os.environ.get("CI", "").lower() == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless browser for all tests."""
    executable = browser_of_the_machine()
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=executable, args=list(QUIET))
        yield opened
        opened.close()
