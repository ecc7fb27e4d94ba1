"""Cuts a pattern of many ways to say something into several that are each small enough to run fast.

Classes of words within classes of words multiply: an expression that holds them all at once has more states than an
automaton keeps. The same ways, a few at a time, match the same texts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

# In bytes of UTF-8, as RE2 reads a pattern; half as much again still runs within the memory of one expression.
LONGEST: Final = 2200
# What `..` costs, which counts characters.
_GAP: Final = 400


def ways(pattern: str, longest: int = LONGEST) -> tuple[str, ...]:
    """Patterns that together match what this one does, each at most so long where its choices allow."""
    if _size(pattern) <= longest:
        return (pattern,)
    start, end = max(_groups(pattern), key=lambda group: group[1] - group[0], default=(0, 0))
    choices = list(_choices(pattern[start + 1 : end - 1]))
    if start == end or (len(choices) == 1 and "(" not in choices[0]):
        return (pattern,)
    before, after = pattern[:start], pattern[end:]
    if len(choices) == 1:  # brackets around one thing: what is within them can be cut
        return ways(before + choices[0] + after, longest)
    room = longest - _size(before) - _size(after) - len("()|")
    return tuple(way for some in _packed(choices, room) for way in ways(f"{before}{_grouped(some)}{after}", longest))


def _groups(pattern: str) -> Iterator[tuple[int, int]]:
    """Where the brackets that stand in no others begin and end."""
    depth = start = 0
    for place, sign in enumerate(pattern):
        if sign == "(":
            start = start if depth else place
            depth += 1
        elif sign == ")":
            depth -= 1
            if not depth:
                yield start, place + 1


def _choices(within: str) -> Iterator[str]:
    depth = start = 0
    for place, sign in enumerate(within):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            yield within[start:place]
            start = place + 1
    yield within[start:]


def _packed(choices: list[str], room: int) -> Iterator[list[str]]:
    """The choices in their order, as many at a time as fit; one that does not fit stands alone."""
    some: list[str] = []
    for choice in choices:
        if some and sum(map(_size, some)) + len(some) + _size(choice) > room:
            yield some
            some = []
        some.append(choice)
    yield some


def _grouped(some: list[str]) -> str:
    return f"({'|'.join(some)})"


def _size(pattern: str) -> int:
    return len(pattern.encode()) + _GAP * pattern.replace("...", "").count("..")
