"""Command lines, word for word."""

from datetime import date
from typing import Any

import pytest
from airflow.sdk.exceptions import AirflowFailException
from tapedeck_airflow import jobs

DAY = date(2013, 10, 7)
LEAN = {"profile": "lean-equity", "source": "/market/equity", "only": "bac/%Y%m%d_*.zip"}


def daily(**given: Any) -> dict[str, Any]:
    defaults: dict[str, Any] = {"lake": "/lake", "sources": [LEAN], "symbols": [], "limits": {}}
    return {**defaults, "bars": ["1m"], "wait_seconds": 60, **given}


def sweep(**given: Any) -> dict[str, Any]:
    defaults = {"job": "/cross.yaml", "lake": "/lake", "set": {}, "shards": 4, "top": 10}
    return {**defaults, "accept_failed": False, **given}


def test_a_source_is_ingested_by_the_files_of_its_day() -> None:
    assert jobs.ingests(daily(), DAY) == [
        [
            "--lake=/lake",
            "--profile=lean-equity",
            "--source=/market/equity",
            "--wait=60",
            "--only=bac/20131007_*.zip",
        ]
    ]


def test_an_fx_session_is_in_the_files_of_two_days() -> None:
    fx = {"profile": "lean-forex", "source": "/fx", "only": "*/%Y%m%d_*.zip"}
    monday = date(2014, 5, 5)
    words = jobs.ingests(daily(sources=[{**fx, "days": [-1, 0], "optional": True}]), monday)
    assert [[word for word in each if "only" in word or "none" in word] for each in words] == [
        ["--allow-none", "--only=*/20140504_*.zip"],
        ["--allow-none", "--only=*/20140505_*.zip"],
    ]


def test_the_gate_looks_at_one_day_with_the_limits_of_the_run() -> None:
    given = daily(symbols=["BAC", "IBM"], limits={"min_rows": 10, "max_crossed": "1%"})
    assert jobs.of_date(given, DAY)["check"] == [
        "--data",
        "--lake=/lake",
        "--from=2013-10-07",
        "--to=2013-10-07",
        "--symbols=BAC,IBM",
        "--max-crossed=1%",
        "--min-rows=10",
    ]


def test_bars_are_built_length_by_length() -> None:
    assert jobs.bars(daily(bars=["30s", "1d"], symbols=["BAC"]), DAY) == [
        ["--lake=/lake", "--from=2013-10-07", "--to=2013-10-07", "--symbols=BAC", "--length=30s"],
        ["--lake=/lake", "--from=2013-10-07", "--to=2013-10-07", "--symbols=BAC", "--length=1d"],
    ]


@pytest.mark.parametrize(
    ("planned", "words"),
    [
        (1, ["1/1"]),
        (3, ["1/3", "2/3", "3/3"]),
        (0, ["1/1"]),  # nothing left to compute is still one submit, which says so
    ],
)
def test_a_plan_is_shared_among_as_many_submits_as_it_has_work_for(
    planned: int, words: list[str]
) -> None:
    shards = jobs.shards(sweep(), {"plan_id": "p1", "shards": planned})
    assert [each[-1] for each in shards] == [f"--shard={word}" for word in words]
    assert all(each[:-1] == ["--lake=/lake", "--plan=p1"] for each in shards)


def test_keys_of_a_job_are_set_as_its_file_would_write_them() -> None:
    keys = {"strategy.parameters.fast": [10, 20], "account.shared": True, "name": "a b"}
    assert jobs.plan(sweep(set=keys)) == [
        "/cross.yaml",
        "--lake=/lake",
        "--set=account.shared=true",
        "--set=name=a b",
        "--set=strategy.parameters.fast=[10, 20]",
        "--shards=4",
        "--plan-only",
    ]


@pytest.mark.parametrize(
    ("name", "variable", "asked"),
    [
        ("lake", "TAPEDECK_LAKE", lambda: jobs.of_date(daily(lake=None), DAY)),
        ("sources", "TAPEDECK_SOURCES", lambda: jobs.ingests(daily(sources=None), DAY)),
        ("job", "TAPEDECK_SWEEP_JOB", lambda: jobs.plan(sweep(job=None))),
    ],
)
def test_what_is_missing_is_named_with_where_to_put_it(
    name: str, variable: str, asked: Any
) -> None:
    with pytest.raises(AirflowFailException, match=f"{name} is missing.*{variable}"):
        asked()


@pytest.mark.parametrize(
    ("delete", "retained", "words"),
    [
        (False, None, ["--lake=/lake"]),
        (True, None, ["--lake=/lake", "--delete"]),
        (False, 30, ["--lake=/lake", "--retain-days=30"]),
    ],
)
def test_vacuum_deletes_only_when_told(delete: bool, retained: Any, words: list[str]) -> None:
    given = {"lake": "/lake", "delete": delete, "retain_days": retained}
    assert jobs.of_maintenance(given)["vacuum"] == words
