"""Objects of this package as bytes that show when they are torn."""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from typing import Final, TypeAlias
from zlib import crc32

_MAGIC: Final = b"kotowari 2\n"
_SEAL: Final = 4
_LENGTH: Final = 8
_START: Final = len(_MAGIC) + _SEAL
_PROTOCOL: Final = 5
# What the objects of this package are made of, besides its own classes.
_PLAIN: Final = frozenset(
    {
        ("builtins", "frozenset"),
        ("builtins", "int"),
        ("builtins", "set"),
        ("collections", "defaultdict"),
        ("datetime", "date"),
        ("datetime", "datetime"),
        ("datetime", "timedelta"),
        ("datetime", "timezone"),
        ("decimal", "Decimal"),
        ("fractions", "Fraction"),
    }
)
# What makes a value without being its class.
_MAKERS: Final = frozenset({("kotowari.model.calendar", "zone")})


# What stands in the place of an object that is kept elsewhere, and back; None for one that is kept here.
Naming: TypeAlias = Callable[[object], "str | None"]
Named: TypeAlias = Callable[[str], object]


class _Writer(pickle.Pickler):
    """Writes names in the place of objects that are kept elsewhere."""

    def __init__(self, stream: io.BytesIO, naming: Naming) -> None:
        super().__init__(stream, protocol=_PROTOCOL)
        self._naming = naming

    def persistent_id(self, obj: object) -> str | None:
        """The name of an object, where it has one."""
        return self._naming(obj)


class _Reader(pickle.Unpickler):
    """Makes objects of this package and plain values alone."""

    def __init__(self, stream: io.BytesIO, named: Named | None) -> None:
        super().__init__(stream)
        self._named = named

    def persistent_load(self, pid: object) -> object:
        """The object of a name; raises UnpicklingError where there should be none."""
        if self._named is None or not isinstance(pid, str):
            raise pickle.UnpicklingError("names nobody gave")
        return self._named(pid)

    def find_class(self, module: str, name: str) -> object:
        """The class that the bytes name; raises UnpicklingError for what does not belong into a cache."""
        if (module, name) in _PLAIN or (module, name) in _MAKERS:
            found: object = super().find_class(module, name)
            return found
        if module.startswith("kotowari.") and "." not in name:
            found = super().find_class(module, name)
            # Not what a module has only imported.
            if isinstance(found, type) and (found.__module__, found.__qualname__) == (module, name):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} does not belong into a cache")


def pack(value: object, naming: Naming | None = None) -> bytes:
    """The bytes of a value, to stand within sealed ones; what has a name by `naming` is left out, but for that name."""
    if naming is None:
        return pickle.dumps(value, protocol=_PROTOCOL)
    stream = io.BytesIO()
    _Writer(stream, naming).dump(value)
    return stream.getvalue()


def unpack(packed: bytes | memoryview, named: Named | None = None) -> object:
    """The value of bytes that `pack` made, with what `named` says of the names in it.

    Raises UnpicklingError for what does not belong into a cache.
    """
    return _Reader(io.BytesIO(packed), named).load()


def seal(value: object, key: bytes = b"") -> bytes:
    """The bytes of a value, with what it was made from and what tells whether they are whole."""
    content = b"".join((len(key).to_bytes(_LENGTH, "big"), key, pack(value)))
    return b"".join((_MAGIC, crc32(content).to_bytes(_SEAL, "big"), content))


def unseal(sealed: bytes, key: bytes = b"") -> object:
    """The value of bytes that `seal` made with the same key. Raises ValueError for any others."""
    content = memoryview(sealed)[_START:]
    if sealed[:_START] != _MAGIC + crc32(content).to_bytes(_SEAL, "big"):
        raise ValueError("not as it was written")
    made_from = len(key).to_bytes(_LENGTH, "big") + key
    if not sealed.startswith(made_from, _START):
        raise ValueError("made from something else")
    try:
        return unpack(content[len(made_from) :])
    except Exception as problem:  # bytes of another version can fail in any way; none of them may be used
        raise ValueError("of another version") from problem
