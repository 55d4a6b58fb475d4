"""Where Tapedeck is on this machine: its jars, its launcher, its class path."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from airflow.sdk import Variable
from airflow.sdk.exceptions import AirflowFailException

MAIN_CLASS = "io.tapedeck.jobs.cli.Tapedeck"
_CHECKOUT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class TapedeckHome:
    """A checkout of Tapedeck, built.

    It is ``$TAPEDECK_HOME``, else the Variable ``tapedeck_home``, else the one this file is in.
    """

    folder: Path

    @classmethod
    def find(cls) -> Self:
        """Look the folder up; only within a task, since a Variable may be asked for."""
        named = os.environ.get("TAPEDECK_HOME") or Variable.get("tapedeck_home", default=None)
        return cls(Path(named) if named else _CHECKOUT)

    @property
    def launcher(self) -> Path:
        """``jobs/bin/tapedeck``, which runs small verbs without Spark."""
        return self.folder / "jobs" / "bin" / "tapedeck"

    @property
    def application(self) -> str:
        """Path of the jar with the main class."""
        return self._one("tapedeck-jobs-*.jar")

    @property
    def jars(self) -> str:
        """Paths of the other jars, and of ``$TAPEDECK_JARS`` (own strategies), in one word."""
        library = sorted(str(jar) for jar in self._library.glob("*.jar"))
        own = [jar for jar in os.environ.get("TAPEDECK_JARS", "").split(",") if jar]
        return ",".join([jar for jar in library if jar != self.application] + own)

    @property
    def logging(self) -> str:
        """Java option that keeps Spark's log to errors, so that the job's own lines are found."""
        configuration = self.folder / "jobs" / "target" / "app" / "conf" / "log4j2.properties"
        return f"-Dlog4j2.configurationFile={configuration.as_uri()}"

    @property
    def _library(self) -> Path:
        return self.folder / "jobs" / "target" / "app" / "lib"

    def _one(self, pattern: str) -> str:
        found = sorted(self._library.glob(pattern))
        if not found:
            raise AirflowFailException(
                f"no {pattern} in {self._library}: set TAPEDECK_HOME (or the Variable "
                f"tapedeck_home) to a checkout of Tapedeck and build it: {self.launcher} --version"
            )
        return str(found[-1])
