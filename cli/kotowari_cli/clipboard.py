"""The clipboard, through the program that the system has for it.

Own code, though there are libraries: those look neither at whether the program failed nor at what it said.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping

from kotowari.diagnostics.said import comma_list, say
from kotowari.record import record
from kotowari_cli.failures import Failure
from kotowari_cli.system import reason

# A clipboard answers at once; a program that does not is waiting for a screen that is not there.
_SECONDS = 10.0
# What a program says is quoted so far.
_LONGEST = 200


@record
class _Program:
    """A program that takes standard input for the clipboard; `needs` is a variable without which it has no screen."""

    name: str
    options: tuple[str, ...] = ()
    needs: str = ""
    encoding: str = "utf-8"

    def found(self, environment: Mapping[str, str]) -> str | None:
        """Where it is, if it can work here."""
        if self.needs and not environment.get(self.needs):
            return None
        return shutil.which(self.name, path=environment.get("PATH", os.defpath))


_PROGRAMS = (
    _Program("pbcopy"),
    _Program("wl-copy", needs="WAYLAND_DISPLAY"),
    _Program("xclip", ("-selection", "clipboard"), needs="DISPLAY"),
    _Program("xsel", ("--clipboard", "--input"), needs="DISPLAY"),
    _Program("termux-clipboard-set"),
    _Program("clip.exe", encoding="utf-16-le"),
)


def copy(text: str) -> None:
    """Put a text on the clipboard. Raises Failure where there is none, or where its program fails."""
    for program in _PROGRAMS:
        place = program.found(os.environ)
        if place:
            _run([place, *program.options], program.name, text.encode(program.encoding, "replace"))
            return
    raise Failure(
        say("there is no clipboard here, so nothing was copied"),
        say(
            "it takes one of the programs {names} on the PATH, and for all of X11 or Wayland a screen",
            names=comma_list(program.name for program in _PROGRAMS),
        ),
    )


def _run(command: list[str], name: str, data: bytes) -> None:
    # What it says goes to a file: xclip stays behind to serve the text, and would keep a pipe open.
    with tempfile.TemporaryFile() as said:
        try:
            ended = subprocess.run(  # noqa: S603 - one of the programs above, the text on its standard input
                command, input=data, stdout=subprocess.DEVNULL, stderr=said, timeout=_SECONDS, check=False
            )
        except subprocess.TimeoutExpired:
            message = say("`{name}` does not answer, so nothing was copied", name=name)
            raise Failure(message, say("is there a screen?")) from None
        except OSError as error:
            raise Failure(say("`{name}` cannot be run, so nothing was copied", name=name), reason(error)) from error
        said.seek(0)
        told = said.read(_LONGEST).decode(errors="replace").strip()
    if ended.returncode:
        message = say("`{name}` failed, so nothing was copied", name=name)
        raise Failure(message, told or say("it ended with {code}", code=ended.returncode))
