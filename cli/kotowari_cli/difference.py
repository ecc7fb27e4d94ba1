"""What differs between two versions of a file, as a unified diff."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from rich.text import Text

from kotowari.diagnostics.display import printable
from kotowari_cli.json_text import write
from kotowari_cli.screen import console, print_lines

_STYLES = {"+": "green", "-": "red", "@": "cyan"}
_NO_NEWLINE = "\\ No newline at end of file\n"


def print_difference(name: str, before: bytes, after: bytes) -> None:
    """Print the unified diff: with colours and nothing that a terminal obeys on a terminal, else exact to the byte."""
    lines = list(_unified(name, before.decode(), after.decode()))
    target = console()
    if target.is_terminal:
        print_lines(target, (_painted(number, line.removesuffix("\n")) for number, line in enumerate(lines)))
    else:
        write("".join(lines).encode())


def _unified(name: str, before: str, after: str) -> Iterator[str]:
    for line in difflib.unified_diff(_lines(before), _lines(after), name, name):
        yield line if line.endswith("\n") else f"{line}\n{_NO_NEWLINE}"


def _lines(text: str) -> list[str]:
    """Lines with their line feeds; other line breaks stand in them."""
    *whole, last = text.split("\n")
    return [*(f"{line}\n" for line in whole), *([last] if last else [])]


def _painted(number: int, line: str) -> Text:
    style = "bold" if number < 2 else _STYLES.get(line[:1], "")
    return Text(printable(line), style)
