"""The weekly DAG by ``dag.test()``, with a recording spark-submit."""

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
