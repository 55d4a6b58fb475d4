"""A month, filled in afterwards as ``airflow backfill create`` does it: each session once."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import runs
from recorder import Recorder

SOURCE = {"profile": "lean-equity", "source": "/market", "only": "*/%Y%m%d_*.zip"}
CONF: dict[str, Any] = {"lake": "/lake", "sources": [SOURCE], "bars": ["1d"]}
THANKSGIVING = date(2013, 11, 28)


def days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


NOVEMBER = days(date(2013, 11, 1), date(2013, 11, 30))
SESSIONS = [day for day in NOVEMBER if day.weekday() < 5 and day != THANKSGIVING]


@pytest.fixture
def exchange(recorder: Recorder) -> Recorder:
    recorder.says("tables", answer={"lake": "/lake", "tables": []})
    for day in NOVEMBER:
        sessions = [{"date": f"{day}"}] if day in SESSIONS else []
        recorder.says("sessions", f"--from={day}", answer={"sessions": sessions})
    return recorder


def test_each_session_of_a_month_is_taken_in_once(exchange: Recorder) -> None:
    first, last = (datetime(2013, 11, day, tzinfo=UTC) for day in (1, 30))
    made = runs.backfill("tapedeck_daily", first, last, CONF)

    assert list(made.items()) == [(f"{day}", "success") for day in NOVEMBER]
    asked = [words[2] for words in exchange.calls("tapedeck")]
    assert asked == [f"--from={day}" for day in NOVEMBER]

    # 30 days, 5 Saturdays, 4 Sundays, Thanksgiving: 20 sessions; the half day of the 29th is one
    assert len(SESSIONS) == 20
    verbs = exchange.verbs()
    ingested = [words[-2] for words in verbs if words[0] == "ingest"]
    assert ingested == [f"--only=*/{day:%Y%m%d}_*.zip" for day in SESSIONS]
    of_days = [[f"--from={day}", f"--to={day}"] for day in SESSIONS]
    for verb, at in (("check", 3), ("compact", 2), ("bars", 2)):
        assert [words[at : at + 2] for words in verbs if words[0] == verb] == of_days
