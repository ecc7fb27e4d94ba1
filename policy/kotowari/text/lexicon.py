"""The data files of this package, line by line."""

from __future__ import annotations

from functools import cache
from pkgutil import get_data


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of the data file `name` without comments, blank lines and the white space around."""
    content = get_data("kotowari.text", f"data/{name}")
    assert content is not None
    stripped = (line.strip() for line in content.decode().splitlines())
    return tuple(line for line in stripped if line and not line.startswith("#"))
