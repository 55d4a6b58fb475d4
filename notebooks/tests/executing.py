"""Executes a notebook as papermill would, and looks at what it drew."""

import base64
import datetime as dt
import io
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import matplotlib.image
import nbformat
import numpy as np
from nbclient import NotebookClient
from nbformat import NotebookNode

MODULE = Path(__file__).resolve().parent.parent
CELL_SECONDS = int(os.environ.get("TAPEDECK_CELL_SECONDS", "120"))  # more where many share it


def parameters_cell(notebook: NotebookNode) -> NotebookNode:
    """The one cell with the tag that papermill looks for."""
    tagged = [c for c in notebook.cells if "parameters" in c.metadata.get("tags", [])]
    assert len(tagged) == 1
    return tagged[0]


def execute(
    path: Path, folder: Path, timeout: int = CELL_SECONDS, **parameters: Any
) -> NotebookNode:
    """Runs a notebook in a folder, these values set behind its own parameters."""
    notebook = nbformat.read(path, as_version=4)
    own = parameters_cell(notebook)
    given = "\n".join(f"{name} = {value!r}" for name, value in parameters.items())
    own.source += "\n# injected\n" + given
    client = NotebookClient(
        notebook,
        timeout=timeout,
        kernel_name="python3",
        record_timing=True,
        resources={"metadata": {"path": str(folder)}},
    )
    with_module = os.pathsep.join([str(MODULE), os.environ.get("PYTHONPATH", "")])
    client.execute(env=os.environ | {"PYTHONPATH": with_module})
    return notebook


def figures(notebook: NotebookNode) -> list[np.ndarray[Any, Any]]:
    """Its drawn figures, as pixels."""
    return [
        matplotlib.image.imread(io.BytesIO(base64.b64decode(output.data["image/png"])))
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if "image/png" in output.get("data", {})
    ]


def text(notebook: NotebookNode) -> str:
    """All that it printed or showed as text."""
    found = []
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            found.append(output.get("text", "") + output.get("data", {}).get("text/plain", ""))
    return "\n".join(found)


def seconds(notebook: NotebookNode) -> Mapping[str, float]:
    """How long each code cell took, by the first line of its code."""
    return {
        f"{i}: {cell.source.splitlines()[0][:60]}": _seconds(cell.metadata.execution)
        for i, cell in enumerate(notebook.cells)
        if "execution" in cell.metadata
    }


def _seconds(times: Mapping[str, str]) -> float:
    start, end = (
        dt.datetime.fromisoformat(times[name].replace("Z", "+00:00"))
        for name in ("iopub.status.busy", "iopub.status.idle")
    )
    return (end - start).total_seconds()
