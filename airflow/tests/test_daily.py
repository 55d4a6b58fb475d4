"""The day's DAG by ``dag.test()``, with a recording spark-submit: its commands in order."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import runs
from airflow.models.asset import AssetEvent
from airflow.utils.session import create_session
from recorder import Recorder
from sqlalchemy import select

SOURCES = [
    {"profile": "lean-equity", "source": "/market/equity", "only": "bac/%Y%m%d_*.zip"},
    {"profile": "lean-equity", "source": "/market/equity", "only": "ibm/%Y%m%d_*.zip"},
]
CONF: dict[str, Any] = {"lake": "/lake", "sources": SOURCES, "bars": ["1m", "1d"]}
SURVEYED = {
    "lake": "/lake",
    "tables": [
        {"table": "trades", "version": 3, "rows": 70, "holds": [{"symbol": "BAC"}]},
        {"table": "quotes", "version": 4, "rows": 90, "holds": [{"symbol": "BAC"}]},
        {"table": "bars", "version": 5, "rows": 390, "holds": []},
    ],
}
OPEN = {"sessions": [{"date": "2013-10-07", "is_half_day": False}]}


@pytest.fixture
def lake(recorder: Recorder) -> Recorder:
    recorder.says("sessions", answer=OPEN)
    recorder.says("tables", answer=SURVEYED)
    return recorder


def published() -> dict[str, tuple[str | None, dict[str, Any]]]:
    """The last two events of assets: partition and extra, by URI."""
    with create_session() as session:
        events = session.scalars(select(AssetEvent).order_by(AssetEvent.id.desc()).limit(2)).all()
        return {event.asset.uri: (event.partition_key, event.extra) for event in events}


def test_a_day_is_these_commands_in_this_order(lake: Recorder) -> None:
    done = runs.run("tapedeck_daily", {**CONF, "trade_date": "2013-10-07"})

    assert done.state == "success", runs.states(done)
    assert lake.calls("tapedeck") == [
        ["sessions", "--calendar=XNYS", "--from=2013-10-07", "--to=2013-10-07", "--json"]
    ]
    source = ["--lake=/lake", "--profile=lean-equity", "--source=/market/equity", "--wait=600"]
    of_day = ["--lake=/lake", "--from=2013-10-07", "--to=2013-10-07"]
    verbs = lake.verbs()
    # mapped tasks have no order among themselves
    assert [*sorted(verbs[:2]), *verbs[2:4], *sorted(verbs[4:6]), *verbs[6:]] == [
        ["ingest", *source, "--only=bac/20131007_*.zip", "--json"],
        ["ingest", *source, "--only=ibm/20131007_*.zip", "--json"],
        ["check", "--data", *of_day, "--json"],
        ["compact", *of_day, "--json"],
        ["bars", *of_day, "--length=1d", "--json"],
        ["bars", *of_day, "--length=1m", "--json"],
        ["tables", "--lake=/lake", "--json"],
    ]
    names = [words[words.index("--name") + 1] for words in lake.calls()]
    assert names == [f"tapedeck {words[0]} {done.run_id}" for words in verbs]
    assert published() == {
        "x-tapedeck://lake/ticks": (
            "2013-10-07",
            {
                "lake": "/lake",
                "trade_date": "2013-10-07",
                "versions": {"trades": 3, "quotes": 4},
                "rows": {"trades": 70, "quotes": 90},
            },
        ),
        "x-tapedeck://lake/bars": (
            "2013-10-07",
            {
                "lake": "/lake",
                "trade_date": "2013-10-07",
                "versions": {"bars": 5},
                "rows": {"bars": 390},
            },
        ),
    }


def test_a_manual_run_may_have_a_logical_date_instead(lake: Recorder) -> None:
    done = runs.run("tapedeck_daily", CONF, logical_date=datetime(2013, 10, 8, tzinfo=UTC))
    assert done.state == "success"
    assert {words[-2][11:19] for words in lake.verbs()[:2]} == {"20131008"}


def test_a_run_about_no_day_submits_nothing(lake: Recorder) -> None:
    done = runs.run("tapedeck_daily", CONF)
    assert done.state == "failed"
    assert runs.states(done)["resolve_date"] == "failed"
    assert lake.calls() == []


def test_on_a_closed_day_everything_is_skipped(lake: Recorder) -> None:
    lake.says("sessions", answer={"sessions": []})
    done = runs.run("tapedeck_daily", {**CONF, "trade_date": "2013-10-06"})

    assert done.state == "success"
    states = runs.states(done)
    assert (states.pop("resolve_date"), states.pop("is_session")) == ("success", "success")
    assert set(states.values()) == {"skipped"}
    assert lake.calls() == []


def test_a_gate_that_says_no_blocks_what_follows_and_is_asked_once(lake: Recorder) -> None:
    lake.says("check", last_line="tapedeck check: BAC 2013-10-07 crossed 4%", exit_code=3)
    done = runs.run("tapedeck_daily", {**CONF, "trade_date": "2013-10-07"})

    assert done.state == "failed"
    states = runs.states(done)
    assert states["validate"] == "failed"
    assert {states[name] for name in ("compact", "bars", "survey", "publish")} == {
        "upstream_failed"
    }
    assert [words[0] for words in lake.verbs()] == ["ingest", "ingest", "check"]


def test_a_refused_file_is_not_asked_for_again_and_a_busy_lake_is(
    lake: Recorder,
) -> None:
    daily = runs.dag("tapedeck_daily")
    soon = {"retry_delay": timedelta(milliseconds=1), "retry_exponential_backoff": 0}
    daily.task_dict["ingest"].partial_kwargs.update(soon)
    lake.says("--only=bac/20131007_*.zip", exit_code=75, last_line="tapedeck: held", times=1)
    lake.says("--only=ibm/20131007_*.zip", exit_code=3, last_line="tapedeck ingest: damaged")

    done = runs.run(daily, {**CONF, "trade_date": "2013-10-07"})

    states = runs.states(done)
    assert (states["ingest[0]"], states["ingest[1]"]) == ("success", "failed")
    assert sorted(words[-2][7:10] for words in lake.verbs()) == ["bac", "bac", "ibm"]
    assert states["validate"] == "upstream_failed"
