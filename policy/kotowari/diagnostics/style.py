"""How the parts of a rendered diagnostic are painted."""

from __future__ import annotations

from typing import assert_never

from kotowari.diagnostics.diagnostic import Severity
from kotowari.record import record


@record
class Style:
    """The colour of each part, as the parameters of an ANSI escape (`1;31`), or empty for none.

    `second` paints the underlines of notes, `frame` the line numbers and the lines that lead the eye.
    """

    error: str = ""
    warning: str = ""
    note: str = ""
    message: str = ""
    frame: str = ""
    second: str = ""
    help: str = ""

    def of(self, severity: Severity) -> str:
        """The colour of a severity."""
        match severity:
            case Severity.ERROR:
                return self.error
            case Severity.WARNING:
                return self.warning
            case Severity.NOTE:
                return self.note
            case _:
                assert_never(severity)


PLAIN = Style()
COLOURED = Style(error="1;31", warning="1;33", note="1;32", message="1", frame="36", second="1;36")


def paint(colour: str, text: str) -> str:
    """`text` in `colour`, which ends with it."""
    return f"\x1b[{colour}m{text}\x1b[0m" if colour and text else text
