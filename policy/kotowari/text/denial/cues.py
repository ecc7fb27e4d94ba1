"""What a sentence has to hold so that some line of the data can deny something in it.

Most sentences hold none of it, and then none of the many expressions need be compiled. The cues of each file stand in
`data/cues.en.txt` and `data/cues.ja.txt`: what lines of the data need, in parts one of whose strings each has to be
there. `data/needs.en.txt` and `data/needs.ja.txt` say what each line needs, by its number. All are made by
`kotowari.text.denial.needed`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TypeAlias

from kotowari.text.lexicon import lines

# One of the strings is there.
Part: TypeAlias = frozenset[str]
# All parts hold.
Need: TypeAlias = tuple[Part, ...]

BETWEEN_PARTS, BETWEEN_STRINGS = "\t", "|"


def may_deny(name: str, said: str) -> bool:
    """Whether some line of a file may deny the topic in a sentence."""
    stands = said.__contains__
    for need in _listed(name):  # most often one of the first will do
        for part in need:
            if not any(map(stands, part)):
                break
        else:
            return True
    return False


def candidates(name: str, said: str) -> list[int]:
    """The numbers of the lines of a file that may match in a sentence."""
    strings, needs = _by_line(name)
    there = {string for string in strings if string in said}
    return [number for number, need in needs.items() if all(not part.isdisjoint(there) for part in need)]


@cache
def _by_line(name: str) -> tuple[frozenset[str], dict[int, Need]]:
    """All strings of a file, and what each of its lines needs of them, by the number of the line."""
    needs: dict[int, Need] = {}
    for line in lines(name.replace("denial", "needs")):
        number, *parts = line.split(BETWEEN_PARTS)
        needs[int(number)] = tuple(frozenset(part.split(BETWEEN_STRINGS)) for part in parts)
    return frozenset[str]().union(*(part for need in needs.values() for part in need)), needs


@cache
def _listed(name: str) -> tuple[tuple[Sequence[str], ...], ...]:
    """What the lines of a file need: of each part one of the strings."""
    return tuple(
        tuple(part.split(BETWEEN_STRINGS) for part in line.split(BETWEEN_PARTS))
        for line in lines(name.replace("denial", "cues"))
    )
