"""The lake's weekly care: compacted, cleared of what nothing needs, its history checked."""

from datetime import datetime, timedelta
from typing import Any

from airflow.sdk import DAG, CronTriggerTimetable, get_current_context, task
from tapedeck_airflow import dates, jobs, params
from tapedeck_airflow.operator import TapedeckOperator, spark_task

with DAG(
    "tapedeck_maintenance",
    description=__doc__,
    schedule=CronTriggerTimetable("0 6 * * 0", timezone="America/New_York"),
    start_date=datetime(2000, 1, 1, tzinfo=dates.MARKET_ZONE),
    catchup=False,
    max_active_runs=1,
    params=params.maintenance(),
    default_args={"retries": 2, "retry_delay": timedelta(seconds=30)},
    tags=["tapedeck"],
):

    @task(multiple_outputs=True, execution_timeout=timedelta(minutes=15))
    def words() -> dict[str, jobs.Words]:
        """Write the command lines, by verb."""
        return jobs.of_maintenance(get_current_context()["params"])

    of_run: Any = words()
    compact = TapedeckOperator(
        **spark_task("compact", "compact", timedelta(hours=12)), arguments=of_run["compact"]
    )
    vacuum = TapedeckOperator(
        **spark_task("vacuum", "vacuum", timedelta(hours=4), deploy_mode="client"),
        arguments=of_run["vacuum"],
    )
    history = TapedeckOperator(
        **spark_task("history", "tables", timedelta(hours=1), deploy_mode="client"),
        arguments=of_run["history"],
    )
    compact >> vacuum >> history
