"""Where a line of the data about denial stands, for those who want to look it up."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from kotowari.text.denial.lines import FILES, Line


def place_of(line: Line) -> str:
    """File and line, such as `denial.en.txt:27`."""
    return _places()[str(line)]


@cache
def _places() -> dict[str, str]:
    found: dict[str, str] = {}
    for name in FILES:
        content = (files("kotowari.text") / "data" / name).read_text(encoding="utf-8")
        for number, line in enumerate(content.splitlines(), 1):
            found.setdefault(line.strip(), f"{name}:{number}")
    return found
