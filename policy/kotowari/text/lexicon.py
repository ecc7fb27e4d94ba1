"""The data files of this package, line by line."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of the data file `name` without comments, blank lines and the white space around."""
    content = (files("kotowari.text") / "data" / name).read_text(encoding="utf-8")
    stripped = (line.strip() for line in content.splitlines())
    return tuple(line for line in stripped if line and not line.startswith("#"))
