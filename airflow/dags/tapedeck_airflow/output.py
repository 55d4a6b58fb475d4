"""What a job said: its final JSON object and its last line, among what else was printed."""

import json
import re
from typing import Any

Answer = dict[str, Any]

LARGEST_XCOM = 16_384
"""Characters of JSON that an answer may have to travel through Airflow's database whole."""

_OWN_LINE = re.compile(r"tapedeck( [a-z-]+)?: ")


class JobOutput:
    """Reads lines of standard output and standard error, which spark-submit's hook mixes.

    The object stands in one line, or from a line ``{`` to a line ``}`` with all between indented;
    lines that begin at the margin in between are the other stream's.
    """

    def __init__(self) -> None:
        self._answer: Answer | None = None
        self._open: list[str] | None = None
        self._own_line = ""
        self._line = ""

    def read(self, line: str) -> None:
        """Take one line in, with its indentation."""
        text = line.rstrip()
        if text and not self._is_of_answer(text):
            self._line = text.lstrip()
            if _OWN_LINE.match(text):
                self._own_line = text

    def _is_of_answer(self, text: str) -> bool:
        if text == "{":
            self._open = [text]
            return True
        if self._open is not None and (text == "}" or text[0].isspace()):
            self._open.append(text)
            if text == "}":
                self._close("\n".join(self._open))
            return True
        answer = _object(text)
        self._answer = answer or self._answer
        return answer is not None

    def _close(self, text: str) -> None:
        self._answer = _object(text) or self._answer
        self._open = None

    @property
    def answer(self) -> Answer | None:
        """The last line that is a JSON object, or none."""
        return self._answer

    @property
    def last_line(self) -> str:
        """The job's own last word: its last ``tapedeck VERB: ...``, else its last line."""
        return self._own_line or self._line or "(it printed nothing)"


def _object(text: str) -> Answer | None:
    if not (text.startswith("{") and text.endswith("}")):
        return None
    try:
        read = json.loads(text)
    except ValueError:
        return None
    return read if isinstance(read, dict) else None


def small(answer: Answer, limit: int = LARGEST_XCOM) -> Answer:
    """Return the answer with its lists cut short, if it has more than ``limit`` characters.

    All lists are cut to the same length, the longest that fits of 100, 10, 1 and 0, and
    ``left_out`` names those that were; the whole answer is in the task's log.
    """
    if len(json.dumps(answer)) <= limit:
        return answer
    cut: Answer = {}
    for longest in (100, 10, 1, 0):
        left_out: list[str] = []
        cut = {key: _cut(value, longest, key, left_out) for key, value in answer.items()}
        cut["left_out"] = sorted(set(left_out))
        if len(json.dumps(cut)) <= limit:
            break
    return cut


def _cut(value: Any, longest: int, name: str, left_out: list[str]) -> Any:
    if isinstance(value, dict):
        return {key: _cut(one, longest, f"{name}.{key}", left_out) for key, one in value.items()}
    if isinstance(value, list):
        if len(value) > longest:
            left_out.append(name)
        return [_cut(one, longest, name, left_out) for one in value[:longest]]
    return value
