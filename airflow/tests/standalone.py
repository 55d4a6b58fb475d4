"""``airflow/bin/standalone`` in a folder of its own, asked over its REST interface."""

import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import conftest
import httpx

PATIENCE_SECONDS = 3_600


@dataclass(frozen=True)
class Standalone:
    """A running Airflow."""

    home: Path
    url: str
    environment: dict[str, str]

    def airflow(self, *words: str) -> str:
        """Run Airflow's command line as a user in another terminal does."""
        program = str(conftest.MODULE / "target" / "venv" / "bin" / "airflow")
        done = subprocess.run(
            [program, *words], env=self.environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def ask(self, path: str) -> Any:
        """Ask the REST interface."""
        token = httpx.get(f"{self.url}/auth/token").raise_for_status().json()["access_token"]
        headers = {"Authorization": f"Bearer {token}"}
        return httpx.get(f"{self.url}/api/v2/{path}", headers=headers).raise_for_status().json()

    def backfill(self, first: str, last: str, conf: dict[str, Any]) -> dict[str, str]:
        """Fill the days in; the state in which each run of this back-fill ended, by partition.

        Returns when Airflow has closed the back-fill, half a minute after its last run: only then
        does it take another one of the same DAG.
        """
        earlier = {run["dag_run_id"] for run in self._runs()}
        self.airflow(
            *("backfill", "create", "--dag-id", "tapedeck_daily", "--max-active-runs", "1"),
            *("--from-date", first, "--to-date", last, "--reprocess-behavior", "completed"),
            *("--dag-run-conf", json.dumps(conf)),
        )
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            made = [run for run in self._runs() if run["dag_run_id"] not in earlier]
            if made and all(each["completed_at"] for each in self._backfills()):
                return {run["partition_key"]: run["state"] for run in made}
            time.sleep(5)
        raise TimeoutError(f"not done: {made}")

    def _backfills(self) -> list[dict[str, Any]]:
        asked: list[dict[str, Any]] = self.ask("backfills?dag_id=tapedeck_daily")["backfills"]
        return asked

    def _runs(self) -> list[dict[str, Any]]:
        asked = self.ask("dags/tapedeck_daily/dagRuns?limit=100&run_type=backfill")
        return [run for run in asked["dag_runs"] if run["run_type"] == "backfill"]


@contextmanager
def standalone(home: Path) -> Iterator[Standalone]:
    """Start it, wait until it answers and knows the DAGs, and stop it at the end."""
    port = free_port()
    environment = {name: value for name, value in os.environ.items() if "AIRFLOW" not in name}
    environment |= {"TAPEDECK_AIRFLOW_PORT": str(port), "AIRFLOW_HOME": str(home)}
    with (home.parent / "standalone.log").open("w") as log:
        process = subprocess.Popen(
            [str(conftest.MODULE / "bin" / "standalone"), str(home)],
            env=environment,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        started = Standalone(home, f"http://127.0.0.1:{port}", environment)
        wait_for_dags(started, process)
        yield started
    finally:
        os.killpg(process.pid, signal.SIGINT)
        try:
            process.wait(60)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


def wait_for_dags(started: Standalone, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 600
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if len(started.ask("dags")["dags"]) == 3:
                return
        except httpx.HTTPError:
            pass
        time.sleep(2)
    raise TimeoutError((started.home.parent / "standalone.log").read_text()[-5_000:])


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port
