"""Runs of the real DAGs in the tests' own process, without a scheduler."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import conftest
from airflow import settings
from airflow.dag_processing.dagbag import DagBag
from airflow.models.backfill import Backfill, ReprocessBehavior, _create_backfill
from airflow.models.dagrun import DagRun
from airflow.models.xcom import XComModel
from airflow.sdk import DAG, DagRunState, TaskInstanceState
from airflow.sdk.definitions.dag import _run_task
from airflow.serialization.serialized_objects import DagSerialization
from airflow.utils.session import create_session
from sqlalchemy import select, update


def bag() -> DagBag:
    """All DAGs of the folder, parsed as the DAG processor parses them."""
    return DagBag(dag_folder=str(conftest.MODULE / "dags"))


def dag(dag_id: str) -> DAG:
    """A DAG as a worker has it: parsed anew, since a run's parameters are written into it."""
    return bag().dags[dag_id]


def run(of_folder: str | DAG, conf: dict[str, Any], logical_date: datetime | None = None) -> DagRun:
    """Run a DAG by ``dag.test()``; a manual run has no logical date unless one is given."""
    parsed = dag(of_folder) if isinstance(of_folder, str) else of_folder
    return parsed.test(run_after=datetime.now(UTC), logical_date=logical_date, run_conf=conf)


def latest(dag_id: str) -> DagRun:
    """The run of a DAG that was made last."""
    with create_session() as session:
        of_dag = select(DagRun).where(DagRun.dag_id == dag_id)
        return session.scalars(of_dag.order_by(DagRun.id.desc()).limit(1)).one()


def states(dag_run: DagRun) -> dict[str, str]:
    """States of a run's tasks; mapped ones as ``task[index]``."""
    with create_session() as session:
        tasks = session.merge(dag_run).get_task_instances(session=session)
        return {
            one.task_id if one.map_index < 0 else f"{one.task_id}[{one.map_index}]": str(one.state)
            for one in tasks
        }


def backfill(dag_id: str, first: datetime, last: datetime, conf: dict[str, Any]) -> dict[str, str]:
    """Make the runs of ``airflow backfill create`` and run each; their states by partition."""
    made = _create_backfill(
        dag_id=dag_id,
        from_date=first,
        to_date=last,
        max_active_runs=1,
        reverse=False,
        dag_run_conf=conf,
        triggering_user_name="tests",
        reprocess_behavior=ReprocessBehavior.COMPLETED,
    )
    with create_session() as session:
        of_backfill = select(DagRun.id).where(DagRun.backfill_id == made.id)
        ids = session.scalars(of_backfill.order_by(DagRun.run_after)).all()
    ended = dict(complete(dag(dag_id), run_id) for run_id in ids)
    with create_session() as session:
        session.execute(
            update(Backfill).where(Backfill.id == made.id).values(completed_at=datetime.now(UTC))
        )
    return ended


def complete(of_folder: DAG, run_id: int) -> tuple[str, str]:
    """Do for a run that exists what ``dag.test()`` does for one of its own making."""
    serialized = DagSerialization.deserialize_dag(DagSerialization.serialize_dag(of_folder))
    session = settings.Session()
    state: str = DagRunState.RUNNING.value
    while state == DagRunState.RUNNING.value:
        session.expire_all()
        queued = session.get_one(DagRun, run_id)
        queued.dag, queued.state = serialized, DagRunState.RUNNING
        ready, _ = queued.update_state(session=session)
        for task in ready:
            task.try_number += 1
            task.state = TaskInstanceState.SCHEDULED
        key, state = str(queued.partition_key), DagRunState(queued.state).value
        session.commit()
        for task in queued.get_task_instances(session=session):
            if task.state == TaskInstanceState.SCHEDULED:
                _run_task(ti=task, task=of_folder.task_dict[task.task_id])
    return key, state


def answer(dag_run: DagRun, task_id: str, map_index: int = -1) -> Any:
    """What a task returned."""
    with create_session() as session:
        value = session.scalars(
            select(XComModel.value).where(
                XComModel.dag_id == dag_run.dag_id,
                XComModel.run_id == dag_run.run_id,
                XComModel.task_id == task_id,
                XComModel.map_index == map_index,
                XComModel.key == "return_value",
            )
        ).one()
    return json.loads(value) if isinstance(value, str) else value
