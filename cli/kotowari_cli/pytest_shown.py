"""A failure as pytest shows it: in the terminal's colours and width where there is one, else as plain text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kotowari.diagnostics.display import printable
from kotowari.diagnostics.style import COLOURED, PLAIN, Style
from kotowari.record import record

if TYPE_CHECKING:
    from _pytest._io import TerminalWriter

# As `kotowari test` has it: wider lines are hard to read.
_WIDEST = 100
_PLAIN_WIDTH = 80


@record
class Headline:
    """The line for pytest's summary, under the name where pytest looks for one."""

    message: str


class Shown(str):
    """The plain text, as files and other processes get it, that knows how to draw itself on a terminal.

    pytest takes a text or its own `TerminalRepr`, which it does not export; it asks for these names, not for the class.
    """

    __slots__ = ("draw", "reprcrash")
    reprcrash: Headline
    draw: Callable[[Style, int], str]

    def toterminal(self, writer: TerminalWriter) -> None:
        """Write it to a terminal."""
        style = COLOURED if writer.hasmarkup else PLAIN
        for line in self.draw(style, min(writer.fullwidth, _WIDEST)).splitlines():
            writer.line(line)


def shown(headline: str, draw: Callable[[Style, int], str]) -> Shown:
    """A failure with the line that sums it up, drawn by `draw` in a style and a width."""
    made = Shown(draw(PLAIN, _PLAIN_WIDTH))
    made.reprcrash = Headline(printable(headline))
    made.draw = draw
    return made
