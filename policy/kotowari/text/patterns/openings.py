"""What phrases begin with that is no Latin word, found in a text all at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain, groupby
from operator import itemgetter
from typing import Final

from kotowari.cached import cached_property
from kotowari.text.patterns.multisearch import MultiSearch, multisearch

# Texts are looked at in pieces of so many characters: what was found takes memory.
_PIECE: Final = 1 << 14
_START: Final = itemgetter(0)


class Openings:
    """Strings, each with the numbers of the phrases that begin with it."""

    def __init__(self, numbers: Mapping[str, list[int]]) -> None:
        self._numbers = tuple(numbers.values())
        self._strings = tuple(numbers)
        self._reach = max(map(len, numbers), default=0)
        self._in_ascii = any(map(str.isascii, numbers))

    def places(self, text: str) -> Iterator[tuple[int, list[int]]]:
        """The places of a folded text where phrases can begin, in order, each with their numbers, sorted."""
        if not self._strings or (text.isascii() and not self._in_ascii):
            return
        numbers = self._numbers
        for begin in range(0, len(text), _PIECE):
            piece = text[begin : begin + _PIECE + self._reach - 1]
            for start, group in groupby(self._search.places(piece), _START):
                if start >= _PIECE:  # what begins there is found in the next piece
                    break
                first, *others = [numbers[which] for _, which in group]
                yield begin + start, sorted({*first, *chain(*others)}) if others else first

    @cached_property
    def _search(self) -> MultiSearch:
        return multisearch(self._strings)
