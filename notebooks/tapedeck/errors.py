"""What can go wrong, said with the place, the value and the remedy."""

import difflib
from collections.abc import Iterable, Sequence
from typing import Any

MOST_NAMES = 5


class TapedeckError(Exception):
    """Anything this package refuses."""


class NotFoundError(TapedeckError, LookupError):
    """A lake, table, sweep, run or symbol that is not there."""


class AmbiguousError(TapedeckError, LookupError):
    """The beginning of an id that several have."""


class CommandError(TapedeckError):
    """A `tapedeck` command that did not end with 0.

    Attributes:
        command: its words, the program first.
        exit_code: 2 usage, 3 input refused, 4 some runs failed, 75 try again, 1 anything else.
        last_line: the last line on standard error, which says what and why.
        answer: the JSON it printed all the same; None without.
    """

    def __init__(
        self, command: Sequence[str], exit_code: int, last_line: str, answer: Any = None
    ) -> None:
        super().__init__(f"{last_line or 'no reason was given'} (exit code {exit_code})")
        self.command = list(command)
        self.exit_code = exit_code
        self.last_line = last_line
        self.answer = answer


def nearest(name: str, known: Iterable[str]) -> str:
    """The known names that a wrong one may have meant, as the end of a message."""
    names = list(dict.fromkeys(known))
    close = difflib.get_close_matches(name, names, n=MOST_NAMES, cutoff=0.5)
    if close:
        return "did you mean " + " or ".join(close) + "?"
    if not names:
        return "there is none"
    more = ", ..." if len(names) > MOST_NAMES else ""
    return "there is " + ", ".join(names[:MOST_NAMES]) + more
