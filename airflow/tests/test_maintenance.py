"""The weekly DAG by ``dag.test()``, with a recording spark-submit."""

from datetime import timedelta

import psutil
import runs
from recorder import Recorder


def test_a_week_is_compacted_rehearses_the_clearing_and_checks_the_history(
    recorder: Recorder,
) -> None:
    done = runs.run("tapedeck_maintenance", {"lake": "/lake"})

    assert done.state == "success", runs.states(done)
    assert recorder.verbs() == [
        ["compact", "--lake=/lake", "--json"],
        ["vacuum", "--lake=/lake", "--json"],
        ["tables", "--lake=/lake", "--history", "--json"],
    ]


def test_files_go_only_if_that_is_said(recorder: Recorder) -> None:
    runs.run("tapedeck_maintenance", {"lake": "/lake", "delete": True, "retain_days": 30})
    assert recorder.verbs()[1] == [
        "vacuum",
        "--lake=/lake",
        "--retain-days=30",
        "--delete",
        "--json",
    ]


def test_a_version_that_a_run_needs_stops_the_clearing(recorder: Recorder) -> None:
    recorder.says("vacuum", exit_code=3, last_line="tapedeck vacuum: run 3fa9 pins version 4")
    states = runs.states(runs.run("tapedeck_maintenance", {"lake": "/lake", "delete": True}))
    assert (states["vacuum"], states["history"]) == ("failed", "upstream_failed")


def test_a_submit_that_takes_too_long_is_ended_and_not_left_behind(recorder: Recorder) -> None:
    impatient = runs.dag("tapedeck_maintenance")
    impatient.task_dict["compact"].execution_timeout = timedelta(seconds=5)
    impatient.task_dict["compact"].retries = 0
    recorder.says("compact", sleep=600)

    states = runs.states(runs.run(impatient, {"lake": "/lake"}))

    assert (states["compact"], states["vacuum"]) == ("failed", "upstream_failed")
    (process,) = recorder.processes()
    ended = not psutil.pid_exists(process) or psutil.Process(process).status() == "zombie"
    assert ended
