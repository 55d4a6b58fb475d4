"""A job's answer and its last word are found among what the JVM and Spark print."""

import json

from recorder import NOISE
from tapedeck_airflow.output import LARGEST_XCOM, JobOutput, small


def output(*lines: str) -> JobOutput:
    read = JobOutput()
    for line in lines:
        read.read(line)
    return read


def test_the_last_object_is_the_answer_wherever_standard_error_falls_in() -> None:
    said = output(*NOISE, '{"rows": 1}', '{"rows": 2}', *NOISE, "tapedeck ingest: done\n")
    assert said.answer == {"rows": 2}


def test_an_object_over_many_lines_is_read_through_what_falls_between() -> None:
    lines = json.dumps({"rows": 7, "files": [{"name": "a"}]}, indent=2).splitlines()
    said = output(*NOISE, *lines[:3], "tapedeck ingest: a warning", *NOISE, *lines[3:], *NOISE)
    assert said.answer == {"rows": 7, "files": [{"name": "a"}]}
    assert output("{", "  half of an object", '{"rows": 8}').answer == {"rows": 8}


def test_without_an_object_there_is_no_answer() -> None:
    assert output(*NOISE, "[1]", '"text"', "{", "}").answer is None


def test_the_last_word_is_the_jobs_own_even_if_java_talks_on() -> None:
    said = output("tapedeck ingest: first", "tapedeck ingest: 1 of 2 files refused", *NOISE, "bye")
    assert said.last_line == "tapedeck ingest: 1 of 2 files refused"


def test_without_a_word_of_its_own_the_last_line_is_what_the_process_said_last() -> None:
    assert output("bash: java: not found", "", "{}").last_line == "bash: java: not found"
    assert output().last_line == "(it printed nothing)"


def test_a_small_answer_travels_whole() -> None:
    answer = {"rows": 1, "files": ["a"] * 200}
    assert small(answer) == answer


def test_a_large_answer_is_cut_evenly_and_says_where() -> None:
    files = [{"name": f"bac/{n:06}.zip", "rows": list(range(20))} for n in range(10_000)]
    cut = small({"rows": 7, "nested": {"files": files}})

    assert len(json.dumps(cut)) <= LARGEST_XCOM
    assert cut["rows"] == 7
    # 100 files of some 120 characters are below 16,384; their 20 rows are below 100
    assert cut["nested"]["files"] == files[:100]
    assert cut["left_out"] == ["nested.files"]
