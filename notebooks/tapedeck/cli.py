"""Runs `tapedeck` commands; needs Java."""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tapedeck.errors import CommandError, NotFoundError

HOME = "TAPEDECK_HOME"
LAUNCHER = Path("jobs", "bin", "tapedeck")
CHECKOUT = Path(__file__).resolve().parent.parent.parent


def launcher() -> Path:
    """The `tapedeck` that is run: of TAPEDECK_HOME, else of this checkout, else on PATH.

    Raises:
        NotFoundError: if there is none.
    """
    home = os.environ.get(HOME, "")
    if home:
        program = Path(home) / LAUNCHER
        if not program.is_file():
            raise NotFoundError(f"{HOME} is {home}, which has no {LAUNCHER}: set it to a checkout")
        return program
    if (CHECKOUT / LAUNCHER).is_file():
        return CHECKOUT / LAUNCHER
    on_path = shutil.which("tapedeck")
    if on_path is None:
        raise NotFoundError(f"no tapedeck is found: set {HOME} to a checkout, or put it on PATH")
    return Path(on_path)


def run(
    words: Sequence[str | Path],
    *,
    environment: Mapping[str, str] | None = None,
    timeout: float | None = None,
) -> Any:
    """Runs a verb with its options and `--json`, and returns its answer.

    Args:
        words: as on the command line without the program: `["sweep", "job.yaml", "--lake", lake]`.
        environment: variables to set beside those of this process.
        timeout: seconds after which it is ended; none if None.

    Returns:
        The final JSON object, parsed; numbers with a point are float64.

    Raises:
        CommandError: if the exit code is not 0; it carries the code, the last line and the answer.
        subprocess.TimeoutExpired: if it took too long.
    """
    given = [str(word) for word in words]
    command = [str(launcher()), *given, *([] if "--json" in given else ["--json"])]
    done = subprocess.run(
        command,
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )
    answer = _last_json(done.stdout)
    if done.returncode != 0:
        raise CommandError(command, done.returncode, _last_line(done.stderr), answer)
    return answer


def _last_json(text: str) -> Any:
    """The JSON object that ends a text; None if none does."""
    decoder = json.JSONDecoder()
    start = text.find("{")
    while start >= 0:
        try:
            answer, end = decoder.raw_decode(text, start)
        except json.JSONDecodeError:
            start = text.find("\n{", start + 1)
            start = start + 1 if start >= 0 else start
            continue
        if not text[end:].strip():
            return answer
        start = text.find("{", end)
    return None


def _last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else ""
