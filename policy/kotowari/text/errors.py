"""What is wrong with a pattern."""

from __future__ import annotations


class PatternError(ValueError):
    """A pattern that cannot be read.

    `message` says what is wrong, in lower case without a full stop; `start` and `end` are offsets in the pattern's
    text; `help` says what to do.
    """

    def __init__(self, message: str, start: int, end: int, help: str) -> None:  # noqa: A002 - as in Diagnostic
        super().__init__(message)
        self.message = message
        self.start = start
        self.end = end
        self.help = help
