"""A mapping that is read from its bytes piece by piece, so that a large policy is there at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Generic, TypeVar, cast

from kotowari.caching.sealed import pack, unpack

_Value = TypeVar("_Value")
# What is wanted together is read together; the more stand in a piece, the longer the first of them takes.
_PIECE = 32


class Shelf(Mapping[str, _Value], Generic[_Value]):
    """Values by name, in their order; each piece is read when one of its values is first asked for."""

    def __init__(self, names: tuple[str, ...], pieces: tuple[bytes, ...]) -> None:
        self._pieces = pieces
        self._places = {name: place for place, name in enumerate(names)}
        self._read: dict[int, tuple[_Value, ...]] = {}

    def __getitem__(self, name: str) -> _Value:
        number, place = divmod(self._places[name], _PIECE)
        piece = self._read.get(number)
        if piece is None:
            piece = self._read[number] = cast("tuple[_Value, ...]", unpack(self._pieces[number]))
        return piece[place]

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __reduce__(self) -> tuple[type[Shelf[_Value]], tuple[tuple[str, ...], tuple[bytes, ...]]]:
        return type(self), (tuple(self._places), self._pieces)


def shelve(values: Mapping[str, _Value]) -> Shelf[_Value]:
    """A shelf with these values on it."""
    items = iter(values.values())
    pieces: list[bytes] = []
    while piece := tuple(islice(items, _PIECE)):
        pieces.append(pack(piece))
    return Shelf(tuple(values), tuple(pieces))
