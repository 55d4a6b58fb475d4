"""The notebooks run from top to bottom on a lake made on the spot, and draw what they say."""

import os
import subprocess
import sys
from pathlib import Path

import executing
import nbformat
import numpy as np
import pytest
from nbformat import NotebookNode

MODULE = Path(__file__).parent.parent
NOTEBOOKS = sorted(MODULE.glob("*.ipynb"))


def named(name: str) -> Path:
    return next(path for path in NOTEBOOKS if path.name.startswith(name))


def assert_drawn(notebook: NotebookNode, figures: int) -> None:
    """So many figures, none of them blank."""
    drawn = executing.figures(notebook)
    assert len(drawn) == figures
    for pixels in drawn:
        colours = np.unique(pixels.reshape(-1, pixels.shape[-1]), axis=0)
        ink = (pixels[..., :3] < 0.9).any(axis=-1).mean()
        assert len(colours) > 20
        assert 0.005 < ink < 0.95


@pytest.fixture
def no_java(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever starts Java or Tapedeck now fails."""
    monkeypatch.setenv("JAVA_HOME", "/nowhere")
    monkeypatch.setenv("TAPEDECK_HOME", "/nowhere")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_committed_clean_and_takes_parameters(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]

    assert all(not cell.outputs and cell.execution_count is None for cell in code)
    assert "lake_path" in executing.parameters_cell(notebook).source
    assert notebook.cells[0].source.startswith("# ")
    assert notebook.metadata.kernelspec.name == "python3"
    assert set(notebook.metadata) == {"kernelspec", "language_info"}


def test_there_are_four_notebooks() -> None:
    assert [path.name[:2] for path in NOTEBOOKS] == ["1-", "2-", "3-", "4-"]


@pytest.mark.usefixtures("no_java")
def test_a_sweep_is_explored_without_java(lake_folder: Path, tmp_path: Path) -> None:
    done = executing.execute(
        named("1"), tmp_path, lake_path=str(lake_folder), sweep_name="cross", top=12
    )

    assert_drawn(done, 6)  # luck, heat map, slices, equity twice, trades
    said = executing.text(done)
    assert "40 parameter sets tried in 80 runs, DONE" in said
    assert "over 40 sets" in said
    assert "NO_MARGIN_MODEL" in said


@pytest.mark.usefixtures("no_java")
def test_a_run_is_looked_into_without_java(lake_folder: Path, tmp_path: Path) -> None:
    done = executing.execute(named("2"), tmp_path, lake_path=str(lake_folder))

    assert_drawn(done, 7)  # equity, price, costs, positions, returns, months, trades
    said = executing.text(done)
    assert "of 40 sets tried" in said
    assert "slippage_bps" in said


def test_ticks_and_bars_are_read_with_spark(lake_folder: Path, tmp_path: Path) -> None:
    done = executing.execute(named("3"), tmp_path, lake_path=str(lake_folder), symbol="XYZ")

    assert_drawn(done, 3)  # ticks a day, volume and spread through the day, bars
    said = executing.text(done)
    assert "minute bars, 0 differ from their trades" in said
    assert list(tmp_path.iterdir()) == []  # no metastore, no warehouse


def test_signals_of_ones_own_are_made_taken_in_replayed_and_compared(
    own_lake: Path, tmp_path: Path
) -> None:
    work = tmp_path / "work"
    work.mkdir()

    done = executing.execute(
        named("4"), tmp_path, lake_path=str(own_lake), symbol="XYZ", work_folder=str(work)
    )

    assert_drawn(done, 3)  # opinions, growth, fills
    said = executing.text(done)
    assert "'quarantined': 0" in said
    assert "sweep reversion" in said
    assert "4 parameter sets tried in 4 runs, DONE" in said


def test_jupyter_starts_in_the_environment_with_the_lake_it_is_given(lake_folder: Path) -> None:
    started = subprocess.run(
        [MODULE / "bin" / "jupyter", lake_folder.name, "--version"],
        cwd=lake_folder.parent,
        env=os.environ | {"TAPEDECK_PYTHON": sys.executable},
        capture_output=True,
        text=True,
        check=True,
    )

    assert started.stdout.strip()[0].isdigit()
