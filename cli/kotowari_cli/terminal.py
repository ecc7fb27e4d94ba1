"""Rich's console, as this command line needs it."""

from __future__ import annotations

from typing import NoReturn

from rich.console import Console


class Terminal(Console):
    """A console that leaves it to its caller what happens when nobody reads any longer."""

    def on_broken_pipe(self) -> NoReturn:
        """Raise what was raised; rich itself would end the process with an exit code that means something else here."""
        raise BrokenPipeError
