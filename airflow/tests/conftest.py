"""A metadata database of its own for the tests, made before anything imports Airflow."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

MODULE = Path(__file__).parent.parent
LAUNCHERS = MODULE.parent / "jobs" / "bin"
HOME = Path(tempfile.mkdtemp(prefix="test-home-", dir=MODULE / "target"))

SETTINGS = {
    "AIRFLOW_HOME": str(HOME),
    "AIRFLOW__CORE__DAGS_FOLDER": str(MODULE / "dags"),
    "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
    "AIRFLOW__CORE__UNIT_TEST_MODE": "False",
    "AIRFLOW__LOGGING__LOGGING_LEVEL": "WARNING",
    "AIRFLOW_CONN_SPARK_DEFAULT": '{"conn_type": "spark", "host": "local[2]", '
    '"extra": {"deploy-mode": "client"}}',
    # Jobs of seconds never earn back what the optimising compiler and generated code cost.
    "JAVA_TOOL_OPTIONS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC "
    "-Dspark.sql.codegen.wholeStage=false -Dspark.sql.codegen.factoryMode=NO_CODEGEN "
    "-Dspark.sql.adaptive.enabled=false -Dspark.sql.shuffle.partitions=1",
}


def airflow(*words: str, code: int = 0) -> str:
    """Run Airflow's own command line on the tests' database to that exit code; its output."""
    done = subprocess.run(
        [sys.executable, "-m", "airflow", *words], capture_output=True, text=True, check=False
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


def pytest_configure(config: pytest.Config) -> None:
    for name in [name for name in os.environ if name.startswith(("AIRFLOW", "TAPEDECK_"))]:
        del os.environ[name]
    os.environ.update(SETTINGS)
    if config.getoption("numprocesses") and not hasattr(config, "workerinput"):
        return  # its workers run the tests
    airflow("db", "migrate")
    airflow("pools", "import", str(MODULE / "pools.json"))
    airflow("dags", "reserialize")


def pytest_unconfigure() -> None:
    shutil.rmtree(HOME, ignore_errors=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest begins first."""
    items.sort(key=lambda item: not item.path.name.startswith("test_real"))


@pytest.fixture
def real_spark(monkeypatch: pytest.MonkeyPatch) -> None:
    """Our spark-submit on the PATH, in front; Tapedeck is found beside these tests."""
    monkeypatch.setenv("PATH", f"{LAUNCHERS}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("TAPEDECK_MASTER", "local[2]")  # for what is done by hand


pytest_plugins = ["recorder"]
