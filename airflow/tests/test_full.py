"""The whole of Airflow, with scheduler and workers, on the five days of BAC; ``-m full``."""

import shutil
from pathlib import Path

import httpx
import pytest
import real
from standalone import standalone

pytestmark = [
    pytest.mark.full,
    pytest.mark.skipif(
        not real.MARKET.exists(),
        reason="no market data at ../shared/market-data beside the project",
    ),
]
DAYS = [f"2013-10-{day:02}" for day in range(7, 12)]


def test_five_days_filled_in_twice_are_one_ingest_by_hand(tmp_path: Path) -> None:
    market, lake, by_hand = tmp_path / "equity", tmp_path / "lake", tmp_path / "by-hand"
    shutil.copytree(real.MARKET, market / "bac")
    source = {"profile": "lean-equity", "source": str(market), "only": "*/%Y%m%d_*.zip"}
    conf = {"lake": str(lake), "sources": [source], "bars": ["1m"], "symbols": ["BAC"]}

    with standalone(tmp_path / "home") as airflow:
        assert httpx.get(airflow.url).status_code == 200
        assert sorted(dag["dag_id"] for dag in airflow.ask("dags")["dags"]) == [
            "tapedeck_daily",
            "tapedeck_maintenance",
            "tapedeck_sweep",
        ]
        airflow.airflow("dags", "unpause", "tapedeck_daily")
        done = dict.fromkeys(DAYS, "success")
        assert airflow.backfill(DAYS[0], DAYS[-1], conf) == done
        once, versions = real.contents(lake), real.versions(lake)
        assert airflow.backfill(DAYS[0], DAYS[-1], conf) == done
        twice = real.contents(lake)

    real.tapedeck("ingest", f"--lake={by_hand}", "--profile=lean-equity", f"--source={market}")
    real.tapedeck("bars", f"--lake={by_hand}", "--length=1m", "--symbols=BAC")
    manual = real.contents(by_hand)
    for table in real.TABLES:
        assert once[table] == twice[table] == manual[table], table
    assert real.versions(lake)["trades"] == versions["trades"]
