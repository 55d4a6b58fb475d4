"""The module's own code is formatted, linted and typed."""

import subprocess
import sys
from pathlib import Path

import pytest

MODULE = Path(__file__).parent.parent


@pytest.mark.parametrize(
    "command",
    [["ruff", "format", "--check", "."], ["ruff", "check", "."], ["mypy", "dags"]],
    ids=lambda command: " ".join(command),
)
def test_code_has_no_finding_of(command: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=MODULE, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
