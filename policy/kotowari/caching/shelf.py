"""Mappings and rows that are read from their bytes piece by piece, so that a large policy is there at once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Generic, TypeVar, cast, overload

from kotowari.caching.sealed import pack, unpack

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")
# What is wanted together is read together; the more stand in a piece, the longer the first of them takes.
_PIECE = 32


class Row(Sequence[_Value], Generic[_Value]):
    """Values in their order; each piece is read when one of its values is first asked for."""

    def __init__(self, length: int, size: int, pieces: tuple[bytes, ...]) -> None:
        self._length = length
        self._size = size
        self._pieces = pieces
        self._read: dict[int, tuple[_Value, ...]] = {}

    @overload
    def __getitem__(self, place: int) -> _Value: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[_Value]: ...

    def __getitem__(self, place: int | slice) -> _Value | Sequence[_Value]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(self._length))]
        if not -self._length <= place < self._length:
            raise IndexError(place)
        number, within = divmod(place % self._length, self._size)
        piece = self._read.get(number)
        if piece is None:
            piece = self._read[number] = cast("tuple[_Value, ...]", unpack(self._pieces[number]))
        return piece[within]

    def __len__(self) -> int:
        return self._length

    def __reduce__(self) -> tuple[type[Row[_Value]], tuple[int, int, tuple[bytes, ...]]]:
        return type(self), (self._length, self._size, self._pieces)


class Shelf(Mapping[_Key, _Value], Generic[_Key, _Value]):
    """Values by name, in their order, each read with others of its piece."""

    def __init__(self, names: tuple[_Key, ...], row: Row[_Value]) -> None:
        self._row = row
        self._places = {name: place for place, name in enumerate(names)}
        self._known: dict[_Key, _Value] = {}  # many are asked for again and again

    def __getitem__(self, name: _Key) -> _Value:
        try:
            return self._known[name]
        except KeyError:
            found = self._known[name] = self._row[self._places[name]]
            return found

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def __iter__(self) -> Iterator[_Key]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __reduce__(self) -> tuple[type[Shelf[_Key, _Value]], tuple[tuple[_Key, ...], Row[_Value]]]:
        return type(self), (tuple(self._places), self._row)


def shelve(values: Mapping[_Key, _Value], size: int = _PIECE) -> Shelf[_Key, _Value]:
    """A shelf with these values on it, so many to a piece."""
    return Shelf(tuple(values), shelve_row(values.values(), size))


def shelve_row(values: Iterable[_Value], size: int = _PIECE) -> Row[_Value]:
    """A row of these values, so many to a piece."""
    items = iter(values)
    pieces: list[bytes] = []
    length = 0
    while piece := tuple(islice(items, size)):
        pieces.append(pack(piece))
        length += len(piece)
    return Row(length, size, tuple(pieces))
