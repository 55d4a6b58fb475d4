"""One trading day: its files into the lake, checked, compacted, built into bars, published."""

from datetime import date, datetime, timedelta
from typing import Any

from airflow.sdk import DAG, CronPartitionTimetable, get_current_context, task
from tapedeck_airflow import dates, jobs, params, publishing, questions
from tapedeck_airflow.assets import BARS, TICKS
from tapedeck_airflow.operator import TapedeckOperator, spark_task

BRIEFLY = timedelta(minutes=15)

with DAG(
    "tapedeck_daily",
    description=__doc__,
    # At New York's midnight, for the day that has ended. Partitions are whole days, so that a
    # back-fill from one date to another has each of them once, the last one included.
    schedule=CronPartitionTimetable(
        "0 0 * * *", timezone="America/New_York", run_offset=-1, key_format="%Y-%m-%d"
    ),
    start_date=datetime(2000, 1, 1, tzinfo=dates.MARKET_ZONE),
    catchup=False,  # past days are for: airflow backfill create
    max_active_runs=1,  # a lake in a local folder has one writer at a time
    params=params.daily(),
    default_args={"retries": 2, "retry_delay": timedelta(seconds=30)},
    tags=["tapedeck"],
):

    @task(multiple_outputs=True, execution_timeout=BRIEFLY)
    def resolve_date() -> dict[str, Any]:
        """Find out which day the run is about, and what that asks of each verb."""
        context = get_current_context()
        return jobs.of_date(context["params"], dates.trade_date(context))

    @task.short_circuit(execution_timeout=BRIEFLY)
    def is_session(day: str) -> bool:
        """Go on only if the exchange was open."""
        calendar = get_current_context()["params"]["calendar"]
        return questions.is_session(calendar, date.fromisoformat(day))

    @task(execution_timeout=BRIEFLY)
    def sources(day: str) -> list[jobs.Words]:
        """Write a command line for each source."""
        return jobs.ingests(get_current_context()["params"], date.fromisoformat(day))

    @task(execution_timeout=BRIEFLY)
    def lengths(day: str) -> list[jobs.Words]:
        """Write a command line for each length of bar."""
        return jobs.bars(get_current_context()["params"], date.fromisoformat(day))

    @task(outlets=[TICKS, BARS], execution_timeout=BRIEFLY)
    def publish(day: str, surveyed: dict[str, Any]) -> None:
        """Announce the versions of the tables to whoever is scheduled on them."""
        publishing.announce(TICKS, day, publishing.versions_and_rows(surveyed, "trades", "quotes"))
        publishing.announce(BARS, day, publishing.versions_and_rows(surveyed, "bars"))

    resolved: Any = resolve_date()
    day = resolved["day"]
    to_ingest, to_build = sources(day), lengths(day)

    ingest = TapedeckOperator.partial(
        **spark_task("ingest", "ingest", timedelta(hours=4)), max_active_tis_per_dag=1
    ).expand(arguments=to_ingest)
    # The gate's no stays a no. In cluster mode its exit code would not be heard.
    validate = TapedeckOperator(
        **spark_task("validate", "check", timedelta(hours=1), retries=0, deploy_mode="client"),
        arguments=resolved["check"],
    )
    compact = TapedeckOperator(
        **spark_task("compact", "compact", timedelta(hours=2)), arguments=resolved["compact"]
    )
    bars = TapedeckOperator.partial(
        **spark_task("bars", "bars", timedelta(hours=2)), max_active_tis_per_dag=1
    ).expand(arguments=to_build)
    survey = TapedeckOperator(
        **spark_task("survey", "tables", timedelta(hours=1), deploy_mode="client"),
        arguments=resolved["tables"],
    )

    surveyed: Any = survey.output
    is_session(day) >> [to_ingest, to_build]
    ingest >> validate >> compact >> bars >> survey >> publish(day, surveyed)
