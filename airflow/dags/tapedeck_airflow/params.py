"""What a run may be given, with its JSON schema; the trigger form is made from it.

Defaults for scheduled runs come from the environment of the DAG processor: ``TAPEDECK_LAKE``,
``TAPEDECK_SOURCES`` (JSON), ``TAPEDECK_SWEEP_JOB``.
"""

import json
import os
from collections.abc import Mapping
from typing import Any

from airflow.sdk import Param
from airflow.sdk.exceptions import AirflowFailException

_WORD = r"^[^-\s][^\s,]*$"
_PATH = r"^[^-].*$"
_SHARE = r"^(0|0?\.\d+|[1-9]?\d(\.\d+)?%|100%)$"
_SPARK_SETTING = (
    r"^spark\.(driver\.(memory|cores)|executor\.(memory|cores|instances)|default\.parallelism"
    r"|sql\.shuffle\.partitions|eventLog\.(enabled|dir))$"
)

_SOURCE: dict[str, Any] = {
    "type": "object",
    "required": ["profile", "source", "only"],
    "additionalProperties": False,
    "properties": {
        "profile": {
            "type": "string",
            "pattern": _WORD,
            "description": "a format: tapedeck profiles",
        },
        "source": {"type": "string", "pattern": _PATH, "description": "the folder with all days"},
        "only": {
            "type": "string",
            "pattern": r"^[^-].*%.*$",
            "description": "the day's files below it: a glob as strftime reads it: */%Y%m%d_*.zip",
        },
        "days": {
            "type": "array",
            "items": {"type": "integer", "minimum": -7, "maximum": 7},
            "minItems": 1,
            "uniqueItems": True,
            "description": "files of which days, counted from the trading day; FX sessions begin "
            "the evening before: [-1, 0]. Default: [0]",
        },
        "optional": {
            "type": "boolean",
            "description": "whether no file at all is fine. Default: false",
        },
    },
}

_LIMITS: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "max_crossed": {"type": "string", "pattern": _SHARE},
        "max_one_sided": {"type": "string", "pattern": _SHARE},
        "max_out_of_session": {"type": "string", "pattern": _SHARE},
        "max_quarantined": {"type": "string", "pattern": _SHARE},
        "max_gap": {"type": "string", "pattern": r"^[1-9]\d*(s|m|h)$"},
        "min_rows": {"type": "integer", "minimum": 0},
    },
}


def lake() -> Param:
    """The lake, a folder or a URI."""
    return Param(
        os.environ.get("TAPEDECK_LAKE"),
        type=["null", "string"],
        pattern=_PATH,
        description="The lake: a folder (absolute) or a URI. Default: $TAPEDECK_LAKE.",
    )


def spark() -> Param:
    """Settings of Spark that concern size, for all submits of a run."""
    return Param(
        {},
        type="object",
        propertyNames={"pattern": _SPARK_SETTING},
        additionalProperties={"type": ["string", "integer", "boolean"]},
        description="Spark's settings of size, as in spark.driver.memory: 4g.",
    )


def daily() -> dict[str, Param]:
    """Parameters of ``tapedeck_daily``."""
    return {
        "trade_date": Param(
            None,
            type=["null", "string"],
            format="date",
            description="The trading day. Default: the run's partition, else its logical date.",
        ),
        "lake": lake(),
        "sources": Param(
            json.loads(os.environ.get("TAPEDECK_SOURCES", "null")),
            type=["null", "array"],
            items=_SOURCE,
            minItems=1,
            description="Where the day's files are. Default: $TAPEDECK_SOURCES.",
        ),
        "calendar": Param(
            "XNYS", type="string", pattern=_WORD, description="Which days are sessions."
        ),
        "symbols": Param(
            [],
            type="array",
            items={"type": "string", "pattern": _WORD},
            uniqueItems=True,
            description="Instruments that must be there, and get bars. Default: all there are.",
        ),
        "bars": Param(
            ["1m", "1d"],
            type="array",
            items={"type": "string", "pattern": r"^[1-9]\d*(s|m|h|d)$"},
            minItems=1,
            uniqueItems=True,
            description="Lengths of the bars to build.",
        ),
        "limits": Param(
            {}, **_LIMITS, description="The quality gate. Default: those of tapedeck check."
        ),
        "wait_seconds": Param(
            600, type="integer", minimum=0, description="How long to wait for another writer."
        ),
        "spark": spark(),
    }


def sweep() -> dict[str, Param]:
    """Parameters of ``tapedeck_sweep``."""
    return {
        "job": Param(
            os.environ.get("TAPEDECK_SWEEP_JOB"),
            type=["null", "string"],
            pattern=_PATH,
            description="The job file (absolute). Default: $TAPEDECK_SWEEP_JOB.",
        ),
        "lake": lake(),
        "set": Param(
            {},
            type="object",
            propertyNames={"pattern": r"^[a-z][\w.-]*$"},
            additionalProperties={"type": ["string", "number", "boolean", "array"]},
            description="Keys of the job to set, as in strategy.parameters.fast: [10, 20].",
        ),
        "shards": Param(
            4, type="integer", minimum=1, maximum=64, description="Submits to share the runs among."
        ),
        "accept_failed": Param(False, type="boolean", description="Whether single runs may fail."),
        "top": Param(
            10, type="integer", minimum=1, maximum=100, description="Sets in the ranking."
        ),
        "spark": spark(),
    }


def maintenance() -> dict[str, Param]:
    """Parameters of ``tapedeck_maintenance``."""
    return {
        "lake": lake(),
        "delete": Param(
            False, type="boolean", description="Whether vacuum deletes; else a dry run."
        ),
        "retain_days": Param(
            None, type=["null", "integer"], minimum=0, description="Days of history vacuum keeps."
        ),
        "spark": spark(),
    }


def required(params: Mapping[str, Any], name: str, variable: str) -> Any:
    """Return a parameter that has no default in the code, or say where to put it."""
    value = params[name]
    if value is None:
        raise AirflowFailException(
            f"{name} is missing: give it in the run's configuration, or set {variable} for "
            "Airflow's processes"
        )
    return value
