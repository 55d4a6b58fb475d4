"""Which trading day a run is about."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from airflow.sdk.exceptions import AirflowFailException

MARKET_ZONE = ZoneInfo("America/New_York")


def trade_date(context: Mapping[str, Any], zone: ZoneInfo = MARKET_ZONE) -> date:
    """Return the day of ``params.trade_date``, else of the partition key, else of the logical date.

    Nothing else counts: a run without any of them fails for good instead of taking today's date,
    which would be another one when the task is retried or cleared. A logical date is a time, and
    its day is the one in ``zone``; midnight in UTC is what Airflow makes of a date typed without a
    time, and is that date.
    """
    params: Mapping[str, Any] = context.get("params") or {}
    if given := params.get("trade_date"):
        return _day(str(given), "params.trade_date")
    run = context.get("dag_run")
    if key := getattr(run, "partition_key", None):
        return _day(str(key), "the partition key")
    if logical := getattr(run, "logical_date", None):
        return _day_of(logical, zone)
    raise AirflowFailException(
        "no trading day: the run has no params.trade_date, no partition key and no logical date; "
        'trigger it with {"trade_date": "YYYY-MM-DD"}'
    )


def _day(text: str, where: str) -> date:
    """Read a day, or a local time of that day."""
    try:
        return datetime.fromisoformat(text).date()
    except ValueError as malformed:
        raise AirflowFailException(
            f"{where} is no date: {text!r}, wanted YYYY-MM-DD"
        ) from malformed


def _day_of(logical: datetime, zone: ZoneInfo) -> date:
    instant = logical.astimezone(UTC)
    if instant.time() == time(0):
        return instant.date()
    return instant.astimezone(zone).date()
