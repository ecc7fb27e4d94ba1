"""Markdown for a pull request, in which nothing that a policy or a request says can be more than text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kotowari_cli.render.view import brief

_TICKS = re.compile("`+")


def code(text: str) -> str:
    """Foreign text as a span of code: no markup, no link, no mention comes of it, in a table either."""
    shown = " ".join(brief(text).split(" ")).strip() or " "
    fence = "`" * (1 + max((len(run) for run in _TICKS.findall(shown)), default=0))
    space = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{space}{shown}{space}{fence}".replace("|", "\\|")


def table(header: Sequence[str], rows: Iterable[Sequence[str]], *, numbers_first: bool = False) -> list[str]:
    """The lines of a table; what stands in its cells is Markdown already."""
    rules = ["---:" if numbers_first and not place else "---" for place in range(len(header))]
    return [_row(header), _row(rules), *(_row(row) for row in rows)]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def folded(summary: str, lines: Sequence[str]) -> list[str]:
    """Lines that a reader opens where they want them; `summary` is no foreign text."""
    return ["<details>", f"<summary>{summary}</summary>", "", *lines, "", "</details>"]
