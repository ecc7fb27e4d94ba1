"""Two columns: a name, and what it is."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from kotowari.diagnostics.display import columns
from kotowari.diagnostics.wrap import wrap

_GAP = 2
_LEAST = 24


def table(rows: Sequence[tuple[str, str]], width: int, *, indent: str = "") -> list[Text]:
    """A line for each row; what does not fit beside the names goes on below itself. Both are safe to print."""
    widest = max((columns(name) for name, _ in rows), default=0)
    first = min(widest, max(width - len(indent) - _GAP - _LEAST, width // 3))
    lines: list[Text] = []
    for name, text in rows:
        space = first - columns(name)
        start = Text.assemble(indent, (name, "bold"))
        room = width - len(indent) - first - _GAP
        if space < 0:
            lines.append(start)
            start, space = Text(indent), first
        here, *more = wrap(text, room)
        lines.append(start + Text(" " * (space + _GAP) + here) if here else start)
        lines += [Text(" " * (len(indent) + first + _GAP) + line) for line in more]
    return lines
