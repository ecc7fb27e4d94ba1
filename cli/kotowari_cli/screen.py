"""The terminal: how wide it is, whether it has colours, and the only functions that print text to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from kotowari.diagnostics.diagnostic import Diagnostic
    from kotowari.diagnostics.source import Source

# Wider lines are hard to read, narrower ones hold no word.
_WIDEST = 100
_NARROWEST = 30
# Of a name in a message, so many characters are told; no name of a file or rule in use comes near.
_LONGEST = 200


def console(*, err: bool = False) -> Console:
    """Standard output, or standard error, with the colours that the terminal and NO_COLOR allow."""
    from kotowari_cli.terminal import Terminal

    return Terminal(stderr=err, highlight=False, markup=False, emoji=False, soft_wrap=True)


def width(target: Console) -> int:
    """How many columns a line may have."""
    return max(_NARROWEST, min(target.width, _WIDEST))


def print_lines(target: Console, lines: Iterable[Text]) -> None:
    """Print lines, each as it is: they are wrapped already."""
    for line in lines:
        target.print(line)


def print_error(message: str, advice: str = "") -> None:
    """Print what is wrong and what to do on standard error."""
    from rich.text import Text

    from kotowari.diagnostics.display import printable
    from kotowari.diagnostics.wrap import wrap

    target = console(err=True)
    columns = width(target)
    first, *more = wrap(_short(printable(message)), columns - 2, first=columns - len("error: "))
    lines = [first, *(f"  {line}" for line in more)]
    lines += [f"  {line}" for line in wrap(_short(printable(advice)), columns - 2) if line]
    print_lines(target, [Text.assemble(("error", "bold red"), f": {lines[0]}"), *map(Text, lines[1:])])


def shortened(text: str) -> str:
    """A text that is too long to be told, without its middle."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]}…{text[-_LONGEST // 4 :]}"


def _short(message: str) -> str:
    """A message in which what was given, in backticks or as one word, is told only so far that one knows it again."""
    import re

    return re.sub(r"`[^`]*`|\S+", lambda found: shortened(found[0]), message)


def print_note(message: str) -> None:
    """Print on standard error what is no error but should be known."""
    from rich.text import Text

    from kotowari.diagnostics.display import printable
    from kotowari.diagnostics.wrap import wrap

    target = console(err=True)
    first, *more = wrap(f"note: {printable(message)}", width(target) - 2)
    print_lines(target, [Text(first, "dim"), *(Text(f"  {line}", "dim") for line in more)])


def print_diagnostics(diagnostics: Iterable[Diagnostic], sources: Mapping[str, Source], *, err: bool = False) -> None:
    """Print diagnostics with the source they point into."""
    from rich.text import Text

    from kotowari.diagnostics.render import render_all
    from kotowari.diagnostics.style import COLOURED, PLAIN

    target = console(err=err)
    style = COLOURED if target.color_system and not target.no_color else PLAIN
    print_lines(target, [Text.from_ansi(render_all(diagnostics, sources, style=style, width=width(target)))])
