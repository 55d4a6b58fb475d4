"""What an asset's event says of the lake."""

from collections.abc import Mapping
from typing import Any

from airflow.sdk import Asset, get_current_context

from tapedeck_airflow.output import Answer

_OF_SWEEP = ("sweep_id", "plan_id", "state", "planned", "completed", "failed")


def announce(asset: Asset, day: str, extra: Mapping[str, Any]) -> None:
    """Put the extra, and the day as partition, on the event that this task's success makes."""
    event = get_current_context()["outlet_events"][asset]
    event.extra = {**extra, "trade_date": day}
    event.add_partitions(day)


def announce_sweep(asset: Asset, verified: Answer) -> None:
    """Put ids and counts of a verified sweep on the event."""
    event = get_current_context()["outlet_events"][asset]
    event.extra = {key: verified[key] for key in _OF_SWEEP if key in verified}


def versions_and_rows(surveyed: Answer, *tables: str) -> dict[str, Any]:
    """Versions and rows of the tables that exist, out of the answer of ``tapedeck tables``."""
    shown = {table["table"]: table for table in surveyed["tables"]}
    found = [name for name in tables if name in shown]
    return {
        "lake": surveyed["lake"],
        "versions": {name: shown[name]["version"] for name in found},
        "rows": {name: shown[name]["rows"] for name in found},
    }
