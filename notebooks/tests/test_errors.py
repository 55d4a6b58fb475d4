"""A message names the place, the value and the remedy."""

import os
from pathlib import Path

import pytest

import tapedeck
from tapedeck import AmbiguousError, CommandError, Lake, NotFoundError, TapedeckError, cli


def test_a_folder_that_is_no_lake_is_named_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=f"no lake at {tmp_path}.*tapedeck ingest"):
        tapedeck.open_lake(tmp_path)
    with pytest.raises(NotFoundError, match="does not exist"):
        tapedeck.open_lake(tmp_path / "nowhere")


def test_without_a_path_the_environment_names_the_lake(
    lake_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TAPEDECK_LAKE", str(lake_folder))
    assert tapedeck.open_lake().root == str(lake_folder)
    monkeypatch.delenv("TAPEDECK_LAKE")
    with pytest.raises(NotFoundError, match="set TAPEDECK_LAKE"):
        tapedeck.open_lake()


def test_an_unknown_sweep_comes_with_the_nearest_names(lake: Lake) -> None:
    with pytest.raises(NotFoundError, match="no sweep cros: did you mean cross\\?"):
        lake.sweep("cros")


def test_a_sweep_goes_by_the_beginning_of_its_id(lake: Lake) -> None:
    sweep = lake.sweep("cross")
    assert lake.sweep(sweep.sweep_id[:6]) == sweep
    assert lake.sweep() == sweep


def test_an_ambiguous_beginning_of_an_id_asks_for_more(lake: Lake) -> None:
    ids = lake.runs().polars()["run_id"]
    first = max("0123456789abcdef", key=lambda digit: ids.str.starts_with(digit).sum())
    with pytest.raises(AmbiguousError, match=f"runs begin with {first}: .*give more of the id"):
        lake.run(first)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (lambda lake: lake.read("fill"), "no table called fill: did you mean fills"),
        (lambda lake: lake.read("signals"), "no table signals yet: run tapedeck ingest"),
        (lambda lake: lake.ranking(by="sharp"), "no column sharp: did you mean sharpe"),
        (lambda lake: lake.ranking(window="tst"), "no window tst: did you mean test"),
        (lambda lake: lake.ticks("XYY"), "no trades of XYY: did you mean XYZ"),
        (lambda lake: lake.ticks("XYZ", "2025-01-01"), "from 2024-01-08 to 2024-01-12"),
        (lambda lake: lake.bars("XYZ", "5m"), "no bars of 5m for XYZ.*--length 5m"),
        (lambda lake: lake.run("zz"), "no committed run zz"),
        (lambda lake: lake.heat_map("cross", "fast", "slaw"), "no column slaw: did you mean slow"),
        (lambda lake: lake.read("runs", where={"stat": 1}), "no column stat: did you mean status"),
    ],
)
def test_what_is_not_there_is_said_with_what_is(lake: Lake, asked: object, said: str) -> None:
    with pytest.raises(NotFoundError, match=said):
        asked(lake)  # type: ignore[operator]


def test_sql_that_duckdb_refuses_says_so_in_its_words(lake: Lake) -> None:
    with pytest.raises(TapedeckError, match=r"DuckDB refuses the query: .*sharp"):
        lake.sql("SELECT sharp FROM run_metrics")


def test_a_command_that_fails_carries_its_exit_code_and_last_line(tmp_path: Path) -> None:
    with pytest.raises(CommandError) as refused:
        cli.run(["strategies", "--no-such-option"])

    assert refused.value.exit_code == 2
    assert "unknown option --no-such-option" in refused.value.last_line
    assert refused.value.answer["exit_code"] == 2


def test_a_command_answers_in_json() -> None:
    names = [strategy["name"] for strategy in cli.run(["strategies"])["strategies"]]

    assert "signal-follower" in names


def launcher_that(folder: Path, script: str) -> None:
    program = folder / "jobs" / "bin" / "tapedeck"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\n" + script)
    program.chmod(0o755)


def test_the_answer_of_a_sweep_with_failed_runs_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    launcher_that(
        tmp_path,
        """echo 'a line {with} braces'; echo '{"failed": 3}'; echo 'noise' >&2
           echo 'tapedeck sweep: 3 runs failed' >&2; exit 4""",
    )
    monkeypatch.setenv("TAPEDECK_HOME", str(tmp_path))

    with pytest.raises(CommandError, match=r"3 runs failed.*exit code 4") as failed:
        cli.run(["sweep"])

    assert failed.value.answer == {"failed": 3}
    assert failed.value.command == [str(tmp_path / "jobs/bin/tapedeck"), "sweep", "--json"]


def test_words_of_a_command_never_meet_a_shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    launcher_that(tmp_path, """printf '{"word": "%s"}' "$2" """)
    monkeypatch.setenv("TAPEDECK_HOME", str(tmp_path))

    assert cli.run(["runs", "$(touch x); `id` && *"]) == {"word": "$(touch x); `id` && *"}


def test_a_home_without_tapedeck_is_refused_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TAPEDECK_HOME", str(tmp_path))
    with pytest.raises(NotFoundError, match=f"TAPEDECK_HOME is {tmp_path}"):
        cli.launcher()
    monkeypatch.delenv("TAPEDECK_HOME")
    assert os.access(cli.launcher(), os.X_OK)
