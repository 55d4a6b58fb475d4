"""The words of each command line, from parameters that the schema has checked.

Values stand behind ``=`` in the same word, so that no value can become an option of its own.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from tapedeck_airflow.params import required

Words = list[str]


def of_date(params: Mapping[str, Any], day: date) -> dict[str, Any]:
    """A run's day, and the words of the verbs that run once in it, by verb."""
    return {
        "day": day.isoformat(),
        "check": gate(params, day),
        "compact": _of_day(params, day),
        "tables": [lake_option(params)],
    }


def lake_option(params: Mapping[str, Any]) -> str:
    """The lake that every verb is told."""
    return f"--lake={required(params, 'lake', 'TAPEDECK_LAKE')}"


def ingests(params: Mapping[str, Any], day: date) -> list[Words]:
    """One ``ingest`` for each source, and for each day whose files a session is in."""
    sources = required(params, "sources", "TAPEDECK_SOURCES")
    return [
        _ingest(params, source, day + timedelta(days=offset))
        for source in sources
        for offset in source.get("days", [0])
    ]


def _ingest(params: Mapping[str, Any], source: Mapping[str, Any], day: date) -> Words:
    return [
        lake_option(params),
        f"--profile={source['profile']}",
        f"--source={source['source']}",
        f"--wait={params['wait_seconds']}",
        *(["--allow-none"] if source.get("optional") else []),
        f"--only={day.strftime(source['only'])}",
    ]


def gate(params: Mapping[str, Any], day: date) -> Words:
    """The quality gate, ``check``, over what the lake holds of a day."""
    limits: Mapping[str, Any] = params["limits"]
    return [
        "--data",
        *_of_day(params, day),
        *_symbols(params),
        *(f"--{name.replace('_', '-')}={limits[name]}" for name in sorted(limits)),
    ]


def bars(params: Mapping[str, Any], day: date) -> list[Words]:
    """One ``bars`` for each length."""
    return [
        [*_of_day(params, day), *_symbols(params), f"--length={length}"]
        for length in params["bars"]
    ]


def plan(params: Mapping[str, Any]) -> Words:
    """Pinning down a sweep: its sets, its chunks, the versions of the tables it reads."""
    return [
        required(params, "job", "TAPEDECK_SWEEP_JOB"),
        lake_option(params),
        *(f"--set={key}={_yaml(value)}" for key, value in sorted(params["set"].items())),
        f"--shards={params['shards']}",
        "--plan-only",
    ]


def shards(params: Mapping[str, Any], planned: Mapping[str, Any]) -> list[Words]:
    """One share of a plan for each submit: as many as the plan says have work, and at least one."""
    count = max(1, int(planned["shards"]))
    return [
        [*_of_plan(params, planned), f"--shard={index}/{count}"] for index in range(1, count + 1)
    ]


def of_sweep(params: Mapping[str, Any], planned: Mapping[str, Any]) -> dict[str, Words]:
    """The words of the verbs that follow the shards, by task."""
    sweep = str(planned["sweep_id"])
    return {
        "merge": _of_plan(params, planned),
        "rank": [sweep, lake_option(params), f"--top={params['top']}"],
        "report": [sweep, lake_option(params)],
        "verify": [*_of_plan(params, planned), "--verify"],
    }


def of_maintenance(params: Mapping[str, Any]) -> dict[str, Words]:
    """The words of the verbs that look after a lake, by task."""
    return {
        "compact": [lake_option(params)],
        "vacuum": _vacuum(params),
        "history": [lake_option(params), "--history"],
    }


def _of_plan(params: Mapping[str, Any], planned: Mapping[str, Any]) -> Words:
    accepting = ["--accept-failed"] if params["accept_failed"] else []
    return [lake_option(params), *accepting, f"--plan={planned['plan_id']}"]


def _vacuum(params: Mapping[str, Any]) -> Words:
    retained = params["retain_days"]
    return [
        lake_option(params),
        *([] if retained is None else [f"--retain-days={retained}"]),
        *(["--delete"] if params["delete"] else []),
    ]


def _of_day(params: Mapping[str, Any], day: date) -> Words:
    return [lake_option(params), f"--from={day}", f"--to={day}"]


def _symbols(params: Mapping[str, Any]) -> Words:
    return [f"--symbols={','.join(params['symbols'])}"] if params["symbols"] else []


def _yaml(value: Any) -> str:
    """Write a value as a job file would: lists in brackets, booleans in small letters."""
    if isinstance(value, list):
        return f"[{', '.join(_yaml(one) for one in value)}]"
    return str(value).lower() if isinstance(value, bool) else str(value)
