"""One submit: what is called, what comes back, and which failures are worth another try."""

from datetime import timedelta
from typing import Any

import pytest
from airflow.sdk.exceptions import AirflowException, AirflowFailException
from recorder import Recorder
from tapedeck_airflow.operator import TapedeckOperator, spark_task

REFUSED = "tapedeck ingest: 1 of 2 files refused and left as they were: bac.zip: it is damaged"


def operator(**settings: Any) -> TapedeckOperator:
    return TapedeckOperator(
        **{**spark_task("ingest", "ingest", timedelta(hours=1)), "name": "a name", **settings},
        arguments=["--lake=/lake"],
    )


def execute(task: TapedeckOperator, **params: Any) -> Any:
    return task.execute({"params": params})  # type: ignore[arg-type, typeddict-item]


def test_the_command_names_master_jars_class_and_the_verb(recorder: Recorder) -> None:
    execute(operator())

    app = recorder.home / "jobs/target/app"
    logging = f"-Dlog4j2.configurationFile=file://{app}/conf/log4j2.properties"
    assert recorder.calls() == [
        [
            *("--master", "local[2]"),
            *("--conf", f"spark.driver.extraJavaOptions={logging}"),
            *("--jars", f"{app}/lib/delta-spark_2.13-1.jar,{app}/lib/tapedeck-core-1.jar"),
            *("--name", "a name"),
            *("--class", "io.tapedeck.jobs.cli.Tapedeck"),
            *("--deploy-mode", "client"),
            f"{app}/lib/tapedeck-jobs-1.jar",
            *("ingest", "--lake=/lake", "--json"),
        ]
    ]


def test_settings_of_the_run_and_own_strategies_reach_spark(
    recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TAPEDECK_JARS", "/mine.jar")
    execute(operator(), spark={"spark.driver.memory": "4g"})

    (words,) = recorder.calls()
    assert "spark.driver.memory=4g" in words
    assert words[words.index("--jars") + 1].endswith(",/mine.jar")


def test_the_final_object_is_what_the_task_returns(recorder: Recorder) -> None:
    recorder.says("ingest", answer={"rows": {"kept": 7}}, last_line="tapedeck ingest: a warning")
    assert execute(operator()) == {"rows": {"kept": 7}}


@pytest.mark.parametrize("code", [2, 3, 4])
def test_what_would_fail_again_fails_for_good_with_the_jobs_last_line(
    recorder: Recorder, code: int
) -> None:
    recorder.says("ingest", answer={"error": "as below"}, last_line=REFUSED, exit_code=code)
    with pytest.raises(AirflowFailException) as failed:
        execute(operator())
    assert str(failed.value).startswith(f"exit code {code} (")
    assert str(failed.value).endswith(REFUSED)


@pytest.mark.parametrize("code", [1, 75, 134, 137])
def test_what_may_pass_is_left_to_the_retries(recorder: Recorder, code: int) -> None:
    recorder.says("ingest", last_line="tapedeck ingest: held by another", exit_code=code)
    with pytest.raises(AirflowException, match="held by another") as failed:
        execute(operator())
    assert not isinstance(failed.value, AirflowFailException)


def test_success_without_an_object_is_not_taken_for_success(recorder: Recorder) -> None:
    recorder.says("ingest")
    with pytest.raises(AirflowFailException, match="printed no JSON object"):
        execute(operator())


def test_in_cluster_mode_the_driver_speaks_elsewhere(
    recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(
        "AIRFLOW_CONN_SPARK_DEFAULT",
        '{"conn_type": "spark", "host": "yarn", "extra": {"deploy-mode": "cluster"}}',
    )
    recorder.says("ingest")
    assert execute(operator()) is None
    (words,) = recorder.calls()
    assert not [word for word in words if "log4j2" in word]  # a path of this machine

    recorder.says("ingest", answer={"verified": True})
    assert execute(operator(deploy_mode="client")) == {"verified": True}


def test_without_a_connection_nothing_is_submitted(
    recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AIRFLOW_CONN_SPARK_DEFAULT")
    with pytest.raises(
        AirflowFailException, match=r"'spark_default' does not exist.*connections add"
    ):
        execute(operator())
    assert recorder.calls() == []


def test_without_spark_submit_the_remedy_is_named(
    recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(recorder.folder))
    with pytest.raises(AirflowFailException, match="no spark-submit is on the PATH"):
        execute(operator())


def test_without_jars_the_remedy_is_named(recorder: Recorder) -> None:
    for jar in recorder.home.rglob("tapedeck-jobs-*.jar"):
        jar.unlink()
    with pytest.raises(AirflowFailException, match=r"TAPEDECK_HOME.*jobs/bin/tapedeck --version"):
        execute(operator())
