"""What Airflow makes of the DAG folder."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import conftest
import pytest
import runs
from airflow.sdk import DAG
from airflow.sdk.exceptions import ParamValidationError
from tapedeck_airflow.operator import TapedeckOperator

IDS = ["tapedeck_daily", "tapedeck_maintenance", "tapedeck_sweep"]


def graph(dag: DAG) -> dict[str, set[str]]:
    return {task_id: set(task.downstream_task_ids) for task_id, task in dag.task_dict.items()}


def spark_tasks() -> list[Any]:
    return [
        pytest.param(task, id=f"{dag_id}.{task.task_id}")
        for dag_id in IDS
        for task in runs.dag(dag_id).tasks
        if task.task_type == TapedeckOperator.__name__
    ]


def test_all_files_are_imported_without_error_and_hold_one_dag_each() -> None:
    assert runs.bag().import_errors == {}
    assert sorted(runs.bag().dags) == IDS
    files = [Path(dag.fileloc).stem for dag in runs.bag().dags.values()]
    assert sorted(files) == IDS


@pytest.mark.parametrize(
    "file", sorted((conftest.MODULE / "dags").glob("*.py")), ids=lambda f: f.stem
)
def test_a_file_is_plain_python_that_runs_alone(file: Path) -> None:
    subprocess.run([sys.executable, str(file)], check=True, timeout=300, cwd=file.parent)


def test_the_day_runs_in_this_order() -> None:
    assert graph(runs.dag("tapedeck_daily")) == {
        "resolve_date": {
            *("is_session", "sources", "lengths", "validate", "compact", "survey", "publish")
        },
        "is_session": {"sources", "lengths"},
        "sources": {"ingest"},
        "lengths": {"bars"},
        "ingest": {"validate"},
        "validate": {"compact"},
        "compact": {"bars"},
        "bars": {"survey"},
        "survey": {"publish"},
        "publish": set(),
    }


def test_the_sweep_runs_in_this_order() -> None:
    assert graph(runs.dag("tapedeck_sweep")) == {
        "question": {"plan"},
        "plan": {"shares", "of_plan"},
        "shares": {"shards"},
        "of_plan": {"merge", "rank", "report", "verify"},
        "shards": {"merge"},
        "merge": {"rank"},
        "rank": {"report"},
        "report": {"verify"},
        "verify": {"publish"},
        "publish": set(),
    }


def test_the_lake_is_looked_after_in_this_order() -> None:
    assert graph(runs.dag("tapedeck_maintenance")) == {
        "words": {"compact", "vacuum", "history"},
        "compact": {"vacuum"},
        "vacuum": {"history"},
        "history": set(),
    }


@pytest.mark.parametrize("task", spark_tasks())
def test_each_submit_has_a_name_a_pool_a_timeout_and_retries_that_wait(task: Any) -> None:
    def setting(name: str) -> Any:
        return task.partial_kwargs[name] if task.is_mapped else getattr(task, name)

    assert setting("name").startswith("tapedeck ") and "{{ run_id }}" in setting("name")
    assert setting("pool") == "spark"
    assert timedelta(0) < setting("execution_timeout") <= timedelta(hours=12)
    assert setting("retry_exponential_backoff") > 1
    never_retried = task.task_id in ("validate", "plan")
    assert setting("retries") == (0 if never_retried else 2)


@pytest.mark.parametrize("dag_id", IDS)
def test_nothing_runs_without_an_end(dag_id: str) -> None:
    assert all(task.execution_timeout for task in runs.dag(dag_id).tasks)


def test_writers_of_a_lake_do_not_meet() -> None:
    daily = runs.dag("tapedeck_daily")
    assert daily.max_active_runs == 1
    for name in ("ingest", "bars"):
        assert daily.task_dict[name].partial_kwargs["max_active_tis_per_dag"] == 1


@pytest.mark.parametrize("dag_id", IDS)
def test_nothing_is_caught_up_with_unasked(dag_id: str) -> None:
    assert runs.dag(dag_id).catchup is False


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("trade_date", "7.10.2013"),
        ("trade_date", "2013-02-30"),
        ("sources", [{"profile": "lean-equity", "source": "equity"}]),
        ("sources", [{"profile": "lean-equity", "source": "equity", "only": "no day in it"}]),
        ("sources", [{"profile": "--table", "source": "equity", "only": "%Y"}]),
        ("sources", []),
        ("symbols", ["BAC,IBM"]),
        ("symbols", ["--lake"]),
        ("symbols", ["BAC", "BAC"]),
        ("bars", ["1 minute"]),
        ("bars", []),
        ("limits", {"max_crossed": "lots"}),
        ("limits", {"max_crossd": "1%"}),
        ("wait_seconds", -1),
        ("spark", {"spark.driver.extraJavaOptions": "-agentlib:x"}),
    ],
)
def test_the_schema_refuses(name: str, wrong: Any) -> None:
    with pytest.raises(ParamValidationError):
        runs.dag("tapedeck_daily").params[name] = wrong


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("trade_date", "2013-10-07"),
        ("symbols", ["BAC", "BRK.B", "005930"]),
        ("bars", ["30s", "1h"]),
        ("limits", {"max_crossed": "0.5%", "max_gap": "30m", "min_rows": 10}),
        ("limits", {"max_quarantined": "0.001"}),
        ("spark", {"spark.driver.memory": "4g"}),
    ],
)
def test_the_schema_takes(name: str, right: Any) -> None:
    params = runs.dag("tapedeck_daily").params
    before = params[name]
    params[name] = right
    params[name] = before


def test_the_first_of_a_month_to_its_last_are_partitions_each_once() -> None:
    from airflow.serialization.encoders import coerce_to_core_timetable

    timetable = coerce_to_core_timetable(runs.dag("tapedeck_daily").timetable)
    days = timetable.iter_partition_dagrun_infos(
        earliest=datetime(2013, 11, 1, tzinfo=UTC), latest=datetime(2013, 11, 30, tzinfo=UTC)
    )
    # clocks go back on the 3rd
    assert [info.partition_key for info in days] == [f"2013-11-{day:02}" for day in range(1, 31)]
