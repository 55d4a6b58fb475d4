"""A sweep: planned once, its runs shared among submits, merged, ranked, reported, verified."""

import os
from datetime import timedelta
from typing import Any

from airflow.sdk import DAG, PartitionedAssetTimetable, get_current_context, task
from tapedeck_airflow import jobs, params, publishing
from tapedeck_airflow.assets import SWEEPS, TICKS
from tapedeck_airflow.operator import TapedeckOperator, spark_task

BRIEFLY = timedelta(minutes=15)

with DAG(
    "tapedeck_sweep",
    description=__doc__,
    # By hand; and after each published day where a job is named for that.
    schedule=PartitionedAssetTimetable(assets=TICKS)
    if os.environ.get("TAPEDECK_SWEEP_JOB")
    else None,
    max_active_runs=1,
    params=params.sweep(),
    default_args={"retries": 2, "retry_delay": timedelta(seconds=30)},
    tags=["tapedeck"],
):

    @task(multiple_outputs=True, execution_timeout=BRIEFLY)
    def question() -> dict[str, jobs.Words]:
        """Write the command line that plans the sweep."""
        return {"plan": jobs.plan(get_current_context()["params"])}

    @task(execution_timeout=BRIEFLY)
    def shares(planned: dict[str, Any]) -> list[jobs.Words]:
        """Write a command line for each shard; only the plan's id and the shard's number travel."""
        return jobs.shards(get_current_context()["params"], planned)

    @task(multiple_outputs=True, execution_timeout=BRIEFLY)
    def of_plan(planned: dict[str, Any]) -> dict[str, jobs.Words]:
        """Write the command lines that follow the shards, by verb."""
        return jobs.of_sweep(get_current_context()["params"], planned)

    @task(outlets=[SWEEPS], execution_timeout=BRIEFLY)
    def publish(verified: dict[str, Any]) -> None:
        """Announce the finished sweep."""
        publishing.announce_sweep(SWEEPS, verified)

    asked: Any = question()
    # Asked again for the same question and the same data, the plan is the one in force, and nothing
    # is computed twice; so a run may be repeated or cleared at any point. A wrong question stays
    # wrong: no retries.
    plan = TapedeckOperator(
        **spark_task("plan", "sweep", timedelta(hours=1), retries=0, deploy_mode="client"),
        arguments=asked["plan"],
    )
    planned: Any = plan.output
    after: Any = of_plan(planned)
    shards = TapedeckOperator.partial(**spark_task("shards", "sweep", timedelta(hours=12))).expand(
        arguments=shares(planned)
    )
    merge = TapedeckOperator(
        **spark_task("merge", "sweep", timedelta(hours=4)), arguments=after["merge"]
    )
    rank = TapedeckOperator(
        **spark_task("rank", "show", timedelta(hours=1), deploy_mode="client"),
        arguments=after["rank"],
    )
    report = TapedeckOperator(
        **spark_task("report", "report", timedelta(hours=1), deploy_mode="client"),
        arguments=after["report"],
    )
    # In cluster mode a submit's exit code says little: the run-status row does.
    verify = TapedeckOperator(
        **spark_task("verify", "sweep", timedelta(hours=1), deploy_mode="client"),
        arguments=after["verify"],
    )
    verified: Any = verify.output
    shards >> merge >> rank >> report >> verify >> publish(verified)
