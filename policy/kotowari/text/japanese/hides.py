"""Longer words that hide a number that their characters happen to contain: 十 in 十分."""

from __future__ import annotations

from functools import cache

from kotowari.text.fold import fold
from kotowari.text.lexicon import lines


def hidden(text: str, start: int, end: int) -> bool:
    """Whether a listed longer word covers the characters `start` to `end` of a folded text."""
    longer = _hides().get(text[start:end], ())
    return any(start >= offset and text.startswith(word, start - offset) for word, offset in longer)


@cache
def _hides() -> dict[str, tuple[tuple[str, int], ...]]:
    """For each hidden word, the words that hide it and where in them it stands."""
    hides: dict[str, tuple[tuple[str, int], ...]] = {}
    for line in lines("hides.ja.txt"):
        longer, *shorter = fold(line).text.split()
        for word in shorter:
            hides[word] = (*hides.get(word, ()), (longer, longer.index(word)))
    return hides
