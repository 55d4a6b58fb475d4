"""Runs of the real DAGs in the tests' own process, without a scheduler."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from typing import Any

import conftest
from airflow.dag_processing.dagbag import DagBag
from airflow.models.dagrun import DagRun
from airflow.sdk import DAG
from airflow.utils.session import create_session


@cache
def bag() -> DagBag:
    """All DAGs of the folder, parsed as the DAG processor parses them."""
    return DagBag(dag_folder=str(conftest.MODULE / "dags"))


def dag(dag_id: str) -> DAG:
    return bag().dags[dag_id]


def run(dag_id: str, conf: dict[str, Any], logical_date: datetime | None = None) -> DagRun:
    """Run a DAG by ``dag.test()``; a manual run has no logical date unless one is given."""
    return dag(dag_id).test(run_after=datetime.now(UTC), logical_date=logical_date, run_conf=conf)


def states(dag_run: DagRun) -> dict[str, str]:
    """States of a run's tasks; mapped ones as ``task[index]``."""
    with create_session() as session:
        tasks = session.merge(dag_run).get_task_instances(session=session)
        return {
            one.task_id if one.map_index < 0 else f"{one.task_id}[{one.map_index}]": str(one.state)
            for one in tasks
        }
