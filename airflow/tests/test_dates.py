"""The trading day of a run: params, else partition key, else logical date, and nothing else."""

from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from airflow.sdk.exceptions import AirflowFailException
from tapedeck_airflow.dates import trade_date

NEW_YORK = ZoneInfo("America/New_York")


def context(
    trade_date: str | None = None, partition_key: str | None = None, logical: datetime | None = None
) -> dict[str, Any]:
    run = SimpleNamespace(
        partition_key=partition_key,
        logical_date=logical,
        run_after=datetime(2026, 11, 23, tzinfo=UTC),
    )
    return {"params": {"trade_date": trade_date}, "dag_run": run}


@pytest.mark.parametrize(
    ("given", "day"),
    [
        (context("2013-10-07", "2013-10-08", datetime(2013, 10, 9, tzinfo=UTC)), date(2013, 10, 7)),
        (context(None, "2013-10-08", datetime(2013, 10, 9, tzinfo=UTC)), date(2013, 10, 8)),
        # Airflow's default format of keys is a local time of the partition's day
        (context(None, "2013-10-08T00:00:00"), date(2013, 10, 8)),
        # a date typed without a time: midnight in UTC, which is the evening before in New York
        (context(logical=datetime(2013, 10, 9, tzinfo=UTC)), date(2013, 10, 9)),
        # half past eight in the evening of the 9th in New York, which is the 10th in UTC
        (context(logical=datetime(2013, 10, 10, 0, 30, tzinfo=UTC)), date(2013, 10, 9)),
        (context(logical=datetime(2013, 10, 9, 23, 59, tzinfo=NEW_YORK)), date(2013, 10, 9)),
        (context(logical=datetime(2013, 10, 9, 0, 0, tzinfo=NEW_YORK)), date(2013, 10, 9)),
        # the night in which clocks go back: 01:30 happens twice, on one date
        (context(logical=datetime(2013, 11, 3, 1, 30, tzinfo=NEW_YORK)), date(2013, 11, 3)),
        (context(logical=datetime(2013, 11, 3, 1, 30, fold=1, tzinfo=NEW_YORK)), date(2013, 11, 3)),
        # a manual run whose logical date was left empty, and whose partition was typed
        (context(None, "2013-10-08", None), date(2013, 10, 8)),
    ],
)
def test_the_day_is_the_one_asked_for_first(given: dict[str, Any], day: date) -> None:
    assert trade_date(given) == day


def test_a_run_about_no_day_fails_for_good_instead_of_taking_today() -> None:
    with pytest.raises(AirflowFailException, match="no trading day"):
        trade_date(context())


@pytest.mark.parametrize(("where", "given"), [("partition key", context(None, "BAC"))])
def test_a_key_that_is_no_date_is_named(where: str, given: dict[str, Any]) -> None:
    with pytest.raises(AirflowFailException, match=f"{where} is no date: 'BAC'"):
        trade_date(given)
