"""The sweep's DAG by ``dag.test()``, with a recording spark-submit."""

from typing import Any

import pytest
import runs
from recorder import Recorder

CONF: dict[str, Any] = {"job": "/cross.yaml", "lake": "/lake", "shards": 3, "top": 5}
PLANNED = {"sweep_id": "5eed", "plan_id": "91a2", "chunks": 7, "runs": 240, "shards": 3}
VERIFIED = {"sweep_id": "5eed", "plan_id": "91a2", "state": "DONE", "completed": 240}
OF_PLAN = ["--lake=/lake", "--plan=91a2"]


@pytest.fixture
def sweep(recorder: Recorder) -> Recorder:
    recorder.says("--plan-only", answer=PLANNED)
    recorder.says("--verify", answer=VERIFIED)
    return recorder


def test_a_sweep_is_planned_once_and_only_the_plans_id_travels(sweep: Recorder) -> None:
    done = runs.run("tapedeck_sweep", CONF)

    assert done.state == "success", runs.states(done)
    verbs = sweep.verbs()
    assert [verbs[0], *sorted(verbs[1:4]), *verbs[4:]] == [
        ["sweep", "/cross.yaml", "--lake=/lake", "--shards=3", "--plan-only", "--json"],
        ["sweep", *OF_PLAN, "--shard=1/3", "--json"],
        ["sweep", *OF_PLAN, "--shard=2/3", "--json"],
        ["sweep", *OF_PLAN, "--shard=3/3", "--json"],
        ["sweep", *OF_PLAN, "--json"],
        ["show", "5eed", "--lake=/lake", "--top=5", "--json"],
        ["report", "5eed", "--lake=/lake", "--json"],
        ["sweep", *OF_PLAN, "--verify", "--json"],
    ]


def test_a_plan_with_work_for_two_is_two_submits(sweep: Recorder) -> None:
    sweep.says("--plan-only", answer={**PLANNED, "shards": 2})
    done = runs.run("tapedeck_sweep", {**CONF, "shards": 64})
    assert sorted(name for name in runs.states(done) if name.startswith("shards")) == [
        "shards[0]",
        "shards[1]",
    ]


def test_a_shard_with_failed_runs_stops_the_sweep_unless_that_is_accepted(sweep: Recorder) -> None:
    sweep.says("--shard=2/3", exit_code=4, last_line="tapedeck sweep: 3 of 80 runs failed")
    states = runs.states(runs.run("tapedeck_sweep", CONF))

    assert [states[f"shards[{n}]"] for n in range(3)] == ["success", "failed", "success"]
    assert {states[name] for name in ("merge", "rank", "report", "verify", "publish")} == {
        "upstream_failed"
    }

    sweep.says("--accept-failed", answer=VERIFIED)
    runs.run("tapedeck_sweep", {**CONF, "accept_failed": True})
    accepting = [words for words in sweep.verbs() if "--accept-failed" in words]
    # three shards, the merge and the verification
    assert len(accepting) == 5


def test_runs_that_are_missing_at_the_end_leave_nothing_published(sweep: Recorder) -> None:
    once = runs.dag("tapedeck_sweep")
    once.task_dict["verify"].retries = 0
    sweep.says("--verify", exit_code=75, last_line="tapedeck sweep: 2 of 240 runs are missing")
    states = runs.states(runs.run(once, CONF))
    assert (states["verify"], states["publish"]) == ("failed", "upstream_failed")


def test_a_wrong_question_is_not_asked_twice(sweep: Recorder) -> None:
    sweep.says("--plan-only", exit_code=2, last_line="tapedeck sweep: unknown key 'fats'")
    done = runs.run("tapedeck_sweep", CONF)
    assert done.state == "failed"
    assert len(sweep.calls()) == 1
