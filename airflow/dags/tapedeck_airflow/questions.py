"""Small questions that Tapedeck answers without Spark, in about a second."""

import subprocess
from datetime import date

from airflow.sdk.exceptions import AirflowException, AirflowFailException

from tapedeck_airflow.home import TapedeckHome
from tapedeck_airflow.hook import REFUSED, USAGE
from tapedeck_airflow.output import Answer, JobOutput

_PATIENCE_SECONDS = 600
"""Long, because the launcher builds what is missing first."""


def is_session(calendar: str, day: date) -> bool:
    """Whether a calendar has a session on that day; half days are sessions."""
    answer = _ask("sessions", f"--calendar={calendar}", f"--from={day}", f"--to={day}")
    return bool(answer["sessions"])


def _ask(*words: str) -> Answer:
    asked = subprocess.run(
        [str(TapedeckHome.find().launcher), *words, "--json"],
        capture_output=True,
        text=True,
        timeout=_PATIENCE_SECONDS,
        check=False,
    )
    said = JobOutput()
    for line in [*asked.stdout.splitlines(), *asked.stderr.splitlines()]:
        said.read(line)
    if asked.returncode in (USAGE, REFUSED):
        raise AirflowFailException(f"exit code {asked.returncode}: {said.last_line}")
    if asked.returncode != 0 or said.answer is None:
        raise AirflowException(f"exit code {asked.returncode}: {said.last_line}")
    return said.answer
