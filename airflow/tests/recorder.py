"""A recording spark-submit, and a Tapedeck that has no more than it takes to be found."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).parent / "recording" / "play"
JARS = ("delta-spark_2.13-1.jar", "tapedeck-core-1.jar", "tapedeck-jobs-1.jar")
NOISE = [
    "WARNING: Using incubator modules: jdk.incubator.vector",
    "26/11/23 06:00:00 WARN NativeCodeLoader: Unable to load a library {of yours}",
    "{this is no JSON}",
    '["nor", "an object"]',
]


@dataclass
class Recorder:
    """What was submitted, and what the jobs are to say."""

    folder: Path
    plays: list[dict[str, Any]] = field(default_factory=list)

    def says(
        self,
        *words: str,
        answer: dict[str, Any] | None = None,
        last_line: str = "",
        exit_code: int = 0,
        times: int | None = None,
        sleep: float = 0,
    ) -> None:
        """Let commands with these words answer so; what was told last comes first."""
        play: dict[str, Any] = {"id": len(self.plays), "words": list(words)}
        play |= {"exit": exit_code, "sleep": sleep}
        play["out"] = [
            *NOISE,
            *([] if answer is None else json.dumps(answer, indent=2).splitlines()),
        ]
        play["err"] = [*NOISE, last_line] if last_line else NOISE
        if times is not None:
            play["times"] = times
        self.plays.insert(0, play)
        (self.folder / "plays.json").write_text(json.dumps(self.plays))

    @property
    def home(self) -> Path:
        return self.folder / "home"

    def calls(self, program: str = "spark-submit") -> list[list[str]]:
        """The words of each command so far."""
        path = self.folder / "calls.jsonl"
        lines = path.read_text().splitlines() if path.exists() else []
        called = [json.loads(line) for line in lines]
        return [call["words"] for call in called if call["program"] == program]

    def processes(self) -> list[int]:
        """Ids of the processes that played."""
        lines = (self.folder / "calls.jsonl").read_text().splitlines()
        return [json.loads(line)["process"] for line in lines]

    def verbs(self) -> list[list[str]]:
        """What stands behind the application's jar in each submit: the verb and its words."""
        jar = str(self.home / "jobs/target/app/lib/tapedeck-jobs-1.jar")
        return [words[words.index(jar) + 1 :] for words in self.calls()]


@pytest.fixture
def recorder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Recorder]:
    recording = Recorder(tmp_path)
    programs = tmp_path / "bin"
    library = recording.home / "jobs/target/app/lib"
    launchers = recording.home / "jobs/bin"
    for folder in (programs, library, launchers):
        folder.mkdir(parents=True)
    for jar in JARS:
        (library / jar).touch()
    (programs / "spark-submit").symlink_to(SCRIPT)
    (launchers / "tapedeck").symlink_to(SCRIPT)
    recording.says(answer={"done": True})
    monkeypatch.setenv("TAPEDECK_RECORDING", str(tmp_path))
    monkeypatch.setenv("TAPEDECK_HOME", str(recording.home))
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    yield recording
