"""Strings that a text is searched for by what they begin with."""

from __future__ import annotations

from collections.abc import Iterable


def without_longer(strings: Iterable[str]) -> tuple[str, ...]:
    """Those of the strings, sorted, that do not begin with another one: where they stand, that is found."""
    kept: list[str] = []
    for string in sorted(strings):
        if not kept or not string.startswith(kept[-1]):
            kept.append(string)
    return tuple(kept)
